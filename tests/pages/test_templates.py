from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, UndefinedError
from jinja2.meta import find_referenced_templates
from markupsafe import Markup, escape

from kek_build.pages.templates import TEMPLATES, environment, keep_compiled

_SHOWING = environment().from_string("{{ value }}")


def _environment(folder: Path, template: str) -> str:
    (folder / "seite.html.j2").write_text(template, encoding="utf-8")
    return environment(folder).get_template("seite.html.j2").render(titel="<b>Wert & mehr</b>")


def test_everything_is_escaped(tmp_path: Path) -> None:
    assert _environment(tmp_path, "{{ titel }}") == "&lt;b&gt;Wert &amp; mehr&lt;/b&gt;"


@given(st.text("a&<>'\"ß ") | st.text("<a>").map(Markup) | st.integers() | st.floats() | st.booleans() | st.none())
def test_a_value_is_shown_as_escaping_it_gives(value: object) -> None:
    assert _SHOWING.render(value=value) == escape(value)


def test_what_a_macro_or_a_block_gives_is_not_escaped_again() -> None:
    template = "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{% set y %}{{ bold(x) }}{% endset %}{{ y }}"
    assert environment().from_string(template).render(x="a & b") == "<b>a &amp; b</b>"


def test_a_name_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="tietel"):
        _environment(tmp_path, "{{ tietel }}")


def test_a_name_that_is_missing_cannot_even_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        _environment(tmp_path, "{% if tietel %}x{% endif %}")


def test_a_key_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        _environment(tmp_path, "{{ titel.farbe }}")


def test_a_folder_has_one_environment_however_it_is_asked_for() -> None:
    assert environment() is environment(TEMPLATES)


def test_environments_that_compile_differently_share_nothing_that_is_kept(tmp_path: Path) -> None:
    (tmp_path / "seite.html.j2").write_text("{% if true %}\nx\n{% endif %}\n", encoding="utf-8")
    for _ in range(2):
        trimming = Environment(loader=FileSystemLoader(tmp_path), autoescape=True, trim_blocks=True)
        plain = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
        for env in (trimming, plain):
            keep_compiled(env, tmp_path)
        assert trimming.get_template("seite.html.j2").render() == "x\n"
        assert plain.get_template("seite.html.j2").render() == "\nx\n"


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.name)
def test_no_template_switches_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "safe" not in text.replace("unsafe", "")
    assert "autoescape" not in text


@pytest.mark.parametrize("path", sorted((TEMPLATES / "pages").glob("*.j2")), ids=lambda path: path.name)
def test_every_template_can_be_read_and_builds_on_existing_parts(path: Path) -> None:
    env = environment()
    parts = find_referenced_templates(env.parse(path.read_text(encoding="utf-8")))
    assert all(part and (TEMPLATES / part).is_file() for part in parts)
