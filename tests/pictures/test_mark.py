from __future__ import annotations

from kek_build.pictures.mark import layers


def test_the_pyramid_fills_its_box() -> None:
    points = [point for layer in layers((10, 20, 50, 80), 3, 6) for point in layer]
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (10, 50)
    assert (min(y for _, y in points), max(y for _, y in points)) == (20, 80)


def test_the_top_is_a_triangle_and_the_layers_below_have_four_corners() -> None:
    assert [len(layer) for layer in layers((0, 0, 10, 10), 4, 1)] == [3, 4, 4, 4]


def test_layers_are_equally_high_and_stand_apart_by_the_gap() -> None:
    heights = [(min(y for _, y in layer), max(y for _, y in layer)) for layer in layers((0, 0, 24, 22), 3, 2)]
    assert heights == [(0, 6), (8, 14), (16, 22)]
