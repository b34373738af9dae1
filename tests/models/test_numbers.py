# Numbers are read as German editors write them, exactly, and written as German readers expect them.
from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kek_build.models.numbers import Zahl, parse, write

FIELD: TypeAdapter[Decimal] = TypeAdapter(Zahl)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30", "30"),
        ("0", "0"),
        ("007", "7"),
        ("47,1", "47.1"),
        ("48,10", "48.10"),
        ("0,125", "0.125"),
        ("1,250", "1.250"),
        ("-1,4", "-1.4"),
        ("−1,4", "-1.4"),
        ("+3", "3"),
        ("47.1", "47.1"),
        ("1250.5", "1250.5"),
        ("1250", "1250"),
        ("12 500", "12500"),
        ("1 234 567,89", "1234567.89"),
        ("12\u00a0500", "12500"),
        ("12\u202f500", "12500"),
        ("  30\n", "30"),
        ("1.250,5", "1250.5"),
        ("1.234.567", "1234567"),
        ("-1.234.567,89", "-1234567.89"),
    ],
)
def test_a_number_is_read_exactly(text: str, number: str) -> None:
    assert str(parse(text)) == str(Decimal(number))


@pytest.mark.parametrize("text", ["1.250", "47.100", "-1.250", "0.125"])
def test_a_point_before_three_digits_could_mean_two_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="ist mehrdeutig"):
        parse(text)


def test_what_to_write_instead_is_shown_with_the_number_itself() -> None:
    with pytest.raises(ValueError, match="bitte „3500“ oder „3,500“ schreiben"):
        parse("3.500")


@pytest.mark.parametrize(
    "text",
    ["", "-", ",5", "5,", "1,2,3", "1.25,5", "1.250.5", "1,250.5", "12 50", "1 2345", "1e3", "0x1F", "nan", "inf", "½",
     "--1", "ca. 5"],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match=r"^muss eine Zahl sein, zum Beispiel 30 oder 47,1$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("30 km", "30"), ("131,5 km je Jahr", "131,5"), ("30%", "30"), ("47,1 %", "47,1"), ("12 500 €", "12 500")],
)
def test_a_number_with_its_unit_is_told_without_it(text: str, number: str) -> None:
    with pytest.raises(ValueError, match=f"^muss eine Zahl ohne Einheit sein: „{number}“$"):
        parse(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("30", "30"),
        ("48.10", "48,10"),
        ("12500", "12\u202f500"),
        ("1234567.891", "1\u202f234\u202f567,891"),
        ("-1.4", "−1,4"),
        ("0.0001", "0,0001"),
        ("1E+3", "1\u202f000"),
    ],
)
def test_a_number_is_written_in_german(number: str, text: str) -> None:
    assert write(Decimal(number)) == text


@pytest.mark.parametrize("value", [30, 47.1, None, True, ["30"], {"wert": "30"}])
def test_a_field_takes_text_only(value: object) -> None:
    with pytest.raises(ValidationError, match="muss eine Zahl sein"):
        FIELD.validate_python(value)


def test_a_field_takes_a_number_that_was_read_before() -> None:
    assert FIELD.validate_python(Decimal("48.10")) == FIELD.validate_python("48,10")


def test_every_example_of_the_schema_is_a_number() -> None:
    assert [str(parse(text)) for text in FIELD.json_schema()["examples"]] == ["30", "47.1", "-1.4", "12500"]


@settings(deadline=None, max_examples=300)
@given(NUMBERS)
def test_what_is_written_is_read_again_to_the_last_digit(number: Decimal) -> None:
    assert str(parse(write(number))) == f"{number:f}"


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(), st.from_regex(r"\A[-+−]?[0-9 .,]{1,12}\Z")))
def test_any_text_is_a_number_or_refused_in_german(text: str) -> None:
    try:
        number = parse(text)
    except ValueError as error:
        assert re.match(r"muss eine Zahl (ohne Einheit )?sein|ist mehrdeutig|ist zu lang", str(error))  # noqa: PT017  (either is right)
    else:
        assert number.is_finite()
        digits = "".join(str(int(digit)) for digit in re.findall(r"\d", text))
        assert int(digits) == abs(int(number.scaleb(-int(number.as_tuple().exponent))))
