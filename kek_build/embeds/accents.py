# Which of the colours of the fields of action a card or badge has: that of its page, as far as it has one.
from __future__ import annotations

from collections.abc import Iterable, Mapping

from kek_build.concept import Entry
from kek_build.pages.draft import Workshop
from kek_build.pages.handlungsfelder import accent_of
from kek_build.pages.record import PageRecord


def accents_of(records: Iterable[PageRecord], shop: Workshop) -> dict[str, int]:
    """The colour of each thing of a concept that has a page, by its reference."""
    return {record.ref: record.accent for record in records if record.ref and record.concept == shop.konzept.slug}


def accent(shop: Workshop, entry: Entry, accents: Mapping[str, int]) -> int:
    """The colour of a thing, from 1; 0 for none."""
    return accents[entry.ref] if entry.ref in accents else accent_of(shop.konzept, entry)
