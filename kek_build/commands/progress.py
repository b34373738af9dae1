# What a long command is doing, in one line of the terminal that is written over: whoever waits longer than two seconds
# learns what for. Where nobody looks on (a pipe, a log, CI), and with `--still`, it says nothing. It uses no colour and
# no control but the carriage return, so NO_COLOR and old consoles need no care; a terminal that cannot go back to the
# start of its line gets a line for each step instead.
from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

DELAY = 2.0
"""Seconds before anything shows: what is done sooner needs no display."""
_EVERY = 0.2
"""Seconds between two looks at the clock."""


class Progress:
    """Shows which step a command is at, while the `with` block runs.

    It is called with each step, so the core can be given it as a plain function; and it can be written to like a file,
    so that what stays on the screen (a log) appears above the line.
    """

    def __init__(
        self, stream: TextIO | None = None, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Prepare the display.

        Args:
            stream: where it shows; by default standard error.
            quiet: whether it says nothing at all.
            clock: tells the seconds.
        """
        self._stream = sys.stderr if stream is None else stream
        self._shows = not quiet and self._stream.isatty()
        self._goes_back = os.environ.get("TERM") != "dumb"
        self._clock = clock
        self._start = clock()
        self._step = ""
        self._told = ""
        self._done = self._of = 0
        self._width = 0
        self._lock = threading.RLock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        if self._shows:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        with self._lock:
            self._erase()
            self._stream.flush()

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """Say what the command is at.

        Args:
            step: what it does, in a few German words: „Die Seiten werden gesetzt“.
            done: how many parts of it are done.
            of: how many there are; 0 when nobody knows.
        """
        self._step, self._done, self._of = step, done, of

    def write(self, text: str) -> int:
        """Write what stays, above the line."""
        with self._lock:
            self._erase()
            return self._stream.write(text)

    def flush(self) -> None:
        """Bring what was written to the screen."""
        self._stream.flush()

    def tick(self) -> None:
        """Show the step, once the command has taken longer than the delay."""
        seconds = self._clock() - self._start
        if not self._shows or seconds < DELAY or not self._step:
            return
        with self._lock:
            if self._goes_back:
                self._draw(seconds)
            elif self._step != self._told:
                self._told = self._step
                self._stream.write(f"{self._step} …\n")
            self._stream.flush()

    def _draw(self, seconds: float) -> None:
        count = f": {self._done} von {self._of}" if self._of else " …"
        line = f"{self._step}{count} ({seconds:.0f} s)"
        # The last column stays free: some consoles begin a new line when it is written to.
        room = shutil.get_terminal_size().columns - 1
        line = line if len(line) <= room else f"{line[: room - 1]}…"
        self._stream.write(f"\r{line.ljust(self._width)}")
        self._width = len(line)

    def _erase(self) -> None:
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._width = 0

    def _run(self) -> None:
        while not self._stop.wait(_EVERY):
            self.tick()
