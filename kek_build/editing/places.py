# Where things stand in a YAML text, down to the character: what the reader notes, and what it does not need to know,
# such as dashes, colons and comments.
from __future__ import annotations

from kek_build.editing.comments import Comment, comments
from kek_build.reading.strict_yaml import Node


class Places:
    """A text and what was read from it; places are counted from 0."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.root = root
        self.comments = comments(text, root)

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Where the line of a place ends."""
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end

    def colon(self, child: Node) -> int:
        """Where the colon behind a key ends."""
        assert child.key_span
        return self.text.index(":", child.key_span[1]) + 1

    def dash(self, node: Node, child: Node) -> int:
        """Where the dash of an entry stands."""
        column = node.column - 1
        start = self.line_start(child.span[0])
        first = self.line_start(node.span[0])
        while start > first:
            line = self.text[start : self.line_end(start)]
            if line[column : column + 1] == "-" and not line[:column].strip():
                break
            start = self.line_start(start - 1)
        return start + column

    def content_end(self, node: Node) -> int:
        """Where the last character of a value stands, blank lines and comments behind it left out."""
        if node.empty:
            return node.span[0]
        if node.style in {"-", ":"}:
            return max(self.content_end(child) for child in node.children.values())
        start, end = node.span
        return start + len(self.text[start:end].rstrip()) if node.style in {"|", ">"} else end

    def end(self, start: int, node: Node, indent: int) -> int:
        """The end of the last line that belongs to a key or an entry: comments behind it, and deeper ones below."""
        end = self.line_end(max(self.content_end(node), start))
        return max([end, *(self.line_end(comment.end) for comment in self.deeper(end, indent))])

    def deeper(self, line_end: int, indent: int) -> list[Comment]:
        """Comments in the lines behind an end that are indented further than a key."""
        found = []
        place = line_end
        for comment in self.comments:
            if comment.start < line_end:
                continue
            if self.text[place : comment.start].strip() or comment.column <= indent or not comment.own_line:
                break
            found.append(comment)
            place = self.line_end(comment.end)
        return found
