# No page grows with the concept. A generated county is doubled, with lists cut so early that all of them are long: what
# grows all the same is carried on to 20,000 measures. And with the limits of every site, the longest pages are weighed.
from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from math import log2
from pathlib import Path

import pytest

from bench.concepts.project import generate
from kek_build.concept import Konzept, load
from kek_build.pages.build import plan, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import LIMITS, Limits
from kek_build.pages.plan import Planned
from kek_build.pages.registers import outputs
from tests.example import OPTIONS

_EARLY = Limits(whole=40, page=20, links=10, values=10)
_LARGE = 20_000
_BOUND = 100_000
"""Bytes of a page on its way to the reader."""
_MANY = {"massnahmen", "ziele", "schluesselvorhaben", "kennzahlen", "orte", "akteure"}
_LOOKED_AT = 4
"""Of kinds with very many pages, those that most links lead to."""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Konzept]:
    """Generated counties by how many measures they have."""
    return {measures: _county(tmp_path_factory.mktemp("gross") / str(measures), measures) for measures in (150, 300)}


def _county(folder: Path, measures: int) -> Konzept:
    (made,) = generate(folder, measures)
    with (folder / "content" / made.slug / "konzept.yml").open("a", encoding="utf-8") as file:
        file.write("berichte: [{titel: Alles, von: 2000, bis: 2040}]\n")
    (konzept,), problems = load(folder, [folder / "content" / made.slug])
    assert problems == []
    return konzept


def _looked_at(shop: Workshop) -> Iterator[Planned]:
    """The pages that could grow: all but those of single things, and of these the ones that most links lead to."""
    konzept = shop.konzept
    most = {
        shop.addresses.of(entry)
        for kind in ("massnahme", "ziel", "schluesselvorhaben", "kennzahl", "ort", "akteur")
        for entry in sorted(konzept.of_kind(kind), key=lambda e: -len(konzept.incoming.get(e.ref, ())))[:_LOOKED_AT]
    }
    for page in plan([shop], OPTIONS):
        section, _, rest = page.path.partition("/")
        key = rest.partition("/")[0]
        if not key or section not in _MANY or key.startswith("seite-") or f"{section}/{key}/" in most:
            yield page


def _weights(konzept: Konzept, limits: Limits) -> dict[str, int]:
    """The weight of each page and file that readers load; of the pages of one list, the heaviest."""
    shop = replace(workshops([konzept], OPTIONS)[0], limits=limits)
    written = [(page.path, page.write().html.encode()) for page in _looked_at(shop)]
    written += [(output.path, output.content) for output in outputs(shop)]
    found: dict[str, int] = {}
    for path, content in written:
        name = re.sub(r"(seite)?-[0-9]+(/|[.]json)$", r"\2", path)
        found[name] = max(found.get(name, 0), len(gzip.compress(content, 9, mtime=0)))
    return found


def test_no_page_grows_with_the_concept(counties: dict[int, Konzept]) -> None:
    small, large = (_weights(counties[measures], _EARLY) for measures in (150, 300))
    doublings = log2(_LARGE / 300)
    # The files of registers are full at some size, and weighed below.
    too_large = {
        path: (small[path], weight)
        for path, weight in large.items()
        if path in small and not path.endswith(".json") and weight * (weight / small[path]) ** doublings > _BOUND
    }
    assert too_large == {}


def test_with_the_limits_of_every_site_the_longest_pages_stay_below_the_bound(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    konzept = _county(tmp_path_factory.mktemp("gross") / "1500", 1500)
    weights = _weights(konzept, LIMITS)
    assert "massnahmen/liste/spalten.json" in weights
    assert {path: weight for path, weight in weights.items() if weight > _BOUND / 2} == {}
