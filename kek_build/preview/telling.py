# What the browser shows of a preview besides the page: what is wrong, with place, line and what to write instead, and
# what may be behind. The words are made here and laid out by templates, like all that people read.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.errors import Problem, summary
from kek_build.pages.templates import environment
from kek_build.preview.state import State
from kek_build.reports.spot import printable, spot
from kek_build.reports.text import example_of

PREFIX = "/_vorschau/"
"""Where on the server the preview's own files are; no page of a site begins like this."""


@dataclass(frozen=True)
class ProblemView:
    """A problem as the browser shows it."""

    place: str
    message: str
    before: str
    """The line up to the spot; all of it when the whole line is meant."""
    spot: str
    """The character that is meant."""
    after: str
    expected: str | None
    example: str | None
    suggestion: str | None
    line: int


def trouble_html(state: State) -> str:
    """What is wrong, as HTML to lay over a page; empty when nothing is."""
    trouble = state.trouble
    if trouble is None and not state.unbuildable:
        return ""
    problems = list(map(problem_view, trouble.problems)) if trouble else []
    errors = sum(not problem.rule.is_hint for problem in trouble.problems) if trouble else 0
    return (
        environment()
        .get_template("vorschau/fehler.html.j2")
        .render(
            problems=problems,
            title=summary(errors, "im Inhalt").removesuffix(".") if errors else "",
            text=trouble.text if trouble else state.unbuildable,
            only_build=trouble is None,
            has_page=state.view is not None,
        )
    )


def own_page(template: str, **shown: str) -> str:
    """A page of the preview itself, where there is none of the site, from `docs_templates/vorschau/`."""
    return environment().get_template(f"vorschau/{template}.html.j2").render(shown, prefix=PREFIX)


def note(state: State) -> str:
    """What may be behind, in a few words; empty when nothing is."""
    if state.trouble or state.unbuildable or not state.behind:
        return ""
    if state.built is None:
        return "Suche, Daten und Karten werden noch gebaut."
    return "Suche, Daten und Karten folgen gleich."


def problem_view(problem: Problem) -> ProblemView:
    """A problem in words."""
    before, at, after = _marked(problem)
    return ProblemView(
        problem.place,
        printable(problem.message),
        before,
        at,
        after,
        problem.expected and printable(problem.expected),
        example_of(problem),
        problem.suggestion and printable(problem.suggestion),
        problem.line,
    )


def _marked(problem: Problem) -> tuple[str, str, str]:
    if not (problem.excerpt and problem.excerpt.strip()):
        return "", "", ""
    marked = spot(problem.excerpt, problem.column)
    if not marked.mark:
        return marked.line, "", ""
    at = len(marked.mark) - 1
    return marked.line[:at], marked.line[at : at + 1] or " ", marked.line[at + 1 :]
