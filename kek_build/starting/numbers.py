# Which numbers and short names are free: those that nothing is called by, and nothing ever was. What was published
# stays.
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS, PREFIXES, natural_key
from kek_build.concept.former import Tombstone
from kek_build.contract.check import named_by

_LAST = re.compile(r"(.*?)([0-9]+|[ivxl]+|[IVXL]+|[a-zA-Z])")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def taken(konzept: Konzept, kind: str, name: str) -> str | None:
    """Why a number or a short name cannot be given to something new; None when it can.

    Args:
        konzept: the concept.
        kind: the kind of thing.
        name: its number, or its short name without prefix.
    """
    ref = (PREFIXES.get(kind, "") + name).lower()
    found = konzept.former.find(ref)
    if isinstance(found, Tombstone):
        return f"„{name}“ ist aufgehoben ({found.origin.file}); eine Nummer oder Kennung wird nicht neu vergeben."
    if found is not None and found.ref.lower() == ref:
        return f"„{name}“ gibt es schon: {KINDS[found.kind][1]} in {found.origin.file}."
    if found is not None:
        return f"„{name}“ hieß früher „{found.ref}“ ({found.origin.file}); die alte Adresse führt dorthin."
    if any((named := named_by(address.address)) and named.ref == ref for address in konzept.published):
        return f"„{name}“ war schon veröffentlicht (adressen.txt); eine Nummer oder Kennung wird nicht neu vergeben."
    return None


def short_name(title: str) -> str:
    """A short name made of a title: `Große Mulde` gives `grosse-mulde`."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def free_number(konzept: Konzept, kind: str, field: str | None) -> str | None:
    """The next number in the row that most things of a kind are in.

    Args:
        konzept: the concept.
        kind: `massnahme`, `schluesselvorhaben` or `handlungsfeld`.
        field: the field of action it will belong to, if that is known: its row is taken.

    Returns:
        The number; None when there is nothing to count on from.
    """
    numbers = [entry.ref for entry in konzept.of_kind(kind)]
    numbers += [stone.ref for stone in konzept.former.tombstones.values() if stone.kind == kind]
    inside = [entry.ref for entry in konzept.of_kind(kind) if field and _belongs(entry, field)]
    heads = Counter(_head(number) for number in inside or numbers)
    if not heads:
        return None
    head = max(heads, key=lambda found: (found.rstrip(".-") == field, heads[found]))
    return _next(konzept, kind, [number for number in numbers if _head(number) == head])


def free_goal(konzept: Konzept, above: Entry) -> str:
    """The next number of a goal below a field or a goal: its siblings counted on, or as goals of its level begin."""
    siblings = [goal.ref for goal in konzept.children(above.ref, "ziel")]
    if siblings:
        return _next(konzept, "ziel", siblings)
    marks = Counter(
        goal.ref[len(parent.ref)]
        for parent in konzept.of_kind(above.kind)
        for goal in konzept.children(parent.ref, "ziel")
        if len(goal.ref) > len(parent.ref) and _depth(konzept, parent) == _depth(konzept, above)
    )
    mark = max(marks, key=lambda found: marks[found], default=".")
    return _next(konzept, "ziel", [f"{above.ref}{mark}0"])


def passed_over(konzept: Konzept, kind: str, number: str) -> list[str]:
    """Why the numbers right before a free one are not given, though nothing is called so; the lowest first."""
    found = re.fullmatch(r"(.*?)([0-9]+)", number)
    reasons: list[str] = []
    for count in range(int(found[2]) - 1, 0, -1) if found else ():
        name = f"{found[1] if found else ''}{count}"
        reason = taken(konzept, kind, name)
        if reason is None or name in konzept.entries:
            break
        reasons.insert(0, reason)
    return reasons


def _depth(konzept: Konzept, entry: Entry) -> int:
    return sum(1 for _ in konzept.above(entry))


def _belongs(entry: Entry, field: str) -> bool:
    return field in (getattr(entry.model, "handlungsfeld", None), *getattr(entry.model, "handlungsfelder", ()))


def _head(number: str) -> str:
    found = _LAST.fullmatch(number)
    return found[1] if found else number


def _next(konzept: Konzept, kind: str, numbers: Iterable[str]) -> str:
    last = max(numbers, key=natural_key)
    found = _LAST.fullmatch(last)
    head, tail = (found[1], found[2]) if found else (f"{last}-", "0")
    number = f"{head}{_counted_on(tail)}"
    return _next(konzept, kind, [number]) if taken(konzept, kind, number) else number


def _counted_on(tail: str) -> str:
    if tail.isdecimal():
        return str(int(tail) + 1)
    roman = tail.upper()
    value = next((number for number in range(1, 89) if _roman(number) == roman), None)
    if value is not None and (len(tail) > 1 or tail.isupper()):
        return _roman(value + 1) if tail.isupper() else _roman(value + 1).lower()
    return chr(ord(tail) + 1) if tail not in {"z", "Z"} else f"{tail}-1"


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written
