# What all ready pipelines must keep to, whatever they build: the forms that their forges publish, and pinned actions.
from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kek_build.cli import parser


def load(path: Path) -> dict[Any, Any]:
    """A pipeline."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def github_steps(path: Path) -> Iterator[dict[str, Any]]:
    """The steps of all jobs of a workflow of GitHub."""
    for job in load(path)["jobs"].values():
        yield from job["steps"]


def assert_commands(scripts: Iterable[str], expected: set[str]) -> None:
    """Every call of kek in shell scripts is one that it knows; whatever builds, names the day of the last commit."""
    day = '"${KEK_STICHTAG:-$(git log -1 --format=%cs)}"'  # which only a shell could read
    plain = [script.replace(day, "2026-11-28") for script in scripts]
    calls = [call for script in plain for call in re.findall(r"[.]venv/bin/kek ([^|>&;}\n]*)", script)]
    assert {call.split()[0] for call in calls} == expected
    for call in calls:
        options = parser().parse_args(shlex.split(call))
        assert not call.startswith("bauen") or options.stichtag == date(2026, 11, 28), call


def of_every_form(github: Path, gitlab: Path) -> pytest.MarkDecorator:
    """Test with the arguments that check the form of both files of a pipeline."""
    return pytest.mark.parametrize(
        "arguments",
        [
            ["--builtin-schema", "vendor.github-workflows", str(github)],
            ["--builtin-schema", "github-workflows-require-timeout", str(github)],
            ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(gitlab)],
        ],
        ids=["github", "github-timeout", "gitlab"],
    )


def assert_form(arguments: list[str]) -> None:
    """A file has the form that its forge publishes."""
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout


def assert_pinned(github: Path) -> None:
    """Every action of a workflow is pinned to a commit whose version is told."""
    used = [line.strip() for line in github.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(used) == sum("uses" in step for step in github_steps(github))
    for line in used:
        assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
