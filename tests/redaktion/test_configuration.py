from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kek_build.concept import Konzept
from kek_build.redaktion.collections import _KEPT
from kek_build.redaktion.configuration import Edited, backend, configuration, hosts, options, portraits
from kek_build.redaktion.fields import OPTIONS
from kek_build.redaktion.policy import policy
from kek_build.site import Redaktion
from tests.example import CONTENT, MUSTERKREIS
from tests.redaktion.conftest import FORM

_GITHUB = Redaktion(art="github", repo="muster/kek")
_OPENCODE = Redaktion(art="gitlab", repo="muster/kreis/kek", adresse="https://gitlab.opencode.de/", anwendung="abc")
_EDITED = Edited("Konzepte & <Kreise>", "https://kek.muster.invalid/kek/", PurePosixPath("content"))


@pytest.fixture(scope="module")
def config(musterkreis: Konzept) -> dict[str, Any]:
    return configuration(_GITHUB, _EDITED, [musterkreis])


def _filled(value: Any, lists: dict[str, Any]) -> Any:
    """The configuration with its lists in their places, as the form has it."""
    if isinstance(value, list):
        return [_filled(inner, lists) for inner in value]
    if isinstance(value, dict):
        return (
            lists[value[OPTIONS]]
            if OPTIONS in value
            else {key: _filled(inner, lists) for key, inner in value.items() if key != "auswahl"}
        )
    return value


@pytest.mark.parametrize("redaktion", [_GITHUB, _OPENCODE], ids=["github", "gitlab"])
def test_the_configuration_is_as_sveltias_own_schema_wants_it(musterkreis: Konzept, redaktion: Redaktion) -> None:
    schema = json.loads((FORM / "node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text(encoding="utf-8"))
    whole = configuration(redaktion, _EDITED, [musterkreis])
    filled = _filled(whole, whole["auswahl"])
    faults = [
        f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in Draft7Validator(schema).iter_errors(filled)
    ]
    assert faults == []


def test_every_file_of_a_concept_but_the_registry_and_tables_has_its_place(config: dict[str, Any]) -> None:
    collections = [one for one in config["collections"] if "name" in one]
    folders = {(one["folder"], f".{one['extension']}") for one in collections if "folder" in one}
    files = {file["file"] for one in collections for file in one.get("files", [])}
    names = [PurePosixPath(path.relative_to(CONTENT.parent).as_posix()) for path in MUSTERKREIS.rglob("*.*")]
    missing = [name for name in names if str(name) not in files and (str(name.parent), name.suffix) not in folders]
    assert sorted(name.name for name in missing) == ["adressen.txt", "busfahrten.csv", "radwege.csv"]
    assert "content/synonyme.yml" in files


def test_only_a_site_with_several_concepts_names_them(config: dict[str, Any], musterkreis: Konzept) -> None:
    several = configuration(_GITHUB, _EDITED, [musterkreis, musterkreis])
    assert config["collections"][0]["label"] == "Handlungsfelder"
    assert several["collections"][0]["label"].endswith(": Handlungsfelder")


def test_what_an_address_is_made_of_says_that_it_stays(config: dict[str, Any]) -> None:
    measures = next(one for one in config["collections"] if one.get("name") == "musterkreis-massnahmen")
    assert measures["fields"][0]["hint"].endswith("1-44. " + _KEPT)


def test_no_form_deletes_what_has_an_address(config: dict[str, Any]) -> None:
    assert all(one["delete"] is False for one in config["collections"] if "folder" in one)


def test_a_list_of_options_stands_once_and_is_asked_for(config: dict[str, Any]) -> None:
    asked = {part.split('"')[1] for part in json.dumps(config["collections"]).split(f'"{OPTIONS}": ')[1:]}
    assert asked == set(config["auswahl"])


def test_options_are_named_by_kind_number_and_title(musterkreis: Konzept) -> None:
    found = options(musterkreis, ["ziel", "massnahme"])
    assert found[0] == {"label": "Ziel 1.1: " + musterkreis["1.1"].short_title, "value": "1.1"}
    assert [one["value"] for one in found if one["label"].startswith("Maßnahme")] == ["1-2", "1-10", "2-1", "2-3"]
    assert all(len(one["label"]) <= 90 for one in found)


def test_on_github_one_signs_in_with_a_token_or_through_a_service_of_ones_own() -> None:
    assert backend(_GITHUB)["auth_methods"] == ["token"]
    own = backend(_GITHUB.model_copy(update={"anmeldung": "https://anmeldung.muster.invalid/"}))
    assert own["auth_methods"] == ["oauth", "token"]
    assert own["base_url"] == "https://anmeldung.muster.invalid"


def test_a_gitlab_of_ones_own_is_asked_with_pkce() -> None:
    found = backend(_OPENCODE)
    assert (found["base_url"], found["api_root"]) == ("https://gitlab.opencode.de", "https://gitlab.opencode.de/api/v4")
    assert (found["auth_type"], found["app_id"], found["branch"]) == ("pkce", "abc", "main")


def test_a_gitea_of_ones_own_is_asked_at_its_own_address() -> None:
    gitea = Redaktion(art="gitea", repo="muster/kek", adresse="https://git.muster.invalid", anwendung="abc")
    assert backend(gitea)["api_root"] == "https://git.muster.invalid/api/v1"
    assert backend(gitea)["app_id"] == "abc"
    assert "auth_type" not in backend(gitea)


@pytest.mark.parametrize(
    ("redaktion", "connect", "pictures"),
    [
        (_GITHUB, "https://api.github.com", "https://avatars.githubusercontent.com"),
        (_OPENCODE, "https://gitlab.opencode.de", "https://gitlab.opencode.de"),
        (Redaktion(art="gitlab", repo="a/b"), "https://gitlab.com", "https://gitlab.com"),
        (Redaktion(art="gitea", repo="a/b"), "https://gitea.com", "https://gitea.com"),
    ],
)
def test_the_form_speaks_with_the_forge_only(redaktion: Redaktion, connect: str, pictures: str) -> None:
    rules = dict(rule.split(" ", 1) for rule in policy(redaktion).split("; "))
    assert hosts(redaktion) == (connect,)
    assert portraits(redaktion) == (pictures,)
    assert rules["connect-src"] == f"'self' {connect}"
    assert rules["script-src"] == "'self'"
    assert rules["default-src"] == "'none'"
    assert "unsafe-eval" not in policy(redaktion)
