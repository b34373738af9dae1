from __future__ import annotations

from kek_build.concept.entries import KINDS
from kek_build.data.shape import keys
from kek_build.spreadsheets.layout import EXCHANGED, sheets


def test_names_of_sheets_are_short_enough_and_tell_sheets_apart() -> None:
    names = [sheet.name for kind in EXCHANGED for sheet in sheets(kind)]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 31


def test_heads_tell_the_columns_of_a_sheet_apart() -> None:
    for kind in EXCHANGED:
        for sheet in sheets(kind):
            heads = [sheet.thing, *(column.title for column in sheet.columns)] if sheet.steps else [
                column.title for column in sheet.columns
            ]  # fmt: skip
            assert len(set(heads)) == len(heads), sheet.name


def test_every_key_of_a_thing_is_a_column_or_a_sheet() -> None:
    for kind in EXCHANGED:
        main, *lists = sheets(kind)
        shown = {column.way[0] for column in main.columns} | {sheet.steps[0].way[0] for sheet in lists}
        assert shown == {key.field for key in keys(KINDS[kind][0])}


def test_points_in_points_and_goals_in_goals_have_one_sheet() -> None:
    points = next(sheet for sheet in sheets("massnahme") if sheet.name == "Maßnahmen, Punkte")
    assert [step.nests for step in points.steps] == [True]
    goals = [sheet for sheet in sheets("handlungsfeld") if sheet.name == "Ziele"]
    assert [[step.way for step in sheet.steps] for sheet in goals] == [[("ziele",)]]
