# The Umsetzungsstand as data: the table of numbers says what the table of things says when it is counted anew.
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kek_build import data
from kek_build.data import tables_standing
from kek_build.data.source import Source
from kek_build.data.table import Kind, fill
from kek_build.pages.build import workshops
from tests.example import MINIMAL, OPTIONS, Copy

Number = tuple[str, str, str, str]


def _rows(kind: Kind, source: Source) -> list[dict[str, Any]]:
    names = [column.name for column in kind.columns]
    return [dict(zip(names, row, strict=True)) for row in fill(kind, source).rows]


def _anew(things: list[dict[str, Any]]) -> Counter[Number]:
    """The numbers as somebody counts them who has nothing but the table of things."""
    found: Counter[Number] = Counter()
    for thing in things:
        kind = {"Schlüsselvorhaben": "schluesselvorhaben", "Maßnahme": "massnahmen"}[thing["art"]]
        scopes = ["konzept", *(thing["handlungsfelder"] or "").split("; "), *(thing["ziele"] or "").split("; ")]
        for scope in filter(None, scopes):
            if thing["zaehlt"]:
                found[scope, "gezählt", "alle", kind] += 1
                for question in ("phase", "status", "termine", "neues"):
                    found[scope, question, thing[f"klasse_{question}"], kind] += 1
            else:
                found[scope, "nicht gezählt", thing["verbleib"], kind] += 1
    return found


def _told(rows: list[dict[str, Any]]) -> Iterator[tuple[Number, int]]:
    for row in rows:
        for kind in ("schluesselvorhaben", "massnahmen"):
            yield (row["bereich"], row["frage"], row["klasse"], kind), row[kind]
        assert row["zusammen"] == row["schluesselvorhaben"] + row["massnahmen"]


def test_the_numbers_are_those_of_the_things(source: Source) -> None:
    told = dict(_told(_rows(tables_standing.NUMBERS, source)))
    anew = _anew(_rows(tables_standing.THINGS, source))
    assert {number: count for number, count in told.items() if count} == dict(anew)
    assert anew["konzept", "gezählt", "alle", "massnahmen"] == 2
    assert anew["konzept", "nicht gezählt", "ersetzt", "schluesselvorhaben"] == 1


def test_every_class_has_a_row_also_where_nothing_is_in_it(source: Source) -> None:
    rows = _rows(tables_standing.NUMBERS, source)
    scopes = len({row["bereich"] for row in rows})
    assert len(rows) == scopes * (1 + 7 + 6 + 4 + 3 + 2)
    assert any(row["zusammen"] == 0 for row in rows)


def test_the_json_says_the_same_with_the_day_and_how_it_was_counted(source: Source, files: dict[str, bytes]) -> None:
    told = json.loads(files["daten/umsetzungsstand.json"])
    assert set(told["stichtag"]) == {"tag", "angabe", "herkunft"}
    assert told["regeln"]["gewicht"] == 1
    assert told["aufgehoben"] == {"schluesselvorhaben": 0, "massnahmen": 2, "zusammen": 2}
    in_json: dict[tuple[str, str, str], dict[str, int]] = {}
    for scope in told["bereiche"]:
        groups = {"gezählt": {"alle": scope["gezaehlt"]}, "nicht gezählt": scope["nicht_gezaehlt"]}
        for about, classes in (groups | {key: scope[key] for key in told["fragen"]}).items():
            in_json |= {(scope["id"], about, name): count for name, count in classes.items()}
        counted = [thing for thing in told["vorhaben"] if thing["id"] in scope["vorhaben"] and thing["zaehlt"]]
        assert scope["gezaehlt"]["zusammen"] == len(counted)
    assert in_json == {
        (row["bereich"], row["frage"], row["klasse"]):
            {key: row[key] for key in ("schluesselvorhaben", "massnahmen", "zusammen")}
        for row in _rows(tables_standing.NUMBERS, source)
    }  # fmt: skip


def test_every_indicator_is_judged_wherever_it_belongs(source: Source, files: dict[str, bytes]) -> None:
    told = json.loads(files["daten/umsetzungsstand.json"])
    rows = _rows(tables_standing.FIGURES, source)
    judged = {one["id"]: (one["stand"], one["begruendung"]) for one in told["kennzahlen"]}
    assert len(judged) == len(source.konzept.of_kind("kennzahl"))
    for scope in told["bereiche"]:
        inside = [row for row in rows if row["bereich"] == scope["id"]]
        assert [row["kennzahl"] for row in inside] == scope["gemessen_an"]
        assert all((row["stand"], row["begruendung"]) == judged[row["kennzahl"]] for row in inside)
        assert scope["kennzahlen"] == {
            state: len([row for row in inside if row["stand"] == state]) for state in scope["kennzahlen"]
        }
        assert sum(scope["kennzahlen"].values()) == len(inside)


def test_a_thing_says_what_its_classes_follow_from(files: dict[str, bytes]) -> None:
    told = json.loads(files["daten/umsetzungsstand.json"])
    (measure,) = [thing for thing in told["vorhaben"] if thing["id"] == "massnahmen/1-10"]
    assert (measure["phase"], measure["status"], measure["termine"]) == ("in Vorbereitung", "gefährdet", "überfällig")
    assert measure["phase_seit"]["text"] == measure["letzte_nachricht"]["text"] == "März 2023"
    assert measure["ueberfaellig"] == [
        {
            "was": "beginn",
            "geplant": {"text": "2022", "von": "2022-01-01", "bis": "2022-12-31", "genauigkeit": "jahr"},
            "tatsaechlich": None,
            "um": "1 Jahr",
        }
    ]


def test_where_there_is_nothing_to_carry_out_there_is_nothing_to_count(copy: Copy) -> None:
    for path in sorted(copy.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    copy.write("konzept.yml", MINIMAL)
    (shop,) = workshops([copy.konzept()], OPTIONS)
    written = {output.path for output in data.build([shop], OPTIONS).outputs}
    assert "daten/konzept.csv" in written
    assert not [path for path in written if "umsetzungsstand" in path]
