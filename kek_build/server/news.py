# What a publication changed for readers, told to whoever pushed once it is online: comparing never delays it, and
# nobody is bothered when it fails.
from __future__ import annotations

from pathlib import Path

from kek_build.differences import ConceptDifferences, differences
from kek_build.history.gaps import NoHistoryError
from kek_build.history.snapshot import stored_files, write_files
from kek_build.server.layout import Server
from kek_build.server.lock import workspace
from kek_build.server.publish import Outcome


def news(server: Server, outcome: Outcome) -> list[ConceptDifferences]:
    """What changed between the site that was online and the one that is now.

    Args:
        server: the server.
        outcome: a publication.

    Returns:
        Nothing for the first site, and when it cannot be found out.
    """
    if outcome.before is None:
        return []
    try:
        with workspace(server.workshop, "vergleich") as folder:
            old = _laid_out(server, outcome, outcome.before.facts.commit, folder / "alt")
            new = _laid_out(server, outcome, outcome.commit, folder / "neu")
            return differences(old, new, outcome.concepts)
    except (OSError, NoHistoryError):
        return []


def _laid_out(server: Server, outcome: Outcome, commit: str, folder: Path) -> Path:
    files = stored_files(server.repository, commit, str(outcome.content))
    write_files(server.repository, files, folder)
    return folder / outcome.content
