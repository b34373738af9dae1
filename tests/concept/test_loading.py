# Reading again and again, as a preview does: the same as reading anew, and only what changed is worked on.
from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.concept import Loader, load
from kek_build.reading import parsed as reading
from kek_build.reading.strict_yaml import Document, read
from tests.example import Copy, copy_to

_TEXTS = {
    "massnahmen/2-1.yml": (
        "nummer: 2-1\ntitel: Ein dichtes Busnetz\nkurz: Busse fahren.\nhandlungsfeld: II\n",
        "nummer: 2-1\ntitel: Busse\nkurz: Busse fahren zu [[1-10]].\nhandlungsfeld: II\n",
        "nummer: 2-1\ntitl: Busse\n",
        "nummer: [\n",
        None,
    ),
    "massnahmen/1-10.yml": ("nummer: 1-10\ntitel: Neue Bewohner finden\nhandlungsfeld: I\n", None),
    "massnahmen/9-9.yml": ("nummer: 9-9\ntitel: Ganz neu\nhandlungsfeld: II\n", None),
    "glossar.yml": ("[]\n", "- a\n", None),
    "konzept.yml": ("name: zu wenig\n", None),
    "fremd.txt": ("Was ist das?\n", None),
}
"""Texts that a file may have, one after the other; None where it is deleted."""


def _folders(copy: Copy) -> list[Path]:
    return [copy.folder]


def test_a_concept_that_did_not_change_is_the_same_object(copy: Copy) -> None:
    loader = Loader()
    (first,), _ = loader.load(copy.root, _folders(copy))
    (second,), _ = loader.load(copy.root, _folders(copy))
    assert second is first


def test_only_the_file_that_changed_is_parsed_again(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(text: str, name: PurePosixPath, first_line: int = 1) -> Document | object:
        parsed.append(name.name)
        return read(text, name, first_line)

    loader = Loader()
    loader.load(copy.root, _folders(copy))
    monkeypatch.setattr(reading, "read", counting)
    copy.replace("massnahmen/2-1.yml", "Ein dichtes Busnetz", "Busse")
    ((konzept,), problems) = loader.load(copy.root, _folders(copy))
    assert (konzept["2-1"].title, problems, parsed) == ("Busse", [], ["2-1.yml"])


def test_what_is_mended_is_right_again(copy: Copy) -> None:
    loader = Loader()
    (first,), _ = loader.load(copy.root, _folders(copy))
    copy.replace("massnahmen/2-1.yml", "titel:", "titl:")
    concepts, problems = loader.load(copy.root, _folders(copy))
    assert (concepts, {problem.file.name for problem in problems}) == ([], {"2-1.yml"})
    copy.replace("massnahmen/2-1.yml", "titl:", "titel:")
    ((again,), problems) = loader.load(copy.root, _folders(copy))
    assert (again, problems) == (first, [])


@settings(max_examples=8)
@given(
    st.lists(
        st.sampled_from([(name, text) for name, texts in _TEXTS.items() for text in texts]), min_size=1, max_size=4
    )
)
def test_after_any_changes_it_reads_what_a_new_reader_reads(changes: list[tuple[str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_to(Path(folder, "projekt"))
        loader = Loader()
        for name, text in changes:
            if text is None:
                (copy.folder / name).unlink(missing_ok=True)
            else:
                copy.write(name, text)
            assert loader.load(copy.root, _folders(copy)) == load(copy.root, _folders(copy))


def test_what_was_read_before_is_known_to_whoever_reads_next(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    file = copy.root / ".cache" / "gelesen"
    first = Loader(file).load(copy.root, _folders(copy))
    parsed: list[str] = []

    def counting(text: str, name: PurePosixPath, first_line: int = 1) -> Document | object:
        parsed.append(name.name)
        return read(text, name, first_line)

    monkeypatch.setattr(reading, "read", counting)
    assert Loader(file).load(copy.root, _folders(copy)) == first
    assert parsed == []
