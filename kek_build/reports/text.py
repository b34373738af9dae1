# Problems as people read them, in a terminal, in the log of a build, in the answer to a push: place, what is wrong, the
# line with the spot marked, what is expected, an example, and what was probably meant.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from kek_build.errors import IN_CONTENT, Problem, summary
from kek_build.reports.spot import printable, spot

_BOLD, _RED, _BLUE, _GREEN, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[34m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_INDENT = "    "


def as_text(problems: Iterable[Problem], *, colour: bool = False, outcome: str = IN_CONTENT) -> str:
    """Problems as a text.

    Args:
        problems: what was found, in the order to show.
        colour: whether places and words are coloured for a terminal.
        outcome: where the errors are, and what was not done because of them.

    Returns:
        Lines without a line end at the end: a block for each problem, and how many errors there are.
    """
    found = list(problems)
    blocks = ["\n".join(_block(problem, colour=colour)) for problem in found]
    errors = sum(not problem.rule.is_hint for problem in found)
    if errors:
        blocks.append(_paint(summary(errors, outcome), _BOLD, colour=colour))
    return "\n".join(blocks)


def _block(problem: Problem, *, colour: bool) -> Iterator[str]:
    place, message = printable(problem.place), printable(problem.message)
    mark = _BLUE if problem.rule.is_hint else _RED
    name = _paint(f"[{problem.rule.slug}]", _DIM, colour=colour)
    yield f"{_paint(place, _BOLD, colour=colour)}: {_paint(message, mark, colour=colour)} {name}"
    if problem.excerpt and problem.excerpt.strip():
        yield from _excerpt(problem, mark, colour=colour)
    if problem.expected:
        yield from _labelled("Erwartet: ", printable(problem.expected))
    if example := example_of(problem):
        yield from _labelled("Beispiel: ", printable(example))
    if problem.suggestion:
        guess = _paint(printable(problem.suggestion), _GREEN, colour=colour)
        yield f"{_INDENT}Meinten Sie „{guess}“?"


def example_of(problem: Problem) -> str | None:
    """How it is right: in this place, or else as the rule has it; None when the message says so already."""
    example = problem.example or problem.rule.example
    return None if example and problem.expected and example in problem.expected else example


def in_words(problem: Problem) -> str:
    """What is wrong, what is expected, an example and a guess, in lines of plain text without the place."""
    lines = [problem.message]
    if problem.expected:
        lines.append(f"Erwartet: {problem.expected}")
    if example := example_of(problem):
        lines.append(f"Beispiel: {example}")
    if problem.suggestion:
        lines.append(f"Meinten Sie „{problem.suggestion}“?")
    return "\n".join(lines)


def _excerpt(problem: Problem, mark: str, *, colour: bool) -> Iterator[str]:
    marked = spot(problem.excerpt or "", problem.column)
    number = f"{problem.line:>5}"
    bar = _paint("|", _DIM, colour=colour)
    yield f"{_paint(number, _DIM, colour=colour)} {bar} {marked.line}"
    if marked.mark:
        yield f"{' ' * len(number)} {bar} {marked.mark[:-1]}{_paint('^', mark, colour=colour)}"


def _labelled(label: str, text: str) -> Iterator[str]:
    """A text behind its label; further lines of it stand below its first, unless they are indented already."""
    first, *rest = text.split("\n")
    yield f"{_INDENT}{label}{first}"
    aligned = not any(line.startswith("      ") for line in rest)
    for line in rest:
        yield f"{_INDENT}{' ' * len(label)}{line}" if aligned else line


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"{code}{text}{_PLAIN}" if colour else text
