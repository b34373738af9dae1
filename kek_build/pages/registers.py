# All registers of a concept, and the files of the long ones: their rows, words and values in pieces, which the script
# (`assets/kek/register.js`) fetches when somebody filters or sorts. No piece grows with the register; only their number
# does.
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import escape

from kek_build.builds import Units
from kek_build.concept.entries import title_key
from kek_build.outputs import Output
from kek_build.pages import massnahmen, orte, schluesselvorhaben, swot, ziele
from kek_build.pages.draft import Workshop
from kek_build.pages.record import plain_text
from kek_build.pages.register import Row
from kek_build.pages.register_pages import COLUMNS, FOLDER, ROWS, TEXTS, VALUES, Source, all_rows

REGISTERS: tuple[Source, ...] = (
    massnahmen.REGISTER,
    schluesselvorhaben.REGISTER,
    ziele.REGISTER,
    swot.REGISTER,
    orte.REGISTER,
)
"""The registers that a concept may have."""

_NUMBER = re.compile(r"\d+")


def outputs(shop: Workshop, units: Units | None = None) -> Iterator[Output]:
    """The files of a concept's long registers; a short one needs none, for its page holds everything.

    Args:
        shop: the concept.
        units: what the last build made; a register that would be the same is not made again.
    """
    for source in REGISTERS:
        if source.is_long(shop):
            make = partial(_files, shop, source)
            yield from units.make(f"register:{source.address(shop)}", make) if units else make()


def _files(shop: Workshop, source: Source) -> Iterator[Output]:
    draft, listing = source.draft(shop, 1), source.made(shop)
    folder = f"{source.address(shop)}{FOLDER}/"
    rows = list(all_rows(draft, listing))
    written = shop.env.get_template("parts/register.html.j2").module.row  # type: ignore[attr-defined]
    yield from _pieces(f"{folder}zeilen", [str(written(row)).strip() for row in rows], ROWS)
    yield from _pieces(f"{folder}worte", [_words(row) for row in rows], TEXTS)
    for facet in listing.facets:
        if len(facet.values) <= shop.limits.values:
            continue  # stand on the page
        values = [[value.key, value.label, value.count] for value in facet.values]
        yield from _pieces(f"{folder}werte-{facet.key}", values, VALUES)
    ranks = _ranks(rows)
    columns = [[*map(_codes, row.values.split(" ")), rank] for row, rank in zip(rows, ranks, strict=True)]
    for number, start in enumerate(range(0, len(columns), COLUMNS), 1):
        # By columns: values of one kind side by side pack better.
        piece = list(zip(*columns[start : start + COLUMNS], strict=True))
        keys = [*(facet.key for facet in listing.facets), "titel"]
        yield _output(f"{folder}spalten-{number}.json", dict(zip(keys, piece, strict=True)))


def _pieces(name: str, items: Sequence[Any], size: int) -> Iterator[Output]:
    for number, start in enumerate(range(0, len(items), size), 1):
        yield _output(f"{name}-{number}.json", items[start : start + size])


def _output(path: str, value: object) -> Output:
    return Output(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _words(row: Row) -> str:
    """What a row is found by: its number, title and text; not what it is linked with."""
    parts = [row.link.number, row.link.title, row.text, *row.points]
    return plain_text(" ".join(str(escape(part)) for part in parts if part))


def _codes(part: str) -> int | list[int]:
    """The places of a row's values in their facet; a single one without brackets, for most rows have one."""
    codes = [int(code) for code in part.split(",") if code]
    return codes[0] if len(codes) == 1 else codes


def _ranks(rows: Sequence[Row]) -> list[int]:
    """For each row its place by title, numbers in titles by their value."""

    def key(index: int) -> tuple[int, str, int]:
        digits_first, plain = title_key(rows[index].link.title)
        return digits_first, _NUMBER.sub(lambda found: found[0].zfill(12), plain), index

    order = sorted(range(len(rows)), key=key)
    ranks = [0] * len(rows)
    for rank, index in enumerate(order):
        ranks[index] = rank
    return ranks
