# Registers: what can be filtered by, how often each value occurs, and that the values of a row are what the model says.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.concept import Entry, Konzept
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Choice, Criterion, key_of, register_link, registers_with, sift
from kek_build.pages.words import slug
from tests.example import OPTIONS, Copy

_PATHS = {"massnahme": "massnahmen/", "schluesselvorhaben": "schluesselvorhaben/", "ziel": "ziele/", "aussage": "swot/"}
every_register = pytest.mark.parametrize("kind", _PATHS)


def _options(page: PageRecord) -> dict[str, list[tuple[str, str]]]:
    """The values of each facet of a page, key and words; without the order."""
    selects = LexborHTMLParser(page.html).css(".kek-register__form select")
    return {
        str(select.attributes["name"]): [(option.attributes["value"] or "", option.text()) for option in options]
        for select in selects
        if (options := select.css("option")[1:]) and select.attributes["name"] != "sortierung"
    }


def _counts(page: PageRecord) -> dict[str, dict[str, int]]:
    return {
        key: {value: int(words.rpartition("(")[2].rstrip(")")) for value, words in options}
        for key, options in _options(page).items()
    }


def _address(row: LexborNode, page: PageRecord) -> str:
    link = row.css_first("a")
    assert link is not None
    return urljoin("/" + page.path, link.attributes["href"] or "").removeprefix("/")


def _rows(page: PageRecord) -> dict[str, dict[str, set[str]]]:
    """The values of each row, by the address of its thing, read from the compact form as the script does."""
    options = _options(page)
    found = {}
    for row in LexborHTMLParser(page.html).css(".kek-row"):
        codes = (row.attributes["data-values"] or "").split(" ")
        assert len(codes) == len(options)
        found[_address(row, page)] = {
            key: {values[int(code)][0] for code in part.split(",")}
            for (key, values), part in zip(options.items(), codes, strict=True)
        }
    return found


def _values_of(page: PageRecord, facet: str, konzept: Konzept, shop: Workshop, kind: str) -> dict[str, set[str]]:
    rows = _rows(page)
    return {entry.ref: rows[shop.addresses.of(entry)][facet] for entry in konzept.of_kind(kind)}


@every_register
def test_every_thing_is_a_row(site: dict[str, PageRecord], workshop: Workshop, kind: str) -> None:
    page = site[_PATHS[kind]]
    rows = [_address(row, page) for row in LexborHTMLParser(page.html).css(".kek-row")]
    assert sorted(rows) == sorted(workshop.addresses.of(entry) for entry in workshop.konzept.of_kind(kind))


@every_register
def test_a_value_counts_the_rows_that_have_it(site: dict[str, PageRecord], kind: str) -> None:
    page = site[_PATHS[kind]]
    counted: dict[str, Counter[str]] = {}
    for values in _rows(page).values():
        for key, having in values.items():
            counted.setdefault(key, Counter()).update(having)
    assert _counts(page) == {key: dict(counter) for key, counter in counted.items()}


@every_register
def test_a_facet_has_two_values_or_more_and_names_them_differently(site: dict[str, PageRecord], kind: str) -> None:
    for options in _options(site[_PATHS[kind]]).values():
        assert len(options) >= 2
        assert len({key for key, _ in options}) == len({words for _, words in options}) == len(options)


@every_register
def test_the_filters_wait_for_the_script_and_the_rows_do_not(site: dict[str, PageRecord], kind: str) -> None:
    tree = LexborHTMLParser(site[_PATHS[kind]].html)
    form = tree.css_first(".kek-register__form")
    assert form is not None
    assert "hidden" in form.attributes
    assert tree.css(".kek-register__list [hidden]") == []
    labelled = {label.attributes["for"] for label in form.css("label")}
    assert labelled == {control.attributes["id"] for control in form.css("input, select")}


def test_measures_have_the_values_that_their_files_hold(
    site: dict[str, PageRecord], workshop: Workshop, musterkreis: Konzept
) -> None:
    def held(of: str) -> dict[str, set[str]]:
        return _values_of(site["massnahmen/"], of, musterkreis, workshop, "massnahme")

    none = {"nicht-angegeben"}
    assert held("feld") == {"1-2": {"I"}, "1-10": {"I"}, "2-1": {"II"}, "2-3": {"II"}}
    assert held("vorhaben") == {"1-2": {"I.1"}, "1-10": {"I.1"}, "2-1": {"I.1", "II.1"}, "2-3": none}
    assert held("akteur") == {"1-2": {"bauamt", "buergerverein"}, "1-10": none, "2-1": none, "2-3": none}
    assert held("ort") == {"1-2": {"musterstadt"}, "1-10": none, "2-1": {"grossstadt"}, "2-3": none}
    assert held("phase") == {"1-2": {"abgeschlossen"}, "1-10": {"in-vorbereitung"}, "2-1": none, "2-3": none}
    assert held("status") == {"1-2": {"verzoegert"}, "1-10": {"gefaehrdet"}, "2-1": none, "2-3": none}
    assert held("prioritaet") == {"1-2": {"hohe-prioritaet"}, "1-10": none, "2-1": {"spaeter-ohne-eile"}, "2-3": none}


def test_a_key_project_belongs_to_the_fields_of_the_overview_and_of_its_profile(
    site: dict[str, PageRecord], workshop: Workshop, musterkreis: Konzept
) -> None:
    page = site["schluesselvorhaben/"]
    assert _values_of(page, "feld", musterkreis, workshop, "schluesselvorhaben") == {
        "I.1": {"I", "II"},
        "II.1": {"II"},
        "II.2": {"II"},
    }
    assert _values_of(page, "akteur", musterkreis, workshop, "schluesselvorhaben")["I.1"] == {
        "landkreis-muster", "bauamt", "buergerverein",
    }  # fmt: skip


def test_goals_are_told_apart_by_level(site: dict[str, PageRecord], workshop: Workshop, musterkreis: Konzept) -> None:
    levels = _values_of(site["ziele/"], "ebene", musterkreis, workshop, "ziel")
    assert {ref: value for ref, value in levels.items() if ref in {"1.1", "1.1.1", "1.1.1-1"}} == {
        "1.1": {"themenfeld"}, "1.1.1": {"strategisches-ziel"}, "1.1.1-1": {"operatives-ziel"},
    }  # fmt: skip
    tree = LexborHTMLParser(site["ziele/"].html)
    assert len(tree.css(".kek-rows .kek-rows .kek-rows .kek-row")) == 2


def test_statements_are_told_apart_by_quadrant_and_by_whether_anything_answers_them(
    site: dict[str, PageRecord], workshop: Workshop, musterkreis: Konzept
) -> None:
    page = site["swot/"]
    quadrants = _values_of(page, "quadrant", musterkreis, workshop, "aussage")
    answered = _values_of(page, "beantwortet", musterkreis, workshop, "aussage")
    assert {ref.partition("#")[2]: (*quadrants[ref], *answered[ref]) for ref in quadrants} == {
        "staerke-1": ("staerken", "nein"),
        "schwaeche-1": ("schwaechen", "ja"),
        "schwaeche-2": ("schwaechen", "nein"),
        "chance-1": ("chancen", "ja"),
        "risiko-1": ("risiken", "ja"),
        "risiko-2": ("risiken", "nein"),
    }
    assert "thema" not in _options(page), "there is one topic only"


def test_values_stand_in_their_own_order_and_what_is_missing_last(site: dict[str, PageRecord]) -> None:
    options = _options(site["massnahmen/"])
    assert [words for _, words in options["phase"]] == [
        "in Vorbereitung (1)",
        "abgeschlossen (1)",
        "nicht angegeben (2)",
    ]
    assert [key for key, _ in options["ort"]] == ["grossstadt", "musterstadt", "nicht-angegeben"]
    assert [key for key, _ in _options(site["swot/"])["quadrant"]] == ["staerken", "schwaechen", "chancen", "risiken"]


def test_a_key_project_under_two_goals_stands_twice_and_counts_once(copy: Copy) -> None:
    copy.replace("handlungsfelder/II.yml", "schluesselvorhaben: [II.1]", "schluesselvorhaben: [II.1, I.1]")
    found = {page.path: page for page in pages(workshops([copy.konzept()], OPTIONS), OPTIONS)}
    page = found["schluesselvorhaben/"]
    rows = [_address(row, page) for row in LexborHTMLParser(page.html).css(".kek-row")]
    assert rows.count("schluesselvorhaben/i.1/") == 2
    assert _counts(page)["feld"] == {"I": 1, "II": 3}
    assert "3 Schlüsselvorhaben" in page.html


def test_names_stand_once_and_rows_hold_their_places(musterkreis: Konzept) -> None:
    calls: Counter[str] = Counter()

    def values(entry: Entry) -> Iterable[Choice]:
        calls[entry.ref] += 1
        return [] if entry.ref == "2-3" else [Choice("lang", "Ein langer Name", (2,)), Choice("kurz", "Kurz", (1,))]

    facets, codes = sift(musterkreis.of_kind("massnahme"), [Criterion("name", "Name", values)])
    assert [(value.key, value.label, value.count) for value in facets[0].values] == [
        ("kurz", "Kurz", 3), ("lang", "Ein langer Name", 3), ("nicht-angegeben", "nicht angegeben", 1),
    ]  # fmt: skip
    assert codes == {"1-2": "0,1", "1-10": "0,1", "2-1": "0,1", "2-3": "2"}
    assert set(calls.values()) == {1}


def test_nothing_can_be_filtered_by_what_all_have_in_common(musterkreis: Konzept) -> None:
    same = Criterion("gleich", "Gleich", lambda _: [Choice("a", "A", ())])
    none = Criterion("ohne", "Ohne", lambda _: [])
    facets, codes = sift(musterkreis.of_kind("massnahme"), [same, none])
    assert facets == ()
    assert set(codes.values()) == {""}


def test_a_value_is_written_in_an_address_without_umlauts_and_blanks() -> None:
    assert [slug(word) for word in ("in Umsetzung", "+++ hohe Priorität", "Straße & Weg")] == [
        "in-umsetzung", "hohe-prioritaet", "strasse-weg",
    ]  # fmt: skip


def test_a_link_to_a_selection_counts_from_its_page_and_escapes_its_values(workshop: Workshop) -> None:
    draft = workshop.draft("orte/musterstadt/")
    assert register_link(draft, "massnahme", ort="musterstadt") == "../../massnahmen/?ort=musterstadt"
    assert register_link(draft, "aussage", text="a&b") == "../../swot/?text=a%26b"


@pytest.mark.parametrize("kind", ["ort", "akteur"])
def test_an_actor_or_place_links_to_as_many_rows_as_it_says(
    site: dict[str, PageRecord], workshop: Workshop, kind: str
) -> None:
    followed = 0
    for entry in workshop.konzept.of_kind(kind):
        draft = workshop.draft(workshop.addresses.of(entry))
        for link in registers_with(draft, entry):
            way = urlsplit(urljoin("/" + draft.path, link.href))
            page = site[way.path.removeprefix("/")]
            rows = [row for row in _rows(page).values() if all(v in row[k] for k, v in parse_qsl(way.query))]
            assert link.title.split()[0] == str(len(rows))
            assert f'href="{link.href}"' in site[draft.path].html
            assert key_of(entry) in link.href
            followed += 1
    assert followed >= 5
