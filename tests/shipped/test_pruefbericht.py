# The report of the test is what the statement on accessibility reads, and hides nothing that was found.
from __future__ import annotations

from kek_build.site.pruefbericht import Pruefbericht
from tests.shipped.audit import DESK, VIEWS, Audit, Finding
from tests.shipped.pruefbericht import GAPS, report

_FINDING = Finding(DESK, "leipzig/", "image-alt", "img", "<img>", "no alternative")


def test_a_clean_test_reports_pages_views_and_gaps() -> None:
    written = report(_audit(), [])
    assert (written.werkzeug, written.seiten, written.verstoesse, written.html_fehler) == ("axe-core 4.0.0", 2, 0, 0)
    assert written.ansichten[:2] == ("hell, 1280 px (alle Seiten)", "dunkel (1 Seiten)")
    assert written.luecken == GAPS
    assert not written.failed
    assert Pruefbericht.model_validate_json(written.model_dump_json(exclude_none=True)) == written


def test_what_was_found_and_what_stayed_open_count() -> None:
    written = report(_audit(violations=[_FINDING, _FINDING], open_=[_FINDING]), ["leipzig/index.html:1: Duplicate ID"])
    assert (written.verstoesse, written.verletzte_regeln, written.html_fehler) == (3, ("image-alt",), 1)
    assert written.failed


def _audit(violations: list[Finding] | None = None, open_: list[Finding] | None = None) -> Audit:
    seen = {DESK: {"", "leipzig/"}, **{view: {"leipzig/"} for view in VIEWS}}
    return Audit("axe-core 4.0.0", seen, violations or [], open_ or [])
