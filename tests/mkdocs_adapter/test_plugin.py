from __future__ import annotations

import filecmp
import logging
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from selectolax.lexbor import LexborHTMLParser

from kek_build.documents import engine
from kek_build.errors import SetupError
from kek_build.headers import HASHED_FOLDERS
from kek_build.mkdocs_adapter.build import build_site, kek_plugins
from kek_build.pages.addresses import CARDS
from kek_build.pages.record import PageRecord
from tests.example import CONTENT, OFFICIAL, PROJECT, REPORT, Copy
from tests.mkdocs_adapter.conftest import configuration
from tests.shipped import pages
from tests.static_host import rules_of

_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def _tree(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text(encoding="utf-8"))


def _page(site: Path, path: str) -> LexborHTMLParser:
    return _tree(site, f"{path}index.html")


def _marked(tree: LexborHTMLParser) -> list[tuple[str, str | None]]:
    """The entries of the menu that are marked, and how."""
    return [
        (node.text(strip=True), node.attributes["aria-current"]) for node in tree.css("nav.kek-menu [aria-current]")
    ]


def _differences(one: Path, other: Path) -> list[str]:
    """The files of two folders that are not the same, byte by byte."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    return sorted(
        str(name)
        for name in names
        if not ((one / name).is_file() and (other / name).is_file())
        or not filecmp.cmp(one / name, other / name, shallow=False)
    )


# The site


def test_every_page_record_becomes_a_page(built: Path, site: dict[str, PageRecord]) -> None:
    assert (built / "404.html").is_file()
    assert set(pages.paths(built)) == set(site)


def test_the_html_of_a_record_stands_in_the_page_unchanged(built: Path, site: dict[str, PageRecord]) -> None:
    path = "massnahmen/1-2/"
    assert site[path].html in (built / path / "index.html").read_text(encoding="utf-8")


def test_without_the_option_there_is_no_form_for_editors(built: Path) -> None:
    assert not (built / "redaktion").exists()
    assert "redaktion" not in (built / "_headers").read_text(encoding="utf-8")


def test_nothing_is_left_beside_the_site(built: Path) -> None:
    assert sorted(path.name for path in built.parent.iterdir()) == ["mkdocs.yml", "site"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "Landkreis Muster"),
        ("massnahmen/1-2/", "1-2 Verzeichnis leerer Häuser & <Höfe> – Landkreis Muster"),
        ("schluesselvorhaben/i.1/", "I.1 Häuser wecken & <Nachbarn> finden – Landkreis Muster"),
        ("swot/wohnen/", "Wohnen & <Bauen> – Landkreis Muster"),
        ("impressum/", "Impressum – Konzepte & <Kreise>"),
    ],
)
def test_the_title_of_the_window_names_number_title_and_concept(built: Path, path: str, title: str) -> None:
    assert [node.text() for node in _page(built, path).css("head title")] == [title]


def test_a_page_carries_its_description(built: Path) -> None:
    tree = _page(built, "kennzahlen/leerstand/")
    assert [node.attributes["content"] for node in tree.css('meta[name="description"]')] == [
        "So viele Häuser stehen leer."
    ]


def test_a_page_says_where_it_stands_on_the_net(built: Path) -> None:
    tree = _page(built, "massnahmen/1-2/")
    assert [node.attributes["href"] for node in tree.css('link[rel="canonical"]')] == [
        "https://kek.example.org/massnahmen/1-2/"
    ]


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "konzept.yml"),
        ("massnahmen/1-2/", "massnahmen/1-2.yml"),
        ("ziele/1.1.1/", "handlungsfelder/I.yml"),
        ("akteure/kreistag/", "akteure.yml"),
        ("seiten/vorwort/", "seiten/vorwort.md"),
        ("verlauf/", "konzept.yml"),
    ],
)
def test_the_edit_link_leads_to_the_file_that_made_the_page(built: Path, path: str, file: str) -> None:
    (link,) = _page(built, path).css('a[rel~="edit"]')
    name = f"content/musterkreis/{file}"
    assert link.attributes["href"] == f"https://git.example.org/kek-online/edit/main/{name}"
    assert f"({name})" in _page(built, path).css(".kek-edit")[0].text()


def test_a_page_that_no_file_made_has_no_edit_link(built: Path) -> None:
    assert _page(built, "impressum/").css('a[rel~="edit"]') == []


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("massnahmen/", [("Maßnahmen", "page")]),
        ("massnahmen/1-2/", [("Maßnahmen", "true")]),
        ("schluesselvorhaben/i.1/", [("Schlüsselvorhaben", "true")]),
        ("ziele/1.1.1/", [("Handlungsfelder", "true")]),
        ("swot/wohnen/", [("SWOT-Analyse", "true")]),
        ("akteure/kreistag/", [("Akteure", "true")]),
        ("seiten/vorwort/", [("Vorwort & <Einleitung>", "page")]),
    ],
)
def test_the_menu_marks_where_a_page_belongs(built: Path, path: str, marked: list[tuple[str, str]]) -> None:
    assert _marked(_page(built, path)) == marked


def test_the_menu_holds_few_pages(built: Path) -> None:
    assert [node.text(strip=True) for node in _page(built, "").css("nav.kek-menu a, nav.kek-menu span")] == [
        "Landkreis Muster",
        "Handlungsfelder",
        "Ziele",
        "Schlüsselvorhaben",
        "Maßnahmen",
        "SWOT-Analyse",
        "Kennzahlen",
        "Umsetzungsstand",
        "Themen",
        "Orte",
        "Akteure",
        "Über das Konzept",
        "Vorwort & <Einleitung>",
        "In Leichter Sprache",
        "Was die Leute sagen",
        "Beschlüsse und Entstehung",
        "Berichte",
        "Fassungen",
        "Änderungen",
        "Quellen und Widersprüche",
        "Glossar",
        "Lose Enden",
        "Offene Daten",
    ]


def test_the_contents_of_a_page_lead_to_its_headings(built: Path, site: dict[str, PageRecord]) -> None:
    path = "schluesselvorhaben/i.1/"
    links = [(node.attributes["href"], node.text()) for node in _page(built, path).css("nav.kek-toc a")]
    assert links == [(f"#{heading.anchor}", heading.text) for heading in site[path].toc if heading.level == 2]


def test_no_page_holds_an_element_that_came_from_a_text(built: Path) -> None:
    for path in built.rglob("*.html"):
        tags = {node.tag for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("body *")}
        assert not tags & {"b", "weit", "wohnen", "leere", "du", "kreise", "schritte", "einleitung", "script"}, path


def test_no_page_needs_script_or_style_inside_it(built: Path) -> None:
    for path in built.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        data = {"application/json", "application/ld+json"}  # which no browser runs
        inline = [node for node in tree.css("script:not([src])") if node.attributes.get("type") not in data]
        assert inline == [], path
        assert tree.css("style") == []
        assert not [node.tag for node in tree.css("[style]")], path
        assert len(tree.css('meta[http-equiv="Content-Security-Policy"]')) == 1, path


def test_pages_and_server_carry_the_same_policy(built: Path) -> None:
    said = {
        node.attributes["content"]
        for path in built.rglob("*.html")
        if CARDS not in path.parts
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("meta[http-equiv=Content-Security-Policy]")
    }
    assert said == {_POLICY}
    assert rules_of(built)["/*"]["Content-Security-Policy"] == _POLICY


def test_in_folders_that_may_be_kept_for_long_every_name_holds_a_hash(built: Path) -> None:
    for folder in HASHED_FOLDERS:
        names = [path.name for path in (built / folder).iterdir()]
        assert names
        assert [name for name in names if not re.search(r"\.[0-9a-f]{8}\.min\.|^[0-9a-f]{10}[.-]", name)] == []


def test_search_engines_find_the_sitemap(built: Path) -> None:
    text = (built / "robots.txt").read_text(encoding="utf-8")
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://kek.example.org/sitemap.xml"


def test_the_colours_of_the_site_stand_in_a_style_sheet(built: Path) -> None:
    (sheet,) = (built / "kek").glob("stil.*.css")
    assert "--kek-kopf: #123456;" in sheet.read_text(encoding="utf-8")


def test_a_concept_can_have_colours_of_its_own(copy: Copy, tmp_path: Path) -> None:
    shutil.copytree(copy.folder, copy.content / "nachbarkreis")
    built = build_site(configuration(tmp_path, copy.content, konzept_farben={"nachbarkreis": {"kopf": "#654321"}}))
    (sheet,) = (built / "kek").glob("stil.*.css")
    assert ".kek-konzept-nachbarkreis { --kek-kopf: #654321;" in sheet.read_text(encoding="utf-8")
    classes = [_page(built, path).css("html")[0].attributes.get("class") for path in ("", "nachbarkreis/massnahmen/")]
    assert classes == [None, "kek-konzept-nachbarkreis"]


def test_a_page_asks_for_one_style_sheet_and_one_for_the_dark(built: Path) -> None:
    sheets = [node.attributes["href"] or "" for node in _page(built, "").css('link[rel="stylesheet"]')]
    assert [bool(re.fullmatch(r"kek/stil\.[0-9a-f]{8}\.css", sheet)) for sheet in sheets] == [True, False]
    assert sheets[1] == "kek/dunkel.css"
    assert not list((built / "kek").glob("werte.css"))


def test_a_missing_style_sheet_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = configuration(tmp_path, CONTENT)
    file.write_text(file.read_text(encoding="utf-8") + "\nextra_css: [kek/gibtesnicht.css]\n", encoding="utf-8")
    with pytest.raises(SetupError):
        build_site(file)
    assert "„kek/gibtesnicht.css“ fehlt" in caplog.text


def test_the_search_index_lies_beside_the_pages(built: Path) -> None:
    assert (built / "pagefind/pagefind.js").is_file()
    assert any('"1-10"' in path.read_text(encoding="utf-8") for path in built.glob("kek/suche/treffer/*"))


def test_the_sitemap_names_every_page_that_shows_what_there_is(built: Path, site: dict[str, PageRecord]) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    named = {path for path in site if f"<loc>https://kek.example.org/{path}</loc>" in text}
    assert named == {path for path, record in site.items() if record.indexed}
    assert text.count("<loc>") == len(named)


def test_a_second_build_at_another_time_is_the_same_byte_by_byte(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    again = build_site(configuration(tmp_path, CONTENT))
    assert _differences(built, again) == []


def test_several_concepts_in_a_folder_of_the_server(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(copy.folder, copy.content / "nachbarkreis")
    name = (copy.content / "nachbarkreis/konzept.yml").read_text(encoding="utf-8")
    changed = name.replace("name: Landkreis Muster\n", "name: Landkreis & <Nachbar>\n", 1)
    (copy.content / "nachbarkreis/konzept.yml").write_text(changed, encoding="utf-8")
    monkeypatch.setenv("KEK_SITE_URL", "https://www.muster.invalid/kek/")
    built = build_site(configuration(tmp_path, copy.content, konzepte=["nachbarkreis", "musterkreis"]))

    menu = [node.text(strip=True) for node in _page(built, "").css("nav.kek-menu a")]
    assert menu == ["Alle Konzepte", "Landkreis & <Nachbar>", "Landkreis Muster"]
    assert _marked(_page(built, "nachbarkreis/massnahmen/1-2/")) == [("Maßnahmen", "true")]
    assert "<nachbar>" not in (built / "index.html").read_text(encoding="utf-8").lower()
    links = [node.attributes["href"] or "" for node in _tree(built, "404.html").css("nav.kek-menu a")]
    assert len(links) == 3
    assert all(link.startswith("/kek/") for link in links)


def test_every_page_leads_to_where_barriers_are_reported(built: Path) -> None:
    for path in pages.files(built):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        links = {node.text(strip=True): node.attributes["href"] or "" for node in tree.css("footer a")}
        target = urljoin("https://kek.example.org/" + path.relative_to(built).as_posix(), links["Barriere melden"])
        assert target.replace("index.html", "") == "https://kek.example.org/barrierefreiheit/#melden", path


# An official site


def _official(copy: Copy, folder: Path, **changes: Any) -> Path:
    """The configuration of a site with all that the law asks for, and the report beside it."""
    options = OFFICIAL.model_dump(mode="json", exclude_none=True)
    (copy.root / "site_config").mkdir()
    (copy.root / OFFICIAL.pruefbericht).write_text(REPORT.model_dump_json(exclude_none=True), encoding="utf-8")
    return configuration(folder, copy.content, **{**options, "leichte_sprache": "seiten/vorwort/", **changes})


@pytest.fixture
def official_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the official site is published, and a day on which its report is fresh."""
    monkeypatch.setenv("KEK_SITE_URL", "https://kek.landkreis-gruenau.de/")
    monkeypatch.setenv("KEK_REPO_URL", "https://git.landkreis-gruenau.de/kek")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01


@pytest.mark.usefixtures("official_environment")
def test_a_site_with_all_that_the_law_asks_for_is_official(copy: Copy, tmp_path: Path) -> None:
    site = build_site(_official(copy, tmp_path))
    for path in site.rglob("*.html"):
        assert "Demonstration" not in path.read_text(encoding="utf-8"), path
    assert "teilweise vereinbar" in (site / "barrierefreiheit/index.html").read_text(encoding="utf-8")
    links = {node.text(strip=True): node.attributes["href"] for node in _page(site, "massnahmen/1-2/").css("footer a")}
    assert links["Leichte Sprache"] == "../../seiten/vorwort/"
    assert links["Gebärdensprache"] == "https://video.landkreis-gruenau.de/dgs"


@pytest.mark.usefixtures("official_environment")
def test_two_official_builds_are_the_same_byte_by_byte_while_the_report_is_fresh(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _official(copy, tmp_path)
    first = build_site(path, tmp_path / "eins")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 2027-01-01
    assert _differences(first, build_site(path, tmp_path / "zwei")) == []


def test_a_preview_of_an_official_site_may_be_incomplete(tmp_path: Path) -> None:
    path = configuration(tmp_path, CONTENT, demonstration=False)
    config = load_config(str(path), strict=True)
    (plugin,) = kek_plugins(config)
    plugin.checks_release = False
    plugin.on_config(config)
    assert config.extra["demonstration"] is False
    plugin.checks_release = True
    with pytest.raises(PluginError, match="„anbieter"):
        plugin.on_config(config)


# When something is wrong


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that is online already."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("alt", encoding="utf-8")
    return tmp_path / "site"


def _assert_untouched(old_site: Path) -> None:
    assert [path.name for path in old_site.iterdir()] == ["index.html"]
    assert (old_site / "index.html").read_text(encoding="utf-8") == "alt"
    assert sorted(path.name for path in old_site.parent.iterdir() if path.name != "projekt") == ["mkdocs.yml", "site"]


def test_wrong_content_is_told_with_file_and_line_and_the_old_site_stays(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: hoch")
    line = copy.line("massnahmen/1-2.yml", "prioritaet")
    with pytest.raises(SetupError, match="was vorher online war, ist unverändert"):
        build_site(configuration(tmp_path, copy.content))
    assert f"content/musterkreis/massnahmen/1-2.yml:{line}:13: Die Priorität „hoch“ gibt es nicht." in caplog.text
    _assert_untouched(old_site)


def test_a_broken_link_that_a_template_makes_is_told_and_the_old_site_stays(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    theme = PROJECT / "docs_templates" / "theme"
    shutil.copytree(theme, copy.root / "theme")
    with (copy.root / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write('<a href="{{ "nirgends/" | url }}">Nirgendwohin</a>')
    path = configuration(tmp_path, copy.content)
    path.write_text(path.read_text(encoding="utf-8").replace(str(theme), str(copy.root / "theme")), encoding="utf-8")
    with pytest.raises(SetupError):
        build_site(path)
    assert "seiten/vorwort/index.html: „../../nirgends/“ führt ins Leere" in caplog.text
    _assert_untouched(old_site)


def test_a_folder_that_cannot_be_an_address_is_told_and_the_old_site_stays(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.folder.rename(copy.content / "Muster_Kreis")
    with pytest.raises(SetupError):
        build_site(configuration(tmp_path, copy.content))
    assert "content/Muster_Kreis: Ein Konzept kann nicht „Muster_Kreis“ heißen." in caplog.text
    _assert_untouched(old_site)


def test_an_official_site_that_is_not_ready_is_not_built(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(SetupError, match="was vorher online war, ist unverändert"):
        build_site(configuration(tmp_path, copy.content, demonstration=False, anbieter={"name": "Musterbetreiber"}))
    for told in (
        "„anbieter.name“: „Musterbetreiber“ ist ein Platzhalter.",
        "„anbieter.mail“ fehlt.",
        "„laender.Musterland.durchsetzungsstelle“ fehlt.",
        "„site_url“: „https://kek.example.org/“ ist ein Platzhalter.",
        "„repo_url“: „https://git.example.org/kek-online“ ist ein Platzhalter.",
        "„pruefbericht“: Die Datei „site_config/barrierefreiheit.json“ gibt es nicht.",
    ):
        assert told in caplog.text
    _assert_untouched(old_site)


@pytest.mark.usefixtures("official_environment")
def test_an_official_site_is_not_built_with_an_old_report(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830000000")  # 2027-12-28
    with pytest.raises(SetupError):
        build_site(_official(copy, tmp_path))
    assert "„pruefbericht“: Die Prüfung vom 25.11.2026 ist älter als ein Jahr." in caplog.text
    _assert_untouched(old_site)


def test_a_wrong_report_is_told_with_its_line_and_the_old_site_stays(
    copy: Copy, tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (copy.root / "bericht.json").write_text('{"datum": "2026-11-25",\n"seiten": "viele"}\n', encoding="utf-8")
    with pytest.raises(SetupError):
        build_site(configuration(tmp_path, copy.content, pruefbericht="bericht.json"))
    assert "bericht.json:2:11: „seiten“: „viele“ ist ungültig." in caplog.text
    _assert_untouched(old_site)


def test_a_page_in_leichter_sprache_that_does_not_exist_is_told_and_the_old_site_stays(
    tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(SetupError):
        build_site(configuration(tmp_path, CONTENT, leichte_sprache="seiten/vorwrt/"))
    assert "Meinten Sie „seiten/vorwort/“?" in caplog.text
    _assert_untouched(old_site)


def test_a_missing_search_program_is_told_and_the_old_site_stays(
    tmp_path: Path, old_site: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kek_build.search.pagefind.get_executable", lambda: None)
    with pytest.raises(SetupError):
        build_site(configuration(tmp_path, CONTENT))
    assert "Das Programm Pagefind fehlt" in caplog.text
    _assert_untouched(old_site)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"titel": None}, "Konfiguration des Plugins „kek“: „titel“ fehlt."),
        ({"titl": "Konzepte"}, "Konfiguration des Plugins „kek“: „titl“ gibt es nicht."),
        ({"anbieter": "Betreiber"}, "Konfiguration des Plugins „kek“: „anbieter“ hat einen falschen Wert."),
        ({"anbieter": {"nahme": "x"}}, "Konfiguration des Plugins „kek“: „anbieter.nahme“ gibt es nicht."),
        ({"farben": {"kopf": "blau"}}, "Konfiguration des Plugins „kek“: „farben.kopf“ hat einen falschen Wert."),
        ({"demonstration": "vielleicht"}, "Konfiguration des Plugins „kek“: „demonstration“ hat einen falschen Wert."),
        ({"konzepte": ["musterkries"]}, "Meinten Sie „musterkreis“?"),
        ({"inhalt": "nirgends"}, "Den Ordner „nirgends“ gibt es nicht."),
    ],
)
def test_a_wrong_option_is_told_in_german_and_the_old_site_stays(
    tmp_path: Path, old_site: Path, caplog: pytest.LogCaptureFixture, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(SetupError, match="was vorher online war, ist unverändert"):
        build_site(configuration(tmp_path, CONTENT, **changes))
    assert message in caplog.text
    _assert_untouched(old_site)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name:", "site_nahme:"),
        ("inhalt:", "inhalt: [] #"),
        ("INHERIT:", "INHERIT: nirgends.yml #"),
        ("plugins:", "plugins: ["),
    ],
)
def test_a_wrong_configuration_is_a_setup_error_and_the_old_site_stays(
    tmp_path: Path, old_site: Path, old: str, new: str
) -> None:
    path = configuration(tmp_path, CONTENT)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(SetupError, match=r"mkdocs\.yml“ stimmt nicht; was vorher online war, ist unverändert"):
        build_site(path)
    _assert_untouched(old_site)


def test_a_build_without_fault_reports_no_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        build_site(configuration(tmp_path, CONTENT), tmp_path / "anderswo")
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert "68 Seiten" in caplog.text
    assert (tmp_path / "anderswo/index.html").is_file()
    assert not (tmp_path / "site").exists()


# PDF files


def test_a_build_writes_pdf_files_and_links_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "missing", lambda: None)
    monkeypatch.setattr("kek_build.documents.build._drawn", lambda documents: [b"%PDF"] * len(documents))
    site = build_site(configuration(tmp_path, CONTENT))
    assert (site / "massnahmen/1-2/datenblatt.pdf").read_bytes() == b"%PDF"
    page = (site / "massnahmen/1-2/index.html").read_text(encoding="utf-8")
    assert 'href="datenblatt.pdf" download="Datenblatt-1-2.pdf"' in page
    assert (site / "daten/kreisentwicklungskonzept-musterkreis.pdf").is_file()


def test_a_build_that_wants_no_pdf_files_links_to_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "missing", lambda: None)
    site = build_site(configuration(tmp_path, CONTENT), documents=False)
    assert list(site.rglob("*.pdf")) == []
    assert "datenblatt.pdf" not in (site / "massnahmen/1-2/index.html").read_text(encoding="utf-8")
