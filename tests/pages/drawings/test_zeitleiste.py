# The timeline: everything stays inside, later is further right, and nothing is drawn more precisely than it is known.
from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models.dates import Datum, parse
from kek_build.pages.drawings.zeichnung import WIDTH, Bild
from kek_build.pages.drawings.zeitleiste import Dauer, Zeile, timeline

_DAY = date(2025, 7, 1)
_TIMES = st.sampled_from(
    [parse(text) for text in ("2019", "2022/2024", "03.05.2020", "11/2023", "Q2/2025", "2031", "31.12.2040")]
)


def _spans() -> st.SearchStrategy[Dauer]:
    def ordered(begin: Datum | None, end: Datum | None, *, lasts: bool) -> Dauer:
        if begin and end and end.last < begin.first:
            begin, end = end, begin
        return Dauer(begin, end, lasts and end is None)

    return st.builds(ordered, st.none() | _TIMES, st.none() | _TIMES, lasts=st.booleans())


_ROWS = st.builds(Zeile, st.sampled_from(["1-2 Weg", "III.1 Ein sehr langer Name & <mehr>, der nicht passt " * 2]),
                  _spans(), _spans()).filter(lambda row: row.planned.given or row.actual.given)  # fmt: skip


def _drawn(*rows: Zeile) -> Bild:
    picture = timeline("Zeiten", rows, _DAY, "1. Juli 2025").picture
    assert picture is not None
    return picture


def _planned(begin: str | None, end: str | None) -> Zeile:
    return Zeile("1-2 Weg", Dauer(parse(begin) if begin else None, parse(end) if end else None), Dauer())


@given(st.lists(_ROWS, min_size=1, max_size=5))
def test_everything_stays_inside(rows: list[Zeile]) -> None:
    picture = _drawn(*rows)
    for box in picture.boxes:
        assert 0 <= box.x <= box.x + box.width <= WIDTH
        assert 0 <= box.y <= box.y + box.height <= picture.height
    for path in (*picture.paths, *picture.grid):
        for x, y in re.findall(r"[ML]([0-9.]+) ([0-9.]+)", path.d):
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= picture.height
    for words in picture.words:
        left, top, right, bottom = words.extent
        assert -0.1 <= left <= right <= WIDTH + 0.1
        assert 0 <= top <= bottom <= picture.height


@pytest.mark.parametrize(
    ("begin", "end", "sure", "unsure"),
    [
        ("03.05.2020", "06.07.2024", 1, 0),  # from day to day
        ("2020", "06.07.2024", 1, 1),  # begins some time in 2020
        ("2020", "Q2/2024", 1, 2),
        ("2021", "2021", 0, 1),  # some time in 2021
        ("2021", None, 0, 1),
        (None, "11/2024", 0, 1),
        (None, "06.07.2024", 1, 0),
    ],
)
def test_what_is_not_known_to_the_day_is_drawn_as_a_span(
    begin: str | None, end: str | None, sure: int, unsure: int
) -> None:
    picture = _drawn(_planned(begin, end))
    assert len(picture.boxes) == sure
    assert len([path for path in picture.paths if path.style == "muster-leer"]) == unsure


def test_a_year_is_drawn_as_long_as_a_year() -> None:
    picture = _drawn(_planned("01.01.2020", "31.12.2029"), _planned("2024", None))
    (year,) = [path.d for path in picture.paths if path.style == "muster-leer"]
    (wide,) = re.findall(r"h([0-9.]+)v", year)
    assert abs(float(wide) - picture.boxes[0].width / 10) < 0.5


def test_what_goes_on_reaches_to_the_reference_day() -> None:
    row = Zeile("1-2 Weg", Dauer(), Dauer(parse("03.05.2020"), None, lasts=True))
    picture = _drawn(row, _planned("2030", None))
    (box,) = picture.boxes
    (mark,) = [path.d for path in picture.paths if path.style == "ziellinie"]
    assert abs(box.x + box.width - float(re.findall(r"M([0-9.]+)", mark)[0])) < 0.2


def test_it_is_told_in_words() -> None:
    rows = [
        Zeile("1-2 Weg", Dauer(parse("2020"), parse("11/2024")), Dauer(parse("2021"))),
        Zeile("1-3 Bus", Dauer(None, parse("2030")), Dauer()),
    ]
    told = timeline("Zeiten", rows, _DAY, "1. Juli 2025").description
    assert told == "1-2 Weg: geplant 2020 bis November 2024, tatsächlich ab 2021; 1-3 Bus: geplant bis 2030."
