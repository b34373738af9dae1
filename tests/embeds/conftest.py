# All files for other sites, made from the example once.
from __future__ import annotations

import pytest

from kek_build.embeds.build import outputs
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from tests.example import OPTIONS, PROJECT

ASSETS = PROJECT / "docs_templates" / "assets" / "kek"


@pytest.fixture(scope="package")
def files(workshop: Workshop, site: dict[str, PageRecord]) -> dict[str, bytes]:
    """The content of each file, by its path."""
    found = list(outputs([workshop], list(site.values()), OPTIONS, ASSETS))
    assert len({output.path for output in found}) == len(found)
    return {output.path: output.content for output in found}
