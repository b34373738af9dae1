# Speaks with Pagefind's indexing program over its pipe: requests and answers are base64 JSON, each closed by a
# comma. The package's own asyncio client waits a tenth of a second for every answer (measured: 109 s for 1,038
# records; this: 1 s), so it is used only to find the program.
from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

from kek_build.errors import SetupError

Payload = dict[str, Any]


def write_bundle(records: Iterable[Payload], folder: Path, language: str) -> None:
    """Index records and write the bundle.

    Args:
        records: `url`, `content`, `meta` (text to text) and `filters` (text to list of texts) of each.
        folder: where the bundle goes.
        language: two letters; chooses the stemming.

    Raises:
        SetupError: the program is missing or reports an error.
    """
    program = get_executable()
    if program is None:
        raise SetupError("Das Programm Pagefind fehlt; „make site“ richtet es ein.")
    command = [str(program), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        writer = Thread(target=_send, args=(process.stdin, _requests(records, language)), daemon=True)
        writer.start()
        try:
            files = _files(process.stdout)
        finally:
            process.terminate()
            writer.join()
    for file in files:
        path = folder / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(file["content"]))


def _files(pipe: IO[bytes]) -> list[dict[str, str]]:
    """The files of the bundle. The program could write them itself, but says so before they are on the disk."""
    for answer in _answers(pipe):
        payload = answer["payload"]
        if payload["type"] == "Error":
            raise SetupError(f"Pagefind: {payload.get('message')}")
        if payload["type"] == "GetFiles":
            return list(payload["files"])
    raise SetupError("Pagefind hat sich beendet, ohne den Suchindex zu liefern.")


def _requests(records: Iterable[Payload], language: str) -> Iterator[Payload]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for record in records:
        yield {"type": "AddRecord", "index_id": 0, "language": language, "sort": None, **record}
    yield {"type": "GetFiles", "index_id": 0}


def _send(pipe: IO[bytes], requests: Iterable[Payload]) -> None:
    try:
        for number, payload in enumerate(requests, 1):
            message = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False)
            pipe.write(base64.b64encode(message.encode()) + b",")
            pipe.flush()
    except BrokenPipeError:  # the program has ended; why, its answers tell
        with suppress(BrokenPipeError):
            pipe.close()


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    parts: list[bytes] = []
    while block := pipe.read1(1_000_000):  # type: ignore[attr-defined]
        *ends, rest = block.split(b",")
        for end in ends:
            yield json.loads(base64.b64decode(b"".join([*parts, end])))
            parts = []
        parts.append(rest)
