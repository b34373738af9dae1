# Keeps what was measured in a file, run by run, so that a long measurement goes on after a break.
from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Run:
    """One measured run."""

    size: str
    case: str
    round: int
    cpu: float
    wall: float
    peak: int


@dataclass
class Results:
    """All runs; those of one size are of one state of the program on one machine."""

    about: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By size: program, machine, versions, date, load, disk."""
    runs: list[Run] = field(default_factory=list)
    sites: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By size and case: files, bytes and the median page of the site that was built."""
    sizes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By size: how many pages and measures the content has."""
    parts: dict[str, dict[str, float]] = field(default_factory=dict)
    """By size: which share of this program's cold build pages take, checks, and what is made beside pages."""

    def done(self, size: str, case: str, number: int) -> bool:
        """Whether a run was made already."""
        return any((run.size, run.case, run.round) == (size, case, number) for run in self.runs)

    def discard(self, size: str) -> None:
        """Forget all that was measured of a size."""
        self.runs = [run for run in self.runs if run.size != size]
        self.sites = {name: site for name, site in self.sites.items() if name.split()[0] != size}
        for found in (self.about, self.sizes, self.parts):
            found.pop(size, None)

    def of(self, size: str, case: str) -> dict[int, Run]:
        """The runs of a case, by round."""
        return {run.round: run for run in self.runs if (run.size, run.case) == (size, case)}


def read(path: Path) -> Results:
    """What was measured before; nothing when there is no such file."""
    if not path.is_file():
        return Results()
    data = json.loads(path.read_text(encoding="utf-8"))
    return Results(data["about"], [Run(**run) for run in data["runs"]], data["sites"], data["sizes"], data["parts"])


def write(path: Path, results: Results) -> None:
    """Write everything, at once: a break leaves the old file or the new one."""
    lines = ",\n  ".join(json.dumps(asdict(run)) for run in results.runs)
    rest = {"about": results.about, "sizes": results.sizes, "sites": results.sites, "parts": results.parts}
    text = json.dumps(rest, indent=1, ensure_ascii=False).removesuffix("\n}")
    new = path.with_suffix(".new")
    new.write_text(f'{text},\n "runs": [\n  {lines}\n ]\n}}\n', encoding="utf-8")
    os.replace(new, path)  # noqa: PTH105


def sizes_in_order(sizes: Iterable[str]) -> list[str]:
    """Numbers by size, then what is no number."""
    return sorted(set(sizes), key=lambda size: (not size.isdigit(), int(size) if size.isdigit() else 0, size))
