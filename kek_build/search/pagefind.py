# Gets Pagefind's program for the browser: a script, and what it runs as WebAssembly. Pagefind's indexing program gives
# them out over its pipe (requests and answers are base64 JSON, each closed by a comma); the package's own client would
# wait a tenth of a second for every answer.
from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from pagefind.service import get_executable

from kek_build.errors import SetupError

SCRIPT = "pagefind.js"
PROGRAM = "wasm.de.pagefind"
"""With the German stemmer."""
_BEHIND = "var Pagefind=class{"
"""What follows the class that our search builds on: Pagefind's own way to search, which keeps that class to itself."""
_EXPORT = "export{PagefindInstance};"


@dataclass(frozen=True)
class Program:
    """What a search runs."""

    version: str
    files: Mapping[str, bytes]
    """By their names."""


def program() -> Program:
    """Pagefind's program for the browser.

    Raises:
        SetupError: Pagefind is missing, reports an error, or is not the one that our search knows.
    """
    executable = get_executable()
    if executable is None:
        raise SetupError("Das Programm Pagefind fehlt; „make site“ richtet es ein.")
    return _program(Path(executable))


@cache
def _program(executable: Path) -> Program:
    files = index_of(executable, "Wort")
    script = files[SCRIPT].decode()
    if script.count(_BEHIND) != 1 or "var PagefindInstance=class{" not in script:
        raise SetupError("Diese Fassung von Pagefind passt nicht zur Suche; „make site“ richtet die richtige ein.")
    version: str = json.loads(files["pagefind-entry.json"])["version"]
    opened = script.partition(_BEHIND)[0] + _EXPORT
    return Program(version, {SCRIPT: opened.encode(), PROGRAM: files[PROGRAM]})


def index_of(executable: Path, text: str) -> dict[str, bytes]:
    """All files of Pagefind's own index of one text, by their names.

    Args:
        executable: Pagefind's program for indexing.
        text: what it indexes.

    Raises:
        SetupError: it reports an error, or ends.
    """
    record = {"type": "AddRecord", "index_id": 0, "language": "de", "url": "/", "content": text, "meta": {}}
    requests: tuple[dict[str, Any], ...] = (
        {"type": "NewIndex", "config": {"force_language": "de"}},
        {**record, "filters": {}, "sort": None},
        {"type": "GetFiles", "index_id": 0},
    )
    command = [str(executable), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with suppress(BrokenPipeError):  # it has ended; why, its answers tell
                for number, payload in enumerate(requests, 1):
                    process.stdin.write(_message(number, payload))
                    process.stdin.flush()
            return _files(process.stdout)
        finally:
            process.terminate()
            with suppress(BrokenPipeError):
                process.stdin.close()


def _files(pipe: IO[bytes]) -> dict[str, bytes]:
    """The files of the index. It would end before it has told them if its input ended."""
    rest = b""
    while block := pipe.read1(1_000_000):  # type: ignore[attr-defined]
        *ends, rest = (rest + block).split(b",")
        for answer in ends:
            payload = json.loads(base64.b64decode(answer))["payload"]
            if payload["type"] == "Error":
                raise SetupError(f"Pagefind: {payload.get('message')}")
            if payload["type"] == "GetFiles":
                return {file["path"]: base64.b64decode(file["content"]) for file in payload["files"]}
    raise SetupError("Pagefind hat sich beendet, ohne sein Programm zu liefern.")


def _message(number: int, payload: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","
