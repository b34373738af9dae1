# The pages of a portal that are nobody's else: its first page, its search, its data, and what the law asks for.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, zip_longest

from kek_build.concept.entries import title_key
from kek_build.joining.counties import County
from kek_build.joining.manifest import Concept
from kek_build.pages.plan import Planned
from kek_build.pages.portal import HANDFUL, CountyRow, LandGroup
from kek_build.pages.rechtliches import Told, plan_of
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.start import ConceptCard, FigureView, search_view
from kek_build.pages.templates import environment
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug
from kek_build.site import SiteOptions
from kek_build.site.pruefbericht import Pruefbericht

_FIGURES = 6
_COUNTED = 4
_EXAMPLES = 6


def pages(
    counties: Sequence[County], told: Told, options: SiteOptions, report: Pruefbericht | None
) -> Iterator[PageRecord]:
    """The pages of a portal.

    Args:
        counties: its sites.
        told: their Länder and lists.
        options: the options of the portal.
        report: the result of the last accessibility test.
    """
    home = Crumb(options.titel, "")
    yield _first(counties, options)
    yield _data(counties, options, home)
    planned: Iterator[Planned] = plan_of(options, told, home, report)
    yield from (page.write() for page in planned)


def county_links(counties: Sequence[County], up: str) -> Iterator[LinkView]:
    """The start pages of all concepts from A to Z, with what leads from the page up to the first one."""
    for county, concept in _sorted(counties):
        yield LinkView(up + county.folder + concept.adresse, concept.name)


def _sorted(counties: Sequence[County]) -> list[tuple[County, Concept]]:
    found = [(county, concept) for county in counties for concept in county.told.konzepte]
    return sorted(found, key=lambda pair: (title_key(pair[1].kurzname), pair[1].slug))


def _first(counties: Sequence[County], options: SiteOptions) -> PageRecord:
    words = (concept.suchbeispiele for county in counties for concept in county.told.konzepte)
    examples = list(dict.fromkeys(filter(None, chain.from_iterable(zip_longest(*words)))))[:_EXAMPLES]
    view: dict[str, object] = {
        "title": options.titel, "lead": options.einleitung, "search": search_view("", examples), "subjects": (),
    }  # fmt: skip
    found = _sorted(counties)
    if len(found) > HANDFUL:
        name, view = "portal", view | {"lands": _lands(found), "count": len(found), "news": ()}
    else:
        name, view = "start", view | {"cards": [_card(county, concept) for county, concept in found]}
    html = environment().get_template(f"pages/{name}.html.j2").render(view)
    return PageRecord("", options.titel, html, options.einleitung, kind="start")


def _card(county: County, concept: Concept) -> ConceptCard:
    return ConceptCard(
        slug=concept.slug,
        link=LinkView(county.folder + concept.adresse, concept.name),
        document=f"{concept.dokument}, Stand {concept.stand}",
        idea=concept.leitgedanke,
        lead=None,
        figures=tuple(
            FigureView(count, label, county.folder + href) for count, label, href in concept.zahlen[:_FIGURES]
        ),
        fields=(),
        changed=None,
    )


def _lands(found: Sequence[tuple[County, Concept]]) -> tuple[LandGroup, ...]:
    placed = [(concept.land, _row(county, concept, place)) for place, (county, concept) in enumerate(found)]
    placed.sort(key=lambda pair: title_key(pair[0]))  # stable: from A to Z in each
    return tuple(
        LandGroup(land, f"land-{slug(land)}", tuple(row for _, row in group))
        for land, group in groupby(placed, key=lambda pair: pair[0])
    )


def _row(county: County, concept: Concept, place: int) -> CountyRow:
    return CountyRow(
        slug=concept.slug,
        link=LinkView(county.folder + concept.adresse, concept.name),
        sought=f"{concept.name} {concept.kurzname} {concept.slug}".casefold(),
        place=place,
        counts=" · ".join(f"{count} {label}" for count, label, _ in concept.zahlen[:_COUNTED]),
    )


def _data(counties: Sequence[County], options: SiteOptions, home: Crumb) -> PageRecord:
    title = "Offene Daten"
    links = [
        (concept.name, f"../{county.folder}{concept.adresse}daten/", f"../{county.folder}daten/katalog.ttl")
        for county in counties
        for concept in county.told.konzepte
    ]
    html = environment().get_template("pages/daten-portal.html.j2").render(
        title=title, home=LinkView("../", home.title), links=links, lizenz=options.lizenz
    )  # fmt: skip
    return PageRecord("daten/", title, html, "Alle Daten der Landkreise dieses Portals.", (home,), kind="daten")
