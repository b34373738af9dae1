# The matrix: whatever the numbers are, everything stays inside, no word covers another, and bars are as long as their
# numbers.
from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kek_build.pages.drawings.matrix import Reihe, matrix
from kek_build.pages.drawings.zeichnung import WIDTH, Bild

_COLUMNS = ("Stärken", "Schwächen", "Chancen", "Risiken")
_CELLS = st.integers(0, 999).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
_ROWS = st.builds(
    Reihe,
    st.sampled_from(["I Wohnen", "IV Bildung & <Kultur>", "12 Mobilität, Wege und Straßen im ganzen Landkreis " * 2]),
    st.tuples(*[_CELLS] * len(_COLUMNS)),
)


def _drawn(*rows: Reihe) -> Bild:
    picture = matrix("Matrix", _COLUMNS, rows, "mit Antwort", "ohne Antwort").picture
    assert picture is not None
    return picture


@given(st.lists(_ROWS, min_size=1, max_size=6))
def test_everything_stays_inside_and_no_word_covers_another(rows: list[Reihe]) -> None:
    picture = _drawn(*rows)
    for box in picture.boxes:
        assert 0 <= box.x <= box.x + box.width <= WIDTH
        assert 0 <= box.y <= box.y + box.height <= picture.height
    for words in picture.words:
        left, top, right, bottom = words.extent
        assert -0.1 <= left <= right <= WIDTH + 0.1
        assert 0 <= top <= bottom <= picture.height
    for one, other in combinations(picture.words, 2):
        assert not one.covers(other.extent), (one, other)


@given(st.lists(_ROWS, min_size=1, max_size=6))
def test_all_bars_have_one_scale(rows: list[Reihe]) -> None:
    picture = _drawn(*rows)
    cells = [cell for row in rows for cell in row.cells]
    unit = max(box.width for box in picture.boxes) / max(total for _, total in cells) if picture.boxes else 0
    for style, numbers in (("balken", [done for done, _ in cells]), ("ganzes", [total for _, total in cells])):
        lengths = [box.width for box in picture.boxes if box.style == style]
        expected = [number * unit for number in numbers if number]
        assert len(lengths) == len(expected)
        assert all(abs(length - wanted) < 0.2 for length, wanted in zip(lengths, expected, strict=True))


def test_it_is_told_in_words_and_explained() -> None:
    made = matrix("Matrix", _COLUMNS, [Reihe("I Wohnen", ((1, 2), (0, 3), (0, 0), (4, 4)))], "mit Antwort", "ohne")
    assert made.description == "I Wohnen: Stärken 1 von 2, Schwächen 0 von 3, Chancen 0 von 0, Risiken 4 von 4."
    assert made.picture is not None
    assert [words.text for words in made.picture.words if words.style == "zahl"] == ["1/2", "0/3", "–", "4/4"]
    assert [key.text for key in made.picture.keys] == ["mit Antwort", "ohne"]
