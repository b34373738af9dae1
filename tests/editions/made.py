# Editions of an invented concept, made with a log of what was done to each thing: what a comparison must find is known
# from the log alone, and not from what the comparison is made of.
from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import PurePosixPath
from typing import Any

import yaml

from kek_build.editions.editions import Edition
from kek_build.editions.source import Source, blob_mark

OPS = ("keep", "keep", "retitle", "reword", "renumber", "renumber quietly", "merge", "drop", "drop quietly", "split",
       "replace", "move")  # fmt: skip
"""What may be done to a measure from one edition to the next."""


@dataclass(frozen=True)
class Measure:
    """A measure of the invented concept."""

    number: str
    title: str
    short: str
    field: str
    former: tuple[str, ...] = ()


@dataclass
class Made:
    """An edition, and what was done to the one before to get it."""

    year: int
    measures: list[Measure]
    ended: list[dict[str, Any]] = field(default_factory=list)
    fields: tuple[str, ...] = ("I", "II", "III")
    log: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """For each number of the edition before: what was done, and what carries it on."""

    def edition(self, name: str) -> Edition:
        """The edition as a build has it, without pages."""
        return Edition(name, "muster", self.source)

    def source(self) -> Source:
        """Its files."""
        files: dict[str, Any] = {
            "konzept.yml": {
                "fassung": {"bezeichnung": f"Konzept {self.year}", "stand": f"31.12.{self.year}"},
                "verlauf": [
                    {"datum": f"01.06.{year}", "art": "beschluss", "titel": f"Beschluss {year}", "gremium": "kreistag"}
                    for year in range(2005, self.year + 1)
                ],
            },
            "aufgehoben.yml": self.ended,
        }
        for name in self.fields:
            files[f"handlungsfelder/{name}.yml"] = {"nummer": name, "titel": f"Feld {name}"}
        for one in self.measures:
            data = {"nummer": one.number, "titel": one.title, "kurz": one.short, "handlungsfeld": one.field}
            files[f"massnahmen/{one.number}.yml"] = data | ({"aliase": list(one.former)} if one.former else {})
        held = {PurePosixPath(name): yaml.safe_dump(data, allow_unicode=True).encode() for name, data in files.items()}
        return Source({path: blob_mark(data) for path, data in held.items()}, lambda paths: {p: held[p] for p in paths})


class Maker:
    """Makes one edition after the other."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311  (nothing here is secret)
        self.numbers = count(1)
        self.words = count(1)

    def measure(self) -> Measure:
        """A measure that nothing is like: no two have a word in common."""
        word = next(self.words)
        short = " ".join(f"satz{word}wort{place}" for place in range(12))
        field = self.dice.choice(("I", "II", "III"))
        return Measure(f"1-{next(self.numbers)}", f"titel{word}eins titel{word}zwei", short, field)

    def first(self, size: int) -> Made:
        """The first edition."""
        return Made(2012, [self.measure() for _ in range(size)])

    def next(self, before: Made, ops: Mapping[str, str] | None = None) -> Made:
        """The next edition; by default something happens to each measure by chance."""
        made = Made(before.year + 7, [], fields=before.fields)
        chosen = ops or {one.number: self.dice.choice(OPS) for one in before.measures}
        staying = [one for one in before.measures if chosen[one.number] in {"keep", "retitle", "reword"}]
        for one in before.measures:
            op = chosen[one.number] if staying or chosen[one.number] != "merge" else "keep"
            self._do(op, one, made, staying)
        made.measures += [self.measure() for _ in range(self.dice.randint(0, 3))]
        return made

    def _do(  # noqa: C901  (a table of cases)
        self, op: str, one: Measure, made: Made, staying: list[Measure]
    ) -> None:
        fresh = self.measure()
        plain = replace(one, former=())
        kept: list[Measure] = []
        match op:
            case "keep":
                kept = [plain]
            case "retitle":
                kept = [replace(plain, title=fresh.title)]
            case "reword":
                kept = [replace(plain, short=f"{one.short} neues{one.number}wort")]
            case "renumber":
                kept = [replace(plain, number=fresh.number, former=(one.number,))]
            case "renumber quietly":
                kept = [replace(plain, number=fresh.number)]
            case "move":
                kept = [replace(plain, field={"I": "II", "II": "III", "III": "I"}[one.field])]
            case "merge":
                heir = self.dice.choice(staying).number
                made.ended.append(_ended(one, zusammengefuehrt_mit=[heir]))
                made.log[one.number] = op, (heir,)
            case "drop":
                made.ended.append(_ended(one))
            case "split":
                kept = [fresh, self.measure()]
                made.ended.append(_ended(one, ersetzt_durch=[part.number for part in kept]))
            case "replace":
                kept = [fresh]
                made.ended.append(_ended(one, ersetzt_durch=[fresh.number]))
        made.measures += kept
        made.log.setdefault(one.number, (op, tuple(part.number for part in kept)))


def _ended(one: Measure, **heirs: list[str]) -> dict[str, Any]:
    return {"verweis": one.number, "art": "massnahme", "titel": one.title, "ende": "2019", "grund": "Es ist so.",
            **heirs}  # fmt: skip
