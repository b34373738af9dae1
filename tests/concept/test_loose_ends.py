from __future__ import annotations

import shutil

import pytest

from kek_build.concept import Konzept, loose_ends
from tests.example import MINIMAL, Copy


def _loose(konzept: Konzept) -> dict[str, list[str]]:
    return {ends.key: [entry.ref for entry in ends.entries] for ends in loose_ends(konzept)}


def test_everything_that_hangs_loose_is_listed(musterkreis: Konzept) -> None:
    assert _loose(musterkreis) == {
        "schwaechen": ["swot/wohnen#schwaeche-2"],
        "risiken": ["swot/wohnen#risiko-2"],
        "ziele": ["1.1.1-2", "1.2"],
        "massnahmen": ["2-3"],
        "bearbeitungsstand": ["II.1"],
        "arbeitsschritte": ["II.1"],
        "kennzahlen": ["II.1"],
        "akteure": ["akteure/wanderfreunde"],
        "orte": ["orte/mustersee"],
    }


def test_every_list_has_a_title_and_says_what_it_means(musterkreis: Konzept) -> None:
    for ends in loose_ends(musterkreis):
        assert ends.title
        assert ends.explanation.endswith(".")


@pytest.mark.parametrize(
    ("name", "text", "key", "left"),
    [
        ("massnahmen/2-3.yml", "ziele: ['1.2']\n", "massnahmen", []),
        ("massnahmen/2-3.yml", "ziele: ['1.2']\n", "ziele", ["1.1.1-2"]),
        ("schluesselvorhaben/II.1.yml", "bearbeitungsstand: offen\n", "bearbeitungsstand", []),
        ("schluesselvorhaben/II.1.yml", "arbeitsschritte: [planen]\n", "arbeitsschritte", []),
        ("schluesselvorhaben/II.1.yml", "kennzahlen: [radwege]\n", "kennzahlen", []),
        ("kennzahlen/radwege.yml", "fuer: [II.1]\n", "kennzahlen", []),
        ("massnahmen/2-3.yml", "orte: [mustersee]\n", "orte", []),
        ("massnahmen/2-3.yml", "beschreibung: '[[akteure/wanderfreunde]]'\n", "akteure", []),
    ],
)
def test_what_gets_a_connection_leaves_its_list(copy: Copy, name: str, text: str, key: str, left: list[str]) -> None:
    copy.append(name, text)
    assert _loose(copy.konzept()).get(key, []) == left


@pytest.mark.parametrize(("old", "key"), [("Mieten steigen", "schwaechen"), ("Baukosten steigen", "risiken")])
def test_a_statement_that_is_answered_leaves_its_list(copy: Copy, old: str, key: str) -> None:
    copy.replace("swot/wohnen.yml", f"    text: {old}", f"    antworten: [II.1]\n    text: {old}")
    assert key not in _loose(copy.konzept())


def test_goals_with_goals_below_them_need_no_measure_of_their_own(musterkreis: Konzept) -> None:
    assert "1.1" not in _loose(musterkreis)["ziele"]
    assert not musterkreis.targets("1.1", "massnahmen", "schluesselvorhaben")


def test_strengths_and_chances_need_no_answer(musterkreis: Konzept) -> None:
    assert not musterkreis["swot/wohnen#staerke-1"].model.antworten
    assert "swot/wohnen#staerke-1" not in {ref for refs in _loose(musterkreis).values() for ref in refs}


def test_goals_need_no_measure_where_a_concept_has_neither_measures_nor_key_projects(copy: Copy) -> None:
    shutil.rmtree(copy.folder)
    copy.write("konzept.yml", MINIMAL)
    copy.write("handlungsfelder/1.yml", "nummer: 1\ntitel: Feld\nziele:\n  - nummer: 1.1\n    titel: Ziel\n")
    assert copy.konzept().of_kind("ziel")
    assert _loose(copy.konzept()) == {}


def test_lists_without_entries_are_left_out(copy: Copy) -> None:
    copy.replace("orte.yml", "- kennung: mustersee\n  name: Mustersee\n  art: Gewässer\n  im_landkreis: ja\n", "")
    assert "orte" not in _loose(copy.konzept())
