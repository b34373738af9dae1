# The editions of one concept: the frozen ones and the one in force, in their order. Nothing of them is read before
# somebody asks: most builds change the edition in force, and what the others said does not change.
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kek_build.concept import Konzept
from kek_build.editions import kept
from kek_build.editions.comparison import Comparison, compare_editions
from kek_build.editions.mending import Lost
from kek_build.editions.source import Source
from kek_build.editions.states import Things, things_of
from kek_build.models.dates import Datum, ZeitpunktError, parse
from kek_build.tracing import note, unnoted


@dataclass(frozen=True)
class Loaded:
    """A frozen edition, ready to be rendered."""

    konzept: Konzept
    lost: tuple[Lost, ...]
    addresses: Mapping[str, str]
    """Where each of its things is shown, from the top of the site, by its reference."""


@dataclass(frozen=True, eq=False)
class Edition:
    """An edition."""

    name: str
    """What it is called in addresses."""
    concept: str
    """The short name of the concept."""
    source: Callable[[], Source]
    """Gives its files, as they are now."""
    cache: Path | None = None
    """Where what was read of it is kept."""
    load: Callable[[Source], Loaded] | None = None
    """Makes pages possible, of a frozen one."""

    @cached_property
    def files(self) -> Source:
        """Its files, as they were when they were first asked for."""
        return self.source()

    @cached_property
    def things(self) -> Things:
        """What it says, as far as editions are compared."""
        return things_of(self.files, self.concept, self.file("eintraege"))

    @cached_property
    def loaded(self) -> Loaded:
        """The whole of it, with what could not be read."""
        assert self.load is not None
        with unnoted():
            found = self.load(self.files)
        kept.save(self.file("adressen"), (found.addresses, found.lost), self.files.mark)
        return found

    @cached_property
    def _book(self) -> tuple[Mapping[str, str], tuple[Lost, ...]]:
        known = kept.load(self.file("adressen"), self.files.mark)
        return known if known is not None else (self.loaded.addresses, self.loaded.lost)

    @property
    def addresses(self) -> Mapping[str, str]:
        """Where each of its things is shown, by its reference, of a frozen one; what could not be read is not."""
        return self._book[0]

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What could not be read of a frozen one."""
        return self._book[1]

    @property
    def _adopted(self) -> Mapping[str, Any]:
        told = self.things.concept.get("fassung")
        return told if isinstance(told, dict) else {}

    @property
    def title(self) -> str:
        """What it calls itself: `Fortschreibung KEK 2030`."""
        title = self._adopted.get("bezeichnung")
        return title if isinstance(title, str) else self.name

    @property
    def of(self) -> Datum | None:
        """Of when it is, as it says itself."""
        return _date(self._adopted.get("stand"))

    def file(self, what: str) -> Path | None:
        """The file that keeps something of it for the next build."""
        return self.cache / f"{self.concept}-{self.name}-{what}.kek" if self.cache else None


@dataclass(frozen=True)
class Decision:
    """A decision on the concept."""

    on: Datum
    title: str
    text: str | None = None
    body: str | None = None
    """The short name of who took it."""


@dataclass(frozen=True, eq=False)
class Editions:
    """The editions of a concept, the oldest first, the one in force last."""

    concept: str
    all: tuple[Edition, ...] = ()
    _compared: dict[int, Comparison] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is any but the one in force."""
        return len(self.all) > 1

    @property
    def frozen(self) -> Sequence[Edition]:
        """Those that are no longer in force."""
        return self.all[:-1]

    @property
    def current(self) -> Edition:
        """The one in force."""
        return self.all[-1]

    @property
    def key(self) -> tuple[object, ...]:
        """The same as long as the frozen editions are, and their names."""
        return tuple((edition.name, edition.files.mark) for edition in self.frozen), self.all and self.current.name

    def comparison(self, place: int) -> Comparison:
        """An edition, by its place, compared with the next one."""
        if place == len(self.all) - 2:
            note(self.concept, "editions")
        if place not in self._compared:
            self._compared[place] = compare_editions(self.all[place].things, self.all[place + 1].things)
        return self._compared[place]

    def decisions(self, place: int) -> tuple[Decision, ...]:
        """The decisions between an edition, by its place, and the next one, in their order.

        Those after the day of the older one up to that of the newer, as the newer tells them.
        """
        if place == len(self.all) - 2:
            note(self.concept, "editions")
        old, new = self.all[place], self.all[place + 1]
        since, until = old.of, new.of
        return tuple(
            decision
            for decision in _decisions(new.things.concept.get("verlauf"))
            if (since is None or decision.on.last > since.last) and (until is None or decision.on.first <= until.last)
        )

    def successors(self, name: str, ref: str) -> tuple[tuple[str, ...], bool]:
        """What carries on a thing of a frozen edition in the one in force.

        Args:
            name: what the edition is called.
            ref: what the thing is referred to by there.

        Returns:
            References, and whether they are of something else that took its place.
        """
        note(self.concept, "successor", f"{name}/{ref}")
        with unnoted():
            begin = next(place for place, edition in enumerate(self.all) if edition.name == name)
            refs: tuple[str, ...] = (ref,)
            moved = False
            for place in range(begin, len(self.all) - 1):
                comparison = self.comparison(place)
                moved = moved or any(one in comparison.ended for one in refs)
                refs = tuple(dict.fromkeys(to for one in refs for to in comparison.successors.get(one, ())))
            return refs, moved


def _decisions(events: object) -> Iterator[Decision]:
    found = []
    for event in events if isinstance(events, list) else []:
        if isinstance(event, dict) and event.get("art") == "beschluss" and (on := _date(event.get("datum"))):
            text, body = event.get("text"), event.get("gremium")
            found.append(
                Decision(
                    on,
                    str(event.get("titel", "")),
                    text if isinstance(text, str) else None,
                    body if isinstance(body, str) else None,
                )
            )
    yield from sorted(found, key=lambda decision: decision.on)


def _date(value: object) -> Datum | None:
    try:
        return parse(value) if isinstance(value, str) else None
    except ZeitpunktError:
        return None
