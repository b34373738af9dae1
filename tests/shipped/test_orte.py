# The page of a municipality against the files themselves: read here with plain YAML, without a line of the project's
# code, so that nothing that names a place can get lost on the way.
from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from tests.shipped.conftest import ROOT, Visit

_CONCEPTS = {"leipzig": 48, "boerde": 14}
_FOLDERS = ("massnahmen", "schluesselvorhaben", "handlungsfelder")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes only texts


def _things(data: Any) -> Iterator[tuple[str, list[str]]]:
    """The number and the places of everything in a file that has both, at any depth."""
    if isinstance(data, dict):
        if "nummer" in data and "orte" in data:
            yield data["nummer"], data["orte"]
        for value in data.values():
            yield from _things(value)
    elif isinstance(data, list):
        for item in data:
            yield from _things(item)


def _named_in(concept: str) -> dict[str, set[str]]:
    """By place, the numbers of the measures, key projects and goals that name it."""
    found: dict[str, set[str]] = {}
    for folder in _FOLDERS:
        for path in (ROOT / "content" / concept / folder).glob("*.yml"):
            for number, places in _things(_read(path)):
                for place in places:
                    found.setdefault(place.removeprefix("orte/"), set()).add(number)
    return found


def _page(site: Path, concept: str, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / concept / "orte" / place / "index.html").read_text(encoding="utf-8"))


def _first_numbers(tree: LexborHTMLParser) -> set[str]:
    """The numbers of what names the place."""
    found = set()
    for anchor in ("massnahmen", "schluesselvorhaben", "ziele"):
        for group in tree.css(f"section[aria-labelledby={anchor}] > .kek-ort__genannt"):
            found |= {node.text(strip=True) for node in group.css(".kek-row__title .kek-number")}
    return found


def test_zwenkau_lists_exactly_what_names_it(site: Path) -> None:
    assert _named_in("leipzig")["zwenkau"] == {"I.1", "III.1", "3-38"}
    assert _first_numbers(_page(site, "leipzig", "zwenkau")) == {"I.1", "III.1", "3-38"}


@pytest.mark.parametrize("concept", _CONCEPTS)
def test_every_place_lists_exactly_what_names_it(site: Path, concept: str) -> None:
    named = _named_in(concept)
    places = [entry["kennung"] for entry in _read(ROOT / "content" / concept / "orte.yml")]
    assert set(named) <= set(places)
    assert {place: _first_numbers(_page(site, concept, place)) for place in places} == {
        place: named.get(place, set()) for place in places
    }


def test_zwenkau_lists_the_measures_of_the_key_projects_that_name_it(site: Path) -> None:
    placed = set()
    for number in ("I.1", "III.1"):
        groups = _read(ROOT / "content/leipzig/schluesselvorhaben" / f"{number}.yml")["massnahmen"]
        placed |= {item["massnahme"] for group in groups for item in group["massnahmen"]}
    section = _page(site, "leipzig", "zwenkau").css_first("section[aria-labelledby=massnahmen]")
    assert section is not None
    assert {node.text(strip=True) for node in section.css(".kek-row__title .kek-number")} == placed
    assert len(placed) >= 15


@pytest.mark.parametrize(("concept", "count"), _CONCEPTS.items())
def test_places_in_the_county_and_outside_are_told_apart_everywhere(site: Path, concept: str, count: int) -> None:
    entries = {entry["kennung"]: entry for entry in _read(ROOT / "content" / concept / "orte.yml")}
    assert len(entries) == count
    overview = LexborHTMLParser((site / concept / "orte/index.html").read_text(encoding="utf-8"))
    listed = {}
    for anchor, word in (("im-landkreis", "ja"), ("ausserhalb", "nein")):
        for link in overview.css(f"section[aria-labelledby={anchor}] .kek-row__title a"):
            listed[(link.attributes["href"] or "").strip("/")] = word
    assert listed == {name: entry["im_landkreis"] for name, entry in entries.items()}
    for name, entry in entries.items():
        head = _page(site, concept, name).css_first(".kek-head")
        assert head is not None
        assert ("außerhalb des Landkreises" in head.text()) == (entry["im_landkreis"] == "nein")


@pytest.mark.parametrize("concept", _CONCEPTS)
def test_every_municipality_shows_its_key(site: Path, concept: str) -> None:
    shown = 0
    for entry in _read(ROOT / "content" / concept / "orte.yml"):
        facts = _page(site, concept, entry["kennung"]).css_first(".kek-facts")
        assert facts is not None
        if entry["art"] in {"Stadt", "Große Kreisstadt", "Gemeinde"}:
            assert re.fullmatch(r"1[456]\d{6}", entry["ags"])
            assert entry["ags"] in facts.text()
            shown += 1
        else:
            assert "AGS" not in facts.text()
    assert shown >= 4


def test_neighbours_of_the_shipped_places_hold_both_ways(site: Path) -> None:
    beside = {}
    for concept in _CONCEPTS:
        for entry in _read(ROOT / "content" / concept / "orte.yml"):
            path = f"/{concept}/orte/{entry['kennung']}/"
            section = _page(site, concept, entry["kennung"]).css_first("section[aria-labelledby=nachbarn]")
            links = section.css("li a") if section else []
            beside[path] = {urljoin(path, link.attributes["href"]) for link in links}
    pairs = {(one, other) for one, others in beside.items() for other in others}
    assert pairs == {(other, one) for one, other in pairs}
    assert ("/leipzig/orte/zwenkau/", "/leipzig/orte/pegau/") in pairs
    assert len(pairs) >= 30


def test_a_place_is_found_by_its_name_on_a_phone(phone: Visit) -> None:
    page = phone.open("leipzig/orte/")
    page.locator("summary", has_text="Filtern und sortieren").click()
    page.get_by_role("searchbox", name="Suchwort").fill("zwenk")
    expect(page.locator(".kek-row:visible")).to_have_count(1)
    page.get_by_role("link", name="Zwenkau").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zwenkau")


def test_the_kind_of_place_can_be_chosen_by_address(visit: Visit) -> None:
    page = visit.open("leipzig/orte/?lage=ausserhalb-des-landkreises&art=stadt")
    expect(page.locator(".kek-register__status")).to_have_text("9 von 48 Orten")
    expect(page.locator(".kek-row:visible").first).to_contain_text("Chemnitz")


def test_zwenkau_can_copy_a_card_and_a_badge_of_everything_about_it(site: Path) -> None:
    page = _page(site, "leipzig", "zwenkau/einbetten")
    folders = set()
    for snippet in page.css(".kek-ort__einbetten"):
        frame, badge = (LexborHTMLParser(text.text()) for text in snippet.css("textarea"))
        sources = [node.attributes["src"] or "" for node in (*frame.css("iframe"), *badge.css("img"))]
        card, picture = (urlsplit(source).path.strip("/") for source in sources)
        assert (site / card / "index.html").is_file()
        assert (site / picture).is_file()
        folders.add(card.removeprefix("karte/"))
    named = _page(site, "leipzig", "zwenkau").css(".kek-row__title a")
    about = {urljoin("leipzig/orte/zwenkau/", link.attributes["href"]).strip("/") for link in named}
    assert folders == {path for path in about if "/akteure/" not in path} | {"leipzig/orte/zwenkau"}


def test_the_table_of_zwenkau_holds_what_its_page_shows(site: Path) -> None:
    with (site / "leipzig/orte/zwenkau/eintraege.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    links = _page(site, "leipzig", "zwenkau").css(".kek-row__title a")
    shown = {urljoin("/leipzig/orte/zwenkau/", link.attributes["href"]) for link in links}
    assert {urlsplit(row["adresse"]).path for row in rows} == shown
    named = {row["nummer"].removeprefix("'") for row in rows if row["bezug"] == "nennt den Ort"}
    assert named == {"I.1", "III.1", "3-38"}


_FIRST = """async ([module, names, filters]) => {
  const { find } = await import(module)
  const first = []
  for (const name of names) first.push((await find(name, filters)).hits[0].adresse)
  return first
}"""


@pytest.mark.parametrize(("concept", "county"), [("leipzig", "Landkreis Leipzig"), ("boerde", "Landkreis Börde")])
def test_who_searches_the_name_of_a_place_finds_its_page_first(visit: Visit, concept: str, county: str) -> None:
    entries = _read(ROOT / "content" / concept / "orte.yml")
    page = visit.open("impressum/")
    names = [entry["name"] for entry in entries]
    first = page.evaluate(_FIRST, [f"{visit.address}kek/finden.js", names, {"Konzept": county}])
    assert [address.strip("/") for address in first] == [f"{concept}/orte/{entry['kennung']}" for entry in entries]
