# adressen.txt: every address of a concept that was ever published, one a line, so that none is lost unnoticed. Kept by
# `kek adressen --festhalten`; a file that people merge and read, so it is read as strictly as YAML.
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from kek_build.errors import Problem
from kek_build.rules import Rule

REGISTRY_FILE = "adressen.txt"

_START = "./"
"""How the start page of a concept is written, whose address is empty."""
_ADDRESS = re.compile(r"(?:[.]/)?(?:[a-z0-9]+(?:[.-][a-z0-9]+)*/)*(?:#[a-z0-9][a-z0-9._-]*)?")
_HEAD = """\
# Alle Adressen dieses Konzepts, die je veröffentlicht wurden: jede Seite und jede Stelle darauf.
# Was hier steht, muss für immer antworten. Den Bau hält auf, was verschwindet.
# Neue Adressen trägt ein: kek adressen --festhalten. Löschen Sie hier nichts.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """An address that was published."""

    address: str
    """Relative to the concept: `massnahmen/3-34/`, `swot/bildung/#schwaeche-2`."""
    line: int


def parse_registry(name: PurePosixPath, text: str) -> tuple[list[Published], list[Problem]]:
    """Read the addresses of a concept.

    Args:
        name: how messages call the file.
        text: what stands in it.

    Returns:
        The addresses in the order of the file, and all problems.
    """
    found: dict[str, Published] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if not _ADDRESS.fullmatch(address):
            message = f"„{address[:80]}“ ist keine Adresse."
            expected = "zum Beispiel massnahmen/3-34/ oder swot/wohnen/#chance-1"
            problems.append(Problem(name, number, 1, message, expected, rule=Rule.ADDRESS_FORM))
        elif first := found.get(address):
            message = f"„{address}“ steht doppelt (zuerst in Zeile {first.line})."
            problems.append(Problem(name, number, 1, message, "jede Adresse einmal", rule=Rule.REPEATED))
        else:
            found[address] = Published(address.removeprefix(_START), number)
    return list(found.values()), problems


def registry_text(addresses: Iterable[str]) -> str:
    """The file for some addresses, in order."""
    written = {_START + address if address[:1] in {"", "#"} else address for address in addresses}
    return _HEAD + "".join(f"{address}\n" for address in sorted(written))
