# A concept's folder, read whole: which file holds what, and every file through text, YAML and model.
# Problems of all files come back together; what a file says about other files is checked later, in `concept`.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from kek_build.errors import Problem
from kek_build.models import (
    Akteur,
    Begriff,
    Handlungsfeld,
    Kennzahl,
    KonzeptDatei,
    Massnahme,
    Ort,
    Schluesselvorhaben,
    Seite,
    SwotThema,
)
from kek_build.models.base import Thing
from kek_build.reading.files import read_text
from kek_build.reading.strict_yaml import Document, parse
from kek_build.reading.suggestions import nearest
from kek_build.reading.validation import validate, validate_at


@dataclass(frozen=True)
class Folder:
    """A folder with one file a thing."""

    model: type[Thing]
    key: str
    """The field that must equal the file's name."""


FOLDERS: dict[str, Folder] = {
    "handlungsfelder": Folder(Handlungsfeld, "nummer"),
    "schluesselvorhaben": Folder(Schluesselvorhaben, "nummer"),
    "massnahmen": Folder(Massnahme, "nummer"),
    "swot": Folder(SwotThema, "kennung"),
    "kennzahlen": Folder(Kennzahl, "kennung"),
}

LISTS: dict[str, type[Thing]] = {"akteure.yml": Akteur, "orte.yml": Ort, "glossar.yml": Begriff}

CONCEPT_FILE = "konzept.yml"
PAGES_FOLDER = "seiten"


@dataclass(frozen=True)
class Origin:
    """Where a model was read: the file, relative to the project, and the way to it inside the file."""

    file: PurePosixPath
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """A model and where it was read."""

    model: Thing
    origin: Origin


@dataclass
class ConceptFiles:
    """All files of one concept, checked one by one."""

    slug: str
    folder: Path
    root: Path
    konzept: KonzeptDatei | None = None
    things: list[Loaded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: list[PurePosixPath] = field(default_factory=list)
    """Every file read, relative to the project."""


def concept_folders(content: Path) -> list[Path]:
    """The folders in `content/` that hold a concept, by name."""
    return sorted(path for path in content.iterdir() if path.is_dir() and not path.name.startswith("."))


def read_concept(folder: Path, root: Path) -> ConceptFiles:
    """Read all files of a concept.

    Args:
        folder: the concept's folder, `content/<short name>`.
        root: the project; messages name files relative to it.

    Returns:
        Everything that could be read, and all problems.
    """
    files = ConceptFiles(folder.name, folder, root)
    for path in _walk(folder):
        name = PurePosixPath(path.relative_to(root).as_posix())
        files.names.append(name)
        inner = PurePosixPath(path.relative_to(folder).as_posix())
        text = read_text(path, name, folder)
        if isinstance(text, Problem):
            files.problems.append(text)
        else:
            _read_file(files, name, inner, text)
    if files.konzept is None and not any(problem.file.name == CONCEPT_FILE for problem in files.problems):
        name = PurePosixPath((folder / CONCEPT_FILE).relative_to(root).as_posix())
        files.problems.append(Problem(name, 0, 0, "Die Datei fehlt.", "eine Datei konzept.yml in jedem Konzept"))
    return files


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _read_file(files: ConceptFiles, name: PurePosixPath, inner: PurePosixPath, text: str) -> None:
    parts = inner.parts
    if parts == (CONCEPT_FILE,):
        if document := _parse(files, text, name):
            konzept = validate(KonzeptDatei, document)
            if isinstance(konzept, list):
                files.problems.extend(konzept)
            else:
                files.konzept = konzept
    elif len(parts) == 1 and parts[0] in LISTS:
        _read_list(files, name, text, LISTS[parts[0]])
    elif len(parts) == 2 and parts[0] in FOLDERS and inner.suffix == ".yml":
        _read_thing(files, name, text, FOLDERS[parts[0]])
    elif len(parts) == 2 and parts[0] == PAGES_FOLDER and inner.suffix == ".md":
        _read_page(files, name, text)
    else:
        _unknown(files, name, inner)


def _parse(files: ConceptFiles, text: str, name: PurePosixPath, first_line: int = 1) -> Document | None:
    document = parse(text, name, first_line)
    if isinstance(document, list):
        files.problems.extend(document)
        return None
    return document


def _read_thing(files: ConceptFiles, name: PurePosixPath, text: str, folder: Folder) -> None:
    if not (document := _parse(files, text, name)):
        return
    model = validate(folder.model, document)
    if isinstance(model, list):
        files.problems.extend(model)
        return
    value = getattr(model, folder.key)
    if value != name.stem:
        line, column = document.locate((folder.key,))
        files.problems.append(
            Problem(
                name,
                line,
                column,
                f"„{folder.key}“ ist „{value}“, die Datei heißt aber „{name.name}“.",
                f"Dateiname „{value}.yml“ oder {folder.key}: {name.stem}",
            )
        )
    files.things.append(Loaded(model, Origin(name)))


def _read_list(files: ConceptFiles, name: PurePosixPath, text: str, model: type[Thing]) -> None:
    if not (document := _parse(files, text, name)):
        return
    if not isinstance(document.data, list):
        files.problems.append(Problem(name, 1, 1, "Die Datei muss eine Liste sein.", "Einträge, die mit „- “ beginnen"))
        return
    for index, data in enumerate(document.data):
        entry = validate_at(model, document, (index,), data)
        if isinstance(entry, list):
            files.problems.extend(entry)
        else:
            files.things.append(Loaded(entry, Origin(name, (index,))))


def _read_page(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    head, body, body_line = split_page(text)
    if head is None:
        files.problems.append(
            Problem(name, 1, 1, "Der Kopf der Seite fehlt.", "am Anfang: ---, Zeilen wie „titel: …“, dann wieder ---")
        )
        return
    if not (document := _parse(files, head, name, 2)):
        return
    extra: dict[str, Any] = {"kennung": name.stem, "text": body.strip()}
    for key in extra:
        if isinstance(document.data, dict) and key in document.data:
            line, column = document.locate((key,), key=True)
            files.problems.append(Problem(name, line, column, f"Den Schlüssel „{key}“ gibt es hier nicht."))
            return
    if not extra["text"]:
        files.problems.append(Problem(name, body_line, 0, "Unter dem Kopf der Seite steht kein Text."))
        return
    page = validate(Seite, document, extra)
    if isinstance(page, list):
        files.problems.extend(page)
    else:
        files.things.append(Loaded(page, Origin(name)))


def split_page(text: str) -> tuple[str | None, str, int]:
    """A page's YAML head, the Markdown below it, and the line in which that begins; None when there is no head."""
    if not text.startswith("---\n"):
        return None, text, 1
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        return None, text, 1
    return head, body, head.count("\n") + 4


def _unknown(files: ConceptFiles, name: PurePosixPath, inner: PurePosixPath) -> None:
    known = [CONCEPT_FILE, *LISTS, *(f"{folder}/….yml" for folder in FOLDERS), f"{PAGES_FOLDER}/….md"]
    allowed = [CONCEPT_FILE, *LISTS] if len(inner.parts) == 1 else [*FOLDERS, PAGES_FOLDER]
    guess = nearest(inner.parts[0], allowed)
    suggestion = str(PurePosixPath(guess, *inner.parts[1:])) if guess and guess != inner.parts[0] else None
    if suggestion is None and inner.suffix in {".yaml", ".YML", ".YAML"}:
        suggestion = str(inner.with_suffix(".yml"))
    files.problems.append(
        Problem(name, 0, 0, "Diese Datei gehört nicht zu einem Konzept.", ", ".join(known), suggestion)
    )
