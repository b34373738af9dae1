# Which editions a site's configuration names, and whether they can be: each with a name of its own that is no other
# address of the concept, the oldest first. The last one may be the one in force, which only gets a name.
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kek_build.site import FruehereFassung

NOW = "jetzt"
"""What the edition in force is called in addresses when nobody named it."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Wrong:
    """What is wrong with an edition."""

    place: int
    """Its place in the list."""
    key: str
    """Its key that is wrong; empty when the edition as a whole is."""
    message: str
    expected: str


@dataclass(frozen=True)
class Declared:
    """The editions of a concept."""

    frozen: tuple[FruehereFassung, ...]
    """Those that are no longer in force, the oldest first."""
    now: str = NOW
    """What the one in force is called."""


def declared(given: Sequence[FruehereFassung]) -> Declared:
    """Part the editions of a concept into those that are frozen and the one in force."""
    last = given[-1] if given else None
    if last is not None and last.tag is None and last.ordner is None:
        return Declared(tuple(given[:-1]), last.kennung)
    return Declared(tuple(given))


def wrong(given: Sequence[FruehereFassung], taken: Collection[str]) -> Iterator[Wrong]:
    """What is wrong with the editions of a concept.

    Args:
        given: the editions as the configuration names them.
        taken: what stands below the address of the concept already, in small letters: `massnahmen`, `1-32`.
    """
    names: dict[str, int] = {}
    places: dict[tuple[str | None, str | None], int] = {}
    for place, one in enumerate(given):
        name = one.kennung
        if not _NAME.fullmatch(name):
            yield Wrong(place, "kennung", f"Eine Fassung kann nicht „{name}“ heißen.",
                        "kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche: 2019")  # fmt: skip
        elif name in taken:
            yield Wrong(place, "kennung", f"Eine Fassung kann nicht „{name}“ heißen: Das ist schon eine Adresse des "
                        "Konzepts.", "ein Name, den nichts anderes hat, zum Beispiel ein Jahr: 2019")  # fmt: skip
        if name in names:
            yield Wrong(place, "kennung", f"Die Fassung „{name}“ steht doppelt.", "jede Kennung einmal")
        names.setdefault(name, place)
        where = (one.tag, one.ordner)
        if where == (None, None):
            if place < len(given) - 1 or place == 0:
                yield Wrong(place, "", f"Bei der Fassung „{name}“ fehlt, wo sie liegt.",
                            "tag: und ein Tag in Git, oder ordner: und ein Ordner; nur die letzte nach anderen darf "
                            "ohne sein: Sie ist die geltende")  # fmt: skip
        elif where in places:
            first = given[places[where]].kennung
            yield Wrong(place, "tag" if one.tag else "ordner",
                        f"Die Fassung „{name}“ ist dieselbe wie „{first}“.", "jede Fassung einmal")  # fmt: skip
        places.setdefault(where, place)
