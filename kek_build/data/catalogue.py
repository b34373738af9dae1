# The catalogue that open-data portals fetch: DCAT-AP.de 3.0 (https://www.dcat-ap.de/def/dcatde/3.0/spec/), one dataset
# for each concept, with every file, its size and its licence. Nothing is told that is not known: the district only
# where municipality keys in the content show it, GovData's name of the provider only where it is configured.
from __future__ import annotations

from kek_build.concept.entries import CONCEPT_REF
from kek_build.data.edition import Edition
from kek_build.data.files import DataFile
from kek_build.data.rdf import Iri, Literal, Node
from kek_build.models.dates import Datum
from kek_build.pages.standing import newest_of
from kek_build.site import SiteOptions

TURTLE, JSON_LD = "katalog.ttl", "katalog.jsonld"

_EU = "http://publications.europa.eu/resource/authority/"
_GEO = "http://dcat-ap.de/def/politicalGeocoding/"
_AVAILABLE = Iri(f"{_EU}planned-availability/AVAILABLE")
_GERMAN = Iri(f"{_EU}language/DEU")
_THEMES = (Iri(f"{_EU}data-theme/GOVE"), Iri(f"{_EU}data-theme/REGI"))
_COMPLETED = Iri("http://purl.org/adms/status/Completed")
"""Convention 22: only distributions with a status are passed on."""
_PUBLIC = Iri(f"{_EU}access-right/PUBLIC")
_IRREGULAR = Iri(f"{_EU}frequency/IRREG")
_DISTRICT_KEY = 5
"""How many digits of a municipality key name the district."""


def catalogue(site_url: str, options: SiteOptions, held: list[tuple[Edition, str, list[DataFile]]]) -> list[Node]:
    """The catalogue as a graph.

    Args:
        site_url: the first page of the site, absolute.
        options: the options of the site.
        held: each concept, the absolute address of its page of data, and its files.
    """
    publisher = Node("foaf:Agent", f"{site_url}#anbieter")
    publisher.say("foaf:name", _german(options.anbieter.name))
    root = Node("dcat:Catalog", f"{site_url}daten/#katalog")
    root.say("dct:title", _german(f"Offene Daten: {options.titel}"))
    root.say("dct:description", _german(options.einleitung))
    root.say("dct:publisher", Iri(publisher.iri or ""))
    root.say("dct:language", _GERMAN)
    root.say("foaf:homepage", Iri(site_url))
    root.say("dct:license", Iri(held[0][0].licence.catalogue))
    root.say("dcat:themeTaxonomy", Iri(f"{_EU}data-theme"))
    root.say("dcatap:availability", _AVAILABLE)
    root.say("dct:issued", _date(min(edition.source.konzept.datei.fassung.stand for edition, _, _ in held)))
    root.say("dct:modified", _date(max(map(_modified, (edition for edition, _, _ in held)))))
    nodes = [root, publisher]
    for edition, page, files in held:
        dataset = _dataset(edition, page, site_url, options, Iri(publisher.iri or ""))
        root.say("dcat:dataset", Iri(dataset.iri or ""))
        for file in files:
            distribution = _distribution(edition, file, page)
            dataset.say("dcat:distribution", Iri(distribution.iri or ""))
            nodes.append(distribution)
        nodes.insert(2, dataset)
    return nodes


def _dataset(edition: Edition, page: str, site_url: str, options: SiteOptions, publisher: Iri) -> Node:
    datei = edition.source.konzept.datei
    dataset = Node("dcat:Dataset", f"{page}#datensatz")
    dataset.say("dct:title", _german(f"{datei.titel} als Daten"))
    dataset.say("dct:description", _german(f"{edition.title}. {edition.notice}"))
    dataset.say("dct:publisher", publisher)
    contact = Node("vcard:Kind")
    contact.say("vcard:fn", Literal(options.anbieter.name))
    contact.say("vcard:hasEmail", Iri(f"mailto:{options.anbieter.mail}") if options.anbieter.mail else None)
    contact.say("vcard:hasURL", Iri(f"{site_url}impressum/"))
    dataset.say("dcat:contactPoint", contact)
    for word in dict.fromkeys(("Kreisentwicklungskonzept", "Kreisentwicklung", datei.name, datei.land)):
        dataset.say("dcat:keyword", _german(word))
    dataset.say("dcat:theme", *_THEMES)
    if key := district_key(edition):
        place = Iri(f"{_GEO}districtKey/{key}")
        dataset.say("dcatde:politicalGeocodingLevelURI", Iri(f"{_GEO}Level/administrativeDistrict"))
        dataset.say("dcatde:politicalGeocodingURI", place)
        dataset.say("dct:spatial", place)
    dataset.say("dcatde:geocodingDescription", _german(f"{datei.name}, {datei.land}"))
    if options.datenbereitsteller:
        provider = f"http://dcat-ap.de/def/contributors/{options.datenbereitsteller}"
        dataset.say("dcatde:contributorID", Iri(provider))
    dataset.say("dct:identifier", Literal(page))
    dataset.say("dcat:landingPage", Iri(page))
    dataset.say("dct:language", _GERMAN)
    dataset.say("dct:accessRights", _PUBLIC)
    dataset.say("dct:accrualPeriodicity", _IRREGULAR)
    dataset.say("dcatap:availability", _AVAILABLE)
    dataset.say("dct:issued", _date(datei.fassung.stand))
    dataset.say("dct:modified", _date(_modified(edition)))
    return dataset


def _distribution(edition: Edition, file: DataFile, page: str) -> Node:
    address = Iri(edition.source.shop.url(file.path))
    distribution = Node("dcat:Distribution", f"{page}#datei-{file.name.replace('.', '-')}")
    distribution.say("dct:title", _german(file.title))
    distribution.say("dct:description", _german(file.description))
    distribution.say("dcat:accessURL", address)
    distribution.say("dcat:downloadURL", address)
    distribution.say("dct:license", Iri(edition.licence.catalogue))
    if edition.licence.attribution:
        distribution.say("dcatde:licenseAttributionByText", _german(edition.credit))
    distribution.say("dct:format", Iri(f"{_EU}file-type/{file.format}"))
    distribution.say("dcat:mediaType", Iri(f"https://www.iana.org/assignments/media-types/{file.media_type}"))
    distribution.say("dcat:byteSize", Literal(str(file.told.length), type="xsd:nonNegativeInteger"))
    checksum = Node("spdx:Checksum")
    checksum.say("spdx:algorithm", Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"))
    checksum.say("spdx:checksumValue", Literal(file.told.checksum, type="xsd:hexBinary"))
    distribution.say("spdx:checksum", checksum)
    distribution.say("dct:language", _GERMAN)
    distribution.say("adms:status", _COMPLETED)
    distribution.say("dcatap:availability", _AVAILABLE)
    distribution.say("dct:issued", _date(edition.source.konzept.datei.fassung.stand))
    distribution.say("dct:modified", _date(_modified(edition)))
    return distribution


def district_key(edition: Edition) -> str | None:
    """The key of the district, where the keys of all municipalities in it begin with the same one."""
    places = edition.source.konzept.of_kind("ort")
    keys = {place.model.ags[:_DISTRICT_KEY] for place in places if place.model.ags and place.model.im_landkreis == "ja"}
    return keys.pop() if len(keys) == 1 else None


def _german(text: str) -> Literal:
    return Literal(text, language="de")


def _modified(edition: Edition) -> Datum:
    """The newest date that the concept gives; that of its document, where it gives none since."""
    return newest_of(edition.source.shop, CONCEPT_REF).when


def _date(stand: Datum) -> Literal:
    """A date as precise as it is known; of a quarter or a span of years, its last year."""
    match stand.precision:
        case "tag":
            return Literal(stand.last.isoformat(), type="xsd:date")
        case "monat":
            return Literal(stand.last.isoformat()[:7], type="xsd:gYearMonth")
        case _:
            return Literal(str(stand.last.year), type="xsd:gYear")
