# What is left of a file with mistakes: everything but the wrong values, at the same places.
from __future__ import annotations

import copy
from typing import Any

import pytest

from kek_build.models import Massnahme, Ort, Seite
from kek_build.reading.leftover import PLACEHOLDER, what_is_left
from kek_build.reading.validation import Extra

_RIGHT: dict[str, Any] = {"nummer": "1-1", "titel": "Wald", "handlungsfeld": "I"}


def test_what_is_right_stays_whole() -> None:
    assert what_is_left(Massnahme, _RIGHT) == Massnahme(nummer="1-1", titel="Wald", handlungsfeld="I")


@pytest.mark.parametrize(
    "wrong",
    [
        {"farbe": "rot"},
        {"phase": "laufend"},
        {"ziele": "I-a"},
        {"geplant": {"beginn": "bald"}},
        {"geplant": {"beginn": "2030", "ende": "2020"}},
        {"geplant": []},
        {"punkte": [{"txt": "a"}]},
        {"kurz": None, "beteiligte": [{"akteur": "a", "rolle": "Chef"}, {"akteur": "b"}]},
        {"quelle": [{"seite": "1"}]},
    ],
)
def test_a_wrong_value_is_left_out_and_nothing_else(wrong: dict[str, Any]) -> None:
    data = {**copy.deepcopy(wrong), **_RIGHT, "orte": ["zwenkau"]}
    before = copy.deepcopy(data)
    left = what_is_left(Massnahme, data)
    assert left is not None
    assert (left.nummer, left.orte) == ("1-1", ("zwenkau",))
    assert data == before


def test_the_rest_of_a_list_stays_at_its_place() -> None:
    left = what_is_left(Massnahme, {**_RIGHT, "beteiligte": [{"akteur": "a", "rolle": "Chef"}, {"akteur": "b"}]})
    assert left is not None
    assert [part.akteur for part in left.beteiligte] == ["a", "b"]


def test_a_text_that_cannot_be_missing_is_replaced() -> None:
    left = what_is_left(Massnahme, {**_RIGHT, "titel": "x" * 90})
    assert left is not None
    assert left.titel == PLACEHOLDER


@pytest.mark.parametrize("data", [{**_RIGHT, "nummer": "1 1"}, {}, [], "nummer: 1-1", None])
def test_without_its_number_nothing_is_left(data: Any) -> None:
    assert what_is_left(Massnahme, data) is None


def test_a_word_that_must_be_one_of_some_is_not_made_up() -> None:
    assert what_is_left(Ort, {"kennung": "a", "name": "A", "art": "Dorf", "im_landkreis": "ja"}) is None


def test_what_stands_outside_of_the_yaml_counts() -> None:
    extra = {"kennung": Extra("vorwort", "Dateiname", 0), "text": Extra("Text.", "Text", 5)}
    left = what_is_left(Seite, {"titel": "Vorwort", "position": "vorn"}, extra)
    assert left is not None
    assert (left.kennung, left.text, left.position) == ("vorwort", "Text.", "50")
