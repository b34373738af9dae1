# All pages of a site, in a fixed order: the one place that knows which kinds of page there are.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from kek_build.concept import Konzept
from kek_build.errors import Problem
from kek_build.history import UNKNOWN, History
from kek_build.pages import (
    aenderungen,
    aufgehoben,
    begriffe,
    berichte,
    dokument,
    fassungen,
    handlungsfelder,
    kennzahlen,
    leicht,
    long_lists,
    massnahmen,
    orte,
    portal,
    rechtliches,
    schluesselvorhaben,
    start,
    swot,
    swot_antworten,
    themen,
    umsetzungsstand,
    vergleich,
    verzeichnisse,
    ziele,
)
from kek_build.pages.addresses import RESERVED, Addresses
from kek_build.pages.draft import EXAMPLE_URL, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.shared_terms import shared_terms
from kek_build.pages.templates import TEMPLATES
from kek_build.rules import Rule
from kek_build.site import SiteOptions
from kek_build.site.pruefbericht import Pruefbericht

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLUG_FORM = "kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche; keine Adresse der Website selbst"
_KINDS = (
    handlungsfelder,
    ziele,
    schluesselvorhaben,
    massnahmen,
    swot,
    swot_antworten,
    kennzahlen,
    umsetzungsstand,
    themen,
    orte,
    verzeichnisse,
    dokument,
    leicht,
    fassungen,
    berichte,
    aenderungen,
    aufgehoben,
    long_lists,
)


def workshops(
    concepts: Sequence[Konzept],
    options: SiteOptions,
    site_url: str = EXAMPLE_URL,
    templates: Path = TEMPLATES,
    *,
    documents: bool = False,
    history: History = UNKNOWN,
) -> list[Workshop]:
    """What the pages of each concept share; a single concept stands at the root of the site.

    Args:
        concepts: the concepts, in the order of the site.
        options: the options of the site.
        site_url: where it is published.
        templates: the templates.
        documents: whether the site has PDF files.
        history: what changed in their content.
    """
    alone = len(concepts) == 1
    home = None if alone else Crumb(options.titel, "")
    addresses = [Addresses(konzept, "" if alone else f"{konzept.slug}/") for konzept in concepts]
    shared = shared_terms(addresses)
    return [
        Workshop(
            place.konzept,
            place,
            templates,
            options.demonstration,
            f"{site_url.rstrip('/')}/",
            documents,
            history.of(place.konzept.slug),
            shared,
            home,
            stichtag=options.stichtag,
        )
        for place in addresses
    ]


def frozen_pages(shop: Workshop) -> Iterator[Planned]:
    """The pages of an edition that is no longer in force: all that show what it says."""
    title = f"{shop.konzept.datei.name}, Fassung {shop.frozen}"
    yield Planned(shop.addresses.section(), title, partial(start.concept_page, shop))
    for kind in _KINDS:
        if kind not in {aenderungen, fassungen}:
            yield from kind.plan(shop)


def misnamed(folders: Iterable[Path], root: Path) -> list[Problem]:
    """A problem for each folder of a concept that cannot be its address; `root` is the project."""
    return [
        Problem(
            PurePosixPath(folder.relative_to(root).as_posix()),
            0,
            0,
            f"Ein Konzept kann nicht „{folder.name}“ heißen.",
            _SLUG_FORM,
            rule=Rule.CONCEPT_NAME,
        )
        for folder in folders
        if folder.name in RESERVED or not _SLUG.fullmatch(folder.name)
    ]


def pages(shops: list[Workshop], options: SiteOptions, report: Pruefbericht | None = None) -> Iterator[PageRecord]:
    """Every page of the site; `report` is the result of the last accessibility test."""
    for planned in plan(shops, options, report):
        yield planned.write()


def plan(shops: list[Workshop], options: SiteOptions, report: Pruefbericht | None = None) -> Iterator[Planned]:
    """Every page of the site before it is written, in the order of `pages`."""
    paths = []
    for planned in _content(shops, options):
        paths.append(planned.path)
        yield planned
    title = options.titel if len(shops) > 1 else shops[0].konzept.datei.name
    yield from rechtliches.plan(options, shops, Crumb(title, ""), report, paths)


def _content(shops: list[Workshop], options: SiteOptions) -> Iterator[Planned]:
    if len(shops) > 1:
        first = portal.portal_page if portal.is_portal(shops) else start.site_page
        yield Planned("", options.titel, partial(first, shops, options.titel, options.einleitung))
        yield from vergleich.plan(shops, Crumb(options.titel, ""))
        yield from begriffe.plan(shops, Crumb(options.titel, ""))
    for shop in shops:
        yield Planned(shop.addresses.section(), shop.konzept.datei.name, partial(start.concept_page, shop))
        for kind in _KINDS:
            yield from kind.plan(shop)
