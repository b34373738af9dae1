from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from kek_build.pictures.preview import HEIGHT, WIDTH, Preview, draw

PREVIEW = Preview(
    above="Landkreis Muster",
    label="Maßnahme 1-2",
    title="Verzeichnis leerer Häuser & <Höfe>",
    site="Konzepte & <Kreise>",
    note="Demonstration",
    accent="#8a2f4a",
    band="#1d3b5a",
    layer=4,
)
LONG = (
    "Aufrechterhaltung des Sicherheitsniveaus im Bereich des Bevölkerungsschutzes und Ausbau von Partnerschaften " * 3
)


def _opened(preview: Preview) -> Image.Image:
    return Image.open(io.BytesIO(draw(preview))).convert("RGB")


def _colours(preview: Preview) -> set[object]:
    return {colour for _, colour in _opened(preview).getcolors() or []}


def test_a_preview_has_the_size_that_open_graph_asks_for() -> None:
    assert _opened(PREVIEW).size == (WIDTH, HEIGHT) == (1200, 630)


def test_the_same_preview_is_the_same_byte_by_byte() -> None:
    assert draw(PREVIEW) == draw(replace(PREVIEW))


def test_the_same_preview_is_the_same_whatever_was_drawn_before() -> None:
    previews = [replace(PREVIEW, title=" ".join(LONG.split()[start : start + 7])) for start in range(30)]
    first = [draw(preview) for preview in previews]
    assert [draw(preview) for preview in reversed(previews)] == first[::-1]


@pytest.mark.parametrize(
    "change",
    [
        {"above": "Landkreis Klein"}, {"label": "Maßnahme 1-3"}, {"title": "Anders"}, {"site": "Andere"},
        {"note": ""}, {"accent": "#2f6b2f"}, {"band": "#000000"}, {"layer": 3}, {"layer": None},
    ],
)  # fmt: skip
def test_whatever_differs_is_seen_and_has_another_key(change: dict[str, str | int | None]) -> None:
    other = replace(PREVIEW, **change)  # type: ignore[arg-type]
    assert draw(other) != draw(PREVIEW)
    assert other.key != PREVIEW.key


def test_a_preview_shows_the_colours_of_field_and_site() -> None:
    assert {(0x8A, 0x2F, 0x4A), (0x1D, 0x3B, 0x5A)} <= _colours(PREVIEW)


@pytest.mark.parametrize(
    "title", ["Straße", LONG, "W" * 300, "", "\N{SOFT HYPHEN}", "ǺÅ̊ gjy " * 12, "M \u0301 f\u200bj"]
)
def test_nothing_reaches_the_edge_however_long_the_text(title: str) -> None:
    picture = _opened(replace(PREVIEW, title=title, above=LONG, label=LONG, site=LONG, note=""))
    ground = picture.getpixel((0, 0))
    for box in ((0, 0, 72, 552), (1129, 0, 1200, 552), (0, 0, 1200, 60), (72, 540, 1128, 552)):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)]


@pytest.mark.parametrize("title", ["Straße", LONG])
def test_a_preview_is_small(title: str) -> None:
    assert len(draw(replace(PREVIEW, title=title))) < 22_000


def test_a_preview_is_told_in_words() -> None:
    assert PREVIEW.alternative == "Landkreis Muster, Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>"
    assert replace(PREVIEW, label="").alternative == "Landkreis Muster: Verzeichnis leerer Häuser & <Höfe>"
