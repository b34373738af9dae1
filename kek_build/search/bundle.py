# The files of Pagefind's bundle, read and written again: CBOR or JSON behind a signature, gzipped, and named after
# their content, so that a browser may keep them for ever.
from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"

PAGES, PIECES, FILTERS = 1, 2, 3
"""Where in a bundle's metadata the pages, the pieces of the index and the filters stand."""


def read(path: Path) -> Any:
    """What a binary file of the bundle holds."""
    return cbor2.loads(_content(path))


def read_json(path: Path) -> Any:
    """What a fragment of the bundle holds: the JSON of one record."""
    return json.loads(_content(path))


def _content(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(path)
    return data[len(_SIGNATURE) :]


def write(folder: Path, name: str, language: str, value: Any, length: int) -> str:
    """Write a binary file under the hash of its content.

    Args:
        folder: where it goes.
        name: its name, with `{}` in place of the hash.
        language: stands before the hash.
        value: what it holds.
        length: how many digits the hash has.

    Returns:
        The language and the hash, as other files of the bundle name it.
    """
    data = encode(value)
    hashed = f"{language}_{digest(data)[:length]}"
    (folder / name.format(hashed)).write_bytes(pack(data))
    return hashed


def encode(value: Any) -> bytes:
    """A value as it stands in a binary file."""
    return _SIGNATURE + cbor2.dumps(value)


def encode_json(value: Any) -> bytes:
    """A record as it stands in its fragment."""
    return _SIGNATURE + json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """What a file is named after."""
    return hashlib.sha256(data).hexdigest()


def pack(data: bytes) -> bytes:
    """The bytes of a file."""
    return gzip.compress(data, mtime=0)


@contextmanager
def metadata(bundle: Path) -> Iterator[Mapping[str, list[Any]]]:
    """The metadata of each language of a bundle, to be changed in place; written back under its new hash.

    Args:
        bundle: the folder Pagefind has written.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    old = {language: bundle / f"pagefind.{about['hash']}.pf_meta" for language, about in entry["languages"].items()}
    metas = {language: read(path) for language, path in old.items()}
    yield metas
    for language, about in entry["languages"].items():
        old[language].unlink()
        about["hash"] = write(bundle, "pagefind.{}.pf_meta", language, metas[language], 10)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
