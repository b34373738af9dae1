from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import feedparser
import pytest

from kek_build import feeds
from kek_build.concept import Konzept
from kek_build.history import Change, ConceptHistory, Gap, History
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from tests.example import HISTORY, OPTIONS

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://kek.kreis-muster.example/konzept/"
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})")
"""RFC 3339, as RFC 4287 asks in section 3.3."""


def shop_with(konzept: Konzept, history: ConceptHistory, site_url: str = SITE) -> Workshop:
    return workshops([konzept], OPTIONS, site_url, history=History({konzept.slug: history}))[0]


@pytest.fixture(scope="module")
def written(musterkreis: Konzept) -> dict[str, bytes]:
    """All feeds of the example, by path."""
    return {output.path: output.content for output in feeds.outputs(shop_with(musterkreis, HISTORY.of("musterkreis")))}


def entries(content: bytes) -> list[ET.Element]:
    return ET.fromstring(content).findall(f"{ATOM}entry")  # noqa: S314  (our own)


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"{ATOM}{name}")]


def links(element: ET.Element) -> dict[str, str]:
    return {found.attrib["rel"]: found.attrib["href"] for found in element.findall(f"{ATOM}link")}


def titles(content: bytes) -> list[str]:
    return [title for entry in entries(content) for title in texts(entry, "title")]


def test_there_is_a_feed_of_the_concept_and_of_each_field_project_and_place(
    written: dict[str, bytes], musterkreis: Konzept
) -> None:
    kinds = ("handlungsfeld", "schluesselvorhaben", "ort")
    assert len(written) == 1 + sum(len(musterkreis.of_kind(kind)) for kind in kinds)
    assert {"feed.atom", "handlungsfelder/i/feed.atom", "schluesselvorhaben/i.1/feed.atom",
            "orte/musterdorf/feed.atom"} <= set(written)  # fmt: skip


def test_every_feed_is_well_formed_and_read_without_complaint(written: dict[str, bytes]) -> None:
    for path, content in written.items():
        found = feedparser.parse(content, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
        assert not found.bozo, path
        assert found.version == "atom10"
        assert found.encoding == "utf-8"


def test_every_feed_keeps_the_rules_of_rfc_4287(written: dict[str, bytes]) -> None:
    for path, content in written.items():
        root = ET.fromstring(content)  # noqa: S314  (our own)
        assert root.tag == f"{ATOM}feed"
        # 4.1.1: exactly one id, title, updated; an author; a link to itself; no two alternates of one type and language
        assert texts(root, "id") == [SITE + path]
        assert links(root)["self"] == SITE + path
        assert len(texts(root, "title")) == len(texts(root, "updated")) == len(texts(root, "subtitle")) == 1
        assert [texts(author, "name") for author in root.findall(f"{ATOM}author")] == [["Landratsamt Muster"]]
        ids = [texts(entry, "id") for entry in entries(content)]
        assert all(len(found) == 1 for found in ids)
        assert len({found[0] for found in ids}) == len(ids)  # 4.1.1: no two entries of one id and time
        for element in [root, *entries(content)]:
            (updated,) = texts(element, "updated")
            assert _TIME.fullmatch(updated)  # 3.3
        for entry in entries(content):
            # 4.1.2: exactly one title; a link to a page or a content; at most one summary
            assert len(texts(entry, "title")) == len(texts(entry, "summary")) == 1
            assert links(entry)["alternate"].startswith(SITE)
            assert {found.attrib["type"] for found in entry.findall(f"{ATOM}content")} <= {"html"}
            assert {child.tag.removeprefix(ATOM) for child in entry} <= {
                "id", "title", "updated", "link", "summary", "content",
            }  # fmt: skip
        # 3.1.1.1: no tags in what is plain text
        assert all("<span" not in text for entry in entries(content) for text in texts(entry, "summary"))


def test_ids_are_tags_of_the_host_and_the_day(written: dict[str, bytes]) -> None:
    # RFC 4151: tag:authority,date:specific, in the signs of a URI
    ids = [texts(entry, "id")[0] for entry in entries(written["feed.atom"])]
    assert ids[0] == "tag:kek.kreis-muster.example,2026-03-09:konzept/musterkreis/1-2/aaaa"
    assert ids[1] == "tag:kek.kreis-muster.example,2026-03-09:konzept/musterkreis/swot/wohnen%23schwaeche-1/bbbb"
    for found in ids:
        assert re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[A-Za-z0-9._~%/-]+", found)


def test_an_entry_says_what_changed_in_words_and_in_html(written: dict[str, bytes]) -> None:
    first = entries(written["feed.atom"])[0]
    assert texts(first, "title") == ["1-2 Verzeichnis leerer Häuser & <Höfe>: geändert"]
    assert texts(first, "summary")[0].startswith("Status geändert von „im Plan“ zu „verzögert“; Orte ergänzt: ")
    (content,) = texts(first, "content")
    assert "<del>alle</del>" in content
    assert f'<ins>&lt;leere&gt; <a href="{SITE}massnahmen/1-10/"' in content
    assert links(first) == {"alternate": f"{SITE}massnahmen/1-2/aenderungen/"}


def test_what_is_gone_leads_to_its_day_on_the_page_of_all_changes(written: dict[str, bytes]) -> None:
    (gone,) = [entry for entry in entries(written["feed.atom"]) if "Turm & <Tor>" in texts(entry, "title")[0]]
    assert texts(gone, "title") == ["9-9 Turm & <Tor>: entfallen"]
    assert links(gone) == {"alternate": f"{SITE}aenderungen/#tag-2026-03-07"}


@pytest.mark.parametrize(
    ("path", "refs"),
    [
        ("feed.atom", {"1-2", "swot/wohnen%23schwaeche-1", "9-9", "konzept", "orte/musterdorf"}),
        ("handlungsfelder/i/feed.atom", {"1-2", "9-9"}),
        ("handlungsfelder/ii/feed.atom", set()),
        ("schluesselvorhaben/i.1/feed.atom", {"1-2"}),
        ("orte/musterdorf/feed.atom", {"orte/musterdorf", "1-2", "9-9"}),
    ],
)
def test_a_feed_tells_of_a_thing_and_of_what_belongs_to_it(
    written: dict[str, bytes], path: str, refs: set[str]
) -> None:
    ids = [texts(entry, "id")[0] for entry in entries(written[path])]
    assert {found.partition("musterkreis/")[2].rpartition("/")[0] for found in ids} == refs


def test_the_newest_entry_comes_first_and_gives_the_feed_its_time(written: dict[str, bytes]) -> None:
    root = ET.fromstring(written["feed.atom"])  # noqa: S314  (our own)
    times = [datetime.fromisoformat(texts(entry, "updated")[0]) for entry in entries(written["feed.atom"])]
    assert times == sorted(times, reverse=True)
    assert texts(root, "updated") == ["2026-03-09T10:30:00+01:00"]


def test_a_feed_without_changes_is_as_old_as_the_edition(written: dict[str, bytes], musterkreis: Konzept) -> None:
    root = ET.fromstring(written["handlungsfelder/ii/feed.atom"])  # noqa: S314  (our own)
    stand: date = musterkreis.datei.fassung.stand.last
    assert texts(root, "updated") == [f"{stand.isoformat()}T00:00:00+00:00"]


def _many(change: Change, count: int) -> tuple[Change, ...]:
    return tuple(
        replace(change, place=n, when=change.when - timedelta(minutes=n), mark=f"2026-03-09/1-2/{n}")
        for n in range(count)
    )


def test_a_feed_holds_the_newest_fifty(musterkreis: Konzept) -> None:
    past = HISTORY.of("musterkreis")
    shop = shop_with(musterkreis, replace(past, told=_many(past.changes[0], 80)))
    (first, *_) = feeds.outputs(shop)
    assert [found.rpartition("/")[2] for entry in entries(first.content) for found in texts(entry, "id")] == [
        str(n) for n in range(50)
    ]


def test_a_feed_says_when_nothing_is_known(musterkreis: Konzept) -> None:
    (first, *_) = feeds.outputs(shop_with(musterkreis, ConceptHistory(gap=Gap.NO_PROGRAM)))
    (subtitle,) = texts(ET.fromstring(first.content), "subtitle")  # noqa: S314  (our own)
    assert Gap.NO_PROGRAM.reason in subtitle
    assert "keine amtliche Veröffentlichung" in subtitle
    assert entries(first.content) == []


def test_feeds_are_the_same_every_time(musterkreis: Konzept) -> None:
    make: Callable[[], list[bytes]] = lambda: [  # noqa: E731
        output.content for output in feeds.outputs(shop_with(musterkreis, HISTORY.of("musterkreis")))
    ]
    assert make() == make()
