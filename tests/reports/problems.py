# Problems for the tests of reports.
from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from kek_build.errors import Problem
from kek_build.rules import Rule

FILE = PurePosixPath("content/muster/massnahmen/1-1.yml")


def problem(**changes: Any) -> Problem:
    """A problem with everything a problem may have, or what a test changes of it."""
    values: dict[str, Any] = {
        "file": FILE,
        "line": 5,
        "column": 9,
        "message": "„status“: „verzoegert“ ist nicht erlaubt.",
        "expected": "im Plan, verzögert",
        "suggestion": "verzögert",
        "rule": Rule.UNKNOWN_VALUE,
        "excerpt": "status: verzoegert",
        **changes,
    }
    return Problem(**values)
