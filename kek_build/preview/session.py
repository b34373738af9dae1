# A preview at work: after a change it looks at the site anew, at once; and when nobody has changed anything for a
# moment, it builds the whole site aside, in a process of its own, for what is not a page (search, data, feeds, cards).
# One thread does all of it in turn, so no step meets another; a change stops a build that it makes worthless.
from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kek_build.errors import ContentError, KekError
from kek_build.preview.source import Source
from kek_build.preview.state import News, State, Trouble, What

IDLE = 2.0
"""Seconds without a change after which the whole site is built."""
_TICK = 0.1
"""Seconds between two looks at a build that goes on."""


class Session:
    """Holds the state of a preview, and replaces it when something happens."""

    def __init__(self, source: Source, folder: Path, tell: Callable[[News], None], idle: float = IDLE) -> None:
        """Prepare a preview.

        Args:
            source: the site.
            folder: an empty folder for whole builds.
            tell: is told what happens, from the thread that does the work.
            idle: seconds without a change after which the whole site is built.
        """
        self.source = source
        self._folder = folder
        self._tell = tell
        self._idle = idle
        self._state = State()
        self._news = threading.Condition()
        self._changes: queue.SimpleQueue[frozenset[Path] | None] = queue.SimpleQueue()
        self._build: _Build | None = None
        self._failed: set[tuple[int, str]] = set()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._closed = False

    @property
    def state(self) -> State:
        """The preview as it is now."""
        return self._state

    @property
    def closed(self) -> bool:
        """Whether the preview has ended."""
        return self._closed

    def start(self) -> None:
        """Look at the site for the first time, then follow it."""
        self._look(frozenset())
        self._thread.start()

    def changed(self, paths: frozenset[Path]) -> None:
        """Say that files changed."""
        self._changes.put(paths)

    def wait(self, number: int, seconds: float) -> State:
        """The state, as soon as it is another than the one with this number; after a while the same."""
        with self._news:
            self._news.wait_for(lambda: self._state.number != number or self._closed, seconds)
            return self._state

    def wait_for_build(self, seconds: float) -> State:
        """The state, as soon as there is a whole build or it is clear that there will be none for now."""

        def settled() -> bool:
            state = self._state
            return bool(state.built or state.unbuildable or state.trouble or self._closed)

        with self._news:
            self._news.wait_for(settled, seconds)
            return self._state

    def failed(self, path: str, error: Exception) -> None:
        """Say that a page could not be written, because of a template or of a mistake in the program."""
        told = (self._state.number, path)
        if told not in self._failed:
            self._failed = {told}
            self._tell(News(What.FAILED_PAGE, text=f"{path or 'die erste Seite'}: {_named(error)}"))

    def close(self) -> None:
        """End the preview; a build that goes on is stopped."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        self._changes.put(None)
        if self._thread.is_alive():
            self._thread.join()
        if self._build:
            self._build.stop()

    def _replace(self, state: State) -> None:
        with self._news:
            self._state = replace(state, number=self._state.number + 1)
            self._news.notify_all()

    def _work(self) -> None:
        due = time.monotonic()  # the first whole build begins at once
        while not self._closed:
            changed = self._next(due)
            if changed:
                self._stop_build()
                self._look(changed)
                due = time.monotonic() + self._idle
            elif self._build:
                if self._build.ended:
                    self._finish_build()
            elif self._is_due(due):
                self._start_build()

    def _is_due(self, due: float) -> bool:
        wanted = self._state.behind and self._state.trouble is None and not self._state.unbuildable
        return wanted and time.monotonic() >= due

    def _next(self, due: float) -> frozenset[Path]:
        """What changed, all together; nothing when it is time to look after a build."""
        if self._build:
            wait: float | None = _TICK
        elif self._state.behind and self._state.trouble is None and not self._state.unbuildable:
            wait = max(due - time.monotonic(), 0.001)
        else:
            wait = None
        try:
            found = self._changes.get(timeout=wait) or frozenset()
            while not self._changes.empty():
                found |= self._changes.get() or frozenset()
        except queue.Empty:
            return frozenset()
        return found

    def _look(self, changed: frozenset[Path]) -> None:
        begin = time.monotonic()
        try:
            view = self.source.look(changed)
        except ContentError as error:
            self._wrong(Trouble(error.problems), changed)
        except KekError as error:
            self._wrong(Trouble(text=str(error)), changed)
        except Exception as error:  # noqa: BLE001  (a template that somebody works on can raise anything)
            self._wrong(Trouble(text=_named(error)), changed)
        else:
            self._replace(replace(self._state, view=view, trouble=None, behind=True, unbuildable=""))
            self._tell(News(What.SHOWN, time.monotonic() - begin, tuple(sorted(changed))))

    def _wrong(self, trouble: Trouble, changed: frozenset[Path]) -> None:
        if not self._changes.empty():
            return  # somebody is just writing: what they write next counts
        self._replace(replace(self._state, trouble=trouble))
        self._tell(News(What.WRONG, changed=tuple(sorted(changed)), trouble=trouble))

    def _start_build(self) -> None:
        if self.source.catch_up():
            self._look(frozenset())
        if self._state.trouble is None:
            self._tell(News(What.BUILDING))
            target = self._folder / str(self._state.number)
            self._build = _Build(self.source.build_command(target), target)

    def _stop_build(self) -> None:
        if self._build:
            self._build.stop()
            self._build = None

    def _finish_build(self) -> None:
        assert self._build is not None
        build, self._build = self._build, None
        state = self._state
        if build.succeeded:
            self._replace(replace(state, built=build.target, builds=state.builds + 1, behind=False))
            if state.built:
                _remove(state.built)
            self._tell(News(What.BUILT, build.seconds))
        else:
            self._replace(replace(state, unbuildable=build.told))
            self._tell(News(What.UNBUILDABLE, build.seconds, text=build.told))
        build.close()


class _Build:
    """A whole build in a process of its own, in a session of its own: Strg+C is the business of whoever started it."""

    def __init__(self, command: Sequence[str], target: Path) -> None:
        self.target = target
        self._begin = time.monotonic()
        self._errors = target.with_suffix(".log").open("w+b")
        self._process = subprocess.Popen(  # noqa: S603
            list(command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._errors,
            start_new_session=True,
        )  # fmt: skip

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def succeeded(self) -> bool:
        return self._process.returncode == 0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begin

    @property
    def told(self) -> str:
        """What it said was wrong."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace").strip() or "Der Bau brach ab."

    def close(self) -> None:
        self._errors.close()

    def stop(self) -> None:
        if not self.ended:
            with suppress(ProcessLookupError):  # it may end by itself just now
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self.close()
        for left in self.target.parent.glob(f".{self.target.name}-*"):
            _remove(left)


def _remove(folder: Path) -> None:
    """Delete a folder beside everything else: thousands of files take seconds on a busy disk."""
    threading.Thread(target=shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, daemon=True).start()


def _named(error: Exception) -> str:
    """A mistake of a template or of the program, in a line."""
    line, file = getattr(error, "lineno", None), getattr(error, "filename", None)
    return f"{type(error).__name__}: {error}" + (f" (Zeile {line} in {file})" if line else "")
