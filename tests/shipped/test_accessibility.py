# WCAG 2.0 to 2.2, levels A and AA, and axe-core's best practices, in the real browser: one page of each type in every
# view, but for the search and the menu, which all have in common, and as at a desk those that show all there is.
# `make pruefbericht` looks at all of them, which takes some minutes more.
from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.example import PROJECT
from tests.shipped import pages
from tests.shipped.audit import DESK, OF_THE_FRAME, REGISTER, VIEWS, Audit, audit, views_of_types

FRAMES = 6
_COLOUR = re.compile(r"^--kek-|color|background|fill|stroke|shadow|filter")


@pytest.fixture(scope="session")
def found(site: Path, address: str) -> Audit:
    return audit(site, address, pages.of_every_shape(site), frames=FRAMES)


@pytest.mark.parametrize("view", [DESK, *VIEWS])
def test_no_page_breaks_a_rule(found: Audit, view: str) -> None:
    assert found.of(view) == []


def test_nothing_is_left_for_people_to_judge(found: Audit) -> None:
    assert [str(finding) for finding in found.open] == []


def test_the_dark_changes_nothing_but_colours() -> None:
    """Which is why only colours are tested there."""
    sheet = (PROJECT / "docs_templates/assets/kek/dunkel.css").read_text(encoding="utf-8")
    properties = set(re.findall(r"(?:[{;]|\*/)\s*([a-z-]+)\s*:(?=[^{}]*[;}])", sheet))
    assert "border-color" in properties
    assert [name for name in properties if not _COLOUR.search(name)] == []


def test_many_pages_were_seen_at_a_desk_and_one_of_each_type_in_every_view(site: Path, found: Audit) -> None:
    types = set(pages.one_of_each_type(site).values())
    assert found.seen[DESK] == set(pages.of_every_shape(site))
    assert found.seen[DESK] > types
    assert "leipzig/massnahmen/" in found.seen[REGISTER]
    wanted = {
        (view, path) for path, views in views_of_types(site, FRAMES).items() for view in views if view != REGISTER
    }
    assert wanted == {(view, path) for view, paths in found.seen.items() for path in paths if view in VIEWS} - {
        (REGISTER, path) for path in types
    }
    assert all(len(found.seen[view]) >= len(types) / FRAMES for view in OF_THE_FRAME)
    assert all(found.seen[view] == types for view in set(VIEWS) - OF_THE_FRAME - {REGISTER})
