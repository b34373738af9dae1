from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kek_build.data import SiteData
from kek_build.data.source import Source
from kek_build.pages.addresses import WITH_DATA

_WHOLE, _THING = "daten/schema/konzept.json", "daten/schema/ding.json"


@pytest.fixture(scope="module")
def schemas(files: dict[str, bytes]) -> dict[str, Draft202012Validator]:
    read = {name: json.loads(files[name]) for name in (_WHOLE, _THING)}
    registry: Registry[Any] = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in read.values()]
    )
    checker = Draft202012Validator.FORMAT_CHECKER
    return {
        schema["$id"]: Draft202012Validator(schema, registry=registry, format_checker=checker)
        for schema in read.values()
    }


@pytest.fixture(scope="module")
def whole(files: dict[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files["daten/musterkreis.json"])
    return read


@pytest.fixture(scope="module")
def measure(files: dict[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files["massnahmen/1-2/daten.json"])
    return read


def test_the_schemas_are_schemas_and_stand_where_they_say(schemas: dict[str, Draft202012Validator]) -> None:
    assert sorted(schemas) == [f"https://kek.example.org/{name}" for name in (_THING, _WHOLE)]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema.schema)


def test_every_key_of_the_schemas_is_described_in_german(files: dict[str, bytes]) -> None:
    def undescribed(schema: Any, way: str) -> list[str]:
        if not isinstance(schema, dict):
            return []
        found = [
            f"{way}.{name}"
            for name, key in schema.get("properties", {}).items()
            if "$ref" not in key and not (key.get("title") and key.get("description"))
        ]
        return found + [more for name, part in schema.get("$defs", {}).items() for more in undescribed(part, name)]

    assert undescribed(json.loads(files[_WHOLE]), "") == []
    assert undescribed(json.loads(files[_THING]), "") == []


def test_every_file_is_as_its_schema_says(files: dict[str, bytes], schemas: dict[str, Draft202012Validator]) -> None:
    checked = 0
    for path, content in files.items():
        if path.endswith(("/daten.json", "musterkreis.json")):
            read = json.loads(content)
            assert [error.message for error in schemas[read["$schema"]].iter_errors(read)] == [], path
            checked += 1
    assert checked > 25


def test_the_schema_finds_what_does_not_belong(whole: dict[str, Any], schemas: dict[str, Draft202012Validator]) -> None:
    wrong = json.loads(json.dumps(whole))
    wrong["massnahmen"][0]["phase"] = "bald"
    wrong["massnahmen"][1]["farbe"] = "blau"
    del wrong["orte"][0]["name"]
    assert len(list(schemas[whole["$schema"]].iter_errors(wrong))) == 3


def test_each_thing_has_a_file_in_its_folder(files: dict[str, bytes], source: Source) -> None:
    things = [entry for entry in source.konzept.entries.values() if entry.kind in WITH_DATA]
    expected = {source.shop.addresses.data(entry) for entry in things}
    assert {path for path in files if path.endswith("daten.json")} == expected
    assert "ziele/1.1.1-1/daten.json" in expected  # shown on the page of another goal


def test_the_whole_concept_holds_everything(whole: dict[str, Any], source: Source) -> None:
    def ids(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["id"]] if "typ" in value else []
            return own + [found for inner in value.values() for found in ids(inner)]
        return [found for inner in value for found in ids(inner)] if isinstance(value, list) else []

    del whole["verbindungen"]
    assert sorted(ids(whole)) == sorted(source.id(entry) for entry in source.konzept.entries.values())


def test_what_the_document_does_not_say_is_left_out(whole: dict[str, Any]) -> None:
    (project,) = [item for item in whole["schluesselvorhaben"] if item["nummer"] == "II.1"]
    assert "traeger" not in project
    assert "status" not in project
    assert "null" not in json.dumps(whole)


def test_references_are_names_and_texts_plain_words(measure: dict[str, Any]) -> None:
    content = measure["inhalt"]
    assert content["id"] == "massnahmen/1-2"
    assert content["handlungsfeld"] == "handlungsfelder/I"
    assert content["ersetzt_durch"] == "massnahmen/1-10"
    assert content["beschreibung"] == "Das Amt zählt <leere> Häuser.\n\nDie Liste steht auch im Kataster."
    assert content["geplant"]["ende"] == {
        "text": "Dezember 2022", "von": "2022-12-01", "bis": "2022-12-31", "genauigkeit": "monat",
    }  # fmt: skip


def test_links_lead_both_ways_with_title_and_address(measure: dict[str, Any]) -> None:
    out = {(end["id"], end["beziehung"]): end for end in measure["verweist_auf"]}
    assert out["orte/musterstadt", "orte"] == {
        "id": "orte/musterstadt", "typ": "ort", "titel": "Musterstadt & <Umland>",
        "adresse": "https://kek.example.org/orte/musterstadt/", "beziehung": "orte", "redaktionell": False,
    }  # fmt: skip
    back = {(end["id"], end["beziehung"]): end for end in measure["verwiesen_von"]}
    assert back["swot/wohnen#schwaeche-1", "antworten"]["redaktionell"]
    assert ("schluesselvorhaben/I.1", "massnahmen") in back


def test_a_file_says_edition_licence_and_whom_to_credit(measure: dict[str, Any]) -> None:
    edition = measure["ausgabe"]
    assert edition["stand"]["von"] == "2021-03-31"
    assert edition["lizenz"] == "CC BY 4.0"
    assert edition["namensnennung"].startswith("Landratsamt Muster: Kreisentwicklungskonzept Muster 2035, https://")
    assert "keine amtliche Veröffentlichung" in edition["vermerk"]


def test_lines_that_mean_something_are_kept(whole: dict[str, Any]) -> None:
    assert "In dem Plan steht:\n- Wo die Menschen wohnen.\n" in whole["konzept"]["leicht"]
    assert "Wie der ÖPNV fährt, siehe Bus." in whole["konzept"]["leicht"]


def test_numbers_are_numbers_and_yes_and_no_are_true_and_false(whole: dict[str, Any]) -> None:
    (indicator,) = [item for item in whole["kennzahlen"] if item["kennung"] == "leerstand"]
    assert indicator["ausgangswert"]["wert"] == 1250
    assert indicator["werte"][0]["wert"] == 1198.5
    assert [item["im_landkreis"] for item in whole["orte"] if item["kennung"] == "grossstadt"] == [False]


def test_a_site_of_two_concepts_keeps_them_apart(two: SiteData) -> None:
    paths = {output.path for output in two.outputs}
    assert {"musterkreis/daten/musterkreis.json", "nachbarkreis/daten/nachbarkreis.json", _WHOLE} <= paths
    read = json.loads(next(out.content for out in two.outputs if out.path == "nachbarkreis/orte/mustersee/daten.json"))
    assert read["inhalt"]["adresse"] == "https://www.example.org/kek/nachbarkreis/orte/mustersee/"
    assert read["$schema"] == f"https://www.example.org/kek/{_THING}"
