# What every page says in the words of schema.org, for search engines and other programs. The types are the nearest that
# schema.org defines: a measure or key project is a Project ("planned to achieve a particular aim"); for goals, fields
# and topics it has no type, so they are parts of a CreativeWork, the concept. Targets of indicators are no observations
# and are left out.
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.data.build import ConceptData, SiteData
from kek_build.data.edition import Edition
from kek_build.data.files import DataFile
from kek_build.data.shape import number
from kek_build.data.source import Source
from kek_build.models import Messwert
from kek_build.pages.addresses import DATA, SECTIONS
from kek_build.pages.record import Alternate, PageRecord
from kek_build.pages.standing import newest_of
from kek_build.site import SiteOptions

_PLACES = {
    "Stadt": "City", "Große Kreisstadt": "City", "Gemeinde": "AdministrativeArea", "Landkreis": "AdministrativeArea",
    "Land": "State", "Gewässer": "BodyOfWater", "Landschaft": "Landform",
}  # fmt: skip
_ACTORS = {
    "Landkreis": "GovernmentOrganization", "Amt": "GovernmentOrganization", "Behörde": "GovernmentOrganization",
    "Kommune": "GovernmentOrganization", "Gremium": "GovernmentOrganization", "Unternehmen": "Corporation",
    "Verein": "Organization", "Verband": "Organization", "Netzwerk": "Organization", "Einrichtung": "Organization",
    "Hochschule": "CollegeOrUniversity",
}  # fmt: skip
"""Functions and groups of people are no organisations."""

_Said = dict[str, Any]


def described(records: Iterable[PageRecord], data: SiteData, options: SiteOptions) -> Iterator[PageRecord]:
    """Pages with what they say to programs, and with the address of their data.

    Args:
        records: all pages of the site.
        data: its data.
        options: its options.
    """
    for record in records:
        yield describe(record, data, options)


def describe(record: PageRecord, data: SiteData, options: SiteOptions) -> PageRecord:
    """A page with what it says to programs, and with the address of its data."""
    concepts = {concept.edition.source.konzept.slug: concept for concept in data.concepts}
    site_url = data.concepts[0].edition.source.shop.site_url
    concept = concepts.get(record.concept or "")
    said = [*_things(record, concept, data, options), *_breadcrumbs(record, site_url)]
    graph = {"@context": "https://schema.org", "@graph": said}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return replace(
        record, json_ld=written if said else "", alternates=(*record.alternates, *_alternates(record, concept))
    )


def _alternates(record: PageRecord, concept: ConceptData | None) -> Iterator[Alternate]:
    if concept is None or record.ref is None:
        return
    source = concept.edition.source
    entry = source.konzept[record.ref]
    if file := source.shop.addresses.data(entry):
        yield Alternate("application/json", file, "Daten dieser Seite")


def _breadcrumbs(record: PageRecord, site_url: str) -> Iterator[_Said]:
    way = [*((crumb.title, crumb.path) for crumb in record.crumbs), (record.title, record.path)]
    if len(way) > 1:
        items = [
            {"@type": "ListItem", "position": position, "name": title, "item": site_url + path}
            for position, (title, path) in enumerate(way, 1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _things(record: PageRecord, concept: ConceptData | None, data: SiteData, options: SiteOptions) -> Iterator[_Said]:
    site_url = data.concepts[0].edition.source.shop.site_url
    if not record.path:
        yield _website(options, site_url)
    if concept is None:
        return
    source = concept.edition.source
    if record.path == source.shop.addresses.section(DATA):
        yield _dataset(concept, record)
    elif record.path == source.shop.addresses.section(SECTIONS["begriff"]):
        yield _glossary(source, record)
    elif record.ref and (say := _SAY.get(source.konzept[record.ref].kind)):
        yield from say(concept.edition, source.konzept[record.ref], record)


def _website(options: SiteOptions, site_url: str) -> _Said:
    # A placeholder is no authority.
    kind = "Organization" if options.demonstration else "GovernmentOrganization"
    return {
        "@type": "WebSite",
        "name": options.titel,
        "description": options.einleitung,
        "url": site_url,
        "inLanguage": "de",
        "publisher": {"@type": kind, "name": options.anbieter.name},
    }


def _concept(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    datei = edition.source.konzept.datei
    yield {
        **_known("CreativeWork", edition, entry, record),
        "name": datei.titel,
        "version": datei.fassung.bezeichnung,
        "inLanguage": "de",
        "license": edition.licence.address,
        "creator": {"@type": "GovernmentOrganization", "name": datei.behoerde},
        "about": {"@type": "AdministrativeArea", "name": datei.name},
    }


def _part(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    yield {**_known("CreativeWork", edition, entry, record), "isPartOf": _whole(edition)}


def _project(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    said = _known("Project", edition, entry, record)
    if places := edition.source.found(entry.model.orte, ("ort",)):
        said["location"] = [
            {"@type": _PLACES.get(place.model.art, "Place"), "name": place.title, "url": edition.source.url(place)}
            for place in places
        ]
    said["subjectOf"] = _whole(edition)
    yield said


def _place(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    said = _known(_PLACES.get(entry.model.art, "Place"), edition, entry, record)
    if entry.model.ags:
        said["identifier"] = {"@type": "PropertyValue", "propertyID": "AGS", "value": entry.model.ags}
    if above := edition.source.find(entry.model.gehoert_zu, ("ort",)):
        kind = _PLACES.get(above.model.art, "Place")
        said["containedInPlace"] = {"@type": kind, "name": above.title, "url": edition.source.url(above)}
    yield said


def _actor(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    if kind := _ACTORS.get(entry.model.art):
        said = _known(kind, edition, entry, record)
        if entry.model.kurzform:
            said["alternateName"] = entry.model.kurzform
        yield said


def _indicator(edition: Edition, entry: Entry, record: PageRecord) -> Iterator[_Said]:
    said = _known("StatisticalVariable", edition, entry, record)
    yield said
    first: tuple[Messwert, ...] = (entry.model.ausgangswert,) if entry.model.ausgangswert else ()
    for value in (*first, *entry.model.werte):
        seen: _Said = {
            "@type": "Observation",
            "variableMeasured": {"@id": said["@id"]},
            "value": number(value.wert),
            "unitText": entry.model.einheit,
        }
        if value.zeit:
            seen["observationDate"] = value.zeit.iso()
        yield seen


def _glossary(source: Source, record: PageRecord) -> _Said:
    address = source.shop.url(record.path)
    terms = []
    for entry in source.konzept.of_kind("begriff"):
        term = {"@type": "DefinedTerm", "name": entry.title, "url": source.url(entry)}
        if entry.model.langform:
            term["alternateName"] = entry.model.langform
        terms.append(term)
    return {"@type": "DefinedTermSet", "@id": address, "name": record.title, "hasDefinedTerm": terms}


def _dataset(concept: ConceptData, record: PageRecord) -> _Said:
    edition = concept.edition
    shop, datei = edition.source.shop, edition.source.konzept.datei
    return {
        "@type": "Dataset",
        "@id": f"{shop.url(record.path)}#datensatz",
        "url": shop.url(record.path),
        "name": f"{datei.titel} als Daten",
        "description": f"{edition.title}. {edition.notice}",
        "license": edition.licence.address,
        "isAccessibleForFree": True,
        "inLanguage": "de",
        "dateModified": newest_of(shop, CONCEPT_REF).when.iso(),
        "creator": {"@type": "GovernmentOrganization", "name": datei.behoerde},
        "spatialCoverage": {"@type": "AdministrativeArea", "name": datei.name},
        "isBasedOn": _whole(edition),
        "distribution": [_download(edition, file) for file in (concept.workbook, concept.whole, concept.package)],
    }


def _download(edition: Edition, file: DataFile) -> _Said:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "contentUrl": edition.source.shop.url(file.path),
        "encodingFormat": file.media_type,
        "contentSize": file.size,
    }


def _known(kind: str, edition: Edition, entry: Entry, record: PageRecord) -> _Said:
    """What is said of anything: its type, address, name, number, and what the page says of it in a sentence."""
    address = edition.source.url(entry)
    said = {
        "@type": kind,
        "@id": address,
        "url": address,
        "name": edition.source.title(entry),
        "description": record.description,
    }
    if entry.number:
        said["identifier"] = entry.number
    return said


def _whole(edition: Edition) -> _Said:
    return {"@id": edition.source.url(edition.source.konzept[CONCEPT_REF])}


_SAY: dict[str, Callable[[Edition, Entry, PageRecord], Iterator[_Said]]] = {
    "konzept": _concept,
    "handlungsfeld": _part,
    "ziel": _part,
    "swot": _part,
    "seite": _part,
    "schluesselvorhaben": _project,
    "massnahme": _project,
    "ort": _place,
    "akteur": _actor,
    "kennzahl": _indicator,
}
