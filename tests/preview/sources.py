# A site for tests of the preview that is no more than a dictionary: what it shows is set by the test.
from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from kek_build.preview import News, Session, State, What

WAIT = 20.0
"""Seconds after which a test gives up."""
GOOD = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.mkdir(); (p / 'daten.json').write_text('{n}')"
SLOW = "import time; time.sleep(600)"
BAD = "import sys; sys.stderr.write('Ein Link führt ins Leere.'); sys.exit(1)"


_COUNT = count()


@dataclass
class Pages:
    """A site at one moment."""

    pages: dict[str, str]
    files: dict[str, str] = field(default_factory=dict)
    looks: str = "hell"

    def page(self, path: str) -> bytes | None:
        text = self.pages.get(path)
        if text == "Fehlschlag":
            raise ZeroDivisionError(f"durch null geteilt ({next(_COUNT)})")
        return None if text is None else f"<html><body>{text}</body></html>".encode()

    def file(self, path: str) -> bytes | None:
        return self.files[path].encode() if path in self.files else None


@dataclass
class Site:
    """A site that changes when the test says so."""

    view: Pages = field(default_factory=lambda: Pages({"": "Start", "seite/": "Seite"}))
    error: Exception | None = None
    build: str = GOOD.format(n=1)
    root: str = "/"
    folders: Sequence[Path] = ()
    files: Sequence[Path] = ()
    caught_up: bool = False
    looked: list[frozenset[Path]] = field(default_factory=list)

    def look(self, changed: Collection[Path] = ()) -> Pages:
        self.looked.append(frozenset(changed))
        if self.error:
            raise self.error
        return self.view

    def catch_up(self) -> bool:
        return self.caught_up

    def build_command(self, target: Path) -> Sequence[str]:
        return [sys.executable, "-c", self.build, str(target)]


class Listener:
    """Hears what a preview tells."""

    def __init__(self) -> None:
        self.news: list[News] = []
        self._heard = threading.Condition()

    def __call__(self, news: News) -> None:
        with self._heard:
            self.news.append(news)
            self._heard.notify_all()

    def wait_for(self, what: What, count: int = 1) -> News:
        """The news of a kind, when it has come this often."""

        def found() -> list[News]:
            return [news for news in self.news if news.what is what]

        with self._heard:
            assert self._heard.wait_for(lambda: len(found()) >= count, WAIT), self.news
            return found()[count - 1]


def wait_until(session: Session, holds: Callable[[State], bool]) -> State:
    """The state of a preview, as soon as something holds of it."""
    state = session.state
    while not holds(state):
        newer = session.wait(state.number, WAIT)
        assert newer.number != state.number, f"Nichts geschah: {state}"
        state = newer
    return state
