# Keeps what was found for the next build, in one file that may be deleted at any time. A step is looked up by the files
# it changed and the ids of their content, so nothing has to be kept apart for branches, and rewriting commits costs
# nothing. What a build did not need goes; a file that is not whole, or of other code, is as good as none.
from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from kek_build import models
from kek_build.history.steps import Event, load

Files = tuple[tuple[PurePosixPath, str | None, str | None], ...]
"""Files with the ids of what was in them before and after a step."""


@dataclass(frozen=True)
class Told:
    """What a step did."""

    events: tuple[Event, ...]
    unreadable: tuple[str, ...] = ()
    """Files that could not be read after it."""


class Kept:
    """What earlier builds found."""

    def __init__(self, file: Path | None) -> None:
        """Open the file; where there is none, nothing is kept."""
        self._file = file
        self._steps: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        self._new = False
        if file is not None:
            try:
                data = json.loads(file.read_bytes())
                if data["code"] == _code():
                    self._steps = dict(data["steps"])
            except (OSError, ValueError, KeyError, TypeError):
                self._steps = {}

    def get(self, files: Files) -> Told | None:
        """What a step did, if that is known."""
        name = _name(files)
        if (data := self._steps.get(name)) is None:
            return None
        try:
            told = Told(tuple(map(load, data["events"])), tuple(data["unreadable"]))
        except (ValueError, KeyError, TypeError, IndexError):
            return None
        self._used[name] = data
        return told

    def put(self, files: Files, told: Told) -> None:
        """Keep what a step did."""
        data = {"events": [event.dump() for event in told.events], "unreadable": told.unreadable}
        self._used[_name(files)] = data
        self._new = True

    def save(self) -> None:
        """Write what this build needed. Where that is not possible, nothing is kept and nothing is lost."""
        if self._file is None or not (self._new or len(self._used) < len(self._steps)):
            return
        aside = self._file.with_name(f".{self._file.name}-{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"code": _code(), "steps": self._used}, ensure_ascii=False, separators=(",", ":"))
            aside.write_text(text, encoding="utf-8")
            aside.replace(self._file)
        except OSError:
            return


def _name(files: Iterable[tuple[PurePosixPath, str | None, str | None]]) -> str:
    text = "\n".join(f"{path}\0{old}\0{new}" for path, old, new in files)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


@cache
def _code() -> str:
    """Everything besides the content that makes what is told: the code here, and the models."""
    folders = [Path(__file__).parent, Path(models.__file__).parent]
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
