# For commands that work on a single concept: which one, when the folder holds several.
from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kek_build.errors import SetupError

if TYPE_CHECKING:
    from kek_build.concept import Konzept


def add_concept(parser: argparse.ArgumentParser) -> None:
    """Let a command take the name of a concept; `options.konzept` holds it then."""
    parser.add_argument("--konzept", metavar="NAME", help="Ordner des Konzepts; nötig, wenn es mehrere gibt")


def the_one(concepts: Sequence[Konzept], name: str | None) -> Konzept:
    """The concept that is meant.

    Args:
        concepts: all there are.
        name: the name of its folder; None when there is only one.

    Raises:
        SetupError: there is none of that name, or more than one to choose from.
    """
    names = ", ".join(konzept.slug for konzept in concepts)
    if name is None:
        if len(concepts) > 1:
            raise SetupError(f"Es gibt mehrere Konzepte ({names}). Nennen Sie eines: --konzept NAME.")
        return concepts[0]
    found = next((konzept for konzept in concepts if konzept.slug == name), None)
    if found is None:
        raise SetupError(f"Das Konzept „{name}“ gibt es nicht. Es gibt: {names}.")
    return found
