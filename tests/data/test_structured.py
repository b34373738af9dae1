from __future__ import annotations

import json
from typing import Any

import pytest

from kek_build import data
from kek_build.concept import Konzept
from kek_build.data import SiteData
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from tests.example import OFFICIAL, OPTIONS

_URL = "https://kek.example.org/"


@pytest.fixture(scope="module")
def described(site: dict[str, PageRecord], site_data: SiteData) -> dict[str, PageRecord]:
    return {record.path: record for record in data.described(site.values(), site_data, OPTIONS)}


def _said(record: PageRecord) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(record.json_ld)["@graph"]
    return graph


def _of_type(record: PageRecord, *types: str) -> list[dict[str, Any]]:
    return [thing for thing in _said(record) if thing["@type"] in types]


def test_every_page_below_the_first_says_where_it_stands(described: dict[str, PageRecord]) -> None:
    for path, record in described.items():
        ways = _of_type(record, "BreadcrumbList")
        assert len(ways) == (1 if path else 0), path
        for way in ways:
            items = way["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert [item["item"] for item in items] == [
                _URL + part for part in (*(crumb.path for crumb in record.crumbs), path)
            ]


def test_nothing_in_it_can_end_the_data_block(described: dict[str, PageRecord]) -> None:
    assert all("<" not in record.json_ld for record in described.values())
    assert _of_type(described["orte/musterstadt/"], "City")[0]["name"] == "Musterstadt & <Umland>"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("massnahmen/1-2/", "Project"), ("schluesselvorhaben/i.1/", "Project"), ("ziele/1.1.1/", "CreativeWork"),
        ("handlungsfelder/i/", "CreativeWork"), ("swot/wohnen/", "CreativeWork"), ("orte/musterstadt/", "City"),
        ("orte/mustersee/", "BodyOfWater"), ("orte/musterdorf/", "Place"),
        ("akteure/bauamt/", "GovernmentOrganization"),
        ("kennzahlen/leerstand/", "StatisticalVariable"), ("daten/", "Dataset"), ("glossar/", "DefinedTermSet"),
        ("", "WebSite"),
    ],
)  # fmt: skip
def test_a_page_says_what_it_shows(described: dict[str, PageRecord], path: str, kind: str) -> None:
    assert _said(described[path])[0]["@type"] == kind


def test_groups_of_people_are_no_organisations(described: dict[str, PageRecord]) -> None:
    assert [thing["@type"] for thing in _said(described["akteure/wanderfreunde/"])] == ["BreadcrumbList"]


def test_a_place_has_its_municipality_key_and_what_it_lies_in(described: dict[str, PageRecord]) -> None:
    (town,) = _of_type(described["orte/musterstadt/"], "City")
    assert town["identifier"] == {"@type": "PropertyValue", "propertyID": "AGS", "value": "09990001"}
    (village,) = _of_type(described["orte/musterdorf/"], "Place")
    assert village["containedInPlace"]["url"] == f"{_URL}orte/musterstadt/"
    assert "identifier" not in village


def test_only_values_that_were_observed_are_observations(described: dict[str, PageRecord]) -> None:
    seen = _of_type(described["kennzahlen/leerstand/"], "Observation")
    assert [(value["value"], value["observationDate"]) for value in seen] == [(1250, "2019"), (1198.5, "2021-12-31")]
    assert {value["variableMeasured"]["@id"] for value in seen} == {f"{_URL}kennzahlen/leerstand/"}


def test_the_dataset_names_licence_and_files(described: dict[str, PageRecord], site_data: SiteData) -> None:
    (dataset,) = _of_type(described["daten/"], "Dataset")
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/deed.de"
    files = {f"{_URL}{file.path}": file.size for file in site_data.concepts[0].files}
    assert len(dataset["distribution"]) == 3
    for download in dataset["distribution"]:
        assert files[download["contentUrl"]] == download["contentSize"]


def test_a_page_leads_programs_to_its_data(described: dict[str, PageRecord], files: dict[str, bytes]) -> None:
    told = {
        path: [other.path for other in record.alternates if other.type == "application/json"]
        for path, record in described.items()
    }
    assert told["massnahmen/1-2/"] == ["massnahmen/1-2/daten.json"]
    assert told["massnahmen/"] == []
    assert all(file in files for found in told.values() for file in found)


@pytest.mark.parametrize(("options", "kind"), [(OPTIONS, "Organization"), (OFFICIAL, "GovernmentOrganization")])
def test_only_an_official_site_is_run_by_an_authority(musterkreis: Konzept, options: Any, kind: str) -> None:
    shops: list[Workshop] = workshops([musterkreis], options)
    held = data.build(shops, options)
    first = next(data.described(pages(shops, options), held, options))
    assert _of_type(first, "WebSite")[0]["publisher"]["@type"] == kind
