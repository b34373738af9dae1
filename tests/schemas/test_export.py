# The schemas of the files take what the strict reader takes, and refuse what it refuses.
from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kek_build.editing.order import kind_of
from kek_build.models.base import written_order
from kek_build.reading.folder import split_page
from kek_build.schemas import FILES, document, file_schema, file_schemas, reference, with_reference
from kek_build.schemas.references import FOLDER
from tests.example import PROJECT

CONTENT = PROJECT / "content"
_FILES = sorted(p for p in CONTENT.rglob("*") if p.is_file() and kind_of(PurePosixPath(p.as_posix())))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(file_schema(name))


def _schema_of(path: Path) -> str:
    kind = kind_of(PurePosixPath(path.as_posix()))
    return next(name for name, file in FILES.items() if kind and file.model is kind.model)


def _as_an_editor_reads(text: str) -> Any:
    """YAML with numbers; dates stay text, as in YAML 1.2."""

    def dates(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: dates(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [dates(inner) for inner in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    return dates(yaml.safe_load(text))


def _complaints(name: str, data: Any) -> list[str]:
    return [f"{'.'.join(map(str, error.path))}: {error.validator}" for error in _validator(name).iter_errors(data)]


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(file_schema(name))


def test_the_schemas_beside_the_content_are_those_of_the_models() -> None:
    # When this fails, run: kek schema
    written = {path.stem: path.read_text(encoding="utf-8") for path in (CONTENT / FOLDER).iterdir()}
    assert written == {name: document(schema) for name, schema in file_schemas()}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_no_editor_complains_of_a_shipped_file_and_each_names_its_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head = split_page(text)[0] if path.suffix == ".md" else text
    assert _complaints(_schema_of(path), _as_an_editor_reads(head or "")) == []
    name = PurePosixPath(path.relative_to(PROJECT).as_posix())
    assert with_reference(text, name) == text
    if line := reference(name):
        target = (path.parent / line.partition("$schema=")[2]).resolve()
        assert target == (CONTENT / FOLDER / f"{_schema_of(path)}.json").resolve()


def _described(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield from (found for found in schema.get("properties", {}).values())
        for inner in schema.values():
            yield from _described(inner)


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_a_title_a_description_and_an_example_that_is_right(name: str) -> None:
    schema = file_schema(name)
    for key in _described(schema):
        assert key["title"]
        assert key["description"]
        validator = Draft202012Validator({**key, "$defs": schema["$defs"]})
        assert [error.message for example in key["examples"] for error in validator.iter_errors(example)] == []


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if not file.is_list and name != "seite"])
def test_keys_come_in_the_order_in_which_they_are_written(name: str) -> None:
    assert tuple(file_schema(name)["properties"]) == written_order(FILES[name].model)


_MEASURE: dict[str, Any] = {"nummer": "1-1", "titel": "Radweg", "handlungsfeld": "I"}


def test_numbers_and_years_need_no_quotes() -> None:
    text = "nummer: 1.10\ntitel: 2022\nhandlungsfeld: 3\ngeplant: {beginn: 2022, ende: 31.12.2030}\norte: [5]\n"
    assert _complaints("massnahme", _as_an_editor_reads(text)) == []
    figure = (
        "kennung: 5g\ntitel: A\neinheit: km\nwerte: [{wert: 1.5, zeit: 2020-01-01}, {wert: '12 500', zeit: Q2/2020}]"
    )
    assert _complaints("kennzahl", _as_an_editor_reads(figure)) == []
    place = "- {kennung: a, name: A, art: Stadt, im_landkreis: ja, ags: 14729020}"
    assert _complaints("orte", _as_an_editor_reads(place)) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data.update(statuss="ruht"), ": additionalProperties"),
        (lambda data: data.update(phase="fertig"), "phase: enum"),
        (lambda data: data.update(nummer="1 1"), "nummer: pattern"),
        (lambda data: data.update(titel="x" * 81), "titel: maxLength"),
        (lambda data: data.update(titel="a\nb"), "titel: pattern"),
        (lambda data: data.update(geplant={"beginn": "bald"}), "geplant.beginn: pattern"),
        (lambda data: data.update(orte="borna"), "orte: type"),
        (lambda data: data.update(orte=["Bad Lausick"]), "orte.0: pattern"),
        (lambda data: data.update(quelle=[{"abschnitt": "1"}]), "quelle.0: required"),
        (lambda data: data.pop("titel"), ": required"),
        (lambda data: data.update(punkte=[{"text": "a", "punkte": [{"txt": "b"}]}]), "punkte.0.punkte.0: required"),
    ],
)
def test_what_is_wrong_is_refused(change: Callable[[dict[str, Any]], object], complaint: str) -> None:
    data = copy.deepcopy(_MEASURE)
    assert _complaints("massnahme", data) == []
    change(data)
    assert complaint in _complaints("massnahme", data)


def test_what_editors_say_of_a_wrong_value_is_german() -> None:
    keys = file_schema("massnahme")["properties"]
    assert keys["phase"]["errorMessage"].startswith("Erwartet: geplant, in Vorbereitung")
    assert keys["nummer"]["patternErrorMessage"].startswith("Erwartet: eine Nummer")


def test_a_published_schema_names_its_address() -> None:
    assert json.loads(document(file_schema("orte", "https://a.de/orte.json")))["$id"] == "https://a.de/orte.json"
