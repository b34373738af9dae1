# The data of the example, as files by their path, on a site of its own and on one with a second concept.
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kek_build import data
from kek_build.concept import Konzept
from kek_build.data import SiteData
from kek_build.data.source import Source
from kek_build.data.table import Table, fill
from kek_build.data.tables import KINDS
from kek_build.outputs import write
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS


@pytest.fixture(scope="session")
def source(workshop: Workshop) -> Source:
    """The example as data."""
    return Source(workshop)


@pytest.fixture(scope="session")
def filled(source: Source) -> tuple[Table, ...]:
    """The tables of the example that have rows."""
    return tuple(table for kind in KINDS if (table := fill(kind, source)).rows)


@pytest.fixture(scope="session")
def files(site_data: SiteData) -> dict[str, bytes]:
    """All files of the example's own site."""
    return {output.path: output.content for output in site_data.outputs}


@pytest.fixture(scope="session")
def folder(site_data: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with these files."""
    folder = tmp_path_factory.mktemp("daten")
    write(site_data.outputs, folder)
    return folder


@pytest.fixture(scope="session")
def two(musterkreis: Konzept) -> SiteData:
    """The data of a site with two concepts, in a folder of its host."""
    concepts = [musterkreis, replace(musterkreis, slug="nachbarkreis")]
    return data.build(workshops(concepts, OPTIONS, "https://www.example.org/kek/"), OPTIONS)
