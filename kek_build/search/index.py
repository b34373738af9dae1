# Writes what the search fetches: Pagefind's index, cut into pieces of which a search needs a few; a list of the
# numbers, for finding `1-32` first; and the words, names and directories of the site, for suggestions, corrections and
# for the case that nothing is found.
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kek_build.models import Synonyme
from kek_build.pages.directories import Directory
from kek_build.search.lean import slim
from kek_build.search.pagefind import write_bundle
from kek_build.search.records import SearchRecord
from kek_build.search.stable import stabilise
from kek_build.search.vocabulary import steps, vocabulary
from kek_build.search.words import Lexicon

FOLDER = "pagefind"
NUMBERS = "kek/nummern.json"
WORDS = "kek/wortschatz.json"
_MARK = "⁂"
"""Stands in a record between what is shown and what only helps to find it."""
_NAMED = {"Akteur", "Glossareintrag"}
"""Kinds whose names are abbreviated."""


def write(
    records: Sequence[SearchRecord],
    synonyms: Mapping[str, Sequence[Synonyme]],
    directories: Sequence[Directory],
    site: Path,
) -> None:
    """Write everything that the search of a site needs.

    Args:
        records: everything that can be found, in a fixed order.
        synonyms: for each concept, by name, everyday words for official ones.
        directories: the concepts and their lists.
        site: the built site.
    """
    texts = [record.words for record in records]
    lexicons = {concept: Lexicon(texts, groups) for concept, groups in synonyms.items()}
    by_url = {_url(record): record for record in records}
    write_bundle((_payload(record, lexicons[record.concept]) for record in records), site / FOLDER, "de")
    slim(site / FOLDER, lambda fragment: _shown(fragment, by_url[fragment["url"]]))
    stabilise(site / FOLDER)
    known = vocabulary(records, [group for groups in synonyms.values() for group in groups])
    _write_json(
        site / WORDS,
        {
            "woerter": [steps(group) for group in known.words],
            "titel": known.titles,
            "verzeichnisse": [
                {"name": directory.name, "adresse": directory.address, "teile": directory.lists}
                for directory in directories
            ],
        },
    )
    _write_json(site / NUMBERS, [_hit(record) for record in records if record.number])


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _url(record: SearchRecord) -> str:
    return "/" + record.address


def _payload(record: SearchRecord, lexicon: Lexicon) -> dict[str, Any]:
    filters = {"Konzept": [record.concept], "Art": [record.kind], "Handlungsfeld": list(record.fields)}
    added = lexicon.expansions(record.words)
    if record.kind in _NAMED:
        added += lexicon.initials(record.title)
    content = f"{record.text} {_MARK} {record.around} {' '.join(added)}"
    return {"url": _url(record), "content": content, "meta": {"title": record.title}, "filters": filters}


def _shown(fragment: dict[str, Any], record: SearchRecord) -> dict[str, Any]:
    """A fragment of a record, without the words that only find it."""
    about = {"url": fragment["url"], "content": record.text, "anchors": [], "filters": {}, "word_count": 0}
    return {**about, "meta": {key: value for key, value in _hit(record).items() if key != "adresse"}}


def _hit(record: SearchRecord) -> dict[str, Any]:
    """What a hit shows besides its text."""
    hit: dict[str, Any] = {
        "adresse": record.address,
        "titel": record.title,
        "art": record.kind,
        "stelle": " › ".join(record.place),
    }
    return {**hit, "nummer": record.number} if record.number else hit
