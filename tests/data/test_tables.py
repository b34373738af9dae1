from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kek_build import data
from kek_build.concept.notes import all_notes
from kek_build.data.source import Source
from kek_build.data.table import Table
from kek_build.data.tables import KINDS
from kek_build.pages.build import workshops
from tests.example import MINIMAL, OPTIONS, Copy


@pytest.fixture(scope="module")
def tables(filled: tuple[Table, ...]) -> dict[str, Table]:
    return {table.kind.name: table for table in filled}


def _rows(table: Table) -> list[dict[str, Any]]:
    return [{column.name: value for column, value in zip(table.kind.columns, row, strict=True)} for row in table.rows]


def test_every_table_and_column_says_what_it_is() -> None:
    for kind in KINDS:
        assert re.fullmatch(r"[a-z][a-z_]*", kind.name)
        assert kind.title.strip()
        assert kind.description.strip()
        names = [column.name for column in kind.columns]
        assert len(set(names)) == len(names), kind.name
        titles = [column.title for column in kind.columns]
        assert len(set(titles)) == len(titles), kind.name
        for column in kind.columns:
            assert re.fullmatch(r"[a-z][a-z_]*", column.name)
            assert column.description.strip()


def test_the_names_of_sheets_fit_and_differ() -> None:
    titles = [kind.title for kind in KINDS]
    assert max(map(len, titles)) <= 31
    assert len(set(titles)) == len(titles)


def test_the_example_fills_every_table(tables: dict[str, Table]) -> None:
    assert list(tables) == [kind.name for kind in KINDS]


def test_every_value_is_of_the_type_of_its_column(tables: dict[str, Table]) -> None:
    types = {"string": str, "uri": str, "integer": int, "number": Decimal, "boolean": bool, "date": date}
    for table in tables.values():
        for row in table.rows:
            for column, value in zip(table.kind.columns, row, strict=True):
                assert value is None or type(value) is types[column.type], (table.kind.name, column.name)


def test_every_column_has_a_value_somewhere_in_the_example(tables: dict[str, Table]) -> None:
    empty = [
        f"{table.kind.name}.{column.name}"
        for table in tables.values()
        for index, column in enumerate(table.kind.columns)
        if all(row[index] is None for row in table.rows)
    ]
    assert empty == [f"schluesselvorhaben.tatsaechlich_ende{end}" for end in ("", "_von", "_bis")]  # none has ended yet


def test_keys_tell_rows_apart(tables: dict[str, Table]) -> None:
    for table in tables.values():
        keys = [
            tuple(value for column, value in zip(table.kind.columns, row, strict=True) if column.key)
            for row in table.rows
        ]
        if any(keys):
            assert len(set(keys)) == len(keys), table.kind.name


def test_a_column_that_names_rows_of_a_table_names_rows_that_are_there(tables: dict[str, Table]) -> None:
    followed = 0
    for table in tables.values():
        for column in table.kind.columns:
            if column.target:
                there = {row["id"] for row in _rows(tables[column.target])}
                named = {row[column.name] for row in _rows(table)} - {None}
                assert named <= there
                followed += len(named)
    assert followed > 20


def test_there_are_as_many_rows_as_things(tables: dict[str, Table], source: Source) -> None:
    kinds = {
        "handlungsfelder": "handlungsfeld", "ziele": "ziel", "leitsaetze": "leitsatz", "massnahmen": "massnahme",
        "schluesselvorhaben": "schluesselvorhaben", "swot_themen": "swot", "swot_aussagen": "aussage",
        "kennzahlen": "kennzahl", "akteure": "akteur", "orte": "ort", "glossar": "begriff", "quellen": "dokument",
    }  # fmt: skip
    for name, kind in kinds.items():
        assert [row["id"] for row in _rows(tables[name])] == [
            source.id(entry) for entry in source.konzept.of_kind(kind)
        ]
    assert len(tables["hinweise"].rows) == len(all_notes(source.konzept))
    links = {link for links in source.konzept.outgoing.values() for link in links}
    assert len(tables["verbindungen"].rows) == len(links)


def test_a_goal_says_where_it_stands(tables: dict[str, Table]) -> None:
    (goal,) = [row for row in _rows(tables["ziele"]) if row["id"] == "ziele/1.1.1-1"]
    assert (goal["ebene"], goal["tiefe"]) == ("Operatives Ziel", 2)
    assert (goal["handlungsfeld"], goal["oberziel"]) == ("handlungsfelder/I", "ziele/1.1.1")
    assert goal["adresse"] == "https://kek.example.org/ziele/1.1.1/#1.1.1-1"


def test_a_point_in_time_stands_as_precise_as_it_is_known_with_first_and_last_day(tables: dict[str, Table]) -> None:
    (measure,) = [row for row in _rows(tables["massnahmen"]) if row["nummer"] == "1-2"]
    assert measure["geplant_ende"] == "Dezember 2022"
    assert (measure["geplant_ende_von"], measure["geplant_ende_bis"]) == (date(2022, 12, 1), date(2022, 12, 31))
    assert measure["ersetzt_durch"] == "massnahmen/1-10"
    assert measure["prioritaet_bedeutung"] == "hohe Priorität"


def test_a_measure_in_a_key_project_has_group_and_note(tables: dict[str, Table]) -> None:
    placed = [(row["massnahme"], row["titel"], row["art"], row["vermerk"]) for row in _rows(tables["platzierungen"])]
    assert placed[0] == ("massnahmen/1-2", "Maßnahmen & <Schritte>", "kern", "hier „Hausliste“ genannt")
    assert placed[2][3] == "nur der Bus nach Musterdorf"


def test_points_know_what_they_stand_under(tables: dict[str, Table]) -> None:
    points = [(row["punkt"], row["oberpunkt"], row["text"]) for row in _rows(tables["punkte"])]
    assert points[:3] == [
        ("Punkt 1", None, "zählen & prüfen"),
        ("Punkt 1.1", "Punkt 1", "im Sommer"),
        ("Punkt 1.2", "Punkt 1", "im Musterdorf"),
    ]


def test_values_of_indicators_are_exact_numbers(tables: dict[str, Table]) -> None:
    values = {(row["kennzahl"], row["art"], row["position"]): row for row in _rows(tables["messwerte"])}
    assert values["kennzahlen/leerstand", "Wert", 1]["wert"] == Decimal("1198.5")
    assert values["kennzahlen/leerstand", "Zielwert", 1]["bis"] == Decimal(1000)
    assert values["kennzahlen/leerstand", "Prognose", 1]["zeit"] is None


def test_whether_an_indicator_is_on_target_is_told_with_how_it_was_judged(tables: dict[str, Table]) -> None:
    rows = {row["id"]: row for row in _rows(tables["kennzahlen"])}
    assert rows["kennzahlen/busfahrten"]["zielstand"] == "verfehlt"
    assert str(rows["kennzahlen/busfahrten"]["zielstand_grund"]).startswith("Der neueste Wert (2022: 46,3\u00a0Fahrten")
    assert rows["kennzahlen/radwege"]["zielstand_grund"] == "Das Konzept nennt kein Ziel."


def test_a_link_that_editors_made_is_marked(tables: dict[str, Table]) -> None:
    links = {(row["von"], row["beziehung"], row["nach"]): row["redaktionell"] for row in _rows(tables["verbindungen"])}
    assert links["swot/wohnen#schwaeche-1", "antworten", "ziele/1.1.1"] is True
    assert links["massnahmen/1-2", "orte", "orte/musterstadt"] is False


def test_a_role_that_the_document_does_not_give_is_not_made_up(tables: dict[str, Table]) -> None:
    roles = {(row["gegenstand"], row["akteur"]): row["rolle"] for row in _rows(tables["beteiligungen"])}
    assert roles["massnahmen/1-2", "akteure/bauamt"] == "federführend"
    assert roles["massnahmen/1-2", "akteure/buergerverein"] == "genannt"
    assert roles["konzept", "akteure/landkreis-muster"] == "Auftraggeber"


def test_a_table_without_rows_is_left_out(copy: Copy) -> None:
    for path in sorted(copy.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    copy.write("konzept.yml", MINIMAL)
    (shop,) = workshops([copy.konzept()], OPTIONS)
    (concept,) = data.build([shop], OPTIONS).concepts
    assert [table.kind.name for table in concept.tables] == ["konzept", "quellen"]
