# Words, titles and numbers in pieces.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.search import suggested
from kek_build.search.files import FOLDER, Writer, read_json
from kek_build.search.vocabulary import Vocabulary
from kek_build.updating import View


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(View(tmp_path))


def pieces(writer: Writer, rows: suggested.Rows) -> dict[str, list[object]]:
    return {begin: read_json(writer.site / FOLDER / "teile" / f"{name}.json") for begin, name in rows}


def test_words_stand_in_three_groups_by_how_they_are_compared(writer: Writer) -> None:
    known = Vocabulary((("Arzt", "Ärzte"), ("auto",), ()), ())
    assert pieces(writer, suggested.words(known, writer)) == {"ae": ["Aärzte\nAarzt", "aauto", ""]}


def test_a_title_stands_wherever_one_of_its_words_begins(writer: Writer) -> None:
    others = (f"{letter * 3} {number} {letter * 70}" for letter in "bcdefghijklmnopqr" for number in range(20))
    titles = ("1-32 Wege im Wald", *others)
    found = pieces(writer, suggested.titles(Vocabulary(((), (), ()), titles), writer))
    assert len(found) > 5
    looked_for = {max(begin for begin in found if begin <= word) for word in ("1-32", "im w", "wald", "wege")}
    assert {begin for begin, piece in found.items() if titles[0] in piece} == looked_for


def test_one_beginning_suggests_a_limited_number_of_titles(writer: Writer) -> None:
    titles = tuple(f"Radweg {number}" for number in range(500))
    found = pieces(writer, suggested.titles(Vocabulary(((), (), ()), titles), writer))
    suggested_by_rad = found[max(begin for begin in found if begin <= "rad")]
    assert "Radweg 99" in suggested_by_rad
    assert "Radweg 499" not in suggested_by_rad


def test_numbers_name_all_records_that_have_them(writer: Writer) -> None:
    found = pieces(writer, suggested.numbers([("III.1", 4), ("3-1", 9), ("III.1", 12)], writer))
    assert found == {"iii": [["3-1", [9]], ["III.1", [4, 12]]]}


@pytest.mark.parametrize(
    ("number", "key"), [("III.1", "iii-1"), ("3-34", "iii-34"), ("4.3.1-2", "iv-3-1-2"), ("12", "12")]
)
def test_numbers_are_filed_without_their_form(number: str, key: str) -> None:
    assert suggested.loose(number) == key
