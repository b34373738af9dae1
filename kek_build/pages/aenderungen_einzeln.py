# The pages that tell what changed in one thing. There are hundreds, and each would cost MkDocs five milliseconds, so
# they stand in a small frame of their own: the look of the site without its menu, a twentieth of the cost.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kek_build.concept import Entry
from kek_build.history import Change
from kek_build.outputs import Output
from kek_build.pages import aenderungen
from kek_build.pages import text as texts
from kek_build.pages.addresses import CHANGES, relative
from kek_build.pages.aenderungen import FieldView, day_in_words, field_views
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.views import LinkView

_SHOWN = 200
"""Changes that a page tells, newest first."""


@dataclass(frozen=True)
class Frame:
    """What these pages have in common with those of the site."""

    policy: str
    """The content security policy."""
    style_sheet: str
    """The address of the style sheet, relative to the site."""
    site_name: str
    help: tuple[LinkView, ...] = ()
    """More links that stand at the end of every page, relative to the site or to another one."""


@dataclass(frozen=True)
class PartView:
    """What changed in a thing, or in one statement of a topic, on one day."""

    anchor: str | None
    """Where the change of a statement is found; only the newest of each has one."""
    title: str | None
    """The statement: `Schwäche 2`; None for the thing itself."""
    happened: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class StepView:
    """What changed on one day."""

    date: str
    iso: str
    parts: tuple[PartView, ...]


def things(shop: Workshop) -> Iterator[Entry]:
    """The things of a concept whose changes are told."""
    return (entry for entry in shop.konzept.entries.values() if aenderungen.has_page(shop, entry.ref))


def outputs(shop: Workshop, entry: Entry, frame: Frame) -> Iterator[Output]:
    """The page of a thing whose changes are told."""
    path = aenderungen.address(shop, entry)
    draft = shop.draft(path)
    html = shop.env.get_template("changes/seite.html.j2").render(
        policy=frame.policy,
        slug=shop.konzept.slug,
        demonstration=shop.demonstration,
        canonical=shop.url(path),
        name=texts.one_line(" ".join(filter(None, (entry.number, _title(shop, entry))))),
        kind=shop.konzept.kind_name(entry),
        concept=shop.konzept.datei.name,
        site=LinkView(relative("", path), frame.site_name),
        assets={name: relative(address, path) for name, address in ASSETS.items()},
        style_sheet=relative(frame.style_sheet, path),
        legal=legal_links(frame, path),
        crumbs=list(_crumbs(draft, entry)),
        steps=list(_steps(draft, entry)),
        gap=shop.history.gap.reason if shop.history.gap else None,
        since=day_in_words(shop.history.since) if shop.history.gap and shop.history.since else None,
        feed_href=relative(feed, path) if (feed := shop.addresses.feed(entry)) else None,
    )
    yield Output(f"{path}index.html", html.encode())


ASSETS = {"dark": "kek/dunkel.css", "display": "kek/darstellung.js", "icon": "kek/favicon.svg"}
"""Files of the looks that every small page needs, besides the style sheet."""
_LEGAL = (
    LinkView("suche/", "Suche"),
    LinkView("impressum/", "Impressum"),
    LinkView("datenschutz/", "Datenschutz"),
    LinkView("barrierefreiheit/", "Barrierefreiheit"),
    LinkView("barrierefreiheit/#melden", "Barriere melden"),
)


def legal_links(frame: Frame, path: str) -> list[LinkView]:
    """The links at the end of every small page."""
    return [LinkView(_href(link, path), link.title) for link in (*_LEGAL, *frame.help)]


def _href(link: LinkView, path: str) -> str:
    return link.href if "://" in link.href else relative(link.href, path)


def _title(shop: Workshop, entry: Entry) -> str:
    return texts.without_references(entry.short_title, shop.konzept.resolve)


def _crumbs(draft: Draft, entry: Entry) -> Iterable[LinkView]:
    yield from (LinkView(relative(crumb.path, draft.path), crumb.title) for crumb in draft.crumbs)
    yield LinkView(draft.section(CHANGES), aenderungen.TITLE)
    yield LinkView(draft.href(entry), entry.number or _title(draft.shop, entry))


def _steps(draft: Draft, entry: Entry) -> Iterator[StepView]:
    """The days on which something changed, newest first; at the end, when the thing was taken up."""
    created = [change for change in draft.shop.history.of(entry.ref) if change.happened == "created"]
    days: dict[date, dict[str, list[Change]]] = {}
    for change in [*aenderungen.told(draft.shop, entry)[:_SHOWN], *created]:
        days.setdefault(change.day, {}).setdefault(change.ref, []).append(change)
    seen: set[str] = set()
    for day, things in days.items():
        parts = [_part(draft, entry, changes, seen) for changes in things.values()]
        yield StepView(day_in_words(day), day.isoformat(), tuple(parts))


def _part(draft: Draft, entry: Entry, changes: list[Change], seen: set[str]) -> PartView:
    ref = changes[0].ref
    anchor = ref.partition("#")[2] if ref != entry.ref else ""
    shown = anchor if anchor and anchor not in seen else None
    seen.add(anchor)
    fields = [field for change in reversed(changes) for field in change.fields]
    views = field_views(fields, draft.konzept, draft.href)
    title = texts.statement_name(anchor) if anchor else None
    return PartView(shown, title, aenderungen.happened(changes[-1]), views)
