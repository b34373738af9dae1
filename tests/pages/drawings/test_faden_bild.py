# The picture of the Roter Faden: all of it inside, nothing overlaps, every link is drawn and none that is not there.
from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept, Strand, roter_faden, strands
from kek_build.concept.roter_faden import LEVELS
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings.faden_bild import SHOWN, FadenBild, Level, Stop, draw
from kek_build.pages.drawings.faden_satz import Named, dative, sentence
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.zeichnung import WIDTH
from kek_build.pages.faden import FadenView, faden_view
from kek_build.pages.record import PageRecord
from tests.example import OPTIONS, Copy

_LABELS = st.sampled_from(
    ["I", "3-38", "4.3.1-2", "Schwäche 12", "Erneuerte Straßen im Netz der Kreisstraßen", "W" * 60]
)
_TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), min_size=1, max_size=60)


@st.composite
def _chains(draw_: st.DrawFn) -> tuple[list[Level], list[Strand]]:
    """Levels with things on them, one of which is the page's own, and links from each to lower ones."""
    sizes = draw_(st.lists(st.integers(0, 9), min_size=1, max_size=9))
    here = draw_(st.integers(0, len(sizes) - 1))
    sizes[here] = max(1, sizes[here])
    levels = [
        Level(
            f"Ebene {row}",
            f"faden-{row}",
            row == here,
            tuple(Stop(f"{row}/{i}", draw_(_LABELS), f"Name {row}/{i}", f"../{row}/{i}/") for i in range(size)),
        )
        for row, size in enumerate(sizes)
    ]
    refs = [stop.ref for level in levels for stop in level.stops]
    ends = st.tuples(st.sampled_from(refs), st.sampled_from(refs), st.booleans())
    links = [Strand(a, b, editorial) for a, b, editorial in draw_(st.lists(ends, max_size=30)) if a[0] < b[0]]
    return levels, links


def _points(path: str) -> list[tuple[float, float]]:
    """The points a curve goes through or is drawn to."""
    points: list[tuple[float, float]] = []
    for letter, rest in re.findall(r"([MCV])([^MCV]*)", path):
        numbers = [float(number) for number in rest.split()]
        points += (
            [(points[-1][0], numbers[0])] if letter == "V" else list(zip(numbers[::2], numbers[1::2], strict=True))
        )
    return points


@given(_chains())
def test_pills_stand_in_the_picture_and_beside_each_other(chain: tuple[list[Level], list[Strand]]) -> None:
    picture = draw(*chain)
    for row in picture.rows:
        assert 1 <= len(row.pills) <= SHOWN
        assert row.pills[0].x >= 0
        assert row.pills[-1].x + row.pills[-1].width <= WIDTH + 0.1
        assert row.pills_end < picture.height
        for left, right in pairwise(row.pills):
            assert left.x + left.width < right.x
        for pill in row.pills:
            assert pill.width >= 24
            assert width(pill.text, 14.5, bold=row.here) <= pill.width


@given(_chains())
def test_curves_stay_inside_and_pass_no_level_through_a_pill(chain: tuple[list[Level], list[Strand]]) -> None:
    picture = draw(*chain)
    for curve in picture.curves:
        points = _points(curve.path)
        assert all(0 <= x <= WIDTH and 0 <= y <= picture.height for x, y in points)
        assert [y for _, y in points] == sorted(y for _, y in points)
        passed = {y: x for x, y in points[1:-1]}
        for row in picture.rows:
            if row.pills_top in passed and row.pills_end in passed:
                x = passed[row.pills_end]
                assert not [pill for pill in row.pills if pill.x < x < pill.x + pill.width]


@given(_chains())
def test_exactly_what_is_linked_is_joined(chain: tuple[list[Level], list[Strand]]) -> None:
    levels, links = chain
    picture = draw(levels, links)
    shown = {pill.href: pill for row in picture.rows for pill in row.pills}

    def pill_of(ref: str) -> int:
        level = levels[int(ref[0])]
        stop = level.stops[int(ref[2:])]
        return (shown.get(stop.href) or shown[f"#{level.anchor}"]).index

    expected = {(pill_of(link.upper), pill_of(link.lower)) for link in links}
    assert {(curve.upper, curve.lower) for curve in picture.curves} == expected
    assert len(picture.curves) == len(expected)
    for curve in picture.curves:
        ends = {
            link.editorial for link in links if (pill_of(link.upper), pill_of(link.lower)) == (curve.upper, curve.lower)
        }
        assert curve.editorial == (ends == {True})


@given(_chains())
def test_what_has_no_pill_is_counted(chain: tuple[list[Level], list[Strand]]) -> None:
    for level, row in zip(chain[0], draw(*chain).rows, strict=True):
        things = [pill for pill in row.pills if pill.kind == "thing"]
        assert [pill.name for pill in things] == [stop.name for stop in level.stops[: len(things)]]
        rest = len(level.stops) - len(things)
        if level.stops and rest:
            assert (row.pills[-1].kind, row.pills[-1].text) == ("more", f"+{rest} weitere")
            assert row.pills[-1].href == f"#{level.anchor}"
        elif not level.stops:
            assert [(pill.kind, pill.text) for pill in row.pills] == [("none", "keine Verbindung")]


@given(_TEXTS, st.integers(20, 300), st.booleans())
def test_a_shortened_text_fits_and_begins_as_the_whole(text: str, space: int, bold: bool) -> None:
    short = shorten_to(text, space, 14, bold=bold)
    assert width(short, 14, bold=bold) <= space
    assert short == text or text.startswith(short.removesuffix("…"))


def test_strands_are_the_direct_links_of_the_chain(musterkreis: Konzept) -> None:
    refs = [entry.ref for kind in LEVELS for entry in musterkreis.of_kind(kind)]
    found = {(strand.upper, strand.lower) for strand in strands(musterkreis, refs)}
    direct = {
        (ref, step.entry.ref)
        for ref in refs
        for steps in roter_faden(musterkreis, ref).below.values()
        for step in steps
        if step.via is None
    }
    assert found == direct


def test_links_from_the_analysis_and_to_indicators_that_say_so_are_the_editors(musterkreis: Konzept) -> None:
    refs = ["swot/wohnen#schwaeche-1", "I.1", "kennzahlen/leerstand", "1-2"]
    marked = {(strand.upper, strand.lower): strand.editorial for strand in strands(musterkreis, refs)}
    assert marked["I.1", "kennzahlen/leerstand"] is True
    assert marked["swot/wohnen#schwaeche-1", "kennzahlen/leerstand"] is True
    assert marked["I.1", "1-2"] is False


def _view(shop: Workshop, ref: str) -> FadenView:
    entry = shop.konzept[ref]
    view = faden_view(shop.draft(shop.addresses.of(entry)), entry)
    assert view is not None
    return view


def _shown(picture: FadenBild) -> dict[str, list[str]]:
    return {row.label: [pill.text for pill in row.pills] for row in picture.rows}


def test_every_level_of_goals_has_a_row_of_its_own(workshop: Workshop) -> None:
    assert list(_shown(_view(workshop, "1.1.1").picture)) == [
        "SWOT-Aussage", "Handlungsfeld", "Themenfeld", "Strategisches Ziel", "Operative Ziele", "Schlüsselvorhaben",
        "Maßnahmen", "Kennzahl",
    ]  # fmt: skip


def test_picture_and_list_name_the_same_things_in_the_same_order(workshop: Workshop) -> None:
    for kind in ("ziel", "schluesselvorhaben", "massnahme", "kennzahl"):
        for entry in workshop.konzept.of_kind(kind):
            view = faden_view(workshop.draft(workshop.addresses.of(entry)), entry)
            if view is None:
                continue
            for level, row in zip(view.levels, view.picture.rows, strict=True):
                things = [pill for pill in row.pills if pill.kind == "thing"]
                listed = [*level.links, *level.folded]
                assert [pill.href for pill in things] == [link.href for link in listed[: len(things)]]
                assert row.label == level.label
                assert len(things) == len(listed) or row.pills[-1].kind == "more"


def test_a_thing_without_any_link_has_no_picture(copy: Copy) -> None:
    copy.replace("handlungsfelder/II.yml", "kennzahlen: [radwege]\n", "")
    shop = workshops([copy.konzept()], OPTIONS)[0]
    radwege = shop.konzept["kennzahlen/radwege"]
    assert faden_view(shop.draft(shop.addresses.of(radwege)), radwege) is None


def test_the_picture_says_in_words_and_in_form_where_the_page_stands(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["massnahmen/1-2/"].html)
    here = tree.css(".kek-bild a[aria-current=page]")
    assert [node.attributes["href"] for node in here] == ["./"]
    assert [node.text() for node in tree.css(".kek-bild__hier")] == ["Sie sind hier"]
    assert [node.css("rect")[0].attributes["rx"] for node in here] == ["2"]


def test_the_anchors_of_the_levels_are_unique_on_every_page(site: dict[str, PageRecord]) -> None:
    for record in site.values():
        ids = [node.attributes["id"] for node in LexborHTMLParser(record.html).css("[id]")]
        assert len(ids) == len(set(ids)), record.path


def test_a_link_to_the_rest_of_a_level_leads_to_its_place_in_the_list(copy: Copy) -> None:
    names = [f"3-{number}" for number in range(1, 9)]
    for name in names:
        copy.write(
            f"massnahmen/{name}.yml", f"nummer: {name}\ntitel: Nummer {name}\nhandlungsfeld: I\nziele: ['1.1.1']\n"
        )
    konzept = replace(copy.konzept(), slug="viele")
    site = {page.path: page for page in pages(workshops([konzept], OPTIONS), OPTIONS)}
    tree = LexborHTMLParser(site["ziele/1.1.1/"].html)
    more = tree.css(".kek-bild__knoten--mehr")[0]
    assert more.attributes["href"] == "#faden-massnahme"
    level = tree.css("#faden-massnahme")[0]
    assert {f"3-{number}" for number in range(1, 9)} <= {node.text() for node in level.css("li .kek-number")}
    assert more.css("title")[0].text().startswith("+")


@pytest.mark.parametrize(
    ("words", "several", "declined"),
    [
        ("strategisches Ziel", False, "strategischem Ziel"),
        ("strategische Ziele", True, "strategischen Zielen"),
        ("Themenfeld", False, "Themenfeld"),
        ("Themenfelder", True, "Themenfeldern"),
        ("große Aufgabe", False, "großer Aufgabe"),
        ("große Aufgaben", True, "großen Aufgaben"),
        ("Maßnahmenbündel", True, "Maßnahmenbündeln"),
        ("Schlüsselvorhaben", True, "Schlüsselvorhaben"),
    ],
)
def test_names_of_levels_are_declined(words: str, several: bool, declined: str) -> None:
    assert dative(words, several=several) == declined


_GOALS = Named("strategisches Ziel", "strategische Ziele", ("1.1", "1.2"))
_FIELD = Named("Handlungsfeld", "Handlungsfelder", ("I",))
_STATEMENTS = Named("SWOT-Aussage", "SWOT-Aussagen", ("Chance 1", "Chance 2", "Chance 3", "Risiko 1", "Risiko 2"))
_INDICATOR = Named("Kennzahl", "Kennzahlen", ("„Radwege“",))


@pytest.mark.parametrize(
    ("above", "statements", "below", "said"),
    [
        (
            [_GOALS, _FIELD], _STATEMENTS, [_INDICATOR],
            ("Maßnahme 1-1 gehört zu 2 strategischen Zielen (1.1 und 1.2) und Handlungsfeld I; "
            "am Anfang der Kette stehen 5 SWOT-Aussagen; darunter steht Kennzahl „Radwege“."),
        ),
        ([], None, [_GOALS, _INDICATOR],
         "Maßnahme 1-1: darunter stehen 2 strategische Ziele (1.1 und 1.2) und Kennzahl „Radwege“."),
        ([_FIELD], None, [], "Maßnahme 1-1 gehört zu Handlungsfeld I."),
        ([], Named("SWOT-Aussage", "SWOT-Aussagen", ("Chance 1",)), [],
         "Maßnahme 1-1: am Anfang der Kette steht SWOT-Aussage Chance 1."),
    ],
)  # fmt: skip
def test_the_chain_is_told_in_one_sentence(
    above: list[Named], statements: Named | None, below: list[Named], said: str
) -> None:
    assert sentence("Maßnahme 1-1", above, statements, below) == said
