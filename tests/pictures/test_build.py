from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest

from kek_build.builds.store import Store
from kek_build.pages.build import pages, workshops
from kek_build.pictures import build as module
from kek_build.pictures.build import NAME, field_colours, previews, write
from kek_build.pictures.preview import Preview
from tests.example import OPTIONS, PROJECT, load_musterkreis

COLOURS = {1: "#111111", 2: "#222222"}


@pytest.fixture(scope="module")
def wanted() -> dict[str, Preview]:
    """The previews of the example."""
    shops = workshops([load_musterkreis()], OPTIONS)
    return previews(pages(shops, OPTIONS), shops, OPTIONS, COLOURS)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("massnahmen/1-2/", ("Landkreis Muster", "Maßnahme 1-2", "Verzeichnis leerer Häuser & <Höfe>", 4)),
        ("swot/wohnen/", ("Landkreis Muster", "SWOT-Thema", "Wohnen & <Bauen>", None)),
        ("massnahmen/", ("Landkreis Muster", "Kreisentwicklungskonzept", "Maßnahmen", None)),
        ("akteure/kreistag/", ("Landkreis Muster", "Akteur", "Kreistag & <Ausschüsse>", None)),
        ("impressum/", ("Konzepte & <Kreise>", "", "Impressum", None)),
    ],
)  # fmt: skip
def test_a_preview_shows_county_kind_number_title_and_place_in_the_strategy(
    wanted: dict[str, Preview], path: str, shown: tuple[str, str, str, int | None]
) -> None:
    preview = wanted[path]
    assert (preview.above, preview.label, preview.title, preview.layer) == shown


def test_no_preview_says_the_same_twice(wanted: dict[str, Preview]) -> None:
    assert [path for path, preview in wanted.items() if preview.label == preview.above] == []


def test_the_preview_of_a_concept_shows_its_guiding_idea(wanted: dict[str, Preview]) -> None:
    idea = load_musterkreis().datei.leitgedanke.bezeichnung
    assert (wanted[""].title, wanted[""].layer) == (f"„{idea}“", 0)


def test_a_preview_has_the_colour_of_its_field_or_of_the_site(wanted: dict[str, Preview]) -> None:
    assert wanted["massnahmen/1-2/"].accent == "#111111"
    assert wanted["impressum/"].accent == OPTIONS.farben.akzent


def test_previews_say_that_a_site_is_no_official_publication_and_those_of_official_sites_do_not() -> None:
    for demonstration in (True, False):
        options = OPTIONS.model_copy(update={"demonstration": demonstration})
        shops = workshops([load_musterkreis()], options)
        notes = {preview.note for preview in previews(pages(shops, options), shops, options, COLOURS).values()}
        assert notes == {"Demonstration, keine amtliche Veröffentlichung" if demonstration else ""}


def test_the_colours_come_from_the_style_sheet_and_are_those_of_light() -> None:
    css = ":root { --kek-feld-1: #aaaaaa;\n --kek-feld-2: #bbbbbb; }\n@media x { :root { --kek-feld-1: #cccccc; } }"
    assert field_colours(css) == {1: "#aaaaaa", 2: "#bbbbbb"}
    shipped = (PROJECT / "docs_templates/assets/kek/werte.css").read_text(encoding="utf-8")
    assert sorted(field_colours(shipped)) == [1, 2, 3, 4, 5, 6, 7]


# Written beside the pages


@pytest.fixture
def few(wanted: dict[str, Preview], tmp_path: Path) -> dict[str, Preview]:
    """Two previews, and the folders of their pages."""
    few = {path: wanted[path] for path in ("", "impressum/")}
    for path in few:
        (tmp_path / "site" / path).mkdir(parents=True, exist_ok=True)
    return few


def _pictures(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.png")}


def test_every_page_gets_its_picture(few: dict[str, Preview], tmp_path: Path) -> None:
    write(few, tmp_path / "site", Store(tmp_path / "bilder"))
    assert sorted(_pictures(tmp_path / "site")) == ["impressum/vorschau.png", NAME]


def test_the_next_build_draws_only_what_is_new_or_broken(
    few: dict[str, Preview], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bilder"
    drawn: list[str] = []

    def written(wanted: dict[str, Preview]) -> dict[str, bytes]:
        site = Path(mkdtemp(dir=tmp_path))
        write(wanted, site, Store(folder))
        return _pictures(site)

    def drawn_anew(preview: Preview) -> bytes:
        drawn.append(preview.title)
        return b"neu"

    first = written(few)
    monkeypatch.setattr(module, "draw", drawn_anew)
    assert (written(few), drawn) == (first, [])

    changed = few | {"impressum/": replace(few["impressum/"], title="Anders")}
    written(changed)
    assert drawn == ["Anders"]

    for path in folder.iterdir():
        path.write_bytes(b"kaputt")
    written(changed)
    assert sorted(drawn[1:]) == sorted(preview.title for preview in changed.values())
    assert len(list(folder.iterdir())) == 1


def test_what_another_program_drew_is_not_taken(
    few: dict[str, Preview], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(few, tmp_path / "before", Store(tmp_path / "bilder"))
    monkeypatch.setattr(module, "draw", lambda _: b"neu")
    monkeypatch.setattr(module, "drawn_with", lambda: "anders")
    write(few, tmp_path / "site", Store(tmp_path / "bilder"))
    assert set(_pictures(tmp_path / "site").values()) == {b"neu"}
