# The pipelines that build each county in a job of its own and join them, as far as they can be tested without a forge.
from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kek_build.cli import parser
from tests.example import PROJECT

GITHUB = PROJECT / ".github/workflows/portal.yml"
GITLAB = PROJECT / ".gitlab/portal.gitlab-ci.yml"


def _load(path: Path) -> dict[Any, Any]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def _github_steps() -> Iterator[dict[str, Any]]:
    for job in _load(GITHUB)["jobs"].values():
        yield from job["steps"]


def _scripts() -> list[str]:
    gitlab = _load(GITLAB)
    found = [step["run"] for step in _github_steps() if "run" in step]
    return [*found, *gitlab["landkreis"]["script"], *gitlab["pages"]["script"]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--builtin-schema", "vendor.github-workflows", str(GITHUB)],
        ["--builtin-schema", "github-workflows-require-timeout", str(GITHUB)],
        ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(GITLAB)],
    ],
    ids=["github", "github-timeout", "gitlab"],
)
def test_a_pipeline_has_the_form_that_its_forge_publishes(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout


def test_every_action_is_pinned_to_a_commit_whose_version_is_told() -> None:
    used = [line.strip() for line in GITHUB.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(used) == sum("uses" in step for step in _github_steps())
    for line in used:
        assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_a_job_may_do_only_what_it_needs() -> None:
    data = _load(GITHUB)
    assert data["permissions"] == {}
    assert {name: job["permissions"] for name, job in data["jobs"].items()} == {
        "landkreis": {"contents": "read"},
        "portal": {"contents": "read"},
        "veroeffentlichen": {"pages": "write", "id-token": "write"},
    }


def test_nothing_that_others_write_becomes_part_of_a_script() -> None:
    assert [step["run"] for step in _github_steps() if "${{" in step.get("run", "")] == []


def test_the_two_publish_after_all_counties_are_built() -> None:
    jobs = _load(GITHUB)["jobs"]
    assert (jobs["portal"]["needs"], jobs["veroeffentlichen"]["needs"]) == ("landkreis", "portal")
    assert _load(GITLAB)["pages"]["needs"] == ["landkreis"]


def test_every_county_of_the_list_has_a_configuration() -> None:
    gitlab = _load(GITLAB)["landkreis"]["parallel"]["matrix"][0]["LANDKREIS"]
    github = re.findall(r'"(\w+)"', _load(GITHUB)["jobs"]["landkreis"]["strategy"]["matrix"]["landkreis"])
    assert github == gitlab
    assert [name for name in gitlab if not (PROJECT / "site_config" / f"{name}.yml").is_file()] == []


def test_every_command_of_kek_is_one() -> None:
    calls = [call for script in _scripts() for call in re.findall(r"[.]venv/bin/kek ([^|>&;}\n]*)", script)]
    assert {call.split()[0] for call in calls} == {"bauen", "zusammenfuehren"}
    for call in calls:
        parser().parse_args(shlex.split(call))


@pytest.mark.parametrize("script", _scripts())
def test_every_script_can_be_read_by_a_shell(script: str) -> None:
    done = subprocess.run(["/bin/sh", "-n"], input=script, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
