# Whether an indicator is on target, and every number in its sentences, is what comes out when its files are read anew.
from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from tests.steering.conftest import On
from tests.steering.recount import County
from tests.steering.recount_figures import change, demanded, judged, number, sides
from tests.steering.told import DAYS, day_of, page_of, table


def _told_sides(text: str) -> Counter[str]:
    """On how many sides the values lie, as a page tells it: „In 3 von 10 Jahren lag der Wert über dem Ziel, …“."""
    begin = re.search(
        r"(?:In|Bei) (?:(\d+) von \d+|allen (\d+)|beiden) (?:Jahren|Messungen) "
        r"(?:lag der Wert (über|genau auf|unter|in) )?",
        text,
    )
    if begin is None:
        alone = re.search(r"lag der Wert (über|genau auf|unter|in) |lässt sich nicht sagen, ob der Wert", text)
        return Counter([alone[1] or "offen"] if alone else [])
    found = Counter({begin[3] or "offen": int(begin[1] or begin[2] or 2)})
    rest = r", (?:in|bei) (einem|einer|\d+) \w+ (genau darauf|darunter|in der Spanne|lässt)"
    for count, where in re.findall(rest, text.partition(". ")[0]):
        found[_WHERE[where]] += 1 if count.startswith("ein") else int(count)
    return found


_WHERE = {"genau darauf": "genau auf", "darunter": "unter", "in der Spanne": "in", "lässt": "offen"}


@pytest.mark.parametrize("day", DAYS)
def test_each_indicator_is_on_target_as_judged_anew(county: County, site_on: On, day: date | None) -> None:
    told = {row["id"].partition("/")[2]: row["zielstand"] for row in table(site_on(day), "kennzahlen")}
    at = day_of(county, day)
    assert told == {name: judged(indicator, at) for name, indicator in county.indicators.items()}


@pytest.mark.parametrize("day", DAYS)
def test_every_number_in_the_sentences_of_an_indicator_is_counted_anew(
    county: County, site_on: On, day: date | None
) -> None:
    at, changes, demands = day_of(county, day), 0, 0
    for name, indicator in county.indicators.items():
        (section,) = page_of(site_on(day), f"kennzahlen/{name}/").css("section[aria-labelledby=stand]")
        text = section.text(separator=" ")
        assert _told_sides(text) == sides(indicator, at), name
        moved = re.search(r"(?:weniger als )?[\d,]+ Prozent (?:gestiegen|gesunken)|gleich geblieben", text)
        assert (moved[0] if moved else None) == change(indicator, at), name
        changes += moved is not None
        if demand := re.search(r"verlangt er (?:mindestens|höchstens) ([\d,\s]+\d)", text):
            assert abs(number(demand[1]) - demanded(indicator, at)) <= Fraction(1, 200), name
            demands += 1
    assert changes > 10
    assert demands > 3 or at >= date(2025, 12, 31)
