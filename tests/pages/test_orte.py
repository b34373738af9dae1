# The places: their register, and of each place everything that concerns it, with the reason.
from __future__ import annotations

from typing import get_args
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.concept import Konzept
from kek_build.concept.places import CLOSENESS, IN_PART, LINKED, concerns
from kek_build.models import Ort
from kek_build.pages import orte
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.karten import EMBEDDABLE
from kek_build.pages.record import PageRecord
from tests.example import OPTIONS, Copy

_TOWN = "orte/musterstadt/"
_VILLAGE = "orte/musterdorf/"


def _words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def _facts(tree: LexborHTMLParser) -> dict[str, str]:
    return {_words(row.css_first("dt")): _words(row.css_first("dd")) for row in tree.css(".kek-facts dl > div")}


def _places(konzept: Konzept) -> dict[str, LexborHTMLParser]:
    """The pages of the places of a concept, by path."""
    planned = orte.plan(workshops([konzept], OPTIONS)[0])
    return {page.path: LexborHTMLParser(page.write().html) for page in planned}


@pytest.fixture(scope="module")
def town(site: dict[str, PageRecord]) -> LexborHTMLParser:
    return LexborHTMLParser(site[_TOWN].html)


def test_a_place_lists_everything_that_concerns_it_once(site: dict[str, PageRecord], workshop: Workshop) -> None:
    konzept = workshop.konzept
    for place in konzept.of_kind("ort"):
        path = workshop.addresses.of(place)
        links = LexborHTMLParser(site[path].html).css("section .kek-row__title a")
        listed = [urljoin(f"/{path}", link.attributes["href"]).removeprefix("/") for link in links]
        assert sorted(listed) == sorted(workshop.addresses.of(c.entry) for c in concerns(konzept, place))


def test_the_counts_in_the_headings_are_those_of_the_rows(town: LexborHTMLParser) -> None:
    counted = 0
    for section in town.css("section:has(.kek-row)"):
        assert _words(section.css_first("h2")).endswith(f"({len(section.css('.kek-row'))})")
        counted += 1
    assert counted >= 5
    for group in town.css("details.kek-ort__mehr"):
        assert _words(group.css_first("summary")).endswith(f"({len(group.css('.kek-row'))})")


def test_every_section_can_be_jumped_to(town: LexborHTMLParser) -> None:
    jumps = {link.attributes["href"] for link in town.css(".kek-toc a")}
    anchors = {f"#{node.attributes['id']}" for node in town.css(".kek-body section[aria-labelledby] h2")}
    assert anchors <= jumps
    assert "#nachbarn" in anchors


def test_sections_with_something_that_names_the_place_come_first(site: dict[str, PageRecord]) -> None:
    sections = LexborHTMLParser(site["orte/grossstadt/"].html).css("section:has(.kek-row)")
    named = [bool(section.css(".kek-ort__genannt")) for section in sections]
    assert named == sorted(named, reverse=True)
    assert True in named
    assert False in named


def test_what_is_only_near_says_why_it_is_there(town: LexborHTMLParser) -> None:
    reasons = {
        _words(row.css_first(".kek-row__title")): [_words(node) for node in row.css(".kek-ort__grund")]
        for row in town.css(".kek-row")
    }
    assert reasons["I.1 Häuser wecken & <Nachbarn> finden"] == []
    assert reasons["1-10 Neue Bewohner finden"] == ["Teil von I.1 Häuser wecken"]
    bauamt = next(said for title, said in reasons.items() if title == "Bauamt")
    assert bauamt[1:] == ["Träger von I.1 Häuser wecken", "Ansprechpartner für I.1 Häuser wecken"]
    assert bauamt[0].startswith("Beteiligt an ")


def test_what_only_a_part_or_a_link_leads_to_always_has_a_reason(
    site: dict[str, PageRecord], workshop: Workshop
) -> None:
    seen = set()
    for place in workshop.konzept.of_kind("ort"):
        path = workshop.addresses.of(place)
        rows = LexborHTMLParser(site[path].html).css(".kek-row")
        by_path = {urljoin(f"/{path}", row.css("a")[0].attributes["href"]).removeprefix("/"): row for row in rows}
        for concern in concerns(workshop.konzept, place):
            row = by_path[workshop.addresses.of(concern.entry)]
            assert bool(row.css(".kek-ort__grund")) == (concern.closeness in {IN_PART, LINKED})
            seen.add(concern.closeness)
    assert seen == set(CLOSENESS)


def test_a_measure_shows_its_field_and_how_it_stands(town: LexborHTMLParser) -> None:
    rows = {
        _words(row.css_first(".kek-number")): row for row in town.css("section[aria-labelledby=massnahmen] .kek-row")
    }
    assert "kek-accent-1" in (rows["1-2"].attributes["class"] or "")
    assert _words(rows["1-2"].css_first(".kek-via")) == "abgeschlossen · verzögert"
    assert _words(rows["1-2"].css_first(".kek-row__text")) == "Ein Verzeichnis nennt alle leeren Häuser."
    assert _words(rows["2-1"].css_first(".kek-via")) == "Status nicht angegeben"


def test_the_summary_counts_what_names_the_place_and_the_rest(town: LexborHTMLParser) -> None:
    text = _words(town.css_first(".kek-body"))
    assert "Ausdrücklich genannt: 1 Schlüsselvorhaben, 1 Maßnahme, 1 Ziel und 1 Akteur." in text
    rest = len(town.css(".kek-row")) - 4
    assert f"{rest} weitere Einträge haben mittelbar damit zu tun." in text


def test_a_place_that_nothing_concerns_says_so(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["orte/mustersee/"].html)
    assert "Kein Ziel, kein Vorhaben und keine Maßnahme nennt den Ort ausdrücklich." in _words(
        tree.css_first(".kek-body")
    )
    assert tree.css(".kek-row") == []


def test_the_way_up_stands_in_the_key_facts(copy: Copy) -> None:
    copy.append(
        "orte.yml", "- {kennung: gasse, name: Gasse, art: Verkehrsweg, im_landkreis: ja, gehoert_zu: musterdorf}"
    )
    facts = _facts(_places(copy.konzept())["orte/gasse/"])
    assert facts["Gehört zu"] == "Musterdorf › Musterstadt & <Umland>"


def test_a_municipality_without_a_known_key_says_so_and_a_lake_has_none(site: dict[str, PageRecord]) -> None:
    key = "Amtlicher Gemeindeschlüssel (AGS)"
    facts = {path: _facts(LexborHTMLParser(site[f"orte/{path}/"].html)) for path in
             ("musterstadt", "grossstadt", "mustersee", "musterdorf")}  # fmt: skip
    assert facts["musterstadt"][key] == "09990001"
    assert facts["grossstadt"][key] == "nicht angegeben"
    assert key not in facts["mustersee"] | facts["musterdorf"]


def test_a_place_outside_the_county_says_so_in_its_head(site: dict[str, PageRecord]) -> None:
    def said(name: str) -> tuple[list[str], str]:
        tree = LexborHTMLParser(site[f"orte/{name}/"].html)
        return [_words(node) for node in tree.css(".kek-head .kek-tag")], _facts(tree)["Lage"]

    assert said("grossstadt") == (["außerhalb des Landkreises"], "außerhalb des Landkreises")
    assert said("musterdorf") == ([], "im Landkreis")


def test_the_county_itself_is_neither_in_nor_outside(copy: Copy) -> None:
    copy.append("orte.yml", "- {kennung: kreis, name: Landkreis Muster, art: Landkreis, im_landkreis: ja}")
    assert _facts(_places(copy.konzept())["orte/kreis/"])["Lage"] == "Gebiet des Konzepts"


def test_neighbours_are_marked_as_editorial_with_their_source(site: dict[str, PageRecord]) -> None:
    for path, other in (
        (_TOWN, "Großstadt Stadt, außerhalb des Landkreises"),
        ("orte/grossstadt/", "Musterstadt & <Umland> Stadt"),
    ):
        section = LexborHTMLParser(site[path].html).css_first("section[aria-labelledby=nachbarn]")
        assert section is not None
        assert [_words(node) for node in section.css("li")] == [other]
        assert len(section.css(".kek-editorial")) == 1
        assert _words(section).endswith("Quelle: Karte & <Atlas> des Kreises")


def test_only_a_municipality_says_that_its_neighbours_are_not_given(copy: Copy) -> None:
    copy.replace("orte.yml", "  nachbarn: [grossstadt]\n  nachbarn_quelle: Karte & <Atlas> des Kreises\n", "")
    pages = _places(copy.konzept())
    section = pages[_TOWN].css_first("section[aria-labelledby=nachbarn]")
    assert section is not None
    assert _words(section.css_first(".kek-missing")) == "nicht angegeben"
    assert section.css("li, .kek-editorial") == []
    assert pages["orte/mustersee/"].css_first("section[aria-labelledby=nachbarn]") is None


def test_parts_stand_on_the_page_of_the_whole(town: LexborHTMLParser) -> None:
    section = town.css_first("section[aria-labelledby=teile]")
    assert section is not None
    assert _words(section.css_first("h2")) == "Gehört dazu (1)"
    assert [_words(node) for node in section.css("li")] == ["Musterdorf Ortsteil"]


def test_places_named_together_at_least_twice_are_shown_with_what_names_both(town: LexborHTMLParser) -> None:
    section = town.css_first("section[aria-labelledby=zusammen]")
    assert section is not None
    assert [_words(node) for node in section.css("li")] == ["Musterdorf 2-mal: 1-2, I.1"]


def test_many_things_that_are_only_near_are_folded_and_what_names_the_place_never(copy: Copy) -> None:
    placed = "".join(f"      - massnahme: 3-{number}\n" for number in range(1, 9))
    for number in range(1, 9):
        copy.write(f"massnahmen/3-{number}.yml", f"nummer: 3-{number}\ntitel: Schritt {number}\nhandlungsfeld: II\n")
    copy.replace("schluesselvorhaben/I.1.yml", "      - massnahme: 1-10\n", f"      - massnahme: 1-10\n{placed}")
    section = _places(copy.konzept())[_VILLAGE].css_first("section[aria-labelledby=massnahmen]")
    assert section is not None
    folded = section.css("details .kek-row")
    assert len(folded) == 10
    named = _places(copy.konzept())[_VILLAGE].css_first("section[aria-labelledby=schluesselvorhaben]")
    assert named is not None
    assert named.css("details") == []


def test_the_register_tells_places_in_the_county_from_those_outside(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["orte/"].html)
    groups = {
        _words(section.css_first("h2")): {
            _words(group.css_first("h3")): [_words(row) for row in group.css(".kek-row__title")]
            for group in section.css(".kek-orte")
        }
        for section in tree.css("section.kek-register__group")
    }
    assert groups == {
        "Im Landkreis": {
            "Städte und Gemeinden": ["Musterstadt & <Umland>"],
            "Ortsteile": ["Musterdorf"],
            "Landschaften und Gewässer": ["Mustersee"],
        },
        "Außerhalb des Landkreises": {"Städte und Gemeinden": ["Großstadt"]},
    }


def test_a_row_of_the_register_shows_kind_key_and_how_much_there_is(site: dict[str, PageRecord]) -> None:
    rows = LexborHTMLParser(site["orte/"].html).css(".kek-row")
    facts = {_words(row.css_first(".kek-row__title")): _words(row.css_first(".kek-via")) for row in rows}
    assert facts["Musterstadt & <Umland>"] == "Stadt · AGS 09990001 · 6 Einträge"
    assert facts["Mustersee"] == "Gewässer · 0 Einträge"


def test_every_kind_of_place_has_a_group_in_the_register(copy: Copy) -> None:
    kinds = get_args(Ort.model_fields["art"].annotation)
    for index, kind in enumerate(kinds):
        copy.append("orte.yml", f"- {{kennung: ort-{index}, name: Ort {index}, art: {kind}, im_landkreis: nein}}\n")
    konzept = copy.konzept()
    assert len(_places(konzept)["orte/"].css(".kek-row")) == len(konzept.of_kind("ort"))


def test_places_can_be_filtered_by_where_they_lie_and_what_they_are(site: dict[str, PageRecord]) -> None:
    options = [_words(node) for node in LexborHTMLParser(site["orte/"].html).css("select option")]
    assert {"im Landkreis (3)", "außerhalb des Landkreises (1)", "Stadt (2)", "Ortsteil (1)", "Gewässer (1)"} <= set(
        options
    )
    assert "Name" in options


# What municipalities show on their own website


def _snippets(site: dict[str, PageRecord], path: str) -> list[LexborNode]:
    return LexborHTMLParser(site[f"{path}einbetten/"].html).css(".kek-ort__einbetten")


def test_a_municipality_has_a_card_to_copy_for_everything_about_it_and_for_itself(
    site: dict[str, PageRecord], workshop: Workshop
) -> None:
    konzept = workshop.konzept
    for name in ("musterstadt", "grossstadt"):
        place = konzept[f"orte/{name}"]
        about = [concern.entry for concern in concerns(konzept, place) if concern.entry.kind in EMBEDDABLE]
        texts = [node.css("textarea")[0].text() for node in _snippets(site, f"orte/{name}/")]
        cards = [str(LexborHTMLParser(text).css("iframe")[0].attributes["src"]) for text in texts]
        assert sorted(cards) == sorted(workshop.url(workshop.addresses.card(entry)) for entry in [place, *about])
        assert cards[0] == workshop.url(workshop.addresses.card(place))


def test_each_badge_leads_to_its_thing(site: dict[str, PageRecord], workshop: Workshop) -> None:
    for node in _snippets(site, _TOWN):
        page = urljoin(workshop.url(f"{_TOWN}einbetten/"), node.css("p a")[0].attributes["href"])
        link = LexborHTMLParser(node.css("textarea")[1].text()).css("a")[0]
        assert link.attributes["href"] == page
        assert (link.css("img")[0].attributes["src"] or "").startswith(page.partition("/ziele/")[0])


def test_every_text_to_copy_has_a_name_of_its_own(site: dict[str, PageRecord]) -> None:
    names = [text.attributes["aria-label"] for node in _snippets(site, _TOWN) for text in node.css("textarea")]
    assert len(names) == len(set(names)) >= 10


def test_only_a_municipality_that_something_is_about_has_the_page_and_leads_to_it(site: dict[str, PageRecord]) -> None:
    having = {path for path in site if path.startswith("orte/") and path.endswith("/einbetten/")}
    assert having == {"orte/musterstadt/einbetten/", "orte/grossstadt/einbetten/"}
    for name in ("musterstadt", "grossstadt", "musterdorf", "mustersee"):
        links = LexborHTMLParser(site[f"orte/{name}/"].html).css(
            "section[aria-labelledby=website] a[href='einbetten/']"
        )
        assert bool(links) == (f"orte/{name}/einbetten/" in having)


def test_a_place_offers_its_table_only_where_something_concerns_it(site: dict[str, PageRecord]) -> None:
    def offered(name: str) -> list[str]:
        links = LexborHTMLParser(site[f"orte/{name}/"].html).css("section[aria-labelledby=website] li a")
        return [str(link.attributes["href"]) for link in links]

    assert offered("musterstadt") == ["einbetten/", "eintraege.csv", "feed.atom", "daten.json"]
    assert offered("musterdorf") == ["eintraege.csv", "feed.atom", "daten.json"]
    assert offered("mustersee") == ["feed.atom", "daten.json"]
