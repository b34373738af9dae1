# How the shipped content speaks: plain words first, no abbreviation unexplained, Leichte Sprache by its rules.
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Entry, Konzept, load
from kek_build.pages.addresses import Addresses
from kek_build.readability import measure, readings
from tests.example import PROJECT

_CONCEPTS = ("boerde", "leipzig")
_IN_CAPITALS = re.compile(r"(?<![\w./-])[A-ZÄÖÜ]{2,}(?![\w.])")
_ROMAN = re.compile(r"[IVX]+")


@cache
def _concept(slug: str) -> Konzept:
    concepts, problems = load(PROJECT, [PROJECT / "content" / slug])
    assert not problems
    return concepts[0]


def _opening(slug: str) -> list[Entry]:
    """The fields, key projects and goals that have a page."""
    konzept = _concept(slug)
    kinds = ("handlungsfeld", "schluesselvorhaben", "ziel")
    addresses = Addresses(konzept, "")
    return [entry for kind in kinds for entry in konzept.of_kind(kind) if addresses.has_page(entry)]


_OPENINGS = [(slug, entry.ref) for slug in _CONCEPTS for entry in _opening(slug)]


@pytest.mark.parametrize(("slug", "ref"), _OPENINGS)
def test_fields_goals_and_key_projects_open_with_short_sentences(slug: str, ref: str) -> None:
    konzept = _concept(slug)
    [reading] = [r for r in readings(konzept) if r.entry.ref == ref and r.origin.path[-1] == "kurz"]
    sentences = re.split(r"(?<=[.!?])\s+", reading.text)
    assert 1 <= len(sentences) <= 3
    assert max(measure(sentence).words for sentence in sentences) <= 20
    assert reading.counts.words_per_sentence <= 17


def test_every_field_goal_and_key_project_is_looked_at() -> None:
    kinds = [(slug, _concept(slug)[ref].kind) for slug, ref in _OPENINGS]
    assert kinds.count(("boerde", "handlungsfeld")) == 7
    assert kinds.count(("boerde", "ziel")) == 17 + 38
    assert kinds.count(("leipzig", "handlungsfeld")) == 3
    assert kinds.count(("leipzig", "ziel")) == 10
    assert kinds.count(("leipzig", "schluesselvorhaben")) == 14


@pytest.mark.parametrize("slug", _CONCEPTS)
def test_no_abbreviation_stands_in_a_text_without_an_entry_in_the_glossary(slug: str) -> None:
    konzept = _concept(slug)
    known = {
        word
        for entry in [*konzept.of_kind("begriff"), *konzept.of_kind("akteur"), *konzept.of_kind("ort")]
        for name in [entry.title, *getattr(entry.model, "formen", ()), *getattr(entry.model, "schreibweisen", ())]
        for word in re.findall(r"[A-ZÄÖÜ]{2,}", name)
    }
    used = {word for reading in readings(konzept) for word in _IN_CAPITALS.findall(reading.text)}
    assert sorted(word for word in used - known if not _ROMAN.fullmatch(word)) == []


@pytest.mark.parametrize("slug", _CONCEPTS)
def test_leichte_sprache_says_one_thing_a_line_in_few_short_words(slug: str) -> None:
    konzept = _concept(slug)
    texts = [text for entry in konzept.entries.values() if (text := getattr(entry.model, "leicht", None))]
    assert len(texts) > len(konzept.of_kind("handlungsfeld"))
    for line in "\n".join(texts).split("\n"):
        words = re.findall(r"[\w·-]+", line.removeprefix("- "))
        assert len(words) <= 10, line
        assert not line or line.startswith("- ") or line.endswith((".", "?", ":", "“.")), line
        long = [word for word in words if len(word) > 12 and "·" not in word and "-" not in word]
        assert set(long) <= {"Veranstaltungen", "Informationen"}, line


@pytest.mark.parametrize(("slug", "fields"), [("boerde", "7 von 7"), ("leipzig", "3 von 3")])
def test_the_page_in_leichte_sprache_tells_how_much_there_is(site: Path, slug: str, fields: str) -> None:
    tree = LexborHTMLParser((site / slug / "leichte-sprache/index.html").read_text(encoding="utf-8"))
    assert tree.css(".kek-leicht__umfang li")[0].text() == f"Handlungsfelder: {fields}"
    text = tree.css(".kek-leicht")[0].text()
    assert "Die Texte sind noch nicht geprüft." in text
    start = LexborHTMLParser((site / slug / "index.html").read_text(encoding="utf-8"))
    assert [node.attributes["href"] for node in start.css(".kek-leicht-link a")] == ["leichte-sprache/#leicht-konzept"]
