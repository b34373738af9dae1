# What a telephone reads from the codes: each is drawn dot by dot from its SVG and given to a reader that many apps use.
from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from kek_build.embeds.qr import code
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord

_SVG = "{http://www.w3.org/2000/svg}"
_DOTS = 4
"""How many dots wide a module is drawn."""


def drawn(svg: bytes) -> Image.Image:
    """A code as a picture: white, then every stroke of its path."""
    root = ET.fromstring(svg)  # noqa: S314  (our own)
    size = int(root.attrib["viewBox"].split()[2])
    picture = Image.new("L", (size * _DOTS, size * _DOTS), 255)
    path = next(node.attrib["d"] for node in root.iter(f"{_SVG}path") if "stroke" in node.attrib)
    pen = ImageDraw.Draw(picture)
    for row in re.findall(r"M[^M]+", path):
        start, *moves = re.findall(r"M\d+ \d+\.5|m\d+ 0|h\d+", row)
        assert "".join([start, *moves]) == row
        x, y = (int(number) for number in re.findall(r"(\d+)(?: |\.5)", start))
        for move in moves:
            width = int(re.findall(r"\d+", move)[0])
            if move.startswith("h"):
                pen.rectangle((x * _DOTS, y * _DOTS, (x + width) * _DOTS - 1, (y + 1) * _DOTS - 1), 0)
            x += width
    return picture


def read(svg: bytes) -> list[tuple[str, str]]:
    """What is read from a code: text and level of correction."""
    found = zxingcpp.read_barcodes(drawn(svg), formats=zxingcpp.barcode_formats_from_str("QRCode"))
    return [(code.text, code.ec_level) for code in found]


@pytest.fixture(scope="module")
def codes(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path.removesuffix("qr.svg"): content for path, content in files.items() if path.endswith("qr.svg")}


def test_the_code_of_every_page_leads_to_its_address(codes: dict[str, bytes], site: dict[str, PageRecord]) -> None:
    assert set(codes) == {path for path, page in site.items() if page.concept}
    assert {path: read(svg) for path, svg in codes.items()} == {
        path: [(f"https://kek.example.org/{path}", "M")] for path in codes
    }


def test_a_code_has_a_quiet_zone_of_four_modules(codes: dict[str, bytes]) -> None:
    picture = drawn(codes["massnahmen/1-2/"])
    inner = picture.point(lambda dot: 255 - dot).getbbox()
    assert inner == tuple(4 * _DOTS if side < 2 else picture.width - 4 * _DOTS for side in range(4))


def test_a_code_is_black_on_white_and_says_in_words_where_it_leads(codes: dict[str, bytes]) -> None:
    root = ET.fromstring(codes["massnahmen/1-2/"])  # noqa: S314  (our own)
    title, description = root.find(f"{_SVG}title"), root.find(f"{_SVG}desc")
    assert title is not None
    assert title.text == "QR-Code: 1-2 Verzeichnis leerer Häuser & <Höfe>"
    assert description is not None
    assert description.text == "Führt zu https://kek.example.org/massnahmen/1-2/"
    paths = list(root.iter(f"{_SVG}path"))
    assert [(p.attrib.get("fill"), p.attrib.get("stroke")) for p in paths] == [("#fff", None), (None, "#000")]
    assert paths[0].attrib["d"] == "M0 0h{0}v{0}H0z".format(root.attrib["viewBox"].split()[2])


@pytest.mark.parametrize("title", ["Rad & <Weg>", "Straße „neu“"])
def test_a_title_stands_in_the_picture_as_text(title: str, workshop: Workshop, site: dict[str, PageRecord]) -> None:
    made = code(workshop, replace(site["massnahmen/1-2/"], title=title))
    assert ET.fromstring(made.content).findtext(f"{_SVG}title") == f"QR-Code: {title}"  # noqa: S314  (our own)
