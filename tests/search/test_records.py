from __future__ import annotations

import pytest

from kek_build.builds import Units
from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.pages.addresses import Addresses
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.search import records as module
from kek_build.search.records import SearchRecord, records
from kek_build.tracing import Question
from tests.example import Copy


@pytest.fixture(scope="module")
def found(musterkreis: Konzept, workshop: Workshop, site: dict[str, PageRecord]) -> dict[str, SearchRecord]:
    """All search records of the example, by address."""
    all_records = list(records(musterkreis, workshop.addresses, site))
    by_address = {record.address: record for record in all_records}
    assert len(by_address) == len(all_records)
    return by_address


def test_everything_that_has_a_name_can_be_found(musterkreis: Konzept, found: dict[str, SearchRecord]) -> None:
    expected = sum(len(musterkreis.of_kind(kind)) for kind in set(KINDS) - {"konzept", "leitsatz", "dokument"})
    of_the_concept = ["verlauf/", "befragung/", "leichte-sprache/", "umsetzungsstand/", "daten/", "one report", "two"]
    assert len(found) == expected + len(of_the_concept)


def test_leichte_sprache_is_found_on_its_own_page_without_the_marks_inside_words(
    found: dict[str, SearchRecord],
) -> None:
    assert found["leichte-sprache/"].text.startswith("Das ist der Landkreis Muster & <mehr>.")
    assert [address for address, record in found.items() if "Alle sollen gut wohnen." in record.words] == []


def test_records_come_in_the_same_order_every_time(
    musterkreis: Konzept, workshop: Workshop, site: dict[str, PageRecord], found: dict[str, SearchRecord]
) -> None:
    assert list(records(musterkreis, workshop.addresses, site)) == list(found.values())


def test_every_record_leads_to_a_page(found: dict[str, SearchRecord], site: dict[str, PageRecord]) -> None:
    for address in found:
        path, _, anchor = address.partition("#")
        assert path in site
        assert f'id="{anchor}"' in site[path].html or not anchor


def test_a_record_says_what_it_is_and_where_it_belongs(found: dict[str, SearchRecord]) -> None:
    record = found["massnahmen/1-2/"]
    assert (record.number, record.title, record.kind) == ("1-2", "Verzeichnis leerer Häuser & <Höfe>", "Maßnahme")
    assert record.concept == "Landkreis Muster"
    assert record.fields == ("I Leben & <Wohnen>",)


def test_goals_without_page_are_found_at_their_anchor(found: dict[str, SearchRecord]) -> None:
    record = found["ziele/1.1.1/#1.1.1-1"]
    assert record.kind == "Operatives Ziel"
    assert "Was leer steht, soll man kennen." in record.words


def test_statements_are_found_at_their_anchor_with_their_topic(found: dict[str, SearchRecord]) -> None:
    record = found["swot/wohnen/#schwaeche-2"]
    assert record.title == "Mieten steigen, sagt Bürgerverein „Wir & <Du>“ e. V.."
    assert record.kind == "SWOT-Aussage"
    assert record.place == ("Landkreis Muster", "SWOT-Analyse", "Wohnen & <Bauen>", "Schwäche 2")
    assert record.fields == ("I Leben & <Wohnen>",)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("massnahmen/1-2/", ["1-2", "im Sommer", "Es wird ein Kataster angelegt.", "Musterstadt", "Bauamt",
                             "hier „Hausliste“ genannt", "Häuser wecken"]),
        ("schluesselvorhaben/i.1/", ["Zwanzig Häuser werden aktiviert.", "Neue Bewohner finden", "Musterdorf",
                                     "je nach Ort & Haus"]),
        ("handlungsfelder/i/", ["Neue Nachbarn sind <willkommen>.", "Wir ermöglichen das Bleiben."]),
        ("ziele/1.1/", ["Wohnen & Nachbarschaft gehören zusammen.", "Wohnen ist Nachbarschaft."]),
        ("akteure/kreistag/", ["KT", "Kreis-Tag", "Gremium"]),
        ("orte/musterdorf/", ["Muster-Dorf", "Ortsteil"]),
        ("glossar/#oepnv", ["öffentlicher Personennahverkehr", "Nahverkehr", "Bus & Bahn"]),
        ("kennzahlen/leerstand/", ["So viele Häuser stehen leer."]),
        ("verlauf/", ["Nächste Fortschreibung"]),
        ("befragung/", ["mehr Busse, siehe das Busnetz"]),
    ],
)  # fmt: skip
def test_a_thing_is_found_with_the_words_around_it(
    found: dict[str, SearchRecord], address: str, words: list[str]
) -> None:
    assert [word for word in words if word not in found[address].words] == []


def test_a_field_and_a_topic_are_not_found_with_the_words_of_what_stands_in_them(
    found: dict[str, SearchRecord],
) -> None:
    assert "Leere Häuser erfassen" not in found["handlungsfelder/i/"].words
    assert "Ein Verzeichnis nennt jedes leere Haus." not in found["ziele/1.1/"].words
    assert "Mieten steigen" not in found["swot/wohnen/"].words


def test_notes_on_the_document_are_not_searched(found: dict[str, SearchRecord]) -> None:
    assert not [record for record in found.values() if "Eine Frist fehlt" in record.words]


def test_references_are_searched_by_the_words_that_are_shown(found: dict[str, SearchRecord]) -> None:
    assert not [record for record in found.values() if "[[" in record.words + record.title]
    assert "bekommt Rat von Bürgerverein „Wir & <Du>“ e. V.." in found["massnahmen/1-10/"].words


def test_a_key_project_belongs_to_all_fields_of_its_profile(found: dict[str, SearchRecord]) -> None:
    assert found["schluesselvorhaben/i.1/"].fields == ("I Leben & <Wohnen>", "II Wege und Wirtschaft")


def test_a_prose_page_is_searched_as_text(found: dict[str, SearchRecord]) -> None:
    text = found["seiten/vorwort/"].words
    assert "Damit alle wissen, woran sie sind." in text
    assert "|---" not in text
    assert "##" not in text


def test_a_concept_without_history_and_survey_has_no_records_of_them(copy: Copy, workshop: Workshop) -> None:
    found = records(copy.konzept(), workshop.addresses, {})
    assert not [record for record in found if record.address in {"verlauf/", "befragung/"}]


def test_the_page_about_data_is_found_by_what_it_offers_and_not_by_all_columns(found: dict[str, SearchRecord]) -> None:
    record = found["daten/"]
    assert record.title == "Offene Daten"
    assert "CSV" in record.words
    assert "schluesselvorhaben" not in record.words


class _Answers:
    """The same answers as ever, but to what is asked about one thing."""

    def __init__(self, other: str = "") -> None:
        self._other = other

    def always(self, _: set[Question]) -> set[Question]:
        return set()

    def to(self, question: Question) -> bytes:
        return b"other" if question[2] == self._other else b""


def test_records_are_made_again_only_where_something_they_ask_for_has_changed(
    musterkreis: Konzept, workshop: Workshop, site: dict[str, PageRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noted(konzept: Konzept, addresses: Addresses, entry: Entry) -> SearchRecord:
        made.append(entry.ref)
        return make(konzept, addresses, entry)

    make = module._record
    monkeypatch.setattr(module, "_record", noted)
    monkeypatch.setattr(module, "_BUNCH", 1)
    first = Units(_Answers())
    found = list(records(musterkreis, workshop.addresses, site, first))
    assert len(made) > 30
    made.clear()
    second = first.followed_by(_Answers())
    assert list(records(musterkreis, workshop.addresses, site, second)) == found
    assert made == []
    assert list(records(musterkreis, workshop.addresses, site, second.followed_by(_Answers("1-2")))) == found
    assert "1-2" in made
    assert len(made) < 15
