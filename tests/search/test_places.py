# The line below a hit that says where it stands.
from __future__ import annotations

import pytest

from kek_build.concept import Konzept
from kek_build.search.places import place_of


@pytest.mark.parametrize(
    ("ref", "place"),
    [
        ("I", ("Handlungsfeld",)),
        ("1.1.1", ("I Leben & <Wohnen>", "1.1 Gutes Wohnen", "Strategisches Ziel")),
        ("I.1", ("I Leben & <Wohnen> und 1 weitere", "Schlüsselvorhaben")),
        ("1-2", ("I Leben & <Wohnen>", "I.1 Häuser wecken", "Maßnahme")),
        ("swot/wohnen", ("SWOT-Thema",)),
        ("swot/wohnen#schwaeche-2", ("SWOT-Analyse", "Wohnen & <Bauen>", "Schwäche 2")),
        ("orte/musterdorf", ("Orte",)),
        ("glossar/oepnv", ("Glossar",)),
    ],
)
def test_a_thing_stands_below_its_county_and_all_above_it(
    musterkreis: Konzept, ref: str, place: tuple[str, ...]
) -> None:
    assert place_of(musterkreis, musterkreis[ref]) == ("Landkreis Muster", *place)
