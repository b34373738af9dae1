# A check that looks only where something may be broken must find what a check of everything finds.
from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.links import BrokenLink, broken_links, losses
from kek_build.outputs import Output, write
from kek_build.updating import View

_FOLDERS = ["", "a/", "a/b/", "a/c/", "a/b/c/", "a/b/c/d/", "b/", "c/b/", "ü/", "kek/"]
_NAMES = ["index.html", "seite.html", "daten.json"]
_FILES = [folder + name for folder in _FOLDERS for name in _NAMES]
_ANCHORS = ["x", "x-1", "ü"]


def _relative(page: str, target: str) -> str:
    return posixpath.relpath(f"/{target}", posixpath.dirname(f"/{page}"))


_WAYS: list[Callable[[str, str], str]] = [
    _relative,
    lambda page, target: quote(_relative(page, target)),
    lambda page, target: f"./{_relative(page, target)}",
    lambda _, target: f"/{target}",
    lambda page, target: _relative(page, target).removesuffix("index.html"),
]
"""How a page may link to a file."""


@st.composite
def _changes(draw: st.DrawFn) -> tuple[list[Output], list[Output]]:
    """A site whose links are right, and how it is after something was taken from it."""
    names = draw(st.lists(st.sampled_from(_FILES), min_size=2, unique=True))
    anchors = {name: draw(st.sets(st.sampled_from(_ANCHORS))) for name in names}
    links: dict[str, list[str]] = {name: [] for name in names}
    for _ in range(draw(st.integers(1, 8))):
        page, target, way = draw(st.sampled_from(names)), draw(st.sampled_from(names)), draw(st.sampled_from(_WAYS))
        if target.endswith(".html") and anchors[target] and draw(st.booleans()):
            anchor = draw(st.sampled_from(sorted(anchors[target])))
            links[page].append(f"{way(page, target)}#{draw(st.sampled_from([anchor, quote(anchor)]))}")
        else:
            links[page].append(way(page, target))
    gone = draw(st.sets(st.sampled_from(names), max_size=2))
    lost = draw(st.sets(st.sampled_from(_ANCHORS), max_size=1))

    def site(left_out: set[str], without: set[str]) -> list[Output]:
        return [Output(name, _page(anchors[name] - without, links[name])) for name in names if name not in left_out]

    return site(set(), set()), site(gone, lost if draw(st.booleans()) else set())


def _page(anchors: set[str], links: list[str]) -> bytes:
    ids = "".join(f'<p id="{anchor}">x</p>' for anchor in sorted(anchors))
    return (ids + "".join(f'<a href="{link}">x</a>' for link in links)).encode()


def _rebuilt(folder: Path, before: list[Output], after: list[Output]) -> View:
    """A site of which only what changed was made again."""
    write(before, folder / "alt")
    same = {output.path for output in after if output in before}
    (folder / "neu").mkdir()
    write([output for output in after if output.path not in same], folder / "neu")
    return View(folder / "neu", folder / "alt", same)


@given(_changes())
def test_after_a_change_all_is_found_that_a_check_of_everything_finds(sites: tuple[list[Output], list[Output]]) -> None:
    with TemporaryDirectory() as place:
        view = _rebuilt(Path(place), *sites)
        write(sites[1], Path(place) / "ganz")
        (Path(place) / "ganz").mkdir(exist_ok=True)
        assert broken_links(Path(place) / "alt") == []
        assert broken_links(view) == broken_links(Path(place) / "ganz")


_LEADING_TO_A = ["orte/a/karte/index.html", "orte/b/index.html", "ziele/index.html"]
_LEADING = '<a href="{}">x</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in which pages of several folders lead to one."""
    for name, html in (
        ("orte/a/index.html", '<p id="x">x</p>'),
        ("orte/a/karte/index.html", _LEADING.format("../")),
        ("orte/b/index.html", _LEADING.format("../a/")),
        ("ziele/index.html", _LEADING.format("../orte/a/#x")),
        ("ziele/1/index.html", _LEADING.format("../")),
    ):
        write([Output(name, html.encode())], tmp_path / "alt")
    return tmp_path


def _after(site: Path, gone: str, made: dict[str, str]) -> list[BrokenLink]:
    """What is found when a file goes and others are made again."""
    write([Output(name, html.encode()) for name, html in made.items()], site / "neu")
    (site / "neu").mkdir(exist_ok=True)
    names = {path.relative_to(site / "alt").as_posix() for path in (site / "alt").rglob("*.html")}
    return broken_links(View(site / "neu", site / "alt", names - {gone} - made.keys()))


def test_links_to_a_page_that_is_gone_are_told_wherever_they_stand(site: Path) -> None:
    found = _after(site, "orte/a/index.html", {})
    assert [broken.page for broken in found] == _LEADING_TO_A


def test_links_to_an_anchor_that_is_gone_are_told(site: Path) -> None:
    found = _after(site, "", {"orte/a/index.html": '<p id="y">x</p>'})
    assert [(broken.page, broken.link) for broken in found] == [("ziele/index.html", "../orte/a/#x")]


def test_wrong_links_of_pages_that_are_made_again_are_told(site: Path) -> None:
    found = _after(site, "", {"ziele/1/index.html": _LEADING.format("../../orte/a/#z")})
    assert [(broken.page, broken.link) for broken in found] == [("ziele/1/index.html", "../../orte/a/#z")]


@pytest.mark.parametrize(
    ("gone", "made", "looked_at"),
    [
        ("", {"ziele/1/index.html": "<p>x</p>"}, set()),
        ("ziele/1/index.html", {}, set()),
        ("", {"orte/a/index.html": "<p>x</p>"}, {"ziele/index.html"}),
        ("orte/b/index.html", {}, set()),
        ("ziele/index.html", {}, {"ziele/1/index.html"}),
    ],
)
def test_pages_that_cannot_lead_to_what_is_gone_are_not_taken_apart(
    site: Path, monkeypatch: pytest.MonkeyPatch, gone: str, made: dict[str, str], looked_at: set[str]
) -> None:
    found: list[frozenset[str]] = []
    plain = losses.may_be_broken

    def noted(*about: object) -> frozenset[str]:
        found.append(plain(*about))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr("kek_build.links.check.may_be_broken", noted)
    _after(site, gone, made)
    assert found == [looked_at]


def test_where_very_much_is_gone_all_pages_are_looked_at(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "_MOST", 0)
    assert [broken.page for broken in _after(site, "orte/a/index.html", {})] == _LEADING_TO_A


@pytest.mark.parametrize("link", ["../%C3%BC/", "../ü/", "../%c3%bc/#%C3%A4", "../ü/#ä"])
def test_links_to_names_that_can_be_written_in_several_ways_are_told(tmp_path: Path, link: str) -> None:
    for name, html in (("ü/index.html", '<p id="ä">x</p>'), ("a/index.html", _LEADING.format(link))):
        write([Output(name, html.encode())], tmp_path / "alt")
    made = {"ü/index.html": "<p>x</p>"} if "#" in link else {}
    assert [broken.link for broken in _after(tmp_path, "ü/index.html", made)] == [link]
