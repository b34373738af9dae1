# What a preview knows at one moment: the site as it last was right, what is wrong since, and how old that is which only
# a whole build makes. Never changed, only replaced, so that whoever serves a page looks at one moment and not at two.
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kek_build.errors import Problem
from kek_build.preview.source import View


@dataclass(frozen=True)
class Trouble:
    """Why the newest files cannot be shown."""

    problems: tuple[Problem, ...] = ()
    """What is wrong with the content, each with its place."""
    text: str = ""
    """What else is wrong, as a German text."""


@dataclass(frozen=True)
class State:
    """A preview at one moment."""

    number: int = 0
    """Rises with every change."""
    view: View | None = None
    """The site as it last was right."""
    trouble: Trouble | None = None
    """What is wrong with the files as they are now."""
    built: Path | None = None
    """The last whole build: search, data, feeds, cards, pictures."""
    builds: int = 0
    """How many whole builds there were."""
    behind: bool = True
    """Whether the last whole build is older than the view."""
    unbuildable: str = ""
    """Why the whole site could not be built from files that are right one by one; a German text."""


class What(Enum):
    """What there is to tell."""

    SHOWN = "shown"
    WRONG = "wrong"
    BUILDING = "building"
    BUILT = "built"
    UNBUILDABLE = "unbuildable"
    FAILED_PAGE = "failed page"


@dataclass(frozen=True)
class News:
    """Something that happened, for whoever started the preview."""

    what: What
    seconds: float = 0.0
    """How long it took."""
    changed: tuple[Path, ...] = ()
    """The files that changed."""
    trouble: Trouble | None = None
    text: str = ""
