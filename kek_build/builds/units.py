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
from kek_build.tracing import Question, noting

_FORMAT = 3
"""Counted up when what is kept means something else than before."""
_BUNCH = 100
"""Pieces that are kept together; all of them as one would take too much memory."""


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
    asked: array[int]
    """What it was made from: the numbers of questions, see `Units.questions`."""
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
    _questions: list[Question] = field(default_factory=list)
    """Everything that any piece asked: pages ask a hundred things each, so they hold numbers."""
    _numbers: dict[Question, int] = field(default_factory=dict)
    _was: list[bytes] = field(default_factory=list)
    """The answers of the last build to its questions, which come first."""
    _changed: set[int] | None = None

    def keep(self, key: str) -> Piece | None:
        """The piece of the last build, when it would be made the same again; it then stays."""
        piece = self.before.get(key)
        if piece is None or not self._changes().isdisjoint(piece.asked):
            return None
        self.now[key] = piece
        self.stays.update(piece.paths)
        return piece

    def _changes(self) -> set[int]:
        """The questions that are answered otherwise than at the last build."""
        if self._changed is None:
            now = self._answers(self._questions[: len(self._was)])
            self._changed = {number for number, was in enumerate(self._was) if was != now[number]}
        return self._changed

    def _answers(self, questions: Iterable[Question]) -> list[bytes]:
        assert self.answers is not None
        return [self.answers.to(question) for question in questions]

    def questions(self, piece: Piece) -> Iterator[Question]:
        """What a piece was made from."""
        return (self._questions[number] for number in piece.asked)

    def make(self, key: str, make: Callable[[], Iterable[Output]]) -> Iterator[Output]:
        """The files of a piece, made now; none where those of the last build stay."""
        if self.keep(key) is None:
            with noting() as asked:
                made = list(make())
            self.add(key, asked, [output.path for output in made])
            yield from made

    def followed_by(self, answers: Answers) -> Units:
        """What comes next, in the same process, with all pieces that are still right."""
        for key in self.before.keys() - self.now.keys():
            self.keep(key)
        was = self._answers(self._questions)
        return Units(answers, dict(self.now), _questions=[*self._questions], _numbers=dict(self._numbers), _was=was)

    def add(self, key: str, asked: set[Question], paths: Iterable[str], told: Any = None) -> None:
        """Remember a piece that was just made."""
        assert self.answers is not None
        numbers = map(self._number, asked | self.answers.always(asked))
        self.now[key] = Piece(tuple(paths), array("I", numbers), told)

    def _number(self, question: Question) -> int:
        if (number := self._numbers.get(question)) is None:
            number = self._numbers[question] = len(self._questions)
            self._questions.append(question)
        return number

    def save(self, file: Path) -> None:
        """Keep all pieces for the next build; where that cannot be written, it makes everything anew."""
        used: set[int] = set().union(*(piece.asked for piece in self.now.values()))
        place = {number: n for n, number in enumerate(used)}
        questions = [self._questions[number] for number in used]
        pieces = list(self.now.items())
        bunches = range(0, len(pieces), _BUNCH)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with writing(file) as stream:
                pickle.dump((_FORMAT, questions, self._answers(questions), len(bunches)), stream, protocol=5)
                for begin in bunches:
                    bunch = [
                        (key, piece.paths, array("I", map(place.__getitem__, piece.asked)), piece.told)
                        for key, piece in pieces[begin : begin + _BUNCH]
                    ]
                    pickle.dump(bunch, stream, protocol=5)

    def load(self, file: Path) -> None:
        """Take what the last build kept, if it did."""
        try:
            with file.open("rb") as stream:
                kind, questions, answers, count = pickle.load(stream)  # noqa: S301  (written by this program)
                if kind != _FORMAT:
                    return
                before = {}
                for _ in range(count):
                    for key, paths, asked, told in pickle.load(stream):  # noqa: S301
                        before[key] = Piece(paths, asked, told)
        except Exception:  # noqa: BLE001  (whatever is wrong with it, everything is made anew)
            return
        self.before, self._questions, self._was = before, questions, answers
        self._numbers = {question: number for number, question in enumerate(questions)}
