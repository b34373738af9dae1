# From which length on lists are cut, so that no page grows with the concept. Below, everything stands on one page.
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Lengths of lists; a row of a register takes about 80 bytes of a compressed page, a link about 40."""

    whole: int = 500
    """Up to how many rows a register or directory stands whole on its page."""
    page: int = 250
    """How many rows a page of a longer one holds."""
    links: int = 100
    """How many rows of one list the page of a thing shows, when there is more than that on its page."""
    values: int = 100
    """Up to how many values of a filter the page of a long register itself names."""
    mentions: int = 5
    """How many mentions of a term the glossary shows, when it has more terms than a page has rows; it stays whole, for
    its terms are addresses."""

    def of_terms(self, terms: int) -> int:
        """How many mentions of each term a glossary of so many shows."""
        return self.links if terms <= self.page else min(self.links, self.mentions)


LIMITS = Limits()
"""Those of every site."""
ENDLESS = Limits(*[1_000_000_000] * 5)
"""Those of paper, which is read from the beginning to the end."""
