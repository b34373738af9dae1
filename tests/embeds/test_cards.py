from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.embeds.cards import POLICY, card, style_sheet
from kek_build.pages.draft import Workshop
from tests.embeds.conftest import ASSETS
from tests.example import OPTIONS


@pytest.fixture(scope="module")
def trees(files: dict[str, bytes]) -> dict[str, LexborHTMLParser]:
    return {path: LexborHTMLParser(content) for path, content in files.items() if path.endswith(".html")}


def test_every_thing_has_its_card_below_the_address_for_cards(
    trees: dict[str, LexborHTMLParser], workshop: Workshop
) -> None:
    assert len(trees) == len(list(workshop.embeddable))
    assert all(path.startswith("karte/") for path in trees)
    assert {"karte/massnahmen/1-2/index.html", "karte/ziele/1.1.1-2/index.html"} <= set(trees)


def test_a_card_has_a_strict_policy_and_no_script(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        policy = tree.css_first("meta[http-equiv='Content-Security-Policy']")
        assert policy is not None, path
        assert policy.attributes["content"] == POLICY
        assert tree.css("script, style, [style], [onclick], iframe, form") == []
    assert "script-src" not in POLICY
    assert "default-src 'none'" in POLICY


def test_a_card_leads_to_its_page_in_a_new_window_and_says_so(trees: dict[str, LexborHTMLParser]) -> None:
    link = trees["karte/ziele/1.1.1-2/index.html"].css_first("h1 a")
    assert link is not None
    assert urljoin("https://x.invalid/karte/ziele/1.1.1-2/", link.attributes["href"] or "") == (
        "https://x.invalid/ziele/1.1.1/#1.1.1-2"
    )
    assert (link.attributes["target"], link.attributes["rel"]) == ("_blank", "noopener")
    assert "öffnet ein neues Fenster" in link.text()


def test_a_card_is_german_kept_out_of_search_engines_and_names_its_page(trees: dict[str, LexborHTMLParser]) -> None:
    tree = trees["karte/massnahmen/1-2/index.html"]
    found = {selector: tree.css_first(selector) for selector in ("html[lang=de]", "meta[content=noindex]", "title")}
    assert None not in found.values()
    canonical = tree.css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] == "https://kek.example.org/massnahmen/1-2/"


def test_a_card_shows_kind_county_number_title_status_edition_and_that_it_is_no_official_publication(
    trees: dict[str, LexborHTMLParser],
) -> None:
    body = trees["karte/massnahmen/1-2/index.html"].body
    assert body is not None
    text = " ".join(body.text(separator=" ").split())
    for words in (
        "Maßnahme · Landkreis Muster", "1-2 Verzeichnis leerer Häuser & <Höfe>", "abgeschlossen verzögert",
        "Kreisentwicklungskonzept Muster 2035, Stand Juni 2023.", "Demonstration, keine amtliche Veröffentlichung.",
    ):  # fmt: skip
        assert words in text


def test_the_card_of_an_official_site_has_no_such_note(workshop: Workshop) -> None:
    view, sheet = workshop.card_of(workshop.konzept["1-2"]), style_sheet(ASSETS, OPTIONS)
    assert b"Demonstration" in card(workshop, view, 0, sheet).content
    assert b"Demonstration" not in card(replace(workshop, demonstration=False), view, 0, sheet).content


def test_a_card_has_the_colour_of_its_field(trees: dict[str, LexborHTMLParser]) -> None:
    styles = {path: (tree.css_first("html") or tree.root).attributes["class"] for path, tree in trees.items()}  # type: ignore[union-attr]
    assert styles["karte/massnahmen/1-2/index.html"] == "kek-konzept-musterkreis kek-accent-1"
    assert styles["karte/orte/musterdorf/index.html"] == "kek-konzept-musterkreis"
    assert styles["karte/ziele/1.1.1-2/index.html"] == "kek-konzept-musterkreis kek-accent-1"


def test_all_cards_share_one_style_sheet_whose_name_holds_a_hash(
    trees: dict[str, LexborHTMLParser], files: dict[str, bytes]
) -> None:
    sheets = {
        urljoin(f"/{path}", node.attributes["href"] or "").lstrip("/")
        for path, tree in trees.items()
        for node in tree.css("link[rel=stylesheet]")
    }
    assert len(sheets) == 1
    name = sheets.pop()
    assert re.fullmatch(r"kek/karte\.[0-9a-f]{8}\.css", name)
    assert name in files


def test_the_style_sheet_holds_the_colours_of_the_site_and_both_choices(files: dict[str, bytes]) -> None:
    css = next(content for path, content in files.items() if path.endswith(".css")).decode()
    dark = (ASSETS / "dunkel.css").read_text(encoding="utf-8")
    colour = re.search(r"--kek-feld-1: #[0-9a-f]{6};", dark)
    assert colour is not None
    assert css.count(colour[0]) == 2
    assert "prefers-color-scheme: dark" in css
    assert ":root:has(#dunkel:target)" in css
    assert OPTIONS.farben.akzent in css
    assert "http" not in css


def test_other_colours_give_the_style_sheet_another_name(tmp_path: Path) -> None:
    for name in ("werte.css", "dunkel.css"):
        (tmp_path / name).write_text((ASSETS / name).read_text(encoding="utf-8") + "/**/", encoding="utf-8")
    changed = style_sheet(tmp_path, OPTIONS).path
    assert changed != style_sheet(ASSETS, OPTIONS).path
    assert changed == style_sheet(tmp_path, OPTIONS).path
