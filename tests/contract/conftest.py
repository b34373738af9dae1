# The example's site with the link contract kept, built once without MkDocs.
from __future__ import annotations

import pytest

from tests.contract.published import Published, publish
from tests.example import copy_to


@pytest.fixture(scope="package")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The example as published."""
    folder = tmp_path_factory.mktemp("veröffentlicht")
    return publish(copy_to(folder / "projekt"), folder / "site")
