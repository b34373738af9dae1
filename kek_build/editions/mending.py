# An old edition read with the models of today. What they do not know any more, or would not take, is taken out of a
# copy of its files, the smallest part that can be done without, until the rest is right; each part that went is told,
# with file and line, for a frozen page has to say what it does not show. Only when what a concept cannot be without is
# missing, there is no edition.
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.concept import Konzept, link
from kek_build.concept.draft import Check
from kek_build.editions.source import Source
from kek_build.errors import Problem
from kek_build.models import Thema
from kek_build.reading import read_concept
from kek_build.reading.folder import CONCEPT_FILE, LISTS, SYNONYMS_FILE, split_page
from kek_build.reading.parts import without_part
from kek_build.reading.registry import REGISTRY_FILE
from kek_build.reading.strict_yaml import Document, Node, read
from kek_build.reading.suggestions import shorten
from kek_build.rules import Rule

_ROUNDS = 12
"""How often something may be wrong only after something else was taken out; then whole files go."""
_NOT_READ = {SYNONYMS_FILE, REGISTRY_FILE}
"""Files that say nothing on pages: words for the search, addresses of another time."""
_SHOWN = 300
"""Characters that are shown of what was taken out."""


@dataclass(frozen=True)
class Lost:
    """A part of an edition that could not be read."""

    file: PurePosixPath
    """The file, relative to the folder of the concept."""
    line: int
    """Its line; 0 when the whole file could not be read."""
    why: str
    text: str
    """What stood there, in one line."""


class UnreadableError(Exception):
    """An edition lacks what no concept can be without."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(str(self.problems[0]) if self.problems else "")


def mended(
    source: Source, concept: str, subjects: tuple[Thema, ...], check: Check, aside: Path
) -> tuple[Konzept, tuple[Lost, ...]]:
    """An edition as a concept of today.

    Args:
        source: its files.
        concept: the short name of the concept.
        subjects: the subjects that things may be put under.
        check: looks for what else would keep its pages from being right.
        aside: an empty folder to lay it out in.

    Returns:
        The linked concept, and what could not be read.

    Raises:
        SourceError: files of it are missing.
        UnreadableError: there is no concept without what cannot be read.
    """
    folder = aside / "fassung" / concept
    for path, content in source.read(path for path in source.files if str(path) not in _NOT_READ).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    lost: dict[tuple[PurePosixPath, int], Lost] = {}
    found: list[Problem] = []
    for turn in range(2 * _ROUNDS):
        linked = link(read_concept(folder, aside), check, subjects)
        if isinstance(linked, Konzept):
            gone = {file for file, line in lost if line == 0}
            return linked, tuple(lost[place] for place in sorted(lost) if place[0] not in gone or place[1] == 0)
        by_file: dict[PurePosixPath, list[Problem]] = {}
        found = linked
        for problem in found:
            by_file.setdefault(problem.file.relative_to(f"fassung/{concept}"), []).append(problem)
        for file, problems in by_file.items():
            for part in _mend(folder / file, file, problems, whole=turn >= _ROUNDS):
                lost.setdefault((part.file, part.line), part)
    raise UnreadableError(found)


def _mend(path: Path, file: PurePosixPath, problems: list[Problem], *, whole: bool) -> list[Lost]:
    """Take out of a file what is wrong in it; gives what went."""
    if str(file) in LISTS and not path.is_file():
        path.write_text("[]\n", encoding="utf-8")  # every reference into it is then told where it stands
        return []
    text = _text(path)
    if text is not None and not whole and not any(_concerns_all(problem, file, text) for problem in problems):
        lost, left = [], text
        for problem in problems:
            left, part = _without(left, file, problem)
            if part is not None:
                lost.append(Lost(file, problem.line, problem.message, _in_a_line(part)))
        if left != text:
            path.write_text(left, encoding="utf-8")
            return lost
    if str(file) == CONCEPT_FILE or not path.exists():
        raise UnreadableError(problems)
    path.unlink()
    said = "\n".join(line for line in (text or "").split("\n") if not line.startswith("#"))
    return [Lost(file, 0, problems[0].message, _in_a_line(said))]


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError):
        return None


_NAMELESS = {Rule.DUPLICATE_NUMBER, Rule.FILE_NAME, Rule.PAGE_HEAD, Rule.PAGE_TEXT}
"""Rules without which nothing of a file can stay."""


def _concerns_all(problem: Problem, file: PurePosixPath, text: str) -> bool:
    """Whether nothing of a file can stay: it is no file of a concept, or lacks what its thing cannot be without."""
    if problem.line == 0 or (problem.rule in _NAMELESS and str(file) not in LISTS):
        return True
    document = read(text, file) if problem.rule is Rule.MISSING_KEY and file.suffix != ".md" else None
    if not isinstance(document, Document) or isinstance(document.data, list):
        return problem.rule is Rule.MISSING_KEY and file.suffix == ".md"
    return (problem.line, problem.column) == (document.root.line, document.root.column)


def _without(text: str, file: PurePosixPath, problem: Problem) -> tuple[str, str | None]:
    """A text without the part that a problem speaks of, all other lines at their places; and that part."""
    lines = text.split("\n")
    if file.suffix == ".md":
        head, _, body_line = split_page(text)
        if problem.line >= body_line:
            return _blank(lines, problem.line, problem.line)
        document: Document | list[Problem] = read(head or "", file, 2)
    else:
        document = read(text, file)
    if not isinstance(document, Document):
        left = without_part(text, problem.line - 1)
        gone = [line for line, other in zip(lines, left.split("\n"), strict=True) if line != other]
        return left, "\n".join(gone) if gone else None
    way = _way(document.root, problem.line, problem.column)
    if problem.rule is Rule.MISSING_KEY and len(way) > 1 and way[-1].key is not None and _begins(way[-1], way[-2]):
        way = way[:-1]  # what lacks a key begins where its first key stands
    node = way[-1] if way else None
    if node is None:
        return _blank(lines, problem.line, problem.line)
    first = node.key[0] if node.key else node.line
    return _blank(lines, first, max(first, node.last_line))


def _begins(node: Node, above: Node) -> bool:
    return node.key is not None and node.key == (above.line, above.column)


def _way(root: Node, line: int, column: int) -> list[Node]:
    """The way down to the part that begins at a place or holds it; what stands in brackets stays together."""
    way: list[Node] = []
    here = root
    while here.style not in {"[", "{"}:
        holding = [child for child in here.children.values() if _start(child)[0] <= line <= child.last_line]
        at = [child for child in holding if _start(child) <= (line, column)] or holding
        if not at:
            break
        here = at[-1]
        way.append(here)
    return way


def _start(node: Node) -> tuple[int, int]:
    return node.key or (node.line, node.column)


def _blank(lines: list[str], first: int, last: int) -> tuple[str, str | None]:
    """The lines without some of them, which stay empty; of an entry of a list its dash stays while more of it does."""
    gone = lines[first - 1 : last]
    if not any(line.strip() for line in gone):
        return "\n".join(lines), None
    left = [""] * len(gone)
    begin = gone[0].lstrip()
    if begin.startswith("- "):
        indent = len(gone[0]) - len(begin)
        behind = next((line for line in lines[last:] if line.strip()), "")
        if len(behind) - len(behind.lstrip()) > indent:
            left[0] = f"{' ' * indent}-"
    return "\n".join([*lines[: first - 1], *left, *lines[last:]]), "\n".join(gone)


def _in_a_line(text: str) -> str:
    return shorten(" ".join(text.split()), _SHOWN)


def by_file(lost: Iterable[Lost]) -> Mapping[PurePosixPath, tuple[Lost, ...]]:
    """What could not be read, by the file it stood in."""
    found: dict[PurePosixPath, list[Lost]] = {}
    for part in lost:
        found.setdefault(part.file, []).append(part)
    return {file: tuple(parts) for file, parts in found.items()}
