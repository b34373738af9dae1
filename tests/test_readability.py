from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.readability import Counts, Reading, measure, readings, syllables, total
from tests.example import ROOT, Copy

# Counted by hand.
_SYLLABLES = {
    1: "Land Kreis See Seen Boot Zwei",
    2: """Abend oder Auge Ofen Radweg Bürger Wirtschaft Verein Verkehr Kreuzung Häuser Bäume Schiene Wiese Schule bequem
        Quelle Niveau System Symbol Bayern Beirat Idee zuerst bauen Frauen neue geehrt""",
    3: """Gemeinde Entwicklung Nation Region Ferien Januar Museum Linie Energie Fachkräfte aktuell sozial Tourismus
        Kulturen geeignet Theater Gebäude Steuerung Feuerwehr erneuern Qualität""",
    4: "Familie beobachten europäisch Mobilität Öffentlichkeit regional Bevölkerung beeinflussen",
    5: "individuell Klimaanpassung",
    6: "Digitalisierung Kindertagesstätte Personennahverkehr Kommunikation Initiative",
}
_BY_HAND = {word: count for count, words in _SYLLABLES.items() for word in words.split()}


def test_syllables_are_counted_right_for_nine_words_of_ten() -> None:
    assert len(_BY_HAND) == 70
    wrong = {word for word, count in _BY_HAND.items() if syllables(word) != count}
    assert wrong <= {"Niveau", "geehrt", "Ferien", "Museum", "Linie", "Familie", "Klimaanpassung"}


@pytest.mark.parametrize(("word", "count"), [("ÖPNV", 4), ("2030", 4), ("CO2", 3), ("ÖPNV-Netz", 5), ("pst", 1)])
def test_abbreviations_are_spelt_out_and_numbers_told_digit_by_digit(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ein Satz ohne Punkt", 1),
        ("Eins. Zwei! Drei?", 3),
        ("Das Ziel: Es gibt mehr Busse.", 2),
        ("Gemeint sind: mehr Busse.", 1),
        ("Am 1. Februar kommt Dr. Muster.", 1),
        ("Dazu gehören z. B. Busse, ca. 20 Stück.", 1),
        ("Der Verein Muster e. V. Er hilft.", 1),
        ("Er sagt: „Ja.“ Sie geht.", 3),
        ("Der Plan gilt bis 2030. Danach kommt ein neuer.", 2),
    ],
)
def test_sentences_end_at_marks_before_a_capital_and_not_after_numbers_or_short_forms(
    text: str, sentences: int
) -> None:
    assert measure(text).sentences == sentences


def test_the_measures_follow_their_formulas() -> None:
    counts = measure("Der Kreis baut neue Radwege. Sie verbinden die Gemeinden.")
    assert counts == Counts(sentences=2, words=9, syllables=16, long_words=3)
    assert counts.flesch == pytest.approx(180 - 4.5 - 58.5 * 16 / 9)
    assert counts.lix == pytest.approx(4.5 + 100 * 3 / 9)


def test_longer_sentences_and_words_read_harder() -> None:
    easy = measure("Der Bus fährt oft. Das ist gut.")
    hard = measure("Der Personennahverkehr verkehrt regelmäßig und das ist außerordentlich begrüßenswert.")
    assert easy.flesch > hard.flesch
    assert easy.lix < hard.lix


def test_the_mark_inside_words_of_leichte_sprache_does_not_count() -> None:
    assert measure("Der Land·kreis plant.") == measure("Der Landkreis plant.")


@given(st.text(max_size=200))
def test_any_text_has_figures(text: str) -> None:
    counts = measure(text)
    assert counts.words >= counts.long_words
    assert counts.syllables >= counts.words
    assert counts.flesch <= 180
    assert counts.lix >= 0


def _of(konzept: Konzept, ref: str, field: str) -> list[Reading]:
    return [reading for reading in readings(konzept) if reading.entry.ref == ref and reading.field == field]


def test_a_text_is_told_with_its_thing_its_file_and_its_line(copy: Copy) -> None:
    konzept = copy.konzept()
    [goal] = _of(konzept, "1.1.1-1", "kurz")
    assert goal.text == "Ein Verzeichnis nennt jedes leere Haus."
    name = "handlungsfelder/I.yml"
    assert goal.place(copy.root) == f"content/musterkreis/{name}:{copy.line(name, 'Ein Verzeichnis nennt')}"


def test_references_count_by_their_words(musterkreis: Konzept) -> None:
    [goal] = _of(musterkreis, "1.1.1", "kurz")
    assert goal.text == "Leere Häuser sollen wieder bewohnt werden, siehe Leere Häuser & <Wohnungen>."


def test_every_running_text_is_read_once(musterkreis: Konzept) -> None:
    places = [(str(reading.origin.file), reading.origin.path, reading.needle) for reading in readings(musterkreis)]
    assert len(set(places)) == len(places)
    fields = {reading.field for reading in readings(musterkreis)}
    assert {"kurz", "leicht", "wortlaut", "text", "vermerk", "beschreibung", "punkte", "erklaerung"} <= fields


def test_lines_of_leichte_sprache_are_sentences(musterkreis: Konzept) -> None:
    [text] = _of(musterkreis, "konzept", "leicht")
    assert text.counts.sentences == 6


def test_a_prose_page_is_read_by_paragraph_without_headings_and_tables(copy: Copy) -> None:
    text = "# Kopf\n\nEin *kurzer* Absatz über [[I.1|Häuser]].\n\n| a | b |\n|---|---|\n\n- Eins.\n- Zwei.\n"
    page = f"---\ntitel: Vorwort\n---\n{text}"
    copy.write("seiten/zweite.md", page)
    found = _of(copy.konzept(), "seiten/zweite", "text")
    assert [reading.text for reading in found] == ["Ein kurzer Absatz über Häuser.", "Eins. Zwei."]
    assert [reading.place(copy.root).rpartition(":")[2] for reading in found] == ["6", "11"]
    assert [reading.counts.sentences for reading in found] == [1, 2]


def test_counts_of_several_texts_add_up(musterkreis: Konzept) -> None:
    found = list(readings(musterkreis))
    assert total(found).words == sum(reading.counts.words for reading in found)
    assert total([]) == Counts()


def test_the_example_is_where_the_tests_think(musterkreis: Konzept) -> None:
    for reading in list(readings(musterkreis))[:5]:
        file, _, line = reading.place(ROOT).rpartition(":")
        assert (ROOT / file).is_file()
        assert int(line) > 1
