# Writes changed files. Nothing is written before the whole result, in a copy aside, has been read, linked and checked
# without a problem; then all files change, or none.
from __future__ import annotations

import codecs
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.checking import check_content
from kek_build.errors import ContentError, Problem, SetupError
from kek_build.publish import replace_all
from kek_build.reading.files import read_text


@dataclass(frozen=True)
class Encoding:
    """What a file has beside its text."""

    mark: bytes = b""
    line_end: str = "\n"

    def encode(self, text: str) -> bytes:
        """A text with Unix line ends as the bytes of the file."""
        return self.mark + text.replace("\n", self.line_end).encode()


def encoding_of(path: Path) -> Encoding:
    """How a file is written; of one that is not there yet, how new files are."""
    raw = path.read_bytes() if path.is_file() else b""
    return Encoding(codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b"", "\r\n" if b"\r\n" in raw else "\n")


def read(root: Path, name: PurePosixPath) -> str:
    """The text of a file, as `change` takes it.

    Args:
        root: the project.
        name: the file, relative to it.

    Raises:
        ContentError: it is no text that can be read.
    """
    text = read_text(root / name, name, root)
    if isinstance(text, Problem):
        raise ContentError([text])
    return text


def write(root: Path, files: Mapping[PurePosixPath, str | None]) -> None:
    """Write files of the content, all or none.

    Args:
        root: the project.
        files: the new text of each file, relative to the project; None where the file goes.

    Raises:
        ContentError: the result would have problems; nothing is changed.
        SetupError: a file is none of the content.
        OSError: a file cannot be written; all is as before.
    """
    contents = {name: None if text is None else encoding_of(root / name).encode(text) for name, text in files.items()}
    try_out(root, contents)
    replace_all({root / name: None if data is None else (root / name, data) for name, data in contents.items()})


def try_out(root: Path, files: Mapping[PurePosixPath, bytes | None]) -> None:
    """Read and check the content as it would be, in a copy aside: the concepts that change, as `kek pruefen` does.

    Args:
        root: the project.
        files: what each file would hold, relative to the project; None where it would be gone.

    Raises:
        ContentError: there would be problems.
        SetupError: a file is none of the content.
    """
    for name in files:
        if name.is_absolute() or ".." in name.parts or len(name.parts) < 2:
            raise SetupError(f"„{name}“ liegt nicht im Ordner mit den Konzepten.")
    with tempfile.TemporaryDirectory(prefix="kek-") as folder:
        aside = Path(folder).resolve()
        for content in {PurePosixPath(name.parts[0]) for name in files}:
            concepts = sorted(
                {name.parts[1] for name in files if name.parts[0] == content.name and len(name.parts) > 2}
            )
            (aside / content).mkdir()
            for concept in concepts:
                if (root / content / concept).is_dir():
                    shutil.copytree(root / content / concept, aside / content / concept)
            _put(aside, {name: data for name, data in files.items() if name.is_relative_to(content)})
            check_content(aside / content, [aside / content / concept for concept in concepts])


def _put(aside: Path, files: Mapping[PurePosixPath, bytes | None]) -> None:
    for name in files:
        (aside / name).unlink(missing_ok=True)  # first: it may be that one takes the name of another
    for name, data in files.items():
        if data is not None:
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_bytes(data)
