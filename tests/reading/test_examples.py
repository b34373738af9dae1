# How keys are written: every example of every model is right by the model's own measure.
from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from kek_build import models
from kek_build.models import Kennzahl, Massnahme, Messwert, Schluesselvorhaben
from kek_build.models.base import Model
from kek_build.models.massnahmen import Zeitraum
from kek_build.reading.examples import example_of
from tests.reading.checks import read

_MODELS = [thing for name in models.__all__ if isinstance(thing := getattr(models, name), type)]
_FIELDS = [(model, key) for model in _MODELS if issubclass(model, BaseModel) for key in model.model_fields]

_GROUP = """\
massnahmen:
  - titel: Weitere Maßnahmen
    art: kern
    massnahmen:
      - massnahme: 3-34"""


@pytest.mark.parametrize(
    ("model", "key", "example"),
    [
        (Zeitraum, "beginn", "beginn: 14.02.2026"),
        (Messwert, "wert", "wert: 47,1"),
        (Massnahme, "nummer", "nummer: 1-44"),
        (Massnahme, "handlungsfeld", "handlungsfeld: III"),
        (Massnahme, "phase", "phase: geplant"),
        (Massnahme, "orte", "orte:\n  - zwenkau"),
        (Massnahme, "beteiligte", "beteiligte:\n  - akteur: landkreis-leipzig"),
        (Massnahme, "geplant", "geplant:\n  beginn: 14.02.2026\n  ende: 14.02.2026"),
        (Kennzahl, "zielwerte", "zielwerte:\n  - wert: 47,1"),
        (Schluesselvorhaben, "massnahmen", _GROUP),
        (Massnahme, "titel", "titel: Radweg von Borna nach Kitzscher bauen"),
        (Massnahme, "farbe", None),
    ],
)  # fmt: skip
def test_a_key_is_shown_with_a_value_of_its_type(model: type[BaseModel], key: str, example: str | None) -> None:
    assert example_of(model, key) == example


def test_an_example_of_the_field_itself_comes_first() -> None:
    class Muster(Model):
        wort: str = Field(examples=["Radweg"])
        liste: tuple[str, ...] = Field((), examples=[["eins", "zwei"]])

    assert example_of(Muster, "wort") == "wort: Radweg"
    assert example_of(Muster, "liste") == "liste:\n  - eins\n  - zwei"


@pytest.mark.parametrize(("model", "key"), _FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_an_example_is_right(model: type[BaseModel], key: str) -> None:
    example = example_of(model, key)
    if example is None:
        return
    data: Any = read(example).data
    try:
        model.model_validate(data)
    except ValidationError as error:
        wrong = [details for details in error.errors() if details["loc"][0] == key]
        assert [details for details in wrong if details["input"] != "…"] == []
