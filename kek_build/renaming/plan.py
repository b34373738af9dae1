# Plans a renaming: which lines of which files change, and which files get another name. Nothing is written before the
# whole result, in a copy aside, has been read and linked without a problem; then all files change, or none.
from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.concept import Entry, Konzept
from kek_build.concept.former import Tombstone
from kek_build.concept.konzept import resolve
from kek_build.concept.references import BrokenMention, mentions
from kek_build.editing.files import read, try_out
from kek_build.errors import SetupError
from kek_build.publish import replace_all
from kek_build.reading.folder import FIGURES_FOLDER, FOLDERS, PAGES_FOLDER
from kek_build.renaming.edits import Edit
from kek_build.renaming.names import own_alias
from kek_build.renaming.source import Source


@dataclass(frozen=True)
class Change:
    """A file that changes."""

    before: PurePosixPath
    """Its name, relative to the project."""
    after: PurePosixPath
    """Its new name, or the same."""
    old_text: str
    new_text: str
    data: bytes
    """The new content as it is written."""

    def diff(self) -> str:
        """The lines that change, as `git diff` shows them."""
        lines = difflib.unified_diff(
            self.old_text.splitlines(), self.new_text.splitlines(), str(self.before), str(self.after), lineterm="", n=0
        )
        head = [f"{self.before} → {self.after}"] if self.before != self.after else []
        return "\n".join([*head, *lines])


@dataclass(frozen=True)
class Plan:
    """A renaming that is possible."""

    names: Mapping[str, str]
    """The new reference of each thing, by its old one."""
    changes: tuple[Change, ...]

    def carry_out(self, root: Path) -> None:
        """Change all files, or none.

        Args:
            root: the project.

        Raises:
            OSError: a file cannot be written; all is as before.
        """
        replace_all({root / c.before: (root / c.after, c.data) for c in self.changes})


def plan(konzept: Konzept, names: Mapping[str, str], root: Path) -> Plan:
    """Plan a renaming and try it out aside.

    Args:
        konzept: the concept.
        names: the new reference of each thing that gets one, by its old one.
        root: the project.

    Raises:
        ContentError: the result would have problems.
        SetupError: a file of the new name is there already.
    """
    edits: dict[PurePosixPath, list[Edit]] = defaultdict(list)
    sources: dict[PurePosixPath, Source] = {}

    def source(name: PurePosixPath) -> Source:
        if name not in sources:
            sources[name] = Source(root, name)
        return sources[name]

    for file, edit in [*_references(konzept, names, source), *_own_names(konzept, names, source)]:
        edits[file].append(edit)
    moved = ((konzept[old].origin.file, _file(konzept[old], new)) for old, new in names.items())
    files = {before: after for before, after in moved if before != after}
    changes = []
    for file in sorted({*edits, *files}):
        known = source(file)
        text = known.changed(edits.get(file, ()))
        changes.append(Change(file, files.get(file, file), known.text, text, known.encode(text)))
    changes += _figures(root, files)
    for change in changes:
        if change.after != change.before and (root / change.after).exists():
            raise SetupError(f"Die Datei „{change.after}“ gibt es schon.")
    try_out(root, _contents(changes))
    return Plan(names, tuple(changes))


_Reading = Callable[[PurePosixPath], Source]


def _references(konzept: Konzept, names: Mapping[str, str], source: _Reading) -> Iterator[tuple[PurePosixPath, Edit]]:
    """Every place that names one of the things."""
    whole = [e for e in konzept.entries.values() if e.parent is None or e.parent == "konzept"]
    things: list[Entry | Tombstone] = [e for e in whole if e.kind != "dokument"]
    things += konzept.former.tombstones.values()
    for thing in things:
        for mention in mentions(thing.model):
            assert not isinstance(mention, BrokenMention)
            target = resolve(konzept.entries, mention.value, mention.kinds)
            if target is None or (new := _new_ref(target.ref, names)) is None:
                continue
            value = new.removeprefix(target.ref.removesuffix(mention.value))  # a place may stand without `orte/`
            file, path = thing.origin.file, (*thing.origin.path, *mention.path)
            if mention.kinds is None:
                yield from ((file, edit) for edit in source(file).references(path, mention.value, value))
            else:
                yield file, source(file).value(path, mention.value, value)


def _new_ref(ref: str, names: Mapping[str, str]) -> str | None:
    """The new reference of a thing, or of a part of it: `swot/bildung#chance-1` changes with `swot/bildung`."""
    whole, mark, part = ref.partition("#")
    return names.get(ref) or (f"{names[whole]}#{part}" if mark and whole in names else None)


def _own_names(konzept: Konzept, names: Mapping[str, str], source: _Reading) -> Iterator[tuple[PurePosixPath, Edit]]:
    """The numbers and short names of the things themselves, and their former names."""
    for old, new in names.items():
        entry = konzept[old]
        file, path = entry.origin.file, entry.origin.path
        key = next(name for name in ("nummer", "kennung", "id") if hasattr(entry.model, name))
        before, after = getattr(entry.model, key), _name(new)
        if entry.kind != "seite":
            yield file, source(file).value((*path, key), before, after)
        if before.lower() == after.lower():
            continue
        index = own_alias(entry, new)
        if index is None:
            yield file, source(file).alias(path, key, before)
        else:
            yield file, source(file).value((*path, "aliase", index), entry.model.aliase[index], before)


def _name(ref: str) -> str:
    return ref.rpartition("#")[2].rpartition("/")[2]


def _file(entry: Entry, new: str) -> PurePosixPath:
    """The file of a thing under its new name."""
    file = entry.origin.file
    has_own = file.parent.name in {*FOLDERS, PAGES_FOLDER} and not entry.origin.path
    return file.with_name(_name(new) + file.suffix) if has_own else file


def _figures(root: Path, files: Mapping[PurePosixPath, PurePosixPath]) -> Iterator[Change]:
    """The CSV files with the values of indicators, which are called like these."""
    for before, after in files.items():
        old, new = before.with_suffix(".csv"), after.with_suffix(".csv")
        if before.parent.name == FIGURES_FOLDER and (root / old).is_file():
            text = read(root, old)
            yield Change(old, new, text, text, (root / old).read_bytes())


def _contents(changes: Iterable[Change]) -> dict[PurePosixPath, bytes | None]:
    """What each file holds after the changes; None where it has another name."""
    found: dict[PurePosixPath, bytes | None] = {change.before: None for change in changes}
    return found | {change.after: change.data for change in changes}
