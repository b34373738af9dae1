# `kek schema`: writes the schemas of the files, for editors that complete and check while typing.
from __future__ import annotations

import argparse
from pathlib import Path, PurePosixPath

from kek_build.commands.content import Commands, add_content
from kek_build.errors import SetupError
from kek_build.pages.text import counted


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "schema",
        help="schreibt JSON-Schemas, mit denen Editoren beim Tippen ergänzen und prüfen",
        description="Schreibt für jede Art von Datei ein JSON-Schema: welche Schlüssel es gibt, was hineingehört und "
        "wie es aussieht. VS Code mit der Erweiterung „YAML“, JetBrains und andere Editoren lesen es und ergänzen und "
        "prüfen beim Tippen. Welches Schema gilt, sagt die erste Zeile einer Datei; --eintragen setzt sie ein. In den "
        "Köpfen der Seiten (seiten/….md) lesen Editoren sie nicht.",
    )
    parser.add_argument("--ziel", type=Path, metavar="ORDNER",
                        help="Ordner für die Schemas (Vorgabe: .schema im Ordner mit den Konzepten)")  # fmt: skip
    parser.add_argument("--pruefen", action="store_true",
                        help="ändert nichts, sagt nur, was nicht auf dem Stand ist; endet dann mit 1")  # fmt: skip
    parser.add_argument("--eintragen", action="store_true",
                        help="setzt in alle Dateien des Inhalts die Zeile ein, die auf ihr Schema zeigt")  # fmt: skip
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.publish import replace_all  # noqa: PLC0415  (which only this command needs)
    from kek_build.schemas import document, file_schemas  # noqa: PLC0415
    from kek_build.schemas.references import FOLDER  # noqa: PLC0415

    if not options.ziel and not options.inhalt.is_dir():
        raise SetupError(f"Den Ordner „{options.inhalt}“ gibt es nicht. Rufen Sie kek im Ordner des Projekts auf.")
    folder = options.ziel or options.inhalt / FOLDER
    wanted = {folder / f"{name}.json": document(schema).encode() for name, schema in file_schemas()}
    schemas = {path: data for path, data in wanted.items() if not path.is_file() or path.read_bytes() != data}
    files = _without_line(options.inhalt.resolve()) if options.eintragen else {}
    if options.pruefen:
        for path in (*schemas, *files):
            print(f"  {path}")
        told = counted(len(schemas) + len(files), "Datei ist", "Dateien sind")
        print(f"{told} nicht auf dem Stand. Schreiben: kek schema" if schemas or files else "Alles ist auf dem Stand.")
        return 1 if schemas or files else 0
    replace_all({path.resolve(): (path.resolve(), data) for path, data in (schemas | files).items()})
    told = counted(len(wanted), "Schema", "Schemas")
    print(f"{told} in {folder}, davon {len(schemas)} neu oder geändert.")
    if options.eintragen:
        print(f"Zeile eingetragen: {counted(len(files), 'Datei', 'Dateien')}.")
    return 0


def _without_line(content: Path) -> dict[Path, bytes]:
    """The files of the content that do not name their schema, with the line that does."""
    from kek_build.editing.files import encoding_of, read  # noqa: PLC0415
    from kek_build.schemas import with_reference  # noqa: PLC0415

    found = {}
    for path in sorted(content.rglob("*.yml")):
        name = PurePosixPath(path.relative_to(content.parent).as_posix())
        if any(part.startswith(".") for part in name.parts):
            continue
        text = read(content.parent, name)
        if (new := with_reference(text, name)) != text:
            found[path] = encoding_of(path).encode(new)
    return found
