# Pagefind's format, read back.
from __future__ import annotations

from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.search import postings
from kek_build.search.postings import Terms, absolute, entry, number, relative


def terms(*records: tuple[int, str, str]) -> dict[str, Any]:
    known = Terms()
    held = {record: known.read(content, title) for record, content, title in records}
    nothing = known.read("", "")
    numbered = (held.get(record, nothing) for record in range(records[-1][0] + 1))
    found = [(term, cbor2.loads(data)) for term, data in known.encoded(numbered)]
    assert [term for term, _ in found] == sorted(term for term, _ in found)
    assert all(read[0] == term and read[2] == [] for term, read in found)
    return {term: list(absolute(read[1])) for term, read in found}


def test_a_term_names_the_records_that_hold_it() -> None:
    found = terms((3, "Radweg", ""), (70, "kein Weg", ""), (70_000, "Radweg im Wald", ""))
    assert [record for record, *_ in found["radweg"]] == [3, 70_000]
    assert [record for record, *_ in found["weg"]] == [70]


def test_how_often_and_in_the_title_is_kept() -> None:
    ((_, places, titles),) = terms((0, "Rad Rad Rad", "Das Rad"))["rad"]
    assert places[0] == -25
    assert places[2:] == [1, 1]
    assert titles == [-1, 0]
    ((_, places, titles),) = terms((0, "S-Bahn Bahn", ""))["bahn"]
    assert (places[0], places[2], titles) == (-25, -13, [])


def test_a_word_in_very_many_records_keeps_those_that_hold_it_best(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "MOST", 3)
    records = [(at, "Rad " * (3 if at == 5 else 1), "Rad" if at in {2, 7} else "") for at in range(9)]
    assert [record for record, *_ in terms(*records)["rad"]] == [2, 5, 7]


@given(st.integers(0, 2**31))
def test_numbers_are_those_of_cbor(value: int) -> None:
    assert number(value) == cbor2.dumps(value)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.lists(st.integers(-30, 300)), st.just([]))))
def test_records_are_written_as_distances_and_read_back(held: list[tuple[int, list[int], list[int]]]) -> None:
    held.sort(key=lambda one: one[0])
    data = entry("rad", len(held), b"".join(relative(held, 0)))
    assert list(absolute(cbor2.loads(data)[1])) == held


@given(st.integers(1, 40), st.integers(0, 40))
def test_any_number_of_places_can_be_read(whole: int, parts: int) -> None:
    ((_, places, _),) = terms((0, "bahn " * whole + "s-bahn " * parts, ""))["bahn"]
    assert len(places) == (1 + min(whole, 12)) + (1 + min(parts, 12) if parts else 0)


def test_known_terms_keep_their_numbers_and_new_ones_get_others() -> None:
    before = Terms()
    read = before.read("Radweg am Wald bei Wurzen", "Radweg")
    after = Terms(list(before.numbers()), before.numbers().values())
    assert after.read("Radweg am Wald bei Wurzen", "Radweg") == read
    after.read(" ".join(f"Wort{number}" for number in range(500)), "")
    assert len({*after.numbers().values()}) == len(after.numbers()) == len(before.numbers()) + 500
