# Makes Pagefind's bundle the same for the same content: it writes the values of a filter in an order that changes from
# run to run (a hash map), and names files after their content. Here the values are sorted and the files named anew.
from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MAGIC = b"pagefind_dcd"
_FILTERS = 3
"""Where the list of filters stands in the bundle's metadata."""


def stabilise(bundle: Path) -> None:
    """Put a bundle into its one form.

    Args:
        bundle: the folder Pagefind has written.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language, about in entry["languages"].items():
        meta_file = bundle / f"pagefind.{about['hash']}.pf_meta"
        meta = _read(meta_file)
        meta[_FILTERS] = [
            [name, _rewrite_filter(bundle / "filter", hashed, language)] for name, hashed in sorted(meta[_FILTERS])
        ]
        meta_file.unlink()
        about["hash"] = _write(bundle, "pagefind.{}.pf_meta", language, meta, 10)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _rewrite_filter(folder: Path, hashed: str, language: str) -> str:
    path = folder / f"{hashed}.pf_filter"
    name, values = _read(path)
    path.unlink()
    return _write(folder, "{}.pf_filter", language, [name, sorted(values)], 7)


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MAGIC):
        raise ValueError(path)
    return cbor2.loads(data[len(_MAGIC) :])


def _write(folder: Path, name: str, language: str, value: Any, length: int) -> str:
    data = _MAGIC + cbor2.dumps(value)
    hashed = f"{language}_{hashlib.sha256(data).hexdigest()[:length]}"
    (folder / name.format(hashed)).write_bytes(gzip.compress(data, mtime=0))
    return hashed
