# Speaks with Pagefind's indexing program over its pipe: requests and answers are base64 JSON, each closed by a
# comma. The package's own asyncio client waits a tenth of a second for every answer (measured: 109 s for 1,038
# records; this: 1 s), so it is used only to find the program.
from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator
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
        writer = Thread(target=_send, args=(process.stdin, _requests(records, folder, language)), daemon=True)
        writer.start()
        try:
            for answer in _answers(process.stdout):
                payload = answer["payload"]
                if payload["type"] == "Error":
                    raise SetupError(f"Pagefind: {payload.get('message')}")
                if payload["type"] == "WriteFiles":
                    return
            raise SetupError("Pagefind hat sich beendet, ohne den Suchindex zu schreiben.")
        finally:
            process.terminate()


def _requests(records: Iterable[Payload], folder: Path, language: str) -> Iterator[Payload]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for record in records:
        yield {"type": "AddRecord", "index_id": 0, "language": language, "sort": None, **record}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(folder)}


def _send(pipe: IO[bytes], requests: Iterable[Payload]) -> None:
    try:
        for number, payload in enumerate(requests, 1):
            message = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False)
            pipe.write(base64.b64encode(message.encode()) + b",")
            pipe.flush()
    except BrokenPipeError:
        return


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest = b""
    while block := pipe.read1(65536):  # type: ignore[attr-defined]
        *whole, rest = (rest + block).split(b",")
        for message in whole:
            if message:
                yield json.loads(base64.b64decode(message))
