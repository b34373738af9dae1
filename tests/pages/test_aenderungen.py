from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.concept import Konzept
from kek_build.history import UNKNOWN, ConceptHistory, Gap, History
from kek_build.outputs import Output, write
from kek_build.pages import aenderungen, aenderungen_einzeln
from kek_build.pages.aenderungen_einzeln import Frame
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView
from tests.example import HISTORY, OPTIONS, broken_links_between

FRAME = Frame("default-src 'none'", "kek/stil.css", "Konzepte & <Kreise>")


@pytest.fixture(scope="module")
def workshop(musterkreis: Konzept) -> Workshop:
    """The example with a history."""
    return workshops([musterkreis], OPTIONS, history=HISTORY)[0]


@pytest.fixture(scope="module")
def site(workshop: Workshop) -> dict[str, PageRecord]:
    return {record.path: record for record in pages([workshop], OPTIONS)}


def shop_with(konzept: Konzept, history: ConceptHistory) -> Workshop:
    return workshops([konzept], OPTIONS, history=History({konzept.slug: history}))[0]


def page(shop: Workshop) -> LexborHTMLParser:
    (planned,) = aenderungen.plan(shop)
    return LexborHTMLParser(planned.write().html)


def attribute(tree: LexborHTMLParser | LexborNode, selector: str, name: str) -> str | None:
    (node,) = tree.css(selector)
    return node.attributes[name]


def lines(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def made(shop: Workshop, frame: Frame = FRAME) -> Iterator[Output]:
    """The pages of single things."""
    return (
        output
        for entry in aenderungen_einzeln.things(shop)
        for output in aenderungen_einzeln.outputs(shop, entry, frame)
    )


def single(shop: Workshop) -> dict[str, LexborHTMLParser]:
    """The pages of single things, by path."""
    return {output.path.removesuffix("index.html"): LexborHTMLParser(output.content.decode()) for output in made(shop)}


# The page of the concept


def test_days_stand_newest_first_each_with_an_address(workshop: Workshop) -> None:
    tree = page(workshop)
    days = ["9. März 2026", "7. März 2026", "5. März 2026", "2. März 2026"]
    assert lines(tree, 'h2[id^="tag-"]') == days
    assert tree.css_first("#tag-2026-03-09") is not None


def test_a_thing_tells_what_changed_in_a_line(workshop: Workshop) -> None:
    (line,) = [line for line in lines(page(workshop), ".kek-changes__what") if line.startswith("Status")]
    assert line == (
        "Status geändert von „im Plan“ zu „verzögert“; Orte ergänzt: „Musterstadt & <Umland>“, „Musterdorf“; "
        "Vermerk gestrichen: „Alt & <gestrichen>“; Text in Leichter Sprache geändert; und 1 weitere Angabe. "
        "Im Einzelnen: 1-2"
    )


def test_what_is_gone_is_told_and_leads_nowhere(workshop: Workshop) -> None:
    (gone,) = [node for node in page(workshop).css(".kek-changes > li") if "Turm" in node.text()]
    assert " ".join(gone.text().split()) == "9-9 Turm & <Tor> entfallen"
    assert gone.css("a") == []


def test_the_day_on_which_the_concept_was_taken_up_says_what_it_held(workshop: Workshop) -> None:
    (first,) = [text for text in lines(page(workshop), "section > p") if "aufgenommen" in text]
    assert first == "An diesem Tag wurde das Konzept aufgenommen: 2 Maßnahmen, 1 Ort."


def test_many_things_of_a_kind_fold(musterkreis: Konzept) -> None:
    past = HISTORY.of("musterkreis")
    refs = [entry.ref for entry in musterkreis.of_kind("akteur")]
    assert len(refs) > 3
    copies = tuple(replace(past.changes[0], kind="akteur", ref=ref, place=n) for n, ref in enumerate(refs * 3))
    many = tuple(replace(c, ref=f"{c.ref}{n % 9}" if n >= len(refs) else c.ref) for n, c in enumerate(copies))
    tree = page(shop_with(musterkreis, replace(past, told=many)))
    assert len(tree.css("details .kek-changes > li")) == len({change.ref for change in many})


def test_a_very_long_page_is_cut_by_days_and_says_so(musterkreis: Konzept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aenderungen, "_SHOWN", 3)
    tree = page(shop_with(musterkreis, HISTORY.of("musterkreis")))
    assert lines(tree, 'h2[id^="tag-"]') == [
        "9. März 2026", "7. März 2026", "2. März 2026",
    ]  # fmt: skip
    assert any("2 ältere Änderungen stehen nur auf den Seiten" in text for text in lines(tree, ".kek-hint"))


@pytest.mark.parametrize("gap", [gap for gap in Gap if gap.missing])
def test_where_nothing_is_known_the_page_says_why(musterkreis: Konzept, gap: Gap) -> None:
    tree = page(shop_with(musterkreis, ConceptHistory(gap=gap)))
    assert lines(tree, ".kek-hint") == [gap.reason]


def test_where_the_beginning_is_missing_the_page_says_from_when_on_it_is_told(musterkreis: Konzept) -> None:
    past = replace(HISTORY.of("musterkreis"), gap=Gap.SHALLOW, since=date(2026, 3, 5))
    assert lines(page(shop_with(musterkreis, past)), ".kek-hint") == [
        f"Der Verlauf ist ab dem 5. März 2026 bekannt. {Gap.SHALLOW.reason}"
    ]


def test_the_page_names_the_feed_for_readers_and_for_programs(site: dict[str, PageRecord]) -> None:
    record = site["aenderungen/"]
    assert 'href="../feed.atom"' in record.html
    assert [(other.type, other.path) for other in record.alternates] == [("application/atom+xml", "feed.atom")]


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("", "feed.atom"),
        ("handlungsfelder/i/", "handlungsfelder/i/feed.atom"),
        ("schluesselvorhaben/i.1/", "schluesselvorhaben/i.1/feed.atom"),
        ("orte/musterdorf/", "orte/musterdorf/feed.atom"),
        ("massnahmen/1-2/", None),
    ],
)
def test_pages_of_things_with_a_feed_name_it(site: dict[str, PageRecord], path: str, feed: str | None) -> None:
    feeds = [other.path for other in site[path].alternates if other.type == "application/atom+xml"]
    assert feeds == ([feed] if feed else [])
    assert ("Änderungen abonnieren" in site[path].html) == bool(feed)


def test_the_page_of_a_thing_says_when_it_last_changed(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["massnahmen/1-2/"].html)
    (offer,) = [node for node in tree.css(".kek-share li") if "Alle Änderungen" in node.text()]
    assert "zuletzt am 9. März 2026" in offer.text()
    assert attribute(offer, "a", "href") == "aenderungen/"
    assert "Alle Änderungen" not in site["massnahmen/2-1/"].html


# Start pages


def test_the_start_page_tells_changes_of_the_content_apart_from_news(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site[""].html)
    (box,) = lines(tree, ".kek-changed")
    assert box.startswith("Zuletzt auf dieser Website geändert 9. März 2026: 1-2 Verzeichnis leerer Häuser & <Höfe>, ")
    assert tree.css_first(".kek-news .kek-changed") is None


def test_of_a_day_with_many_changes_the_start_page_counts_them(musterkreis: Konzept) -> None:
    past = HISTORY.of("musterkreis")
    refs = ["1-2", "1-10", "2-1", "2-3", "orte/musterdorf"]
    changes = tuple(
        replace(past.changes[0], ref=ref, kind="ort" if "/" in ref else "massnahme", place=n)
        for n, ref in enumerate(refs)
    )
    shop = shop_with(musterkreis, replace(past, told=changes))
    found = aenderungen.digest(shop.draft(""))
    assert found is not None
    assert (found.things, found.counts) == ((), ("4 Maßnahmen", "1 Ort"))


def test_where_nothing_is_known_start_pages_say_nothing(musterkreis: Konzept) -> None:
    shop = workshops([musterkreis], OPTIONS, history=UNKNOWN)[0]
    (start, *_) = pages([shop], OPTIONS)
    assert "kek-changed" not in start.html


# The pages of single things


def test_a_thing_that_changed_has_a_page_of_its_changes(workshop: Workshop) -> None:
    assert set(single(workshop)) == {"massnahmen/1-2/aenderungen/", "swot/wohnen/aenderungen/"}


def test_it_tells_everything_word_by_word_down_to_when_it_was_taken_up(workshop: Workshop) -> None:
    tree = single(workshop)["massnahmen/1-2/aenderungen/"]
    assert lines(tree, "h1") == ["Änderungen: 1-2 Verzeichnis leerer Häuser & <Höfe>"]
    assert lines(tree, "h2") == ["9. März 2026", "5. März 2026", "2. März 2026"]
    assert lines(tree, "del") == ["alle"]
    assert lines(tree, "ins") == ["<leere> 1-10"]
    assert lines(tree, ".kek-timeline > li:last-child p") == ["Neu aufgenommen"]


def test_a_topic_tells_the_changes_of_its_statements_at_their_anchors(workshop: Workshop) -> None:
    tree = single(workshop)["swot/wohnen/aenderungen/"]
    assert lines(tree, "#schwaeche-1") == ["Schwäche 1 Antworten ergänzt: „I.1“"]


def test_where_the_history_is_not_whole_every_thing_answers(musterkreis: Konzept) -> None:
    shop = shop_with(musterkreis, ConceptHistory(gap=Gap.NO_PROGRAM))
    found = single(shop)
    assert {f"{shop.addresses.folder(entry)}aenderungen/" for entry in musterkreis.of_kind("massnahme")} <= set(found)
    text = found["massnahmen/2-1/aenderungen/"].text()
    assert "Es ist keine Änderung bekannt." in text
    assert Gap.NO_PROGRAM.reason in text


def test_links_between_all_pages_lead_somewhere(
    workshop: Workshop, site: dict[str, PageRecord], tmp_path: Path
) -> None:
    write(made(workshop), tmp_path)
    missing = {link.link for link in broken_links_between(list(site.values()), tmp_path)}
    assert {link for link in missing if "aenderungen" in link} == set()


def test_the_page_has_the_policy_and_no_search_engine_lists_it(workshop: Workshop) -> None:
    tree = single(workshop)["massnahmen/1-2/aenderungen/"]
    assert attribute(tree, 'meta[http-equiv="Content-Security-Policy"]', "content") == FRAME.policy
    assert attribute(tree, 'meta[name="robots"]', "content") == "noindex"
    address = "https://kek.example.org/massnahmen/1-2/aenderungen/"
    assert attribute(tree, 'link[rel="canonical"]', "href") == address


def test_links_of_the_site_stand_at_the_end_of_every_page(workshop: Workshop) -> None:
    more = (LinkView("seiten/vorwort/", "Leichte Sprache"), LinkView("https://video.example/dgs", "Gebärdensprache"))
    first = next(made(workshop, replace(FRAME, help=more)))
    links = {node.text(): node.attributes["href"] for node in LexborHTMLParser(first.content).css("footer a")}
    assert links["Barriere melden"] == "../../../barrierefreiheit/#melden"
    assert links["Leichte Sprache"] == "../../../seiten/vorwort/"
    assert links["Gebärdensprache"] == "https://video.example/dgs"
