# Medians and ratios. A ratio is taken within each round, whose runs stand side by side in time, and only then its
# median: what slows a machine for minutes then slows both.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench.speed.results import Results, Run


def middle(results: Results, size: str, case: str, what: str = "cpu") -> float | None:
    """The median of a case; None when it was not measured."""
    runs = results.of(size, case).values()
    return median(getattr(run, what) for run in runs) if runs else None


def ratio(results: Results, size: str, case: str, peer: str, what: str = "cpu") -> float | None:
    """The median of the ratios of each round; None when no round has both."""
    own, other = results.of(size, case), results.of(size, peer)
    both = [_value(own[number], what) / _value(other[number], what) for number in own.keys() & other.keys()]
    return median(both) if both else None


def _value(run: Run, what: str) -> float:
    return float(getattr(run, what))


def per_page(results: Results, size: str, case: str) -> float | None:
    """Seconds of processor time for each page of the content."""
    cpu = middle(results, size, case)
    return None if cpu is None else cpu / int(results.sizes[size]["pages"])


@dataclass(frozen=True)
class Goal:
    """A goal, and how far it is reached."""

    what: str
    wanted: float
    reached: float | None
    unit: str = ""

    @property
    def state(self) -> str:
        """In a word."""
        if self.reached is None:
            return "not measured"
        return "reached" if self.reached <= self.wanted else "missed"


def goals(results: Results) -> Iterator[Goal]:
    """The goals of a fast build, for the sizes they name."""
    for size, wanted in (("1000", 0.25), ("5000", 0.15)):
        yield Goal(
            f"cold build ÷ plain MkDocs + Material, N = {size}", wanted, ratio(results, size, "kek", "mkdocs-search")
        )
    for size, wanted in (("1000", 1.0), ("5000", 0.6), ("20000", 0.5)):
        yield Goal(
            f"cold build ÷ Hugo with search and data, N = {size}", wanted, ratio(results, size, "kek", "hugo-data")
        )
        yield Goal(f"cold build ÷ Hugo, pages only, N = {size}", wanted, ratio(results, size, "kek", "hugo"))
    for size, wanted in (("1000", 1.5), ("5000", 2.0)):
        yield Goal(
            f"no-change rebuild ÷ empty Material site, N = {size}", wanted, ratio(results, size, "kek-same", "empty")
        )
    yield Goal("one-measure rebuild ÷ cold build, N = 5000", 0.3, ratio(results, "5000", "kek-one", "kek"))
    large, small = (per_page(results, size, "kek") if size in results.sizes else None for size in ("20000", "1000"))
    yield Goal("CPU per page, N = 20000 ÷ N = 1000", 1.1, large / small if large and small else None)
    for size, wanted in (("5000", 250.0), ("20000", 700.0)):
        peak = middle(results, size, "kek", "peak")
        yield Goal(f"peak memory, N = {size}", wanted, peak / 1e6 if peak else None, " MB")
    yield Goal("both shipped concepts, cold ÷ empty Material site", 2.0, ratio(results, "shipped", "kek", "empty"))
