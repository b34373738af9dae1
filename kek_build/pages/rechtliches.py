# Legal pages and the search page: they belong to the site and not to a concept. What the law asks for comes from the
# site's configuration, and from what is known of the Länder of its concepts.
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote

from jinja2 import Environment

from kek_build.errors import SetupError
from kek_build.pages.addresses import EASY
from kek_build.pages.barrierefreiheit import report_link, statement
from kek_build.pages.directories import Directory, directories
from kek_build.pages.draft import Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.portal import HANDFUL, county_link, in_order, is_portal
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.templates import environment
from kek_build.pages.views import LinkView
from kek_build.reading.suggestions import nearest
from kek_build.site import Anbieter, SiteOptions
from kek_build.site.pruefbericht import Pruefbericht
from kek_build.site.stellen import Stelle

_PAGES = (
    ("impressum", "Impressum", "Wer diese Website betreibt und für ihren Inhalt verantwortlich ist."),
    ("datenschutz", "Datenschutz", "Diese Website setzt keine Cookies und lädt nichts von anderen Servern."),
    (
        "barrierefreiheit",
        "Erklärung zur Barrierefreiheit",
        "Wie gut alle diese Website nutzen können, was noch fehlt und wo Sie Barrieren melden.",
    ),
    ("suche", "Suche", "Durchsuchen Sie alle Ziele, Vorhaben und Maßnahmen."),
)
_EASY_TITLE = "Leichte Sprache"
_LAW = "das Recht des Landes, das die Richtlinie (EU) 2016/2102 umsetzt"


@dataclass(frozen=True)
class Contact:
    """Somebody to turn to."""

    name: str
    lines: tuple[str, ...] = ()
    phone: LinkView | None = None
    mail: LinkView | None = None
    web: LinkView | None = None


@dataclass(frozen=True)
class LandView:
    """What holds in a Land of one of the site's concepts."""

    name: str
    concepts: str
    """The counties in it that the site shows."""
    law: str
    enforcement: Contact | None
    basis: str | None
    deadline: str
    free: bool
    authority: Contact | None


@dataclass(frozen=True)
class Told:
    """What these pages tell of the concepts of a site."""

    laender: tuple[tuple[str, str], ...]
    """The Land and the name of each."""
    directories: tuple[Directory, ...]
    easy: tuple[LinkView, ...] = ()
    """Their pages in Leichte Sprache."""
    portal: tuple[LinkView, ...] = ()
    """Where there are too many for a list of their lists: their start pages, as seen from the page of the search."""
    env: Environment = field(default_factory=environment)


def plan(
    options: SiteOptions,
    shops: list[Workshop],
    home: Crumb,
    report: Pruefbericht | None = None,
    paths: Collection[str] = (),
) -> Iterator[Planned]:
    """Impressum, Datenschutz, Barrierefreiheit, and the page that holds the search.

    Args:
        options: the options of the site.
        shops: its concepts.
        home: the first page of the site.
        report: the result of the last accessibility test.
        paths: the addresses of all pages of the concepts.
    """
    told = Told(
        tuple((shop.konzept.datei.land, shop.konzept.datei.name) for shop in shops),
        directories(shops),
        tuple(_easy_pages(options, shops, paths)),
        tuple(county_link(shop, "suche/") for shop in in_order(shops)) if is_portal(shops) else (),
        shops[0].env,
    )
    return plan_of(options, told, home, report)


def plan_of(options: SiteOptions, told: Told, home: Crumb, report: Pruefbericht | None = None) -> Iterator[Planned]:
    """The same for a site of which only this much is known: a portal of sites that were built apart.

    Args:
        options: the options of the site.
        told: its concepts.
        home: the first page of the site.
        report: the result of the last accessibility test.
    """

    def write(name: str, title: str, description: str) -> PageRecord:
        views = _views(options, told, home, report)
        html = told.env.get_template(f"pages/{name}.html.j2").render(views | {"title": title})
        return PageRecord(f"{name}/", title, html, description, (home,), kind=name)

    for name, title, description in _PAGES:
        yield Planned(f"{name}/", title, partial(write, name, title, description))


def _views(options: SiteOptions, told: Told, home: Crumb, report: Pruefbericht | None) -> dict[str, object]:
    datenschutz = options.datenschutz
    return {
        "options": options,
        "home": LinkView("../", home.title),
        "anbieter": options.anbieter,
        "contact": _contact(options.anbieter),
        "supervisor": _contact(options.anbieter.aufsicht),
        "officer": _contact(datenschutz.beauftragt),
        "processor": _contact(datenschutz.dienstleister),
        "laender": _laender(options, told.laender),
        "statement": statement(report, options.handpruefung),
        "report": report_link(options),
        "easy": [LinkView(f"../{link.href}", link.title) for link in told.easy],
        "portal": told.portal,
        "lists": [
            (directory.name, [LinkView(f"../{address}", label) for label, address in directory.lists])
            for directory in told.directories
        ],
    }


def help_links(options: SiteOptions, shops: list[Workshop], paths: Collection[str]) -> list[LinkView]:
    """Links to Leichte Sprache and to sign language for the foot of every page, from the site's first page on.

    Raises:
        SetupError: the configured page does not exist.
    """
    if options.leichte_sprache and options.leichte_sprache not in paths:
        guess = nearest(options.leichte_sprache, paths)
        hint = f" Meinten Sie „{guess}“?" if guess else ""
        raise SetupError(
            f"Konfiguration: Die Seite „{options.leichte_sprache}“ („leichte_sprache“) gibt es nicht.{hint}"
        )
    links = _easy_pages(options, shops, paths)
    if len(links) > 1:
        links = [LinkView("barrierefreiheit/#sprachen", _EASY_TITLE)]
    if options.gebaerdensprache:
        links.append(LinkView(options.gebaerdensprache, "Gebärdensprache"))
    return links


def _easy_pages(options: SiteOptions, shops: list[Workshop], paths: Collection[str]) -> list[LinkView]:
    if options.leichte_sprache:
        return [LinkView(options.leichte_sprache, _EASY_TITLE)]
    found = [(shop.addresses.section(EASY), shop.konzept.datei.name) for shop in shops]
    found = [(path, name) for path, name in found if path in paths]
    return [LinkView(path, f"{_EASY_TITLE}: {name}" if len(found) > 1 else _EASY_TITLE) for path, name in found]


def _laender(options: SiteOptions, laender: Iterable[tuple[str, str]]) -> list[LandView]:
    counties: dict[str, list[str]] = {}
    for where, concept in laender:
        counties.setdefault(where, []).append(concept)
    found = []
    for name, concepts in counties.items():
        land = options.land(name)
        *others, last = land.recht or (_LAW,)
        found.append(
            LandView(
                name,
                _counted(concepts),
                f"{', '.join(others)} und {last}" if others else last,
                _contact(land.durchsetzung),
                land.grundlage,
                land.frist or "in angemessener Zeit",
                land.kostenlos,
                _contact(land.datenschutz),
            )
        )
    return found


def _counted(names: list[str]) -> str:
    """The names of counties; of many, how many they are."""
    if len(names) > HANDFUL:
        return f"{len(names)} Landkreise"
    *others, last = names
    return f"{', '.join(others)} und {last}" if others else last


def _contact(body: Stelle | Anbieter | None) -> Contact | None:
    if body is None:
        return None
    web = body.web if isinstance(body, Stelle) else None
    return Contact(
        body.name,
        body.anschrift,
        LinkView(f"tel:{_dialled(body.telefon)}", body.telefon) if body.telefon else None,
        LinkView(f"mailto:{quote(body.mail, safe='@')}", body.mail) if body.mail else None,
        LinkView(web, web.removeprefix("https://").rstrip("/")) if web else None,
    )


def _dialled(number: str) -> str:
    """A German telephone number as a telephone dials it: `03433 12345` becomes `+49343312345`."""
    digits = re.sub(r"[^0-9+]", "", number)
    return f"+49{digits[1:]}" if digits.startswith("0") and not digits.startswith("00") else digits
