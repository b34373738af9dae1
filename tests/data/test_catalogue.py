from __future__ import annotations

from dataclasses import replace

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kek_build import data
from kek_build.concept import Konzept
from kek_build.data import SiteData, rdf
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.site import SiteOptions
from tests.example import OFFICIAL, OPTIONS, ROOT, Copy

# The library still uses inside what it tells others not to use.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")


def _graph(held: SiteData, name: str = "katalog.ttl") -> Graph:
    (content,) = [output.content for output in held.outputs if output.path == f"daten/{name}"]
    return Graph().parse(data=content, format="turtle" if name.endswith("ttl") else "json-ld")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ROOT / "dcat_ap_de.ttl")


@pytest.mark.parametrize("options", [OPTIONS, OFFICIAL], ids=["demonstration", "official"])
def test_the_catalogue_is_as_dcat_ap_de_asks(musterkreis: Konzept, shapes: Graph, options: SiteOptions) -> None:
    graph = _graph(data.build(workshops([musterkreis], options), options))
    conforms, _, told = validate(graph, shacl_graph=shapes)
    assert conforms, told


def test_the_catalogue_of_two_concepts_is_as_dcat_ap_de_asks(two: SiteData, shapes: Graph) -> None:
    graph = _graph(two)
    conforms, _, told = validate(graph, shacl_graph=shapes)
    assert conforms, told
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == 2
    assert {str(home) for home in graph.objects(None, URIRef("http://xmlns.com/foaf/0.1/homepage"))} == {
        "https://www.example.org/kek/"
    }


@pytest.mark.parametrize(
    ("subject", "lost"),
    [
        (DCAT.Distribution, DCTERMS.license), (DCAT.Distribution, DCATDE.licenseAttributionByText),
        (DCAT.Dataset, DCTERMS.publisher), (DCAT.Catalog, DCTERMS.title), (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCAT.byteSize),
    ],
)  # fmt: skip
def test_the_shapes_find_what_is_missing(site_data: SiteData, shapes: Graph, subject: URIRef, lost: URIRef) -> None:
    graph = _graph(site_data)
    for node in list(graph.subjects(RDF.type, subject)):
        graph.remove((node, lost, None))
    assert not validate(graph, shacl_graph=shapes)[0]


def test_both_forms_say_the_same(site_data: SiteData, two: SiteData) -> None:
    for held in (site_data, two):
        assert isomorphic(_graph(held), _graph(held, "katalog.jsonld"))


def test_sizes_are_those_of_the_files(site_data: SiteData) -> None:
    graph = _graph(site_data)
    files = {output.path: output.content for output in site_data.outputs}
    told = {
        str(graph.value(node, DCAT.downloadURL)): int(str(graph.value(node, DCAT.byteSize)))
        for node in graph.subjects(RDF.type, DCAT.Distribution)
    }
    assert told == {
        f"https://kek.example.org/{file.path}": len(files[file.path]) for file in site_data.concepts[0].files
    }


def test_the_district_is_told_where_municipality_keys_show_it(site_data: SiteData) -> None:
    graph = _graph(site_data)
    assert [str(place) for place in graph.objects(None, DCATDE.politicalGeocodingURI)] == [
        "http://dcat-ap.de/def/politicalGeocoding/districtKey/09990"
    ]


def test_no_district_is_told_where_no_key_is_known(copy: Copy) -> None:
    copy.replace("orte.yml", '  ags: "09990001"\n', "")
    graph = _graph(data.build(workshops([copy.konzept()], OPTIONS), OPTIONS))
    assert list(graph.objects(None, DCATDE.politicalGeocodingURI)) == []


def test_the_name_of_the_provider_is_told_only_where_it_is_configured(workshop: Workshop) -> None:
    options = OPTIONS.model_copy(update={"datenbereitsteller": "landkreisMuster"})
    told = [list(_graph(data.build([workshop], o)).objects(None, DCATDE.contributorID)) for o in (OPTIONS, options)]
    assert told == [[], [URIRef("http://dcat-ap.de/def/contributors/landkreisMuster")]]


def test_a_licence_without_attribution_asks_for_none(workshop: Workshop, shapes: Graph) -> None:
    options = OPTIONS.model_copy(update={"lizenz": "dl-de/zero-2-0"})
    graph = _graph(data.build([workshop], options))
    assert list(graph.objects(None, DCATDE.licenseAttributionByText)) == []
    assert set(graph.objects(None, DCTERMS.license)) == {URIRef("http://dcat-ap.de/def/licenses/dl-zero-de/2.0")}
    assert validate(graph, shacl_graph=shapes)[0]


@pytest.mark.parametrize("stand", ["2022", "11/2022", "2022/2023", "Q2/2020"])
def test_a_date_is_no_more_precise_than_it_is_known(copy: Copy, shapes: Graph, stand: str) -> None:
    copy.replace("konzept.yml", "stand: 31.03.2021", f"stand: {stand}")
    graph = _graph(data.build(workshops([copy.konzept()], OPTIONS), OPTIONS))
    assert validate(graph, shacl_graph=shapes)[0]
    assert {str(date) for date in graph.objects(None, DCTERMS.issued)} == {
        {"2022": "2022", "11/2022": "2022-11", "2022/2023": "2023", "Q2/2020": "2020"}[stand]
    }
    assert {str(date) for date in graph.objects(None, DCTERMS.modified)} == {"2023-06"}  # the newest news


@pytest.mark.parametrize("text", ['sagt "ja" \\ nein', "zwei\nZeilen\tund\rmehr", "Straße & <Weg> 🚲"])
def test_any_text_survives_both_forms(text: str) -> None:
    node = rdf.Node("dcat:Dataset", "https://x.invalid/a b<c>")
    node.say("dct:title", rdf.Literal(text, language="de"), rdf.Literal(text))
    for graph in (
        Graph().parse(data=rdf.turtle([node]), format="turtle"),
        Graph().parse(data=rdf.json_ld([node]), format="json-ld"),
    ):
        assert set(graph.objects(None, DCTERMS.title)) == {Literal(text, lang="de"), Literal(text)}


def test_the_options_of_the_site_are_kept_apart_from_its_concepts(musterkreis: Konzept) -> None:
    shop = replace(workshops([musterkreis], OFFICIAL)[0], demonstration=False)
    graph = _graph(data.build([shop], OFFICIAL))
    names = {str(name) for name in graph.objects(None, URIRef("http://xmlns.com/foaf/0.1/name"))}
    assert names == {"Landkreis & <Kreis> Grünau"}
