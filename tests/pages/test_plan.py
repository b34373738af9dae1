# Which pages a site has is known before one is written.
from __future__ import annotations

import pytest

from kek_build.concept import Konzept
from kek_build.pages.build import pages, plan, workshops
from kek_build.pages.draft import Draft, Workshop
from tests.example import OPTIONS


def test_what_is_planned_is_what_is_written(workshop: Workshop) -> None:
    planned = [(page.path, page.heading) for page in plan([workshop], OPTIONS)]
    assert planned == [(record.path, record.heading) for record in pages([workshop], OPTIONS)]
    assert len(planned) > 40


def test_a_page_written_alone_is_the_same_as_among_all(workshop: Workshop, musterkreis: Konzept) -> None:
    written = {record.path: record for record in pages([workshop], OPTIONS)}
    for page in plan(workshops([musterkreis], OPTIONS), OPTIONS):
        assert page.write() == written[page.path]


def test_planning_writes_nothing(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> str:
        pytest.fail("Eine Seite wurde geschrieben.")

    monkeypatch.setattr(Draft, "render", no)
    assert [page.path for page in plan([workshop], OPTIONS)]
