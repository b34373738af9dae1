# A table as a CSV file and as the sheet of a workbook: its rows are computed once for both, and forgotten. All that
# others need to know of it is how many rows it has, and what is told of the file.
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kek_build.data.archive import Packed, pack
from kek_build.data.csv import csv
from kek_build.data.files import DataFile
from kek_build.data.keeping import Keeper, Told, told_of
from kek_build.data.sheet import Sheet, sheet
from kek_build.data.source import Source
from kek_build.data.table import Kind, Table, fill


@dataclass(frozen=True)
class TableFile:
    """A table as files."""

    kind: Kind
    count: int
    """How many rows it has."""
    file: DataFile
    """The table as CSV."""
    _made: _Made

    @property
    def packed(self) -> Packed:
        """The CSV file, as an archive takes it."""
        return self._made.packed(self.file.told)

    @property
    def sheet(self) -> Sheet:
        """The table as a sheet."""
        return self._made.sheet(self.file.told)


def table_file(kind: Kind, source: Source, folder: str, keeper: Keeper) -> TableFile | None:
    """A table of a concept; none where it has no rows.

    Args:
        kind: which.
        source: the concept.
        folder: where its file stands, relative to the site: `leipzig/daten/`.
        keeper: what is kept of earlier builds.
    """
    path = f"{folder}{kind.name}.csv"
    made = _Made(kind, source, keeper)
    known, stays = keeper.known(path, made.tell, path)
    if known is None:
        return None
    count, told = known
    file = DataFile(
        path,
        f"{kind.title} als CSV",
        kind.description,
        "CSV",
        "text/csv",
        told,
        lambda: made.packed(told).content,
        stays,
    )
    return TableFile(kind, count, file, made)


@dataclass(frozen=True)
class _Made:
    """What is made of a table, kept by the checksum of the CSV file."""

    kind: Kind
    source: Source
    keeper: Keeper

    @cached_property
    def _key(self) -> str:
        columns = [(column.title, column.type) for column in self.kind.columns]
        return f"{self.kind.name} {columns}"

    def tell(self) -> tuple[int, Told] | None:
        """Make both while the rows are there."""
        table = self._table()
        if not table.rows:
            return None
        pieces = list(csv(table))
        told = told_of(pieces)
        self.keeper.kept(f"csv {told.checksum}", lambda: pack(pieces).written())
        self.keeper.kept(f"{self._key} {told.checksum}", lambda: sheet(table).written())
        return len(table.rows), told

    def packed(self, told: Told) -> Packed:
        return Packed.read(self.keeper.kept(f"csv {told.checksum}", lambda: pack(csv(self._table())).written()))

    def sheet(self, told: Told) -> Sheet:
        key = f"{self._key} {told.checksum}"
        return Sheet.read(self.keeper.kept(key, lambda: sheet(self._table()).written()))

    def _table(self) -> Table:
        return fill(self.kind, self.source)
