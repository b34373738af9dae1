# What git asks before it takes a push: whether the branch that is published may stand there. Whatever is wrong is told
# to whoever pushes, in their terminal, while their commits are still theirs alone. Other branches are drafts: taken as
# they are, with a hint at what is wrong in them.
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kek_build.errors import ContentError, KekError, SetupError
from kek_build.history.gaps import NoHistoryError
from kek_build.history.git import ask
from kek_build.reports import as_text
from kek_build.server import releases, repository, space
from kek_build.server.check import check
from kek_build.server.layout import Server
from kek_build.server.lock import workspace
from kek_build.server.state import State, lay_out

_NOTHING = re.compile(r"0+")
_BRANCHES = "refs/heads/"

Tell = Callable[[str], None]
"""Takes a line for whoever pushes."""


@dataclass(frozen=True)
class Update:
    """What a push does to a name."""

    old: str
    new: str
    ref: str

    @property
    def creates(self) -> bool:
        """Whether there was no such name before."""
        return bool(_NOTHING.fullmatch(self.old))

    @property
    def deletes(self) -> bool:
        """Whether there is no such name afterwards."""
        return bool(_NOTHING.fullmatch(self.new))


def read_updates(lines: Iterable[str]) -> list[Update]:
    """What git tells a hook of a push: a line a name, with what it led to and will lead to."""
    return [Update(*line.split(maxsplit=2)) for line in map(str.strip, lines) if line]


def judge(server: Server, updates: Sequence[Update], objects: Sequence[Path], tell: Tell) -> None:
    """Let a push pass, or refuse it.

    Args:
        server: the server.
        updates: what the push does.
        objects: the folders that hold what was pushed, and what was there before.
        tell: takes what whoever pushes should know.

    Raises:
        KekError: the push is refused, and why.
    """
    for update in updates:
        branch = update.ref.removeprefix(_BRANCHES)
        if update.ref == server.branch:
            if update.deletes:
                raise SetupError(f"„{branch}“ ist der Zweig, der veröffentlicht wird; er lässt sich nicht löschen.")
            _judge_published(server, update, objects, tell)
        elif update.ref.startswith(_BRANCHES) and not update.deletes:
            _hint_at(server, update, branch, objects, tell)


def _judge_published(server: Server, update: Update, objects: Sequence[Path], tell: Tell) -> None:
    try:
        space.ask_for_room(server)
        with workspace(server.workshop, "pruefung") as folder:
            state = _checked(server, update.new, folder, objects)
            if not update.creates and (lost := replaced(folder, update)):
                commits = "ein Commit von dort fehlt" if lost == 1 else f"{lost} Commits von dort fehlen"
                tell(f"Achtung: Der Push ersetzt den bisherigen Stand von „{server.settings.zweig}“; {commits} "
                     "im neuen. Verloren geht nichts: Der bisherige Stand bleibt auf dem Server.")  # fmt: skip
            if foreign := state.foreign_code():
                tell(f"Hinweis: {', '.join(foreign)} im Push sind anders als auf dem Server. Der Server baut mit "
                     "seinem eigenen Stand; erneuern kann ihn, wer den Server betreibt.")  # fmt: skip
    except NoHistoryError as error:
        raise SetupError(f"Git konnte den Stand nicht lesen ({error}).") from None
    except OSError as error:
        raise (space.no_room(server, error) or error) from None


def _checked(server: Server, commit: str, folder: Path, objects: Sequence[Path]) -> State:
    state = lay_out(server, commit, folder, objects)
    check(server, state, releases.published_addresses(server))
    return state


def replaced(folder: Path, update: Update) -> int:
    """How many commits a push takes out of a branch; 0 for one that only adds."""
    return int(ask(folder, "rev-list", "--count", f"{update.new}..{update.old}"))


def _hint_at(server: Server, update: Update, branch: str, objects: Sequence[Path], tell: Tell) -> None:
    published = server.settings.zweig
    try:
        with workspace(server.workshop, "pruefung") as folder:
            _checked(server, update.new, folder, objects)
        said = "Der Inhalt ist in Ordnung."
    except ContentError as error:
        said = f"Vor dem Veröffentlichen ist noch etwas zu tun:\n{as_text(error.problems)}"
    except (KekError, NoHistoryError, OSError) as error:
        said = f"Geprüft werden konnte er nicht: {error}"
    tell(f"Der Zweig „{branch}“ ist ein Entwurf; veröffentlicht wird nur „{published}“. {said}")


def keep_replaced(server: Server, update: Update) -> str | None:
    """Keep what a push has replaced, so that nothing that anybody wrote is lost.

    Args:
        server: the server.
        update: what the push did to a branch.

    Returns:
        The name it is kept under; None when the push only added.
    """
    if update.creates or (not update.deletes and repository.contains(server.repository, update.old, update.new)):
        return None
    name = f"{repository.REPLACED}{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{releases.short(update.old)}"
    repository.keep(server.repository, name, update.old)
    return name
