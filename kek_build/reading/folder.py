# A concept's folder, read whole: which file holds what, and every file through text, YAML and model.
# Problems of all files come back together; what a file says about other files is checked later, in `concept`.
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from kek_build.errors import Problem
from kek_build.models import (
    Akteur,
    Aufgehoben,
    Begriff,
    Handlungsfeld,
    Kennzahl,
    KonzeptDatei,
    Massnahme,
    Ort,
    Schluesselvorhaben,
    Seite,
    SwotThema,
    Synonyme,
)
from kek_build.models.base import Thing
from kek_build.models.seiten import NOT_WRITTEN
from kek_build.reading.figures import Figures, parse_figures
from kek_build.reading.files import is_inside, read_text
from kek_build.reading.leftover import PLACEHOLDER, what_is_left
from kek_build.reading.parsed import Parsed
from kek_build.reading.registry import REGISTRY_FILE, Published, parse_registry
from kek_build.reading.strict_yaml import Document
from kek_build.reading.suggestions import nearest
from kek_build.reading.validation import Extra, M, validate, validate_at
from kek_build.rules import Rule


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
SYNONYMS_FILE = "synonyme.yml"
SUBJECTS_FILE = "themen.yml"
"""Stands beside the concepts, for all of them (see `common`)."""
ENDED_FILE = "aufgehoben.yml"
PAGES_FOLDER = "seiten"
FIGURES_FOLDER = "kennzahlen"
"""Where CSV files with the values of indicators lie, beside these."""

_NO_KEY = {
    "kennung": "kein Schlüssel; die Kennung ist der Name der Datei",
    "text": "kein Schlüssel; der Text steht unter dem Kopf",
}
"""What is expected instead of keys that the model has and pages have not."""

_NAME = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


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


@dataclass(frozen=True)
class Ended:
    """A tombstone and where it was read."""

    model: Aufgehoben
    origin: Origin


@dataclass
class ConceptFiles:
    """All files of one concept, checked one by one."""

    slug: str
    folder: Path
    root: Path
    parsed: Parsed = field(default_factory=Parsed, repr=False, compare=False)
    """Reads YAML."""
    konzept: KonzeptDatei | None = None
    things: list[Loaded] = field(default_factory=list)
    synonyms: list[Synonyme] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    published: list[Published] = field(default_factory=list)
    figures: list[Figures] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: list[PurePosixPath] = field(default_factory=list)
    """Every file read, relative to the project."""
    marks: dict[PurePosixPath, str] = field(default_factory=dict)
    """For each file a mark that changes with its text."""

    def add(self, part: ConceptFiles) -> None:
        """Add what one more file holds."""
        self.konzept = part.konzept or self.konzept
        self.things += part.things
        self.synonyms += part.synonyms
        self.ended += part.ended
        self.published += part.published
        self.figures += part.figures
        self.problems += part.problems


@dataclass
class Kept:
    """What was read of a concept before: a file whose text is the same is not parsed again."""

    parts: dict[PurePosixPath, tuple[str, ConceptFiles]] = field(default_factory=dict)
    """For each file its text and what it holds."""
    whole: ConceptFiles | None = None
    """The concept as it was last read."""


def concept_folders(content: Path) -> list[Path]:
    """The folders in `content/` that hold a concept, by name."""
    return sorted(path for path in content.iterdir() if path.is_dir() and not path.name.startswith("."))


def read_concept(folder: Path, root: Path, kept: Kept | None = None, parsed: Parsed | None = None) -> ConceptFiles:
    """Read all files of a concept.

    Args:
        folder: the concept's folder, `content/<short name>`.
        root: the project; messages name files relative to it.
        kept: what was read of this folder before; afterwards, what was read now.
        parsed: what YAML held at the last build.

    Returns:
        Everything that could be read, and all problems. Where nothing changed, the same object as before.
    """
    kept = Kept() if kept is None else kept
    files = ConceptFiles(folder.name, folder, root, parsed or Parsed())
    parts: dict[PurePosixPath, tuple[str, ConceptFiles]] = {}
    concept_file = PurePosixPath((folder / CONCEPT_FILE).relative_to(root).as_posix())
    if not is_inside(folder, folder.parent):
        message = f"Der Ordner ist eine Verknüpfung, die aus „{folder.parent.name}“ hinausführt."
        files.problems.append(Problem(concept_file, 0, 0, message, "ein gewöhnlicher Ordner", rule=Rule.FILE_OUTSIDE))
        return files
    for path in _walk(folder):
        name = PurePosixPath(path.relative_to(root).as_posix())
        files.names.append(name)
        _read_file(files, path, name, kept.parts, parts)
    if files.konzept is None and not any(problem.file == concept_file for problem in files.problems):
        expected = "eine Datei konzept.yml in jedem Konzept"
        files.problems.append(Problem(concept_file, 0, 0, "Die Datei fehlt.", expected, rule=Rule.FILE_MISSING))
    same = kept.parts.keys() == parts.keys() and all(kept.parts[name][1] is part for name, (_, part) in parts.items())
    if kept.whole is not None and same and (kept.whole.names, kept.whole.problems) == (files.names, files.problems):
        return kept.whole
    kept.parts, kept.whole = parts, files
    return files


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _read_file(
    files: ConceptFiles,
    path: Path,
    name: PurePosixPath,
    before: Mapping[PurePosixPath, tuple[str, ConceptFiles]],
    parts: dict[PurePosixPath, tuple[str, ConceptFiles]],
) -> None:
    inner = PurePosixPath(path.relative_to(files.folder).as_posix())
    reader = _reader_of(inner)
    if reader is None and not path.is_symlink():
        _unknown(files, name, inner)
        return
    text = read_text(path, name, files.folder)
    if isinstance(text, Problem):
        files.problems.append(text)
    elif reader is None:
        _unknown(files, name, inner)
    else:
        was, part = before.get(name, (None, None))
        if part is None or was != text:
            part = ConceptFiles(files.slug, files.folder, files.root, files.parsed)
            reader(part, name, text)
        parts[name] = (text, part)
        files.marks[name] = hashlib.sha256(text.encode()).hexdigest()
        files.add(part)


def _reader_of(inner: PurePosixPath) -> Callable[[ConceptFiles, PurePosixPath, str], None] | None:
    match inner.parts:
        case (file,) if file == CONCEPT_FILE:
            return _read_konzept
        case (file,) if file == SYNONYMS_FILE:
            return _read_synonyms
        case (file,) if file == ENDED_FILE:
            return _read_ended
        case (file,) if file == REGISTRY_FILE:
            return _read_registry
        case (file,) if file in LISTS:
            return partial(_read_list, LISTS[file])
        case (folder, _) if folder in FOLDERS and inner.suffix == ".yml":
            return partial(_read_thing, FOLDERS[folder])
        case (folder, _) if folder == PAGES_FOLDER and inner.suffix == ".md":
            return _read_page
        case (folder, _) if folder == FIGURES_FOLDER and inner.suffix == ".csv":
            return _read_figures
    return None


def _parse(files: ConceptFiles, text: str, name: PurePosixPath, first_line: int = 1) -> Document | None:
    document = files.parsed.read(text, name, first_line)
    if isinstance(document, list):
        files.problems.extend(document)
        return None
    files.problems.extend(document.problems)
    return document


def _complain(files: ConceptFiles, document: Document, found: list[Problem]) -> None:
    """Note what a model says of a file, but where its YAML is not allowed only that: the rest may follow from it."""
    told = {problem.line for problem in document.problems}
    files.problems.extend(
        problem
        for problem in found
        if problem.line not in told and not (document.has_gaps and problem.rule is Rule.MISSING_KEY)
    )


def _read_konzept(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    if not (document := _parse(files, text, name)):
        return
    konzept = validate(KonzeptDatei, document)
    if isinstance(konzept, list):
        _complain(files, document, konzept)
        files.konzept = what_is_left(KonzeptDatei, document.data)
    else:
        files.konzept = konzept


def _read_thing(folder: Folder, files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    if not (document := _parse(files, text, name)):
        return
    model: Thing | None
    checked = validate(folder.model, document)
    if isinstance(checked, list):
        _complain(files, document, checked)
        model = what_is_left(folder.model, document.data)
    else:
        model = checked
    if model is None:
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
                f"Dateiname „{value}.yml“" + (f" oder {folder.key}: {name.stem}" if _NAME.fullmatch(name.stem) else ""),
                rule=Rule.FILE_NAME,
            )
        )
    files.things.append(Loaded(model, Origin(name)))


def _read_synonyms(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    files.synonyms.extend(entry for _, entry in list_entries(files, name, text, Synonyme))


def _read_ended(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    files.ended.extend(
        Ended(entry, Origin(name, (index,))) for index, entry in list_entries(files, name, text, Aufgehoben)
    )


def _read_registry(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    published, problems = parse_registry(name, text)
    files.published.extend(published)
    files.problems.extend(problems)


def _read_figures(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    figures, problems = parse_figures(name, text)
    files.figures.append(figures)
    files.problems.extend(problems)


def _read_list(model: type[Thing], files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    for index, entry in list_entries(files, name, text, model):
        files.things.append(Loaded(entry, Origin(name, (index,))))


def list_entries(files: ConceptFiles, name: PurePosixPath, text: str, model: type[M]) -> Iterator[tuple[int, M]]:
    """The right entries of a file that is a list, each with its place."""
    if not (document := _parse(files, text, name)):
        return
    if not isinstance(document.data, list):
        expected = "Einträge, die mit „- “ beginnen"
        problem = Problem(name, 1, 1, "Die Datei muss eine Liste sein.", expected, rule=Rule.LIST_EXPECTED)
        files.problems.append(problem)
        return
    for index, data in enumerate(document.data):
        entry = validate_at(model, document, (index,), data)
        if isinstance(entry, list):
            _complain(files, document, entry)
            if (left := what_is_left(model, data)) is not None:
                yield index, left
        else:
            yield index, entry


def _read_page(files: ConceptFiles, name: PurePosixPath, text: str) -> None:
    head, body, body_line = split_page(text)
    if head is None or not head.strip():
        what = (
            "ist leer" if head is not None
            else "hat kein Ende" if text.startswith("---")
            else "beginnt nicht in der ersten Zeile" if text.lstrip().startswith("---\n")
            else "fehlt"
        )  # fmt: skip
        expected = "am Anfang: ---, Zeilen wie „titel: …“, dann wieder ---"
        files.problems.append(Problem(name, 1, 1, f"Der Kopf der Seite {what}.", expected, rule=Rule.PAGE_HEAD))
        return
    if not (document := _parse(files, head, name, 2)):
        return
    for key in sorted(NOT_WRITTEN):
        if isinstance(document.data, dict) and key in document.data:
            line, column = document.locate((key,), key=True)
            message = f"Den Schlüssel „{key}“ gibt es hier nicht."
            files.problems.append(Problem(name, line, column, message, _NO_KEY[key], rule=Rule.UNKNOWN_KEY))
    if not body.strip():
        message = "Unter dem Kopf der Seite steht kein Text."
        files.problems.append(Problem(name, body_line, 0, message, rule=Rule.PAGE_TEXT))
        body = PLACEHOLDER
    extra = {"kennung": Extra(name.stem, "Dateiname", 0), "text": Extra(body.strip(), "Text", body_line)}
    page = validate(Seite, document, extra)
    if isinstance(page, list):
        _complain(files, document, page)
        left = what_is_left(Seite, document.data, extra)
    else:
        left = page
    if left is not None:
        files.things.append(Loaded(left, Origin(name)))


def split_page(text: str) -> tuple[str | None, str, int]:
    """A page's YAML head, the Markdown below it, and the line in which that begins; None when there is no head."""
    found = _HEAD.match(text)
    if found is None:
        return None, text, 1
    return found[1], text[found.end() :], found[1].count("\n") + 3


def _unknown(files: ConceptFiles, name: PurePosixPath, inner: PurePosixPath) -> None:
    single = [CONCEPT_FILE, *LISTS, SYNONYMS_FILE, ENDED_FILE, REGISTRY_FILE]
    known = [*single, *(f"{folder}/….yml" for folder in FOLDERS), f"{PAGES_FOLDER}/….md", f"{FIGURES_FOLDER}/….csv"]
    allowed = single if len(inner.parts) == 1 else [*FOLDERS, PAGES_FOLDER]
    guess = nearest(inner.parts[0], allowed)
    suggestion = str(PurePosixPath(guess, *inner.parts[1:])) if guess and guess != inner.parts[0] else None
    if suggestion is None and inner.suffix in {".yaml", ".YML", ".YAML"}:
        suggestion = str(inner.with_suffix(".yml"))
    message = "Diese Datei gehört nicht zu einem Konzept."
    files.problems.append(Problem(name, 0, 0, message, ", ".join(known), suggestion, rule=Rule.FILE_UNKNOWN))
