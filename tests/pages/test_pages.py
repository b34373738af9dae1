# What holds for every page, and what single kinds of page must show.
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.models import Dokument
from kek_build.models.base import Model
from kek_build.pages.addresses import RESERVED
from kek_build.pages.build import misnamed, pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord, plain_text
from tests.example import MINIMAL, OPTIONS, ROOT, Copy, broken_links_between, load_musterkreis, without_code

_SITE = "http://muster.invalid/"


def _all_pages(*concepts: Konzept) -> list[PageRecord]:
    return list(pages(workshops(concepts, OPTIONS), OPTIONS))


def _ids(record: PageRecord) -> str:
    return record.path or "/"


_PAGES = _all_pages(load_musterkreis())
every_page = pytest.mark.parametrize("page", _PAGES, ids=_ids)


def _tree(page: PageRecord) -> LexborHTMLParser:
    return LexborHTMLParser(page.html)


def _targets(page: PageRecord) -> set[str]:
    """The addresses that a page links to."""
    return {
        urljoin(_SITE + page.path, node.attributes["href"] or "").removeprefix(_SITE)
        for node in _tree(page).css("a[href]")
    }


def _facts(page: PageRecord) -> dict[str, str]:
    """The rows of a page's table of key facts."""
    rows = _tree(page).css(".kek-facts dl > div")
    return {
        row.css("dt")[0].text(): " | ".join(" ".join(node.text().split()) for node in row.css("dd")) for row in rows
    }


# Every page


@every_page
def test_a_page_has_one_heading_of_the_first_level_with_its_title(page: PageRecord) -> None:
    headings = _tree(page).css("h1")
    assert [" ".join(heading.text().split()) for heading in headings] == [page.title]


@every_page
def test_headings_skip_no_level(page: PageRecord) -> None:
    levels = [int(str(node.tag)[1]) for node in _tree(page).css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@every_page
def test_a_page_shows_the_way_to_it(page: PageRecord) -> None:
    crumbs = _tree(page).css("nav.kek-crumbs a")
    assert [(node.text(), urljoin(_SITE + page.path, node.attributes["href"] or "")) for node in crumbs] == [
        (crumb.title, _SITE + crumb.path) for crumb in page.crumbs
    ]
    assert len(_tree(page).css('nav.kek-crumbs [aria-current="page"]')) == 1


@every_page
def test_the_page_above_exists(page: PageRecord) -> None:
    assert page.parent in {other.path for other in _PAGES} or page.path == ""


@every_page
def test_a_page_names_the_file_that_made_it(page: PageRecord) -> None:
    if page.concept is None:
        assert page.source is None
    else:
        assert page.source is not None
        assert (ROOT / page.source).is_file()


@every_page
def test_a_page_describes_itself_in_plain_words(page: PageRecord) -> None:
    assert 10 <= len(page.description) <= 161
    assert "[[" not in page.description
    assert "\n" not in page.description


@every_page
def test_no_page_holds_an_element_that_came_from_a_text(page: PageRecord) -> None:
    tags = {node.tag for node in _tree(page).css("body *")}
    assert not tags & {"script", "b", "weit", "wohnen", "leere", "du", "nur", "iframe", "style", "object", "form"}
    html = without_code(page.html)
    assert "&amp;lt;" not in html
    assert "&amp;amp;" not in html


@every_page
def test_no_page_needs_style_or_script_inside_it(page: PageRecord) -> None:
    for node in _tree(page).css("body *"):
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]


@every_page
def test_an_id_stands_once_in_a_page(page: PageRecord) -> None:
    ids = [node.attributes["id"] for node in _tree(page).css("[id]")]
    assert sorted(ids, key=str) == sorted(set(ids), key=str)


@every_page
def test_every_region_is_named_by_a_heading_of_the_page(page: PageRecord) -> None:
    for node in _tree(page).css("[aria-labelledby]"):
        assert _tree(page).css(f'[id="{node.attributes["aria-labelledby"]}"]')


@every_page
def test_no_page_shows_what_only_the_program_knows(page: PageRecord) -> None:
    text = plain_text(page.html)
    assert not re.search(r"\bNone\b|Markup\(|Datum\(|<kek_build|\[\[", text)


def test_all_links_between_the_pages_lead_somewhere(tmp_path: Path) -> None:
    assert broken_links_between(_PAGES, tmp_path) == []


def test_no_two_pages_share_an_address() -> None:
    paths = [page.path.lower() for page in _PAGES]
    assert len(paths) == len(set(paths))


def test_every_page_can_be_reached_from_the_first() -> None:
    by_path = {page.path: page for page in _PAGES}
    reached, front = {""}, [""]
    while front:
        found = {target.partition("#")[0] for path in front for target in _targets(by_path[path])}
        front = sorted((found & set(by_path)) - reached)
        reached.update(front)
    # The legal pages stand in the footer of the frame.
    assert set(by_path) - reached == {"impressum/", "datenschutz/", "barrierefreiheit/"}


def test_pages_come_in_the_same_order_with_the_same_html_every_time() -> None:
    assert _all_pages(load_musterkreis()) == _PAGES


# Everything an editor writes


_NOT_SHOWN = {
    "kurzname", "land", "behoerde",  # for other formats than pages
    "kennung", "position", "id",  # parts of addresses, order
    "art", "rolle", "richtung", "genauigkeit", "herkunft", "nummern", "eigene_seite", "titel_redaktionell",
    "im_landkreis", "vorhanden", "zuordnung", "symbol",  # shown in other words, or as a picture
    "link", "ansprechpersonen_zeigen",  # where a link leads, what is shown at all
}  # fmt: skip


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a model with the key it stands at, references left out."""
    if isinstance(value, Model):
        for name, info in type(value).model_fields.items():
            if "ReferenceTo" not in f"{info.annotation} {info.metadata}" and not (
                isinstance(value, Dokument) and name == "kurz"
            ):
                yield from _texts(getattr(value, name), name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, key)
    elif isinstance(value, str) and key not in _NOT_SHOWN:
        yield key, value


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _with_titles(konzept: Konzept, text: str) -> str:
    """A running text as readers see it, references replaced by number or title."""

    def words(match: re.Match[str]) -> str:
        entry = konzept.resolve(match[1].strip())
        assert entry is not None
        return match[2] or entry.number or entry.short_title

    return re.sub(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]", words, text)


@pytest.mark.parametrize("ref", [e.ref for e in load_musterkreis().entries.values() if e.parent in {None, "konzept"}])
def test_every_text_that_an_editor_writes_can_be_read_on_some_page(musterkreis: Konzept, ref: str) -> None:
    shown = _squashed(" ".join(plain_text(page.html) for page in _PAGES))
    entry = musterkreis[ref]
    lost = [
        (key, text)
        for key, text in _texts(entry.model)
        if (key != "text" or entry.kind != "seite") and key != "aliase"
        if any(_squashed(part) not in shown for part in re.split(r"\n(?:\n|- )", _with_titles(musterkreis, text)))
    ]
    assert lost == []


# Both ways


_LISTED_ELSEWHERE = {"hinweis", "quelle"}


def test_every_page_links_to_what_it_names_and_back() -> None:
    konzept = load_musterkreis()
    shop = workshops([konzept], OPTIONS)[0]
    by_path = {page.path: _targets(page) for page in _PAGES}
    missing = []
    for links in konzept.outgoing.values():
        for link in links:
            ways = [shop.addresses.of(konzept[ref]) for ref in (link.source, link.target)]
            page_of = [way.partition("#")[0] for way in ways]
            if link.relation in _LISTED_ELSEWHERE or page_of[0] == page_of[1]:
                continue
            if link.source != "konzept" and ways[1] not in by_path[page_of[0]]:
                missing.append(("forth", link))
            if link.target.startswith("quellen/") or not shop.addresses.has_page(konzept[link.target]):
                continue
            if not {ways[0], page_of[0]} & by_path[page_of[1]]:
                missing.append(("back", link))
    assert missing == []


# Single kinds of page


def test_a_measure_of_which_the_document_says_little_says_so(site: dict[str, PageRecord]) -> None:
    page = site["massnahmen/2-3/"]
    assert "Status nicht angegeben" in plain_text(page.html)
    facts = _facts(page)
    assert facts["Handlungsfeld"] == "II Wege und Wirtschaft"
    assert facts["Zusammengeführt mit"] == "2-1 Ein dichtes Busnetz"
    assert {label for label, value in facts.items() if value == "nicht angegeben"} == {
        "Schlüsselvorhaben",
        "Priorität",
        "Genannte Akteure",
        "Träger laut Schlüsselvorhaben",
        "Orte",
        "Kennzahlen",
        "Geplanter Zeitraum",
    }


def test_a_measure_shows_its_facts(site: dict[str, PageRecord]) -> None:
    facts = _facts(site["massnahmen/1-2/"])
    assert facts["Priorität"] == "+++ (hohe Priorität)"
    assert facts["Geplanter Zeitraum"] == "von 2021 bis Dezember 2022"
    assert facts["Tatsächlicher Zeitraum"] == "vom 1. Februar 2022 bis 2023"
    assert facts["Genannte Akteure"] == "Bauamt (federführend)mit & ohne Auftrag | Bürgerverein „Wir & <Du>“ e. V."
    assert facts["Ersetzt durch"] == "1-10 Neue Bewohner finden"
    assert "nicht angegeben" not in facts.values()


def test_a_key_project_of_which_the_document_says_little_says_so(site: dict[str, PageRecord]) -> None:
    page = site["schluesselvorhaben/ii.1/"]
    missing = [label for label, value in _facts(page).items() if value == "nicht angegeben"]
    assert missing[:3] == ["Bearbeitungsstand", "Träger", "Ansprechpartner"]
    for name in ("ziele", "arbeitsschritte"):
        assert "nicht angegeben" in _tree(page).css(f'section[aria-labelledby="{name}"]')[0].text()


def test_an_indicator_shows_its_figures_as_they_were_given(site: dict[str, PageRecord]) -> None:
    rows = _tree(site["kennzahlen/leerstand/"]).css("tbody tr")
    unit = "\u00a0Häuser & Höfe"
    assert [[cell.text() for cell in row.css("th, td")] for row in rows] == [
        ["Ausgangswert", "2019", "", f"rund 1\u202f250{unit}", "Schätzung <grob>"],
        ["Wert", "31. Dezember 2021", "", f"1\u202f198,5{unit}", "Zählung & <Schätzung>"],
        ["Zielwert", "2025", "V1", f"900 bis 1\u202f000{unit}", ""],
        ["Zielwert", "2035", "V2", f"weniger als 500{unit}", ""],
        ["Prognose", "nicht angegeben", "", f"mindestens −3{unit}", ""],
    ]


def test_columns_without_any_entry_are_left_out(site: dict[str, PageRecord]) -> None:
    columns = [node.text() for node in _tree(site["kennzahlen/radwege/"]).css("thead th")]
    assert columns == ["Art", "Zeitpunkt", "Zahl", "Anmerkung"]


def test_the_adopted_wording_stands_before_our_own(site: dict[str, PageRecord]) -> None:
    html = site["schluesselvorhaben/i.1/"].html
    assert html.index("Das Vorhaben aktiviert leere Häuser.") < html.index("Leere Häuser bekommen neue Bewohner.")


def test_notes_of_others_say_where_they_come_from(site: dict[str, PageRecord]) -> None:
    note = next(node for node in _tree(site["schluesselvorhaben/i.1/"]).css(".kek-note") if "Übersicht" in node.text())
    assert "1.1.1 Leerstand senken" in " ".join(note.text().split())


def test_numbers_that_the_document_does_not_have_are_marked(site: dict[str, PageRecord]) -> None:
    assert "Die Nummern hat die Redaktion vergeben" in plain_text(site["ziele/"].html)


_PLURALS = "Aussagen|Themen|Stärken|Schwächen|Chancen|Risiken|Maßnahmen|Hinweise|Ziele|Themenfelder|Verweise"


def test_one_thing_is_named_in_the_singular(site: dict[str, PageRecord]) -> None:
    for record in site.values():
        assert not re.search(rf"(?<![.\d])1 ({_PLURALS})\b", plain_text(record.html)), record.path


def test_links_from_the_analysis_are_marked_as_editorial(site: dict[str, PageRecord]) -> None:
    for path in ("swot/wohnen/", "ziele/1.1.1/", "massnahmen/1-2/", "handlungsfelder/i/"):
        assert "redaktionell" in plain_text(site[path].html), path


def test_the_history_is_told_from_the_first_step_to_the_last(site: dict[str, PageRecord]) -> None:
    times = [node.attributes["datetime"] for node in _tree(site["verlauf/"]).css(".kek-timeline time")]
    assert times == ["2019-11", "2021-02-14", "2030"]


def test_the_key_projects_of_nested_goals_stand_in_the_list(site: dict[str, PageRecord]) -> None:
    assert {"schluesselvorhaben/i.1/", "schluesselvorhaben/ii.1/"} <= _targets(site["schluesselvorhaben/"])


def test_html_in_a_description_is_text(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "kurz: Busse fahren jede Stunde.", "kurz: Mieten < 5 € & Busse > 3 &amp; mehr")
    page = next(page for page in _all_pages(copy.konzept()) if page.path == "massnahmen/2-1/")
    assert page.description == "Mieten < 5 € & Busse > 3 &amp; mehr"


# Concepts of other shapes


@pytest.fixture
def minimal(copy: Copy) -> Konzept:
    """A concept of which nothing is known but what must be."""
    shutil.rmtree(copy.folder)
    copy.write("konzept.yml", MINIMAL)
    return copy.konzept()


def test_a_concept_of_one_file_has_whole_pages(minimal: Konzept, tmp_path: Path) -> None:
    records = _all_pages(minimal)
    assert broken_links_between(records, tmp_path / "site") == []
    assert "Nichts: Alles ist verbunden, und nichts ist überfällig." in next(
        r.html for r in records if r.path == "lose-enden/"
    )


@pytest.mark.parametrize(
    "part",
    [
        "verlauf: [{datum: 2020, art: schritt, titel: Anfang}]\n",
        "mitwirkende: [{akteur: kreis, aufgabe: Auftraggeber}]\n",
    ],
)
def test_a_history_needs_steps_or_people(minimal: Konzept, copy: Copy, tmp_path: Path, part: str) -> None:
    assert not minimal.datei.verlauf
    copy.write("konzept.yml", MINIMAL + part)
    copy.write("akteure.yml", "- {kennung: kreis, name: Landkreis Klein, art: Landkreis}\n")
    records = _all_pages(copy.konzept())
    assert "verlauf/" in {record.path for record in records}
    assert "verlauf/" in _targets(records[0])
    assert broken_links_between(records, tmp_path / "site") == []


def test_what_a_concept_does_not_have_has_no_page(minimal: Konzept) -> None:
    assert {record.path for record in _all_pages(minimal)} == {
        "", "handlungsfelder/", "quellen/", "lose-enden/", "aenderungen/", "impressum/", "datenschutz/",
        "barrierefreiheit/", "suche/", "umsetzungsstand/",
    }  # fmt: skip


@pytest.mark.parametrize(
    "levels", ["ja ja ja", "ja nein nein", "nein nein nein", "nein ja ja", "nein ja nein", "ja nein ja"]
)
def test_any_level_of_goals_may_do_without_pages(copy: Copy, tmp_path: Path, levels: str) -> None:
    first, second, third = levels.split()
    copy.replace("konzept.yml", "    kurz: Ein Themenfeld", f"    eigene_seite: {first}\n    kurz: Ein Themenfeld")
    copy.replace("konzept.yml", "eigene_seite: ja\n    nummern: dokument", f"eigene_seite: {second}")
    copy.replace("konzept.yml", "eigene_seite: nein\n    nummern: red", f"eigene_seite: {third}\n    nummern: red")
    konzept = copy.konzept()
    records = _all_pages(konzept)
    assert broken_links_between(records, tmp_path / "site") == []
    by_path = {record.path: record for record in records}
    shop = workshops([konzept], OPTIONS)[0]
    for goal in konzept.of_kind("ziel"):
        path, _, anchor = shop.addresses.of(goal).partition("#")
        assert goal.title in plain_text(by_path[path].html)
        assert not anchor or _tree(by_path[path]).css(f'[id="{anchor}"]')
        for statement in konzept.children(goal.ref, "leitsatz"):
            assert statement.title in plain_text(by_path[path].html)
    for record in records:
        test_headings_skip_no_level(record)
        test_an_id_stands_once_in_a_page(record)


def test_levels_that_a_concept_does_not_have_are_left_out_of_the_roter_faden(copy: Copy) -> None:
    copy.replace("seiten/vorwort.md", " und [[swot/wohnen#chance-1]]", "")
    copy.replace("kennzahlen/leerstand.yml", "fuer: [I.1, swot/wohnen#schwaeche-1]", "fuer: [I.1]")
    copy.replace("handlungsfelder/I.yml", "auch: [I.1, swot/wohnen#schwaeche-2, akteure/kreistag]", "auch: [I.1]")
    (copy.folder / "swot/wohnen.yml").unlink()
    (copy.folder / "aufgehoben.yml").unlink()
    page = next(page for page in _all_pages(copy.konzept()) if page.path == "ziele/1.1.1/")
    assert [node.text().split()[0] for node in _tree(page).css(".kek-faden__label")] == [
        "Handlungsfeld",
        "Themenfeld",
        "Strategisches",
        "Operative",
        "Schlüsselvorhaben",
        "Maßnahmen",
        "Kennzahl",
    ]


def test_fields_stand_without_heading_where_a_concept_has_no_priority_groups(copy: Copy) -> None:
    text = (copy.folder / "konzept.yml").read_text(encoding="utf-8")
    before, _, rest = text.partition("prioritaetsgruppen:\n")
    copy.write("konzept.yml", before + rest[rest.index("prioritaeten:\n") :])
    page = next(page for page in _all_pages(copy.konzept()) if page.path == "handlungsfelder/")
    headings = [" ".join(node.text().split()) for node in _tree(page).css("h2.kek-card__title, h3")]
    assert headings == ["I Leben & <Wohnen>", "II Wege und Wirtschaft"]


def test_a_field_outside_all_priority_groups_is_still_listed(copy: Copy) -> None:
    copy.replace("konzept.yml", '  - nummer: "2"\n    titel: Weitere Handlungsfelder\n    handlungsfelder: [I]\n', "")
    records = {record.path: record for record in _all_pages(copy.konzept())}
    for path in ("", "handlungsfelder/", "schluesselvorhaben/"):
        assert "handlungsfelder/i/" in _targets(records[path]), path
    assert "Ohne Prioritätsgruppe" in plain_text(records["handlungsfelder/"].html)


def test_a_key_project_under_no_goal_is_still_listed(copy: Copy) -> None:
    copy.replace("handlungsfelder/II.yml", "    schluesselvorhaben: [II.1]\n", "")
    records = {record.path: record for record in _all_pages(copy.konzept())}
    assert "schluesselvorhaben/ii.1/" in _targets(records["schluesselvorhaben/"])


# Several concepts on one site


@pytest.fixture
def two_concepts(musterkreis: Konzept) -> list[PageRecord]:
    return _all_pages(musterkreis, replace(musterkreis, slug="nachbarkreis"))


def test_each_concept_has_its_own_part_of_the_site(two_concepts: list[PageRecord]) -> None:
    parts = {(record.concept, record.path.partition("/")[0]) for record in two_concepts if record.concept}
    assert parts == {("musterkreis", "musterkreis"), ("nachbarkreis", "nachbarkreis")}


def test_the_first_page_leads_to_every_concept(two_concepts: list[PageRecord]) -> None:
    start = two_concepts[0]
    assert start.path == ""
    assert {"musterkreis/", "nachbarkreis/"} <= _targets(start)
    assert start.crumbs == ()
    assert "Konzepte & <Kreise>" in plain_text(start.html)
    assert "<kreise>" not in start.html.lower()


def test_concepts_do_not_link_to_each_other_but_where_their_glossaries_explain_the_same_term(
    two_concepts: list[PageRecord], tmp_path: Path
) -> None:
    assert broken_links_between(two_concepts, tmp_path) == []
    for record in two_concepts:
        other = {"musterkreis": "nachbarkreis/", "nachbarkreis": "musterkreis/"}.get(record.concept or "")
        assert not other or not [
            target for target in _targets(record) if target.startswith(other) and "glossar/#" not in target
        ]


@pytest.mark.parametrize("slug", ["Musterkreis", "muster_kreis", "muster kreis", "müster", *sorted(RESERVED)])
def test_a_folder_that_cannot_be_an_address_is_told(slug: str) -> None:
    (problem,) = misnamed([Path("projekt/content", slug)], Path("projekt"))
    assert str(problem).startswith(f"content/{slug}: Ein Konzept kann nicht „{slug}“ heißen.")


def test_a_folder_that_can_be_an_address_is_right() -> None:
    assert misnamed([Path("content/musterkreis"), Path("content/kreis-1")], Path()) == []


def test_demonstration_and_owner_stand_on_the_legal_pages(workshop: Workshop) -> None:
    records = {record.path: plain_text(record.html) for record in pages([workshop], OPTIONS)}
    assert "Betreiber & <Partner>" in records["impressum/"]
    assert "Demonstration" in records["impressum/"]
    official = OPTIONS.model_copy(update={"demonstration": False})
    assert "Demonstration" not in next(r.html for r in pages([workshop], official) if r.path == "impressum/")
