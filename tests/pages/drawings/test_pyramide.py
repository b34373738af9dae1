from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kek_build.concept import Konzept
from kek_build.models.konzept import Ebene
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings.pyramide import Pyramid, pyramid
from kek_build.pages.drawings.schrift import width
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH
from tests.example import MINIMAL, OPTIONS, Copy


def _corners(points: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (point.split(",") for point in points.split())]


def _with_levels(konzept: Konzept, *names: str) -> Pyramid:
    levels = tuple(Ebene(einzahl=name, mehrzahl=name) for name in names)
    changed = replace(konzept, datei=konzept.datei.model_copy(update={"ebenen": levels}))
    return pyramid(workshops([changed], OPTIONS)[0], "")


def test_every_level_that_the_concept_has_stands_in_it_from_top_to_bottom(workshop: Workshop) -> None:
    assert [level.label for level in pyramid(workshop, "").levels] == [
        "Leitgedanke", "2 Handlungsfelder", "4 Leitsätze", "3 Themenfelder", "2 strategische Ziele",
        "2 operative Ziele", "3 Schlüsselvorhaben", "4 Maßnahmen", "3 Kennzahlen",
    ]  # fmt: skip


def test_a_concept_that_is_only_an_idea_has_one_level(copy: Copy) -> None:
    for path in [*copy.folder.iterdir()]:
        if path.name != "konzept.yml":
            path.rename(copy.root / path.name)
    copy.write("konzept.yml", MINIMAL)
    assert [level.label for level in pyramid(workshops([copy.konzept()], OPTIONS)[0], "").levels] == ["Leitgedanke"]


@pytest.mark.parametrize(
    "names", [("Ziel",) * 3, ("ein sehr langer Name für eine Ebene", "b", "c"), ("a", "b", "W" * 30)]
)
def test_words_stand_inside_their_level_and_levels_inside_the_picture(
    musterkreis: Konzept, names: tuple[str, ...]
) -> None:
    picture = _with_levels(musterkreis, *names)
    for level in picture.levels:
        upper_left, upper_right, lower_right, lower_left = _corners(level.points)
        assert 0 <= lower_left[0] <= upper_left[0] < upper_right[0] <= lower_right[0] <= WIDTH
        assert 0 < upper_left[1] < level.middle < lower_left[1] < picture.height
        assert min(width(level.label, SIZE, bold=True), WIDTH - 20) <= upper_right[0] - upper_left[0]


def test_levels_grow_from_top_to_bottom_without_overlapping(workshop: Workshop) -> None:
    corners = [_corners(level.points) for level in pyramid(workshop, "").levels]
    for above, below in pairwise(corners):
        assert above[2][1] < below[0][1]
        assert above[1][0] - above[0][0] <= below[1][0] - below[0][0]
