# The stacked bar: whatever the numbers are, everything stays inside, no part is lost, what nobody has said is empty.
from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kek_build.pages.drawings.stapel import Stapel, hatched, stacked
from kek_build.pages.drawings.zeichnung import WIDTH, Bild

_CLASSES = (
    ("ohne Angabe", "leer"), ("geplant", "punkte"), ("in Vorbereitung", "waagrecht"), ("in Umsetzung", "schraeg"),
    ("Daueraufgabe", "steil"), ("abgeschlossen", "voll"), ("eingestellt", "kreuz"),
)  # fmt: skip
_ROWS = st.builds(
    Stapel,
    st.sampled_from(["Alle", "IV Bildung & <Kultur>", "12 Mobilität, Wege und Straßen im ganzen Landkreis " * 2]),
    st.tuples(*[st.sampled_from([0, 0, 1, 3, 17, 999, 20_000])] * len(_CLASSES)),
)
_PLACE = re.compile(r"([Mhv]|L)(-?[0-9.]+)(?: (-?[0-9.]+))?")


def _drawn(*rows: Stapel) -> Bild:
    picture = stacked("Phasen", _CLASSES, rows).picture
    assert picture is not None
    return picture


def _box(path: str) -> tuple[float, float, float]:
    """Left edge, top and width of a part."""
    found = re.match(r"M([0-9.]+) ([0-9.]+)h([0-9.]+)v", path)
    assert found
    return float(found[1]), float(found[2]), float(found[3])


def _strokes(path: str) -> frozenset[str]:
    """The directions of the lines in a part: across, down, rising, falling."""
    _, _, inner = path.partition("z")
    slanting = re.findall(r"M[0-9.]+ ([0-9.]+)L[0-9.]+ ([0-9.]+)", inner)
    slopes = {"falling" if float(last) > float(first) else "rising" for first, last in slanting}
    return frozenset(slopes | set(re.findall("[hv]", inner)))


@given(st.lists(_ROWS, min_size=1, max_size=6))
def test_everything_stays_inside_and_no_number_covers_another(rows: list[Stapel]) -> None:
    picture = _drawn(*rows)
    for path in picture.paths:
        left, top, wide = _box(path.d)
        for kind, x, y in _PLACE.findall(path.d):
            if kind in "ML":
                assert left - 0.2 <= float(x) <= left + wide + 0.2
                assert top - 0.2 <= float(y) <= top + 18.2
        assert 0 <= left <= left + wide <= WIDTH
        assert top + 18 <= picture.height
    for words in picture.words:
        left, above, right, bottom = words.extent
        assert -0.1 <= left <= right <= WIDTH + 0.1
        assert 0 <= above <= bottom <= picture.height
    for one, other in combinations(picture.words, 2):
        assert not one.covers(other.extent), (one, other)


@given(_ROWS)
def test_no_part_is_lost_and_together_they_fill_the_bar(row: Stapel) -> None:
    boxes = [_box(path.d) for path in _drawn(row).paths]
    given_parts = [count for count in row.counts if count]
    assert len(boxes) == len(given_parts)
    if boxes:
        assert all(wide > 3 for _, _, wide in boxes)
        assert abs(sum(wide for _, _, wide in boxes) - (WIDTH - 2)) < 1


def test_parts_are_as_wide_as_their_shares() -> None:
    first, second = (_box(path.d)[2] for path in _drawn(Stapel("Alle", (3, 0, 0, 1, 0, 0, 0))).paths)
    assert abs(first - 3 * second) < 0.3


def test_what_nobody_has_said_is_empty_and_all_else_is_told_apart_without_colour() -> None:
    picture = _drawn(Stapel("Alle", (1, 1, 1, 1, 1, 1, 1)))
    assert picture.paths[0].style == "muster-leer"
    assert len({(path.style, _strokes(path.d)) for path in picture.paths}) == len(_CLASSES)
    assert [key.text for key in picture.keys] == [name for name, _ in _CLASSES]


def test_the_legend_names_what_is_drawn_and_the_description_has_every_number() -> None:
    made = stacked("Phasen", _CLASSES, [Stapel("I", (2, 0, 0, 1, 0, 0, 0)), Stapel("II", (0,) * 7)])
    assert made.picture is not None
    assert [key.text for key in made.picture.keys] == ["ohne Angabe", "in Umsetzung"]
    assert made.description == "I: ohne Angabe 2, in Umsetzung 1; II: nichts gezählt."


@given(st.integers(1, 400), st.integers(1, 30))
def test_slanting_lines_end_at_the_edges_of_their_box(wide: int, high: int) -> None:
    for kind, x, y in _PLACE.findall(hatched(0, 0, wide, high)):
        if kind in "ML":
            assert -0.1 <= float(x) <= wide + 0.1
            assert -0.1 <= float(y) <= high + 0.1
