# What a hit shows: title, place, text. Some records share a file, so that a site of 50,000 records has 13,000 files and
# not 50,000, and a page of hits still fetches little more than it shows. Some files share a name, so that the entry is
# short, which names them all, and a text that changes still gives new names to few.
from __future__ import annotations

from collections.abc import Iterator, Sequence

from kek_build.pages.text import shorten
from kek_build.search.files import Writer, as_json
from kek_build.search.records import SearchRecord

BLOCK = 4
"""Records of a file; the entry tells the browser."""
ROW = 16
"""Files that share a name but for their number; the entry tells the browser."""
_TEXT = 1_500
"""Letters of a text in which an excerpt is looked for; records are found by all of it."""


def write(records: Sequence[SearchRecord], writer: Writer) -> list[str]:
    """Write the files of a concept.

    Args:
        records: its records, in the order of their numbers.
        writer: writes into the built site.

    Returns:
        The names of the files, of each row of them one.
    """
    return [
        writer.hits(list(_blocks(records[start : start + BLOCK * ROW])), start // BLOCK)
        for start in range(0, len(records), BLOCK * ROW)
    ]


def _blocks(records: Sequence[SearchRecord]) -> Iterator[bytes]:
    for start in range(0, len(records), BLOCK):
        yield as_json(
            [
                [r.address, r.title, r.number or "", " › ".join(r.place), shorten(r.text, _TEXT)]
                for r in records[start : start + BLOCK]
            ]
        )
