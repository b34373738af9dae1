# Tells differences: as text for a terminal, as Markdown for the page of a merge request or pull request. What stands in
# the content is text here, whatever it looks like.
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kek_build.differences.compare import ConceptDifferences, Difference
from kek_build.pages.aenderungen import FieldView
from kek_build.pages.text import shorten

MOST = 100
"""Things of one sort that are named one by one."""
_LONG = 300
"""Characters of a longer text that are shown."""
_NOTHING = "Am Inhalt der Website ändert sich nichts, was man sieht."
_SIGNS = re.compile(r"([\\`*_\[\]<>|#~!&])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class _Style:
    """How a format writes things."""

    concept: str
    group: str
    thing: str
    line: str
    text: Callable[[str], str]
    """Shows a text as it is."""
    gone: str
    new: str
    linked: str


_TEXT = _Style("{}", "  {}", "    {}", "      {}", lambda text: _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text),
               "[−{}−]", "[+{}+]", "{title}")  # fmt: skip
_MARKDOWN = _Style("## {}", "\n### {}\n", "- {}", "  - {}", lambda text: _SIGNS.sub(r"\\\1", _CONTROL.sub(" ", text)),
                   "~~{}~~", "**{}**", "[{title}]({url})")  # fmt: skip
FORMATS = {"text": _TEXT, "markdown": _MARKDOWN}
"""The formats by name."""


def tell(found: Sequence[ConceptDifferences], form: str = "text", site_url: str = "", most: int = MOST) -> str:
    """Tell differences.

    Args:
        found: what changed.
        form: one of `FORMATS`.
        site_url: where the site can be seen; addresses begin with it.
        most: how many things of one sort are named one by one.

    Returns:
        Lines without a line end at the end.
    """
    style = FORMATS[form]
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    blocks = ["\n".join(_concept(item, style, base, most)) for item in found]
    return ("\n\n" if style is _MARKDOWN else "\n").join(blocks) if blocks else _NOTHING


def _concept(found: ConceptDifferences, style: _Style, base: str, most: int) -> Iterator[str]:
    counts = [f"{len(things)} {word}" for things, word in (
        (found.new, "neu"), (found.changed, "geändert"), (found.gone, "entfallen")) if things]  # fmt: skip
    yield style.concept.format(style.text(f"{found.name}: {', '.join(counts) or 'nicht lesbar'}"))
    for title, things in (("Neu", found.new), ("Geändert", found.changed), ("Entfallen", found.gone)):
        if things:
            yield style.group.format(title)
            for thing in things[:most]:
                yield from _thing(thing, style, base)
            if len(things) > most:
                yield style.thing.format(f"… und {len(things) - most} weitere")
    if found.unreadable:
        yield style.group.format("Vorher nicht lesbar, darum nicht verglichen")
        yield from (style.thing.format(style.text(str(path))) for path in found.unreadable)


def _thing(thing: Difference, style: _Style, base: str) -> Iterator[str]:
    title = style.text(f"{thing.kind} {thing.name}")
    url = None if thing.address is None else f"{base}{thing.address}"
    # What is gone is not to be seen on the new site, so nothing leads there.
    linked = style.linked if base and url and thing.answer is None else "{title}"
    yield style.thing.format(linked.format(title=title, url=url))
    if url is not None and linked == "{title}":
        yield style.line.format(style.text(f"{url or 'Startseite'}{f' {thing.answer}' if thing.answer else ''}"))
    if thing.before is not None:
        yield style.line.format(style.text(f"bisher {base}{thing.before}, führt jetzt hierher"))
    yield from (style.line.format(_field(view, style)) for view in thing.fields)


def _field(view: FieldView, style: _Style) -> str:
    if not view.words:
        return style.text(_in_a_line(view))
    return f"{style.text(f'{view.label} {view.verb}')}: {' '.join(_words(view, style))}"


def _in_a_line(view: FieldView) -> str:
    head = f"{view.label} {view.verb}"
    if view.before is not None and view.after is not None:
        before, after = (shorten(value.striptags(), _LONG) for value in (view.before, view.after))
        return f"{head} von „{before}“ zu „{after}“"
    values = (f"„{shorten(value.striptags(), _LONG)}“" for value in view.values)
    return f"{head}: {', '.join(values)}" if view.values else head


def _words(view: FieldView, style: _Style) -> Iterable[str]:
    for run in view.words:
        text = style.text(shorten(run.text.striptags(), _LONG))
        yield {"gone": style.gone, "new": style.new}.get(run.op, "{}").format(text)
