from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.example import Copy, copy_to
from tests.spreadsheets.sheets import column, exported, planned, put, row, sheet, told


def _files(copy: Copy) -> dict[str, bytes]:
    return {p.relative_to(copy.root).as_posix(): p.read_bytes() for p in copy.root.rglob("*") if p.is_file()}


def test_a_changed_cell_is_a_changed_line(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures = sheet(book, "Maßnahmen")
    put(measures, row(measures, "2-1"), "Titel", "Ein neuer Titel: mit Doppelpunkt")
    back = planned(copy, book, path)
    assert back.changed == ("massnahme 2-1",)
    assert back.diff().splitlines()[2:] == [
        "@@ -2 +2 @@", "-titel: Ein dichtes Busnetz", '+titel: "Ein neuer Titel: mit Doppelpunkt"',
    ]  # fmt: skip
    assert "titel: Ein dichtes" in (copy.folder / "massnahmen/2-1.yml").read_text(encoding="utf-8")
    back.carry_out(copy.root)
    assert copy.konzept()["2-1"].title == "Ein neuer Titel: mit Doppelpunkt"


def test_numbers_and_dates_of_the_spreadsheet_are_read_as_the_content_writes_them(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures = sheet(book, "Maßnahmen")
    put(measures, row(measures, "2-1"), "Geplanter Zeitraum: Beginn", 2027)
    put(measures, row(measures, "2-1"), "Geplanter Zeitraum: Ende", datetime(2028, 3, 4))  # noqa: DTZ001
    values = sheet(book, "Kennzahlen, Werte")
    values.append(["leerstand", None, 2025, 47.5])
    planned(copy, book, path).carry_out(copy.root)
    measure = copy.konzept()["2-1"].model
    assert (str(measure.geplant.beginn), str(measure.geplant.ende)) == ("2027", "4. März 2028")
    assert str(copy.konzept()["kennzahlen/leerstand"].model.werte[-1].wert) == "47.5"


def test_an_emptied_cell_takes_the_value_away(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures = sheet(book, "Maßnahmen")
    for head in ("Geplanter Zeitraum: Beginn", "Geplanter Zeitraum: Ende", "Orte"):
        put(measures, row(measures, "1-2"), head, None)
    planned(copy, book, path).carry_out(copy.root)
    measure = copy.konzept()["1-2"].model
    assert (measure.geplant, measure.orte) == (None, ())


def test_rows_of_a_list_are_changed_added_moved_and_taken_away(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    points = sheet(book, "Maßnahmen, Punkte")
    put(points, row(points, "1-2", "1.1"), "Text", "im Winter")
    points.delete_rows(row(points, "1-2", "1.2"))
    points.append(["1-2", None, "am Ende"])
    points.append(["1-2", "2.1", "darunter"])
    planned(copy, book, path).carry_out(copy.root)
    first, second, third = copy.konzept()["1-2"].model.punkte
    assert (first.text, [point.text for point in first.punkte]) == ("zählen & prüfen", ["im Winter"])
    assert (second.text, [point.text for point in second.punkte]) == ("veröffentlichen", ["darunter"])
    assert (third.text, third.punkte) == ("am Ende", ())


def test_what_a_sheet_does_not_show_of_an_entry_stays(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    for name in [name for name in book.sheetnames if name not in {"Ziele", "Handlungsfelder"}]:
        del book[name]
    goals = sheet(book, "Ziele")
    for head in ("Orte", "Kennzahlen"):
        goals.delete_cols(column(goals, head))
    put(goals, 2, "Titel", "Ein anderes Ziel")
    before = copy.konzept()["I"].model.ziele[0]
    planned(copy, book, path).carry_out(copy.root)
    after = copy.konzept()["I"].model.ziele[0]
    assert after == before.model_copy(update={"titel": "Ein anderes Ziel"})


def test_new_things_get_a_file_or_a_place_in_their_list(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures, places = sheet(book, "Maßnahmen"), sheet(book, "Orte")
    measures.append(["2-9"])
    last = row(measures, "2-9")
    for head, text in {"Titel": "Neu", "Handlungsfeld": "II", "Orte": "neudorf; Stadt Großstadt"}.items():
        put(measures, last, head, text)
    places.append(["neudorf"])
    new: dict[str, Any] = {"Name": "Neudorf", "Art": "Ortsteil", "Liegt im Landkreis": True}
    for head, value in new.items():
        put(places, row(places, "neudorf"), head, value)
    back = planned(copy, book, path)
    assert back.new == ("massnahme 2-9", "ort neudorf")
    back.carry_out(copy.root)
    assert copy.konzept()["2-9"].model.orte == ("neudorf", "grossstadt")
    assert (
        (copy.folder / "massnahmen/2-9.yml")
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=../../.schema/massnahme.json\nnummer: 2-9\n")
    )


def test_a_thing_that_is_missing_in_the_table_stays(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures = sheet(book, "Maßnahmen")
    measures.delete_rows(row(measures, "2-3"))
    back = planned(copy, book, path)
    assert back.files == {}


@pytest.mark.parametrize(
    ("name", "line", "head", "value", "place", "message"),
    [
        ("Maßnahmen", "1-2", "Priorität", "hoch", "2:10", "Blatt „Maßnahmen“, Zelle J2 (Priorität): Die Priorität"),
        (
            "Maßnahmen",
            "1-2",
            "Orte",
            "atlantis",
            "2:26",
            "Blatt „Maßnahmen“, Zelle Z2 (Orte): „atlantis“ gibt es nicht",
        ),
        ("Maßnahmen", "1-2", "Titel", 1.5, "2:3", "Zelle C2 (Titel): Die Tabelle hat daraus die Zahl 1,5 gemacht."),
        ("Maßnahmen", "1-2", "Titel", datetime(2026, 1, 10), "2:3", "hat daraus das Datum 10.01.2026"),  # noqa: DTZ001
        ("Maßnahmen", "1-2", "Titel", "=A1&B1", "2:3", "Die Formel in der Zelle hat kein Ergebnis."),
        ("Maßnahmen", "1-2", "Titel", "x" * 90, "2:3", "„titel“ ist zu lang (90 Zeichen)"),
        ("Maßnahmen", "1-2", "Titel", None, "2:3", "„titel“ fehlt oder ist leer."),
        ("Maßnahmen", "1-2", "Nummer", "2-1", "4:1", "„2-1“ steht schon in Zeile 2."),
        ("Maßnahmen", "1-2", "Nummer", None, "2:1", "„Nummer“ fehlt in dieser Zeile."),
        ("Maßnahmen", "1-2", "Geplanter Zeitraum: Ende", "bald", "2:15", "muss ein Zeitpunkt sein"),
        ("Maßnahmen, Punkte", "1-2", "Stelle", "x", "2:2", "„x“ ist keine Stelle."),
        ("Maßnahmen, Punkte", "1-2", "Stelle", "4.1", "2:1", "Die Stelle „4.1“ gehört zu „4“, die es nicht gibt."),
        ("Maßnahmen, Punkte", "1-2", "Stelle", "2", "5:1", "Diese Stelle hat schon eine andere Zeile."),
        ("Maßnahmen, Punkte", "1-2", "Text", None, "2:3", "„text“ fehlt oder ist leer."),
        ("Maßnahmen, Punkte", "1-2", "Maßnahme", "9-9", "2:1", "„9-9“ gibt es in der Tabelle der Einträge nicht."),
        ("Maßnahmen, Beteiligte", "1-2", "Rolle", "Chef", "2:4", "„rolle“: „Chef“ ist nicht erlaubt."),
        ("Orte", "musterstadt", "Gemeindeschlüssel (AGS)", "999", "2:6", "„ags“: „999“ hat nicht die richtige Form."),
    ],
)
def test_what_is_wrong_is_told_by_sheet_row_and_column(
    copy: Copy, tmp_path: Path, *, name: str, line: str, head: str, value: Any, place: str, message: str
) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    where = sheet(book, name)
    first = next(cells[0].row for cells in where.iter_rows() if cells[0].value == line)
    assert first is not None
    put(where, first, head, value)
    before = _files(copy)
    found = told(copy, book, path)
    assert any(at == f"muster.xlsx:{place}" and message in said for at, said in found), found
    assert _files(copy) == before


def test_an_unknown_column_and_a_missing_one_are_told(copy: Copy, tmp_path: Path) -> None:
    path = tmp_path / "muster.xlsx"
    book = exported(copy, path)
    measures, places = sheet(book, "Maßnahmen"), sheet(book, "Orte")
    measures.cell(1, column(measures, "Kurz gesagt")).value = "Kurz gsagt"
    places.delete_cols(1)
    assert [message for _, message in told(copy, book, path)] == [
        "Blatt „Orte“, Zelle A1 (Kennung): Die Spalte „Kennung“ fehlt.",
        "Blatt „Maßnahmen“, Zelle D1 (Kurz gsagt): Die Spalte „Kurz gsagt“ gibt es hier nicht.",
    ]


_WORDS = (
    st.text(st.sampled_from("aä ß:#-'\"&<>[]{}|%@*!?,.;=\\\n1"), min_size=1, max_size=30).map(str.strip).filter(bool)
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    titles=st.lists(_WORDS.filter(lambda text: "\n" not in text), min_size=4, max_size=4),
    texts=st.lists(_WORDS, min_size=4, max_size=4),
)
def test_whatever_stands_in_cells_comes_back_in_the_next_export(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("hin")
    copy = copy_to(folder / "projekt")
    path = folder / "muster.xlsx"
    book = exported(copy, path)
    measures = sheet(book, "Maßnahmen")
    for line, (title, text) in enumerate(zip(titles, texts, strict=True), 2):
        for head, value in {"Titel": title, "Kurz gesagt": text.replace("[[", "[").replace("]]", "]")}.items():
            cell = measures.cell(line, column(measures, head))
            cell.value = value
            cell.data_type = "s"
    wanted = [[cell.value for cell in cells] for cells in measures.iter_rows(values_only=False)]
    planned(copy, book, path).carry_out(copy.root)
    again = sheet(exported(copy, path), "Maßnahmen")
    assert [[cell.value for cell in cells] for cells in again.iter_rows()] == wanted
