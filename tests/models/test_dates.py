# A point in time keeps the precision it was written with, and what is no date is refused in German.
from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kek_build.models.dates import MONTHS, Datum, DatumField, parse

FIELD: TypeAdapter[Datum] = TypeAdapter(DatumField)
DAYS = st.dates(min_value=date(1000, 1, 1))
YEARS = st.integers(min_value=1000, max_value=9999)


@pytest.mark.parametrize(
    ("text", "first", "last", "words", "iso"),
    [
        ("14.02.2018", date(2018, 2, 14), date(2018, 2, 14), "14. Februar 2018", "2018-02-14"),
        ("1.3.2018", date(2018, 3, 1), date(2018, 3, 1), "1. März 2018", "2018-03-01"),
        ("2018-02-14", date(2018, 2, 14), date(2018, 2, 14), "14. Februar 2018", "2018-02-14"),
        ("29.02.2020", date(2020, 2, 29), date(2020, 2, 29), "29. Februar 2020", "2020-02-29"),
        ("11/2022", date(2022, 11, 1), date(2022, 11, 30), "November 2022", "2022-11"),
        ("2/2020", date(2020, 2, 1), date(2020, 2, 29), "Februar 2020", "2020-02"),
        ("2022-11", date(2022, 11, 1), date(2022, 11, 30), "November 2022", "2022-11"),
        ("Q1/2020", date(2020, 1, 1), date(2020, 3, 31), "1. Quartal 2020", "2020"),
        ("Q2/2020", date(2020, 4, 1), date(2020, 6, 30), "2. Quartal 2020", "2020"),
        ("Q3/2020", date(2020, 7, 1), date(2020, 9, 30), "3. Quartal 2020", "2020"),
        ("Q4/2020", date(2020, 10, 1), date(2020, 12, 31), "4. Quartal 2020", "2020"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "2022", "2022"),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31), "2022/2023", "2022"),
        ("2022/2022", date(2022, 1, 1), date(2022, 12, 31), "2022/2022", "2022"),
        ("2022–2025", date(2022, 1, 1), date(2025, 12, 31), "2022/2025", "2022"),
        ("2022 - 2025", date(2022, 1, 1), date(2025, 12, 31), "2022/2025", "2022"),
        ("  2022\n", date(2022, 1, 1), date(2022, 12, 31), "2022", "2022"),
    ],
)
def test_a_point_in_time_is_read_and_written_as_precisely_as_it_was_given(
    text: str, first: date, last: date, words: str, iso: str
) -> None:
    datum = parse(text)
    assert (datum.first, datum.last) == (first, last)
    assert str(datum) == words
    assert datum.iso() == iso


@pytest.mark.parametrize(
    "text",
    ["31.02.2020", "29.02.2019", "0.1.2020", "32.1.2020", "13/2022", "0/2022", "2022-13", "01.01.0000", "0000",
     "2023/2022"],
)  # fmt: skip
def test_a_date_outside_the_calendar_does_not_exist(text: str) -> None:
    with pytest.raises(ValueError, match=r"^gibt es nicht$"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "bald", "14.02.18", "14. Februar 2018", "Februar 2018", "Q5/2020", "q2/2020", "20222", "ab 2022", "2022/23",
     "1.2"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match=r"^muss ein Zeitpunkt sein: 14\.02\.2018"):
        parse(text)


@pytest.mark.parametrize("value", [2022, 20.5, None, ["2022"], {"jahr": "2022"}, date(2022, 1, 1)])
def test_a_field_takes_text_only(value: object) -> None:
    with pytest.raises(ValidationError, match="muss ein Zeitpunkt sein"):
        FIELD.validate_python(value)


def test_a_field_takes_a_date_that_was_read_before() -> None:
    datum = parse("Q2/2020")
    assert FIELD.validate_python(datum) is datum
    assert FIELD.validate_python("Q2/2020") == datum


def test_every_example_of_the_schema_is_a_date() -> None:
    examples = FIELD.json_schema()["examples"]
    assert len({parse(text).precision for text in examples}) == 5


def test_points_in_time_sort_by_their_first_and_then_their_last_day() -> None:
    in_order = ["2019", "1.1.2020", "1/2020", "Q1/2020", "2020", "2020/2021", "2.1.2020", "2/2020"]
    mixed = in_order[1::2] + in_order[::2]
    assert sorted(mixed, key=parse) == in_order


def test_a_point_in_time_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse("2020").precision = "tag"  # type: ignore[misc]


@settings(deadline=None, max_examples=200)
@given(DAYS)
def test_every_day_is_read_from_its_german_and_its_iso_form(day: date) -> None:
    expected = Datum(day, day, "tag")
    assert parse(f"{day.day}.{day.month}.{day.year}") == expected
    assert parse(f"{day:%d.%m.}{day.year}") == expected
    assert parse(day.isoformat()) == expected
    assert expected.iso() == day.isoformat()
    assert str(expected) == f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


@settings(deadline=None, max_examples=200)
@given(YEARS, st.integers(min_value=1, max_value=12))
def test_every_month_ends_on_the_day_before_the_next(year: int, month: int) -> None:
    datum = parse(f"{month}/{year}")
    assert datum.first == date(year, month, 1)
    assert datum.last == date.max or (datum.last + timedelta(days=1)).day == 1
    assert datum.last.month == month
    assert parse(datum.iso()) == datum


@settings(deadline=None, max_examples=100)
@given(YEARS)
def test_the_four_quarters_make_the_year(year: int) -> None:
    quarters = [parse(f"Q{number}/{year}") for number in (1, 2, 3, 4)]
    assert (quarters[0].first, quarters[3].last) == (parse(str(year)).first, parse(str(year)).last)
    for before, after in pairwise(quarters):
        assert before.last + timedelta(days=1) == after.first


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(), st.from_regex(r"\A[0-9Q./– -]{1,12}\Z"), st.from_regex(r"\A\d{4}[/–-]\d{1,4}\Z")))
def test_any_text_is_a_date_or_refused_in_german(text: str) -> None:
    try:
        datum = parse(text)
    except ValueError as error:
        assert str(error).startswith(("muss ein Zeitpunkt sein: ", "gibt es nicht"))  # noqa: PT017  (either is right)
    else:
        assert datum.first <= datum.last
        assert datum.iso()[:4] == f"{datum.first.year:04}"
        assert str(datum).split("/")[0].endswith(str(datum.first.year))


@pytest.mark.parametrize(
    ("text", "accusative", "dative"),
    [
        ("14.02.2018", "den 14. Februar 2018", "dem 14. Februar 2018"),
        ("Q2/2020", "das 2. Quartal 2020", "dem 2. Quartal 2020"),
        ("11/2022", "November 2022", "November 2022"),
        ("2022", "2022", "2022"),
        ("2022/2023", "2022/2023", "2022/2023"),
    ],
)
def test_behind_a_preposition_it_has_the_article_it_needs(text: str, accusative: str, dative: str) -> None:
    assert (parse(text).accusative, parse(text).dative) == (accusative, dative)
