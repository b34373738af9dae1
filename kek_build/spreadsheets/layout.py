# Which sheets and columns the content has in a workbook, read off the models: one row a thing, its lists of parts on
# sheets of their own. So a new key of the content is in the workbook without a line of code here.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kek_build.concept.entries import KINDS
from kek_build.data.shape import Key, Many, OneOf, Part, Reference, Shape, Text, keys
from kek_build.models.base import Model, written_order

EXCHANGED = (
    "massnahme", "schluesselvorhaben", "handlungsfeld", "swot", "kennzahl", "akteur", "ort", "begriff",
)  # fmt: skip
"""The kinds of thing that a workbook holds. The concept itself and its pages of text are no tables."""

PLACE = "Stelle"
"""The column that says which entry of a list a row is: `2`, or `2.1` for the first one below it."""

_NAME_LIMIT = 31
"""How long the name of a sheet may be."""
_OWN_KEYS = ("nummer", "kennung")


@dataclass(frozen=True)
class Column:
    """A column: a value of the row's object."""

    way: tuple[str, ...]
    """The keys that lead to it: `("geplant", "beginn")`; none where the row itself is a text."""
    title: str
    shape: Shape
    required: bool
    description: str

    @property
    def key(self) -> str:
        """How assignments name it: `geplant.beginn`."""
        return ".".join(self.way)

    @property
    def several(self) -> bool:
        """Whether a cell holds several values."""
        return isinstance(self.shape, Many)

    @property
    def item(self) -> Shape:
        """What one value is."""
        return self.shape.item if isinstance(self.shape, Many) else self.shape

    @property
    def separator(self) -> str:
        """What stands between several values; lines of free text may hold a semicolon themselves."""
        return "\n" if isinstance(self.item, Text) else "; "


@dataclass(frozen=True)
class Step:
    """A list on the way from a thing to a row."""

    way: tuple[str, ...]
    """The keys that lead to it."""
    nests: bool
    """Whether its entries hold such a list themselves."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook."""

    kind: str
    name: str
    steps: tuple[Step, ...]
    """The lists on the way; none on the sheet of the things themselves."""
    columns: tuple[Column, ...]

    @property
    def thing(self) -> str:
        """The title of the column that names the thing a row belongs to; on the sheet of things, of their own key."""
        return KINDS[self.kind][1] if self.steps else self.columns[0].title


def own_key(kind: str) -> str:
    """The key that a thing is named by: its number or its short name."""
    return next(key for key in _OWN_KEYS if key in KINDS[kind][0].model_fields)


@cache
def sheets(kind: str) -> tuple[Sheet, ...]:
    """The sheets of a kind of thing: first the one with the things themselves, lists before the lists in them."""
    model, _, plural = KINDS[kind]
    found = [Sheet(kind, plural, (), tuple(_columns(model)))]
    found += _lists(kind, model, plural, ())
    taken: dict[str, int] = {}
    named = []
    for sheet in found:
        name = sheet.name[:_NAME_LIMIT]
        taken[name] = taken.get(name, 0) + 1
        if taken[name] > 1:
            name = f"{name[: _NAME_LIMIT - 2]} {taken[name]}"
        named.append(Sheet(kind, name, sheet.steps, sheet.columns))
    return tuple(named)


def _columns(model: type[Model], way: tuple[str, ...] = (), title: str = "") -> Iterator[Column]:
    """The columns of an object: its own single values, and those of objects that stand in it alone."""
    for key in _ordered(model):
        here = f"{title}{key.title}"
        if isinstance(key.shape, Part):
            yield from _columns(key.shape.model, (*way, key.field), f"{here}: ")
        elif not _is_list_of_parts(key.shape):
            yield Column((*way, key.field), here, key.shape, key.required and not way, key.description)


def _lists(kind: str, model: type[Model], name: str, steps: tuple[Step, ...]) -> Iterator[Sheet]:
    """The sheets of the lists in an object."""
    for way, title, item in _parts(model, ()):
        if not isinstance(item, Part):  # a list of longer texts
            yield Sheet(
                kind, f"{name}, {title}", (*steps, Step(way, nests=False)), (Column((), "Text", item, True, title),)
            )
            continue
        inner = item.model
        if steps and inner is model and way == steps[-1].way:
            continue  # the list in itself has the sheet we are in
        nests = any(lower == way and below == item for lower, _, below in _parts(inner, ()))
        own = next((plural for made_by, _, plural in KINDS.values() if made_by is inner and nests), None)
        called = own or f"{name}, {title}"
        further = (*steps, Step(way, nests))
        yield Sheet(kind, called, further, tuple(_columns(inner)))
        yield from _lists(kind, inner, called, further)


def _parts(model: type[Model], way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, Shape]]:
    """The lists that need a sheet: the keys that lead there, the title, and what an entry is."""
    for key in _ordered(model):
        if isinstance(key.shape, Many) and _is_list_of_parts(key.shape):
            yield (*way, key.field), key.title, key.shape.item
        elif isinstance(key.shape, Part):
            for lower, title, item in _parts(key.shape.model, (*way, key.field)):
                yield lower, f"{key.title}, {title}", item


def _is_list_of_parts(shape: Shape) -> bool:
    """Whether a list has a row for each entry: objects, and texts that may have paragraphs."""
    if not isinstance(shape, Many):
        return False
    return isinstance(shape.item, Part) or (isinstance(shape.item, Text) and shape.item.prose != "no")


def _ordered(model: type[Model]) -> Sequence[Key]:
    by_name = {key.field: key for key in keys(model)}
    return [by_name[name] for name in written_order(model)]


def choices(column: Column) -> tuple[str, ...]:
    """The words of which one must stand in a cell; none where it is free."""
    return column.shape.values if isinstance(column.shape, OneOf) else ()


def refers(column: Column) -> tuple[str, ...]:
    """The kinds of thing that the values of a column name; none where they are no names."""
    return column.item.kinds if isinstance(column.item, Reference) else ()
