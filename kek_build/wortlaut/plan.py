# From what was recognised to what changes in the files. A wording that stands there already stays, unless it is said
# otherwise, and what is not sure is written only on demand.
from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kek_build import editing
from kek_build.errors import SetupError
from kek_build.pages.text import counted, one_line
from kek_build.wortlaut.decisions import Decision
from kek_build.wortlaut.found import Found
from kek_build.wortlaut.likeness import plain
from kek_build.wortlaut.recognition import Recognition

_LONGEST = 20_000
"""What the model allows, see `models.base.Text`."""


@dataclass(frozen=True)
class Wish:
    """What a person has asked for."""

    overwrite: bool = False
    """Replace a wording that stands there already."""
    unsure: bool = False
    """Write what is not sure as well."""
    versions: Mapping[str, int] = field(default_factory=dict)
    """Of places with several texts the one that is meant, from 1."""


@dataclass(frozen=True)
class Plan:
    """What would change, and what would not."""

    written: tuple[Decision, ...]
    """Whose first version is written."""
    kept: tuple[Decision, ...]
    """Where another wording stands already."""
    there: tuple[Decision, ...]
    """Where this wording stands already."""
    impossible: tuple[tuple[Decision, str], ...]
    """What cannot be written, and why."""
    files: Mapping[PurePosixPath, str]
    """The new text of each file that changes."""
    before: Mapping[PurePosixPath, str]
    """Its text of today."""

    def diff(self) -> str:
        """The lines that change, as `git diff` shows them."""
        shown: list[str] = []
        for name, text in self.files.items():
            old = self.before[name].splitlines()
            shown += difflib.unified_diff(old, text.splitlines(), str(name), str(name), lineterm="", n=2)
        return "\n".join(shown)


def plan(recognition: Recognition, wish: Wish, root: Path) -> Plan:
    """Plan what to write.

    Args:
        recognition: what was recognised.
        wish: what a person has asked for.
        root: the project.

    Raises:
        SetupError: a version was asked for that there is not, or a file cannot be changed.
    """
    _check_versions(recognition, wish)
    written: list[Decision] = []
    kept: list[Decision] = []
    there: list[Decision] = []
    impossible: list[tuple[Decision, str]] = []
    for decision in recognition.decisions:
        chosen = _chosen(decision, wish)
        if chosen is None:
            continue
        text = chosen.versions[0].text
        if chosen.slot.wording and one_line(chosen.slot.wording) == one_line(text):
            there.append(chosen)
        elif chosen.slot.wording and not wish.overwrite:
            kept.append(chosen)
        elif why := _impossible(text):
            impossible.append((chosen, why))
        else:
            written.append(chosen)
    before, files = _files(written, root)
    return Plan(tuple(written), tuple(kept), tuple(there), tuple(impossible), files, before)


def _check_versions(recognition: Recognition, wish: Wish) -> None:
    known = {decision.slot.ref: decision for decision in recognition.decisions}
    for ref, number in wish.versions.items():
        decision = known.get(ref)
        if decision is None:
            raise SetupError(f"--fassung: „{ref}“ gibt es im Konzept nicht.")
        count = len(_versions(decision))
        if not 1 <= number <= count:
            told = f"{counted(count, 'Fassung', 'Fassungen')}, keine {number}" if count else "keine Fassung"
            raise SetupError(f"--fassung: Zu „{ref}“ gibt es im Dokument {told}.")


def _versions(decision: Decision) -> tuple[Found, ...]:
    return (*decision.versions, *decision.also)


def _chosen(decision: Decision, wish: Wish) -> Decision | None:
    """The decision with the version that is to be written in front; None when nothing is."""
    if number := wish.versions.get(decision.slot.ref):
        return Decision(decision.slot, "sicher", (_versions(decision)[number - 1],))
    if decision.verdict == "sicher" or (decision.verdict == "unsicher" and wish.unsure):
        return decision
    return None


def _impossible(text: str) -> str | None:
    if "[[" in text or "]]" in text:
        return "enthält [[ oder ]]; das ist auf der Website ein Verweis"
    if len(text) > _LONGEST:
        return "ist länger als 20.000 Zeichen"
    if not plain(text):
        return "enthält keine Buchstaben"
    return None


def _files(written: list[Decision], root: Path) -> tuple[dict[PurePosixPath, str], dict[PurePosixPath, str]]:

    by_file: dict[PurePosixPath, list[editing.Set]] = defaultdict(list)
    for decision in written:
        path = (*decision.slot.path, "wortlaut")
        text = decision.versions[0].text
        # A text with a list is written line by line, which a line end at its end asks for.
        by_file[decision.slot.file].append(editing.Set(path, f"{text}\n" if "\n- " in text else text))
    before: dict[PurePosixPath, str] = {}
    files: dict[PurePosixPath, str] = {}
    for name, changes in by_file.items():
        text = editing.read(root, name)
        before[name], files[name] = text, editing.change(text, name, changes)
    return before, files
