# Reads what a site tells of the county of ten years: its tables, its JSON file, its pages.
from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from kek_build.assembly import Assembly
from tests.steering.recount import County

DAYS = (date(2018, 6, 30), date(2021, 1, 1), date(2024, 2, 29), None, date(2031, 3, 1))
"""The day after which everything is over, the one that follows from the content, and days in between."""
KINDS = ("massnahmen", "schluesselvorhaben")


def day_of(county: County, day: date | None) -> date:
    return day or county.newest.first


def file_of(site: Assembly, path: str) -> bytes:
    (found,) = [output.content for output in site.data.outputs if output.path == path]
    return found


def table(site: Assembly, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, without the apostrophe that keeps spreadsheets from taking texts for dates."""
    lines = csv.DictReader(io.StringIO(file_of(site, f"daten/{name}.csv").decode("utf-8-sig")), delimiter=";")
    for row in lines:
        yield {key: value.removeprefix("'") for key, value in row.items()}


def page_of(site: Assembly, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.page(path).html)


_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember")  # fmt: skip


class Words(dict[str, str]):
    """Times in words, by how they are written."""

    def __missing__(self, text: str) -> str:
        text = text.replace("–", "/")
        if re.fullmatch(r"\d{4}(/\d{4})?", text):
            return text
        if quarter := re.fullmatch(r"Q(\d)/(\d{4})", text):
            return f"{quarter[1]}. Quartal {quarter[2]}"
        parts = [int(part) for part in re.split(r"[./-]", text)]
        if parts[0] > 1000:
            parts.reverse()
        *day, month, year = parts
        return f"{day[0]}. {_MONTHS[month - 1]} {year}" if day else f"{_MONTHS[month - 1]} {year}"
