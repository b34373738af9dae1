from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import Any

import pytest

from kek_build.documents import engine


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """Forget what was found to be there."""
    engine.missing.cache_clear()
    yield
    engine.missing.cache_clear()


def _without(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """A machine on which WeasyPrint cannot be imported."""
    original = builtins.__import__

    def refuse(name: str, *arguments: Any) -> Any:
        if name == "weasyprint":
            print("-----\nWeasyPrint could not import some external libraries.")  # noqa: T201
            raise error
        return original(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", refuse)


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert engine.missing() is None


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _without(monkeypatch, ImportError("No module named 'weasyprint'"))
    assert engine.missing() == "das Paket WeasyPrint ist nicht eingerichtet"


def test_a_missing_library_of_the_system_is_named_without_advice_in_english(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _without(monkeypatch, OSError("cannot load library 'libpango-1.0-0'"))
    assert engine.missing() == "die Bibliothek Pango fehlt im System"
    assert capsys.readouterr().out == ""
