# Writes the index: Pagefind cuts it into pieces of which a search fetches a few. Beside it stands a list of the
# numbers, for finding `1-32` first.
from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kek_build.search.pagefind import write_bundle
from kek_build.search.records import SearchRecord, filter_kind
from kek_build.search.stable import stabilise

FOLDER = "pagefind"
NUMBERS = "kek/nummern.json"


def write(records: Sequence[SearchRecord], site: Path) -> None:
    """Write the index of a site.

    Args:
        records: everything that can be found, in a fixed order.
        site: the built site.
    """
    write_bundle(map(_payload, records), site / FOLDER, "de")
    stabilise(site / FOLDER)
    numbers = [
        {"nummer": r.number, "titel": r.title, "adresse": r.address, "art": r.kind, "konzept": r.concept}
        for r in records
        if r.number
    ]
    path = site / NUMBERS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(numbers, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _payload(record: SearchRecord) -> dict[str, Any]:
    meta = {"title": record.title, "art": record.kind, "konzept": record.concept}
    if record.number:
        meta["nummer"] = record.number
    filters = {
        "Konzept": [record.concept],
        "Art": [filter_kind(record)],
        "Handlungsfeld": list(record.fields),
    }
    return {"url": "/" + record.address, "content": record.text, "meta": meta, "filters": filters}
