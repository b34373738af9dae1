from __future__ import annotations

from kek_build.concept import Konzept, coverage
from kek_build.concept.coverage import Cell
from tests.example import Copy


def _refs(cell: Cell) -> tuple[list[str], list[str]]:
    return [entry.ref for entry in cell.answered], [entry.ref for entry in cell.unanswered]


def test_statements_are_told_apart_by_kind_and_by_whether_anything_answers_them(musterkreis: Konzept) -> None:
    found = coverage(musterkreis)
    assert {quadrant: _refs(cell) for quadrant, cell in found.whole.items()} == {
        "staerken": ([], ["swot/wohnen#staerke-1"]),
        "schwaechen": (["swot/wohnen#schwaeche-1"], ["swot/wohnen#schwaeche-2"]),
        "chancen": (["swot/wohnen#chance-1"], []),
        "risiken": (["swot/wohnen#risiko-1"], ["swot/wohnen#risiko-2"]),
    }
    assert [(field.ref, cells) for field, cells in found.fields] == [("I", found.whole)]


def test_a_statement_counts_once_with_every_kind_that_answers_it(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "antworten: [1.1.1, I.1, 1-2]", "antworten: [1.1.1, 1.2, I.1, 1-2, 1-10]")
    cell = coverage(copy.konzept()).whole["schwaechen"]
    assert cell.by == {"handlungsfeld": 0, "ziel": 1, "schluesselvorhaben": 1, "massnahme": 1}
    assert cell.total == 2


def test_a_statement_counts_in_every_field_of_its_topic_and_once_in_all(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "handlungsfelder: [I]", "handlungsfelder: [II, I]")
    found = coverage(copy.konzept())
    assert [(field.ref, cells["risiken"].total) for field, cells in found.fields] == [("I", 2), ("II", 2)]
    assert found.whole["risiken"].total == 2
