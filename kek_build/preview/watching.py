# Tells which files changed. Editors save in many ways (in place, through a second file that takes the name, through a
# backup), so what counts is only that something about a path changed; several changes in a moment are told together.
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.04
"""Seconds without a change after which those before are told: a program that saves does several things in a row."""
_LONGEST = 0.5
"""Seconds after which they are told even when changes go on."""
_WRITES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED, EVENT_TYPE_CLOSED}
"""Everything else is reading, and whoever shows pages reads all the time."""


class Watcher(FileSystemEventHandler):
    """Watches folders and files until it is closed."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path], tell: Callable[[frozenset[Path]], None]) -> None:
        """Begin to watch.

        Args:
            folders: folders, with all that is in them.
            files: single files besides.
            tell: is told what changed, from a thread of its own.
        """
        found = {folder.resolve() for folder in folders if folder.is_dir()}
        self._folders = sorted(folder for folder in found if found.isdisjoint(folder.parents))
        self._files = {file.resolve() for file in files if file.parent.is_dir()}
        self._tell = tell
        self._changed: set[Path] = set()
        self._news = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._gather, daemon=True)
        self._observer = self._observe()
        self._thread.start()

    def _observe(self) -> BaseObserver:
        try:
            return self._started(Observer())
        except OSError:  # the system allows no more watches: look at the files every second instead
            return self._started(PollingObserver())

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for folder in self._folders:
            observer.schedule(self, str(folder), recursive=True)
        for folder in sorted({file.parent for file in self._files} - set(self._folders)):
            observer.schedule(self, str(folder), recursive=False)
        observer.start()
        return observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember what changed."""
        if event.event_type not in _WRITES or (event.is_directory and event.event_type == EVENT_TYPE_MODIFIED):
            return
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        if wanted := {path for path in paths if self._is_wanted(path)}:
            with self._news:
                self._changed |= wanted
                self._news.notify()

    def _is_wanted(self, path: Path) -> bool:
        if path in self._files:
            return True
        for folder in self._folders:
            if path.is_relative_to(folder):
                return not any(part.startswith(".") for part in path.relative_to(folder).parts)
        return False

    def _gather(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._changed or self._closed)
                if self._closed:
                    return
                begin = time.monotonic()
                # Every event notifies, also one about a file that is known to have changed.
                while self._news.wait(QUIET) and time.monotonic() - begin < _LONGEST:
                    pass
                changed, self._changed = frozenset(self._changed), set()
            self._tell(changed)

    def close(self) -> None:
        """Watch no longer."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._observer.stop()
        self._observer.join()
        self._thread.join()
