from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kek_build.history.compare import FieldChange, compare, phrase
from kek_build.history.words import Run
from kek_build.models import Akteur, Handlungsfeld, Kennzahl, KonzeptDatei, Massnahme, Schluesselvorhaben
from kek_build.models.base import Model


def told(model: type[Model], old: str, new: str) -> list[FieldChange]:
    """What is told of two versions, written in YAML."""
    before, after = (yaml.load(text, Loader=yaml.CBaseLoader) or {} for text in (old, new))  # noqa: S506  (makes text only)
    return compare(model, before, after)


def short(model: type[Model], old: str, new: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(field.label, field.what, field.before, field.after) for field in told(model, old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("phase: geplant", "phase: in Umsetzung", ("Stand", "changed", "geplant", "in Umsetzung")),
        ("", "prioritaet: +++", ("Priorität", "new", None, "+++")),
        ("status: ruht", "", ("Status", "gone", "ruht", None)),
        ("orte: [a, b]", "orte: [b, c, a]", ("Orte", "new", None, "[[orte/c]]")),
        ("orte: [a, b]", "orte: [b]", ("Orte", "gone", "[[orte/a]]", None)),
        ("ziele: [1.1]", "ziele: [1.2]", ("Ziele", "gone", "[[1.1]]", None)),
        ("geplant: {ende: 2022}", "geplant: {ende: 12/2023}",
         ("Geplanter Zeitraum: Ende", "changed", "2022", "Dezember 2023")),
        ("", "geplant: {beginn: 2021, ende: 2022}", ("Geplanter Zeitraum", "new", None, "2021, 2022")),
        ("beteiligte: [{akteur: a}]", "beteiligte: [{akteur: a, rolle: mitwirkend}]",
         ("Beteiligte, [[akteure/a]]: Rolle", "new", None, "mitwirkend")),
        ("leicht: Alt.", "leicht: Neu.", ("Text in Leichter Sprache", "changed", None, None)),
        ("punkte: [{text: ein Punkt, punkte: [{text: darunter}]}]", "punkte: [{text: ein Punkt}]",
         ("Punkte: Punkte", "gone", "darunter", None)),
    ],
)  # fmt: skip
def test_a_change_of_a_measure_in_words(old: str, new: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert expected in short(Massnahme, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("titel: Ein  Titel", 'titel: "Ein Titel"'),
        ("kurz: |\n  Ein Satz\n  in zwei Zeilen.", "kurz: Ein Satz in zwei Zeilen."),
        ("aktualisierungen: [{datum: 14.02.2018, text: x}]", "aktualisierungen: [{datum: 2018-02-14, text: x}]"),
        ("orte: []", ""),
        ("kurz: Siehe Busnetz.", "kurz: Siehe [[3-34|Busnetz]]."),
        ("nummer: 1-1", "nummer: 1-2"),
        ("unbekannt: 1", "unbekannt: 2"),
    ],
)
def test_what_says_the_same_is_no_change(old: str, new: str) -> None:
    assert told(Massnahme, old, new) == []


def test_what_the_model_takes_anyway_is_no_change() -> None:
    assert told(Kennzahl, "", "zuordnung: dokument") == []
    assert short(Kennzahl, "zuordnung: dokument", "zuordnung: redaktionell") == [
        ("Zuordnung", "new", None, "redaktionell")
    ]


def test_ornament_and_words_for_the_search_are_not_told() -> None:
    assert told(Handlungsfeld, "symbol: wohnen", "symbol: kultur") == []
    assert told(KonzeptDatei, "suchbeispiele: [a]", "suchbeispiele: [b]") == []


def test_figures_are_told_as_germans_write_them() -> None:
    old, new = "werte: [{zeit: 2020, wert: '1000'}]", "werte: [{zeit: 2020, wert: '1234,5'}]"
    assert short(Kennzahl, old, new) == [("Werte, 2020: Wert", "changed", "1\u202f000", "1\u202f234,5")]


def test_figures_of_one_year_are_told_apart_by_their_variant() -> None:
    old = "prognosen: [{zeit: 2030, variante: V1, wert: '1'}, {zeit: 2030, variante: V2, wert: '2'}]"
    new = "prognosen: [{zeit: 2030, variante: V2, wert: '2'}, {zeit: 2030, variante: V1, wert: '3'}]"
    assert short(Kennzahl, old, new) == [("Prognosen, 2030: Wert", "changed", "1", "3")]


def test_a_placement_is_found_in_its_group_by_its_measure() -> None:
    old = "massnahmen: [{titel: Kern, massnahmen: [{massnahme: 1-1}, {massnahme: 1-2}]}]"
    new = "massnahmen: [{titel: Kern, massnahmen: [{massnahme: 1-2, vermerk: zuerst}, {massnahme: 1-1}]}]"
    assert short(Schluesselvorhaben, old, new) == [
        ("Maßnahmen, Kern: Maßnahmen, [[1-2]]: Vermerk", "new", None, "zuerst")
    ]


def test_a_sentence_of_a_list_said_a_little_differently_is_the_same_one() -> None:
    old = "arbeitsschritte: [Das Amt zählt alle leeren Häuser im Landkreis, Pause]"
    new = "arbeitsschritte: [Das Amt zählt alle leeren Wohnungen im Landkreis, Pause]"
    (field,) = told(Schluesselvorhaben, old, new)
    assert (field.label, field.what) == ("Arbeitsschritte", "changed")
    assert Run("gone", "Häuser") in field.words
    assert Run("new", "Wohnungen") in field.words


def test_an_item_in_a_line_holds_all_it_says() -> None:
    data = {"akteur": "amt", "rolle": "federführend", "vermerk": "bis 2030"}
    assert phrase(Massnahme.model_fields["beteiligte"].annotation.__args__[0], data) == (  # type: ignore[union-attr]
        "[[akteure/amt]], federführend, bis 2030"
    )


def test_long_values_are_cut_between_words_and_never_inside_a_reference() -> None:
    long = f"name: {'Wort ' * 58}[[orte/ein-sehr-langer-ort-mit-namen]] und Ende"
    (field,) = told(Akteur, "", long)
    assert field.after is not None
    assert len(field.after) <= 302
    assert field.after.endswith("Wort …")


def test_very_long_lists_are_compared_in_time() -> None:
    old = {"punkte": [{"text": f"Punkt Nummer {n} von vielen"} for n in range(3_000)]}
    new = {"punkte": [{"text": f"Satz Nummer {n} ganz anders"} for n in range(3_000)]}
    assert 0 < len(compare(Massnahme, old, new)) <= 60


_JSON = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["text", "titel", "akteur", "punkte", "orte", "kurz", "geplant", "beginn", "hinweis", "quelle", "datum"]
    ), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
_DATA = st.dictionaries(st.sampled_from(sorted(Massnahme.model_fields)), _JSON, max_size=6)


@given(_DATA, _DATA)
def test_no_data_whatever_makes_it_fail(old: dict[str, Any], new: dict[str, Any]) -> None:
    compare(Massnahme, old, new)


@given(_DATA)
def test_nothing_changes_between_a_version_and_itself(data: dict[str, Any]) -> None:
    assert compare(Massnahme, data, data) == []
