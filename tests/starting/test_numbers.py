# Which numbers and short names are free.
from __future__ import annotations

import pytest

from kek_build.concept import Konzept, load
from kek_build.starting.numbers import free_goal, free_number, short_name, taken
from tests.example import PROJECT, Copy


@pytest.fixture(scope="module")
def shipped() -> dict[str, Konzept]:
    concepts, problems = load(
        PROJECT, sorted(p for p in (PROJECT / "content").iterdir() if p.name[0] != "." and p.is_dir())
    )
    assert problems == []
    return {konzept.slug: konzept for konzept in concepts}


@pytest.mark.parametrize(
    ("concept", "kind", "field", "number"),
    [
        ("leipzig", "massnahme", "I", "1-44"),
        ("leipzig", "massnahme", "III", "3-62"),
        ("leipzig", "schluesselvorhaben", "III", "III.5"),
        ("leipzig", "handlungsfeld", None, "IV"),
        ("boerde", "handlungsfeld", None, "8"),
        ("boerde", "massnahme", None, None),
    ],
)
def test_the_next_number_counts_on_in_the_row_of_the_field(
    shipped: dict[str, Konzept], concept: str, kind: str, field: str | None, number: str | None
) -> None:
    assert free_number(shipped[concept], kind, field) == number


@pytest.mark.parametrize(("above", "number"), [("1.1.1", "1.1.1-3"), ("1.1", "1.1.3"), ("1", "1.4")])
def test_the_next_goal_counts_on_after_its_siblings(shipped: dict[str, Konzept], above: str, number: str) -> None:
    konzept = shipped["boerde"]
    siblings = [goal.ref for goal in konzept.children(above, "ziel")]
    assert free_goal(konzept, konzept[above]) == number
    assert number not in siblings


def test_what_is_or_ever_was_is_taken(copy: Copy) -> None:
    konzept = copy.konzept()
    assert "gibt es schon" in str(taken(konzept, "massnahme", "2-1"))
    assert "gibt es schon" in str(taken(konzept, "ort", "Musterdorf"))
    stone = next(iter(konzept.former.tombstones.values()))
    assert "aufgehoben" in str(taken(konzept, stone.kind, stone.ref.rpartition("/")[2]))
    alias = next(ref for ref, entry in konzept.former.aliases.items() if entry.kind == "massnahme")
    assert "hieß früher" in str(taken(konzept, "massnahme", alias))
    assert taken(konzept, "massnahme", "9-99") is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Große Mulde", "grosse-mulde"),
        ("Bad Lausick (Stadt)", "bad-lausick-stadt"),
        ("Café & Bar", "cafe-bar"),
        ("…", ""),
    ],
)
def test_short_names_are_made_of_titles(title: str, name: str) -> None:
    assert short_name(title) == name
