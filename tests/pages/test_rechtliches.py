from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.errors import SetupError
from kek_build.pages import rechtliches
from kek_build.pages.build import pages, workshops
from kek_build.pages.rechtliches import help_links
from kek_build.pages.record import Crumb, PageRecord, plain_text
from kek_build.site import SiteOptions
from tests.example import OFFICIAL, OPTIONS, REPORT


def _konzept(musterkreis: Konzept, slug: str, name: str, land: str) -> Konzept:
    datei = musterkreis.datei.model_copy(update={"name": name, "land": land})
    return replace(musterkreis, slug=slug, datei=datei)


@pytest.fixture(scope="module")
def two(musterkreis: Konzept) -> list[Konzept]:
    """Two counties in two Länder."""
    return [
        _konzept(musterkreis, "eins", "Landkreis Eins", "Sachsen"),
        _konzept(musterkreis, "zwei", "Landkreis Zwei", "Sachsen-Anhalt"),
    ]


def _legal(
    options: SiteOptions, *concepts: Konzept, paths: tuple[str, ...] = (), **given: Any
) -> dict[str, PageRecord]:
    shops = workshops(concepts, options)
    planned = rechtliches.plan(options, shops, Crumb("Start", ""), paths=paths, **given)
    return {page.path: page.write() for page in planned}


def _changed(**changes: Any) -> SiteOptions:
    return OPTIONS.model_copy(update=changes)


def _links(page: PageRecord) -> dict[str, str]:
    return {node.text(): node.attributes["href"] or "" for node in LexborHTMLParser(page.html).css("a[href]")}


def _headings(page: PageRecord) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page.html).css("h2, h3")]


def test_what_the_operator_does_not_say_is_not_made_up(site: dict[str, PageRecord]) -> None:
    assert plain_text(site["impressum/"].html).count("nicht angegeben") == 3
    assert plain_text(site["datenschutz/"].html).count("nicht angegeben") == 3
    assert "Umsatzsteuer" not in site["impressum/"].html
    assert "Aufsichtsbehörde" not in site["impressum/"].html


def test_contacts_can_be_called_and_written_to(musterkreis: Konzept) -> None:
    links = _links(_legal(OFFICIAL, musterkreis)["impressum/"])
    assert links["01234 5670-89"] == "tel:+491234567089"
    assert links["post@landkreis-gruenau.de"] == "mailto:post@landkreis-gruenau.de"
    assert links["www.landesamt-gruenau.de"] == "https://www.landesamt-gruenau.de"


def test_only_a_demonstration_says_that_it_is_one(musterkreis: Konzept) -> None:
    for options, said in ((OPTIONS, True), (OFFICIAL, False)):
        for path, page in _legal(options, musterkreis).items():
            assert ("Demonstration" in page.html) == (said and path != "suche/"), path


def test_bodies_are_not_bothered_by_readers_of_a_demonstration(site: dict[str, PageRecord]) -> None:
    assert "für diese Demonstration sind sie nicht zuständig" in site["barrierefreiheit/"].html
    assert "für diese Demonstration sind sie nicht zuständig" in site["datenschutz/"].html


def test_without_a_report_the_page_says_that_there_is_none(musterkreis: Konzept) -> None:
    text = plain_text(_legal(OPTIONS, musterkreis)["barrierefreiheit/"].html)
    assert "Ein Prüfbericht liegt noch nicht vor." in text
    assert "vereinbar ." not in text
    assert "Automatische Prüfung" not in text


@pytest.mark.parametrize("by_hand", [None, OFFICIAL.handpruefung])
def test_with_a_report_the_page_names_status_and_basis(musterkreis: Konzept, by_hand: object) -> None:
    options = OFFICIAL.model_copy(update={"handpruefung": by_hand})
    text = plain_text(_legal(options, musterkreis, report=REPORT)["barrierefreiheit/"].html)
    assert "teilweise vereinbar" in text
    assert "vollständig vereinbar" not in text
    assert "Selbstbewertung" in text
    assert ("noch nicht dokumentiert" in text) == (by_hand is None)


def test_the_best_status_has_no_reasons(musterkreis: Konzept) -> None:
    assert OFFICIAL.handpruefung is not None
    by_hand = OFFICIAL.handpruefung.model_copy(update={"ergebnis": "vollständig", "luecken": ()})
    report = REPORT.model_copy(update={"luecken": ()})
    options = OFFICIAL.model_copy(update={"handpruefung": by_hand})
    text = plain_text(_legal(options, musterkreis, report=report)["barrierefreiheit/"].html)
    assert "vollständig vereinbar ." in text
    assert "Uns ist keiner bekannt." in text


def test_a_barrier_is_reported_by_mail_or_by_letter(musterkreis: Konzept) -> None:
    page = _legal(OPTIONS, musterkreis)["barrierefreiheit/"]
    assert _links(page)["Barriere per E-Mail melden"].startswith("mailto:post@muster.invalid?subject=")
    assert LexborHTMLParser(page.html).css("h2#melden")
    silent = _changed(anbieter=OPTIONS.anbieter.model_copy(update={"mail": None}))
    page = _legal(silent, musterkreis)["barrierefreiheit/"]
    assert "Barriere per E-Mail melden" not in _links(page)
    assert "Betreiber & <Partner> Musterweg 1" in plain_text(page.html)


def test_each_land_has_its_law_and_bodies(two: list[Konzept]) -> None:
    records = _legal(OPTIONS, *two)
    page = records["barrierefreiheit/"]
    assert _headings(page)[-2:] == ["Sachsen (Landkreis Eins)", "Sachsen-Anhalt (Landkreis Zwei)"]
    text = plain_text(page.html)
    for words in (
        "BfWebG",
        "BfWebVO",
        "BGG LSA",
        "BGGVO LSA",
        "Archivstraße 1",
        "Käsperstraße 31",
        "§ 16d BGG LSA",
    ):
        assert words in text
    links = _links(page)
    assert links["ombudsstelle@ukst.de"] == "mailto:ombudsstelle@ukst.de"
    assert links["0351 564-10713"] == "tel:+4935156410713"
    text = plain_text(records["datenschutz/"].html)
    assert "Sächsische Datenschutz- und Transparenzbeauftragte" in text
    assert "Landesbeauftragte für den Datenschutz Sachsen-Anhalt" in text


def test_a_land_with_two_counties_is_named_once(musterkreis: Konzept) -> None:
    concepts = [_konzept(musterkreis, slug, f"Landkreis {slug}", "Sachsen") for slug in ("eins", "zwei")]
    headings = _headings(_legal(OPTIONS, *concepts)["barrierefreiheit/"])
    assert headings.count("Sachsen (Landkreis eins und Landkreis zwei)") == 1


def test_of_an_unknown_land_no_body_is_made_up(site: dict[str, PageRecord]) -> None:
    text = plain_text(site["barrierefreiheit/"].html)
    assert "in Musterland: das Recht des Landes, das die Richtlinie (EU) 2016/2102 umsetzt" in text
    assert "Zuständige Stelle: nicht angegeben" in text


# Leichte Sprache and sign language


def _help(options: SiteOptions, *concepts: Konzept, paths: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(link.title, link.href) for link in help_links(options, workshops(concepts, options), paths)]


def test_what_is_not_there_has_no_link(musterkreis: Konzept) -> None:
    assert _help(OPTIONS, musterkreis) == []
    text = plain_text(_legal(OPTIONS, musterkreis)["barrierefreiheit/"].html)
    assert "in Leichter Sprache gibt es hier noch nicht" in text
    assert "in Deutscher Gebärdensprache gibt es hier noch nicht" in text


def test_the_page_of_a_concept_in_leichter_sprache_is_found(musterkreis: Konzept) -> None:
    paths = ("", "leichte-sprache/")
    assert _help(OPTIONS, musterkreis, paths=paths) == [("Leichte Sprache", "leichte-sprache/")]
    page = _legal(OPTIONS, musterkreis, paths=paths)["barrierefreiheit/"]
    assert _links(page)["Leichte Sprache"] == "../leichte-sprache/"
    assert "in Leichter Sprache gibt es hier noch nicht" not in page.html


def test_of_several_such_pages_the_foot_leads_to_the_list(two: list[Konzept]) -> None:
    paths = ("eins/leichte-sprache/", "zwei/leichte-sprache/")
    assert _help(OPTIONS, *two, paths=paths) == [("Leichte Sprache", "barrierefreiheit/#sprachen")]
    page = _legal(OPTIONS, *two, paths=paths)["barrierefreiheit/"]
    assert _links(page)["Leichte Sprache: Landkreis Eins"] == "../eins/leichte-sprache/"
    assert _links(page)["Leichte Sprache: Landkreis Zwei"] == "../zwei/leichte-sprache/"
    assert LexborHTMLParser(page.html).css("h2#sprachen")


def test_configured_pages_come_first(musterkreis: Konzept) -> None:
    options = _changed(leichte_sprache="seiten/vorwort/", gebaerdensprache="https://video.muster.invalid/dgs")
    paths = ("seiten/vorwort/", "leichte-sprache/")
    assert _help(options, musterkreis, paths=paths) == [
        ("Leichte Sprache", "seiten/vorwort/"),
        ("Gebärdensprache", "https://video.muster.invalid/dgs"),
    ]
    links = _links(_legal(options, musterkreis, paths=paths)["barrierefreiheit/"])
    assert links["Leichte Sprache"] == "../seiten/vorwort/"
    assert links["Video in Deutscher Gebärdensprache"] == "https://video.muster.invalid/dgs"


def test_a_configured_page_that_does_not_exist_is_told_with_a_suggestion(musterkreis: Konzept) -> None:
    with pytest.raises(SetupError, match=r"„seiten/vorwrt/“.*gibt es nicht\. Meinten Sie „seiten/vorwort/“"):
        _help(_changed(leichte_sprache="seiten/vorwrt/"), musterkreis, paths=("", "seiten/vorwort/"))


def test_the_legal_pages_of_a_site_know_its_other_pages(musterkreis: Konzept) -> None:
    options = _changed(leichte_sprache="seiten/vorwort/")
    page = next(page for page in pages(workshops([musterkreis], options), options) if page.path == "barrierefreiheit/")
    assert _links(page)["Leichte Sprache"] == "../seiten/vorwort/"
