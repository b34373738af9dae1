# The ready pipelines of GitHub and GitLab, as far as they can be tested without either: their form against the
# published schemas, what they may do, and that every command in them is one that kek and make know.
from __future__ import annotations

import re
import subprocess

import pytest

from tests.example import PROJECT
from tests.pipelines.forges import assert_commands, assert_form, assert_pinned, github_steps, load, of_every_form

GITHUB = PROJECT / ".github/workflows/website.yml"
GITLAB = PROJECT / ".gitlab-ci.yml"
_GITLAB_OWN = {"workflow", "stages", "variables", "default"}


def _scripts() -> list[str]:
    """Every shell script of both."""
    found = [step["run"] for step in github_steps(GITHUB) if "run" in step]
    data = load(GITLAB)
    jobs = [job for name, job in data.items() if name not in _GITLAB_OWN]
    for job in (data["default"], *jobs):
        found += [*job.get("before_script", ()), *job.get("script", ())]
    return found


@of_every_form(GITHUB, GITLAB)
def test_a_pipeline_has_the_form_that_its_forge_publishes(arguments: list[str]) -> None:
    assert_form(arguments)


def test_every_action_is_pinned_to_a_commit_whose_version_is_told() -> None:
    assert_pinned(GITHUB)


def test_a_job_may_do_only_what_it_needs() -> None:
    data = load(GITHUB)
    assert data["permissions"] == {}
    assert {name: job["permissions"] for name, job in data["jobs"].items()} == {
        "bauen": {"contents": "read"},
        "veroeffentlichen": {"pages": "write", "id-token": "write"},
    }
    assert "pull_request_target" not in data[True]  # YAML 1.1 reads the key „on“ as true


def test_nothing_that_others_write_becomes_part_of_a_script() -> None:
    assert [step["run"] for step in github_steps(GITHUB) if "${{" in step.get("run", "")] == []


def test_nothing_is_published_but_the_main_branch() -> None:
    publish = load(GITHUB)["jobs"]["veroeffentlichen"]
    assert publish["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert publish["needs"] == "bauen"
    assert load(GITLAB)["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_both_take_the_whole_history() -> None:
    checkout = next(step for step in github_steps(GITHUB) if "checkout" in step.get("uses", ""))
    assert checkout["with"]["fetch-depth"] == 0
    assert checkout["with"]["persist-credentials"] is False
    assert load(GITLAB)["variables"]["GIT_DEPTH"] == "0"


def test_every_command_of_kek_is_one() -> None:
    assert_commands(_scripts(), {"pruefen", "bauen", "unterschiede"})


def test_every_target_of_make_is_one() -> None:
    targets = {target for script in _scripts() for target in re.findall(r"^make (\S+)", script, re.MULTILINE)}
    assert targets == {".venv/.site", ".venv/.pdf"}
    for target in targets:
        command = ["make", "--dry-run", "--question", "-C", str(PROJECT), target]
        assert subprocess.run(command, check=False, capture_output=True).returncode in {0, 1}  # noqa: S603


@pytest.mark.parametrize("script", _scripts())
def test_every_script_can_be_read_by_a_shell(script: str) -> None:
    done = subprocess.run(["/bin/sh", "-n"], input=script, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
