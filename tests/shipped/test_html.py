# The structure of all pages, as a screen reader meets it, and HTML as the standard has it.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.shipped import pages, tools

LANDMARKS = (
    "nav, main, aside, form[aria-label], form[aria-labelledby], search, [role=search], "
    "section[aria-labelledby], section[aria-label]"
)
"""What screen readers list; header and footer of the page stand once each."""


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, LexborHTMLParser]:
    found = {
        path: LexborHTMLParser(pages.file_of(site, path).read_text(encoding="utf-8"))
        for path in [*pages.paths(site), pages.UNKNOWN]
    }
    assert len(found) > 400
    return found


def test_the_html_of_all_pages_is_valid(site: Path) -> None:
    assert tools.html_errors(site) == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html lang=de><title>A</title><p id=x><p id=x>", encoding="utf-8")
    assert ["Duplicate ID" in error for error in tools.html_errors(tmp_path)] == [True]


def test_every_page_says_that_it_is_german(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = [path for path, tree in trees.items() if _first(tree, "html").attributes.get("lang") != "de"]
    assert wrong == []


def test_no_two_pages_have_the_same_title(trees: dict[str, LexborHTMLParser]) -> None:
    titles = Counter(_first(tree, "title").text(strip=True) for tree in trees.values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_headings_start_with_one_h1_and_skip_no_level(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        levels = [int((node.tag or "")[1]) for node in tree.css("main h1, main h2, main h3, main h4, main h5, main h6")]
        steps = zip([0, *levels], levels, strict=False)
        if len(tree.css("h1")) != 1 or any(level > before + 1 for before, level in steps):
            wrong.append((path, levels))
    assert wrong == []


def test_headings_say_something(trees: dict[str, LexborHTMLParser]) -> None:
    empty = [path for path, tree in trees.items() for node in tree.css("h1, h2, h3, h4, h5, h6") if not _text(node)]
    assert empty == []


def test_landmarks_have_names_of_their_own(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        names = Counter((_role(node), _name(tree, node)) for node in tree.css(LANDMARKS))
        wrong += [
            (path, role, name)
            for (role, name), count in names.items()
            if count > 1 or (role in {"navigation", "region"} and not name)
        ]
    assert wrong == []


def test_every_page_has_header_main_and_footer_once(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = [
        path
        for path, tree in trees.items()
        if [len(tree.css(landmark)) for landmark in ("body > header", "main", "body > footer")] != [1, 1, 1]
    ]
    assert wrong == []


def test_every_picture_has_a_name_or_is_decoration(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        for node in tree.css("img, svg, [role=img]"):
            hidden = any(above.attributes.get("aria-hidden") == "true" for above in _with_ancestors(node))
            named = node.attributes.get("alt") is not None or _name(tree, node) or node.css_first("svg > title")
            if not hidden and not named:
                wrong.append((path, (node.html or "")[:100]))
    assert wrong == []


def test_every_link_and_button_says_something(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        wrong += [
            (path, node.html)
            for node in tree.css("a[href], button, summary")
            if not (_text(node) or _name(tree, node) or node.css_first("svg > title"))
        ]
    assert wrong == []


def test_links_with_the_same_words_in_a_paragraph_of_links_lead_to_the_same_place(
    trees: dict[str, LexborHTMLParser],
) -> None:
    wrong = []
    for path, tree in trees.items():
        for landmark in tree.css("nav"):
            places: dict[str, set[str]] = {}
            for link in landmark.css("a[href]"):
                places.setdefault(_name(tree, link) or _text(link), set()).add(link.attributes["href"] or "")
            wrong += [(path, words, where) for words, where in places.items() if len(where) > 1]
    assert wrong == []


def test_tables_have_a_name_and_headings_that_say_what_they_head(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        for table in tree.css("table"):
            heads = table.css("th")
            if not heads or any(
                head.attributes.get("scope") not in {"col", "row", "colgroup", "rowgroup"} for head in heads
            ):
                wrong.append((path, "scope"))
            if table.css_first("caption") is None and not _name(tree, table):
                wrong.append((path, "name"))
    assert wrong == []


def test_every_reference_of_aria_and_labels_leads_somewhere(trees: dict[str, LexborHTMLParser]) -> None:
    wrong = []
    for path, tree in trees.items():
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"):
            for node in tree.css(f"[{name}]"):
                wrong += [(path, name, ref) for ref in (node.attributes[name] or "").split() if ref not in ids]
    assert wrong == []


def _first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _role(node: LexborNode) -> str:
    tag = node.tag or ""
    roles = {"nav": "navigation", "section": "region", "aside": "complementary"}
    return node.attributes.get("role") or roles.get(tag, tag)


def _name(tree: LexborHTMLParser, node: LexborNode) -> str:
    """The name that `aria-label` or `aria-labelledby` give."""
    label = node.attributes.get("aria-label")
    if label:
        return label
    referred = [tree.css_first(f"[id='{ref}']") for ref in (node.attributes.get("aria-labelledby") or "").split()]
    return " ".join(_text(target) for target in referred if target is not None)


def _with_ancestors(node: LexborNode) -> Iterator[LexborNode]:
    current: LexborNode | None = node
    while current is not None:
        yield current
        current = current.parent
