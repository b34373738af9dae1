# Every key has a German name, says what belongs there, and shows it: schemas, web form, messages and handbook need it.
from __future__ import annotations

import pytest

from kek_build.models.base import Model
from kek_build.models.massnahmen import Aktualisierung, Massnahme
from kek_build.models.words import TITLES, part_title, title_of
from kek_build.reading.examples import example_of


def _models(model: type[Model] = Model) -> list[type[Model]]:
    found = [inner for sub in model.__subclasses__() for inner in (sub, *_models(sub))]
    return [inner for inner in found if inner.__module__.startswith("kek_build.models.")]


_USED = [model for model in _models() if not _models(model)]
_FIELDS = [(model, key) for model in _USED for key in model.model_fields]
_IDS = [f"{model.__name__}.{key}" for model, key in _FIELDS]


@pytest.mark.parametrize(("model", "key"), _FIELDS, ids=_IDS)
def test_every_key_has_a_german_name_a_description_and_an_example(model: type[Model], key: str) -> None:
    title, description = title_of(model, key), model.model_fields[key].description
    assert title[0].isupper()
    assert description
    assert description != title
    example = example_of(model, key)
    assert example is not None
    assert "…" not in example


@pytest.mark.parametrize("model", _USED, ids=lambda model: model.__name__)
def test_every_model_has_a_german_name(model: type[Model]) -> None:
    assert part_title(model)


def test_no_name_is_left_over() -> None:
    assert {key for _, key in _FIELDS} == TITLES.keys()


def test_a_key_may_mean_something_else_in_one_model() -> None:
    assert (title_of(Massnahme, "quelle"), title_of(Aktualisierung, "quelle")) == ("Quelle", "Beleg")
