# What the small pages outside the site's frame (those that lead on, cards of what ended) have in common with it.
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """What every page of the site has in its head."""

    policy: str
    """The content security policy."""
    style_sheet: str
    """The address of the style sheet, relative to the site."""
