# Plans a new thing of a concept: its number or short name, its template, and the file where it goes.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS as ALL_KINDS
from kek_build.concept.former import NUMBERED
from kek_build.editing import Set, change, read
from kek_build.editing.files import encoding_of, try_out
from kek_build.editing.layout import Value
from kek_build.errors import ContentError, SetupError
from kek_build.publish import replace_all
from kek_build.reading.folder import FOLDERS, LISTS, PAGES_FOLDER
from kek_build.reading.strict_yaml import Document, Node, parse
from kek_build.renaming.names import form_of
from kek_build.schemas import reference
from kek_build.starting.numbers import free_goal, free_number, passed_over, short_name, taken
from kek_build.starting.template import Template, as_entry, template

KINDS = (
    "massnahme", "schluesselvorhaben", "handlungsfeld", "ziel", "swot", "kennzahl", "akteur", "ort", "begriff", "seite",
)  # fmt: skip
"""What can be new."""

_TITLE = {"akteur": "name", "ort": "name", "begriff": "begriff"}
_PAGE_TEXT = "Hier steht der Text der Seite. Zwischenüberschriften beginnen mit ##, Aufzählungen mit „- “."


@dataclass(frozen=True)
class Wish:
    """What somebody said of the new thing."""

    kind: str
    name: str | None = None
    """Its number or short name."""
    title: str | None = None
    field: str | None = None
    """The field of action it belongs to."""
    above: str | None = None
    """Of a goal, the field or goal it stands below."""


@dataclass(frozen=True)
class New:
    """A new thing, planned."""

    name: str
    """Its number or short name."""
    file: PurePosixPath
    text: str
    missing: tuple[tuple[str, int], ...]
    """What has to be filled in, each key with its line."""
    passed: tuple[str, ...]
    """Why numbers before it were not taken."""

    def carry_out(self, root: Path) -> None:
        """Write it, whole or not at all.

        Args:
            root: the project.

        Raises:
            OSError: the file cannot be written; all is as before.
        """
        path = root / self.file
        replace_all({path: (path, encoding_of(path).encode(self.text))})


def plan_new(konzept: Konzept, root: Path, wish: Wish) -> New:
    """Plan a new thing.

    Args:
        konzept: the concept.
        root: the project.
        wish: what somebody said of it.

    Raises:
        SetupError: the number is taken or malformed, or more has to be said.
        ContentError: the content would have problems beyond what has to be filled in.
    """
    above = _above(konzept, wish) if wish.kind == "ziel" else None
    wish = replace(wish, field=_field(konzept, wish))
    name = wish.name or _free_name(konzept, wish, above)
    _make_sure(konzept, wish.kind, name)
    model = ALL_KINDS[wish.kind][0]
    filled = template(model, _given(wish, name, model))
    file, text = _below(root, above, filled) if above else _placed(konzept, root, wish.kind, name, filled)
    passed = passed_over(konzept, wish.kind, name) if wish.name is None else ()
    new = New(name, file, text, tuple(_missing(text, filled, name, wish.kind)), tuple(passed))
    try:
        try_out(root, {file: text.encode()})
    except ContentError as error:
        lines = {line for _, line in new.missing}
        if others := [problem for problem in error.problems if problem.file != file or problem.line not in lines]:
            raise ContentError(others) from None
    return new


def _above(konzept: Konzept, wish: Wish) -> Entry:
    """What a goal stands below: as told, or the field or goal whose number its own begins with."""
    if wish.above:
        found = konzept.entries.get(wish.above)
        if found is None or found.kind not in {"handlungsfeld", "ziel"}:
            raise SetupError(f"„{wish.above}“ ist kein Handlungsfeld und kein Ziel.")
        return found
    candidates = [*konzept.of_kind("handlungsfeld"), *konzept.of_kind("ziel")]
    inside = [entry for entry in candidates if wish.name and wish.name.startswith((f"{entry.ref}.", f"{entry.ref}-"))]
    if inside:
        return max(inside, key=lambda entry: len(entry.ref))
    raise SetupError("Unter welchem Handlungsfeld oder Ziel steht das neue Ziel? Nennen Sie es: --unter NUMMER.")


def _field(konzept: Konzept, wish: Wish) -> str | None:
    fields = [field.ref for field in konzept.of_kind("handlungsfeld")]
    if wish.field and wish.field not in fields:
        raise SetupError(f"Das Handlungsfeld „{wish.field}“ gibt es nicht. Es gibt: {', '.join(fields)}.")
    return wish.field or (fields[0] if len(fields) == 1 else None)


def _free_name(konzept: Konzept, wish: Wish, above: Entry | None) -> str:
    if above is not None:
        return free_goal(konzept, above)
    if wish.kind in NUMBERED:
        found = free_number(konzept, wish.kind, wish.field)
    else:
        found = short_name(wish.title or "") or None
        count = 2
        base = found
        while found and taken(konzept, wish.kind, found):
            found, count = f"{base}-{count}", count + 1
    if found is None:
        what = "eine Nummer" if wish.kind in NUMBERED else "eine Kennung oder --titel"
        raise SetupError(f"Nennen Sie {what}: kek neu {wish.kind} …")
    return found


def _make_sure(konzept: Konzept, kind: str, name: str) -> None:
    adapter, form = form_of(kind)
    try:
        adapter.validate_python(name)
    except ValidationError:
        raise SetupError(f"„{name}“ hat nicht die richtige Form. Erwartet: {form}.") from None
    if problem := taken(konzept, kind, name):
        raise SetupError(problem)


def _given(wish: Wish, name: str, model: type[BaseModel]) -> dict[str, Value]:
    key = "nummer" if wish.kind in NUMBERED else "kennung"
    given: dict[str, Value] = {key: name} if wish.kind != "seite" else {}
    if wish.title:
        given[_TITLE.get(wish.kind, "titel")] = wish.title
    if wish.field and "handlungsfeld" in model.model_fields:
        given["handlungsfeld"] = wish.field
    elif wish.field and wish.kind in {"schluesselvorhaben", "swot"}:
        given["handlungsfelder"] = [wish.field]
    return given


def _below(root: Path, above: Entry, filled: Template) -> tuple[PurePosixPath, str]:
    """The file of a new goal below a field or a goal, and its text."""
    place = (*above.origin.path, "ziele", len(above.model.ziele))
    return above.origin.file, _inserted(root, above.origin.file, place, filled)


def _placed(konzept: Konzept, root: Path, kind: str, name: str, filled: Template) -> tuple[PurePosixPath, str]:
    """The file of a new thing, and its text."""
    model = ALL_KINDS[kind][0]
    if kind == "seite":
        file = konzept.folder / PAGES_FOLDER / f"{name}.md"
        return file, "\n".join(["---", *filled.lines, "---", "", _PAGE_TEXT, ""])
    for list_file, held in LISTS.items():
        if held is model:
            file = konzept.folder / list_file
            if (root / file).is_file():
                return file, _inserted(root, file, (len(konzept.of_kind(kind)),), filled)
            return file, "\n".join([reference(file) or "", *as_entry(filled.lines, 0), ""])
    folder = next(folder for folder, held in FOLDERS.items() if held.model is model)
    file = konzept.folder / folder / f"{name}.yml"
    return file, "\n".join([reference(file) or "", *filled.lines, ""])


def _inserted(root: Path, file: PurePosixPath, place: tuple[str | int, ...], filled: Template) -> str:
    """A file with a new entry: a value is put in its place, then the template in the place of the value."""
    text = change(read(root, file), file, [Set(place, {"nummer": "0"})])
    node = _node(text, file, place)
    lines = text.split("\n")
    lines[node.line - 1 : node.last_line] = as_entry(filled.lines, node.column - 3)
    return "\n".join(lines)


def _node(text: str, file: PurePosixPath, place: tuple[str | int, ...]) -> Node:
    document = parse(text, file)
    assert isinstance(document, Document)
    node = document.root
    for part in place:
        node = node.children[part]
    return node


def _missing(text: str, filled: Template, name: str, kind: str) -> Iterator[tuple[str, int]]:
    """The keys to fill in, with their lines: they stand below the line with the name of the thing."""
    lines = text.split("\n")
    key: Any = next((line for line in filled.lines if line.endswith(f": {name}") and kind != "seite"), "---")
    start = next(number for number, line in enumerate(lines) if line.strip().removeprefix("- ") == key)
    for key in filled.missing:
        number = next(
            n for n, line in enumerate(lines[start:], start + 1) if line.strip().removeprefix("- ") == f"{key}:"
        )
        yield key, number
