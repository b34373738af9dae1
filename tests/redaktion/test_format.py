from __future__ import annotations

import json
import os
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kek_build.editing import Set, change, render
from kek_build.editing.change import read
from tests.editing.handwritten import KEYS, files, values
from tests.example import PROJECT
from tests.redaktion.conftest import NODE

_CONTENT = PROJECT / "content"
_FREE = PurePosixPath("frei.yml")


@pytest.mark.parametrize("name", ["config", "format"])
def test_the_code_of_the_form_does_what_its_tests_say(code: Path, name: str) -> None:
    environment = {**os.environ, "CONTENT": str(_CONTENT)}
    command = [str(NODE), "--test", f"{name}.test.mjs"]
    done = subprocess.run(command, cwd=code, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def _by_the_form(code: Path, cases: Sequence[tuple[str | None, Any]]) -> list[str]:
    """What the form makes of each text and value."""
    lines = "".join(json.dumps({"text": text, "value": value}) + "\n" for text, value in cases)
    command = [str(NODE), "same.mjs"]
    done = subprocess.run(command, cwd=code, input=lines, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _said(value: Any) -> Any:
    """A value as a form hands it over: composed umlauts, no blanks around texts, and nothing that is empty."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, dict):
        return {key: said for key, inner in value.items() if (said := _said(inner))}
    return [said for inner in value if (said := _said(inner))]


def _is_plain(value: Any) -> bool:
    """Whether a value holds no lines of plain language: the form ends them as the files that are shipped do."""
    return not re.search(r'"leicht": "[^"]*\\n', json.dumps(value))


def test_the_form_writes_new_files_as_the_command_line_does(code: Path) -> None:
    found = [_said(read(path.read_text(encoding="utf-8"), _FREE).data) for path in sorted(_CONTENT.rglob("*.yml"))]
    found = [value for value in found if _is_plain(value)]
    assert len(found) > 90
    assert _by_the_form(code, [(None, value) for value in found]) == [render(value) for value in found]


def test_the_form_changes_files_as_the_command_line_does(code: Path) -> None:
    cases: list[tuple[str, Any]] = []

    @settings(max_examples=120, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(case=files(), key=KEYS, value=values())
    def collect(case: tuple[Any, str], key: str, value: Any) -> None:
        data, text = case
        wanted = _said({**data, key: value}) if isinstance(data, dict) else None
        if wanted and data == _said(data) and _is_plain(wanted):
            cases.append((text if text.endswith("\n") else f"{text}\n", wanted))

    collect()
    assert len(cases) > 10  # how many hangs on which modules are loaded: their constants are tried, too
    wanted = [change(text, _FREE, [Set((), value)]) for text, value in cases]
    assert _by_the_form(code, cases) == wanted
