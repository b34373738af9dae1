# What many tests share: the example, read and rendered once, and a copy of it for tests that spoil it.
from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from kek_build import data
from kek_build.concept import Konzept
from kek_build.data import SiteData
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from tests import chromium, example

# The same examples on every machine, however slow it is.
settings.register_profile("projekt", deadline=None, derandomize=True)
settings.load_profile("projekt")


@pytest.fixture(scope="session")
def musterkreis() -> Konzept:
    """The example, linked."""
    return example.load_musterkreis()


@pytest.fixture(scope="session")
def workshop(musterkreis: Konzept) -> Workshop:
    """What the pages of the example share, on a site of its own."""
    return workshops([musterkreis], example.OPTIONS)[0]


@pytest.fixture(scope="session")
def site_data(workshop: Workshop) -> SiteData:
    """The data of the example's own site."""
    return data.build([workshop], example.OPTIONS)


@pytest.fixture(scope="session")
def site(workshop: Workshop, site_data: SiteData) -> dict[str, PageRecord]:
    """All pages of the example's own site, by path."""
    records = [*pages([workshop], example.OPTIONS), *data.pages(site_data, example.OPTIONS)]
    return {record.path: record for record in records}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def copy(tmp_path: Path) -> example.Copy:
    """A copy of the example that the test may change."""
    return example.copy_to(tmp_path / "projekt")


@pytest.fixture(autouse=True)
def quiet_log() -> Iterator[None]:
    """The logs of MkDocs as they were; the command line sets them up for a terminal."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "mkdocs.plugins.kek")]
    before = [(logger, list(logger.handlers), logger.level) for logger in loggers]
    yield
    for logger, handlers, level in before:
        logger.handlers = handlers
        logger.setLevel(level)
