# What search engines and those who share a page are told, on every page of the shipped site.
from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.shipped.pages import files

ADDRESS = "https://kek.example.org/"
PROPERTIES = (
    "og:url", "og:type", "og:locale", "og:site_name", "og:title", "og:description", "og:image", "og:image:type",
    "og:image:width", "og:image:height", "og:image:alt",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page but the one for wrong addresses, by its path."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        if path.parent != site
        else "": LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in files(site)
    }


def _contents(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes.get("content") or node.attributes.get("href") or "" for node in page.css(selector)]


def _property(page: LexborHTMLParser, name: str) -> str:
    (content,) = _contents(page, f'head meta[property="{name}"]')
    return content


def test_every_page_tells_each_thing_once(pages: dict[str, LexborHTMLParser]) -> None:
    assert len(pages) > 400
    for path, page in pages.items():
        assert [name for name in PROPERTIES if not _property(page, name).strip()] == [], path
        assert _contents(page, 'head meta[name="description"]') == [_property(page, "og:description")], path
        assert _contents(page, 'head meta[name="twitter:card"]') == ["summary_large_image"], path
        assert _contents(page, 'head meta[name="robots"]') == [], path


def test_every_page_names_its_own_address(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        assert _contents(page, 'head link[rel="canonical"]') == [ADDRESS + path]
        assert _property(page, "og:url") == ADDRESS + path


def test_every_page_has_a_picture_of_the_size_it_tells(pages: dict[str, LexborHTMLParser], site: Path) -> None:
    sizes = []
    for path, page in pages.items():
        assert _property(page, "og:image") == f"{ADDRESS}{path}vorschau.png"
        data = (site / path / "vorschau.png").read_bytes()
        told = (int(_property(page, "og:image:width")), int(_property(page, "og:image:height")))
        assert Image.open(io.BytesIO(data), formats=["PNG"]).size == told == (1200, 630)
        sizes.append(len(data))
    assert max(sizes) < 22_000
    assert sum(sizes) / len(sizes) < 12_000


def test_the_words_for_pictures_tell_pages_apart(pages: dict[str, LexborHTMLParser]) -> None:
    told = [_property(page, "og:image:alt") for page in pages.values()]
    assert sorted(words for words in set(told) if told.count(words) > 1) == []


def test_a_measure_is_shared_with_county_number_and_title(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["leipzig/massnahmen/1-1/"]
    title = "Kreisstraßenkonzept und Erhaltungsmanagement umsetzen"
    assert _property(page, "og:title") == f"1-1 {title} – Landkreis Leipzig"
    assert _property(page, "og:image:alt") == f"Landkreis Leipzig, Maßnahme 1-1: {title}"
    assert _property(page, "og:type") == "article"
    assert _property(pages[""], "og:type") == "website"


def test_the_sitemap_names_every_page_once_and_nothing_else(pages: dict[str, LexborHTMLParser], site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert sorted(re.findall(r"<loc>(.*?)</loc>", text)) == sorted(ADDRESS + path for path in pages)
    assert "lastmod" not in text


def test_the_page_for_wrong_addresses_is_not_to_be_found(site: Path) -> None:
    page = LexborHTMLParser((site / "404.html").read_text(encoding="utf-8"))
    assert _contents(page, 'head meta[name="robots"]') == ["noindex"]
    assert page.css('head link[rel="canonical"], head meta[property^="og:"]') == []


@pytest.mark.parametrize("path", ["index.html", "leipzig/massnahmen/1-1/index.html"])
def test_a_page_names_icons_that_are_there(site: Path, path: str) -> None:
    page = LexborHTMLParser((site / path).read_text(encoding="utf-8"))
    icons = [
        node.attributes["href"] or "" for node in page.css('head link[rel~="icon"], head link[rel="apple-touch-icon"]')
    ]
    assert [icon.rpartition("/")[2] for icon in icons] == ["favicon.ico", "favicon.svg", "apple-touch-icon.png"]
    assert all((site / path).parent.joinpath(icon).is_file() for icon in icons)
