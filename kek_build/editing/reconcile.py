# Makes a YAML text say something else, touching as few lines as can be: what has not changed stays as somebody wrote
# it, and no comment is lost. Where a value goes, its comments stay in its place.
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kek_build.editing.comments import Comment
from kek_build.editing.layout import STEP, behind, hint_of, in_brackets, item, ordered, pair
from kek_build.editing.order import part_of, stands_apart
from kek_build.editing.places import Places
from kek_build.editing.scalars import Hint
from kek_build.editing.wanted import Entries, plain
from kek_build.reading.strict_yaml import Document, Node


class Reconciler(Places):
    """Collects the changes that make a text say what is wanted."""

    def __init__(self, text: str, document: Document) -> None:
        super().__init__(text, document.root)
        self.document = document
        self.splices: list[tuple[int, int, str]] = []
        """Begin, end, and what goes there instead; none inside another."""

    def run(self, wanted: Any, model: type[BaseModel] | None) -> str:
        """The text that says what is wanted.

        Args:
            wanted: tracked data, see `wanted`.
            model: what the file holds, which orders the keys; of a list what each entry is.
        """
        root = self.document.root
        if not self._inside(root, self.document.data, wanted, model):
            # Something else altogether, or in brackets: written anew, with the comments above.
            kept = "".join(f"{comment.text}\n" for comment in self.comments)
            _, below = behind(plain(wanted), 0, -STEP, model)
            return kept + "\n".join(below) + "\n"
        text = self.text
        for start, end, new in sorted(self.splices, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _inside(self, node: Node, old: Any, new: Any, model: type[BaseModel] | None) -> bool:
        """Change what is inside a list or a table; False when it has to be written anew."""
        if isinstance(new, dict) and node.style == ":" and any(key in new for key in node.children):
            self._table(node, old, new, model)
            return True
        if isinstance(new, Entries) and isinstance(old, list) and node.style == "-" and [*_stays(new)]:
            self._list(node, old, new, model)
            return True
        return False

    def _value(self, node: Node, old: Any, new: Any, model: type[BaseModel] | None, place: _Place) -> None:
        """Change a value, if it changes."""
        if plain(new) == old:
            return
        if not self._inside(node, old, new, model):
            self._write_anew(node, new, model, place)

    def _table(self, node: Node, old: Mapping[str, Any], new: dict[str, Any], model: type[BaseModel] | None) -> None:
        """Change the keys of a table."""
        starts = {key: child.key_span[0] for key, child in node.children.items() if child.key_span}
        indent = node.column - 1
        for key, child in node.children.items():
            if key in new:
                place = _Place(starts[key], self.colon(child), indent, hint_of(key), dash=False)
                self._value(child, old.get(key), new[key], part_of(model, str(key)), place)
        stays = [key for key, child in node.children.items() if key in new or (child.empty and key not in old)]
        self._take_away([(starts[key], node.children[key], key in stays) for key in starts], indent)
        order = ordered(new, model)
        for number, key in enumerate(order):
            if key in node.children:
                continue
            lines = pair(key, plain(new[key]), indent, model)
            before = [other for other in order[:number] if other in stays]
            if before:
                self._insert_after(self.end(starts[before[-1]], node.children[before[-1]], indent), lines)
            else:
                self._insert_before(min(starts[other] for other in stays), lines, indent)

    def _list(self, node: Node, old: Sequence[Any], new: Entries, model: type[BaseModel] | None) -> None:
        """Change the entries of a list."""
        indent = node.column - 1
        starts = [self.dash(node, child) for child in node.children.values()]
        stays = set(_stays(new))
        for value, origin in zip(new, new.origins, strict=True):
            if origin is not None:
                place = _Place(starts[origin], starts[origin] + 1, indent, None, dash=True)
                self._value(node.children[origin], old[origin], value, model, place)
        self._take_away([(starts[n], child, n in stays) for n, child in enumerate(node.children.values())], indent)
        last: int | None = None
        for value, origin in zip(new, new.origins, strict=True):
            if origin is not None:
                last = origin
                continue
            lines = item(plain(value), indent, model)
            apart = self._are_apart(node, model)
            if last is None:
                self._insert_before(starts[min(stays)], [*lines, *[""] * apart], indent)
            else:
                end = self.end(starts[last], node.children[last], indent)
                self._insert_after(end, [*[""] * apart, *lines])

    def _write_anew(self, node: Node, new: Any, model: type[BaseModel] | None, place: _Place) -> None:
        """Write a whole value instead of another."""
        value = plain(new)
        last = self.content_end(node)
        column = place.behind - self.line_start(place.behind)
        brackets = in_brackets(value, column, place.indent) if node.style == "[" else None
        if brackets:
            head, below = brackets
        elif place.dash and value and not isinstance(value, str):
            first, *below = item(value, place.indent, model)
            head = first.lstrip(" ")[1:]
        else:
            head, below = behind(value, column, place.indent, model, _hint(node) or place.hint)
        line_end = self.line_end(last)
        kept = [comment for comment in self.comments if place.behind <= comment.start < line_end]
        kept += self.deeper(line_end, place.indent)
        end = max([last, *(comment.end for comment in kept)])
        same_line, others = self._placed(kept, place, last)
        self.splices.append((place.behind, end, head + same_line + "".join(f"\n{line}" for line in below)))
        if others:
            self._keep(others, place.start, end, place.indent)

    def _placed(self, kept: list[Comment], place: _Place, last: int) -> tuple[str, list[Comment]]:
        """Which comment of a value stays in its line, with the blanks before it, and which stand for themselves."""
        first_line = self.line_end(place.behind)
        only = self.line_end(last)
        for comment in kept:
            if comment.start < first_line or (comment.start < only and not comment.own_line):
                blanks = re.search(r"[ \t]*\Z", self.text[: comment.start])
                return (blanks[0] if blanks else "  ") + comment.text, [c for c in kept if c is not comment]
        return "", kept

    def _keep(self, kept: Sequence[Comment], start: int, end: int, indent: int) -> None:
        """Put comments above a key or a dash; below, where another dash begins the line."""
        begin = self.line_start(start)
        if self.text[begin:start].strip():
            self._add(end, "".join(f"\n{' ' * indent}{comment.text}" for comment in kept))
        else:
            self._add(begin, "".join(f"{' ' * indent}{comment.text}\n" for comment in kept))

    def _take_away(self, entries: list[tuple[int, Node, bool]], indent: int) -> None:
        """Delete the keys or entries that do not stay."""
        run: list[tuple[int, Node]] = []
        for start, node, stay in [*entries, (len(self.text), self.document.root, True)]:
            if not stay:
                run.append((start, node))
                continue
            if run:
                self._delete(run, start if start < len(self.text) else None, indent)
            run = []

    def _delete(self, run: list[tuple[int, Node]], following: int | None, indent: int) -> None:
        start = run[0][0]
        begin = self.line_start(start)
        if self.text[begin:start].strip() and following is not None:
            # It stands behind a dash, and so will what follows.
            kept = [comment for comment in self.comments if start <= comment.start < following]
            self.splices.append((start, following, "".join(f"{c.text}\n{' ' * indent}" for c in kept)))
            return
        end = self.end(*run[-1], indent)
        kept = [comment for comment in self.comments if start <= comment.start < end]
        lines = [f"{' ' * indent}{comment.text}" for comment in kept]
        if begin == 0:
            end = min(end + 1, len(self.text))
            self.splices.append((0, end, "".join(f"{line}\n" for line in lines)))
            return
        if not kept and (blanks := re.search(r"\n(?:[ \t]*\n)+\Z", self.text[:begin])):
            begin = blanks.start() + 1  # the blank lines above go too; those below still part what remains
        self.splices.append((begin - 1, end, "".join(f"\n{line}" for line in lines)))

    def _insert_after(self, end: int, lines: list[str]) -> None:
        self._add(end, "".join(f"\n{line}" for line in lines))

    def _insert_before(self, start: int, lines: list[str], indent: int) -> None:
        first, *rest = lines
        self._add(start, "\n".join([first[indent:], *rest]) + "\n" + " " * indent)

    def _add(self, place: int, new: str) -> None:
        """Put something in, behind what was put into the same place before."""
        for number, (start, end, before) in enumerate(self.splices):
            if start == end == place:
                self.splices[number] = (start, end, before + new)
                return
        self.splices.append((place, place, new))

    def _are_apart(self, node: Node, model: type[BaseModel] | None) -> bool:
        """Whether blank lines stand between the entries of a list."""
        if len(node.children) == 1:
            return node is self.document.root and stands_apart(model)
        starts = [self.line_start(self.dash(node, child)) for child in node.children.values()]
        return any(self.text[:start].endswith("\n\n") for start in starts[1:])


@dataclass(frozen=True)
class _Place:
    """Where a value belongs."""

    start: int
    """Its key or its dash."""
    behind: int
    """Behind the colon or the dash."""
    indent: int
    """How far the key or the dash is indented."""
    hint: Hint | None
    dash: bool
    """Whether it is an entry of a list."""


def _stays(new: Entries) -> Iterator[int]:
    return (origin for origin in new.origins if origin is not None)


def _hint(node: Node) -> Hint | None:
    return "lines" if node.style == "|" else "folded" if node.style == ">" else None
