# The example is only worth something while it uses everything an editor can write.
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic.fields import FieldInfo

from kek_build.concept import Konzept
from kek_build.concept.entries import KINDS
from kek_build.models import Aufgehoben
from kek_build.models.base import Model
from kek_build.reading.folder import ENDED_FILE, FOLDERS, LISTS
from kek_build.reading.registry import REGISTRY_FILE
from tests.example import MUSTERKREIS


def _models_in(value: Any) -> Iterator[Model]:
    """All models in a value, at any depth."""
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from _models_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _models_in(item)


def _is_used(info: FieldInfo, value: Any) -> bool:
    return bool(value) and (info.is_required() or value != info.default)


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_uses_every_key_of_every_kind_of_thing(musterkreis: Konzept, kind: str) -> None:
    used: dict[type[Model], set[str]] = {}
    for entry in musterkreis.of_kind(kind):
        for model in _models_in(entry.model):
            fields = type(model).model_fields
            names = {name for name, info in fields.items() if _is_used(info, getattr(model, name))}
            used.setdefault(type(model), set()).update(names)
    assert KINDS[kind][0] in used
    missing = {model.__name__: set(model.model_fields) - names for model, names in used.items()}
    # Some small parts occur in many places; it is enough that each key of them is used in one.
    shared = {
        "Fundstelle", "Hinweis", "Beteiligung", "Zustaendigkeit", "Zeitraum", "Messwert", "Leitsatz", "Ziel",
        "Aktualisierung", "Meilenstein", "Aufgabe", "Kosten", "Foerderung", "Ansprechperson", "Produkt",
    }  # fmt: skip
    own = KINDS[kind][0].__name__
    missing[own] -= {"themen"}  # the same for every kind that has it; the field of action uses it
    assert {name: keys for name, keys in missing.items() if keys and (name == own or name not in shared)} == {}


def test_the_example_uses_every_key_of_what_was_dissolved(musterkreis: Konzept) -> None:
    stones = [stone.model for stone in musterkreis.former.tombstones.values()]
    fields = Aufgehoben.model_fields
    used = {name for model in stones for name, info in fields.items() if _is_used(info, getattr(model, name))}
    assert used == set(fields)


def test_the_example_has_every_kind_of_file() -> None:
    names = {path.relative_to(MUSTERKREIS).parts[0] for path in MUSTERKREIS.rglob("*") if path.is_file()}
    assert names == {"konzept.yml", "synonyme.yml", ENDED_FILE, REGISTRY_FILE, "seiten", *LISTS, *FOLDERS}


def test_the_example_holds_texts_that_would_break_a_page() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(MUSTERKREIS.rglob("*.*")))
    assert text.count("<script>") >= 2
    assert text.count(" & ") >= 20
