# Changes values of one file, given as text, and makes sure that nothing else has changed.
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from kek_build.editing.comments import comments
from kek_build.editing.layout import Value, block
from kek_build.editing.order import kind_of, stands_apart
from kek_build.editing.reconcile import Reconciler
from kek_build.editing.wanted import Remove, Set, carry_out, plain, tracked
from kek_build.errors import ContentError, SetupError
from kek_build.reading.folder import split_page
from kek_build.reading.strict_yaml import Document, parse


def change(text: str, name: PurePosixPath, changes: Sequence[Set | Remove]) -> str:
    """Change values of a file.

    Args:
        text: the file, as `reading.files.read_text` gives it. Of a page the YAML of its head changes.
        name: the file; its name says what it holds and so where a new key goes. Messages call it so.
        changes: what shall be different, one after the other: each path counts in what the changes before have left.

    Returns:
        The text. Lines that say the same as before are the same to the byte; every comment is still there.

    Raises:
        ContentError: the text is no YAML that can be read.
        SetupError: a path leads nowhere, or the text cannot be changed safely.
    """
    given = text
    if not text.endswith("\n"):
        text += "\n"  # else what is added below would belong to the last line
    before, head, after = parts(text, name)
    document = read(head, name, before.count("\n") + 1)
    wanted = tracked(document.data)
    for one in changes:
        try:
            wanted = carry_out(wanted, one)
        except KeyError:
            place = ".".join(map(str, one.path))
            raise SetupError(f"{name}: Die Stelle „{place}“ gibt es nicht.") from None
    if plain(wanted) == document.data:
        return given
    if not wanted:
        raise SetupError(f"{name}: Danach wäre die Datei leer.")
    kind = kind_of(name)
    changed = Reconciler(head, document).run(wanted, kind.model if kind else None)
    make_sure(changed, document, head, plain(wanted))
    return before + changed + after


def render(value: Value, name: PurePosixPath | None = None) -> str:
    """The text of a new file.

    Args:
        value: what it says: a list or a table that is not empty.
        name: the file; its name says what it holds and so the order of the keys. Without it they stay as they are.
    """
    kind = kind_of(name) if name else None
    model = kind.model if kind else None
    if isinstance(value, list) and kind and stands_apart(kind.model):
        return "\n".join("\n".join([*block([entry], 0, model), ""]) for entry in value)
    return "\n".join([*block(value, 0, model), ""])


def read(text: str, name: PurePosixPath, first_line: int = 1) -> Document:
    """Read a YAML text, or tell what is wrong with it.

    Raises:
        ContentError: it cannot be read.
    """
    document = parse(text, name, first_line)
    if isinstance(document, list):
        raise ContentError(document)
    return document


def parts(text: str, name: PurePosixPath) -> tuple[str, str, str]:
    """What stands before the YAML of a file, the YAML, and what stands behind it."""
    if name.suffix != ".md":
        return "", text, ""
    head, _, _ = split_page(text)
    start = text.find("\n") + 1
    return text[:start], head or "", text[start + len(head or "") :]


def make_sure(changed: str, document: Document, text: str, wanted: Any) -> None:
    """Hold that a changed text says what is wanted and has all comments."""
    name = document.name
    now = parse(changed, name)
    if isinstance(now, Document) and now.data == wanted:
        old = Counter(comment.text for comment in comments(text, document.root))
        if old == Counter(comment.text for comment in comments(changed, now.root)):
            return
    raise SetupError(f"{name}: Diese Datei lässt sich so nicht ändern; schreiben Sie die Stelle einfacher.")
