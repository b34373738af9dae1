from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build import data
from kek_build.data import SiteData
from kek_build.data.files import size
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from tests.example import OPTIONS


def _links(record: PageRecord) -> list[str]:
    """The files that the sections of a page lead to, relative to the site."""
    links = [node.attributes["href"] or "" for node in LexborHTMLParser(record.html).css("section a")]
    return [
        str(PurePosixPath("/", record.path, link)).removeprefix("/")
        for link in links
        if "." in link.rpartition("/")[2] and "://" not in link
    ]


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_the_page_of_a_single_concept_is_the_sites(site_data: SiteData) -> None:
    assert [record.path for record in data.pages(site_data, OPTIONS)] == ["daten/"]


def test_a_site_of_several_concepts_has_a_page_for_each_and_one_above(two: SiteData) -> None:
    assert [(record.path, record.concept) for record in data.pages(two, OPTIONS)] == [
        ("musterkreis/daten/", "musterkreis"),
        ("nachbarkreis/daten/", "nachbarkreis"),
        ("daten/", None),
    ]


def test_every_file_is_offered_and_every_offer_is_there(site_data: SiteData) -> None:
    (record,) = data.pages(site_data, OPTIONS)
    links = {_normal(link) for link in _links(record)}
    written = {output.path for output in site_data.outputs}
    assert links <= written
    assert {file.path for file in site_data.concepts[0].files} <= links
    assert {"daten/katalog.ttl", "daten/katalog.jsonld", "daten/schema/konzept.json", "daten/schema/ding.json"} <= links


def test_the_pages_of_two_concepts_lead_to_files_that_are_there(two: SiteData) -> None:
    written = {output.path for output in two.outputs}
    for record in data.pages(two, OPTIONS):
        links = {_normal(link) for link in _links(record)}
        assert links
        assert links <= written


def test_every_column_of_every_table_is_described(site_data: SiteData) -> None:
    (record,) = data.pages(site_data, OPTIONS)
    tables = LexborHTMLParser(record.html).css("details.kek-daten__tabelle")
    shown = [[node.text() for node in table.css("tbody th")] for table in tables]
    assert shown == [[column.name for column in table.kind.columns] for table in site_data.concepts[0].tables]


def test_the_sizes_are_told_in_german(site_data: SiteData) -> None:
    (record,) = data.pages(site_data, OPTIONS)
    assert f"(XLSX, {site_data.concepts[0].workbook.size})" in record.html


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 Byte"), (850, "850 Byte"), (999, "999 Byte"), (1000, "1 kB"), (12_540, "12,5 kB"), (99_960, "100 kB"),
        (608_196, "608 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (1_450_000, "1,4 MB"), (123_456_789, "123 MB"),
    ],
)  # fmt: skip
def test_a_size_has_three_digits_at_most(count: int, words: str) -> None:
    assert size(count) == words


def test_a_licence_without_attribution_asks_nobody_to_name_the_source(workshop: Workshop) -> None:
    options = OPTIONS.model_copy(update={"lizenz": "CC0 1.0"})
    (record,) = data.pages(data.build([workshop], options), options)
    assert "Nennen Sie dabei die Quelle" not in record.html
    assert "https://creativecommons.org/publicdomain/zero/1.0/deed.de" in record.html
