from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kek_build.data.shape import Many, Part, keys
from kek_build.models import (
    Aufgehoben,
    KonzeptDatei,
    Massnahme,
    Messwert,
    Schluesselvorhaben,
    Seite,
    SwotThema,
    Synonyme,
    Ziel,
)
from kek_build.models.base import Model, written_order
from kek_build.reading.folder import FOLDERS, LISTS
from kek_build.redaktion.fields import DEPTH, NOT_IN_FORM, OPTIONS, Pickers, fields, shown

_ROOTS: list[type[Model]] = [
    KonzeptDatei,
    Seite,
    Synonyme,
    Aufgehoben,
    *LISTS.values(),
    *(folder.model for folder in FOLDERS.values()),
]
_PICKERS = Pickers({"akteur": {"collection": "muster", "value_field": "kennung"}})


def _models(model: type[Model], found: set[type[Model]]) -> set[type[Model]]:
    """A model and all that stand in it."""
    if model not in found:
        found.add(model)
        for key in keys(model):
            shape = key.shape.item if isinstance(key.shape, Many) else key.shape
            if isinstance(shape, Part):
                _models(shape.model, found)
    return found


_ALL = sorted(set[type[Model]]().union(*(_models(root, set()) for root in _ROOTS)), key=lambda model: model.__name__)


def _field(model: type[Model], name: str) -> dict[str, Any]:
    return next(field for field in fields(model, _PICKERS) if field["name"] == name)


def _at(model: type[Model], *names: str) -> Iterator[dict[str, Any]]:
    """The fields on a way into a model."""
    inner = fields(model, _PICKERS)
    for name in names:
        field = next(field for field in inner if field["name"] == name)
        yield field
        inner = field.get("fields", [])


@pytest.mark.parametrize("model", _ALL, ids=lambda model: model.__name__)
def test_every_key_of_every_model_is_in_the_form_or_listed_with_a_reason(model: type[Model]) -> None:
    left_out = {name for (owner, name), reason in NOT_IN_FORM.items() if owner is model and reason}
    assert [key.field for key in shown(model)] == [name for name in written_order(model) if name not in left_out]


def test_what_is_left_out_is_there() -> None:
    assert all(name in model.model_fields for model, name in NOT_IN_FORM)


def test_a_field_has_a_german_label_says_what_it_is_for_and_gives_an_example() -> None:
    field = _field(Massnahme, "kurz")
    key = Massnahme.model_fields["kurz"]
    assert (field["label"], field["widget"], field["required"]) == ("Kurz gesagt", "text", False)
    assert key.examples
    assert field["hint"] == f"{key.description}. Beispiel: {key.examples[0]}".rstrip(".")


def test_an_example_of_a_list_is_told_entry_by_entry() -> None:
    assert _field(KonzeptDatei, "suchbeispiele")["hint"].endswith("Beispiel: Radweg, Kita, Bus")
    assert "{" not in _field(Massnahme, "punkte")["hint"]


def test_the_form_counts_to_the_shortest_limit() -> None:
    assert _field(Massnahme, "titel")["maxlength"] == 80
    assert _field(Schluesselvorhaben, "titel")["maxlength"] == 500
    assert _field(Massnahme, "prioritaet")["maxlength"] == 500


def test_a_number_must_have_its_form_and_the_form_says_which() -> None:
    pattern, message = _field(Massnahme, "nummer")["pattern"]
    assert pattern == "^[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$"
    assert message == "Erwartet: eine Nummer aus Buchstaben und Ziffern, mit . oder -: III.1, 1-32."


@pytest.mark.parametrize("good", ["14.02.2018", "2018-02-14", "11/2022", "Q2/2020", "2022", "2022/2023"])
def test_points_in_time_that_can_be_read_fit_the_form(good: str) -> None:
    pattern = next(f for f in _field(Massnahme, "geplant")["fields"] if f["name"] == "beginn")["pattern"][0]
    assert re.search(pattern, good)
    assert not re.search(pattern, f"im {good}")


def test_numbers_have_a_form_and_choices_are_picked() -> None:
    assert _field(Messwert, "wert")["widget"] == "string"
    assert _field(Messwert, "wert")["pattern"][1].startswith("Bitte eine Zahl schreiben")
    assert _field(Massnahme, "status")["options"] == ["im Plan", "verzögert", "gefährdet", "ruht"]


def test_yes_and_no_are_picked_and_empty_says_what_it_means() -> None:
    field = _field(SwotThema, "titel_redaktionell")
    assert [option["value"] for option in field["options"]] == ["ja", "nein"]
    assert field["hint"].endswith("Leer bedeutet: nein")


def test_a_reference_to_one_kind_is_looked_up_in_the_files() -> None:
    *_, field = _at(Massnahme, "beteiligte", "akteur")
    assert (field["widget"], field["collection"], field["value_field"]) == ("relation", "muster", "kennung")


def test_a_reference_to_several_kinds_is_picked_from_a_list() -> None:
    *_, field = _at(SwotThema, "schwaechen", "antworten")
    assert field["widget"] == "select"
    assert field["multiple"] is True
    assert field["options"] == {OPTIONS: "handlungsfeld+ziel+schluesselvorhaben+massnahme"}


def test_a_list_has_its_limits_and_tells_its_entries_apart() -> None:
    groups = _field(Schluesselvorhaben, "massnahmen")
    *_, inner = _at(Schluesselvorhaben, "massnahmen", "massnahmen")
    assert groups["summary"] == "{{fields.titel}} {{fields.art}}"
    assert inner["min"] == 1
    assert _field(KonzeptDatei, "suchbeispiele")["max"] == 6


def test_an_entry_of_a_plain_list_must_have_its_form_too() -> None:
    inner = _field(Massnahme, "aliase")["field"]
    assert inner["required"] is True
    assert inner["pattern"][0] == "^[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$"


def test_goals_stand_in_goals_as_deep_as_the_form_goes() -> None:
    ways = list(_at(Ziel, *["ziele"] * (DEPTH - 1)))
    assert len(ways) == DEPTH - 1
    assert "ziele" not in [field["name"] for field in ways[-1]["fields"]]
