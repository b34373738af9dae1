# WCAG 2.0 to 2.2, levels A and AA, and axe-core's best practices, in the real browser: one page of each type in every
# view, and every third page as at a desk. `make pruefbericht` looks at all of them, which takes three minutes more.
from __future__ import annotations

from pathlib import Path

import pytest

from tests.shipped import pages
from tests.shipped.audit import DESK, REGISTER, VIEWS, Audit, audit

EVERY = 3


@pytest.fixture(scope="session")
def found(site: Path, address: str) -> Audit:
    return audit(site, address, every=EVERY)


@pytest.mark.parametrize("view", [DESK, *VIEWS])
def test_no_page_breaks_a_rule(found: Audit, view: str) -> None:
    assert found.of(view) == []


def test_nothing_is_left_for_people_to_judge(found: Audit) -> None:
    assert [str(finding) for finding in found.open] == []


def test_many_pages_were_seen_at_a_desk_and_one_of_each_type_in_every_view(site: Path, found: Audit) -> None:
    types = set(pages.one_of_each_type(site).values())
    assert found.seen[DESK] == {*pages.paths(site)[::EVERY], *types}
    assert len(found.seen[DESK]) > len(pages.paths(site)) / EVERY
    assert "leipzig/massnahmen/" in found.seen[REGISTER]
    everywhere = [view for view in VIEWS if view != REGISTER]
    assert [(view, path) for view in everywhere for path in types - found.seen[view]] == []
