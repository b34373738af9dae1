# The rules of https://oembed.com, written from its text, section 2.3.4, and tried on wrong answers, too.
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.embeds.oembed import describe
from kek_build.pages.draft import Workshop

_TEXTS = ("type", "version", "title", "author_name", "author_url", "provider_name", "provider_url", "thumbnail_url",
          "html", "url")  # fmt: skip
_NUMBERS = ("width", "height", "thumbnail_width", "thumbnail_height", "cache_age")
_REQUIRED = {
    "photo": ("url", "width", "height"),
    "video": ("html", "width", "height"),
    "rich": ("html", "width", "height"),
    "link": (),
}
_THUMBNAIL = ("thumbnail_url", "thumbnail_width", "thumbnail_height")


def problems(answer: dict[str, Any]) -> Iterator[str]:
    """What the specification would find wrong in an answer."""
    if answer.get("version") != "1.0":
        yield "version must be 1.0"
    if answer.get("type") not in _REQUIRED:
        yield "type must be photo, video, link or rich"
    yield from (f"{name} is required" for name in _REQUIRED.get(answer.get("type", ""), ()) if name not in answer)
    if 0 < sum(name in answer for name in _THUMBNAIL) < 3:
        yield "a thumbnail needs address, width and height"
    for name, value in answer.items():
        yield from _wrong(name, value)


def _wrong(name: str, value: object) -> Iterator[str]:
    if name not in (*_TEXTS, *_NUMBERS):
        yield f"{name} is unknown"
    if name in _NUMBERS and (type(value) is not int or value <= 0):
        yield f"{name} must be a number"
    if name in _TEXTS and not (isinstance(value, str) and value):
        yield f"{name} must be a text"
    if name.endswith("url") and urlsplit(str(value)).scheme not in {"http", "https"}:
        yield f"{name} must be an address"


@pytest.fixture(scope="module")
def answers(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {path: json.loads(content) for path, content in files.items() if path.endswith("/oembed.json")}


def test_every_description_is_as_the_specification_asks(answers: dict[str, dict[str, Any]], workshop: Workshop) -> None:
    assert len(answers) == len(list(workshop.embeddable))
    assert {path: found for path, answer in answers.items() if (found := list(problems(answer)))} == {}
    assert {answer["type"] for answer in answers.values()} == {"rich"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"version": "2"}, "version must be 1.0"),
        ({"type": "card"}, "type must be photo, video, link or rich"),
        ({"height": "200"}, "height must be a number"),
        ({"thumbnail_url": None}, "a thumbnail needs address, width and height"),
        ({"html": None}, "html is required"),
        ({"provider_url": "kek/"}, "provider_url must be an address"),
        ({"titel": "x"}, "titel is unknown"),
    ],
)
def test_a_wrong_description_would_be_noticed(workshop: Workshop, changes: dict[str, Any], told: str) -> None:
    answer = {**describe(workshop, workshop.card_of(workshop.konzept["1-2"]), "Muster"), **changes}
    assert told in list(problems({name: value for name, value in answer.items() if value is not None}))


def test_its_html_is_the_frame_that_the_page_offers(answers: dict[str, dict[str, Any]]) -> None:
    answer = answers["massnahmen/1-2/oembed.json"]
    frame = LexborHTMLParser(answer["html"]).css_first("iframe")
    assert frame is not None
    assert frame.attributes["src"] == "https://kek.example.org/karte/massnahmen/1-2/"
    assert int(frame.attributes["height"] or 0) == answer["height"]


def test_a_goal_without_a_page_shows_the_picture_of_the_page_it_stands_on(answers: dict[str, dict[str, Any]]) -> None:
    answer = answers["ziele/1.1.1-2/oembed.json"]
    assert answer["thumbnail_url"] == "https://kek.example.org/ziele/1.1.1/vorschau.png"


def test_only_an_official_site_names_the_county_as_author(workshop: Workshop) -> None:
    official = describe(replace(workshop, demonstration=False), workshop.card_of(workshop.konzept["1-2"]), "Muster")
    assert official["author_name"] == "Landratsamt Muster"
    assert list(problems(dict(official))) == []
    assert "author_name" not in describe(workshop, workshop.card_of(workshop.konzept["1-2"]), "Muster")
