# The repository that editors push to: asks git, and tells it what to remember. Nothing of the environment that git sets
# for a hook gets through, so that this works the same whoever calls it.
from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from kek_build.errors import SetupError

KEPT_STATES = "refs/kek/staende/"
"""Lead to the commits of all releases, so that git never clears them away."""
REPLACED = "refs/kek/ersetzt/"
"""Lead to what a push has replaced: nothing that anybody wrote is lost."""

_PROTECTED = "refs/kek"
_SETTINGS = {
    "core.logAllRefUpdates": "always",
    "receive.fsckObjects": "true",
    # What old tools wrote, and nobody can mend.
    "receive.fsck.zeroPaddedFilemode": "ignore",
    "receive.fsck.badTimezone": "ignore",
    "receive.fsck.missingSpaceBeforeDate": "ignore",
    "receive.maxInputSize": "500m",
    # Force is told, not forbidden: it may be needed to take something out for good.
    "receive.denyNonFastForwards": "false",
    "receive.denyDeletes": "false",
    "receive.hideRefs": _PROTECTED,
    "gc.auto": "500",
}


def run_git(*arguments: str) -> str:
    """Run git; gives what it answers.

    Args:
        arguments: the words behind `git`.

    Raises:
        SetupError: git is missing or refused.
    """
    program = shutil.which("git")
    if program is None:
        raise SetupError("Auf diesem Rechner fehlt das Programm Git. Einrichten: sudo apt-get install git")
    clean = {name: value for name, value in os.environ.items() if not re.match(r"GIT_(?!CONFIG_|CEILING_)", name)}
    answer = subprocess.run(  # noqa: S603  (no shell, and all arguments are ours)
        [program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
        env=clean | {"LC_ALL": "C"},
    )
    if answer.returncode:
        raise SetupError(f"Git meldet einen Fehler: {answer.stderr.strip() or arguments[0]}")
    return answer.stdout.strip()


def create(folder: Path, branch: str) -> None:
    """Make the repository, or bring the settings of one that is there up to date.

    Args:
        folder: its folder.
        branch: the branch that is published.
    """
    if not (folder / "HEAD").is_file():
        run_git("init", "--quiet", "--bare", f"--initial-branch={branch}", str(folder))
    run_git("--git-dir", str(folder), "symbolic-ref", "HEAD", f"refs/heads/{branch}")
    for name, value in _SETTINGS.items():
        run_git("--git-dir", str(folder), "config", name, value)


def tip(folder: Path, ref: str) -> str | None:
    """The commit that a branch stands at; None when there is no such branch."""
    found = run_git("--git-dir", str(folder), "for-each-ref", "--format=%(objectname)", ref)
    return found.splitlines()[0] if found else None


def contains(folder: Path, older: str, newer: str) -> bool:
    """Whether a commit is among those that another stands on, or is that one itself."""
    return run_git("--git-dir", str(folder), "rev-list", "--count", f"{newer}..{older}") == "0"


def keep(folder: Path, ref: str, commit: str) -> None:
    """Let a name lead to a commit, so that it stays."""
    run_git("--git-dir", str(folder), "update-ref", ref, commit)


def let_go(folder: Path, prefix: str, names: set[str]) -> None:
    """Take away the names below a prefix that are not among the given ones."""
    for ref in run_git("--git-dir", str(folder), "for-each-ref", "--format=%(refname)", prefix).splitlines():
        if ref.removeprefix(prefix) not in names:
            run_git("--git-dir", str(folder), "update-ref", "-d", ref)
