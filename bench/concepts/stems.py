# The stems that the words of an invented concept are made of, by the subject they belong to. German builds its long
# words from such parts, so a few hundred of them give the tens of thousands of different words a large corpus has.
from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import yaml

Gender = Literal["m", "f", "n"]


class Head(NamedTuple):
    """The last part of a compound: it gives gender and plural."""

    text: str
    gender: Gender
    plural: str


class Subject(NamedTuple):
    """What a field of action is about."""

    title: str
    first: tuple[str, ...]
    """What the words of the subject begin with."""


def _head(entry: str) -> Head:
    text, gender, plural = entry.split(":")
    return Head(text, cast(Gender, gender), plural)


def _doing(entry: str) -> tuple[str, str]:
    infinitive, participle = entry.split(":")
    return infinitive, participle


_FILE: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))

SUBJECTS = {
    symbol: Subject(entry["title"], tuple(entry["first"].split())) for symbol, entry in _FILE["subjects"].items()
}
"""By the symbol of a field of action."""

LINKS: tuple[str, ...] = tuple(_FILE["links"].split())
"""What may stand between the first part and the last."""

HEADS = tuple(map(_head, _FILE["heads"].split()))
"""What the words of all subjects end with."""

ADJECTIVES: tuple[str, ...] = tuple(_FILE["adjectives"].split())
"""Stems that every ending can follow."""

DOING = tuple(map(_doing, _FILE["doing"].split(", ")))
"""What is done with things: infinitive and participle."""

PLACE_FIRST: tuple[str, ...] = tuple(_FILE["places"]["first"].split())
PLACE_LAST: tuple[str, ...] = tuple(_FILE["places"]["last"].split())
PLACE_BEFORE = (*("",) * 6, *(f"{word} " for word in _FILE["places"]["before"].split()))
"""What stands before every second name of a place."""
