# The bundle as it travels: small pieces, fragments that hold only what is shown, nothing that is never asked for.
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kek_build.search import bundle as files
from kek_build.search.lean import slim
from kek_build.search.pagefind import write_bundle

WORDS = [f"{first}{second}{rest}wort" for first in "bdfgklmnprst" for second in "aeiou" for rest in ("x", "xy", "xyz")]


def _records() -> Iterator[dict[str, Any]]:
    for number in range(60):
        words = " ".join(f"{word}{number % 7}" for word in WORDS)
        yield {
            "url": f"/{number}/",
            "content": words,
            "meta": {"title": f"Titel {number}"},
            "filters": {"Art": ["Ziel"]},
        }


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    write_bundle(_records(), folder, "de")
    slim(folder, lambda fragment: {"url": fragment["url"], "meta": fragment["meta"]})
    return folder


def _pieces(bundle: Path) -> list[list[str]]:
    with files.metadata(bundle) as metas:
        pieces: list[list[str]] = metas["de"][files.PIECES]
    return pieces


def test_the_metadata_names_every_piece_and_its_first_and_last_word(bundle: Path) -> None:
    pieces = _pieces(bundle)
    assert len(pieces) > 2
    assert sorted(f"{hashed}.pf_index" for _, _, hashed in pieces) == sorted(p.name for p in bundle.glob("index/*"))
    for first, last, hashed in pieces:
        (words,) = files.read(bundle / "index" / f"{hashed}.pf_index")
        assert (words[0][0], words[-1][0]) == (first, last)


def test_words_with_the_same_beginning_stand_in_one_piece(bundle: Path) -> None:
    pieces = _pieces(bundle)
    assert all(left[1][:3] != right[0][:3] for left, right in pairwise(pieces))


def test_a_fragment_holds_only_what_is_shown_under_a_name_of_its_own(bundle: Path) -> None:
    with files.metadata(bundle) as metas:
        names = [f"{hashed}.pf_fragment" for hashed, *_ in metas["de"][files.PAGES]]
    assert len(set(names)) == 60
    assert sorted(names) == sorted(path.name for path in bundle.glob("fragment/*"))
    fragments = [files.read_json(path) for path in bundle.glob("fragment/*")]
    assert sorted(fragment["meta"]["title"] for fragment in fragments) == sorted(f"Titel {n}" for n in range(60))
    assert {tuple(fragment) for fragment in fragments} == {("url", "meta")}


def test_what_our_search_never_asks_for_is_left_out(bundle: Path) -> None:
    assert sorted(path.name for path in bundle.iterdir() if path.is_file() and not path.name.endswith("_meta")) == [
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.de.pagefind",
    ]
