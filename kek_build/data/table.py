# What a table of the data is: columns that say what stands in them, and rows of plain values. CSV, XLSX and the
# description for programs are all made from this; `tables` says which tables there are.
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from kek_build.data.source import Source
from kek_build.models.base import Model
from kek_build.models.dates import Datum
from kek_build.models.words import title_of

Type = Literal["string", "uri", "integer", "number", "boolean", "date"]
Value = str | int | Decimal | bool | date | None
SEPARATOR = "; "
"""What stands between the items of a list in one cell."""


@dataclass(frozen=True)
class Column:
    """A column: what it is called, what stands in it, and how it is computed."""

    name: str
    """For programs: small letters without umlauts."""
    title: str
    description: str
    of: Callable[[Source, Any], Value]
    """The value for an item of the table."""
    type: Type = "string"
    target: str | None = None
    """The table whose `id` it holds."""
    key: bool = False
    """Whether it tells rows apart."""


@dataclass(frozen=True)
class Kind:
    """A kind of table."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    items: Callable[[Source], Iterable[Any]]
    """What has a row each."""


@dataclass(frozen=True)
class Table:
    """A table of one concept."""

    kind: Kind
    rows: tuple[tuple[Value, ...], ...]


def fill(kind: Kind, source: Source) -> Table:
    """A table of a concept."""
    columns = [column.of for column in kind.columns]
    return Table(kind, tuple(tuple(of(source, item) for of in columns) for item in kind.items(source)))


def of_model(
    model: type[Model],
    name: str,
    get: Callable[[Any], Model] = lambda entry: entry.model,
    *,
    title: str | None = None,
    description: str | None = None,
) -> Column:
    """A column that holds a key of a model, described as the model describes it.

    Args:
        model: the model.
        name: the key: text, running text, or yes and no.
        get: the model of an item; by default the item is an entry.
        title: what the column is called, where not as the key is.
        description: what stands in it, where the model does not say.
    """
    field = model.model_fields[name]
    is_flag = "Literal['ja', 'nein']" in str(field.annotation)
    title = title or title_of(model, name)

    def value(source: Source, item: Any) -> Value:
        found = getattr(get(item), name)
        if found is None or is_flag:
            return None if found is None else found == "ja"
        return source.lines(found) if name == "leicht" else source.words(found)

    told = description or field.description or title
    return Column(name, title, told, value, "boolean" if is_flag else "string")


def moment(name: str, title: str, description: str, get: Callable[[Any], Datum | None]) -> tuple[Column, ...]:
    """Three columns for a point in time: as precise as the document has it, its first and its last day."""

    def text(_: Source, item: Any) -> Value:
        return str(found) if (found := get(item)) else None

    def first(_: Source, item: Any) -> Value:
        return found.first if (found := get(item)) else None

    def last(_: Source, item: Any) -> Value:
        return found.last if (found := get(item)) else None

    return (
        Column(name, title, f"{description}, so genau, wie das Dokument es sagt", text),
        Column(
            f"{name}_von", f"{title} (erster Tag)", f"{description}: erster Tag, der gemeint sein kann", first, "date"
        ),
        Column(
            f"{name}_bis", f"{title} (letzter Tag)", f"{description}: letzter Tag, der gemeint sein kann", last, "date"
        ),
    )


def joined(values: Iterable[str]) -> str | None:
    """A list in one cell; nothing for an empty one."""
    return SEPARATOR.join(values) or None
