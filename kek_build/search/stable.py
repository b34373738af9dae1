# Makes Pagefind's bundle the same for the same content: it writes the values of a filter in an order that changes from
# run to run (a hash map). Here they are sorted.
from __future__ import annotations

from pathlib import Path

from kek_build.search import bundle as files


def stabilise(bundle: Path) -> None:
    """Put a bundle into its one form.

    Args:
        bundle: the folder Pagefind has written.
    """
    with files.metadata(bundle) as metas:
        for language, meta in metas.items():
            meta[files.FILTERS] = [
                [name, _rewrite_filter(bundle / "filter", hashed, language)]
                for name, hashed in sorted(meta[files.FILTERS])
            ]


def _rewrite_filter(folder: Path, hashed: str, language: str) -> str:
    path = folder / f"{hashed}.pf_filter"
    name, values = files.read(path)
    path.unlink()
    return files.write(folder, "{}.pf_filter", language, [name, sorted(values)], 7)
