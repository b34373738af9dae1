# Counties compared: by subject and by the words of their glossaries.
from __future__ import annotations

import gzip
from dataclasses import replace
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.concept.subjects import KINDS_WITH_SUBJECTS
from kek_build.pages.build import plan, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.shared_terms import name_of
from kek_build.pages.themen import parts
from tests.example import OPTIONS, counties

SITE = "https://x/"


def pages_of(concepts: list[Konzept]) -> dict[str, LexborHTMLParser]:
    """The pages about subjects and terms of a site, by their path."""
    planned = plan(workshops(concepts, OPTIONS), OPTIONS)
    asked = (page for page in planned if {"themen", "glossar"} & set(page.path.split("/")))
    return {page.path: LexborHTMLParser(page.write().html) for page in asked}


def links(page: LexborHTMLParser, path: str, within: str = "a") -> set[str]:
    return {urljoin(SITE + path, node.attributes["href"] or "") for node in page.css(within)}


def without_subjects(konzept: Konzept) -> Konzept:
    """A concept in which no editor assigned a subject."""
    entries = {
        ref: replace(entry, own=entry.model.model_copy(update={"themen": ()}))
        if hasattr(entry.model, "themen")
        else entry
        for ref, entry in konzept.entries.items()
    }
    by_kind = {kind: tuple(entries[e.ref] for e in found) for kind, found in konzept.by_kind.items()}
    return replace(konzept, entries=entries, by_kind=by_kind)


@pytest.fixture(scope="module")
def two() -> dict[str, LexborHTMLParser]:
    """A site with two counties, of which one assigned no subjects."""
    one, other = counties(2)
    return pages_of([one, without_subjects(other)])


@pytest.fixture(scope="module")
def many() -> dict[str, LexborHTMLParser]:
    """A site with many counties."""
    return pages_of(counties(6))


def test_a_county_that_has_nothing_under_a_subject_says_so(two: dict[str, LexborHTMLParser]) -> None:
    page = two["themen/wohnen/"]
    for row in page.css(".kek-vergleich__zeile"):
        of_y, of_z = row.css(".kek-vergleich__spalte")
        assert [node.text() for node in of_y.css(".kek-missing")] == ["nicht angegeben"]
        assert of_z.css("li a")
    assert links(page, "themen/wohnen/", "thead a") == {f"{SITE}kreis-y/", f"{SITE}kreis-z/themen/wohnen/"}


def test_every_kind_that_any_county_has_is_compared(two: dict[str, LexborHTMLParser]) -> None:
    titles = [heading.text() for heading in two["themen/wohnen/"].css(".kek-vergleich h2")]
    assert titles == ["Handlungsfelder", "Ziele", "Schlüsselvorhaben", "Maßnahmen", "Kennzahlen", "SWOT-Themen"]
    assert [heading.text() for heading in two["themen/mobilitaet/"].css(".kek-vergleich h2")] == ["Kennzahlen"]


def test_a_county_without_subjects_has_no_pages_of_them(two: dict[str, LexborHTMLParser]) -> None:
    assert {path for path in two if path.startswith("kreis-")} == {
        "kreis-z/themen/", "kreis-z/themen/mobilitaet/", "kreis-z/themen/wohnen/", "kreis-y/glossar/",
        "kreis-z/glossar/",
    }  # fmt: skip


def test_a_site_without_any_subject_has_no_pages_of_them() -> None:
    assert not any("themen" in path for path in pages_of([without_subjects(konzept) for konzept in counties(2)]))


def test_every_number_leads_to_a_place_that_there_is(two: dict[str, LexborHTMLParser]) -> None:
    for path, page in two.items():
        for address in links(page, path, "td a, th a"):
            target, _, anchor = address.removeprefix(SITE).partition("#")
            if anchor:
                assert two[target].css_first(f"#{anchor}") is not None


def test_of_many_counties_a_table_leads_to_each_and_none_is_spread_out(many: dict[str, LexborHTMLParser]) -> None:
    page = many["themen/wohnen/"]
    assert page.css(".kek-vergleich__spalte") == []
    assert len(page.css("tbody tr")) == 6
    assert links(page, "themen/wohnen/", "tbody th a") == {f"{SITE}kreis-{x}/themen/wohnen/" for x in "uvwxyz"}


def test_a_county_more_adds_a_line_to_a_comparison_and_nothing_more() -> None:
    sizes = []
    for number in (6, 26):
        (page,) = (p for p in plan(workshops(counties(number), OPTIONS), OPTIONS) if p.path == "themen/wohnen/")
        sizes.append(len(gzip.compress(page.write().html.encode())))
    assert (sizes[1] - sizes[0]) / 20 < 100


def test_what_can_be_put_side_by_side_stands_on_each_countys_own_page(many: dict[str, LexborHTMLParser]) -> None:
    own = many["kreis-u/themen/wohnen/"].css("[data-kek-teil]")
    assert [part.attributes["data-kek-teil"] for part in own] == [
        "handlungsfelder", "ziele", "schluesselvorhaben", "massnahmen", "kennzahlen", "swot"
    ]  # fmt: skip


def test_a_long_list_is_cut_and_leads_to_the_register(workshop: Workshop) -> None:
    (subject,) = (subject for subject in workshop.konzept.subjects if subject.kennung == "wohnen")
    found = {part.key: part for part in parts(workshop.draft("themen/wohnen/"), subject, 2)}
    assert [sum(len(group.items) for group in part.groups) <= 2 for part in found.values()] == [True] * len(found)
    measures = found["massnahmen"]
    assert measures.count == "3 Maßnahmen"
    assert measures.rest is not None
    assert (measures.rest.href, measures.rest.title) == ("../../massnahmen/?thema=wohnen", "Alle 3 Maßnahmen")
    assert found["schluesselvorhaben"].rest is None
    assert len(found) == len(KINDS_WITH_SUBJECTS)


def test_a_glossary_names_who_else_explains_a_term(two: dict[str, LexborHTMLParser]) -> None:
    (entry,) = two["kreis-z/glossar/"].css("#oepnv")
    assert "So sagt es auch: Landkreis Kreis Y (nebeneinander)" in entry.text()
    assert f"{SITE}kreis-y/glossar/#oepnv" in {
        urljoin(f"{SITE}kreis-z/glossar/", a.attributes["href"]) for a in entry.css("a")
    }


def test_a_glossary_counts_those_who_explain_a_term_where_they_are_many(many: dict[str, LexborHTMLParser]) -> None:
    assert "So sagt es auch: 5 weitere Landkreise (nebeneinander)" in many["kreis-z/glossar/"].css("#oepnv")[0].text()


def test_the_explanations_of_a_term_stand_side_by_side(many: dict[str, LexborHTMLParser]) -> None:
    page = many["glossar/oepnv/"]
    assert [node.text() for node in page.css(".kek-vergleich__spalte h2")] == [f"Landkreis Kreis {x}" for x in "UVWXYZ"]
    assert links(page, "glossar/oepnv/", "h2 a") == {f"{SITE}kreis-{x}/glossar/#oepnv" for x in "uvwxyz"}


def test_two_spellings_of_a_term_are_one(musterkreis: Konzept) -> None:
    entry = musterkreis["glossar/oepnv"]
    spelt = [replace(entry, own=entry.model.model_copy(update={"begriff": term})) for term in ("e-Akte", "eAkte")]
    assert {name_of(term) for term in spelt} == {"eakte"}


def test_a_term_of_one_concept_alone_is_compared_with_nothing(site: dict[str, object]) -> None:
    assert not [path for path in site if path.startswith("glossar/") and path != "glossar/"]
