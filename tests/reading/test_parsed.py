from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.reading import Kept, Parsed, parsed, read_concept
from kek_build.reading.strict_yaml import Document, read
from tests.example import Copy

NAME = PurePosixPath("content/kreis/massnahmen/1-2.yml")
TEXT = "nummer: 1-2\ntitel: \"Grüße, „so“\"\npunkte:\n  - eins\n  -\n  - zwei: {drei: [vier, '']}\n"
_TEXTS = st.lists(
    st.sampled_from(
        [
            "a: b\n",
            "c:\n  - d\n",
            "  - e: ü\n",
            "a: …\n",
            "f: &g h\n",
            "i: 'j\n",
            "k: |\n  l\n",
            "- m\n",
            "\n",
            "n: \t\n",
        ]
    )
).map("".join)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read strictly."""
    texts: list[str] = []

    def noted(text: str, name: PurePosixPath, first_line: int = 1) -> object:
        texts.append(text)
        return read(text, name, first_line)

    monkeypatch.setattr(parsed, "read", noted)
    return texts


def _keep(file: Path, *texts: str) -> None:
    begun = Parsed(file)
    for text in texts:
        begun.read(text, NAME)
    begun.save()


def test_a_text_that_was_read_is_not_read_again(tmp_path: Path, readings: list[str]) -> None:
    _keep(tmp_path / "x", TEXT)
    later = Parsed(tmp_path / "x")
    document = later.read(TEXT, NAME)
    assert isinstance(document, Document)
    assert document.data == {
        "nummer": "1-2",
        "titel": "Grüße, „so“",
        "punkte": ["eins", None, {"zwei": {"drei": ["vier", ""]}}],
    }
    assert readings == [TEXT]


def test_places_are_as_exact_as_ever(tmp_path: Path) -> None:
    _keep(tmp_path / "x", TEXT)
    document, strict = Parsed(tmp_path / "x").read(TEXT, NAME, 7), read(TEXT, NAME, 7)
    assert isinstance(document, Document)
    assert isinstance(strict, Document)
    assert document.root == strict.root
    assert document.locate(("punkte", 2, "zwei", "drei", 0)) == (12, 19)


@given(texts=st.lists(_TEXTS, min_size=1, max_size=4))
def test_it_says_the_same_as_reading_strictly(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    file = tmp_path_factory.mktemp("gelesen") / "x"
    for _ in range(2):
        begun = Parsed(file)
        for text in texts:
            found, strict = begun.read(text, NAME), read(text, NAME)
            if isinstance(strict, Document):
                assert isinstance(found, Document)
                assert (found.data, found.root, found.problems) == (strict.data, strict.root, strict.problems)
            else:
                assert found == strict
        begun.save()


@given(at=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_a_file_that_is_damaged_tells_nothing_wrong(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int
) -> None:
    file = tmp_path_factory.mktemp("gelesen") / "x"
    _keep(file, TEXT, "a: b\n")
    content = bytearray(file.read_bytes())
    content[at % len(content)] = byte
    file.write_bytes(content)
    later = Parsed(file)
    for text in (TEXT, "a: b\n"):
        found, strict = later.read(text, NAME), read(text, NAME)
        assert isinstance(found, Document)
        assert isinstance(strict, Document)
        assert found.data == strict.data


def test_another_program_reads_everything(tmp_path: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(tmp_path / "x", TEXT)
    monkeypatch.setattr(parsed, "_program", lambda: b"neu")
    Parsed(tmp_path / "x").read(TEXT, NAME)
    assert readings == [TEXT, TEXT]


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path, readings: list[str]) -> None:
    _keep(tmp_path / "x", TEXT, "a: b\n")
    _keep(tmp_path / "x", TEXT)
    _keep(tmp_path / "x", "a: b\n")
    assert readings == [TEXT, "a: b\n", "a: b\n"]


def test_a_folder_that_cannot_be_written_keeps_nobody_from_reading(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    begun = Parsed(tmp_path / "datei" / "x")
    assert isinstance(begun.read(TEXT, NAME), Document)
    begun.save()


def test_a_concept_is_read_the_same_and_its_problems_have_the_same_places(copy: Copy, readings: list[str]) -> None:
    file = copy.root / ".cache/gelesen/x"
    copy.replace("massnahmen/1-2.yml", "nummer: 1-2", "nummer: 1-3")
    for _ in range(2):
        begun = Parsed(file)
        found = read_concept(copy.folder, copy.root, Kept(), begun)
        begun.save()
        strict = read_concept(copy.folder, copy.root)
        assert found == strict
        assert [problem.place for problem in found.problems] == ["content/musterkreis/massnahmen/1-2.yml:1:9"]
        once = len(readings)
    assert len(set(readings)) <= once
