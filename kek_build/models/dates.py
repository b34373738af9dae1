# A point in time as precise as the document gives it: a day, a month, a quarter, a year, or a span of years.
# Precision is part of the value, so nothing is shown more exactly than it was written.
from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

Precision = Literal["tag", "monat", "quartal", "jahr", "zeitraum"]

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip

_ACCUSATIVE: dict[Precision, str] = {"tag": "den ", "quartal": "das "}
"""The article of a point in time that has one."""


class ZeitpunktError(ValueError):
    """A text is no point in time."""


_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})/(\d{4})|(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"Q([1-4])/(\d{4})", re.ASCII)
_SPAN = re.compile(r"(\d{4})\s*[/–-]\s*(\d{4})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)

FORM = "|".join(pattern.pattern for pattern in (_DAY, _MONTH, _QUARTER, _SPAN, _YEAR))
"""How a point in time may be written, as a pattern for forms; whether the day exists, only `parse` knows."""


@dataclass(frozen=True, order=True)
class Datum:
    """First and last day meant, and how precisely it was written."""

    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        """The point in time in German words: `14. Februar 2018`, `November 2022`, `2. Quartal 2020`, `2022/2023`."""
        match self.precision:
            case "tag":
                return f"{self.first.day}. {MONTHS[self.first.month - 1]} {self.first.year}"
            case "monat":
                return f"{MONTHS[self.first.month - 1]} {self.first.year}"
            case "quartal":
                return f"{(self.first.month + 2) // 3}. Quartal {self.first.year}"
            case "jahr":
                return str(self.first.year)
            case "zeitraum":
                return f"{self.first.year}/{self.last.year}"

    @property
    def accusative(self) -> str:
        """The point in time behind „für“: `den 14. Februar 2018`, `das 2. Quartal 2020`, `November 2022`, `2020`."""
        return f"{_ACCUSATIVE.get(self.precision, '')}{self}"

    @property
    def dative(self) -> str:
        """The point in time behind „seit“: `dem 14. Februar 2018`, `dem 2. Quartal 2020`, `November 2022`, `2020`."""
        return f"{'dem ' if self.precision in _ACCUSATIVE else ''}{self}"

    def iso(self) -> str:
        """The value for `<time datetime>`: `2018-02-14`, `2022-11` or `2022`; of a span, its first year."""
        length = {"tag": 10, "monat": 7}.get(self.precision, 4)
        return self.first.isoformat()[:length]


def parse(text: str) -> Datum:
    """Read a point in time.

    Args:
        text: `14.02.2018`, `2018-02-14`, `11/2022`, `2022-11`, `Q2/2020`, `2022` or a span `2022/2023`.

    Raises:
        ZeitpunktError: in German, when the form or the date itself is wrong.
    """
    text = text.strip()
    try:
        if m := _DAY.fullmatch(text):
            d, mo, y, y2, mo2, d2 = m.groups()
            day = date(int(y or y2), int(mo or mo2), int(d or d2))
            return Datum(day, day, "tag")
        if m := _MONTH.fullmatch(text):
            mo, y, y2, mo2 = m.groups()
            return _months(int(y or y2), int(mo or mo2), 1, "monat")
        if m := _QUARTER.fullmatch(text):
            return _months(int(m[2]), int(m[1]) * 3 - 2, 3, "quartal")
        if m := _SPAN.fullmatch(text):
            first, last = int(m[1]), int(m[2])
            if last < first:
                raise ZeitpunktError
            return Datum(date(first, 1, 1), date(last, 12, 31), "zeitraum")
        if _YEAR.fullmatch(text):
            return _months(int(text), 1, 12, "jahr")
    except ValueError:
        raise ZeitpunktError("gibt es nicht") from None
    raise ZeitpunktError("muss ein Zeitpunkt sein: 14.02.2018, 11/2022, Q2/2020, 2022 oder 2022/2023")


def _months(year: int, month: int, count: int, precision: Precision) -> Datum:
    last = month + count - 1
    return Datum(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]), precision)


class _DatumType:
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        forms = "|".join(form.pattern for form in (_DAY, _MONTH, _QUARTER, _SPAN, _YEAR))
        return {
            "type": ["string", "integer"],  # a year alone is a number to other readers of YAML
            "pattern": f"^(?:{forms})$",
            "minimum": 1000,
            "maximum": 9999,
            "examples": ["14.02.2018", "11/2022", "Q2/2020", "2022", "2022/2023"],
        }


def _validate(value: object) -> Datum:
    if isinstance(value, Datum):
        return value
    if not isinstance(value, str):
        raise ZeitpunktError("muss ein Zeitpunkt sein, zum Beispiel 14.02.2018")
    return parse(value)


DatumField = Annotated[Datum, _DatumType]
"""A `Datum` read from text."""
