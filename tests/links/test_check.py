from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.links import BrokenLink, Gathered, broken_links, parsed, scanned

_NOWHERE = "führt ins Leere"
_NO_ANCHOR = "führt zu einem Anker, den es nicht gibt"
_ELSEWHERE = "lädt von einem anderen Server"
_OUTSIDE = "führt aus der Website hinaus"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages and a style sheet, all of it right."""
    _write(tmp_path, "index.html", '<h1 id="oben">Start</h1><a href="orte/">Orte</a><a href="orte/#über">Über</a>')
    _write(tmp_path, "orte/index.html", '<h1 id="über">Orte</h1><a href="../">Start</a><a href="#%C3%BCber">Hier</a>')
    _write(tmp_path, "kek/werte.css", "")
    return tmp_path


def _write(site: Path, name: str, text: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _check(site: Path, html: str, root: str = "/") -> list[tuple[str, str]]:
    """What is wrong with a page that holds this HTML, in the folder `orte`."""
    _write(site, "orte/neu/index.html", html)
    return [(broken.link, broken.reason) for broken in broken_links(site, root)]


def test_a_site_whose_links_all_lead_somewhere_is_right(site: Path) -> None:
    assert broken_links(site) == []


@pytest.mark.parametrize(
    "link",
    ["../", "../../", "../..", "../#über", "../../orte/", "../index.html", "./", "", "../../kek/werte.css", "/orte/"],
)
def test_a_link_to_a_page_file_or_anchor_that_is_there_is_right(site: Path, link: str) -> None:
    assert _check(site, f'<a href="{link}">Klick</a>') == []


@pytest.mark.parametrize("link", ["nirgends/", "../nirgends/", "../../kek/nichts.css", "/nirgends/", "../../kek"])
def test_a_link_to_nothing_is_told(site: Path, link: str) -> None:
    assert _check(site, f'<a href="{link}">Klick</a>') == [(link, _NOWHERE)]


@pytest.mark.parametrize("link", ["#nirgends", "../#nirgends", "../../#über"])
def test_a_link_to_an_anchor_that_is_not_there_is_told(site: Path, link: str) -> None:
    assert _check(site, f'<a href="{link}">Klick</a>') == [(link, _NO_ANCHOR)]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://muster.invalid/x.js"></script>',
        '<link rel="stylesheet" href="//muster.invalid/x.css">',
        '<img src="http://muster.invalid/x.png" alt="">',
        '<iframe src="https://muster.invalid/"></iframe>',
        '<video src="https://muster.invalid/x.mp4"></video>',
        '<object data="https://muster.invalid/x.svg"></object>',
        '<picture><source src="https://muster.invalid/x.webp"></picture>',
    ],
)
def test_whatever_a_page_would_load_from_another_server_is_told(site: Path, html: str) -> None:
    assert [reason for _, reason in _check(site, html)] == [_ELSEWHERE]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://www.example.org/">Klick</a>',
        '<a href="mailto:post@muster.invalid">Post</a>',
        '<a href="tel:+4912345">Ruf</a>',
        '<link rel="canonical" href="https://kek.example.org/orte/neu/">',
        '<img src="data:image/png;base64,AA" alt="">',
    ],
)
def test_links_to_other_servers_are_allowed(site: Path, html: str) -> None:
    assert _check(site, html) == []


@pytest.mark.parametrize("html", ['<script src="x.js"></script>', '<img src="x.png" alt="">', '<link href="x.css">'])
def test_a_file_that_a_page_loads_must_be_there(site: Path, html: str) -> None:
    assert [reason for _, reason in _check(site, html)] == [_NOWHERE]


@pytest.mark.parametrize("link", ["http://[muster/", "//["])
def test_an_address_that_is_none_is_told_and_stops_nothing(site: Path, link: str) -> None:
    found = _check(site, f'<a href="{link}">Klick</a><a href="nirgends/">Klick</a>')
    assert sorted(found) == sorted([(link, "ist keine Adresse"), ("nirgends/", _NOWHERE)])


def test_a_wrong_link_is_told_once_a_page(site: Path) -> None:
    assert len(_check(site, '<a href="x/">1</a><a href="x/">2</a>')) == 1


def test_a_problem_names_page_link_and_reason(site: Path) -> None:
    _write(site, "orte/neu/index.html", '<a href="x/">1</a>')
    (broken,) = broken_links(site)
    assert broken == BrokenLink("orte/neu/index.html", "x/", _NOWHERE)
    assert str(broken) == "orte/neu/index.html: „x/“ führt ins Leere"


# The page for wrong addresses is shown at any address, so its links begin at the root of the server.


@pytest.mark.parametrize("root", ["/", "/kek/"])
def test_the_page_for_wrong_addresses_may_link_from_the_root(site: Path, root: str) -> None:
    _write(site, "404.html", f'<link rel="stylesheet" href="{root}kek/werte.css"><a href="{root}orte/#über">Orte</a>')
    assert broken_links(site, root) == []


def test_the_page_for_wrong_addresses_is_checked_as_well(site: Path) -> None:
    _write(site, "404.html", '<a href="/kek/nirgends/">x</a><a href="/orte/">x</a>')
    assert {(broken.link, broken.reason) for broken in broken_links(site, "/kek/")} == {
        ("/kek/nirgends/", _NOWHERE),
        ("/orte/", _OUTSIDE),
    }


def test_the_page_for_wrong_addresses_cannot_use_relative_links(site: Path) -> None:
    _write(site, "404.html", '<a href="orte/">x</a>')
    assert [(broken.link, broken.reason) for broken in broken_links(site)] == [
        ("orte/", "führt nur von manchen Adressen zum Ziel")
    ]


def test_a_site_in_a_folder_of_its_server_has_no_links_out_of_it(site: Path) -> None:
    assert _check(site, '<a href="../../../x/">x</a>', "/kek/") == [("../../../x/", _OUTSIDE)]
    assert _check(site, '<a href="../../orte/">x</a><a href="/kek/orte/">x</a>', "/kek/") == []


# Most links mean the same on all pages of a folder and are followed once, but told wherever they stand.


def test_a_wrong_link_is_told_on_every_page(site: Path) -> None:
    for name in ("orte/a/index.html", "orte/b/index.html", "orte/c/d/index.html", "ziele/a/index.html"):
        _write(site, name, '<a href="../e/">x</a>')
    _write(site, "ziele/e/index.html", "")
    assert [broken.page for broken in broken_links(site)] == [
        "orte/a/index.html",
        "orte/b/index.html",
        "orte/c/d/index.html",
    ]


def test_a_link_that_leads_somewhere_from_one_page_may_lead_nowhere_from_its_neighbour(site: Path) -> None:
    for name in ("orte/a/index.html", "orte/b/index.html"):
        _write(site, name, '<a href="karte/">x</a><a href="#hier">x</a>')
    _write(site, "orte/a/karte/index.html", "")
    _write(site, "orte/b/index.html", '<p id="hier"><a href="karte/">x</a><a href="#hier">x</a>')
    assert [(broken.page, broken.link) for broken in broken_links(site)] == [
        ("orte/a/index.html", "#hier"),
        ("orte/b/index.html", "karte/"),
    ]


def test_what_is_wrong_in_a_frame_is_told_on_every_page_that_stands_in_it(site: Path) -> None:
    gathered, frame = Gathered(), parsed('<a href="../nirgends/">x</a><a href="#inhalt">x</a><a href="../">x</a>')
    for name, html in (("orte/a/index.html", '<p id="inhalt">x</p>'), ("orte/b/index.html", "<p>x</p>")):
        _write(site, name, "")
        gathered.pages[name] = scanned(html.encode()).inside(frame)
    assert [(broken.page, broken.link) for broken in broken_links(site, gathered=gathered)] == [
        ("orte/a/index.html", "../nirgends/"),
        ("orte/b/index.html", "#inhalt"),
        ("orte/b/index.html", "../nirgends/"),
    ]
