# What a build says it is at.
from __future__ import annotations

from pathlib import Path

from kek_build.mkdocs_adapter.build import build_site
from tests.example import CONTENT
from tests.mkdocs_adapter.conftest import configuration


def test_a_build_tells_its_steps_in_german_and_counts_pages(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def report(step: str, done: int = 0, of: int = 0) -> None:
        told.append((step, done, of))

    build_site(configuration(tmp_path, CONTENT), documents=False, report=report)
    assert list(dict.fromkeys(step for step, _, _ in told)) == [
        "Der Inhalt wird gelesen",
        "Die Seiten werden geschrieben",
        "Die Bilder werden gezeichnet",
        "Karten, Daten und Feeds werden geschrieben",
        "Die Suche wird eingerichtet",
        "Die Links werden geprüft",
    ]
    counted = [(done, of) for step, done, of in told if step == "Die Seiten werden geschrieben"]
    assert counted == [(done, counted[0][1]) for done in range(1, counted[0][1] + 1)]
