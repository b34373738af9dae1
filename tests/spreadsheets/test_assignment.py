from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.errors import ContentError, SetupError
from kek_build.spreadsheets.assignment import Assignment, propose, read_assignment, written
from kek_build.spreadsheets.files import read_table_file
from kek_build.spreadsheets.plan import Plan, plan
from tests.example import Copy

LIST = """\
Liste der Maßnahmen 2026;;;;;;

Nr.;Maßnahme;Zuständig;Gemeinde;Prio;bis;Bemerkung
1-2;Häuser zählen;Bauamt, Wanderfreunde;Musterdorf, Stadt Großstadt;hoch;2027;intern
2-9;Neues Schwimmbad;;;niedrig;Q2/2028;
"""
ASSIGNMENT = """\
art: massnahme
trenner: ','
spalten:
  Nr.: nummer
  Maßnahme: titel
  Zuständig: beteiligte.akteur
  Gemeinde: orte
  Prio: prioritaet
  bis: geplant.ende
  Bemerkung: '-'
werte:
  prioritaet: {hoch: +++, niedrig: +}
fest:
  handlungsfeld: II
"""


def _list(folder: Path, text: str = LIST) -> Path:
    path = folder / "liste.csv"
    path.write_text(text, encoding="utf-8")
    return path


def _assignment(folder: Path, text: str = ASSIGNMENT) -> Assignment:
    path = folder / "zuordnung.yml"
    path.write_text(text, encoding="utf-8")
    return read_assignment(path)


def _plan(copy: Copy, folder: Path, text: str = LIST, assignment: str = ASSIGNMENT) -> Plan:
    file = read_table_file(_list(folder, text))
    return plan(copy.konzept(), copy.root, file, assignment=_assignment(folder, assignment))


def _told(copy: Copy, folder: Path, text: str = LIST, assignment: str = ASSIGNMENT) -> list[str]:
    with pytest.raises(ContentError) as error:
        _plan(copy, folder, text, assignment)
    return [f"{problem.place}: {problem.message}" for problem in error.value.problems]


def test_usual_heads_are_recognised_below_a_title(tmp_path: Path) -> None:
    proposed = propose(read_table_file(_list(tmp_path)).sheets[0], "massnahme")
    assert proposed.spalten == {
        "Nr.": "nummer", "Maßnahme": "titel", "Zuständig": "beteiligte.akteur", "Gemeinde": "orte",
        "Prio": "prioritaet", "bis": "geplant.ende", "Bemerkung": "-",
    }  # fmt: skip


def test_a_proposal_can_be_kept_and_read_again(tmp_path: Path) -> None:
    proposed = propose(read_table_file(_list(tmp_path)).sheets[0], "massnahme")
    assert _assignment(tmp_path, written(proposed)) == proposed
    assert "geplant.beginn" in written(proposed).partition("art:")[0]


def test_a_list_without_heads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="keine Zeile mit Überschriften"):
        propose(read_table_file(_list(tmp_path, "\n1;2\n")).sheets[0], "massnahme")


def test_a_list_of_measures_comes_in(copy: Copy, tmp_path: Path) -> None:
    back = _plan(copy, tmp_path)
    assert (back.new, back.changed) == (("massnahme 2-9",), ("massnahme 1-2",))
    back.carry_out(copy.root)
    old, new = copy.konzept()["1-2"].model, copy.konzept()["2-9"].model
    assert (old.titel, old.handlungsfeld, str(old.geplant.ende)) == ("Häuser zählen", "II", "2027")
    assert old.orte == ("musterdorf", "grossstadt")
    assert (new.prioritaet, str(new.geplant.ende), new.handlungsfeld) == ("+", "2. Quartal 2028", "II")


def test_an_entry_that_stays_in_a_list_keeps_what_the_table_does_not_say(copy: Copy, tmp_path: Path) -> None:
    _plan(copy, tmp_path).carry_out(copy.root)
    first, second = copy.konzept()["1-2"].model.beteiligte
    assert (first.akteur, first.rolle, first.vermerk) == ("bauamt", "federführend", "mit & ohne Auftrag")
    assert (second.akteur, second.rolle) == ("wanderfreunde", None)


def test_an_empty_cell_of_a_foreign_list_takes_nothing_away(copy: Copy, tmp_path: Path) -> None:
    before = copy.konzept()["1-2"].model
    _plan(copy, tmp_path, LIST.replace("Bauamt, Wanderfreunde;Musterdorf, Stadt Großstadt;hoch;2027", ";;;")).carry_out(
        copy.root
    )
    after = copy.konzept()["1-2"].model
    assert after == before.model_copy(update={"titel": "Häuser zählen", "handlungsfeld": "II"})


def test_wrong_cells_are_told_and_nothing_is_taken_over(copy: Copy, tmp_path: Path) -> None:
    text = LIST.replace("Musterdorf, Stadt", "Atlantis, Stadt").replace("niedrig", "mittel").replace("2-9;", ";")
    assert _told(copy, tmp_path, text) == ["liste.csv:5:1: Zelle A5 (Nummer): „Nummer“ fehlt in dieser Zeile."]
    text = text.replace("\n;Neues", "\n2-9;Neues")
    assert _told(copy, tmp_path, text) == [
        "liste.csv:4:4: Zelle D4 (Orte): „Atlantis“ gibt es nicht.",
        "liste.csv:5:5: Zelle E5 (Priorität): Die Priorität „mittel“ gibt es nicht.",
    ]


def test_a_column_that_is_missing_or_not_assigned_is_told(copy: Copy, tmp_path: Path) -> None:
    assert _told(copy, tmp_path, LIST.replace(";Prio;", ";Wichtigkeit;")) == [
        "liste.csv:3: Blatt „liste“: Die Spalte „Prio“ aus der Zuordnung fehlt.",
        "liste.csv:3:5: Zelle E3 (Wichtigkeit): Die Spalte „Wichtigkeit“ steht nicht in der Zuordnung.",
    ]


def test_an_assignment_without_a_number_is_told(copy: Copy, tmp_path: Path) -> None:
    found = _told(copy, tmp_path, assignment=ASSIGNMENT.replace("Nr.: nummer", "Nr.: '-'"))
    assert found == ["liste.csv: Keiner Spalte ist „nummer“ zugeordnet."]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("orte", "orrte", "zuordnung.yml:7:13: Den Schlüssel „orrte“ gibt es nicht."),
        ("handlungsfeld: II", "handlungsfelt: II", "zuordnung.yml:14:3: Den Schlüssel „handlungsfelt“ gibt es nicht."),
        ("art: massnahme", "art: projekt", "zuordnung.yml:1:6: „art“: „projekt“ ist nicht erlaubt."),
        ("spalten:", "spaten:", "zuordnung.yml:3:1: Den Schlüssel „spaten“ gibt es hier nicht."),
    ],
)
def test_a_wrong_assignment_is_told_with_its_line(tmp_path: Path, old: str, new: str, place: str) -> None:
    with pytest.raises(ContentError) as error:
        _assignment(tmp_path, ASSIGNMENT.replace(old, new))
    assert place in [f"{problem.place}: {problem.message}" for problem in error.value.problems]
