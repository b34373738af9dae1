# The figures of one indicator as a table beside its page, for whoever wants only these. Its columns are those of the
# table of all figures (`messwerte.csv`), which the data package describes, so that both can be put together.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kek_build.concept import Entry
from kek_build.data.csv import csv
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.data.table import fill
from kek_build.data.tables_goals import READINGS, readings_of
from kek_build.outputs import Output
from kek_build.pages.addresses import VALUE_TABLE


def outputs(source: Source, keeper: Keeper) -> Iterator[Output]:
    """A CSV file beside the page of each indicator that has figures.

    Args:
        source: the concept.
        keeper: what is kept of earlier builds.
    """
    for entry in source.konzept.of_kind("kennzahl"):
        path = source.shop.addresses.folder(entry) + VALUE_TABLE
        yield from keeper.outputs(path, partial(_file, path, entry, source))


def _file(path: str, entry: Entry, source: Source) -> Iterator[Output]:
    table = fill(replace(READINGS, items=lambda _: readings_of(entry)), source)
    if table.rows:
        yield Output(path, b"".join(csv(table)))
