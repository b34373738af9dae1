# Links and pictures in the Markdown of pages that cannot work: found with the same reader that makes the page, so
# nothing is said to be right that the site leaves out.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kek_build.concept.draft import Draft
from kek_build.errors import Problem
from kek_build.pages.prose import Doubt, doubts
from kek_build.reading.folder import Origin
from kek_build.reading.positions import locate
from kek_build.reading.suggestions import nearest, shorten
from kek_build.rules import Rule


def prose_problems(draft: Draft, root: Path) -> Iterator[Problem]:
    """A problem for each link and picture of a page that cannot work.

    Args:
        draft: the concept, as far as it is known.
        root: the project.
    """
    for entry in draft.entries.values():
        if entry.kind == "seite":
            for doubt in doubts(entry.model.text):
                origin = Origin(entry.origin.file, ("text",))
                line, column = locate(root, origin, doubt.target or None)
                yield _told(origin, line, column, doubt)


def _told(origin: Origin, line: int, column: int, doubt: Doubt) -> Problem:
    shown = shorten(doubt.target)
    suggestion = None
    match doubt.reason:
        case "picture":
            rule, message = Rule.PICTURE, f"Das Bild „{shown}“ kann eine Seite nicht zeigen."
            expected = "Text, oder ein Link auf das Bild"
        case "anchor":
            rule, message = Rule.LINK, f"Eine Überschrift „{shown}“ gibt es auf dieser Seite nicht."
            expected = ", ".join(doubt.anchors) or "eine Überschrift dieser Seite"
            suggestion = nearest(doubt.target, doubt.anchors)
        case "inside":
            rule, message = Rule.LINK, f"Der Link „{shown}“ nennt weder eine ganze Adresse noch einen Verweis."
            expected = "ein Verweis innerhalb der Website, sonst eine Adresse mit https://"
        case _:
            rule, message = Rule.LINK, f"Der Link „{shown}“ ist nicht erlaubt."
            expected = "eine Adresse mit https:// oder mailto:"
    return Problem(origin.file, line, column, message, expected, suggestion, rule=rule)
