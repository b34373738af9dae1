# Which subjects a thing belongs to: those that an editor put it under, or else those of what it hangs on. So a field or
# a goal that is about one subject says it once for all below it, and what is about another says so itself.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept.entries import Entry
from kek_build.concept.finding import Finding
from kek_build.models import Thema
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule
from kek_build.tracing import Memo, kept

if TYPE_CHECKING:
    from kek_build.concept.konzept import Konzept

KINDS_WITH_SUBJECTS = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "kennzahl", "swot")
"""The kinds of thing that belong to subjects, from the top of the chain down; statements follow their topic."""


@dataclass(frozen=True)
class Assigned:
    """The subjects of a thing."""

    names: tuple[str, ...] = ()
    """Their short names, in the order of the list of subjects."""
    above: tuple[Entry, ...] = ()
    """What it has them from; empty where an editor put it under them itself."""

    @property
    def inherited(self) -> bool:
        return bool(self.above)


def wrong_subjects(entries: Iterable[Entry], subjects: Iterable[Thema]) -> Iterator[Finding]:
    """Find subjects that there are not.

    Args:
        entries: the things of a concept.
        subjects: the list of subjects.
    """
    names = {subject.kennung: subject.titel for subject in subjects}
    titles = {subject.titel: subject.kennung for subject in subjects}
    for entry in entries:
        seen: set[str] = set()
        for index, name in enumerate(getattr(entry.model, "themen", ())):
            origin = entry.at("themen", index)
            if name not in names:
                guess = nearest(name, [*names, *titles])
                expected = f"eines dieser Themen: {', '.join(names)}"
                message = f"Das Thema „{name}“ gibt es nicht."
                yield Finding(Rule.NO_SUCH_SUBJECT, origin, message, expected, titles.get(guess or "", guess))
            elif name in seen:
                yield Finding(Rule.REPEATED, origin, f"„{name}“ steht in „themen“ doppelt.", "jeder Eintrag einmal")
            seen.add(name)


class Subjects:
    """The subjects of all things of a concept."""

    def __init__(self, konzept: Konzept) -> None:
        """Take a concept; what its things belong to is worked out when it is asked for, each once."""
        self._konzept = konzept
        self._place = {subject.kennung: place for place, subject in enumerate(konzept.subjects)}
        self._found: Memo[str, Assigned] = Memo()

    def of(self, entry: Entry) -> Assigned:
        """The subjects of a thing.

        A thing that no editor put under a subject has those of the nearest things that it hangs on and that have any:
        a goal those of the goal or field above; a key project those of the goals it stands under, else of its fields;
        a measure those of its key projects, else of its goals, else of its field; an indicator those of what it shows
        progress for; a SWOT topic those of its fields; a statement those of its topic.
        """
        return self._found.get(entry.ref, lambda: self._of(entry))

    def _of(self, entry: Entry) -> Assigned:
        if own := getattr(entry.model, "themen", ()):
            return Assigned(self._ordered(own))
        for above in _ABOVE.get(entry.kind, ()):
            found = [other for other in above(self._konzept, entry) if self.of(other).names]
            if found:
                return Assigned(self._ordered(name for other in found for name in self.of(other).names), tuple(found))
        return Assigned()

    def _ordered(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(dict.fromkeys(names), key=lambda name: self._place[name]))

    @kept
    def _by_name(self) -> dict[str, dict[str, list[Entry]]]:
        found: dict[str, dict[str, list[Entry]]] = {}
        for kind in (*KINDS_WITH_SUBJECTS, "aussage"):
            for entry in self._konzept.of_kind(kind):
                for name in self.of(entry).names:
                    found.setdefault(name, {}).setdefault(kind, []).append(entry)
        return found

    def under(self, name: str, kind: str) -> tuple[Entry, ...]:
        """All things of a kind that belong to a subject, in their order."""
        return tuple(self._by_name.get(name, {}).get(kind, ()))

    @kept
    def present(self) -> tuple[Thema, ...]:
        """The subjects that anything belongs to, in the order of the list."""
        return tuple(subject for subject in self._konzept.subjects if subject.kennung in self._by_name)


_Above = Callable[["Konzept", Entry], Iterable[Entry]]


def _parent(konzept: Konzept, entry: Entry) -> Iterable[Entry]:
    return [konzept[entry.parent]] if entry.parent else []


def _from(relation: str, kind: str) -> _Above:
    return lambda konzept, entry: konzept.sources(entry.ref, relation, kind=kind)


def _to(relation: str) -> _Above:
    return lambda konzept, entry: konzept.targets(entry.ref, relation)


def _goals(konzept: Konzept, entry: Entry) -> Iterable[Entry]:
    """The goals that a measure names, and those that name it."""
    return [*konzept.targets(entry.ref, "ziele"), *konzept.sources(entry.ref, "massnahmen", kind="ziel")]


def _shown_for(konzept: Konzept, entry: Entry) -> Iterable[Entry]:
    """What an indicator shows progress for."""
    return [*konzept.targets(entry.ref, "fuer"), *konzept.sources(entry.ref, "kennzahlen")]


_ABOVE: dict[str, tuple[_Above, ...]] = {
    "ziel": (_parent,),
    "schluesselvorhaben": (_from("schluesselvorhaben", "ziel"), _to("handlungsfelder")),
    "massnahme": (_from("massnahmen", "schluesselvorhaben"), _goals, _to("handlungsfeld")),
    "swot": (_to("handlungsfelder"),),
    "aussage": (_parent,),
    "kennzahl": (_shown_for,),
}
"""What a thing of each kind hangs on, nearest first."""
