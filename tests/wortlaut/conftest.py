from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kek_build.wortlaut import Recognition, recognise
from kek_build.wortlaut.decisions import Decision
from tests.wortlaut import county

Recognise = Callable[[str | Path], dict[str, Decision]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented county, in a project of its own."""
    return county.write(tmp_path / "projekt")


@pytest.fixture
def recognition(project: Path, tmp_path: Path) -> Callable[[str | Path], Recognition]:
    """Recognises a text, or a document, for the county."""

    def run(document: str | Path) -> Recognition:
        if isinstance(document, str):
            path = tmp_path / "konzept.md"
            path.write_text(document, encoding="utf-8")
            document = path
        return recognise(county.konzept(project), document)

    return run


@pytest.fixture
def decided(recognition: Callable[[str | Path], Recognition]) -> Recognise:
    """What was decided, by reference."""
    return lambda document: {d.slot.ref: d for d in recognition(document).decisions}
