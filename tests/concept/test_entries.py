from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS, PREFIXES, natural_key, title_key
from kek_build.models.base import AnyKind


@pytest.mark.parametrize(
    "in_order",
    [
        ["1-1", "1-9", "1-32", "2-1", "10-1"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIX", "XX"],
        ["I.1", "I.2", "I.10", "II.1", "IX.1", "X.1"],
        ["1", "1.1", "1.1.1", "1.1.1-1", "1.1.1-2", "1.1.2", "1.10", "2"],
        ["A", "B", "C", "D", "L", "M"],
        ["ziel-1", "ziel-2", "ziel-10"],
    ],
)
def test_numbers_stand_in_the_order_people_expect(in_order: list[str]) -> None:
    mixed = [*in_order[1::2], *in_order[::2]]
    assert sorted(mixed, key=natural_key) == in_order


@pytest.mark.parametrize(
    "in_order",
    [
        ["Amt", "Ämter", "Amtsgericht", "Öffentlichkeit", "Ort", "Zweckverband"],
        ["amt", "Amtsblatt"],
        ["CC", "IT", "LVV", "MDV", "X-Netz"],
        ["5G", "Abwasser"],
        ["„Alte Schule“", "Bauamt"],
    ],
)
def test_titles_stand_as_in_a_dictionary(in_order: list[str]) -> None:
    mixed = [*in_order[1::2], *in_order[::2]]
    assert sorted(mixed, key=title_key) == in_order


@pytest.mark.parametrize("key", [natural_key, title_key])
@given(texts=st.lists(st.text(), max_size=4))
def test_any_texts_can_be_put_in_order(key: Callable[[str], Any], texts: list[str]) -> None:
    once = sorted(texts, key=key)
    assert [key(text) for text in once] == sorted(key(text) for text in texts)


@pytest.mark.parametrize("text", ["²", "m²", "①", "½ Tag", "٣"])
def test_digits_that_are_no_decimals_do_not_stop_the_sorting(text: str) -> None:
    assert sorted([text, "1"], key=natural_key)


def test_each_kind_is_listed_by_number_or_name_or_position(musterkreis: Konzept) -> None:
    refs = {kind: [entry.ref for entry in musterkreis.of_kind(kind)] for kind in KINDS}
    assert refs["handlungsfeld"] == ["I", "II"]
    assert refs["schluesselvorhaben"] == ["I.1", "II.1", "II.2"]
    assert refs["massnahme"] == ["1-2", "1-10", "2-1", "2-3"]
    assert refs["akteur"] == [
        "akteure/bauamt",
        "akteure/buergerverein",
        "akteure/kreistag",
        "akteure/landkreis-muster",
        "akteure/wanderfreunde",
    ]
    assert refs["ort"] == ["orte/grossstadt", "orte/musterdorf", "orte/mustersee", "orte/musterstadt"]
    assert refs["begriff"] == ["glossar/kataster", "glossar/oepnv"]


def test_what_names_a_thing_is_listed_in_natural_order_too(musterkreis: Konzept) -> None:
    assert [entry.ref for entry in musterkreis.sources("I", "handlungsfeld")] == ["1-2", "1-10"]


def test_every_kind_occurs_in_the_example(musterkreis: Konzept) -> None:
    assert [kind for kind in KINDS if not musterkreis.of_kind(kind)] == []


def test_everything_but_the_concept_itself_can_be_referred_to() -> None:
    assert set(AnyKind) == set(KINDS) - {CONCEPT_REF}


def test_nested_goals_are_entries_with_parent_and_depth(musterkreis: Konzept) -> None:
    goals = [(goal.ref, goal.parent, goal.depth) for goal in musterkreis.of_kind("ziel")]
    assert goals == [
        ("1.1", "I", 0),
        ("1.1.1", "1.1", 1),
        ("1.1.1-1", "1.1.1", 2),
        ("1.1.1-2", "1.1.1", 2),
        ("1.2", "I", 0),
        ("2.1", "II", 0),
        ("2.1.1", "2.1", 1),
    ]


def test_guiding_statements_belong_to_their_field_or_goal(musterkreis: Konzept) -> None:
    statements = {entry.ref: entry.parent for entry in musterkreis.of_kind("leitsatz")}
    assert statements == {
        "I#leitsatz-1": "I",
        "I#leitsatz-2": "I",
        "1.1#leitsatz": "1.1",
        "1.1.1-1#leitsatz": "1.1.1-1",
    }


def test_swot_statements_stand_in_printed_order_below_their_topic(musterkreis: Konzept) -> None:
    assert [entry.ref.partition("#")[2] for entry in musterkreis.children("swot/wohnen", "aussage")] == [
        "staerke-1",
        "schwaeche-1",
        "schwaeche-2",
        "chance-1",
        "risiko-1",
        "risiko-2",
    ]


def test_things_with_short_names_carry_the_prefix_of_their_kind(musterkreis: Konzept) -> None:
    for kind, prefix in PREFIXES.items():
        assert all(entry.ref.startswith(prefix) for entry in musterkreis.of_kind(kind)), kind


def test_an_entry_knows_number_title_and_short_title(musterkreis: Konzept) -> None:
    project, place, statement = musterkreis["I.1"], musterkreis["orte/musterdorf"], musterkreis["swot/wohnen#risiko-2"]
    assert (project.number, project.title) == ("I.1", "Häuser wecken & <Nachbarn> finden")
    assert project.short_title == "Häuser wecken"
    assert (place.number, place.title, place.short_title) == (None, "Musterdorf", "Musterdorf")
    assert statement.title == "Baukosten steigen weiter."


def test_an_entry_knows_the_file_and_the_place_inside_it(musterkreis: Konzept) -> None:
    origin = musterkreis["1.1.1-2"].origin
    assert str(origin.file) == "content/musterkreis/handlungsfelder/I.yml"
    assert origin.path == ("ziele", 0, "ziele", 0, "ziele", 1)


@pytest.mark.parametrize(
    ("ref", "field"),
    [
        ("I", "I"),
        ("1.1.1-2", "I"),
        ("1.1#leitsatz", "I"),
        ("2-3", "II"),
        ("I.1", None),
        ("akteure/kreistag", None),
        ("konzept", None),
    ],
)
def test_goals_and_measures_belong_to_a_field(musterkreis: Konzept, ref: str, field: str | None) -> None:
    found = musterkreis.field_of(musterkreis[ref])
    assert (found.ref if found else None) == field


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("1.1", "Themenfeld"),
        ("1.1.1", "Strategisches Ziel"),
        ("1.1.1-1", "Operatives Ziel"),
        ("1-2", "Maßnahme"),
        ("swot/wohnen#risiko-1", "SWOT-Aussage"),
    ],
)
def test_goals_are_called_by_the_name_of_their_level(musterkreis: Konzept, ref: str, name: str) -> None:
    assert musterkreis.kind_name(musterkreis[ref]) == name


@pytest.mark.parametrize(
    ("value", "kinds", "ref"),
    [
        ("musterdorf", ("ort",), "orte/musterdorf"),
        ("orte/musterdorf", ("ort",), "orte/musterdorf"),
        ("orte/musterdorf", None, "orte/musterdorf"),
        ("musterdorf", None, None),
        ("I.1", None, "I.1"),
        ("I.1", ("massnahme",), "I.1"),
        ("konzept", None, None),
        ("nirgends", ("ort",), None),
    ],
)
def test_a_reference_as_written_finds_its_entry(
    musterkreis: Konzept, value: str, kinds: tuple[str, ...] | None, ref: str | None
) -> None:
    found = musterkreis.resolve(value, kinds)
    assert (found.ref if found else None) == ref


def test_titles_stand_in_the_order_of_a_dictionary() -> None:
    assert sorted(["V1, V2", "Amt „Bau“", "Xylophon", "5G", "Ärzte", "Vektor", "Abraum"], key=title_key) == [
        "5G", "Abraum", "Amt „Bau“", "Ärzte", "V1, V2", "Vektor", "Xylophon",
    ]  # fmt: skip
