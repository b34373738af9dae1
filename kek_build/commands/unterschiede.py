# `kek unterschiede`: tells what readers will notice between two states of the content.
from __future__ import annotations

import argparse
import tempfile
from pathlib import Path, PurePosixPath

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.errors import SetupError


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "unterschiede",
        help="nennt, was sich zwischen zwei Ständen des Inhalts ändert, mit den Adressen der Seiten",
        description="Vergleicht zwei Stände, die Git kennt: neue, geänderte und entfallene Einträge, jeden mit der "
        "Adresse seiner Seite, und was sich darin ändert. Ohne NEU gilt der Inhalt, wie er jetzt im Ordner liegt.",
    )
    parser.add_argument("alt", metavar="ALT", help="der Stand davor: main, HEAD~1, ein Commit")
    parser.add_argument("neu", nargs="?", metavar="NEU", help="der Stand danach (Vorgabe: der Ordner, wie er ist)")
    add_content(parser)
    parser.add_argument("--konzept", action="append", default=[], metavar="NAME",
                        help="Ordner eines Konzepts (Vorgabe: alle), wie auf einer Website mit ihm")  # fmt: skip
    parser.add_argument("--format", choices=["text", "markdown"], default="text",
                        help="text zum Lesen (Vorgabe) oder markdown für einen Merge oder Pull Request")  # fmt: skip
    parser.add_argument("--adresse", default="", metavar="URL",
                        help="Adresse einer Website, auf der NEU zu sehen ist; dann führen Links dorthin")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.differences import differences, tell  # noqa: PLC0415  (which only this command needs)
    from kek_build.history.gaps import NoHistoryError  # noqa: PLC0415

    if not options.inhalt.is_dir():
        raise SetupError(f"Den Ordner „{options.inhalt}“ gibt es nicht. Rufen Sie kek im Ordner des Projekts auf.")
    content = options.inhalt.resolve()
    with tempfile.TemporaryDirectory(prefix="kek-") as aside:
        try:
            old = _laid_out(content, options.alt, Path(aside) / "alt")
            new = _laid_out(content, options.neu, Path(aside) / "neu") if options.neu else content
        except NoHistoryError as error:
            raise SetupError(f"Die Stände lassen sich nicht vergleichen: Der Verlauf ist {error}.") from None
        load_all(new)  # tells what is wrong, rather than comparing half of it
        print(tell(differences(old, new, options.konzept), options.format, options.adresse))
    return 0


def _laid_out(content: Path, name: str, folder: Path) -> Path:
    """The content as it was in a state, in a folder of its own."""
    from kek_build.history.git import ask  # noqa: PLC0415
    from kek_build.history.snapshot import commit_of, stored_files, write_files  # noqa: PLC0415

    commit = commit_of(content, name)
    if commit is None:
        raise SetupError(f"Einen Stand „{name}“ kennt Git hier nicht. Beispiele: main, origin/main, HEAD~1")
    prefix = PurePosixPath(ask(content, "rev-parse", "--show-prefix").decode().strip() or content.name)
    target = folder / prefix
    target.mkdir(parents=True)
    write_files(content, stored_files(content, commit, str(prefix)), folder)
    return target
