# Whatever a document holds, it is read without a fault of our own, and no text is called sure for two places.
from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.errors import SetupError
from kek_build.wortlaut import Wish, plan, recognise, summary
from kek_build.wortlaut.likeness import plain
from tests.wortlaut import county

LINES = [line for text in (county.GOALS, county.SWOT) for line in text.splitlines()]
ROWS = [county.markdown_table([row]) for rows in county.PROFILES for row in rows]
RUBBISH = st.text(alphabet="aB1.-–|\t•*_#<>/[]()„“ \u00ad\u2063\u2010\n", max_size=30)
PARTS = st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(ROWS), RUBBISH), max_size=60)


@pytest.fixture(scope="module")
def project() -> Path:
    return county.write(Path(tempfile.mkdtemp(prefix="kek-")))


@settings(max_examples=60, deadline=None)
@given(PARTS)
def test_parts_of_a_document_in_any_order_are_read_and_told(project: Path, parts: list[str]) -> None:
    document = project / "konzept.md"
    document.write_text("\n".join(parts), encoding="utf-8")
    try:
        found = recognise(county.konzept(project), document)
    except SetupError:
        assert not "".join(parts).strip()
        return
    planned = plan(found, Wish(), project)
    assert summary(found, planned, full=True)
    texts = Counter(plain(d.versions[0].text) for d in planned.written if d.slot.kind == "aussage")
    assert not [text for text, count in texts.items() if count > 1]


@pytest.mark.parametrize("sign", [".", "*a ", "_a_ ", "[", "<b", "|", "\t", "a- ", "„", "1.", "1-1 ", "**"])
def test_a_line_of_nothing_but_one_sign_is_read(project: Path, sign: str) -> None:
    document = project / "zeile.md"
    document.write_text(f"{sign * 100_000}\n\nEnde\n", encoding="utf-8")
    assert recognise(county.konzept(project), document).left_over[-1].text == "Ende"
