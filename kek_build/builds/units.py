# What the last build made, piece by piece, and what each piece was made from. A piece whose questions all have the
# answers of then is not made again; its files stay where they are. Pieces are pages, cards, badges and the like.
from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kek_build.outputs import Output
from kek_build.publish import writing
from kek_build.tracing import Question, compact, noting

_FORMAT = 2
"""Counted up when what is kept means something else than before."""


class Answers(Protocol):
    """Gives the marks of answers."""

    def always(self, asked: set[Question]) -> set[Question]:
        """What a piece that asked something asks without a note."""

    def to(self, question: Question) -> bytes:
        """The mark; the same as long as the answer is."""


@dataclass(frozen=True)
class Piece:
    """Something that a build made."""

    paths: tuple[str, ...]
    """Its files, relative to the site."""
    asked: tuple[Question, ...]
    """What it was made from."""
    told: Any = None
    """What others need to know of it."""


@dataclass
class Units:
    """The pieces of a build."""

    answers: Answers | None = None
    """Who answers now; known as soon as the content is read."""
    before: dict[str, Piece] = field(default_factory=dict)
    """What was made by the last build, as far as it may stay."""
    now: dict[str, Piece] = field(default_factory=dict)
    stays: set[str] = field(default_factory=set)
    """Files of the last build that stay."""
    _same: dict[Question, bool] = field(default_factory=dict)
    _was: dict[Question, bytes] = field(default_factory=dict)

    def keep(self, key: str) -> Piece | None:
        """The piece of the last build, when it would be made the same again; it then stays."""
        piece = self.before.get(key)
        if piece is None or not all(map(self._is_same, piece.asked)):
            return None
        self.now[key] = piece
        self.stays.update(piece.paths)
        return piece

    def _is_same(self, question: Question) -> bool:
        if question not in self._same:
            assert self.answers is not None
            self._same[question] = self._was.get(question) == self.answers.to(question)
        return self._same[question]

    def make(self, key: str, make: Callable[[], Iterable[Output]]) -> Iterator[Output]:
        """The files of a piece, made now; none where those of the last build stay."""
        if self.keep(key) is None:
            with noting() as asked:
                made = list(make())
            self.add(key, asked, [output.path for output in made])
            yield from made

    def followed_by(self, answers: Answers) -> Units:
        """What comes next, in the same process, with all pieces that are still right."""
        assert self.answers is not None
        for key in self.before.keys() - self.now.keys():
            self.keep(key)
        was = {question: self.answers.to(question) for piece in self.now.values() for question in piece.asked}
        return Units(answers, dict(self.now), _was=was)

    def add(self, key: str, asked: set[Question], paths: Iterable[str], told: Any = None) -> None:
        """Remember a piece that was just made."""
        assert self.answers is not None
        self.now[key] = Piece(tuple(paths), compact(asked | self.answers.always(asked)), told)

    def save(self, file: Path) -> None:
        """Keep all pieces for the next build; where that cannot be written, it makes everything anew."""
        numbers: dict[Question, int] = {}
        for piece in self.now.values():
            for question in piece.asked:
                numbers.setdefault(question, len(numbers))
        assert self.answers is not None
        answers = [self.answers.to(question) for question in numbers]
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with writing(file) as stream:
                pickle.dump((_FORMAT, list(numbers), answers, len(self.now)), stream, protocol=5)
                for key, piece in self.now.items():
                    asked = array("I", [numbers[question] for question in piece.asked])
                    pickle.dump((key, piece.paths, asked, piece.told), stream, protocol=5)

    def load(self, file: Path) -> None:
        """Take what the last build kept, if it did."""
        try:
            with file.open("rb") as stream:
                kind, questions, answers, count = pickle.load(stream)  # noqa: S301  (written by this program)
                if kind != _FORMAT:
                    return
                questions = compact(questions)
                before = {}
                for _ in range(count):
                    key, paths, asked, told = pickle.load(stream)  # noqa: S301
                    before[key] = Piece(paths, tuple([questions[number] for number in asked]), told)
        except Exception:  # noqa: BLE001  (whatever is wrong with it, everything is made anew)
            return
        self.before, self._was = before, dict(zip(questions, answers, strict=True))
