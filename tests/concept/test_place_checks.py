# Wrong places are told with file and line, and what is expected instead.
from __future__ import annotations

import pytest

from kek_build.concept.place_checks import LAND_KEYS
from kek_build.site.laender import LAENDER
from tests.example import Copy, place

_NEIGHBOURS = "  nachbarn: [grossstadt]\n  nachbarn_quelle: Karte & <Atlas> des Kreises\n"
_VILLAGE = "name: Musterdorf\n  art: Ortsteil\n"


def _other_town(copy: Copy, key: str) -> None:
    copy.append(
        "orte.yml", f'- kennung: nebenstadt\n  name: Nebenstadt\n  art: Stadt\n  im_landkreis: ja\n  ags: "{key}"\n'
    )


def test_a_neighbour_that_does_not_exist_is_told_with_a_suggestion(copy: Copy) -> None:
    copy.replace("orte.yml", "nachbarn: [grossstadt]", "nachbarn: [grosstadt]")
    problem = copy.only_problem()
    assert problem.message == "„grosstadt“ gibt es nicht."
    assert (problem.expected, problem.suggestion) == ("eine Kennung aus orte.yml", "grossstadt")
    assert (problem.file, problem.line) == place("orte.yml", copy.line("orte.yml", "nachbarn: [grosstadt]"))


def test_a_neighbour_that_is_no_place_is_told(copy: Copy) -> None:
    copy.replace("orte.yml", "nachbarn: [grossstadt]", "nachbarn: [akteure/bauamt]")
    assert copy.only_problem().message == "„akteure/bauamt“ ist hier nicht erlaubt (Akteur)."


@pytest.mark.parametrize("written", ["musterstadt", "orte/musterstadt"])
def test_no_place_is_its_own_neighbour(copy: Copy, written: str) -> None:
    copy.replace("orte.yml", "nachbarn: [grossstadt]", f"nachbarn:\n    - grossstadt\n    - {written}")
    problem = copy.only_problem()
    assert problem.message == f"„{written}“ kann nicht sein eigener Nachbar sein."
    assert (problem.file, problem.line) == place("orte.yml", copy.line("orte.yml", f"    - {written}"))


def test_a_neighbour_that_is_named_twice_is_told(copy: Copy) -> None:
    copy.replace("orte.yml", "nachbarn: [grossstadt]", "nachbarn: [grossstadt, grossstadt]")
    assert "doppelt" in copy.only_problem().message


def test_a_part_is_no_neighbour_of_the_whole(copy: Copy) -> None:
    copy.replace("orte.yml", "nachbarn: [grossstadt]", "nachbarn: [grossstadt, musterdorf]")
    message = copy.only_problem().message
    assert message == "„musterdorf“ ist kein Nachbar: „Musterdorf“ gehört zu „Musterstadt & <Umland>“."


def test_the_whole_is_no_neighbour_of_its_part(copy: Copy) -> None:
    copy.replace("orte.yml", _VILLAGE, f"{_VILLAGE}  nachbarn: [musterstadt]\n  nachbarn_quelle: Karte\n")
    assert copy.only_problem().message.startswith("„musterstadt“ ist kein Nachbar: „Musterdorf“ gehört zu")


@pytest.mark.parametrize(
    ("left", "message", "line"),
    [
        ("  nachbarn: [grossstadt]\n", "Zu den Nachbarn fehlt, woher die Redaktion sie kennt.", "nachbarn:"),
        ("  nachbarn_quelle: Karte\n", "Zur Quelle der Nachbarn fehlen die Nachbarn.", "nachbarn_quelle:"),
    ],
)
def test_neighbours_and_their_source_stand_together(copy: Copy, left: str, message: str, line: str) -> None:
    copy.replace("orte.yml", _NEIGHBOURS, left)
    problem = copy.only_problem()
    assert problem.message == message
    assert (problem.file, problem.line) == place("orte.yml", copy.line("orte.yml", line))


def test_a_neighbour_in_a_file_with_problems_is_no_second_problem(copy: Copy) -> None:
    copy.replace("orte.yml", "kennung: grossstadt", "kennung: Großstadt")
    assert [problem.message for problem in copy.problems() if "nachbarn" in problem.message] == []


@pytest.mark.parametrize(("key", "message", "expected"), [
    ("1472943", None, "ein Gemeindeschlüssel aus acht Ziffern: 14729430"),
    ("17990001", "Der Gemeindeschlüssel „17990001“ gehört zu keinem Land.", "01 bis 16 am Anfang"),
])  # fmt: skip
def test_a_municipality_key_of_a_wrong_form_is_told(copy: Copy, key: str, message: str | None, expected: str) -> None:
    copy.replace("orte.yml", '"09990001"', f'"{key}"')
    problem = copy.only_problem()
    assert message in {problem.message, None}
    assert problem.expected == expected
    assert (problem.file, problem.line) == place("orte.yml", copy.line("orte.yml", key))


def test_a_municipality_key_of_another_land_is_told(copy: Copy) -> None:
    copy.replace("konzept.yml", "land: Musterland", "land: Sachsen-Anhalt")
    problem = copy.only_problem()
    assert problem.message == "Der Gemeindeschlüssel „09990001“ gehört nicht zu Sachsen-Anhalt."
    assert problem.expected == "15 am Anfang"
    assert (problem.file, problem.line) == place("orte.yml", copy.line("orte.yml", "09990001"))


def test_outside_the_county_the_land_is_the_one_the_place_is_part_of(copy: Copy) -> None:
    copy.replace(
        "orte.yml",
        "name: Großstadt\n  art: Stadt",
        'name: Großstadt\n  art: Stadt\n  ags: "14713000"\n  gehoert_zu: hessen',
    )
    copy.append("orte.yml", "- {kennung: hessen, name: Hessen, art: Land, im_landkreis: nein}\n")
    assert copy.only_problem().message == "Der Gemeindeschlüssel „14713000“ gehört nicht zu Hessen."


def test_only_municipalities_have_a_municipality_key(copy: Copy) -> None:
    copy.replace("orte.yml", _VILLAGE, f'{_VILLAGE}  ags: "09990002"\n')
    problem = copy.only_problem()
    assert problem.message == "Ein Gemeindeschlüssel passt nicht zur Art „Ortsteil“."
    assert problem.expected == "nur bei Stadt, Große Kreisstadt, Gemeinde"


def test_a_municipality_key_that_another_has_is_told(copy: Copy) -> None:
    _other_town(copy, "09990001")
    assert copy.only_problem().message == "Den Gemeindeschlüssel „09990001“ hat schon „Musterstadt & <Umland>“."


def test_a_municipality_key_of_another_county_is_told(copy: Copy) -> None:
    _other_town(copy, "09991001")
    problem = copy.only_problem()
    assert problem.message == "Der Gemeindeschlüssel „09991001“ gehört zu einem anderen Kreis."
    assert (problem.expected or "").startswith("09990 am Anfang")


def test_every_land_has_its_key() -> None:
    assert set(LAND_KEYS) >= set(LAENDER)
    assert sorted(LAND_KEYS.values()) == [f"{number:02}" for number in range(1, 17)]
