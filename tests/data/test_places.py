# The table beside the page of a place: the same things as on the page, with the same reasons.
from __future__ import annotations

import csv
import io

import pytest

from kek_build.concept.places import concerns
from kek_build.data import places
from kek_build.data.csv import MARK, unguarded
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.pages.addresses import PLACE_TABLE
from kek_build.pages.draft import Workshop


@pytest.fixture(scope="session")
def tables(source: Source) -> dict[str, list[dict[str, str]]]:
    """The rows of every file, by its path."""
    return {
        output.path: [
            {name: unguarded(value) for name, value in row.items()}
            for row in csv.DictReader(io.StringIO(output.content.decode().removeprefix(MARK)), delimiter=";")
        ]
        for output in places.outputs(source, Keeper())
    }


def test_each_place_that_something_concerns_has_a_table_of_it(
    workshop: Workshop, tables: dict[str, list[dict[str, str]]]
) -> None:
    konzept, addresses = workshop.konzept, workshop.addresses
    expected = {
        addresses.folder(place) + PLACE_TABLE: [workshop.url(addresses.of(concern.entry)) for concern in found]
        for place in konzept.of_kind("ort")
        if (found := concerns(konzept, place))
    }
    assert {path: [row["adresse"] for row in rows] for path, rows in tables.items()} == expected
    assert "orte/mustersee/eintraege.csv" not in tables


def test_a_row_says_what_it_is_how_near_and_why(tables: dict[str, list[dict[str, str]]]) -> None:
    rows = {row["nummer"] or row["titel"]: row for row in tables["orte/musterstadt/eintraege.csv"]}
    assert rows["1-2"] == {
        "id": "massnahmen/1-2",
        "art": "Maßnahme",
        "nummer": "1-2",
        "titel": "Verzeichnis leerer Häuser & <Höfe>",
        "bezug": "nennt den Ort",
        "grund": "",
        "handlungsfeld": "I",
        "phase": "abgeschlossen",
        "status": "verzögert",
        "adresse": "https://kek.example.org/massnahmen/1-2/",
    }
    assert (rows["1.1.1"]["bezug"], rows["1.1.1"]["grund"]) == ("nennt einen Ort, der dazugehört", "Nennt Musterdorf")
    assert (rows["1-10"]["bezug"], rows["1-10"]["grund"]) == ("mittelbar verbunden", "Teil von I.1")
    assert "Träger von I.1; Ansprechpartner für I.1" in rows["Bauamt"]["grund"]
    assert rows["Stärke 1"]["art"] == "SWOT-Aussage"
