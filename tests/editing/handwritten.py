# YAML as people write it, at random: comments anywhere, quotes of all kinds, brackets, odd indentation, blank lines.
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Draw = Callable[..., Any]

KEYS = st.sampled_from(["titel", "kurz", "leicht", "ziele", "a b", "wert", "x-1"])
TEXTS = st.one_of(
    st.sampled_from(["ja", "1.10", "2022", "III.1", "- x", "a: b", "# nein", "'", '"', "", " vorn", "hinten ",
                     "[[I.1]]", "a #b", "%", "@x", "null", "~", "ä ö",
                     "lang " * 30 + "Ende", "a\nb", "a\n\nb\n", "a\n\nb", " a\nb", "\\n",
                     "Absatz eins.\nAbsatz zwei, der länger ist " + "und länger " * 12 + "wird.", "- a\n- b\n", "a\n b",
                     "a  b", "x" * 130, "...", "--- a", "a:", "? x", "a\tb", "{x", "key: v # c", "!t", "&a", "*a"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"), max_size=12),
).filter(lambda text: text.strip() != "…")  # fmt: skip


def values(depth: int = 3) -> st.SearchStrategy[Any]:
    """Data as it is read from a file."""
    return st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
        max_leaves=depth * 4,
    )


def tables() -> st.SearchStrategy[dict[str, Any]]:
    """A table of such data."""
    return st.dictionaries(KEYS, values(), min_size=1, max_size=5)


def lists() -> st.SearchStrategy[list[Any]]:
    """A list of tables."""
    return st.lists(tables(), min_size=1, max_size=4)


class Hand:
    """Writes data in a way that somebody might have."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.count = 0

    def comment(self) -> str:
        self.count += 1
        return f"# Kommentar {self.count}: 'x' - a"

    def behind(self) -> str:
        """Perhaps a comment at the end of a line."""
        return f"  {self.comment()}" if self.draw(st.integers(0, 4)) == 0 else ""

    def between(self, indent: int) -> list[str]:
        """Perhaps a comment or a blank line before a line."""
        match self.draw(st.integers(0, 7)):
            case 0:
                return [" " * indent + self.comment()]
            case 1:
                return ["", " " * indent + self.comment()]
            case 2:
                return [""]
        return []

    def block(self, data: Any, indent: int) -> list[str]:
        lines = []
        if isinstance(data, dict):
            for number, (key, value) in enumerate(data.items()):
                lines += self.between(indent) if number or indent == 0 else []
                lines += self.value(f"{' ' * indent}{key}:", value, indent)
        else:
            for number, value in enumerate(data):
                lines += self.between(indent) if number or indent == 0 else []
                lines += self.entry(value, indent)
        return lines

    def entry(self, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict | list) and value and self.draw(st.booleans()):
            blanks = self.draw(st.integers(1, 3))
            first, *rest = self.block(value, indent + 1 + blanks)
            return [" " * indent + "-" + " " * blanks + first.lstrip(" "), *rest]
        return self.value(" " * indent + "-", value, indent)

    def value(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, str):
            return self.text(head, value, indent)
        if not value or (self.draw(st.integers(0, 3)) == 0 and len(flowed := self.flow(value)) < 400):
            return [f"{head} {self.flow(value) if not value else flowed}{self.behind()}"]
        deeper = indent + self.draw(st.integers(1, 3))
        above = self.between(deeper) if self.draw(st.booleans()) else []
        lines = [head + self.behind(), *above, *self.block(value, deeper)]
        return [*lines, " " * deeper + self.comment()] if self.draw(st.integers(0, 5)) == 0 else lines

    def text(self, head: str, text: str, indent: int) -> list[str]:
        lines = text.removesuffix("\n").split("\n")
        blockable = all(line == line.strip() and line and "\t" not in line for line in lines)
        if blockable and (text.endswith("\n") or self.draw(st.booleans())):
            chomp = "" if text.endswith("\n") else "-"
            deeper = " " * (indent + self.draw(st.integers(1, 4)))
            if self.draw(st.booleans()):
                return [f"{head} |{chomp}{self.behind()}", *(deeper + line for line in lines)]
            folded = [part for line in lines for part in ("", deeper + line)][1:]
            return [f"{head} >{chomp}{self.behind()}", *folded]
        return [f"{head} {self.inline(text)}{self.behind()}"]

    def inline(self, text: str) -> str:
        simple = text.replace(" ", "").isalnum() and text == text.strip() and "\n" not in text
        match self.draw(st.integers(0, 2)):
            case 0 if simple:
                return text
            case 1 if "\n" not in text:
                return "'" + text.replace("'", "''") + "'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'

    def flow(self, data: Any) -> str:
        if isinstance(data, str):
            return self.inline(data)
        if isinstance(data, dict):
            return "{" + ", ".join(f"'{key}': {self.flow(value)}" for key, value in data.items()) + "}"
        return "[" + ", ".join(self.flow(value) for value in data) + "]"


@st.composite
def files(draw: Draw) -> tuple[Any, str]:
    """Data, and a text that says it."""
    data = draw(tables() | lists())
    hand = Hand(draw)
    lines = [hand.comment(), ""] if draw(st.booleans()) else []
    lines += hand.block(data, 0)
    lines += [hand.comment()] if draw(st.integers(0, 3)) == 0 else []
    # Without its last line end a text that stands line by line would be another.
    clipped = any(line.rstrip().endswith(("|", ">")) or "| " in line or "> " in line for line in lines)
    return data, "\n".join(lines) + ("\n" if clipped or draw(st.booleans()) else "")
