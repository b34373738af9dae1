# The commands of `kek`, a module each: `add` tells the parser what it takes, and `run` does it. They print; nothing
# below them does.
from __future__ import annotations

from types import ModuleType

from kek_build.commands import (
    adressen,
    ausgeben,
    bauen,
    empfangen,
    formatieren,
    lesbarkeit,
    lose_enden,
    pruefen,
    server_einrichten,
    umbenennen,
    veroeffentlichen,
    vorschau,
    zurueck,
)

COMMANDS: tuple[ModuleType, ...] = (
    pruefen,
    adressen,
    umbenennen,
    formatieren,
    bauen,
    vorschau,
    ausgeben,
    lose_enden,
    lesbarkeit,
    server_einrichten,
    veroeffentlichen,
    zurueck,
    empfangen,
)
"""All commands, in the order in which the help shows them."""
