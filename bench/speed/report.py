# Writes what was measured into bench/README.md, between two marks; what stands around them is written by hand.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.speed.figures import Goal, goals, middle, per_page, ratio
from bench.speed.results import Results, sizes_in_order

BEGIN, END = "<!-- begin of results -->", "<!-- end of results -->"

NAMES = {
    "kek": "this program, cold",
    "kek-same": "– again, nothing changed",
    "kek-one": "– again, one measure changed",
    "empty": "empty Material site (one page)",
    "mkdocs": "MkDocs + Material, pages only",
    "mkdocs-search": "MkDocs + Material, with its search",
    "hugo": "Hugo, pages only",
    "hugo-data": "Hugo, with search and data",
    "eleventy": "Eleventy, pages only",
    "eleventy-data": "Eleventy, with search and data",
}
"""What is measured, as the table calls it."""


def put(text: str, results: str) -> str:
    """A text with the results between the marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} and {END} are missing")
    return f"{before}{begin}\n{results}\n{end}{after}"


def table(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a Markdown table; the first row is its head."""
    first, *rest = (list(row) for row in rows)
    yield f"| {' | '.join(first)} |"
    yield "|" + "---|" * len(first)
    yield from (f"| {' | '.join(row)} |" for row in rest)


def number(value: float | None, digits: int = 2) -> str:
    """A figure for a cell."""
    return "–" if value is None else f"{value:.{digits}f}"


def report(results: Results) -> str:
    """All tables."""
    lines = [
        *_machines(results),
        "",
        "### Goals",
        "",
        *table([["processor time, unless said otherwise", "goal", "measured", ""], *map(_goal, goals(results))]),
        "",
        "![Processor time of a cold build by number of measures](speed.svg)",
    ]
    for size in sizes_in_order(results.sizes):
        lines += ["", *_size(results, size)]
    return "\n".join(lines)


def _goal(goal: Goal) -> list[str]:
    digits = 0 if goal.unit else 2
    reached = "–" if goal.reached is None else f"{goal.reached:.{digits}f}{goal.unit}"
    return [goal.what, f"≤ {goal.wanted:g}{goal.unit}", reached, goal.state]


def _size(results: Results, size: str) -> Iterator[str]:
    about = results.sizes[size]
    name = "Both shipped concepts" if size == "shipped" else f"N = {int(size):,}"
    yield f"### {name}: {about['measures']:,} measures, {about['pages']:,} things with a page"
    yield ""
    yield _circumstances(results, size)
    yield ""
    head = [
        "",
        "CPU s",
        "this program ÷ it",
        "wall s",
        "peak MB",
        "ms CPU per thing",
        "files",
        "MB",
        "median page of a measure",
    ]
    yield from table([head, *(_case(results, size, case) for case in NAMES if results.of(size, case))])
    if parts := results.parts.get(size):
        yield ""
        yield _shares(parts, ratio(results, size, "kek", "hugo"))


def _machines(results: Results) -> Iterator[str]:
    """On what was measured; one line, unless sizes were measured on different machines or with different versions."""
    seen: dict[str, None] = {}
    for size in sizes_in_order(results.sizes):
        about = results.about[size]
        machine = about["machine"]
        versions = ", ".join(f"{name} {value}" for name, value in about["versions"].items())
        seen[
            f"{machine['processor']}, {machine['cores']} cores, {machine['memory']} of memory, {machine['system']}; "
            f"files on {about['disk']}; {versions}."
        ] = None
    yield from seen


def _circumstances(results: Results, size: str) -> str:
    """When a size was measured, how often, and what."""
    about = results.about[size]
    rounds = max(run.round for run in results.runs if run.size == size) + 1
    return (
        f"Measured on {about['date']}, load at the beginning {about['load']}; medians of up to {rounds} rounds; state "
        f"of the program: `{about['program']}`."
    )


def _shares(parts: dict[str, float], whole: float | None) -> str:
    """Which part of this program's build pages take, and what that is beside Hugo's pages."""
    text = (
        f"Of this program's cold build, {parts['pages']:.0%} are for pages (reading, linking, rendering, the frame), "
        f"{parts['checks']:.0%} for checks, {parts['beside']:.0%} for what is made beside pages (search, data, "
        "pictures, cards, codes, feeds); seen by a sampling profile."
    )
    return text if whole is None else f"{text} Pages alone ÷ Hugo, pages only: about {parts['pages'] * whole:.2f}."


def _case(results: Results, size: str, case: str) -> list[str]:
    site = results.sites.get(f"{size} {case}", {})
    page = per_page(results, size, case)
    peak = middle(results, size, case, "peak")
    other = not case.startswith("kek")
    kilobytes = site.get("page")
    return [
        NAMES[case],
        number(middle(results, size, case)),
        number(ratio(results, size, "kek", case)) if other else "",
        number(middle(results, size, case, "wall")),
        number(peak / 1e6 if peak else None, 0),
        number(page * 1000 if page else None) if case != "empty" else "",
        f"{site['files']:,}" if site else "–",
        number(site["bytes"] / 1e6, 1) if site else "–",
        f"{kilobytes / 1000:.1f} kB" if kilobytes else "–",
    ]
