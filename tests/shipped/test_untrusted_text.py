# HTML and scripts in texts are allowed, and are text: written into every text of a county's content, they come out of
# every page escaped, and nothing in a page runs.
from __future__ import annotations

import json
import re
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, BeforeValidator
from selectolax.lexbor import LexborHTMLParser

from kek_build.assembly import Assembler
from kek_build.models import KonzeptDatei, Seite
from kek_build.models.base import Prose, ReferenceTo
from kek_build.pages.record import PageRecord
from kek_build.reading.folder import FOLDERS, LISTS, split_page
from kek_build.reading.strict_yaml import Document, parse
from kek_build.reading.validation import model_in
from kek_build.site import Anbieter, Site, SiteOptions
from tests.shipped.conftest import ROOT

_SCRIPT = "<script>a()</script>"
_LONGEST = 60
"""Titles may be as long as this everywhere."""
_MEANT = {"prioritaet", "zeichen", "land", "themen"}
"""Texts that must be one of some: signs of a scale, a Land, subjects."""


def _parts(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    """Everything that says what a field may hold."""
    yield from metadata
    for part in (*getattr(annotation, "__metadata__", ()), *typing.get_args(annotation)):
        yield part
        yield from _parts(part)


def _spoil(model: type[BaseModel], data: dict[str, Any]) -> int:
    """Write the script into every text of a thing; gives how many there are."""
    count = 0
    for key, value in data.items():
        field = model.model_fields[key]
        inner = model_in(field.annotation)
        parts = list(_parts(field.annotation, field.metadata))
        if inner:
            items = value if isinstance(value, list) else [value]
            count += sum(_spoil(inner, item) for item in items if isinstance(item, dict))
        elif key in _MEANT or any(isinstance(part, ReferenceTo) for part in parts):
            continue
        elif any(isinstance(part, (Prose, BeforeValidator)) for part in parts):
            data[key] = [_with_script(item) for item in value] if isinstance(value, list) else _with_script(value)
            count += len(value) if isinstance(value, list) else 1
    return count


def _with_script(value: str) -> str:
    short = len(value) + len(_SCRIPT) < _LONGEST
    return f"{value} {_SCRIPT}" if short or "[[" in value or "\n" in value else f"{_SCRIPT} {value[:9]}"


def _read(text: str) -> Any:
    document = parse(text, Path("x.yml"))  # type: ignore[arg-type]
    assert isinstance(document, Document)
    return document.data


def _write(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1_000_000)


def _spoil_all(folder: Path) -> int:
    """Write the script into every text of every file of a concept; gives how many there are."""
    models: dict[str, type[BaseModel]] = {"konzept.yml": KonzeptDatei, **LISTS}
    count = 0
    for path in sorted(folder.rglob("*.yml")):
        model = models.get(path.name) or FOLDERS[path.parent.name].model
        data = _read(path.read_text(encoding="utf-8"))
        count += sum(_spoil(model, item) for item in (data if isinstance(data, list) else [data]))
        path.write_text(_write(data), encoding="utf-8")
    for path in sorted(folder.rglob("*.md")):
        head, body, _ = split_page(path.read_text(encoding="utf-8"))
        data = _read(head or "")
        count += _spoil(Seite, data) + 3
        more = f"\n{_SCRIPT}\n\n<img src=x onerror=a()>\n\n`{_SCRIPT}`\n"
        path.write_text(f"---\n{_write(data)}---\n{body}{more}", encoding="utf-8")
    return count


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[PageRecord]:
    """The pages of a county whose every text holds a script."""
    content = tmp_path_factory.mktemp("untrusted") / "content"
    shutil.copytree(ROOT / "content" / "leipzig", content / "leipzig")
    assert _spoil_all(content / "leipzig") > 1500
    options = SiteOptions(titel="Probe", einleitung="Probe.", anbieter=Anbieter(name="Probe"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CEILING_DIRECTORIES", str(content.parent.parent))
        assembler = Assembler(Site(content.parent, content, options))
        return assembler.assemble().pages()


def test_no_page_holds_the_script_as_html(pages: list[PageRecord]) -> None:
    assert len(pages) > 250
    assert [page.path for page in pages if "<script>a(" in page.html.lower()] == []


def test_most_pages_show_the_script_as_text(pages: list[PageRecord]) -> None:
    shown = [page for page in pages if "&lt;script&gt;a()&lt;/script&gt;" in page.html]
    assert len(shown) > len(pages) * 0.9


def test_nothing_in_a_page_runs(pages: list[PageRecord]) -> None:
    for page in pages:
        tree = LexborHTMLParser(page.html)
        for script in tree.css("script"):
            assert script.attributes.get("type") == "application/ld+json", page.path
            json.loads(script.text())
        for element in tree.css("*"):
            for name, value in element.attributes.items():
                assert not name.startswith("on"), (page.path, name)
                assert not re.match(r"\s*(?:javascript|data|vbscript):", value or "", re.IGNORECASE), (page.path, value)


def test_titles_of_pages_hold_the_script_as_text(pages: list[PageRecord]) -> None:
    titles = [page.title for page in pages]
    assert len([title for title in titles if _SCRIPT in title]) > 200
