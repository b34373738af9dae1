from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.data import keeping
from kek_build.data.keeping import Keeper, Told
from kek_build.outputs import Output
from kek_build.tracing import Question, note, noting


class _Answers:
    """Answers every question with the same word."""

    def __init__(self, word: bytes) -> None:
        self.word = word

    def always(self, _: set[Question]) -> set[Question]:
        return set()

    def to(self, question: Question) -> bytes:
        return self.word if question[1] == "models" else b""


def _making(content: bytes, made: list[bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        note("leipzig", "models", "1-1")
        made.append(content)
        return content

    return make


def _units(tmp_path: Path, word: bytes) -> Units:
    """The pieces of the next build."""
    units = Units(_Answers(word))
    units.load(tmp_path / "teile")
    return units


def test_a_part_stays_as_long_as_the_answers_do_and_is_read_from_what_is_kept(tmp_path: Path) -> None:
    made: list[bytes] = []
    first = Keeper(Store(tmp_path), _units(tmp_path, b"eins"))
    part = first.part("a", _making(b"Inhalt", made), "daten/a.json")
    assert (part.told, part.stays) == (Told(6, sha256(b"Inhalt").hexdigest()), False)
    assert first.units
    first.units.save(tmp_path / "teile")
    same = Keeper(Store(tmp_path), _units(tmp_path, b"eins"))
    again = same.part("a", _making(b"Inhalt", made), "daten/a.json")
    assert (again.told, again.stays, again.read()) == (part.told, True, b"Inhalt")
    assert same.units
    assert same.units.stays == {"daten/a.json"}
    assert made == [b"Inhalt"]
    other = Keeper(Store(tmp_path), _units(tmp_path, b"zwei")).part("a", _making(b"Neu", made), "daten/a.json")
    assert (other.stays, other.read()) == (False, b"Neu")


def test_what_stays_is_made_again_where_its_content_is_wanted_and_lost(tmp_path: Path) -> None:
    made: list[bytes] = []
    first = Keeper(Store(tmp_path / "weg"), _units(tmp_path, b"eins"))
    first.part("a", _making(b"Inhalt", made))
    assert first.units
    first.units.save(tmp_path / "teile")
    again = Keeper(Store(tmp_path / "leer"), _units(tmp_path, b"eins")).part("a", _making(b"Inhalt", made))
    assert (again.stays, again.read()) == (True, b"Inhalt")
    assert len(made) == 2


def test_whoever_asks_for_a_part_has_asked_for_what_it_was_made_from_also_where_it_stays(tmp_path: Path) -> None:
    for _ in range(2):
        keeper = Keeper(Store(tmp_path), _units(tmp_path, b"eins"))
        for _ in range(2):
            with noting() as asked:
                keeper.part("a", _making(b"Inhalt", []))
            assert ("leipzig", "models", "1-1") in asked
        assert keeper.units
        keeper.units.save(tmp_path / "teile")


def test_of_what_is_not_there_no_file_stays(tmp_path: Path) -> None:
    for _ in range(2):
        units = _units(tmp_path, b"eins")
        known, _ = Keeper(Store(tmp_path), units).known("leer", lambda: None, "daten/leer.csv")
        assert known is None
        assert units.stays == set()
        units.save(tmp_path / "teile")


def test_files_that_stay_are_not_given_again(tmp_path: Path) -> None:
    def make() -> list[Output]:
        note("leipzig", "models", "1-1")
        return [Output("a", b"Inhalt")]

    given = []
    for word in (b"eins", b"eins", b"zwei"):
        units = _units(tmp_path, word)
        given.append([output.path for output in Keeper(Store(tmp_path), units).outputs("a", make)])
        units.save(tmp_path / "teile")
    assert given == [["a"], [], ["a"]]
    assert [output.path for output in Keeper().outputs("a", make)] == ["a"]


def test_what_another_program_made_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Keeper(Store(tmp_path)).kept("a", lambda: b"alt") == b"alt"
    assert Keeper(Store(tmp_path)).kept("a", lambda: b"neu") == b"alt"
    monkeypatch.setattr(keeping, "made_with", lambda: "anders")
    assert Keeper(Store(tmp_path)).kept("a", lambda: b"neu") == b"neu"
