# What differs between two editions, as a table for spreadsheets and as data for programs: a line for each thing and
# field that changed, beside the page that tells the same.
from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kek_build.concept.entries import KINDS
from kek_build.data.csv import MARK, line
from kek_build.editions.comparison import KINDS_OF_CHANGE, Row, What
from kek_build.editions.editions import Edition
from kek_build.history import FieldChange
from kek_build.outputs import Output
from kek_build.pages.draft import Workshop
from kek_build.pages.fassungsvergleich import CSV, JSON, Compared, compared

NAMES: dict[What, str] = {
    "new": "neu", "derived": "hervorgegangen", "changed": "geändert", "merged": "zusammengelegt",
    "split": "aufgeteilt", "replaced": "ersetzt", "dropped": "entfallen", "same": "unverändert",
}  # fmt: skip
"""What may have become of a thing, as it stands in the files."""
COLUMNS = ("was", "art", "handlungsfeld", "vorher", "nachher", "titel", "geht_weiter_als", "hervorgegangen_aus",
           "angabe", "alt", "neu", "aufgehoben", "grund")  # fmt: skip
"""The columns of the table: what happened, the kind, the field of action, the references in both editions, …"""


def outputs(shop: Workshop) -> Iterator[Output]:
    """Two files for each edition and the one that follows it."""
    for place in range(len(shop.editions.all) - 1):
        found = compared(shop, place)
        yield Output(found.path + CSV, _csv(found))
        yield Output(found.path + JSON, _json(shop, found))


def _csv(found: Compared) -> bytes:
    lines = [COLUMNS, *(told for row in found.comparison.rows for told in _lines(row))]
    return (MARK + "".join(map(line, lines))).encode()


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    after = row.ref if row.is_in_newer else row.still or ""
    head = (NAMES[row.what], KINDS[row.kind][1], (row.field or "").removeprefix("alt/"), row.before or "", after,
            row.title, " ".join(row.to), " ".join(row.origins))  # fmt: skip
    for change in row.fields or (None,):
        told = (change.label, *_values(change)) if change else ("", "", "")
        yield (*head, *told, row.ended or "", row.reason or "")


def _values(change: FieldChange) -> tuple[str, str]:
    """What a field said before and says now; of a longer text, the words around what changed."""
    if not change.words:
        return change.before or "", change.after or ""
    before = " ".join(run.text for run in change.words if run.op != "new")
    return before, " ".join(run.text for run in change.words if run.op != "gone")


def _json(shop: Workshop, found: Compared) -> bytes:
    comparison = found.comparison
    old, new = shop.editions.all[found.place], shop.editions.all[found.place + 1]
    told: dict[str, Any] = {
        "konzept": shop.konzept.slug,
        "seite": shop.url(found.path),
        "vorher": _edition(old),
        "nachher": _edition(new),
        "summen": {NAMES[what]: comparison.count(what) for what in KINDS_OF_CHANGE},
        "beschluesse": [
            {"datum": str(one.on), "titel": one.title} for one in shop.editions.decisions(found.place)
        ],
        "eintraege": [_row(row) for row in comparison.rows],
        "nicht_lesbar": list(comparison.unreadable),
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _edition(edition: Edition) -> dict[str, Any]:
    stand = str(edition.of) if edition.of else None
    return {"kennung": edition.name, "bezeichnung": edition.title, "stand": stand}


def _row(row: Row) -> dict[str, Any]:
    told: dict[str, Any] = {
        "was": NAMES[row.what],
        "art": row.kind,
        "vorher": row.before,
        "nachher": row.ref if row.is_in_newer else row.still,
        "titel": row.title,
        "handlungsfeld": row.field and row.field.removeprefix("alt/"),
    }
    optional = {
        "geht_weiter_als": list(row.to),
        "hervorgegangen_aus": list(row.origins),
        "aufgehoben": row.ended,
        "grund": row.reason,
        "angaben": [
            {"angabe": change.label, "vorher": values[0], "nachher": values[1]}
            for change in row.fields
            for values in [_values(change)]
        ],
    }
    return told | {key: value for key, value in optional.items() if value}
