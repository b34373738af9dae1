# The county of ten years, written once, and its site as it would be on any day.
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from kek_build.assembly import Assembler, Assembly
from kek_build.concept import Loader
from kek_build.site import Site
from tests.example import HISTORY, OPTIONS
from tests.steering import ten_years
from tests.steering.recount import County

On = Callable[[date | None], Assembly]
"""Gives the site of a day, or that of the day which follows from the content."""


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """The county as its files say it."""
    folder = tmp_path_factory.mktemp("zehn") / "content/zehnjahr"
    ten_years.write(folder)
    return County(folder)


@pytest.fixture(scope="session")
def site_on(county: County) -> On:
    """The site of the county on any day; its pages are written when they are asked for."""
    content, loader = county.folder.parent, Loader()

    @cache
    def on(day: date | None) -> Assembly:
        options = OPTIONS.model_copy(update={"stichtag": day})
        return Assembler(Site(content.parent, content, options), loader=loader, _history=HISTORY).assemble()

    return on
