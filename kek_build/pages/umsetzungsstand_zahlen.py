# The numbers on a page about the state of a concept, each with the way to the list that it counts: the register of key
# projects or of measures, filtered as the number is counted.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.pages.addresses import SECTIONS
from kek_build.pages.draft import Draft
from kek_build.pages.register import NOT_GIVEN, REMAINS, key_of, register_link
from kek_build.pages.standing import tally_of
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug
from kek_build.steering import Count, Tally
from kek_build.steering.classes import APART, PHASE, Question

_FILTERS = {"handlungsfeld": "feld", "ziel": "ziel"}
"""What a register is filtered by for the things of a scope."""
_DONE = "abgeschlossen"


@dataclass(frozen=True)
class NumberView:
    """A number: what it counts, as in the data, and where the list is that it counts."""

    count: int
    about: str
    """The key of a question, `gezaehlt` or `nicht_gezaehlt`."""
    name: str
    """The class."""
    kind: str
    """`schluesselvorhaben`, `massnahmen` or `zusammen`."""
    href: str | None = None
    """None where nothing is counted, or where two lists are."""


@dataclass(frozen=True)
class Line:
    """A class, or all that is counted: how many there are."""

    name: str
    projects: NumberView
    measures: NumberView
    total: NumberView

    @property
    def missing(self) -> bool:
        """Whether there is none."""
        return not self.total.count


@dataclass(frozen=True)
class Missing:
    """A question, and of how many the content does not answer it."""

    key: str
    title: str
    line: Line


@dataclass(frozen=True)
class ScopeRow:
    """A field or a goal in a table: its phases, first what is not given."""

    link: LinkView
    scope: str
    """What it is called in the data."""
    depth: int
    counted: Line
    phases: tuple[Line, ...]
    """Those that there are."""
    done: NumberView
    href: str | None = None
    """Its own page with all numbers."""


@dataclass(frozen=True)
class Numbers:
    """Makes the numbers of a scope, as seen from a page."""

    draft: Draft
    scope: Entry
    found: Tally

    @classmethod
    def of(cls, draft: Draft, scope: Entry) -> Numbers:
        """The numbers of a concept, a field or a goal."""
        return cls(draft, scope, tally_of(draft.shop, scope))

    @property
    def counted(self) -> Line:
        """All that is counted."""
        return self._line("gezaehlt", "alle", self.found.counted, {})

    def line(self, question: Question, name: str) -> Line:
        """A class of a question."""
        value = NOT_GIVEN if name == question.missing else slug(name)
        return self._line(question.key, name, self.found.of(question, name), {question.key: value})

    def lines(self, question: Question) -> tuple[Line, ...]:
        """All classes of a question."""
        return tuple(self.line(question, name) for name in question.classes)

    def missing(self, question: Question) -> Missing:
        """What a question has no answer for."""
        return Missing(question.key, question.title, self.line(question, question.missing))

    def apart(self) -> Iterator[Line]:
        """What is not counted, by the reason."""
        for name in APART:
            yield self._line("nicht_gezaehlt", name, self.found.apart[name], {"verbleib": slug(name)})

    def row(self, link: LinkView, depth: int = 0, href: str | None = None) -> ScopeRow:
        """The row of the scope in a table of several."""
        lines = self.lines(PHASE)
        done = next(line.total for line in lines if line.name == _DONE)
        given = tuple(line for line in lines if line.total.count)
        return ScopeRow(link, scope_id(self.scope), depth, self.counted, given, done, href)

    def _line(self, about: str, name: str, count: Count, values: dict[str, str]) -> Line:
        kinds = zip(IN_PROGRESS, (count.projects, count.measures), strict=True)
        projects, measures = (
            NumberView(number, about, name, SECTIONS[kind], self._register(kind, values) if number else None)
            for kind, number in kinds
        )
        return Line(name, projects, measures, NumberView(count.total, about, name, "zusammen"))

    def _register(self, kind: str, values: dict[str, str]) -> str:
        within = {_FILTERS[self.scope.kind]: key_of(self.scope)} if self.scope.kind in _FILTERS else {}
        whole = tally_of(self.draft.shop, self.draft.konzept[CONCEPT_REF])
        if "verbleib" not in values and any(count.total for count in whole.apart.values()):
            values = {**values, "verbleib": slug(REMAINS)}
        return (
            register_link(self.draft, kind, **within, **values)
            if within or values
            else self.draft.section(SECTIONS[kind])
        )


def scope_id(scope: Entry) -> str:
    """What a concept, a field or a goal is called in the data."""
    return CONCEPT_REF if scope.kind == "konzept" else f"{SECTIONS[scope.kind]}/{scope.ref}"
