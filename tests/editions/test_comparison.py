# What a comparison finds between editions is what was done to them, and nothing else.
from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.editions.comparison import Comparison, Row, compare_editions, title_change
from kek_build.editions.editions import Editions
from tests.editions.made import OPS, Made, Maker, Measure

_WHAT = {
    "keep": "same", "retitle": "changed", "reword": "changed", "renumber": "changed", "renumber quietly": "changed",
    "move": "changed", "merge": "merged", "drop": "dropped", "drop quietly": "dropped", "split": "split",
    "replace": "replaced",
}  # fmt: skip
_LABELS = {
    "keep": [], "retitle": ["Titel"], "reword": ["Zusammenfassung"], "renumber": ["Nummer"],
    "renumber quietly": ["Nummer"], "move": ["Handlungsfeld"],
}  # fmt: skip


def _compared(old: Made, new: Made) -> Comparison:
    return compare_editions(old.edition("alt").things, new.edition("neu").things)


def _of_measures(comparison: Comparison) -> dict[str, Row]:
    return {row.before: row for row in comparison.rows if row.before and row.kind == "massnahme"}


def _both(op: str) -> tuple[Made, Made]:
    maker = Maker(1)
    first = maker.first(2)
    return first, maker.next(first, {first.measures[0].number: op, first.measures[1].number: "keep"})


@given(st.integers(0, 10_000), st.integers(1, 25))
@settings(max_examples=25, deadline=None)
def test_three_editions_differ_by_what_was_done_to_them(seed: int, size: int) -> None:
    maker = Maker(seed)
    editions = [maker.first(size)]
    for _ in range(2):
        editions.append(maker.next(editions[-1]))
    for old, new in pairwise(editions):
        comparison = _compared(old, new)
        found = _of_measures(comparison)
        assert {number: row.what for number, row in found.items()} == {
            number: _WHAT[op] for number, (op, _) in new.log.items()
        }
        for number, (op, heirs) in new.log.items():
            assert comparison.successors[number] == heirs
            if op in _LABELS:
                assert [change.label for change in found[number].fields] == _LABELS[op]
        came_from = {heir for op, heirs in new.log.values() if op in {"split", "replace"} for heir in heirs}
        stayed = {heirs[0] for op, heirs in new.log.values() if op in _LABELS}
        fresh = {one.number for one in new.measures} - came_from - stayed
        rows = [row for row in comparison.rows if row.kind == "massnahme"]
        assert {row.ref for row in rows if row.what == "new"} == fresh
        assert {row.ref for row in rows if row.what == "derived"} == came_from


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_every_thing_of_both_editions_is_told_once(seed: int) -> None:
    maker = Maker(seed)
    old = maker.first(15)
    new = maker.next(old)
    rows = _compared(old, new).rows
    assert Counter(row.before for row in rows if row.before and row.kind == "massnahme") == Counter(
        one.number for one in old.measures
    )
    newer = [row.ref for row in rows if row.is_in_newer and row.kind == "massnahme"]
    assert Counter(newer) == Counter(one.number for one in new.measures)


@given(st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_numbers_by_kind_and_by_field_add_up_to_the_whole(seed: int) -> None:
    maker = Maker(seed)
    old = maker.first(12)
    comparison = _compared(old, maker.next(old))
    for what in ("new", "changed", "merged", "dropped", "same"):
        whole = sum(row.what == what for row in comparison.rows)
        assert comparison.count(what) == whole
        assert sum(comparison.count(what, field=field) for field in comparison.fields) == whole


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_what_carries_a_thing_on_is_followed_through_all_editions(seed: int) -> None:
    maker = Maker(seed)
    first = maker.first(10)
    second = maker.next(first)
    third = maker.next(second)
    editions = Editions(
        "muster", tuple(made.edition(name) for name, made in (("a", first), ("b", second), ("c", third)))
    )
    for one in first.measures:
        heirs = second.log[one.number][1]
        expected = list(dict.fromkeys(last for heir in heirs for last in third.log[heir][1]))
        refs, _ = editions.successors("a", one.number)
        assert list(refs) == expected


@pytest.mark.parametrize("op", sorted(set(OPS)))
def test_each_thing_that_can_be_done_is_found(op: str) -> None:
    old, new = _both(op)
    assert _of_measures(_compared(old, new))[old.measures[0].number].what == _WHAT[op]


def test_a_text_is_told_word_by_word() -> None:
    old, new = _both("reword")
    (change,) = _of_measures(_compared(old, new))["1-1"].fields
    assert [run.text for run in change.words if run.op == "new"] == ["neues1-1wort"]
    assert not [run for run in change.words if run.op == "gone"]


def test_a_name_is_told_word_by_word_where_it_keeps_some() -> None:
    change = title_change("Wohnen, Mobilität und Infrastruktur", "Wohnen, Mobilität und Sicherheit")
    assert [(run.op, run.text) for run in change.words] == [
        ("same", "Wohnen, Mobilität und"), ("gone", "Infrastruktur"), ("new", "Sicherheit")
    ]  # fmt: skip


def test_what_was_dissolved_says_when_and_why() -> None:
    old, new = _both("drop")
    row = _of_measures(_compared(old, new))["1-1"]
    assert (row.ended, row.reason) == ("2019", "Es ist so.")


def test_two_things_that_changed_numbers_are_the_same_as_before() -> None:
    maker = Maker(1)
    old = maker.first(2)
    one, other = old.measures
    new = Made(2019, [Measure(one.number, other.title, other.short, other.field),
                      Measure(other.number, one.title, one.short, one.field)])  # fmt: skip
    comparison = _compared(old, new)
    assert comparison.successors[one.number] == (other.number,)
    assert comparison.count("new") == comparison.count("dropped") == 0


def test_a_number_that_was_given_to_something_else_is_not_the_same() -> None:
    maker = Maker(1)
    old, other = maker.first(1), maker.measure()
    new = Made(2019, [Measure(old.measures[0].number, other.title, other.short, other.field)])
    comparison = _compared(old, new)
    assert comparison.count("dropped", kind="massnahme") == comparison.count("new", kind="massnahme") == 1


def test_several_former_numbers_are_a_merger() -> None:
    maker = Maker(1)
    old = maker.first(2)
    refs = tuple(one.number for one in old.measures)
    new = Made(2019, [Measure("2-1", "titelneu eins", "ganz neuer text", "I", refs)])
    found = _of_measures(_compared(old, new))
    assert {row.what for row in found.values()} == {"merged"}
    assert {row.to for row in found.values()} == {("2-1",)}


def test_a_thing_that_is_still_listed_but_merged_is_told_as_merged() -> None:
    maker = Maker(1)
    old = maker.first(2)
    things = Made(2019, old.measures).edition("neu").things
    things.things["1-1"].data["zusammengefuehrt_mit"] = "1-2"
    comparison = compare_editions(old.edition("alt").things, things)
    row = _of_measures(comparison)["1-1"]
    assert (row.what, row.to, row.still) == ("merged", ("1-2",), "1-1")
    assert comparison.listed_still("massnahme") == 1


def test_numbers_that_only_moved_on_are_no_change_where_they_are_named() -> None:
    maker = Maker(1)
    old = maker.first(2)
    renumbered = maker.next(old, {"1-1": "renumber", "1-2": "keep"})
    was, now = old.edition("alt").things, renumbered.edition("neu").things
    number = renumbered.log["1-1"][1][0]
    was.things["1-2"].data.update(kurz="Siehe [[1-1]] und [[1-1|dort]].", zusammengefuehrt_mit="1-1")
    now.things["1-2"].data.update(kurz=f"Siehe [[{number}]] und [[{number}|dort]].", zusammengefuehrt_mit=number)
    assert not [row for row in compare_editions(was, now).rows if row.ref == "1-2" and row.fields]


def test_a_field_that_is_gone_keeps_its_things_together() -> None:
    maker = Maker(1)
    old = maker.first(4)
    new = Made(2019, [], fields=())
    comparison = _compared(old, new)
    gone = {f"alt/{one.field}" for one in old.measures}
    assert gone <= set(comparison.gone_fields)
    assert {row.field for row in comparison.rows if row.kind == "massnahme"} == gone


def test_decisions_between_two_editions_are_those_after_the_older_one() -> None:
    maker = Maker(1)
    first = maker.first(1)
    second = maker.next(first)
    editions = Editions("muster", (first.edition("2012"), second.edition("2019")))
    assert [decision.title for decision in editions.decisions(0)] == [f"Beschluss {year}" for year in range(2013, 2020)]
