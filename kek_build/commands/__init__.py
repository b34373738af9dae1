# The commands of `kek`, a module each: `add` tells the parser what it takes, and `run` does it. They print; nothing
# below them does. A module is imported when its command is called, because some need much that others never do.
from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import MappingProxyType, ModuleType

MODULES = MappingProxyType(
    {
        "pruefen": "pruefen",
        "start": "start",
        "adressen": "adressen",
        "neu": "neu",
        "umbenennen": "umbenennen",
        "format": "formatieren",
        "wortlaut": "wortlaut",
        "export": "export",
        "import": "import_",
        "schema": "schema",
        "bauen": "bauen",
        "vorschau": "vorschau",
        "ausgeben": "ausgeben",
        "bericht": "bericht",
        "lose-enden": "lose_enden",
        "lesbarkeit": "lesbarkeit",
        "unterschiede": "unterschiede",
        "server-einrichten": "server_einrichten",
        "veroeffentlichen": "veroeffentlichen",
        "zurueck": "zurueck",
        "zusammenfuehren": "zusammenfuehren",
        "empfangen": "empfangen",
    }
)
"""The module of each command, in the order in which the help shows them."""


def commands(name: str | None = None) -> Iterator[ModuleType]:
    """The command of a name, or all when there is none of that name."""
    for module in [MODULES[name]] if name and name in MODULES else MODULES.values():
        yield import_module(f"{__name__}.{module}")
