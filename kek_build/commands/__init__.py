# The commands of `kek`, a module each: `add` tells the parser what it takes, and `run` does it. They print; nothing
# below them does.
from __future__ import annotations

from types import ModuleType

from kek_build.commands import (
    adressen,
    ausgeben,
    bauen,
    empfangen,
    export,
    formatieren,
    import_,
    lesbarkeit,
    lose_enden,
    neu,
    pruefen,
    schema,
    server_einrichten,
    start,
    umbenennen,
    unterschiede,
    veroeffentlichen,
    vorschau,
    wortlaut,
    zurueck,
    zusammenfuehren,
)

COMMANDS: tuple[ModuleType, ...] = (
    pruefen,
    start,
    adressen,
    neu,
    umbenennen,
    formatieren,
    wortlaut,
    export,
    import_,
    schema,
    bauen,
    vorschau,
    ausgeben,
    lose_enden,
    lesbarkeit,
    unterschiede,
    server_einrichten,
    veroeffentlichen,
    zurueck,
    zusammenfuehren,
    empfangen,
)
"""All commands, in the order in which the help shows them."""
