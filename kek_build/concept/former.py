# What things were called before (`aliase`), and what was dissolved (aufgehoben.yml): names that content may no longer
# use, but whose addresses go on answering. Whatever an old name could be confused with is a problem.
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kek_build.concept.entries import KINDS, PREFIXES, Entry
from kek_build.models import Aufgehoben
from kek_build.reading import Origin
from kek_build.reading.folder import Ended
from kek_build.rules import Rule

NUMBERED = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme")
"""The kinds that are called by a number."""
SUCCESSORS = ("ersetzt_durch", "zusammengefuehrt_mit")
"""The keys that name what carries on."""

_KIND_OF = {prefix: kind for kind, prefix in PREFIXES.items()}

Report = Callable[[Rule, Origin, str, str | None], None]
"""Takes a problem: its rule, the place, what is wrong, and what is expected."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A thing that was dissolved."""

    kind: str
    ref: str
    """What it was called."""
    model: Aufgehoben
    origin: Origin

    @property
    def number(self) -> str | None:
        """The number it had; None for things with a short name only."""
        return self.ref if self.kind in NUMBERED else None

    @property
    def successors(self) -> tuple[str, ...]:
        """What carries on, as written."""
        return tuple(dict.fromkeys((*self.model.ersetzt_durch, *self.model.zusammengefuehrt_mit)))


@dataclass(frozen=True)
class Former:
    """All names that are no longer used; keys are references in small letters."""

    aliases: Mapping[str, Entry | Tombstone]
    tombstones: Mapping[str, Tombstone]
    entries: Mapping[str, Entry]
    """What there is, by reference in small letters."""

    def find(self, ref: str, kind: str | None = None) -> Entry | Tombstone | None:
        """What answers for a reference, whether it is used today or was once.

        Args:
            ref: a reference, in small letters or not: `3-34`, `swot/bildung#schwaeche-2`.
            kind: what it must be a name of.

        Returns:
            The thing itself, the one that carries its name on, or the tombstone; a statement of a topic that was
            renamed is looked for there, one of a topic that was dissolved has the topic's tombstone.
        """
        key = ref.lower()
        found = self.entries.get(key) or self.aliases.get(key) or self.tombstones.get(key)
        topic, mark, anchor = key.partition("#")
        if found is None and mark:
            above = self.aliases.get(topic) or self.tombstones.get(topic)
            if isinstance(above, Tombstone):
                return above
            return self.find(f"{above.ref}#{anchor}", kind) if above else None
        if found is None and kind == "ziel":
            return self._goal_above(key)
        return found if found is None or kind in {None, found.kind} else None

    def past(self, ref: str) -> Entry | Tombstone | None:
        """What a reference meant that nothing is called by any more."""
        return None if ref.lower() in self.entries else self.find(ref)

    def things(self) -> Iterator[Entry | Tombstone]:
        """Everything that there is or was."""
        yield from self.entries.values()
        yield from self.tombstones.values()

    def _goal_above(self, key: str) -> Tombstone | None:
        """The tombstone of the field or goal that a goal stood in: numbers say what stands in what."""
        for end in reversed([mark.start() for mark in re.finditer(r"[.-]", key)]):
            above = self.tombstones.get(key[:end]) or self.aliases.get(key[:end])
            if isinstance(above, Tombstone) and above.kind in {"ziel", "handlungsfeld"}:
                return above
        return None


def former_refs(thing: Entry | Tombstone) -> Iterator[tuple[int, str]]:
    """The references by which a thing was known before, each with its place in the list."""
    for index, alias in enumerate(names_of(thing)):
        if thing.kind == "aussage":
            yield index, alias if "#" in alias else f"{thing.ref.partition('#')[0]}#{alias}"
        else:
            yield index, PREFIXES.get(thing.kind, "") + alias


def names_of(thing: Entry | Tombstone) -> tuple[str, ...]:
    """The numbers or short names that a thing had before, as written."""
    return tuple(getattr(thing.model, "aliase", ()))


def collect(
    entries: Mapping[str, Entry], ended: Iterable[Ended], place: Callable[[Origin], str], report: Report
) -> Former:
    """Gather all names that are no longer used, and report those that mean two things.

    Args:
        entries: what there is, by reference.
        ended: the tombstones, as read.
        place: file and line of something, for messages.
        report: takes the problems.
    """
    now = {ref.lower(): entry for ref, entry in entries.items()}
    tombstones: dict[str, Tombstone] = {}
    for item in ended:
        ref, at = item.model.verweis, Origin(item.origin.file, (*item.origin.path, "verweis"))
        kind = _kind(item, report)
        if taken := now.get(ref.lower()):
            report(Rule.TOMBSTONE, at, f"„{ref}“ ist aufgehoben, steht aber noch in {place(taken.origin)}.",
                   "entweder den Eintrag dort oder den hier")  # fmt: skip
        elif first := tombstones.get(ref.lower()):
            report(Rule.TOMBSTONE, at, f"„{ref}“ steht doppelt (zuerst in {place(first.origin)}).",
                   "jede Nummer und Kennung einmal")  # fmt: skip
        elif kind:
            tombstones[ref.lower()] = Tombstone(kind, ref, item.model, item.origin)
    former = Former({}, tombstones, now)
    aliases: dict[str, Entry | Tombstone] = {}
    for thing in former.things():
        for index, ref in former_refs(thing):
            if said := _taken(Former(aliases, tombstones, now), ref, names_of(thing)[index], place):
                report(Rule.FORMER_NAME, Origin(thing.origin.file, (*thing.origin.path, "aliase", index)), *said)
            else:
                aliases[ref.lower()] = thing
    return Former(aliases, tombstones, now)


def _taken(former: Former, ref: str, name: str, place: Callable[[Origin], str]) -> tuple[str, str] | None:
    """Why something cannot be a former name, and what is expected; None when it can."""
    key = ref.lower()
    if taken := former.entries.get(key):
        return (f"„{name}“ ist vergeben: {KINDS[taken.kind][1]} in {place(taken.origin)}.",
                "eine frühere Nummer oder Kennung, die nichts anderes mehr hat")  # fmt: skip
    if stone := former.tombstones.get(key):
        return f"„{name}“ ist aufgehoben ({place(stone.origin)}).", "entweder „aliase“ hier oder den Eintrag dort"
    if other := former.aliases.get(key):
        return (f"„{name}“ steht schon unter „aliase“ von „{other.ref}“ ({place(other.origin)}).",
                "jede frühere Nummer oder Kennung einmal")  # fmt: skip
    return None


def _kind(item: Ended, report: Report) -> str | None:
    """What kind of thing a tombstone stands for."""
    ref, given = item.model.verweis, item.model.art
    prefix, slash, _ = ref.partition("/")
    if slash:
        if given is not None:
            report(Rule.TOMBSTONE, Origin(item.origin.file, (*item.origin.path, "art")), "„art“ ist hier überflüssig.",
                   "„art“ nur bei Nummern")  # fmt: skip
        return "aussage" if "#" in ref else _KIND_OF[f"{prefix}/"]
    if given is None:
        report(Rule.MISSING_KEY, item.origin, f"„art“ fehlt: Was war „{ref}“?", f"art: {', '.join(NUMBERED)}")
    return given


def circles(following: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The shortest way from each thing back to itself, where there is one.

    Args:
        following: for each thing what comes after it.
    """
    found: dict[str, list[str]] = {}
    for start in following:
        ways = [[start]]
        seen: set[str] = set()
        while ways and start not in found:
            way = ways.pop(0)
            for target in following.get(way[-1], ()):
                if target == start:
                    found[start] = [*way, start]
                    break
                if target not in seen:
                    seen.add(target)
                    ways.append([*way, target])
    return found
