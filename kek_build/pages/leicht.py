# The page in Leichte Sprache: what the concept is, and every text that editors wrote in Leichte Sprache, each with the
# way to its page. It says how much there is and how much is missing. Rules: DIN SPEC 33429; Netzwerk Leichte Sprache.
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS, capital
from kek_build.pages.addresses import EASY
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView

_PARAGRAPH = re.compile(r"\n\s*\n")
_ITEM = "- "
_TITLE = "In Leichter Sprache"


@dataclass(frozen=True)
class EasyView:
    """A thing in Leichte Sprache."""

    anchor: str
    link: LinkView
    text: Markup


@dataclass(frozen=True)
class EasyGroup:
    """Things of one kind, or goals of one level."""

    title: str
    anchor: str
    items: tuple[EasyView, ...]


@dataclass(frozen=True)
class Coverage:
    """How many things of a kind have a text in Leichte Sprache."""

    kind: str
    count: int
    of: int


def plan(shop: Workshop) -> Iterator[Planned]:
    """The page in Leichte Sprache; none where nothing is written in it."""
    things = (entry for _, entries in _things(shop.konzept) for entry in entries)
    if shop.konzept.datei.leicht or any(entry.model.leicht for entry in things):
        yield Planned(shop.addresses.section(EASY), _TITLE, partial(_page, shop))


def _page(shop: Workshop) -> PageRecord:
    things = dict(_things(shop.konzept))
    written = {title: [entry for entry in entries if entry.model.leicht] for title, entries in things.items()}
    datei = shop.konzept.datei
    draft = shop.draft(shop.addresses.section(EASY))
    return draft.finish(
        "leichte-sprache",
        _TITLE,
        kind="leicht",
        kind_label=datei.name,
        description=f"Das Konzept in Leichter Sprache: {datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        about=_view(draft, shop.konzept[CONCEPT_REF]) if datei.leicht else None,
        checked=datei.leicht_geprueft,
        groups=[
            EasyGroup(title, f"gruppe-{index}", tuple(_view(draft, entry) for entry in entries))
            for index, (title, entries) in enumerate(written.items(), 1)
            if entries
        ],
        coverage=[Coverage(title, len(written[title]), len(entries)) for title, entries in things.items()],
    )


def sentences(draft: Draft, text: str) -> Markup:
    """A text in Leichte Sprache as HTML.

    Args:
        draft: the page it stands on.
        text: one sentence a line; a blank line begins a paragraph, `- ` an item of a list, to which indented lines
            below belong as well.
    """
    shown = []
    for block in _PARAGRAPH.split(text.strip()):
        for is_list, group in groupby(_items(block), key=lambda lines: lines[0].startswith(_ITEM)):
            if is_list:
                items = (_lines(draft, [lines[0].removeprefix(_ITEM), *lines[1:]]) for lines in group)
                shown.append(Markup("<ul>{}</ul>").format(Markup().join(map(Markup("<li>{}</li>").format, items))))
            else:
                shown.append(Markup("<p>{}</p>").format(_lines(draft, [line for lines in group for line in lines])))
    return Markup("\n").join(shown)


def _items(block: str) -> list[list[str]]:
    """The lines of a paragraph, each item of a list with the lines that belong to it."""
    found: list[list[str]] = []
    for line in block.split("\n"):
        if line[:1].isspace() and found and found[-1][0].startswith(_ITEM):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _lines(draft: Draft, lines: list[str]) -> Markup:
    return Markup("<br>\n").join(draft.text(line) or Markup() for line in lines)


def _view(draft: Draft, entry: Entry) -> EasyView:
    anchor = (draft.shop.addresses.easy(entry) or "").partition("#")[2]
    return EasyView(anchor, draft.link(entry), sentences(draft, entry.model.leicht))


def _things(konzept: Konzept) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Everything that may be told in Leichte Sprache, by what readers call it."""
    for kind, (model, _, plural) in KINDS.items():
        if kind == "konzept" or "leicht" not in model.model_fields:
            continue
        if kind != "ziel":
            named = [(plural, konzept.of_kind(kind))]
        else:
            goals = konzept.of_kind(kind)
            levels = enumerate(konzept.datei.ebenen)
            named = [(capital(level.mehrzahl), tuple(g for g in goals if g.depth == n)) for n, level in levels]
        yield from ((title, entries) for title, entries in named if entries)
