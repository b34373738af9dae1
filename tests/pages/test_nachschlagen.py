# The long pages for looking something up: everything is there, and a jump away.
from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.concept import Konzept
from kek_build.concept.notes import all_notes
from kek_build.pages.record import PageRecord


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_the_glossary_begins_with_a_jump_to_every_letter(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["glossar/"].html)
    jumps = [(node.text(), node.attributes["href"]) for node in tree.css(".kek-sprung a")]
    assert jumps == [(node.text(), f"#{node.attributes['id']}") for node in tree.css("h2[id^=buchstabe]")]
    assert [letter for letter, _ in jumps] == ["K", "O"]


def test_an_explanation_in_the_glossary_is_never_folded_away(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["glossar/"].html)
    assert "Busse & Bahnen für alle" not in " ".join(_words(node) for node in tree.css(".kek-glossary details"))
    assert [_words(node) for node in tree.css(".kek-glossary summary")] == [
        "Mehr zu „Kataster <Liste>“",
        "Mehr zu „ÖPNV“",
    ]
    folded = _words(tree.css(".kek-glossary details")[1])
    assert all(part in folded for part in ("Nahverkehr, Bus & Bahn", "Erklärung nach dem Dokument", "Quelle"))


def test_every_note_stands_once_among_the_sources_in_the_part_it_belongs_to(
    musterkreis: Konzept, site: dict[str, PageRecord]
) -> None:
    tree = LexborHTMLParser(site["quellen/"].html)
    assert len(tree.css(".kek-hinweise .kek-note")) == len(all_notes(musterkreis))
    for group in tree.css("section:has(> .kek-hinweise)"):
        counts = [int(_words(node).split()[-2]) for node in group.css("summary")]
        assert _words(group.css("h2")[0]).endswith(f"({sum(counts)})")
        assert counts == [len(part.css(".kek-note")) for part in group.css("details")]


def test_notes_are_grouped_from_the_whole_to_the_parts(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["quellen/"].html)
    group = next(node for node in tree.css("section") if node.attributes["aria-labelledby"] == "schreibweise")
    names = [_words(node).rsplit(" ", 2)[0] for node in group.css("summary")]
    assert names[:2] == ["Das Konzept als Ganzes", "Handlungsfeld I: Leben & <Wohnen>"]


def test_each_kind_of_note_can_be_jumped_to(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["quellen/"].html)
    jumps = [(_words(node), node.attributes["href"]) for node in tree.css(".kek-sprung a")]
    headings = tree.css("section:has(> .kek-hinweise) > .kek-heading > h2")
    assert jumps == [(_words(node), f"#{node.attributes['id']}") for node in headings]
    assert len(jumps) == 4
