# Which things get which new name: the one that was asked for, and those whose name begins with it (a goal's sub-goals).
# What cannot be is told before anything is planned.
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS, PREFIXES
from kek_build.concept.former import NUMBERED, Tombstone, former_refs
from kek_build.errors import SetupError
from kek_build.models.base import Number, Slug
from kek_build.models.swot import StatementId
from kek_build.reading.suggestions import nearest

_NUMBER = "eine Nummer aus Buchstaben und Ziffern, mit . oder -: III.1, 1-32"
_FORMS: Mapping[str, tuple[TypeAdapter[str], str]] = {
    **dict.fromkeys(NUMBERED, (TypeAdapter(Number), _NUMBER)),
    "aussage": (TypeAdapter(StatementId), "staerke-1, schwaeche-2, chance-3 oder risiko-4"),
}
_SLUG = (TypeAdapter[str](Slug), "eine Kennung aus kleinen Buchstaben ohne Umlaute, Ziffern, Bindestrichen")


def form_of(kind: str) -> tuple[TypeAdapter[str], str]:
    """What checks the number or short name of a kind of thing, and how that is told."""
    return _FORMS.get(kind, _SLUG)


def new_names(konzept: Konzept, old: str, new: str) -> dict[str, str]:
    """Find out what a renaming renames.

    Args:
        konzept: the concept.
        old: the reference of a thing: `3-34`, `swot/bildung`, `swot/bildung#schwaeche-2`, `orte/zwenkau`.
        new: its new number or short name, with or without what stands before it (`orte/`).

    Returns:
        The new reference of each thing that gets one, by its old one, in the order of the concept. With a field or a
        goal, the goals below it are renamed whose number begins with its number.

    Raises:
        SetupError: there is no such thing, or the new name is malformed or taken.
    """
    entry = konzept.entries.get(old)
    if entry is None:
        raise SetupError(unknown(konzept, old))
    if entry.kind in {"konzept", "leitsatz"}:
        raise SetupError(f"Ein {KINDS[entry.kind][1]} hat keine Nummer und keine Kennung.")
    prefix = _prefix(entry)
    name = new.removeprefix(prefix)
    adapter, form = form_of(entry.kind)
    try:
        adapter.validate_python(name)
    except ValidationError:
        raise SetupError(f"„{new}“ hat nicht die richtige Form. Erwartet: {form}.") from None
    if prefix + name == old:
        raise SetupError(f"„{old}“ heißt schon so.")
    if entry.kind == "aussage" and name.rpartition("-")[0] != old.rpartition("#")[2].rpartition("-")[0]:
        raise SetupError(f"„{name}“ passt nicht: Die Aussage steht in einem anderen Quadranten.")
    names = {old: prefix + name}
    if entry.kind in {"handlungsfeld", "ziel"}:
        names |= {goal: name + goal[len(old) :] for goal in _goals_below(konzept, entry)}
    problems = [problem for before, after in names.items() if (problem := _taken(konzept, names, before, after))]
    if problems:
        raise SetupError("\n".join(problems))
    return names


def _prefix(entry: Entry) -> str:
    return f"{entry.parent}#" if entry.kind == "aussage" else PREFIXES.get(entry.kind, "")


def _goals_below(konzept: Konzept, entry: Entry) -> Iterator[str]:
    for goal in konzept.children(entry.ref, "ziel"):
        if re.match(rf"{re.escape(entry.ref)}[.-]", goal.ref):
            yield goal.ref
            yield from _goals_below(konzept, goal)


def unknown(konzept: Konzept, old: str) -> str:
    """What to say of a reference that nothing is called by, with what was probably meant."""
    told = f"„{old}“ gibt es in {konzept.folder} nicht."
    former = konzept.former.past(old)
    if isinstance(former, Tombstone):
        return f"{told} Es wurde aufgehoben ({former.origin.file})."
    if former is not None:
        return f"{told} Es heißt jetzt „{former.ref}“."
    guess = nearest(old, (ref for ref in konzept.entries if ref != CONCEPT_REF))
    return f"{told}\n    Meinten Sie „{guess}“?" if guess else told


def _taken(konzept: Konzept, names: Mapping[str, str], before: str, after: str) -> str | None:
    """Why a thing cannot get a name; None when it can."""
    found = konzept.former.find(after)
    if found is None or (after.lower() not in _exact(konzept)):
        return None
    if isinstance(found, Tombstone):
        return f"„{after}“ ist aufgehoben ({found.origin.file}); eine Nummer oder Kennung wird nicht neu vergeben."
    if found.ref == before:
        return None  # an own former name, or only other capitals
    if found.ref.lower() == after.lower():
        moves_away = found.ref in names and names[found.ref].lower() != after.lower()
        return None if moves_away else f"„{after}“ ist vergeben: {KINDS[found.kind][1]} in {found.origin.file}."
    return f"„{after}“ hieß früher „{found.ref}“ ({found.origin.file}); die alte Adresse führt dorthin."


def _exact(konzept: Konzept) -> set[str]:
    """All names that are or were in use, in small letters."""
    former = konzept.former
    return {*former.entries, *former.aliases, *former.tombstones}


def own_alias(entry: Entry, after: str) -> int | None:
    """The place in its list of former names at which a thing has a name that it gets back."""
    return next((index for index, ref in former_refs(entry) if ref.lower() == after.lower()), None)
