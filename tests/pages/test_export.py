from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from kek_build.pages.export import write_markdown
from kek_build.pages.record import Crumb, PageRecord


@pytest.fixture
def exported(site: dict[str, PageRecord], tmp_path: Path) -> Path:
    write_markdown(site.values(), tmp_path)
    return tmp_path


def _parts(path: Path) -> tuple[dict[str, str], str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def test_every_page_becomes_a_file(site: dict[str, PageRecord], exported: Path) -> None:
    written = {path.parent.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert written == {path.removesuffix("/") or "." for path in site}


def test_the_number_of_files_is_told(site: dict[str, PageRecord], tmp_path: Path) -> None:
    assert write_markdown(site.values(), tmp_path) == len(site)


def test_the_head_is_yaml_that_carries_the_texts_unchanged(exported: Path) -> None:
    head, _ = _parts(exported / "schluesselvorhaben/i.1/index.md")
    assert head == {
        "title": "I.1 Häuser wecken & <Nachbarn> finden",
        "description": "Leere Häuser bekommen neue Bewohner.",
        "kind": "schluesselvorhaben",
        "parent": "schluesselvorhaben/",
        "source": "content/musterkreis/schluesselvorhaben/I.1.yml",
    }


@pytest.mark.parametrize("text", ["ja", "1.10", "a: b # c", '"x"', "---", "\u2028", "{{ x }}"])
def test_any_title_survives_the_head(tmp_path: Path, text: str) -> None:
    write_markdown([PageRecord("x/", text, "<p>x</p>", text, (Crumb(text, ""),))], tmp_path)
    head, _ = _parts(tmp_path / "x/index.md")
    assert (head["title"], head["description"], head["parent"]) == (text, text, "")


def test_what_a_page_does_not_have_is_left_out(tmp_path: Path) -> None:
    write_markdown([PageRecord("", "Start", "<p>x</p>", "Ein Satz.")], tmp_path)
    head, _ = _parts(tmp_path / "index.md")
    assert set(head) == {"title", "description", "kind"}


def test_no_line_of_the_body_can_be_mistaken_for_markdown(exported: Path) -> None:
    for path in exported.rglob("*.md"):
        _, body = _parts(path)
        lines = body.strip("\n").split("\n")
        assert lines[0].startswith("<div"), path
        assert all(line and not line.startswith((" ", "\t")) for line in lines), path


def test_the_body_holds_the_whole_page(site: dict[str, PageRecord], exported: Path) -> None:
    for path, record in site.items():
        _, body = _parts(exported / path / "index.md")
        shown, written = (LexborHTMLParser(html).text().split() for html in (record.html, body))
        assert written == shown


def test_blanks_and_empty_lines_in_code_stay(tmp_path: Path) -> None:
    code = "<pre><code>eins\n\n    zwei\n</code></pre>"
    write_markdown([PageRecord("x/", "X", f"<nav>\n  {code}\n</nav>", "x", source=PurePosixPath("x.md"))], tmp_path)
    _, body = _parts(tmp_path / "x/index.md")
    assert LexborHTMLParser(body).css("pre")[0].text() == "eins\n\n    zwei\n"
