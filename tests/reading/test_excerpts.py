# The line that a problem speaks of, even from files that could not be read.
from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kek_build.errors import Problem
from kek_build.reading.excerpts import quote
from kek_build.reading.files import MAX_BYTES
from kek_build.rules import Rule


def _quoted(root: Path, data: bytes, line: int = 2) -> str | None:
    (root / "datei.yml").write_bytes(data)
    (found,) = quote([Problem(PurePosixPath("datei.yml"), line, 1, "x", rule=Rule.NO_YAML)], root)
    return found.excerpt


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\nb: c\nd", "b: c"),
        (b"a\r\nb: c\r\nd", "b: c"),
        (b"a\rb: c\rd", "b: c"),
        (b"\xef\xbb\xbfa\nb", "b"),
        ("a\nStraße".encode("cp1252"), "Straße"),
        ("a\nStraße".encode("utf-16"), "Straße"),
        ("a\nu\u0308ber".encode(), "über"),
        (b"a\n\x00\x01", None),
        (b"a", None),
        (b"a\n" + b"x" * MAX_BYTES, None),
    ],
)
def test_the_line_is_read_as_people_see_it(tmp_path: Path, data: bytes, line: str | None) -> None:
    assert _quoted(tmp_path, data) == line


def test_a_whole_file_has_no_line(tmp_path: Path) -> None:
    assert _quoted(tmp_path, b"a\nb", 0) is None


def test_a_line_that_is_there_already_stays(tmp_path: Path) -> None:
    given = Problem(PurePosixPath("fort.yml"), 2, 1, "x", rule=Rule.NO_YAML, excerpt="wie es war")
    assert quote([given], tmp_path) == [given]
    assert quote([given], tmp_path)[0].excerpt == "wie es war"


@pytest.mark.parametrize("name", ["fort.yml", ".", "../draussen.yml"])
def test_what_is_no_file_of_the_project_is_not_quoted(tmp_path: Path, name: str) -> None:
    (tmp_path / "draussen.yml").write_text("geheim\n", encoding="utf-8")
    root = tmp_path / "projekt"
    root.mkdir()
    (found,) = quote([Problem(PurePosixPath(name), 1, 1, "x", rule=Rule.NO_YAML)], root)
    assert found.excerpt is None


def test_a_link_that_leads_outside_is_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "draussen.yml").write_text("geheim\n", encoding="utf-8")
    root = tmp_path / "projekt"
    root.mkdir()
    (root / "innen.yml").symlink_to(tmp_path / "draussen.yml")
    (found,) = quote([Problem(PurePosixPath("innen.yml"), 1, 1, "x", rule=Rule.NO_YAML)], root)
    assert found.excerpt is None
