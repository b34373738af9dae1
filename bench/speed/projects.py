# Makes the projects of one size, for all generators the same content: `python -m bench.speed.projects N FOLDER`. A
# process of its own, because memory that it takes would be counted as that of what is measured after it.
from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.concepts import generate
from bench.concepts.project import REPOSITORY
from bench.peers.content import write_content
from bench.peers.mkdocs import write_empty, write_project
from kek_build.concept import load
from kek_build.reading import concept_folders

SHIPPED = "shipped"
"""In place of a number of measures: both shipped concepts."""


def make(size: str, folder: Path) -> None:
    """Make the projects.

    Args:
        size: a number of measures, or `shipped`.
        folder: gets a folder for each generator, and `about.json` with the number of pages and a measure to change.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    own = folder / "kek"
    if size == SHIPPED:
        # With its history, which a build tells: a clone of the last commit, not what is being worked on.
        _git(folder.parent, "clone", "-q", "--shared", str(REPOSITORY), str(own))
    else:
        generate(own, int(size))
        _commit(own)
    concepts, problems = load(own, concept_folders(own / "content"))
    assert not problems
    pages = write_content(folder / "hugo" / "content", concepts, "_index")
    write_content(folder / "eleventy" / "inhalt", concepts, "index", {"permalink": False})
    for name in ("hugo", "eleventy"):
        shutil.copytree(REPOSITORY / "bench" / "peers" / name, folder / name, dirs_exist_ok=True)
    write_project(folder / "mkdocs", concepts, search=False)
    write_project(folder / "mkdocs-search", concepts, search=True)
    write_empty(folder / "empty")
    measures = [str(entry.origin.file) for konzept in concepts for entry in konzept.of_kind("massnahme")]
    about = {"pages": pages, "measures": len(measures), "one": measures[len(measures) // 2]}
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def _commit(project: Path) -> None:
    """Put the project under version control, as editors have it: a build tells the changes that git knows."""
    _git(project, "init", "-q")
    _git(project, "add", "-A")
    _git(project, "commit", "-q", "-m", "Konzept")


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)  # noqa: S603, S607


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
