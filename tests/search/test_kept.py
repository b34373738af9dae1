# What the search of the last build leaves to the next one.
from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest

from kek_build.models import Synonyme
from kek_build.search import index, kept
from kek_build.search.files import Writer
from kek_build.search.kept import Kept, mark_of
from kek_build.search.postings import Terms
from kek_build.search.records import SearchRecord
from kek_build.search.words import Lexicon
from kek_build.updating import View

COUNTY = "Landkreis Muster"


def record(title: str, text: str = "") -> SearchRecord:
    return SearchRecord("massnahmen/1/", title, title, None, "Maßnahme", (COUNTY,), COUNTY, (), text)


RECORDS = [record("Radwege", "mit Pfeilerkontrolle"), record("Kontrolle"), record("Bäume pflanzen")]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read for additions, and for the index."""
    found: list[str] = []
    expansions, terms = Lexicon.expansions, Terms.read

    def noted(self: Lexicon, text: str) -> list[str]:
        found.append(f"+ {text.split(maxsplit=1)[0]}")
        return expansions(self, text)

    def noted_terms(self: Terms, content: str, title: str) -> object:
        found.append(title)
        return terms(self, content, title)

    monkeypatch.setattr(Lexicon, "expansions", noted)
    monkeypatch.setattr(Terms, "read", noted_terms)
    return found


def search(folder: View, records: Sequence[SearchRecord], before: bytes | None, *synonyms: Synonyme) -> bytes:
    found = Kept.of(before)
    index.write(records, {COUNTY: synonyms}, [], Writer(folder), found)
    return found.packed()


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(tmp_path_factory.mktemp("site"))


def test_a_record_that_is_the_same_is_not_read_again(site: View, read: list[str]) -> None:
    packed = search(site, RECORDS, None)
    read.clear()
    packed = search(site, RECORDS, packed)
    assert read == []
    search(site, [*RECORDS[:2], record("Hecken pflanzen")], packed)
    assert read == ["+ Hecken", "Hecken pflanzen"]


def test_a_word_that_comes_or_goes_concerns_the_compounds_that_it_is_part_of(site: View, read: list[str]) -> None:
    packed = search(site, RECORDS, None)
    for records, new in (([*RECORDS, record("Pfeiler")], ["+ Pfeiler"]), (RECORDS, [])):
        read.clear()
        packed = search(site, records, packed)
        assert [text for text in read if text.startswith("+")] == ["+ Radwege", *new]


def test_other_synonyms_concern_every_record(site: View, read: list[str]) -> None:
    packed = search(site, RECORDS, None)
    read.clear()
    search(site, RECORDS, packed, Synonyme(woerter=("Allee", "Bäume")))
    assert [text for text in read if text.startswith("+")] == ["+ Radwege", "+ Kontrolle", "+ Bäume"]
    assert mark_of(COUNTY, ()) != mark_of("Landkreis Aue", ())


def test_of_what_is_broken_or_of_another_kind_nothing_is_taken(
    site: View, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = search(site, RECORDS, None)
    everything = [*read]
    for spoilt in (b"", packed[:-20], pickle.dumps((kept._FORMAT, 0, "")), b"nothing"):
        read.clear()
        search(site, RECORDS, spoilt)
        assert read == everything
    monkeypatch.setattr(kept, "_FORMAT", 0)
    read.clear()
    search(site, RECORDS, packed)
    assert read == everything


def test_words_that_nobody_uses_any_more_are_forgotten_from_time_to_time(site: View) -> None:
    packed = search(site, RECORDS, None)
    sizes = []
    for number in range(20):
        packed = search(site, [*RECORDS, record(f"Wort{number}, das nur hier steht")], packed)
        sizes.append(len(packed))
    assert max(sizes) < 2 * sizes[0]
    assert sizes.count(0) > 1
