# Pages set in a frame that is drawn once must be those that MkDocs sets one by one.
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kek_build.errors import SetupError
from kek_build.links import BrokenLink, Found, Gathered, broken_links, parsed
from kek_build.mkdocs_adapter import besides, setting
from kek_build.mkdocs_adapter.build import build_site
from kek_build.mkdocs_adapter.page import ReadyPage
from kek_build.pages.record import PageRecord
from kek_build.updating import View
from tests.example import CONTENT, MINIMAL, PROJECT
from tests.mkdocs_adapter.conftest import configuration
from tests.mkdocs_adapter.test_plugin import _differences

_HOOK = """
def on_post_page(output, page, config):
    with open({file!r}, "a") as file:
        file.write(page.url + "\\n")
    return output
"""


def _with(path: Path, **changes: object) -> Path:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**data, **changes}, allow_unicode=True), encoding="utf-8")
    return path


def _looks(folder: Path, used: str) -> Path:
    """Our theme, with something behind the content of each page."""
    looks = folder / "looks"
    looks.mkdir()
    base = (PROJECT / "docs_templates/theme/main.html").read_text(encoding="utf-8")
    (looks / "main.html").write_text(base.replace("{{ page.content }}", "{{ page.content }}" + used), encoding="utf-8")
    for name in ("base.html", "404.html", "robots.txt", "partials"):
        (looks / name).symlink_to(PROJECT / "docs_templates/theme" / name)
    return looks


def _by_mkdocs(folder: Path, content: Path = CONTENT) -> Path:
    """A configuration of which another listener sees pages, so that MkDocs sets every one."""
    hook = folder / "haken.py"
    hook.write_text(_HOOK.format(file=str(folder / "gesehen")))
    return _with(configuration(folder, content), hooks=[str(hook)])


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(_by_mkdocs(tmp_path_factory.mktemp("mkdocs")))


def test_every_page_is_the_same_byte_by_byte_however_it_is_set(built: Path, by_mkdocs: Path) -> None:
    assert _differences(built, by_mkdocs) == []


def test_every_page_of_a_portal_is_the_same_byte_by_byte_however_it_is_set(tmp_path: Path) -> None:
    content = tmp_path / "inhalt"
    for letter in "abcdef":
        county = content / f"kreis-{letter}"
        (county / "handlungsfelder").mkdir(parents=True)
        (county / "konzept.yml").write_text(MINIMAL.replace("Klein", letter.upper()), encoding="utf-8")
        field = "nummer: 1\ntitel: Verkehr\nthemen: [mobilitaet]\n"
        (county / "handlungsfelder/1.yml").write_text(field, encoding="utf-8")
    sites = []
    for way, make in (("rahmen", configuration), ("mkdocs", _by_mkdocs)):
        (tmp_path / way).mkdir()
        sites.append(build_site(make(tmp_path / way, content)))
    assert (sites[0] / "themen/mobilitaet/index.html").is_file()
    assert _differences(*sites) == []


def test_the_example_has_pages_of_every_kind(site: dict[str, PageRecord]) -> None:
    sources = [*(PROJECT / "kek_build/pages").rglob("*.py"), PROJECT / "kek_build/data/page.py"]
    kinds = {kind for path in sources for kind in re.findall(r'\bkind="([a-z-]+)"', path.read_text(encoding="utf-8"))}
    assert kinds - {"start", "more", "vergleich"} <= {record.kind for record in site.values()}


def test_another_listener_sees_every_page(by_mkdocs: Path, site: dict[str, PageRecord]) -> None:
    assert set((by_mkdocs.parent / "gesehen").read_text().splitlines()) >= {path for path in site if path}


def test_what_is_known_of_the_links_of_a_page_is_what_stands_in_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: dict[str, PageRecord]
) -> None:
    known: dict[str, Found] = {}

    def followed(view: View, root: str, leave_out: list[str], gathered: Gathered) -> list[BrokenLink]:
        known.update(gathered.pages)
        return broken_links(view, root, leave_out, gathered)

    monkeypatch.setattr(besides, "broken_links", followed)
    folder = build_site(configuration(tmp_path, CONTENT))
    assert len(known) > len(site)  # cards and pages of changes besides
    for name, found in known.items():
        read = parsed((folder / name).read_text(encoding="utf-8"))
        frame = found.frame or Found.of((), (), ())
        # A link to an anchor of the same page is left out only where both stand in the content, or both in the frame.
        links = frozenset(x for x in found.own_links() | frame.own_links() if not (x[:1] == "#" and read.has(x[1:])))
        assert (name, found.all_ids(), links) == (name, read.all_ids(), read.own_links())
        assert [link for link in links if found.does_load(link)] == [link for link in links if read.does_load(link)]


def test_a_wrong_link_in_a_theme_is_told_on_every_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, site: dict[str, PageRecord]
) -> None:
    looks = _looks(tmp_path, '<a href="/nirgends/">x</a><a href="#fehlt">x</a><img src="//example.org/x.png" alt="">')
    theme = {"name": "material", "language": "de", "font": False, "custom_dir": str(looks)}
    with pytest.raises(SetupError):
        build_site(_with(configuration(tmp_path, CONTENT), theme=theme))
    for path in site:
        page = f"{path}index.html"
        for told in ("„/nirgends/“ führt ins Leere", "„#fehlt“ führt zu einem Anker", "„//example.org/x.png“ lädt"):
            assert f"{page}: {told}" in caplog.text


def test_frames_are_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: dict[str, PageRecord]) -> None:
    drawn: list[object] = []
    plain = setting.drawn

    def counted(page: ReadyPage, around: Any) -> str:
        if page not in around.nav.pages:  # a page of the menu shares its frame with no other
            drawn.append(page)
        return plain(page, around)

    monkeypatch.setattr(setting, "drawn", counted)
    build_site(configuration(tmp_path, CONTENT))
    assert len(drawn) < len(site) - 10


@pytest.mark.parametrize(
    "used", ["{{ page.toc | list | length }}", "{{ page.content | length }}", "{{ page.title | upper }}"]
)
def test_a_theme_may_use_more_of_a_page(tmp_path: Path, used: str) -> None:
    """What the frame cannot hold is drawn page by page, so it is the same again."""
    looks = _looks(tmp_path, used)
    sites = []
    for way, make in (("rahmen", lambda folder: configuration(folder, CONTENT)), ("mkdocs", _by_mkdocs)):
        folder = tmp_path / way
        folder.mkdir()
        theme = {"name": "material", "language": "de", "font": False, "custom_dir": str(looks)}
        sites.append(build_site(_with(make(folder), theme=theme)))
    assert _differences(*sites) == []
