# The link contract in a site as MkDocs builds it: what a first build published, a second one answers, in a folder of a
# server as well; and a browser without JavaScript gets there.
from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.build import build_site
from kek_build.renaming import new_names, plan
from tests.example import Copy
from tests.mkdocs_adapter.conftest import configuration
from tests.shipped.server import serve

_NOT_FOR_GOOD = re.compile(r"kek/stil[.].*|kek/suche/.*|pagefind/.*|assets/.*")
"""Files whose name holds a hash of what is in them, and the search index."""


def _files(site: Path) -> set[str]:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in names if not _NOT_FOR_GOOD.fullmatch(name)}


def _rename(copy: Copy, old: str, new: str) -> None:
    konzept = copy.konzept()
    plan(konzept, new_names(konzept, old, new), copy.root).carry_out(copy.root)


@pytest.fixture
def changed(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], Path]:
    """The files of a first site, and a second one after much was renamed and dissolved."""
    monkeypatch.setenv("KEK_SITE_URL", "https://www.muster.invalid/kek/")
    before = _files(build_site(configuration(tmp_path, copy.content)))
    for old, new in (("1-2", "9-2"), ("9-2", "9-3"), ("I.1", "I.8"), ("1.1", "1.8"), ("swot/wohnen", "zuhause"),
                     ("orte/musterdorf", "neudorf"), ("kennzahlen/leerstand", "leer")):  # fmt: skip
        _rename(copy, old, new)
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.append("aufgehoben.yml", "- {verweis: 2-3, art: massnahme, titel: Fahrräder, ende: 2024, grund: Kein Geld.}\n")
    return before, build_site(configuration(tmp_path, copy.content))


def test_every_file_of_the_first_site_is_answered_by_the_second(changed: tuple[set[str], Path]) -> None:
    before, site = changed
    assert len(before) > 150
    assert sorted(before - _files(site)) == []


def test_the_maps_for_servers_know_the_folder_of_the_site(changed: tuple[set[str], Path]) -> None:
    _, site = changed
    assert "\n/kek/massnahmen/1-2/ /kek/massnahmen/9-3/ 301\n" in (site / "_redirects").read_text(encoding="utf-8")
    nginx = (site / "weiterleitungen-nginx.conf").read_text(encoding="utf-8")
    assert '\nlocation = /kek/1-2/ { return 301 "/kek/massnahmen/9-3/"; }\n' in nginx
    apache = (site / ".htaccess").read_text(encoding="utf-8")
    assert 'RedirectMatch 301 "^/kek/massnahmen/1-2/(?:index[.]html)?$" "/kek/massnahmen/9-3/"' in apache
    assert 'RedirectMatch 404 "/(_headers|kopfzeilen-nginx[.]conf|_redirects|weiterleitungen-nginx[.]conf)$"' in apache


def test_a_browser_without_javascript_reaches_page_card_and_place(
    changed: tuple[set[str], Path], browser: Browser, tmp_path: Path
) -> None:
    _, site = changed
    (tmp_path / "www").mkdir()
    site.rename(tmp_path / "www/kek")
    ways = {
        "kek/massnahmen/1-2/": "kek/massnahmen/9-3/",
        "kek/0-7/": "kek/massnahmen/9-3/",
        "kek/karte/massnahmen/1-2/": "kek/karte/massnahmen/9-3/",
        "kek/swot/haeuser/": "kek/swot/zuhause/",
        "kek/ziele/1.1.1-9/": "kek/ziele/1.8.1/#1.8.1-1",
        "kek/2-3/": "kek/massnahmen/2-3/",
    }
    (tmp_path / "www/_headers").write_text("", encoding="utf-8")
    with serve(tmp_path / "www") as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for old, new in ways.items():
            page.goto(address + old)
            page.wait_for_url(address + new)
        assert "Maßnahme, aufgehoben" in page.inner_text("main")
        page.goto(f"{address}kek/karte/massnahmen/2-3/")
        assert "Aufgehoben: 2024." in page.inner_text("main")


def test_nothing_is_built_when_something_published_disappears(
    copy: Copy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = build_site(configuration(tmp_path, copy.content))
    before = (site / "massnahmen/2-3/index.html").read_bytes()
    (copy.folder / "massnahmen/2-3.yml").unlink()
    with caplog.at_level(logging.ERROR, logger="mkdocs"), pytest.raises(SetupError):
        build_site(configuration(tmp_path, copy.content))
    line = copy.line("adressen.txt", "massnahmen/2-3/")
    assert f"content/musterkreis/adressen.txt:{line}:1: „massnahmen/2-3/“ wurde veröffentlicht" in caplog.text
    assert (site / "massnahmen/2-3/index.html").read_bytes() == before


def test_a_build_says_how_many_addresses_are_not_recorded(
    copy: Copy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.append("orte.yml", "- kennung: aue\n  name: Aue\n  art: Landschaft\n  im_landkreis: ja\n")
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        build_site(configuration(tmp_path, copy.content))
    assert re.search(r"\d+ neue Adressen sind noch nicht festgehalten: kek adressen --festhalten", caplog.text)
