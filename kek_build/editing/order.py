# Which model a file of the content is written by, and in which order its keys stand there.
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from pydantic import BaseModel

from kek_build.models import Aufgehoben, KonzeptDatei, Seite, Synonyme, Thema
from kek_build.models.base import written_order
from kek_build.reading.folder import (
    CONCEPT_FILE,
    ENDED_FILE,
    FOLDERS,
    LISTS,
    PAGES_FOLDER,
    SUBJECTS_FILE,
    SYNONYMS_FILE,
)
from kek_build.reading.validation import model_in


@dataclass(frozen=True)
class Kind:
    """What a file holds."""

    model: type[BaseModel]
    is_list: bool
    """Whether it is a list of such things."""


_LISTS: dict[str, type[BaseModel]] = {**LISTS, ENDED_FILE: Aufgehoben, SYNONYMS_FILE: Synonyme, SUBJECTS_FILE: Thema}


def kind_of(name: PurePosixPath) -> Kind | None:
    """What a file of the content holds, by its name; None when it is none."""
    if model := _LISTS.get(name.name):
        return Kind(model, is_list=True)
    if name.name == CONCEPT_FILE:
        return Kind(KonzeptDatei, is_list=False)
    if name.suffix == ".md" and name.parent.name == PAGES_FOLDER:
        return Kind(Seite, is_list=False)
    if name.suffix == ".yml" and (folder := FOLDERS.get(name.parent.name)):
        return Kind(folder.model, is_list=False)
    return None


def stands_apart(model: type[BaseModel] | None) -> bool:
    """Whether a blank line parts the entries of a file that is a list of these."""
    return model in _LISTS.values() and model is not Synonyme


@cache
def rank(model: type[BaseModel] | None) -> dict[str, int]:
    """The place of each key of a model."""
    return {key: place for place, key in enumerate(written_order(model))} if model else {}


def part_of(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """The model that stands behind a key, in a list or by itself."""
    found = model.model_fields.get(key) if model else None
    return model_in(found.annotation) if found else None
