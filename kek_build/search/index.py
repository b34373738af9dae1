# Writes the index: Pagefind cuts it into pieces of which a search fetches a few. Beside it stands a list of the
# numbers, for finding `1-32` first.
from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kek_build.models import Synonyme
from kek_build.search.pagefind import write_bundle
from kek_build.search.records import SearchRecord, filter_kind
from kek_build.search.stable import stabilise
from kek_build.search.words import Lexicon

FOLDER = "pagefind"
NUMBERS = "kek/nummern.json"
WORDS = "kek/woerter.json"
MARK = "⁂"
"""Stands in a record between what is shown and what only helps to find it; `finden.js` knows it too."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def write(records: Sequence[SearchRecord], synonyms: Mapping[str, Sequence[Synonyme]], site: Path) -> None:
    """Write the index of a site, the list of its numbers and the list of its words.

    Args:
        records: everything that can be found, in a fixed order.
        synonyms: for each concept, by name, everyday words for official ones.
        site: the built site.
    """
    texts = [record.words for record in records]
    lexicons = {concept: Lexicon(texts, groups) for concept, groups in synonyms.items()}
    write_bundle((_payload(record, lexicons[record.concept]) for record in records), site / FOLDER, "de")
    stabilise(site / FOLDER)
    _write_json(site / WORDS, steps(sorted({word for one in lexicons.values() for word in one.typed_words()})))
    numbers = [
        {"nummer": r.number, "titel": r.title, "adresse": r.address, "art": r.kind, "konzept": r.concept}
        for r in records
        if r.number
    ]
    _write_json(site / NUMBERS, numbers)


def steps(words: Iterable[str]) -> list[str]:
    """Sorted words, each as the length of what it shares with the one before (base 36, one digit) and the rest."""
    found = []
    last = ""
    for word in words:
        shared = 0
        while shared < min(len(last), len(word), 35) and last[shared] == word[shared]:
            shared += 1
        found.append(_DIGITS[shared] + word[shared:])
        last = word
    return found


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _payload(record: SearchRecord, lexicon: Lexicon) -> dict[str, Any]:
    meta = {"title": record.title, "art": record.kind, "konzept": record.concept}
    if record.number:
        meta["nummer"] = record.number
    filters = {
        "Konzept": [record.concept],
        "Art": [filter_kind(record)],
        "Handlungsfeld": list(record.fields),
    }
    added = " ".join(lexicon.expansions(record.words))
    content = f"{record.text} {MARK} {record.around} {added}"
    return {"url": "/" + record.address, "content": content, "meta": meta, "filters": filters}
