# The editors' handbook, followed: every file it shows is put where it says, every command is run, in the order in which
# they stand there, in the county that its first command makes.
from __future__ import annotations

import re
import shlex
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from kek_build import handbook
from kek_build.checking import check_content
from kek_build.cli import main, parser
from kek_build.commands import MODULES
from kek_build.editing import Set, change
from kek_build.editing.change import read
from kek_build.models.base import Model
from tests.example import PROJECT

HANDBOOK = PROJECT / "REDAKTION.md"
_MARK = re.compile(r"<!-- (?P<what>\w+)(?:: (?P<name>[^>]+?))? -->")
_NEVER_ENDS = {"vorschau"}


@dataclass(frozen=True)
class Block:
    """A block of the handbook: what is to be done with it, and its text."""

    language: str
    marks: tuple[tuple[str, str], ...]
    text: str
    line: int


def _blocks() -> Iterator[Block]:
    marks: list[tuple[str, str]] = []
    lines = iter(enumerate(HANDBOOK.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        if found := _MARK.fullmatch(line):
            marks.append((found["what"], found["name"] or ""))
        elif line.startswith("```"):
            inside = []
            for _, inner in lines:
                if inner == "```":
                    break
                inside.append(inner)
            yield Block(line.removeprefix("```"), tuple(marks), "\n".join(inside) + "\n", number)
            marks = []
        elif line:
            marks = []


def _commands(block: Block) -> list[list[str]]:
    return [shlex.split(line.removeprefix("$ ")) for line in block.text.splitlines()]


class _Reader:
    """Somebody who does what the handbook says."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        monkeypatch.chdir(folder)

    @property
    def concept(self) -> Path:
        return Path.cwd() / "content" / "muster"

    def follow(self, block: Block) -> None:
        for what, name in block.marks:
            self._prepare(what, name, block)
        if block.language == "console" and "git" not in dict(block.marks):
            for command in _commands(block):
                self._run(command)
        elif block.language == "yaml":
            assert block.marks, "where does this belong?"
            check_content(self.concept.parent, [self.concept])

    def _prepare(self, what: str, name: str, block: Block) -> None:
        path = self.concept / name
        match what:
            case "datei":
                path.write_text(block.text, encoding="utf-8")
            case "ausschnitt":
                self._change(name, block.text)
            case "anfuegen":
                path.write_text(f"{path.read_text(encoding='utf-8')}\n{block.text}", encoding="utf-8")
            case "loeschen":
                path.unlink()
            case "liest":
                self._bring(name)
            case _:
                assert what in {"start", "git"}

    def _change(self, name: str, text: str) -> None:
        path = self.concept / name
        file = PurePosixPath("content/muster") / name
        new: dict[str, Any] = read(text, file).data
        path.write_text(
            change(path.read_text(encoding="utf-8"), file, [Set((key,), value) for key, value in new.items()]),
            encoding="utf-8",
        )

    def _bring(self, name: str) -> None:
        """Make the file that a command of the handbook reads."""
        if name.endswith(".csv"):
            Path(name).write_text("Nr.;Maßnahme;Handlungsfeld\n1-50;Ein Radweg mehr;1\n", encoding="utf-8")
            return
        from docx import Document  # noqa: PLC0415  (only here)

        document = Document()
        document.add_heading("1.1 Beispiel: sichere Wege für das Rad", 2)
        document.add_paragraph("Der Landkreis schafft sichere Wege für das Rad.")
        document.save(name)

    def _run(self, command: list[str]) -> None:
        if command[0] == "cd":
            self.monkeypatch.chdir(command[1])
            return
        assert command[0] == "kek", command
        assert command[1] not in _NEVER_ENDS, command
        assert main(command[1:]) == 0, command


def test_whoever_follows_the_handbook_gets_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = list(_blocks())
    reader = _Reader(tmp_path, monkeypatch)
    for block in blocks:
        try:
            reader.follow(block)
        except Exception as error:
            error.add_note(f"{HANDBOOK.name}:{block.line}")
            raise
    assert {block.language for block in blocks} == {"console", "yaml"}
    assert len(blocks) >= 25
    out = capsys.readouterr().out
    assert "Umbenannt" in out
    assert (reader.concept / "massnahmen" / "1-50.yml").is_file()
    assert main(["bauen", "--ohne-pdf", "--still"]) == 0
    assert "Wege für das Rad" in (Path("site") / "swot" / "mobilitaet" / "index.html").read_text(encoding="utf-8")


def test_commands_named_in_the_text_exist() -> None:
    text = HANDBOOK.read_text(encoding="utf-8").partition(handbook.BEGIN)[0]
    named = re.findall(r"`kek ([^`\n]+)`", text)
    assert len(named) > 10
    for words in named:
        command = shlex.split(words)
        try:
            parser().parse_args(command)
        except SystemExit:
            with pytest.raises(SystemExit) as ended:
                main([command[0], "--help"])
            assert ended.value.code == 0, words


def test_the_reference_is_that_of_the_program() -> None:
    """`make handbuch` writes it anew."""
    text = HANDBOOK.read_text(encoding="utf-8")
    assert handbook.with_reference(text) == text


def test_every_command_and_every_key_is_described() -> None:
    reference = handbook.reference()
    commands = parser().format_help()
    for name in MODULES:
        assert f"### kek {name}\n" in reference
        assert f"    {name}" in commands
    for model in _models(Model):
        for key, field in model.model_fields.items():
            assert f"| `{key}`" in reference or not field.description, f"{model.__name__}.{key}"
    assert "|  |" not in reference


def _models(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        if below.__module__.startswith("kek_build.models"):
            yield below
        yield from _models(below)


def test_links_in_the_handbook_lead_somewhere() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    anchors = {_anchor(head) for head in re.findall(r"^#+ (.+)$", outside, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", outside):
        file, _, anchor = target.partition("#")
        if file:
            assert (PROJECT / file).is_file(), target
        else:
            assert anchor in anchors, target


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_pictures_are_described_and_small() -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\((bilder/redaktion-[^)]+\.png)\)", HANDBOOK.read_text(encoding="utf-8"))
    assert len(pictures) >= 5
    for description, name in pictures:
        data = (PROJECT / name).read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        assert len(description) > 40
        assert (600 <= width <= 1600, height <= 1600, len(data) < 200_000) == (True, True, True), name
