# A repository with the example, for every test its own.
from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repository import Repository, repository_in


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of this machine."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return repository_in(tmp_path / "repo")
