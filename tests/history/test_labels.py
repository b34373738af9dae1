from __future__ import annotations

from collections.abc import Iterator

from kek_build.concept.entries import KINDS
from kek_build.history.labels import _SPECIAL, LABELS
from kek_build.history.pairs import IDENTITY
from kek_build.history.shapes import _parts, shapes
from kek_build.models.base import Model


def models() -> Iterator[type[Model]]:
    """All models of things, and those inside them."""
    seen: set[type[Model]] = set()
    left = [model for model, _, _ in KINDS.values()]
    while left:
        model = left.pop()
        if model not in seen:
            seen.add(model)
            yield model
            for field in model.model_fields.values():
                left += [
                    part for part in _parts([field.annotation]) if isinstance(part, type) and issubclass(part, Model)
                ]


def test_every_field_of_every_model_has_its_german_name_or_is_left_out_on_purpose() -> None:
    # A new field: give it a name in kek_build/history/labels.py, or None when readers need not know of its changes.
    fields = {name for model in models() for name in model.model_fields}
    assert fields - LABELS.keys() == set()


def test_no_name_is_left_over() -> None:
    known = {model.__name__: model for model in models()}
    assert LABELS.keys() - {name for model in known.values() for name in model.model_fields} == set()
    assert all(key in known[model].model_fields for model, key in _SPECIAL)
    assert set(IDENTITY) <= LABELS.keys()


def test_no_two_told_fields_of_a_model_have_the_same_name() -> None:
    for model in models():
        labels = [shape.label for shape in shapes(model)]
        assert len(labels) == len(set(labels)), model


def test_the_kind_of_value_is_found_from_the_model() -> None:
    found = {(model.__name__, shape.key): shape for model in models() for shape in shapes(model)}
    assert found["Massnahme", "orte"].reference is not None
    assert found["Massnahme", "orte"].many
    assert found["Massnahme", "beschreibung"].prose
    assert found["Messwert", "wert"].type is not None
    assert found["Massnahme", "geplant"].model is not None
    assert not found["Massnahme", "geplant"].many
