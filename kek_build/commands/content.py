# What commands are given, and take alike: the folder with the content, read and checked whole; the folder of a server.
from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kek_build.errors import SetupError

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop
    from kek_build.server.layout import Server
    from kek_build.site import SiteOptions

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""Where a command adds its parser; argparse gives it no public name."""


def without_site() -> SiteOptions:
    """What stands on pages that are written without a site's configuration."""
    from kek_build.site import Anbieter, SiteOptions  # noqa: PLC0415  (what reads content takes a while)

    return SiteOptions(
        titel="Kreisentwicklungskonzepte",
        einleitung="Kreisentwicklungskonzepte zum Lesen.",
        anbieter=Anbieter(name="nicht angegeben"),
    )


def add_content(parser: argparse.ArgumentParser) -> None:
    """Let a command take the folder with the content; `options.inhalt` holds it then."""
    parser.add_argument("--inhalt", type=Path, default=Path("content"), metavar="ORDNER",
                        help="Ordner mit den Konzepten (Vorgabe: content)")  # fmt: skip


def add_server(parser: argparse.ArgumentParser) -> None:
    """Let a command take the folder of a server; `server_of` finds it then."""
    parser.add_argument("--server", type=Path, metavar="ORDNER",
                        help="Ordner des Servers (Vorgabe: der Ordner, in dem Sie sind)")  # fmt: skip


def server_of(options: argparse.Namespace) -> Server:
    """The server that a command is about.

    Raises:
        SetupError: there is none.
    """
    from kek_build.server.layout import find_server  # noqa: PLC0415  (which only servers need)

    return find_server(options.server)


def load_all(content: Path) -> list[Workshop]:
    """Read and check all concepts of a folder.

    Args:
        content: the folder with the concepts.

    Returns:
        What makes the pages of each concept.

    Raises:
        SetupError: there is no such folder, or no concept in it.
        ContentError: the content is wrong, with all problems found.
    """
    from kek_build.checking import check_content  # noqa: PLC0415  (what reads content takes a while)
    from kek_build.pages.build import workshops  # noqa: PLC0415
    from kek_build.reading import concept_folders  # noqa: PLC0415

    if not content.is_dir():
        raise SetupError(f"Den Ordner „{content}“ gibt es nicht. Rufen Sie kek im Ordner des Projekts auf.")
    content = content.resolve()
    concepts = check_content(content, concept_folders(content)).concepts
    if not concepts:
        raise SetupError(f"Im Ordner „{content.name}“ liegt kein Konzept.")
    return workshops(concepts, without_site())
