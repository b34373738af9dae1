# What a build made is kept for the next one: all of it, or nothing.
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kek_build.builds import Units
from kek_build.tracing import Question

_ONE, _OTHER = ("leipzig", "models", "1-1"), ("leipzig", "models", "1-2")


class _Answers:
    """Answers that a test says."""

    def __init__(self, **says: str) -> None:
        self._says = says

    def always(self, _: set[Question]) -> set[Question]:
        return {("", "around", "*")}

    def to(self, question: Question) -> bytes:
        return self._says.get(question[2], "").encode()


def _kept(file: Path) -> Units:
    units = Units(_Answers())
    units.add("one", {_ONE}, ["a/index.html", "a/karte.html"], told={"title": "One"})
    units.add("both", {_ONE, _OTHER}, ["b/index.html"])
    units.save(file)
    return units


def _next(file: Path, answers: _Answers) -> Units:
    units = Units(answers)
    units.load(file)
    return units


def test_the_next_build_finds_all_pieces_with_what_was_told_of_them(tmp_path: Path) -> None:
    kept = _kept(tmp_path / "bau" / "teile")
    after = _next(tmp_path / "bau" / "teile", _Answers())
    told = {"one": {"title": "One"}, "both": None}
    assert {key: piece.told for key in kept.now if (piece := after.keep(key))} == told
    asked = {key: set(after.questions(piece)) for key, piece in after.before.items()}
    around = ("", "around", "*")
    assert asked == {"one": {_ONE, around}, "both": {_ONE, _OTHER, around}}
    assert after.stays == {"a/index.html", "a/karte.html", "b/index.html"}


def test_a_piece_stays_only_when_all_answers_are_those_of_then(tmp_path: Path) -> None:
    _kept(tmp_path / "teile")
    after = _next(tmp_path / "teile", _Answers(**{"1-2": "new"}))
    assert [key for key in ("one", "both") if after.keep(key)] == ["one"]


@pytest.mark.parametrize("broken", [lambda kept: kept[:-20], lambda kept: kept[:20], lambda _: b"", lambda _: b"\x80x"])
def test_of_a_broken_file_nothing_is_taken(tmp_path: Path, broken: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "teile"
    _kept(file)
    file.write_bytes(broken(file.read_bytes()))
    assert _next(file, _Answers()).before == {}


def test_what_stays_is_known_to_the_build_after_next(tmp_path: Path) -> None:
    _kept(tmp_path / "teile")
    after = _next(tmp_path / "teile", _Answers(**{"1-2": "new"}))
    assert after.keep("one")
    after.add("other", {_OTHER}, ["c/index.html"])
    after.save(tmp_path / "teile")
    last = _next(tmp_path / "teile", _Answers())
    assert [key for key in ("one", "both", "other") if last.keep(key)] == ["one"]


def test_in_one_process_pieces_are_taken_over_as_long_as_they_are_right(tmp_path: Path) -> None:
    units = _kept(tmp_path / "teile")
    after = units.followed_by(_Answers(**{"1-2": "new"}))
    assert [key for key in ("one", "both") if after.keep(key)] == ["one"]
    assert after.followed_by(_Answers()).keep("one")
