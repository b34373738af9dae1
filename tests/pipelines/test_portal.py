# The pipelines that build each county in a job of its own and join them, as far as they can be tested without a forge.
from __future__ import annotations

import re
import subprocess

import pytest

from tests.example import PROJECT
from tests.pipelines.forges import assert_commands, assert_form, assert_pinned, github_steps, load, of_every_form

GITHUB = PROJECT / ".github/workflows/portal.yml"
GITLAB = PROJECT / ".gitlab/portal.gitlab-ci.yml"


def _scripts() -> list[str]:
    gitlab = load(GITLAB)
    found = [step["run"] for step in github_steps(GITHUB) if "run" in step]
    return [*found, *gitlab["landkreis"]["script"], *gitlab["pages"]["script"]]


@of_every_form(GITHUB, GITLAB)
def test_a_pipeline_has_the_form_that_its_forge_publishes(arguments: list[str]) -> None:
    assert_form(arguments)


def test_every_action_is_pinned_to_a_commit_whose_version_is_told() -> None:
    assert_pinned(GITHUB)


def test_a_job_may_do_only_what_it_needs() -> None:
    data = load(GITHUB)
    assert data["permissions"] == {}
    assert {name: job["permissions"] for name, job in data["jobs"].items()} == {
        "landkreis": {"contents": "read"},
        "portal": {"contents": "read"},
        "veroeffentlichen": {"pages": "write", "id-token": "write"},
    }


def test_nothing_that_others_write_becomes_part_of_a_script() -> None:
    assert [step["run"] for step in github_steps(GITHUB) if "${{" in step.get("run", "")] == []


def test_the_two_publish_after_all_counties_are_built() -> None:
    jobs = load(GITHUB)["jobs"]
    assert (jobs["portal"]["needs"], jobs["veroeffentlichen"]["needs"]) == ("landkreis", "portal")
    assert load(GITLAB)["pages"]["needs"] == ["landkreis"]


def test_every_county_of_the_list_has_a_configuration() -> None:
    gitlab = load(GITLAB)["landkreis"]["parallel"]["matrix"][0]["LANDKREIS"]
    github = re.findall(r'"(\w+)"', load(GITHUB)["jobs"]["landkreis"]["strategy"]["matrix"]["landkreis"])
    assert github == gitlab
    assert [name for name in gitlab if not (PROJECT / "site_config" / f"{name}.yml").is_file()] == []


def test_every_command_of_kek_is_one() -> None:
    assert_commands(_scripts(), {"bauen", "zusammenfuehren"})


@pytest.mark.parametrize("script", _scripts())
def test_every_script_can_be_read_by_a_shell(script: str) -> None:
    done = subprocess.run(["/bin/sh", "-n"], input=script, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
