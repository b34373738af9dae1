from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.contract.stones import stone_files
from kek_build.pages.build import workshops
from tests.contract.published import FRAME
from tests.example import OPTIONS


@pytest.fixture(scope="module")
def files(musterkreis: Konzept) -> dict[str, bytes]:
    shop = workshops([musterkreis], OPTIONS)[0]
    return {file.path: file.content for file in stone_files(shop, FRAME)}


def test_everything_dissolved_that_has_a_page_has_the_files_beside_it(files: dict[str, bytes]) -> None:
    folders = ("massnahmen/2-2/", "massnahmen/2-4/", "ziele/1.1.1-3/", "swot/umland/", "orte/niederdorf/")
    names = ("daten.json", "status.svg", "oembed.json", "feed.atom")
    assert set(files) == {f"{folder}{name}" for folder in folders for name in names} | {
        f"karte/{folder}index.html" for folder in folders
    }


def test_the_data_carry_the_tombstone(files: dict[str, bytes]) -> None:
    data = json.loads(files["massnahmen/2-2/daten.json"])
    assert data["aufgehoben"] is True
    assert data["verweis"] == "2-2"
    assert data["ende"] == "2023-12-31"
    assert data["grund"] == "Der Kreistag hat den Rufbus mit dem Busnetz verbunden & <beendet>."
    assert data["weiter"] == [
        "https://kek.example.org/massnahmen/2-1/",
        "https://kek.example.org/schluesselvorhaben/ii.1/",
    ]


def test_what_carries_on_may_be_another_tombstone(files: dict[str, bytes]) -> None:
    assert json.loads(files["massnahmen/2-4/daten.json"])["weiter"] == ["https://kek.example.org/massnahmen/2-2/"]


def test_the_badge_says_that_it_ended_and_is_sound_xml(files: dict[str, bytes]) -> None:
    badge = ET.fromstring(files["massnahmen/2-2/status.svg"])  # noqa: S314  (our own)
    text = "".join(badge.itertext())
    assert "2-2: aufgehoben" in text
    assert "2-2 Ein Rufbus & <mehr>" in text
    assert "31. Dezember 2023" in text


def test_the_feed_has_the_end_as_its_only_entry(files: dict[str, bytes]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(files["massnahmen/2-2/feed.atom"])  # noqa: S314  (our own)
    (entry,) = feed.findall(f"{atom}entry")
    assert entry.findtext(f"{atom}updated") == "2023-12-31T00:00:00Z"
    assert entry.findtext(f"{atom}title") == "Aufgehoben: 31. Dezember 2023"
    assert feed.findtext(f"{atom}id") == "https://kek.example.org/massnahmen/2-2/feed.atom"


def test_the_card_says_that_it_ended_and_why(files: dict[str, bytes]) -> None:
    tree = LexborHTMLParser(files["karte/massnahmen/2-2/index.html"].decode())
    main = tree.css_first("main")
    assert main is not None
    assert "Aufgehoben: 31. Dezember 2023." in main.text()
    assert "Der Kreistag hat den Rufbus" in main.text()
    assert [link.attributes["href"] for link in main.css("a")] == ["../../../massnahmen/2-2/"]
    assert tree.css('meta[name="robots"][content="noindex"]')
