# The open data of both shipped concepts: complete, valid, and the same in all forms.
from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from pyshacl import validate
from rdflib import DCAT, RDF, Graph, URIRef
from rdflib.compare import isomorphic
from referencing import Registry, Resource
from selectolax.lexbor import LexborHTMLParser

from kek_build import data
from kek_build.concept import load
from kek_build.data import SiteData
from kek_build.data.csv import unguarded
from kek_build.pages.build import workshops
from kek_build.schemas import FILES, file_schema
from kek_build.site import SiteOptions
from tests.example import ROOT as EXAMPLES
from tests.shipped.conftest import ROOT
from tests.shipped.pages import files

CONCEPTS = ("boerde", "leipzig")
ADDRESS = "https://kek.example.org/"
SCHEMAS = "daten/schema/eingabe/"
_KINDS = {
    "handlungsfelder": "handlungsfeld", "ziele": "ziel", "leitsaetze": "leitsatz", "massnahmen": "massnahme",
    "schluesselvorhaben": "schluesselvorhaben", "swot_themen": "swot", "swot_aussagen": "aussage",
    "kennzahlen": "kennzahl", "akteure": "akteur", "orte": "ort", "glossar": "begriff", "quellen": "dokument",
}  # fmt: skip
"""Tables with a row for each thing of a kind."""


def _rows(site: Path, concept: str, table: str) -> list[dict[str, str]]:
    text = (site / concept / "daten" / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _package(site: Path, concept: str) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((site / concept / "daten" / "datapackage.json").read_text(encoding="utf-8"))
    return package


@pytest.fixture(scope="module")
def things() -> dict[str, dict[str, list[str]]]:
    """The references of all things of each concept, by kind, as the content has them."""
    concepts, problems = load(ROOT, [ROOT / "content" / concept for concept in CONCEPTS])
    assert problems == []
    return {
        konzept.slug: {kind: [entry.ref for entry in konzept.of_kind(kind)] for kind in _KINDS.values()}
        for konzept in concepts
    }


@pytest.fixture(scope="module")
def held() -> SiteData:
    """The data, made once more."""
    concepts, _ = load(ROOT, [ROOT / "content" / concept for concept in CONCEPTS])
    options = SiteOptions.model_validate(
        {"titel": "Kreisentwicklung online", "einleitung": "Zum Vergleich.", "anbieter": {"name": "Musterbetreiber"}}
    )
    return data.build(workshops(concepts, options, ADDRESS), options)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_there_is_a_row_for_each_thing_of_the_content(
    site: Path, things: dict[str, dict[str, list[str]]], concept: str
) -> None:
    tables = {resource["name"] for resource in _package(site, concept)["resources"]}
    for table, kind in _KINDS.items():
        count = len(things[concept][kind])
        assert (len(_rows(site, concept, table)) if table in tables else 0) == count, table


@pytest.mark.parametrize("concept", CONCEPTS)
def test_csv_workbook_and_json_say_the_same(site: Path, concept: str) -> None:
    whole = json.loads((site / concept / "daten" / f"{concept}.json").read_text(encoding="utf-8"))
    book = load_workbook(site / concept / "daten" / f"{concept}.xlsx")
    compared = 0
    for resource in _package(site, concept)["resources"]:
        rows = _rows(site, concept, resource["name"])
        head, *cells = book[resource["title"]].iter_rows(values_only=True)
        fields = resource["schema"]["fields"]
        assert list(head) == [field["title"] for field in fields]
        for row, line in zip(rows, cells, strict=True):
            values = [_value(field, row[field["name"]]) for field in fields]
            assert values == [_cell(field, cell) for field, cell in zip(fields, line, strict=True)]
        named = {row.get("id", ""): row for row in rows}
        for thing in _things(whole):
            row = named.get(thing["id"], {})
            for field in fields:
                if field["name"] in thing and not isinstance(thing[field["name"]], (dict, list)) and row:
                    assert _value(field, row[field["name"]]) == thing[field["name"]], (thing["id"], field["name"])
                    compared += 1
    assert compared > 1000


def _value(field: dict[str, Any], text: str) -> Any:
    if not text:
        return None
    match field["type"]:
        case "boolean":
            return {"ja": True, "nein": False}[text]
        case "integer":
            return int(text)
        case "number":
            return float(text.replace(",", "."))
        case "date":
            return text
        case _:
            return unguarded(text)


def _cell(field: dict[str, Any], value: Any) -> Any:
    if value is None:
        return None
    match field["type"]:
        case "boolean":
            return {"ja": True, "nein": False}[value]
        case "number":
            return float(value)
        case "date":
            return value.date().isoformat()
        case _:
            return value


def _things(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if "typ" in value else []
        return own + [thing for inner in value.values() for thing in _things(inner)]
    return [thing for inner in value for thing in _things(inner)] if isinstance(value, list) else []


def test_every_json_file_is_as_its_schema_says(site: Path) -> None:
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (site / "daten" / "schema").glob("*.json")]
    registry: Registry[Any] = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in schemas]
    )
    validators = {schema["$id"]: Draft202012Validator(schema, registry=registry) for schema in schemas}
    paths = [*site.rglob("daten.json"), *(site / concept / "daten" / f"{concept}.json" for concept in CONCEPTS)]
    assert len(paths) > 480
    for path in paths:
        read = json.loads(path.read_text(encoding="utf-8"))
        assert next(validators[read["$schema"]].iter_errors(read), None) is None, path


def test_the_schemas_of_the_files_are_published_under_their_own_addresses(site: Path) -> None:
    published = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (site / SCHEMAS).iterdir()}
    assert published == {name: file_schema(name, f"{ADDRESS}{SCHEMAS}{name}.json") for name in FILES}


def test_every_address_in_the_data_is_a_page_of_the_site(site: Path) -> None:
    pages: dict[str, str] = {}
    for path in site.rglob("daten.json"):
        address = json.loads(path.read_text(encoding="utf-8"))["inhalt"]["adresse"]
        place, _, anchor = address.removeprefix(ADDRESS).partition("#")
        html = pages.setdefault(place, (site / place / "index.html").read_text(encoding="utf-8"))
        assert not anchor or f'id="{anchor}"' in html, path


@pytest.mark.parametrize("concept", CONCEPTS)
def test_frictionless_finds_no_error(site: Path, concept: str) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=site / concept / "daten", capture_output=True, text=True, check=False)  # noqa: S603
    report = json.loads(done.stdout)
    assert [error for task in report["tasks"] for error in task["errors"]] == []
    assert report["valid"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_catalogue_is_as_dcat_ap_de_asks_and_tells_true_sizes(site: Path) -> None:
    graph = Graph().parse(site / "daten" / "katalog.ttl")
    assert isomorphic(graph, Graph().parse(site / "daten" / "katalog.jsonld"))
    conforms, _, told = validate(graph, shacl_graph=Graph().parse(EXAMPLES / "dcat_ap_de.ttl"))
    assert conforms, told
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) > 30
    for node in distributions:
        path = site / str(graph.value(node, DCAT.downloadURL)).removeprefix(ADDRESS)
        assert path.stat().st_size == int(str(graph.value(node, DCAT.byteSize))), path
    places = {str(place) for place in graph.objects(None, URIRef("http://dcat-ap.de/def/dcatde/politicalGeocodingURI"))}
    assert {place.rpartition("/")[2] for place in places} == {"14729", "15083"}


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_goals_are_as_stratml_has_them(site: Path, things: dict[str, dict[str, list[str]]], concept: str) -> None:
    path = site / concept / "daten" / "stratml.xml"
    assert [error.reason for error in xmlschema.XMLSchema(EXAMPLES / "stratml.xsd").iter_errors(str(path))] == []
    objectives = path.read_text(encoding="utf-8").count("<Objective>")
    assert objectives == len(things[concept]["ziel"]) + len(things[concept]["schluesselvorhaben"])


def test_every_page_says_what_it_is_to_programs(site: Path) -> None:
    for path in files(site):
        if path.name != "404.html":
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            blocks = tree.css('head script[type="application/ld+json"]')
            assert len(blocks) == 1, path
            assert json.loads(blocks[0].text())["@graph"], path


def test_the_head_of_a_page_leads_to_its_data(site: Path) -> None:
    tree = LexborHTMLParser((site / "leipzig/massnahmen/3-34/index.html").read_text(encoding="utf-8"))
    links = [node.attributes["href"] for node in tree.css('link[rel="alternate"][type="application/json"]')]
    assert f"{ADDRESS}leipzig/massnahmen/3-34/daten.json" in links


def test_a_second_making_gives_the_same_bytes(site: Path, held: SiteData) -> None:
    made = {output.path: output.content for output in held.outputs}
    differing = [
        path
        for path, content in made.items()
        # The catalogue tells of the site's own options.
        if not path.startswith("daten/katalog") and (site / path).read_bytes() != content
    ]
    assert differing == []
