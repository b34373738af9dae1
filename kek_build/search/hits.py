# What a hit shows: title, place, text. Some records share a file, so that a site of 50,000 records has 13,000 files and
# not 50,000, and a page of hits still fetches little more than it shows.
from __future__ import annotations

from collections.abc import Iterator, Sequence

from kek_build.pages.text import shorten
from kek_build.search.files import as_json
from kek_build.search.records import SearchRecord

BLOCK = 4
"""Records of a file; the entry tells the browser."""
_TEXT = 1_500
"""Letters of a text in which an excerpt is looked for; records are found by all of it."""


def blocks(records: Sequence[SearchRecord]) -> Iterator[bytes]:
    """The files of a concept.

    Args:
        records: its records, in the order of their numbers.
    """
    for start in range(0, len(records), BLOCK):
        yield as_json(
            [
                [r.address, r.title, r.number or "", " › ".join(r.place), shorten(r.text, _TEXT)]
                for r in records[start : start + BLOCK]
            ]
        )
