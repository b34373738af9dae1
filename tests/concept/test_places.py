from __future__ import annotations

import pytest

from kek_build.concept import Konzept
from kek_build.concept.places import (
    IN_PART,
    IN_TEXT,
    LINKED,
    NAMED,
    chain,
    companions,
    concerns,
    neighbour_sources,
    neighbours,
    parts,
)
from tests.example import Copy


def _refs(konzept: Konzept, place: str, closeness: str) -> list[str]:
    found = concerns(konzept, konzept[f"orte/{place}"])
    return [concern.entry.ref for concern in found if concern.closeness == closeness]


def _ways(konzept: Konzept, place: str, ref: str) -> list[tuple[str, str]]:
    found = concerns(konzept, konzept[f"orte/{place}"])
    return [(relation, via.ref) for concern in found if concern.entry.ref == ref for relation, via in concern.via]


def test_what_names_a_place_is_told_apart_from_what_is_only_near_it(musterkreis: Konzept) -> None:
    assert _refs(musterkreis, "musterdorf", NAMED) == ["1.1.1", "I.1"]
    assert _refs(musterkreis, "musterdorf", IN_TEXT) == ["1-2", "swot/wohnen#staerke-1"]
    assert _refs(musterkreis, "musterdorf", IN_PART) == []


def test_a_thing_stands_once_by_its_nearest_way(musterkreis: Konzept) -> None:
    # I.1 names the town and its village, and mentions both in its text.
    for place in musterkreis.of_kind("ort"):
        refs = [concern.entry.ref for concern in concerns(musterkreis, place)]
        assert len(refs) == len(set(refs))
    assert _refs(musterkreis, "musterstadt", NAMED) == ["akteure/buergerverein", "1.1.1-1", "1-2", "I.1"]


def test_what_names_a_part_concerns_the_whole_by_that_part(musterkreis: Konzept) -> None:
    assert _refs(musterkreis, "musterstadt", IN_PART) == ["1.1.1", "swot/wohnen#staerke-1"]
    assert _ways(musterkreis, "musterstadt", "1.1.1") == [("orte", "orte/musterdorf")]
    assert _ways(musterkreis, "musterstadt", "swot/wohnen#staerke-1") == [("text", "orte/musterdorf")]


def test_what_names_parts_of_a_county_is_no_concern_of_the_whole_county(copy: Copy) -> None:
    copy.replace("orte.yml", "name: Musterdorf\n  art: Ortsteil", "name: Musterdorf\n  art: Gemeinde")
    copy.replace("orte.yml", "art: Stadt\n  im_landkreis: ja", "art: Landkreis\n  im_landkreis: ja")
    copy.replace("orte.yml", '  ags: "09990001"\n', "")
    assert _refs(copy.konzept(), "musterstadt", IN_PART) == []
    assert [part.ref for part in parts(copy.konzept(), copy.konzept()["orte/musterstadt"])] == ["orte/musterdorf"]


def test_what_is_linked_with_something_that_names_the_place_says_by_what(musterkreis: Konzept) -> None:
    linked = _refs(musterkreis, "musterdorf", LINKED)
    assert {"1-10", "2-1", "kennzahlen/leerstand", "akteure/bauamt", "akteure/landkreis-muster"} <= set(linked)
    assert _ways(musterkreis, "musterdorf", "1-10") == [("massnahmen", "I.1")]
    assert _ways(musterkreis, "musterdorf", "akteure/bauamt") == [("traeger", "I.1"), ("ansprechpartner", "I.1")]


def test_notes_on_the_document_are_no_reason(copy: Copy) -> None:
    with_note = "hinweis:\n  - art: luecke\n    text: Fehlt.\n    auch: [orte/mustersee]\n"
    copy.append("massnahmen/1-10.yml", with_note)
    assert concerns(copy.konzept(), copy.konzept()["orte/mustersee"]) == ()


def test_a_place_that_another_mentions_shows_it(copy: Copy) -> None:
    copy.replace("orte.yml", "kurz: Die Kreisstadt.", "kurz: Die Kreisstadt am [[orte/mustersee]].")
    assert _refs(copy.konzept(), "mustersee", IN_TEXT) == ["orte/musterstadt"]


def test_a_place_does_not_concern_itself_by_its_part(copy: Copy) -> None:
    copy.replace("orte.yml", "kurz: Die Kreisstadt.", "kurz: Die Kreisstadt mit [[orte/musterdorf]].")
    assert "orte/musterstadt" not in _refs(copy.konzept(), "musterstadt", IN_PART)


def test_places_stand_in_what_they_are_part_of_from_the_nearest_up(copy: Copy) -> None:
    copy.append(
        "orte.yml", "- {kennung: gasse, name: Gasse, art: Verkehrsweg, im_landkreis: ja, gehoert_zu: musterdorf}"
    )
    konzept = copy.konzept()
    assert [place.ref for place in chain(konzept, konzept["orte/gasse"])] == ["orte/musterdorf", "orte/musterstadt"]
    assert [place.ref for place in parts(konzept, konzept["orte/musterstadt"])] == ["orte/musterdorf", "orte/gasse"]
    assert chain(konzept, konzept["orte/musterstadt"]) == ()


def test_a_neighbour_that_one_side_names_is_a_neighbour_on_both(musterkreis: Konzept) -> None:
    town, city = musterkreis["orte/musterstadt"], musterkreis["orte/grossstadt"]
    assert neighbours(musterkreis, town) == (city,)
    assert neighbours(musterkreis, city) == (town,)
    assert (
        neighbour_sources(musterkreis, town) == neighbour_sources(musterkreis, city) == ("Karte & <Atlas> des Kreises",)
    )


def test_a_neighbour_that_both_sides_name_stands_once(copy: Copy) -> None:
    more = "  nachbarn: [musterstadt]\n  nachbarn_quelle: Luftbild\n"
    copy.replace("orte.yml", "  art: Stadt\n  im_landkreis: nein\n", f"  art: Stadt\n  im_landkreis: nein\n{more}")
    konzept = copy.konzept()
    town = konzept["orte/musterstadt"]
    assert [place.ref for place in neighbours(konzept, town)] == ["orte/grossstadt"]
    assert neighbour_sources(konzept, town) == ("Karte & <Atlas> des Kreises", "Luftbild")


@pytest.mark.parametrize("place", ["musterdorf", "mustersee"])
def test_a_place_without_neighbours_has_no_source_of_them(musterkreis: Konzept, place: str) -> None:
    assert neighbours(musterkreis, musterkreis[f"orte/{place}"]) == ()
    assert neighbour_sources(musterkreis, musterkreis[f"orte/{place}"]) == ()


def test_places_named_together_are_counted_most_often_first(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "orte: [musterstadt]", "orte: [musterstadt, mustersee]")
    konzept = copy.konzept()
    found = [(place.ref, [thing.ref for thing in things]) for place, things in
             companions(konzept, konzept["orte/musterstadt"])]  # fmt: skip
    assert found == [("orte/musterdorf", ["1-2", "I.1"]), ("orte/mustersee", ["1-2"])]
