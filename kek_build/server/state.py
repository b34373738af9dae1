# A state of the repository, laid out in a folder for checking and building: the content, the configuration and the test
# report, and nothing else. Beside them lies a view of the repository that stands at this state, so that the history is
# that of this state, also while git still keeps what was pushed apart and no branch leads to it.
from __future__ import annotations

import hashlib
import json
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from kek_build.errors import ContentError, Problem
from kek_build.history.git import ask
from kek_build.history.snapshot import StoredFile, commit_of, is_safe, stored_files, write_files
from kek_build.reading.excerpts import quote
from kek_build.reading.files import MAX_BYTES, decode
from kek_build.rules import Rule
from kek_build.server.configuration import BASE, PROJECT, Configuration, read_configuration
from kek_build.server.layout import Server
from kek_build.site import FruehereFassung, Site

CACHE = ".cache"
"""Where a build keeps what it found, beside the content; nothing that was pushed may stand there."""
MAX_FILES = 20_000
"""Files of all concepts of a site; the largest one known has some hundred."""
_CODE = ("kek_build", "docs_templates", "site_config/base.yml")
"""What builds a site; the server has its own."""


@dataclass(frozen=True)
class State:
    """A state, laid out."""

    folder: Path
    """Stands for the top of the repository."""
    commit: str
    configuration: Configuration
    files: tuple[StoredFile, ...]
    """What the site is made of."""

    @property
    def site(self) -> Site:
        """The site to build."""
        root = self.folder / self.configuration.root
        content, file = self.folder / self.configuration.content, self.folder / self.configuration.name
        return Site(root, content, self.configuration.site, file)

    @cached_property
    def content_commit(self) -> str:
        """The newest commit that touches the content: the changes that pages tell of end with it."""
        where = str(self.configuration.content)
        return ask(self.folder, "--literal-pathspecs", "log", "-1", "--format=%H", self.commit, "--", where).decode()

    @cached_property
    def content_digest(self) -> str:
        """Made of what was pushed of the site, whatever builds it and whenever it was pushed."""
        return _digest([(str(file.path), file.mode, file.blob) for file in self.files])

    def day(self, server: Server) -> date | None:
        """The day on which is measured; None where the configuration or the content itself says."""
        match server.settings.stichtag:
            case "heute":
                return datetime.now(UTC).astimezone().date()
            case "commit":
                return date.fromisoformat(ask(self.folder, "log", "-1", "--format=%cs", self.commit).decode().strip())
            case "inhalt":
                return None

    def digest(self, server: Server) -> str:
        """Made of everything the site is made of: two states with the same one give the same site."""
        parts = {
            "content": self.content_digest,
            "content_commit": self.content_commit,
            "settings": server.settings.model_dump(mode="json", exclude={"behalten", "aufgegeben"}),
            "code": _code_digest(),
            # A commit that changes nothing of the site moves no day: what was online stays online.
            "day": str(self.day(server)) if server.settings.stichtag == "heute" else "",
        }
        return _digest(parts)

    def foreign_code(self) -> list[str]:
        """Which parts of the code were pushed and differ from those the server builds with."""
        pushed = stored_files(self.folder, self.commit, *_CODE)
        return sorted({_part(file.path) for file in pushed if not _is_ours(file)})


def lay_out(server: Server, commit: str, folder: Path, objects: Sequence[Path]) -> State:
    """Lay a state out.

    Args:
        server: the server.
        commit: the full name of the commit.
        folder: an empty folder.
        objects: the folders in which git keeps what it needs; for something that is still kept apart, that one, too.

    Raises:
        ContentError: the state holds no site, or something that is no plain file, with all that is wrong.
        NoHistoryError: git could not be asked.
        OSError: there is no room.
    """
    _look_at(folder, commit, objects)
    name = PurePosixPath(server.settings.konfiguration)
    configuration = _configuration(folder, commit, name)
    report = configuration.root / configuration.site.pruefbericht
    _show_tags(server, folder, configuration)
    folders = [
        str(configuration.root / edition.ordner)
        for edition in _frozen(configuration)
        if edition.ordner and is_safe(PurePosixPath(edition.ordner))
    ]
    paths = [str(configuration.content), str(name), *folders, *([] if report.is_absolute() else [str(report)])]
    files = stored_files(folder, commit, *paths)
    if problems := [*_no_content(files, configuration), *_no_files(files, configuration.root / CACHE)]:
        raise ContentError(problems)
    write_files(folder, files, folder)
    return State(folder, commit, configuration, tuple(files))


def _look_at(folder: Path, commit: str, objects: Iterable[Path]) -> None:
    """Make the folder a view of the repository: a git folder with no content of its own, at the commit."""
    git = folder / ".git"
    (git / "objects" / "info").mkdir(parents=True)
    (git / "refs").mkdir()
    (git / "HEAD").write_text(f"{commit}\n", encoding="ascii")
    (git / "objects" / "info" / "alternates").write_text("".join(f"{path}\n" for path in objects), encoding="utf-8")
    form = "sha256" if len(commit) == hashlib.sha256().digest_size * 2 else "sha1"
    version = 1 if form == "sha256" else 0
    extension = "[extensions]\n\tobjectFormat = sha256\n" if version else ""
    core = f"[core]\n\trepositoryFormatVersion = {version}\n\tbare = false\n{extension}"
    (git / "config").write_text(core, encoding="ascii")


def _frozen(configuration: Configuration) -> Iterator[FruehereFassung]:
    """The editions of the site's concepts that are no longer in force."""
    for given in configuration.site.fassungen.values():
        yield from given


def _show_tags(server: Server, folder: Path, configuration: Configuration) -> None:
    """Let the view of the repository know the tags that editions stand at, as far as the server has them."""
    tags = {edition.tag for edition in _frozen(configuration) if edition.tag}
    found = {tag: commit for tag in tags if (commit := commit_of(server.repository, f"refs/tags/{tag}"))}
    lines = "".join(f"{found[tag]} refs/tags/{tag}\n" for tag in sorted(found) if tag.isprintable())
    (folder / ".git" / "packed-refs").write_text(lines, encoding="utf-8")


def _configuration(folder: Path, commit: str, name: PurePosixPath) -> Configuration:
    files = stored_files(folder, commit, str(name))
    if len(files) != 1 or not files[0].is_file:
        expected = f"eine Datei {name}, wie sie im Projekt liegt; eine andere kann in server.yml stehen (konfiguration)"
        raise ContentError(
            [Problem(name, 0, 0, "Die Konfiguration der Website fehlt.", expected, rule=Rule.CONFIGURATION)]
        )
    if problem := _too_large(files[0]):
        raise ContentError([problem])
    write_files(folder, files, folder)
    text = decode((folder / name).read_bytes(), name)
    if isinstance(text, Problem):
        raise ContentError([text])
    try:
        return read_configuration(text, name)
    except ContentError as error:
        raise ContentError(quote(error.problems, folder)) from None


def _no_content(files: Iterable[StoredFile], configuration: Configuration) -> Iterator[Problem]:
    content = configuration.content
    if not any(file.path.is_relative_to(content) for file in files):
        yield Problem(
            content,
            0,
            0,
            "Der Ordner mit dem Inhalt fehlt.",
            "ein Ordner je Konzept, mit konzept.yml",
            rule=Rule.FILE_MISSING,
        )


def _no_files(files: Sequence[StoredFile], cache: PurePosixPath) -> Iterator[Problem]:
    """What could not be laid out as it is, or would lead somewhere else."""
    if len(files) > MAX_FILES:
        yield Problem(
            PurePosixPath(),
            0,
            0,
            f"Der Inhalt besteht aus {len(files)} Dateien.",
            f"höchstens {MAX_FILES}",
            rule=Rule.FILE_TOO_LARGE,
        )
        return
    for file in files:
        shown = PurePosixPath(str(file.path).encode("utf-8", "replace").decode("utf-8"))
        if not is_safe(file.path) or file.path.is_relative_to(cache):
            yield Problem(shown, 0, 0, "Der Name der Datei enthält Zeichen, die nicht erlaubt sind.",
                          "Buchstaben, Ziffern, Punkte und Bindestriche", rule=Rule.FILE_CHARACTERS)  # fmt: skip
        elif not file.is_file:
            yield Problem(shown, 0, 0, "Das ist eine Verknüpfung und keine Datei; der Server folgt keiner.",
                          "die Datei selbst", rule=Rule.FILE_LINK)  # fmt: skip
        elif problem := _too_large(file):
            yield problem


def _too_large(file: StoredFile) -> Problem | None:
    if file.size <= MAX_BYTES:
        return None
    size = f"{file.size:,}".replace(",", ".")
    return Problem(
        file.path, 0, 0, f"Die Datei ist zu groß ({size} Bytes).", "höchstens 1.000.000 Bytes", rule=Rule.FILE_TOO_LARGE
    )


def _part(path: PurePosixPath) -> str:
    return next(part for part in _CODE if path.is_relative_to(part))


def _is_ours(file: StoredFile) -> bool:
    own = PROJECT / file.path
    if not own.is_file():
        return False
    content = own.read_bytes()
    algorithm = hashlib.sha256 if len(file.blob) == hashlib.sha256().digest_size * 2 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content).hexdigest() == file.blob


def _digest(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _code_digest() -> str:
    """Of the code, the templates and the packages that build here."""
    digest = hashlib.sha256()
    folders = (PROJECT / "kek_build", PROJECT / "docs_templates")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts]
    for path in (*files, BASE):
        if path.is_file():
            digest.update(f"{path.relative_to(PROJECT)}\0".encode() + path.read_bytes())
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")  # their names tell their versions
    digest.update("\n".join(sorted(package.name for package in packages)).encode())
    return digest.hexdigest()
