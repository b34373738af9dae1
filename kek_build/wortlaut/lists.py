# An adopted wording with a list: written as the site shows lists, one item a line behind a hyphen.
from __future__ import annotations

from collections.abc import Sequence

from kek_build.wortlaut.document import Paragraph


def with_list(text: str, items: Sequence[Paragraph]) -> str:
    """A text and the list below it.

    Args:
        text: what stands above the list.
        items: its items; deeper ones are indented.
    """
    if not items:
        return text
    top = min(item.bullet for item in items)
    lines = "\n".join(f"{'  ' * (item.bullet - top)}- {item.text}" for item in items)
    return f"{text}\n\n{lines}" if text else lines


def whole(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs and lists in their order as one text."""
    blocks: list[str] = []
    items: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.bullet:
            items.append(paragraph)
            continue
        if items:
            blocks.append(with_list("", items))
            items = []
        blocks.append(paragraph.text)
    if items:
        blocks.append(with_list("", items))
    return "\n\n".join(blocks)
