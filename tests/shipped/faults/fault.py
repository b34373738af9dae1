# A fault as data, the small vocabulary in which the tables are written, and the copy of the content it is done to.
from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Change = Callable[["Workspace", str], None]
"""Does something to a file of the content, named relative to it."""


@dataclass(frozen=True)
class Fault:
    """Something somebody did wrong."""

    what: str
    file: str
    """The file it was done to, relative to `content/`."""
    change: Change
    says: str
    """What the message must hold."""
    at: int | str | None = None
    """The line that must be named: a number, 0 for the whole file, or a text that it holds; by default the first line
    that changed."""
    told: str | None = None
    """The file that must be named, when it is another one."""

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


@dataclass
class Workspace:
    """A copy of the content that faults are done to, one after the other."""

    content: Path
    kept: dict[Path, bytes | None] = field(default_factory=dict)
    """What the files that were changed held before; None for those that were not there."""

    def path(self, name: str) -> Path:
        """The path of a file, which is put back afterwards."""
        path = self.content / name
        if path not in self.kept:
            self.kept[path] = path.read_bytes() if path.is_file() and not path.is_symlink() else None
        return path

    def put_back(self) -> None:
        """Make the content as it was."""
        for path, data in self.kept.items():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.exists() or path.is_symlink():
                path.chmod(0o644, follow_symlinks=False) if not path.is_symlink() else None
                path.unlink()
            if data is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        self.kept.clear()

    def changed_line(self, name: str) -> int:
        """The first line of a file that is not as it was."""
        path = self.content / name
        before = (self.kept.get(path) or b"").splitlines()
        after = path.read_bytes().splitlines()
        same = (number for number, (old, new) in enumerate(zip(before, after, strict=False), 1) if old != new)
        return next(same, min(len(before), len(after)) + 1)


def _edit(change: Callable[[bytes], bytes]) -> Change:
    def carry_out(workspace: Workspace, name: str) -> None:
        path = workspace.path(name)
        before = path.read_bytes() if path.exists() else b""
        after = change(before)
        assert after != before, f"{name} stayed the same"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after)

    return carry_out


def swap(old: str, new: str) -> Change:
    """Write something else where a text stands first."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data, f"„{old}“ does not stand there"
        return data.replace(old.encode(), new.encode(), 1)

    return _edit(change)


def append(text: str | bytes) -> Change:
    """Write something at the end."""
    return _edit(lambda data: data + (text.encode() if isinstance(text, str) else text))


def prepend(text: str | bytes) -> Change:
    """Write something at the beginning."""
    return _edit(lambda data: (text.encode() if isinstance(text, str) else text) + data)


def whole(text: str | bytes) -> Change:
    """Write something instead of everything, or a new file."""
    return _edit(lambda _: text.encode() if isinstance(text, str) else text)


def insert(before: str, data: bytes) -> Change:
    """Put bytes before a text."""
    return _edit(lambda old: old.replace(before.encode(), data + before.encode(), 1))


def recode(encoding: str) -> Change:
    """Save in another encoding."""
    return _edit(lambda data: data.decode().encode(encoding))


def cut(text: str) -> Change:
    """Break off where a text stands first."""
    return _edit(lambda data: data[: data.index(text.encode())])


def rename(to: str) -> Change:
    """Give a file another name, relative to `content/`."""

    def carry_out(workspace: Workspace, name: str) -> None:
        path, new = workspace.path(name), workspace.path(to)
        new.parent.mkdir(parents=True, exist_ok=True)
        path.rename(new)

    return carry_out


def copy_to(to: str) -> Change:
    """Copy a file."""

    def carry_out(workspace: Workspace, name: str) -> None:
        new = workspace.path(to)
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(workspace.content / name, new)

    return carry_out


def remove(workspace: Workspace, name: str) -> None:
    """Delete a file."""
    workspace.path(name).unlink()


def link_to(target: str) -> Change:
    """Put a symbolic link in the place of a file."""

    def carry_out(workspace: Workspace, name: str) -> None:
        path = workspace.path(name)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return carry_out


def folder(workspace: Workspace, name: str) -> None:
    """Put a folder in the place of a file."""
    path = workspace.path(name)
    path.unlink(missing_ok=True)
    path.mkdir()


def both(*changes: tuple[str, Change]) -> Change:
    """Do several things, each to a file of its own."""

    def carry_out(workspace: Workspace, _name: str) -> None:
        for name, change in changes:
            change(workspace, name)

    return carry_out
