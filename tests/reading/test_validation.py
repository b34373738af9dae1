# Every error of every model is told in German, with its line, what is expected, and often what was meant.
from __future__ import annotations

import re
import typing
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from kek_build import models
from kek_build.errors import Problem
from kek_build.models import (
    Akteur,
    Handlungsfeld,
    Kennzahl,
    Massnahme,
    Schluesselvorhaben,
    Seite,
    SwotThema,
    Synonyme,
    Ziel,
)
from kek_build.models.base import Fundstelle, Model, Thing
from kek_build.models.massnahmen import Punkt
from kek_build.reading import validation
from kek_build.reading.validation import Extra, model_at, validate, validate_at
from tests.reading.checks import assert_german, read, tell

MASSNAHME = """\
nummer: 1-1
titel: Wald pflanzen
handlungsfeld: I
"""
KENNZAHL = """\
kennung: wald
titel: Wald
einheit: ha
"""


def check(text: str, model: type[Model] = Massnahme) -> list[Problem]:
    """Problems of a text that is right as YAML."""
    found = validate(model, read(text))
    assert isinstance(found, list), found
    assert_german(found)
    return found


def only(text: str, model: type[Model] = Massnahme) -> Problem:
    found = check(text, model)
    assert len(found) == 1, tell(found)
    return found[0]


def test_what_is_right_becomes_the_model() -> None:
    measure = validate(Massnahme, read(MASSNAHME))
    assert measure == Massnahme(nummer="1-1", titel="Wald pflanzen", handlungsfeld="I")


def test_all_problems_come_at_once() -> None:
    found = check("titel: ''\nfarbe: rot\nphase: Planung\nziele: I\n")
    assert {problem.line for problem in found} == {1, 2, 3, 4}
    assert len(found) == 6


@pytest.mark.parametrize(
    ("line", "column", "message", "expected", "suggestion"),
    [
        ("farbe: rot", 1, "Den Schlüssel „farbe“ gibt es hier nicht.", "kurz, leicht, wortlaut, quelle", None),
        ("Kennzahl: [x]", 1, "Den Schlüssel „Kennzahl“ gibt es hier nicht.", "kennzahlen", "kennzahlen"),
        ("phase: Planung", 8, "„phase“: „Planung“ ist nicht erlaubt.", "geplant, in Vorbereitung", None),
        ("status: verzoegert", 9, "„status“: „verzoegert“ ist nicht erlaubt.", "im Plan, verzögert", "verzögert"),
        ("phase: [geplant]", 8, "„phase“: dieser Wert ist nicht erlaubt.", "geplant", None),
        ("prioritaet: ''", 13, "„prioritaet“ ist leer.", "Text, oder lassen Sie den Schlüssel weg", None),
        ("kurz: '  '", 7, "„kurz“ ist leer.", "Text, oder lassen Sie den Schlüssel weg", None),
        ("kurz: [a]", 7, "„kurz“: Hier muss Text stehen, keine Liste und keine Schlüssel.", None, None),
        ("prioritaet: {a: b}", 13, "„prioritaet“: Hier muss Text stehen, keine Liste und keine Schlüssel.", None, None),
        ('prioritaet: "a\\nb"', 13, "„prioritaet“: „a b“ muss in einer Zeile stehen.", None, None),
        ("ziele: I", 8, "„ziele“: „I“ ist keine Liste.", "je Eintrag eine Zeile, die mit „- “ beginnt", None),
        ("ziele: {a: b}", 8, "„ziele“: dieser Wert ist keine Liste.", "„- “", None),
        ("ziele: [a, [b]]", 12, "„ziele“: Hier muss Text stehen, keine Liste und keine Schlüssel.", None, None),
        ("ziele:\n  -", 4, "„ziele“: Ein Eintrag ist leer.", "lassen Sie die Zeile weg", None),
        ("punkte:\n  -", 4, "„punkte“: Ein Eintrag ist leer.", "lassen Sie die Zeile weg", None),
        ("punkte: [a]", 10, "„punkte“: Hier fehlen die Schlüssel.", "Zeilen der Form „schluessel: wert“", None),
        ("geplant: 2020", 10, "„geplant“: Hier fehlen die Schlüssel.", "„schluessel: wert“", None),
        ("geplant: {beginn: bald}", 19, "„beginn“: „bald“ muss ein Zeitpunkt sein: 14.02.2018", None, None),
        ("geplant: {beginn: 31.02.2020}", 19, "„beginn“: „31.02.2020“ gibt es nicht.", None, None),
        ("geplant: {beginn: [a]}", 19, "„beginn“: dieser Wert muss ein Zeitpunkt sein", None, None),
        ("quelle: [{seite: 1}]", 10, "„dokument“ fehlt oder ist leer.", "Kennung des Dokuments", None),
        ("quelle: [{dokument: }]", 11, "„dokument“ fehlt oder ist leer.", "Kennung des Dokuments", None),
        ("beteiligte: [{akteur: a, rolle: Chef}]", 33, "„rolle“: „Chef“ ist nicht erlaubt.", "federführend", None),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_is_expected(
    line: str, column: int, message: str, expected: str | None, suggestion: str | None
) -> None:
    problem = only(f"{MASSNAHME}{line}\n")
    assert problem.message.startswith(message)
    assert (problem.line, problem.column) == (4 + line.count("\n"), column)
    assert problem.expected is None if expected is None else expected in str(problem.expected)
    assert problem.suggestion == suggestion


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("beginn: 2024", "er gehört unter „geplant“ oder „tatsaechlich“, zwei Leerzeichen weiter eingerückt."),
        (
            "geplant:\n  phase: geplant",
            "er gehört nicht unter „geplant“, sondern gleich weit eingerückt wie „geplant“.",
        ),
    ],
)
def test_a_key_on_the_wrong_level_is_told_where_it_belongs(lines: str, message: str) -> None:
    problem = only(f"{MASSNAHME}{lines}\n")
    assert problem.message.endswith(f"gibt es hier nicht; {message}")
    assert problem.expected is None


def test_all_words_that_are_allowed_are_listed() -> None:
    problem = only(f"{MASSNAHME}beteiligte: [{{akteur: a, rolle: mitwirkung}}]\n")
    assert (problem.expected, problem.suggestion) == ("federführend, mitwirkend", "mitwirkend")


def test_a_missing_key_is_told_at_the_thing_it_is_missing_in() -> None:
    problem = only(f"{MASSNAHME}punkte:\n  - text: a\n    punkte:\n      - text: b\n      - punkte: []\n")
    assert problem.message == "„text“ fehlt oder ist leer."
    assert (problem.line, problem.column) == (8, 9)


def test_a_missing_key_says_what_belongs_there() -> None:
    expected = {problem.message: problem.expected for problem in check("phase: geplant\n")}
    assert expected["„titel“ fehlt oder ist leer."] == "Verständlicher Titel, höchstens 80 Zeichen"


def test_a_key_without_a_value_is_told_at_the_key() -> None:
    problem = only("nummer: 1-1\ntitel:\nhandlungsfeld: I\n")
    assert (problem.line, problem.column, problem.message) == (2, 1, "„titel“ fehlt oder ist leer.")


def test_an_unknown_key_is_told_with_the_keys_of_its_place() -> None:
    problem = only(f"{MASSNAHME}beteiligte:\n  - akteur: a\n    role: b\n")
    assert (problem.line, problem.column) == (6, 5)
    assert problem.expected == "akteur, rolle, vermerk"
    assert problem.suggestion == "rolle"


@pytest.mark.parametrize(
    ("model", "text", "message", "expected"),
    [
        (Massnahme, MASSNAHME.replace("1-1", "1 1"), "„nummer“: „1 1“", "III.1, 1-32"),
        (Massnahme, MASSNAHME.replace("1-1", "1" * 41), "„nummer“ ist zu lang (41 Zeichen).", "höchstens 40 Zeichen"),
        (Massnahme, MASSNAHME.replace("Wald", "x" * 80), "„titel“ ist zu lang (89 Zeichen).", "höchstens 80 Zeichen"),
        (Massnahme, MASSNAHME + f"kurz: {'x' * 20_001}\n", "„kurz“ ist zu lang", "höchstens 20000 Zeichen"),
        (Massnahme, MASSNAHME + f"prioritaet: {'x' * 501}\n", "„prioritaet“ ist zu lang", "höchstens 500 Zeichen"),
        (Kennzahl, KENNZAHL.replace("wald", "Wald"), "„kennung“: „Wald“ hat nicht die richtige Form.", "bad-lausick"),
        (Kennzahl, KENNZAHL + "ausgangswert: {wert: viel}\n", "„wert“: „viel“ muss eine Zahl sein", None),
        (Kennzahl, KENNZAHL + "ausgangswert: {wert: 1.250}\n", "„wert“: „1.250“ ist mehrdeutig: bitte „1250“", None),
        (Kennzahl, KENNZAHL + "ausgangswert: {wert: [1]}\n", "„wert“: dieser Wert muss eine Zahl sein", None),
        (Kennzahl, KENNZAHL + "ausgangswert: {wert: }\n", "„wert“ fehlt oder ist leer.", "Der Wert als Zahl"),
    ],
)  # fmt: skip
def test_a_wrong_form_is_told_with_the_right_one(
    model: type[Model], text: str, message: str, expected: str | None
) -> None:
    problem = only(text, model)
    assert problem.message.startswith(message)
    assert problem.expected is None if expected is None else expected in str(problem.expected)


def test_a_list_that_needs_an_entry_says_so() -> None:
    problem = only("kennung: wald\ntitel: Wald\nhandlungsfelder: []\n", SwotThema)
    assert (problem.message, problem.expected) == ("„handlungsfelder“ ist leer.", "mindestens ein Eintrag")
    assert (problem.line, problem.column) == (3, 18)


def test_a_list_that_needs_more_entries_says_how_many() -> None:
    problem = only("woerter: [Bus]\n", Synonyme)
    assert (problem.message, problem.expected) == ("„woerter“ hat zu wenige Einträge.", "mindestens 2 Einträge")
    assert (problem.line, problem.column) == (1, 10)


@pytest.mark.parametrize("text", ["Wald", "- a", "[]", "''"])
def test_a_file_that_has_no_keys_is_told_so(text: str) -> None:
    assert only(text).message == "Hier fehlen die Schlüssel."


def test_a_long_value_or_key_is_shortened() -> None:
    for line in (f"phase: {'x' * 5000}", f"{'x' * 900}: 1", f"? |\n  {'x ' * 900}\n: 1"):
        assert len(only(f"{MASSNAHME}{line}\n").message) < 200
        assert "\n" not in only(f"{MASSNAHME}{line}\n").message


def test_an_entry_of_a_list_is_checked_at_its_place() -> None:
    document = read("- kennung: a\n  name: A\n  art: Amt\n\n- kennung: b\n  name: B\n  art: Stadt\n- c\n")
    first, second, third = (validate_at(Akteur, document, (index,), data) for index, data in enumerate(document.data))
    assert isinstance(first, Akteur)
    assert isinstance(second, list)
    assert [(problem.line, problem.column) for problem in second] == [(7, 8)]
    assert isinstance(third, list)
    assert [(problem.line, problem.column) for problem in third] == [(8, 3)]
    assert_german([*second, *third])


def test_what_stands_outside_of_the_yaml_is_told_by_its_own_name_and_line() -> None:
    document = read("titel: Vorwort\n")
    extra = {"kennung": Extra("Über uns", "Dateiname", 0), "text": Extra("x" * 20_001, "Text", 7)}
    found = validate(Seite, document, extra)
    assert isinstance(found, list)
    assert [(problem.line, problem.column, problem.message[:11]) for problem in found] == [
        (0, 0, "„Dateiname“"),
        (7, 0, "„Text“ ist "),
    ]
    assert_german(found)


def test_the_text_of_a_page_is_no_key_to_choose() -> None:
    extra = {"kennung": Extra("a", "Dateiname", 0), "text": Extra("x", "Text", 7)}
    found = validate(Seite, read("titel: Vorwort\ntexte: x\n"), extra)
    assert isinstance(found, list)
    assert found[0].expected == "titel, position, kurz, leicht, wortlaut, quelle, hinweis, aliase"


def test_a_mistake_many_levels_deep_is_told_at_its_line() -> None:
    text = """\
nummer: I
titel: Feld
ziele:
  - nummer: I-a
    titel: Erstes
    ziele:
      - nummer: I-a-1
        titel: Erstes
        leitsatz:
          text: Satz
          hinweis:
            - art: fehler
              text: x
"""
    problem = only(text, Handlungsfeld)
    assert (problem.line, problem.column, problem.message) == (12, 20, "„art“: „fehler“ ist nicht erlaubt.")


@pytest.mark.parametrize(
    ("model", "loc", "found"),
    [
        (Handlungsfeld, (), Handlungsfeld),
        (Handlungsfeld, ("ziele", 0), Ziel),
        (Handlungsfeld, ("ziele", 0, "ziele", 2, "quelle", 1), Fundstelle),
        (Massnahme, ("punkte", 0, "punkte", 0), Punkt),
        (Massnahme, ("titel",), None),
        (Massnahme, ("farbe",), None),
        (Massnahme, ("farbe", "hell"), None),
    ],
)
def test_the_model_at_a_place_is_found(
    model: type[Model], loc: tuple[str | int, ...], found: type[Model] | None
) -> None:
    assert model_at(model, loc) is found


def patterns(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    for field in model.model_fields.values():
        yield from patterns_in([*field.metadata, field.annotation], seen)


def patterns_in(parts: typing.Iterable[typing.Any], seen: set[type[BaseModel]]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from patterns(part, seen)
        elif pattern := getattr(part, "pattern", None):
            yield str(pattern)
        yield from patterns_in([*getattr(part, "__metadata__", ()), *typing.get_args(part)], seen)


def test_every_pattern_of_the_models_is_explained_and_no_other() -> None:
    everything = [getattr(models, name) for name in models.__all__]
    found: set[str] = set()
    for model in everything:
        if isinstance(model, type) and issubclass(model, BaseModel):
            found.update(patterns(model, set()))
    assert found == set(validation.FORMS)


@pytest.mark.parametrize("pattern", sorted(validation.FORMS))
def test_every_explanation_of_a_pattern_ends_with_what_matches_it(pattern: str) -> None:
    words = re.split(r",? |oder", validation.FORMS[pattern])
    assert re.search(pattern, words[-1]) or pattern == r"^[0-9]{1,3}$"


@pytest.mark.parametrize("model", [Massnahme, Schluesselvorhaben, Kennzahl, SwotThema, Handlungsfeld, Akteur])
def test_every_key_that_may_be_missing_is_told_when_it_is(model: type[Thing]) -> None:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    assert {problem.message for problem in check("{}\n", model)} == {
        f"„{name}“ fehlt oder ist leer." for name in required
    }
