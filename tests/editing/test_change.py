# Values change; all else stays as somebody wrote it.
from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.editing import Remove, Set, change, render
from kek_build.editing.comments import comments
from kek_build.errors import ContentError, SetupError
from kek_build.reading.strict_yaml import Document, Node, parse
from tests.editing.handwritten import files, lists, tables, values

NAME = PurePosixPath("content/muster/massnahmen/1-1.yml")
FREE = PurePosixPath("frei.yml")


def _read(text: str) -> Document:
    document = parse(text, FREE)
    assert isinstance(document, Document), (document, text)
    return document


def _comments(text: str) -> list[str]:
    return sorted(comment.text for comment in comments(text, _read(text).root))


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in items:
        yield (*path, part)
        yield from _paths(value, (*path, part))


def _get(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


@st.composite
def _cases(draw: Callable[..., Any]) -> tuple[Any, str, list[Set | Remove], Any]:
    """Data, a text that says it, changes, and the data after them."""
    data, text = draw(files())
    wanted = copy.deepcopy(data)
    changes: list[Set | Remove] = []
    for _ in range(draw(st.integers(1, 3))):
        paths = [*_paths(wanted)]
        path = draw(st.sampled_from(paths))
        parent = _get(wanted, path[:-1])
        match draw(st.integers(0, 3)):
            case 0 if len(parent) > 1:
                changes.append(Remove(path))
                del parent[path[-1]]
            case 1 if isinstance(parent, list):
                value = draw(values())
                changes.append(Set((*path[:-1], len(parent)), value))
                parent.append(copy.deepcopy(value))
            case 1:
                value = draw(values())
                changes.append(Set((*path[:-1], "neu"), value))
                parent["neu"] = copy.deepcopy(value)
            case _:
                value = draw(values())
                changes.append(Set(path, value))
                parent[path[-1]] = copy.deepcopy(value)
    return data, text, changes, wanted


@settings(max_examples=120)
@given(case=_cases())
def test_a_changed_text_says_exactly_what_is_wanted_and_has_every_comment(
    case: tuple[Any, str, list[Set | Remove], Any],
) -> None:
    data, text, changes, wanted = case
    assert _read(text).data == data
    changed = change(text, FREE, changes)
    assert _read(changed).data == wanted
    assert _comments(changed) == _comments(text)


def _lines(text: str, node: Node) -> list[str]:
    return [line.strip() for line in text.split("\n")[(node.key or (node.line, 0))[0] - 1 : node.last_line]]


@settings(max_examples=60)
@given(case=_cases())
def test_lines_that_say_the_same_are_the_same(case: tuple[Any, str, list[Set | Remove], Any]) -> None:
    _, text, changes, wanted = case
    touched = {one.path[0] for one in changes}
    old = _read(text)
    if not isinstance(wanted, dict):
        return
    new = _read(changed := change(text, FREE, changes))
    for key, node in old.root.children.items():
        if key not in touched and key in wanted:
            assert _lines(changed, new.root.children[key]) == _lines(text, node)


@given(data=tables() | lists())
def test_what_is_rendered_says_the_same(data: Any) -> None:
    text = render(data)
    assert _read(text).data == data
    assert all(line == line.rstrip() or "|" in text for line in text.split("\n"))


@pytest.mark.parametrize("path", [("gibt", "es"), ("titel", "x"), (0,), ("punkte", 5)])
def test_a_path_that_leads_nowhere_is_told(path: tuple[str | int, ...]) -> None:
    with pytest.raises(SetupError, match="gibt es nicht"):
        change("titel: a\npunkte:\n  - b\n", NAME, [Remove(path)])


def test_a_file_that_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"1-1\.yml:2"):
        change("titel: a\n b: c\n", NAME, [Set(("titel",), "b")])


def test_a_file_is_never_left_empty() -> None:
    with pytest.raises(SetupError, match="leer"):
        change("titel: a\n", NAME, [Remove(("titel",))])


def test_one_value_changes_one_line() -> None:
    text = "nummer: 1-1\ntitel:   'Alt'   # bleibt\nphase: geplant\n"
    assert change(text, NAME, [Set(("titel",), "Neu")]) == "nummer: 1-1\ntitel: Neu   # bleibt\nphase: geplant\n"


def test_a_missing_key_goes_where_the_model_has_it() -> None:
    text = "nummer: 1-1\ntitel: Alt\n# Das Feld\nhandlungsfeld: I\n"
    changed = change(text, NAME, [Set(("kurz",), "Kurz."), Set(("quelle", 0, "dokument"), "kek")])
    assert changed == (
        "nummer: 1-1\ntitel: Alt\nkurz: Kurz.\n# Das Feld\nhandlungsfeld: I\nquelle:\n  - dokument: kek\n"
    )


def test_a_long_text_is_folded_at_120_columns_with_its_paragraphs() -> None:
    text = change("nummer: 1-1\n", NAME, [Set(("kurz",), "Wort " * 30 + "Ende.\nZweiter Absatz.")])
    lines = text.split("\n")
    assert lines[1] == "kurz: >-"
    assert max(map(len, lines)) <= 120
    assert lines[-4:] == ["  Wort Wort Wort Wort Wort Wort Wort Ende.", "", "  Zweiter Absatz.", ""]


def test_leichte_sprache_keeps_its_lines() -> None:
    text = change("nummer: 1-1\n", NAME, [Set(("leicht",), "Ein Satz.\nNoch einer.\n")])
    assert text == "nummer: 1-1\nleicht: |\n  Ein Satz.\n  Noch einer.\n"


def test_the_comment_of_a_value_that_goes_stays_in_its_place() -> None:
    text = "nummer: 1-1\nstatus: ruht  # seit Mai\nkurz: a\n"
    assert change(text, NAME, [Remove(("status",))]) == "nummer: 1-1\n# seit Mai\nkurz: a\n"


def test_the_last_entry_takes_its_list_along() -> None:
    assert change("nummer: 1-1\norte:\n  - borna\n", NAME, [Remove(("orte", 0))]) == "nummer: 1-1\n"


def test_entries_of_a_list_file_stay_apart() -> None:
    text = "- kennung: a\n  name: A\n\n- kennung: b\n  name: B\n"
    name = PurePosixPath("content/muster/orte.yml")
    added = change(text, name, [Set((2,), {"name": "C", "kennung": "c"})])
    assert added == text + "\n- kennung: c\n  name: C\n"
    assert change(added, name, [Remove((1,))]) == "- kennung: a\n  name: A\n\n- kennung: c\n  name: C\n"


def test_a_whole_list_that_is_set_keeps_the_lines_of_entries_that_stay() -> None:
    text = "orte:\n  - borna   # Sitz\n  - 'zwenkau'\n  - wurzen\n"
    changed = change(text, NAME, [Set(("orte",), ["borna", "grimma", "zwenkau"])])
    assert changed == "orte:\n  - borna   # Sitz\n  - grimma\n  - 'zwenkau'\n"


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = "- woerter: [Müll, Abfall]  # gut\n  richtung: hin\n"
    changed = change(text, PurePosixPath("content/synonyme.yml"), [Set((0, "woerter", 2), "Unrat: was")])
    assert changed == '- woerter: [Müll, Abfall, "Unrat: was"]  # gut\n  richtung: hin\n'


def test_of_a_page_only_the_head_changes() -> None:
    text = "---\ntitel: Alt\n---\n\n# titel: Alt\n\nText.\n"
    changed = change(text, PurePosixPath("content/muster/seiten/a.md"), [Set(("kurz",), "Neu.")])
    assert changed == "---\ntitel: Alt\nkurz: Neu.\n---\n\n# titel: Alt\n\nText.\n"


def test_a_key_without_a_value_gets_one() -> None:
    assert change("nummer: 1-1\nkurz:  # fehlt\n", NAME, [Set(("kurz",), "Da.")]) == "nummer: 1-1\nkurz: Da.  # fehlt\n"


def test_new_files_have_their_keys_in_order() -> None:
    name = PurePosixPath("content/muster/orte.yml")
    assert render([{"name": "A", "kennung": "a"}, {"kennung": "b"}], name) == (
        "- kennung: a\n  name: A\n\n- kennung: b\n"
    )
