# Whatever an editor writes, wherever: it is shown, and makes neither an element nor an attribute.
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic.fields import FieldInfo
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept, link
from kek_build.models.base import Model
from kek_build.models.themen import STANDARD
from kek_build.pages.build import pages, workshops
from kek_build.pages.record import PageRecord, plain_text
from kek_build.reading import read_concept
from tests.example import MUSTERKREIS, OPTIONS, ROOT, without_code

_HOSTILE = """<x-fremd onclick="x">'"&lt;"""


def _holds_text(info: FieldInfo) -> bool:
    marks = f"{info.annotation} {info.metadata}"
    return ("Prose()" in marks or "_one_line" in marks) and "NamesSubject()" not in marks


def _spoilt(value: Any, *, is_text: bool = False) -> Any:
    """A model in which every text that has no fixed form ends in something hostile."""
    if isinstance(value, Model):
        return value.model_copy(
            update={
                name: _spoilt(getattr(value, name), is_text=_holds_text(info))
                for name, info in type(value).model_fields.items()
            }
        )
    if isinstance(value, tuple):
        return tuple(_spoilt(item, is_text=is_text) for item in value)
    return f"{value} {_HOSTILE}" if is_text and isinstance(value, str) else value


@pytest.fixture(scope="module")
def hostile() -> Konzept:
    files = read_concept(MUSTERKREIS, ROOT)
    files.konzept = _spoilt(files.konzept)
    files.things = [replace(loaded, model=_spoilt(loaded.model)) for loaded in files.things]
    konzept = link(files, subjects=tuple(map(_spoilt, STANDARD)))
    assert isinstance(konzept, Konzept), konzept
    return konzept


@pytest.fixture(scope="module")
def records(hostile: Konzept) -> list[PageRecord]:
    concepts = [hostile, replace(hostile, slug="nachbarkreis")]
    return list(pages(workshops(concepts, OPTIONS), OPTIONS))


def test_no_text_makes_an_element_or_an_attribute(records: list[PageRecord]) -> None:
    for record in records:
        tree = LexborHTMLParser(record.html)
        assert tree.css("x-fremd") == [], record.path
        assert tree.css("[onclick]") == [], record.path


def test_every_page_of_the_concept_shows_what_was_written(records: list[PageRecord]) -> None:
    for record in records:
        if record.concept:
            assert _HOSTILE in plain_text(record.html), record.path


def test_nothing_is_escaped_twice(records: list[PageRecord]) -> None:
    for record in records:
        html = without_code(record.html)
        assert "&amp;amp;" not in html, record.path
        assert "&amp;#" not in html, record.path
        assert "&amp;quot;" not in html, record.path


def test_titles_and_descriptions_are_plain_text(records: list[PageRecord]) -> None:
    measure = next(record for record in records if record.ref == "2-1")
    assert measure.title == f"2-1 Ein dichtes Busnetz {_HOSTILE}"
    assert measure.description == f"Busse fahren jede Stunde. {_HOSTILE}"
