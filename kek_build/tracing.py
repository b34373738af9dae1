# What a page, a card or another file was made from: while one is made, everything of the model that is asked for is
# noted. When all answers are the same as at the last build, the file would be the same, and need not be made again.
# Nothing has to say by itself what it depends on, so nothing can be forgotten, as long as the model answers here.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, overload

Question = tuple[str, str, str]
"""Whom is asked (the short name of a concept), what for, and about what: `("leipzig", "entries", "1-32")`."""

ALL = "*"
"""About everything."""

_Value = TypeVar("_Value")
_Key = TypeVar("_Key")
_once: dict[Question, Question] = {}
"""Questions that are kept, each as one object: many pages ask the same."""
_noted: ContextVar[set[Question] | None] = ContextVar("noted", default=None)
"""What is asked for in this thread; a preview reads in one and makes pages in another."""


def note(whom: str, what: str, about: str = ALL) -> None:
    """Say that something of the model was asked for."""
    noted = _noted.get()
    if noted is not None:
        noted.add((whom, what, about))


def note_all(questions: Iterable[Question]) -> None:
    """Say that several things were asked for."""
    noted = _noted.get()
    if noted is not None:
        noted.update(questions)


@contextmanager
def noting() -> Iterator[set[Question]]:
    """Note what is asked for inside; whoever notes outside learns of it as well."""
    inner: set[Question] = set()
    outer = _noted.set(inner)
    try:
        yield inner
    finally:
        _noted.reset(outer)
        note_all(inner)


@contextmanager
def unnoted() -> Iterator[None]:
    """Ask without a note, where what was asked for is noted in fewer words."""
    outer = _noted.set(None)
    try:
        yield
    finally:
        _noted.reset(outer)


def compact(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions as they are kept, in an eighth of the room that a set takes; each must be given once."""
    return tuple([_once.setdefault(question, question) for question in questions])


class Memo(Generic[_Key, _Value]):
    """Values made when they are first asked for.

    Who asks for one has asked for all that it was made from, also when it is there already.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._holds: dict[_Key, tuple[_Value, tuple[Question, ...]]] = {}

    def get(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """The value of a key."""
        if key not in self._holds:
            with noting() as asked:
                value = make()
            self._holds[key] = (value, compact(asked))
            return value
        value, questions = self._holds[key]
        note_all(questions)
        return value


class kept(Generic[_Value]):  # noqa: N801  (as `functools.cached_property`, which it stands for)
    """A cached property that notes as `Memo` does."""

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        """Decorate a method."""
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, _: type) -> kept[_Value]: ...
    @overload
    def __get__(self, thing: object, _: type) -> _Value: ...
    def __get__(self, thing: object | None, _: type) -> Any:
        if thing is None:
            return self
        held: Memo[str, Any] = thing.__dict__.setdefault("_kept", Memo())
        return held.get(self._name, lambda: self._make(thing))


class Asked(Mapping[str, _Value]):
    """A part of the model, by keys: what is looked up is noted."""

    __slots__ = ("_holds", "_what", "_whom")

    def __init__(self, whom: str, what: str, holds: Mapping[str, _Value]) -> None:
        """Stand in front of a mapping that nobody else changes."""
        self._whom, self._what, self._holds = whom, what, holds

    def __getitem__(self, key: str) -> _Value:
        note(self._whom, self._what, key)
        return self._holds[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or the default."""
        note(self._whom, self._what, key)
        return self._holds.get(key, default)

    def __contains__(self, key: object) -> bool:
        note(self._whom, self._what, str(key))
        return key in self._holds

    def __iter__(self) -> Iterator[str]:
        note(self._whom, self._what)
        return iter(self._holds)

    def __len__(self) -> int:
        note(self._whom, self._what)
        return len(self._holds)

    def values(self) -> Any:
        """All values."""
        note(self._whom, self._what)
        return self._holds.values()

    def items(self) -> Any:
        """All keys and values."""
        note(self._whom, self._what)
        return self._holds.items()
