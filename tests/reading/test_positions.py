# A place is found again in the file it was read from, down to a word in running text.
from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kek_build.reading import Origin
from kek_build.reading.positions import locate

GOAL = """\
nummer: III
titel: Ziel
kurz: >-
  Wie in [[I.12]] und
  in [[I.1]] steht, und noch
  einmal in [[I.1|dem ersten]].
hinweis:
  - art: luecke
    text: |
      Siehe [[orte/zwenkau]].

      Und [[orte/zwenkau-nord]], [[ ]].
    auch: [I, II]
quelle: []
"""
PAGE = """\
---
titel: Vorwort
kurz: Siehe [[I]].
quelle:
  - dokument: kek
---

# Vorwort

Wie in [[I.10]] steht,
und in [[I.1]], [[I]].
"""


def write(root: Path, name: str, text: str) -> PurePosixPath:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return PurePosixPath(name)


@pytest.mark.parametrize(
    ("path", "needle", "place"),
    [
        ((), None, (1, 1)),
        (("titel",), None, (2, 8)),
        (("hinweis", 0), None, (8, 5)),
        (("hinweis", 0, "auch", 1), None, (13, 15)),
        (("hinweis", 0, "fehlt"), None, (8, 5)),
        (("kurz",), "[[I.12", (4, 10)),
        (("kurz",), "[[I.1", (5, 6)),
        (("kurz",), "[[I.1|", (6, 13)),
        (("kurz",), "[[", (4, 10)),
        (("kurz",), "[[II", (3, 7)),
        (("hinweis", 0, "text"), "[[orte/zwenkau", (10, 13)),
        (("hinweis", 0, "text"), "[[orte/zwenkau-nord", (12, 11)),
        (("hinweis", 0, "text"), "[[ ]]", (12, 34)),
        (("kurz",), "[[orte/zwenkau", (3, 7)),
        (("hinweis", 0, "text"), "auch", (9, 11)),
    ],
)
def test_a_place_in_a_yaml_file_is_found(
    tmp_path: Path, path: tuple[str | int, ...], needle: str | None, place: tuple[int, int]
) -> None:
    file = write(tmp_path, "content/muster/handlungsfelder/III.yml", GOAL)
    assert locate(tmp_path, Origin(file, path), needle) == place


@pytest.mark.parametrize(
    ("path", "needle", "place"),
    [
        ((), None, (2, 1)),
        (("titel",), None, (2, 8)),
        (("quelle", 0, "dokument"), None, (5, 15)),
        (("kurz",), "[[I", (3, 13)),
        (("text",), None, (7, 1)),
        (("text",), "[[I.1", (11, 8)),
        (("text",), "[[I.10", (10, 8)),
        (("text",), "[[I", (11, 17)),
        (("text",), "[[II", (7, 1)),
    ],
)
def test_a_place_in_a_page_is_found_in_its_head_and_in_its_text(
    tmp_path: Path, path: tuple[str | int, ...], needle: str | None, place: tuple[int, int]
) -> None:
    file = write(tmp_path, "content/muster/seiten/vorwort.md", PAGE)
    assert locate(tmp_path, Origin(file, path), needle) == place


def test_the_last_line_of_a_page_is_searched_too(tmp_path: Path) -> None:
    file = write(tmp_path, "content/muster/seiten/vorwort.md", "---\ntitel: A\n---\nText\nund [[I]]")
    assert locate(tmp_path, Origin(file, ("text",)), "[[I") == (5, 5)


def test_line_ends_of_windows_and_a_mark_in_front_do_not_shift_places(tmp_path: Path) -> None:
    file = write(tmp_path, "content/muster/seiten/vorwort.md", "")
    (tmp_path / file).write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    assert locate(tmp_path, Origin(file, ("text",)), "[[I.1") == (11, 8)


@pytest.mark.parametrize("text", ["titel: [", "a: 1\na: 2\n", "", "---\ntitel: A\n", "x\n"])
@pytest.mark.parametrize("name", ["content/muster/orte.yml", "content/muster/seiten/a.md"])
@pytest.mark.parametrize("needle", [None, "[[I"])
def test_a_file_that_changed_in_the_meantime_is_named_at_its_start(
    tmp_path: Path, name: str, text: str, needle: str | None
) -> None:
    line, column = locate(tmp_path, Origin(write(tmp_path, name, text), ("ziele", 3, "titel")), needle)
    assert line in {1, 2}
    assert column == 1


def test_a_file_that_is_gone_is_named_at_its_start(tmp_path: Path) -> None:
    assert locate(tmp_path, Origin(PurePosixPath("content/fort.yml"), ("a",)), "x") == (1, 1)


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.yml").write_text("a: 1\nb: 2\n", encoding="utf-8")
    (tmp_path / "projekt").mkdir()
    (tmp_path / "projekt" / "orte.yml").symlink_to("../geheim.yml")
    assert locate(tmp_path / "projekt", Origin(PurePosixPath("orte.yml"), ("b",))) == (1, 1)
