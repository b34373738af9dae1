from __future__ import annotations

import posixpath
from pathlib import Path, PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kek_build.errors import ContentError
from kek_build.server.configuration import BASE, Configuration, _content, read_configuration, write_configuration
from kek_build.server.layout import Server, Settings
from tests.example import PROJECT
from tests.server.conftest import CONFIGURATION

NAME = PurePosixPath("mkdocs.yml")


def _read(name: str = "mkdocs.yml", **changes: object) -> Configuration:
    text = yaml.safe_dump({**CONFIGURATION, **changes}, allow_unicode=True, sort_keys=False)
    return read_configuration(text, PurePosixPath(name))


def _told(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_configuration(text, NAME)
    return [str(problem).split("\n", 1)[0] for problem in caught.value.problems]


def _plugin(**options: object) -> list[dict[str, object]]:
    return [{"kek": {"titel": "Titel", "einleitung": "Satz.", "anbieter": {"name": "Kreis"}, **options}}]


@pytest.mark.parametrize("name", ["mkdocs.yml", "site_config/leipzig.yml", "site_config/boerde.yml"])
def test_the_shipped_configurations_are_taken(name: str) -> None:
    found = read_configuration((PROJECT / name).read_text(encoding="utf-8"), PurePosixPath(name))
    assert found.content == PurePosixPath("content")
    assert found.root == PurePosixPath()
    assert found.site.farben.kopf.startswith("#")


def test_what_describes_the_site_is_taken(tmp_path: Path) -> None:
    found = _read("seiten/muster.yml", site_url="https://a.invalid/", plugins=_plugin(inhalt="../daten/content"))
    assert found.values == {"site_name": "Konzepte & <Kreise>", "site_url": "https://a.invalid/"}
    assert found.site.titel == "Titel"
    assert found.content == PurePosixPath("daten/content")
    write_configuration(Server(tmp_path, Settings()), found, tmp_path / "projekt", tmp_path / "muster.yml")
    written = yaml.safe_load((tmp_path / "muster.yml").read_text(encoding="utf-8"))
    assert written["INHERIT"] == str(BASE)
    assert written["site_url"] == "https://a.invalid/"
    assert written["repo_url"] is None
    assert written["plugins"][0]["kek"]["inhalt"] == str(tmp_path / "projekt/daten/content")


def test_what_the_server_has_settled_comes_first(tmp_path: Path) -> None:
    settings = Settings(adresse="https://b.invalid/", bearbeiten="https://c.invalid/kek")
    found = _read(site_url="https://a.invalid/", repo_url="https://a.invalid/kek")
    write_configuration(Server(tmp_path, settings), found, tmp_path, tmp_path / "mkdocs.yml")
    written = yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (written["site_url"], written["repo_url"]) == ("https://b.invalid/", "https://c.invalid/kek")


@pytest.mark.parametrize("key", ["hooks", "extra_css", "markdown_extensions", "extra", "exclude_docs", "nav"])
def test_what_could_run_or_load_something_is_refused_with_its_line(key: str) -> None:
    assert _told(f"site_name: Muster\n{key}: [a.py]\nplugins:\n  - kek: {{titel: T, einleitung: E., anbieter: "
                 "{name: K}}\n") == [f"mkdocs.yml:2:1: „{key}“ übernimmt der Server nicht."]  # fmt: skip


@pytest.mark.parametrize(
    "plugins", ["[search]", "[kek]", "[kek: {titel: T}, search]", "[kek: {titel: T}, macros: {}]", "kek", "[]"]
)
def test_other_plugins_are_refused(plugins: str) -> None:
    assert "Der Server baut mit dem Plugin „kek“ allein" in _told(f"site_name: Muster\nplugins: {plugins}\n")[0]


@pytest.mark.parametrize("key", ["site_url", "repo_url"])
@pytest.mark.parametrize(
    "value", ['https://a.invalid/"; } server { root /etc; #', "https://a.invalid/$host/", "a.invalid", "https://a b/"]
)
def test_an_address_means_nothing_to_a_web_server(key: str, value: str) -> None:
    with pytest.raises(ContentError, match=f"„{key}“ ist keine Adresse"):
        _read(**{key: value})


def test_theme_may_only_say_where_it_lies() -> None:
    with pytest.raises(ContentError, match=r"„theme[.]palette“ übernimmt der Server nicht"):
        _read(theme={"custom_dir": "docs_templates/theme", "palette": {"scheme": "slate"}})


@pytest.mark.parametrize("content", ["/etc", "..", "../content", "a/../../b", ".", "a\\b"])
def test_content_outside_of_the_repository_is_refused(content: str) -> None:
    with pytest.raises(ContentError, match="Der Ordner mit dem Inhalt muss im Repository liegen"):
        _read(plugins=_plugin(inhalt=content))


@given(
    st.lists(st.sampled_from(["..", ".", "a", "b.c", "", "/", "\\"]), max_size=8).map("/".join),
    st.sampled_from(["mkdocs.yml", "a/mkdocs.yml", "a/b/mkdocs.yml"]),
)
def test_content_never_leads_out_whatever_is_written(written: str, name: str) -> None:
    found = _content(written, PurePosixPath(name))
    if found is not None:
        assert not found.is_absolute()
        assert found.parts
        assert not {"..", "."} & set(found.parts)
        asked = posixpath.normpath(posixpath.join(posixpath.dirname(name), written))
        assert found == PurePosixPath(asked)


def test_wrong_options_are_told_with_their_line() -> None:
    expected = "Name des Betreibers, zum Beispiel „Landkreis Leipzig, Der Landrat“"
    text = "site_name: Muster\nplugins:\n  - kek:\n      titel: T\n      einleitung: E.\n      anbieter: {nam: K}\n"
    assert _told(text) == [
        f"mkdocs.yml:6:17: Konfiguration des Plugins „kek“: „anbieter.name“ fehlt. Erwartet: {expected}",
        "mkdocs.yml:6:23: Konfiguration des Plugins „kek“: „anbieter.nam“ gibt es nicht. Meinten Sie „name“?",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "mkdocs.yml:1: Die Datei ist leer."),
        ("- a\n", "mkdocs.yml:1:1: Die Konfiguration muss aus Zeilen „schluessel: wert“ bestehen."),
        ("site_url: !ENV [HOME]\n", "mkdocs.yml:1:11: Typangaben mit „!“ sind nicht erlaubt."),
        ("a: &a [1]\nb: *a\n", "mkdocs.yml:1:4: Anker mit „&“ sind nicht erlaubt."),
    ],
)
def test_what_is_no_plain_configuration_is_told(text: str, told: str) -> None:
    assert told in _told(text)


def test_a_name_of_the_site_is_needed_and_must_be_plain() -> None:
    plugins = "plugins:\n  - kek: {titel: T, einleitung: E., anbieter: {name: K}}\n"
    assert _told(plugins) == ["mkdocs.yml:1:1: „site_name“ fehlt."]
    assert _told(f"site_name: [a]\n{plugins}") == ["mkdocs.yml:1:12: „site_name“ muss ein einzelner Wert sein."]
