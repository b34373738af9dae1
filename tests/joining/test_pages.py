# The first page of a portal: a handful of counties at length, more as a list by Land.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.joining.counties import County
from kek_build.joining.manifest import Concept, Manifest
from kek_build.joining.pages import county_links, pages
from kek_build.pages.rechtliches import Told
from kek_build.site import read_options

OPTIONS = read_options(
    {"titel": "Ein Land", "einleitung": "Alles.", "anbieter": {"name": "Amt", "anschrift": ["Weg 1, 12345 Ort"]}}
)


def county(name: str, land: str = "Sachsen") -> County:
    concept = Concept(
        f"Landkreis {name}", name, name.lower(), "", land, "Konzept", "1. Mai 2024", "Zusammen", ("Rad",),
        ((3, "Handlungsfelder", "handlungsfelder/"), (7, "Ziele", "ziele/")),
    )  # fmt: skip
    folder = f"{name.lower()}/"
    told = Manifest(
        name, f"/{folder}", "default-src 'none'", redaktion=False, konzepte=(concept,), kek="1", pagefind="1"
    )
    return County(folder, Path(name), told)


def first(*counties: County) -> str:
    return next(pages(counties, Told((), ()), OPTIONS, None)).html


def test_a_handful_of_counties_is_shown_at_length() -> None:
    page = first(county("Aue"), county("Öd"))
    assert "„Zusammen“" in page
    assert "Konzept, Stand 1. Mai 2024" in page
    assert 'href="aue/"' in page


@pytest.mark.parametrize("text", ["6 Landkreise", 'href="#land-sachsen"', "3 Handlungsfelder · 7 Ziele", 'href="öd/"'])
def test_more_are_a_list_by_land(text: str) -> None:
    assert text in first(
        *(county(name) for name in ("Aue", "Bern", "Celle", "Dorn")), county("Öd", "Hessen"), county("Z")
    )


def test_counties_stand_from_a_to_z() -> None:
    found = county_links([county("Zell"), county("Öd"), county("Aue")], "../")
    assert [link.href for link in found] == ["../aue/", "../öd/", "../zell/"]
