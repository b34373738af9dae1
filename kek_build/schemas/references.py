# Where the schemas of the files lie, and the line by which a file names its own: editors that know YAML read it.
from __future__ import annotations

from pathlib import PurePosixPath

from kek_build.editing.order import kind_of
from kek_build.schemas.export import FILES

FOLDER = ".schema"
"""Where in the content the schemas lie; the reader leaves out what begins with a dot."""

MARK = "# yaml-language-server:"
"""What the line begins with."""


def reference(name: PurePosixPath) -> str | None:
    """The line that stands first in a file.

    Args:
        name: the file, relative to the project: `content/leipzig/massnahmen/1-32.yml`.

    Returns:
        The line; None for files that are no YAML of the content, and for pages, in whose heads no editor reads it.
    """
    kind = kind_of(name)
    if kind is None or name.suffix == ".md":
        return None
    schema = next(key for key, file in FILES.items() if file.model is kind.model)
    up = "../" * (len(name.parts) - 2)
    return f"{MARK} $schema={up}{FOLDER}/{schema}.json"


def with_reference(text: str, name: PurePosixPath) -> str:
    """A file with its line; what stands there of the same kind is replaced."""
    line = reference(name)
    if line is None:
        return text
    first, _, rest = text.partition("\n")
    return f"{line}\n{rest if first.startswith(MARK) else text}"
