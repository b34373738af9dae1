# Where a thing stands, in words: `Landkreis Leipzig › I Starker Wirtschaftsstandort › I.1 Strukturwandel`. A hit shows
# it, so that a reader sees what a measure is for before opening it.
from __future__ import annotations

from collections.abc import Iterator

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.pages.text import shorten, statement_label, without_references

_LENGTH = 60
_LISTS = {"kennzahl", "akteur", "ort", "begriff"}
"""Kinds of which all stand in one list."""


def place_of(konzept: Konzept, entry: Entry) -> tuple[str, ...]:
    """The names of what an entry stands in, from the concept down, and what it is itself.

    Args:
        konzept: the concept.
        entry: one of its things.
    """
    return (konzept.datei.name, *_below(konzept, entry))


def _below(konzept: Konzept, entry: Entry) -> Iterator[str]:
    if entry.kind in _LISTS:
        yield KINDS[entry.kind][2]
        return
    if entry.kind == "aussage" and entry.parent:
        yield from ("SWOT-Analyse", konzept[entry.parent].title, statement_label(entry))
        return
    if entry.kind == "ziel":
        yield from map(_name, konzept.above(entry))
    elif entry.kind in {"massnahme", "schluesselvorhaben"}:
        fields = [f for f in [konzept.field_of(entry)] if f] or list(konzept.targets(entry.ref, "handlungsfelder"))
        projects = konzept.sources(entry.ref, "massnahmen", kind="schluesselvorhaben")
        for found in (fields, projects):
            if found:
                yield _name(found[0]) + (f" und {len(found) - 1} weitere" if len(found) > 1 else "")
    yield konzept.kind_name(entry)


def _name(entry: Entry) -> str:
    title = shorten(without_references(entry.short_title, lambda _: None), _LENGTH)
    return f"{entry.number} {title}" if entry.number else title
