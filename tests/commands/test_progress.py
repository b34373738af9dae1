# The line that tells what a long command is doing.
from __future__ import annotations

import io

import pytest

from kek_build.commands.progress import DELAY, Progress


class Terminal(io.StringIO):
    """What somebody sees on a terminal of one line and what scrolled up above it."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        lines = []
        for line in self.getvalue().split("\n"):
            shown = ""
            for part in line.split("\r"):
                shown = part + shown[len(part) :]
            lines.append(shown.rstrip())
        return lines


class Clock:
    """A clock that the test turns."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    return Terminal()


def test_what_is_done_soon_shows_nothing(terminal: Terminal, clock: Clock) -> None:
    progress = Progress(terminal, clock=clock)
    progress("Der Inhalt wird gelesen")
    clock.seconds = DELAY - 0.1
    progress.tick()
    assert terminal.getvalue() == ""


def test_what_takes_longer_says_what_it_is_at_in_one_line(terminal: Terminal, clock: Clock) -> None:
    progress = Progress(terminal, clock=clock)
    clock.seconds = 3
    progress("Der Inhalt wird gelesen")
    progress.tick()
    assert terminal.screen() == ["Der Inhalt wird gelesen … (3 s)"]
    clock.seconds = 4
    progress("Seiten", 7, 448)
    progress.tick()
    assert terminal.screen() == ["Seiten: 7 von 448 (4 s)"]


def test_nothing_is_left_of_it_at_the_end(terminal: Terminal, clock: Clock) -> None:
    with Progress(terminal, clock=clock) as progress:
        clock.seconds = 3
        progress("Seiten")
        progress.tick()
    assert terminal.screen() == [""]


def test_what_stays_appears_above_the_line(terminal: Terminal, clock: Clock) -> None:
    progress = Progress(terminal, clock=clock)
    clock.seconds = 3
    progress("Seiten")
    progress.tick()
    progress.write("Ein Hinweis\n")
    progress.tick()
    assert terminal.screen() == ["Ein Hinweis", "Seiten … (3 s)"]


def test_a_long_step_stays_in_one_line(terminal: Terminal, clock: Clock) -> None:
    progress = Progress(terminal, clock=clock)
    clock.seconds = 3
    progress("Die Bilder für Vorschauen in Messengern werden gezeichnet")
    progress.tick()
    (line,) = terminal.screen()
    assert len(line) == 39
    assert line.endswith("…")


def test_it_is_quiet_where_nobody_looks_on(clock: Clock) -> None:
    log = io.StringIO()
    with Progress(log, clock=clock) as progress:
        clock.seconds = 3
        progress("Seiten")
        progress.tick()
        progress.write("Eine Warnung\n")
    assert log.getvalue() == "Eine Warnung\n"


def test_it_is_quiet_when_asked_to_be(terminal: Terminal, clock: Clock) -> None:
    with Progress(terminal, quiet=True, clock=clock) as progress:
        clock.seconds = 3
        progress("Seiten")
        progress.tick()
    assert terminal.getvalue() == ""


def test_a_terminal_that_cannot_go_back_gets_a_line_a_step(
    terminal: Terminal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    progress = Progress(terminal, clock=clock)
    clock.seconds = 3
    for done in range(3):
        progress("Seiten", done, 3)
        progress.tick()
    progress("Suche")
    progress.tick()
    assert terminal.getvalue() == "Seiten …\nSuche …\n"


def test_no_colour_is_used(terminal: Terminal, clock: Clock) -> None:
    progress = Progress(terminal, clock=clock)
    clock.seconds = 3
    progress("Seiten", 1, 2)
    progress.tick()
    progress.write("Ein Hinweis\n")
    assert "\x1b" not in terminal.getvalue()
