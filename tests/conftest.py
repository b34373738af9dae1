# What many tests share: the example, read and rendered once, and a copy of it for tests that spoil it.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.concept import Konzept, load
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from tests import example


@pytest.fixture(scope="session")
def musterkreis() -> Konzept:
    """The example, linked."""
    concepts, problems = load(example.ROOT, [example.MUSTERKREIS])
    assert not problems, "\n".join(map(str, problems))
    return concepts[0]


@pytest.fixture(scope="session")
def workshop(musterkreis: Konzept) -> Workshop:
    """What the pages of the example share, on a site of its own."""
    return workshops([musterkreis], example.OPTIONS)[0]


@pytest.fixture(scope="session")
def site(workshop: Workshop) -> dict[str, PageRecord]:
    """All pages of the example's own site, by path."""
    return {record.path: record for record in pages([workshop], example.OPTIONS)}


@pytest.fixture
def copy(tmp_path: Path) -> example.Copy:
    """A copy of the example that the test may change."""
    return example.copy_to(tmp_path / "projekt")
