# What is measured: for every generator how to begin anew, and the command as its users run it.
from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.speed.tools import Tools

_TITLE = re.compile(r"^titel: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One thing to measure."""

    name: str
    folder: str
    """The project, below the folder of its size."""
    command: Sequence[str]
    site: str
    """Where the site is written, below the project."""
    fresh: Sequence[str] = ()
    """What is removed before, below the project."""
    environment: Mapping[str, str] = field(default_factory=dict)
    after: str | None = None
    """The case it builds upon."""
    before: Callable[[Path, str], None] | None = None
    """Done before, not measured: takes the project and the file of a measure."""

    def prepare(self, size: Path, one: str) -> None:
        """Bring the project into the state that is measured."""
        project = size / self.folder
        for name in self.fresh:
            shutil.rmtree(project / name, ignore_errors=True)
        if self.before:
            self.before(project, one)


def change_title(project: Path, one: str) -> None:
    """Give a measure another title, as an editor would."""
    path = project / one
    text = path.read_text(encoding="utf-8")
    count = 1 + int((re.search(r"titel: Radweg Nummer (\d+)", text) or ["", "0"])[1])
    path.write_text(_TITLE.sub(f"titel: Radweg Nummer {count} bauen", text, count=1), encoding="utf-8")


def cases(tools: Tools) -> tuple[Case, ...]:
    """All cases, in the order in which they have to run: the rebuilds follow the build they build upon."""
    kek = [tools.python, "-m", "kek_build", "bauen", "--ohne-pdf", "--still"]
    mkdocs = [tools.python, "-m", "mkdocs", "build", "--quiet", "--clean"]
    eleventy = [tools.node, str(tools.modules / "@11ty" / "eleventy" / "cmd.cjs")]
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    # Eleventy looks for its packages beside the project.
    node = {"NODE_OPTIONS": "--max-old-space-size=12000"}

    def with_modules(project: Path, _one: str) -> None:
        if not (project / "node_modules").exists():
            (project / "node_modules").symlink_to(tools.modules, target_is_directory=True)

    def then_search(*command: str) -> list[str]:
        return ["sh", "-c", '"$@" && exec ' + f"'{tools.pagefind}' --site public --silent", "sh", *command]

    hugo = [tools.hugo, "--quiet"]
    public, site = ("public", "resources"), ("site", ".cache")
    return (
        Case("kek", "kek", kek, "site", site, quiet),
        Case("kek-same", "kek", kek, "site", (), quiet, after="kek"),
        Case("kek-one", "kek", kek, "site", (), quiet, after="kek", before=change_title),
        Case("empty", "empty", mkdocs, "site", site, quiet),
        Case("mkdocs", "mkdocs", mkdocs, "site", site, quiet),
        Case("mkdocs-search", "mkdocs-search", mkdocs, "site", site, quiet),
        Case("hugo", "hugo", hugo, "public", public),
        Case("hugo-data", "hugo", then_search(*hugo, "--config", "hugo.toml,daten.toml"), "public", public),
        Case("eleventy", "eleventy", eleventy, "public", public, node, before=with_modules),
        Case(
            "eleventy-data",
            "eleventy",
            then_search(*eleventy),
            "public",
            public,
            {**node, "MIT_DATEN": "1"},
            before=with_modules,
        ),
    )
