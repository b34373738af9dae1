# Numbers as German editors write them: decimal comma, thousands in blanks or, where nothing else can be meant, in
# points. Kept as Decimal, so `48,10` stays exact.
from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema


class ZahlError(ValueError):
    """A text is no number."""


_FORM = re.compile(
    r"[+\-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?"
    r"|[+\-−]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|[+\-−]?\d{1,3}\.\d{3},\d+"
    r"|[+\-−]?\d+(?:[,.]\d+)?",
    re.ASCII,
)
FORM = _FORM.pattern
"""How a number may be written, as a pattern for forms; what could mean two numbers, only `parse` knows."""
_AMBIGUOUS = re.compile(r"[+\-−]?\d{1,3}\.\d{3}", re.ASCII)
_WITH_UNIT = re.compile(r"(.*\d)(?: *[%‰€°]| +[^\W\d_]).*")
_MAX_LENGTH = 30
"""No figure of a county is longer."""


def parse(text: str) -> Decimal:
    """Read a number.

    Args:
        text: `30`, `47,1`, `-1,4`, `12 500` or `1.250,5`; a point counts as a decimal sign, or parts thousands, only
            where it can mean nothing else.

    Raises:
        ZahlError: in German, when it is no number or could mean two.
    """
    text = text.strip()
    if _AMBIGUOUS.fullmatch(text):
        whole, decimal = text.replace(".", ""), text.replace(".", ",")
        raise ZahlError(f"ist mehrdeutig: bitte „{whole}“ oder „{decimal}“ schreiben")
    if len(text) > _MAX_LENGTH:
        raise ZahlError(f"ist zu lang: höchstens {_MAX_LENGTH} Zeichen")
    if (unit := _WITH_UNIT.fullmatch(text)) and _FORM.fullmatch(unit[1]):
        raise ZahlError(f"muss eine Zahl ohne Einheit sein: „{unit[1]}“")
    if not _FORM.fullmatch(text):
        raise ZahlError("muss eine Zahl sein, zum Beispiel 30 oder 47,1")
    plain = re.sub(r"[ \u00a0\u202f]", "", text).replace("−", "-")
    if "," in plain or plain.count(".") > 1:
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))


def write(number: Decimal) -> str:
    """The number as German readers expect it: decimal comma, narrow blanks between thousands, a real minus sign."""
    text = f"{number:,f}".replace(",", "\u202f").replace(".", ",")
    return text.replace("-", "−")


class _ZahlType:
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": ["string", "number"],
            "pattern": f"^(?:{_FORM.pattern})$",
            "examples": ["30", "47,1", "-1,4", "12 500"],
        }


def _validate(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise ZahlError("muss eine Zahl sein, zum Beispiel 30 oder 47,1")
    return parse(value)


Zahl = Annotated[Decimal, _ZahlType]
"""A decimal number read from text."""
