# From a path to text: whatever lies there, the answer is text or one problem that says how to mend it.
from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.errors import Problem
from kek_build.reading.files import MAX_BYTES, decode, is_inside, read_text
from kek_build.rules import Rule
from tests.reading.checks import assert_german

NAME = PurePosixPath("content/muster/orte.yml")


def read(folder: Path, data: bytes) -> str | Problem:
    """Write a file into a folder and read it."""
    path = folder / "orte.yml"
    path.write_bytes(data)
    return read_text(path, NAME, folder)


def refused(folder: Path, data: bytes) -> Problem:
    """Write a file that must be refused."""
    found = read(folder, data)
    assert isinstance(found, Problem), found
    assert found.file == NAME
    assert_german([found])
    return found


def refused_at(path: Path, root: Path) -> Problem:
    found = read_text(path, NAME, root)
    assert isinstance(found, Problem), found
    assert (found.file, found.line) == (NAME, 0)
    assert_german([found])
    return found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Größe: 10 m²\n".encode(), "Größe: 10 m²\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\r\nb", "a\n\nb"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("verzo\u0308gert".encode(), "verzögert"),
        ("😀\t\u00a0\u00ad".encode(), "😀\t\u00a0\u00ad"),
    ],
)
def test_text_is_read_with_plain_line_ends_no_mark_in_front_and_whole_umlauts(
    tmp_path: Path, data: bytes, text: str
) -> None:
    assert read(tmp_path, data) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_unicode_encodings_are_refused(tmp_path: Path, encoding: str) -> None:
    assert refused(tmp_path, "titel: Über uns\n".encode(encoding)).line == 1


def test_utf_16_is_named_when_it_names_itself(tmp_path: Path) -> None:
    for data in (b"\xff\xfea\0", b"\xfe\xff\0a"):
        problem = refused(tmp_path, data)
        assert "UTF-16" in problem.message
        assert problem.expected == "Speichern Sie die Datei als UTF-8."


@pytest.mark.parametrize(
    "before", [b"", b"a: 1\n", b"a: 1\r\nb: 2\r\n", b"a\rb\rc\r", b"\xef\xbb\xbf", b"\xef\xbb\xbfa\nb\n"]
)
def test_windows_1252_is_told_at_the_line_of_the_first_wrong_character(tmp_path: Path, before: bytes) -> None:
    problem = refused(tmp_path, before + "Größe und Maß\n".encode("cp1252"))
    lines = before.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    assert problem.line == lines.count("\n") + 1
    assert "Windows-1252" in problem.message
    assert problem.expected is not None
    assert "UTF-8" in problem.expected


def test_a_nul_byte_is_told_at_its_line(tmp_path: Path) -> None:
    problem = refused(tmp_path, b"a: 1\nb: 2\nc: \0\n")
    assert (problem.line, problem.message) == (3, "Die Datei enthält Binärdaten und keinen Text.")


@pytest.mark.parametrize(
    "character", ["\x01", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\u2028", "\u2029", "\uffff"]
)
def test_what_nobody_sees_is_told_at_its_place(tmp_path: Path, character: str) -> None:
    problem = refused(tmp_path, f"äöü: 1\r\nb: x{character}y\r\n".encode())
    assert problem.message == "Hier steht ein unsichtbares Steuerzeichen."
    assert (problem.line, problem.column) == (2, 5)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> main", "<<<<<<<", ">>>>>>>", "=======", "||||||| 4f2a"])
def test_an_unsolved_conflict_is_told_at_its_line(tmp_path: Path, mark: str) -> None:
    problem = refused(tmp_path, f"a: 1\n{mark}\nb: 2\n".encode())
    assert problem.message == "Hier steht ein ungelöster Konflikt aus Git."
    assert (problem.line, problem.column) == (2, 1)


@pytest.mark.parametrize(
    "text", ["========\n", "======= x\n", "  <<<<<<< HEAD\n", "<<<<<<<<\n", "x >>>>>>> y\n", "<<<<<<<x\n"]
)
def test_what_only_looks_like_a_conflict_is_text(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode()) == text


def test_a_line_of_equals_signs_makes_a_heading_of_a_page() -> None:
    name = PurePosixPath("seiten/vorwort.md")
    assert decode(b"Vorwort\n=======\n", name) == "Vorwort\n=======\n"
    assert isinstance(decode(b"Vorwort\n>>>>>>> main\n", name), Problem)


@pytest.mark.parametrize("character", ["\u200b", "\u2060", "\ufeff", "\u202e", "\u2067"])
def test_a_character_that_nobody_sees_is_told_at_its_place(tmp_path: Path, character: str) -> None:
    problem = refused(tmp_path, f"a: 1\nb: x{character}\n".encode())
    assert problem.message == "Hier steht ein Zeichen, das unsichtbar ist."
    assert (problem.line, problem.column, problem.rule) == (2, 5, Rule.INVISIBLE)


@pytest.mark.parametrize("start", [b"%PDF-1.7\n%\xe2", b"PK\x03\x04", b"\x89PNG\r\n", b"\x1f\x8b\x08\x00\x00"])
def test_a_file_of_another_program_is_told_as_no_text(tmp_path: Path, start: bytes) -> None:
    problem = refused(tmp_path, start)
    assert (problem.line, problem.message) == (1, "Die Datei enthält Binärdaten und keinen Text.")


def test_utf_16_without_its_mark_is_known_by_its_zeros(tmp_path: Path) -> None:
    problem = refused(tmp_path, "nummer: 1-1\n".encode("utf-16-le"))
    assert problem.message == "Die Datei ist als UTF-16 gespeichert."


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    assert read(tmp_path, b"x" * MAX_BYTES) == "x" * MAX_BYTES
    problem = refused(tmp_path, b"x" * (MAX_BYTES + 1))
    assert problem.message == "Die Datei ist zu groß (1.000.001 Bytes)."
    assert problem.line == 0


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "orte.yml").mkdir()
    assert refused_at(tmp_path / "orte.yml", tmp_path).message == "Das ist keine lesbare Datei."


def test_what_is_not_there_is_no_file(tmp_path: Path) -> None:
    assert refused_at(tmp_path / "orte.yml", tmp_path).message == "Das ist keine lesbare Datei."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "orte.yml")
    assert refused_at(tmp_path / "orte.yml", tmp_path).message == "Das ist keine lesbare Datei."


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "b.yml").symlink_to("a.yml")
    assert read_text(tmp_path / "b.yml", NAME, tmp_path) == "a: 1\n"


@pytest.mark.parametrize("target", ["../geheim.yml", "../muster-geheim/geheim.yml", "{}/geheim.yml", "weiter"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "muster"
    for place in (folder, tmp_path / "muster-geheim"):
        place.mkdir()
    (tmp_path / "geheim.yml").write_text("geheim: ja\n", encoding="utf-8")
    (tmp_path / "muster-geheim" / "geheim.yml").write_text("geheim: ja\n", encoding="utf-8")
    (folder / "weiter").symlink_to("../geheim.yml")
    (folder / "orte.yml").symlink_to(target.format(tmp_path))
    problem = refused_at(folder / "orte.yml", folder)
    assert problem.message == "Die Datei ist eine Verknüpfung, die aus dem Ordner „muster“ hinausführt."
    assert "geheim" not in str(problem)


def test_a_folder_that_is_itself_reached_by_a_link_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "echt" / "orte.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "muster").symlink_to("echt")
    assert read_text(tmp_path / "muster" / "orte.yml", NAME, tmp_path / "muster") == "a: 1\n"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "selbst.yml").symlink_to("selbst.yml")
    (tmp_path / "hin.yml").symlink_to("her.yml")
    (tmp_path / "her.yml").symlink_to("hin.yml")
    for name in ("selbst.yml", "hin.yml", "her.yml"):
        assert refused_at(tmp_path / name, tmp_path).message == "Das ist keine lesbare Datei."


def test_a_link_to_nothing_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "orte.yml").symlink_to("fort.yml")
    assert refused_at(tmp_path / "orte.yml", tmp_path).message == "Das ist keine lesbare Datei."


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_what_the_operating_system_says_is_told_in_german(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def fail(_path: Path) -> bytes:
        raise error

    (tmp_path / "orte.yml").write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert refused_at(tmp_path / "orte.yml", tmp_path).message.startswith("Die Datei lässt sich nicht lesen")


def test_a_folder_lies_in_itself_and_not_in_its_neighbour(tmp_path: Path) -> None:
    assert is_inside(tmp_path / "a", tmp_path / "a")
    assert is_inside(tmp_path / "a" / "b", tmp_path / "a")
    assert not is_inside(tmp_path / "ab", tmp_path / "a")
    assert not is_inside(tmp_path / "a" / ".." / "b", tmp_path / "a")


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.tuples(
            st.text(max_size=50, alphabet=st.characters(exclude_categories=["Cs"])),
            st.sampled_from(["cp1252", "utf-16", "utf-32-be"]),
        ).map(lambda pair: pair[0].encode(pair[1], "replace")),
    )
)
def test_any_bytes_are_text_without_surprises_or_one_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    found = read(tmp_path_factory.getbasetemp(), data)
    if isinstance(found, Problem):
        assert_german([found])
        assert found.line <= len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    else:
        assert not set(found) & {"\0", "\r", "\u2028", "\u0085", "\x1b"}


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)), st.data())
def test_a_wrong_byte_is_told_at_its_line_whichever_way_lines_end(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    number = data.draw(st.integers(min_value=0, max_value=len(lines)))
    wrong = data.draw(st.sampled_from([b"\xe4\n", b"\0", b"\x0b", "\u2028".encode()]))
    before = "".join(line + end for line in lines[:number]).encode()
    after = "".join(end + line for line in lines[number:]).encode()
    found = read(tmp_path_factory.getbasetemp(), b"x" + before + wrong + after)
    assert isinstance(found, Problem)
    assert found.line == number + 1
