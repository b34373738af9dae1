# A git repository with the files of the example.
from __future__ import annotations

import subprocess
from pathlib import Path

from tests.example import Copy


def git(root: Path, *words: str) -> str:
    """Run git in a folder, as somebody nobody knows, and return what it says."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@muster.invalid"]
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout  # noqa: S603


def repository(copy: Copy) -> Path:
    """Put the files of a copy under version control."""
    git(copy.root, "init", "--quiet", "--initial-branch=main")
    git(copy.root, "add", ".")
    git(copy.root, "commit", "--quiet", "--message=Anfang")
    return copy.root


def changed(root: Path, *revisions: str) -> list[str]:
    """The lines that differ, as `git diff` marks them."""
    lines = git(root, "diff", "--unified=0", "--no-color", *revisions).splitlines()
    return [line for line in lines if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]
