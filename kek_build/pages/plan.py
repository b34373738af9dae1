# A page that can be written, before it is: which pages a site has, and what each is called, is known without rendering
# one. So a menu can be made first, and a preview writes only the page somebody looks at.
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kek_build.pages.record import PageRecord


@dataclass(frozen=True)
class Planned:
    """A page that can be written."""

    path: str
    """Where it will stand, as `PageRecord.path`."""
    heading: str
    """Its heading, as `PageRecord.heading`: the title without the number."""
    write: Callable[[], PageRecord]
    """Writes it; every call gives the same."""
