# Sites joined to a portal: they stay as they are, one search finds all of them, and what is wrong changes nothing.
from __future__ import annotations

import filecmp
import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kek_build.cli import main
from kek_build.errors import SetupError
from kek_build.headers import REDIRECT_MAPS
from kek_build.joining.counties import PORTAL
from kek_build.joining.manifest import NAME
from kek_build.mkdocs_adapter.portal import join_sites
from kek_build.search import files
from kek_build.search.postings import absolute
from tests.joining.conftest import ADDRESS
from tests.shipped.server import serve
from tests.static_host import headers_for, parse


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _terms(site: Path) -> dict[str, int]:
    """How many records hold each term."""
    entry = files.read_json(site / files.ENTRY)
    rows = [
        row for _, name in entry["tafeln"] for row in files.read_json(site / files.FOLDER / "teile" / f"{name}.json")
    ]
    pieces = [files.read_index(site / "pagefind/index" / f"{name}.pf_index") for _, name in rows]
    return {term: len(list(absolute(pages))) for piece in pieces for term, pages, _ in piece}


def test_every_site_stands_in_its_folder_as_it_was_built(portal: Path, sites: list[Path]) -> None:
    for site in sites:
        names = _names(site)
        assert _names(portal / site.name) == names
        assert filecmp.cmpfiles(site, portal / site.name, names, shallow=False) == (names, [], [])


def test_a_term_is_found_in_as_many_records_as_in_all_sites_together(portal: Path, sites: list[Path]) -> None:
    together: dict[str, int] = {}
    for site in sites:
        for term, count in _terms(site).items():
            together[term] = together.get(term, 0) + count
    assert _terms(portal) == together


def test_the_first_page_names_every_county_and_what_it_holds(portal: Path, sites: list[Path]) -> None:
    page = (portal / "index.html").read_text(encoding="utf-8")
    for site in sites:
        (concept,) = json.loads((site / NAME).read_text(encoding="utf-8"))["konzepte"]
        assert f'href="{site.name}/"' in page
        assert concept["name"] in page
        assert f"Stand {concept['stand']}" in page


def test_the_list_of_pages_names_those_of_all(portal: Path, sites: list[Path]) -> None:
    listed = (portal / "sitemap.xml").read_text(encoding="utf-8")
    for part in ("sitemap-portal.xml", *(f"{site.name}/sitemap.xml" for site in sites)):
        assert f"<loc>{ADDRESS}{part}</loc>" in listed
        assert (portal / part).is_file()


def test_headers_and_redirects_of_all_are_in_the_files_at_the_top(portal: Path, sites: list[Path]) -> None:
    rules = parse((portal / "_headers").read_text(encoding="utf-8"))
    name = sites[0].name
    assert "Content-Security-Policy" in headers_for(f"/{name}/massnahmen/", rules)
    assert headers_for(f"/{name}/massnahmen/", rules)["X-Frame-Options"] == "SAMEORIGIN"
    assert "X-Frame-Options" not in headers_for(f"/{name}/karte/", rules)
    assert "immutable" in headers_for(f"/{name}/kek/suche/teile/0123456789.json", rules)["Cache-Control"]
    assert f"(?:{'|'.join(f'{site.name}/' for site in sites)})?karte/" in (portal / "kopfzeilen-nginx.conf").read_text()
    for file in REDIRECT_MAPS:
        text = (portal / file).read_text(encoding="utf-8")
        for site in sites:
            lines = (site / file).read_text(encoding="utf-8").splitlines()
            assert [line for line in lines if not line.startswith("#") and line not in text] == []


def test_one_search_finds_things_of_several_counties_and_leads_to_them(browser: Browser, portal: Path) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with serve(portal) as address:
        page.goto(address + "suche/?q=Maßnahme")
        hits = page.locator(".kek-hits a")
        expect(hits.first).to_be_visible()
        county = page.get_by_label("Landkreis", exact=True)
        expect(county.locator("option")).to_have_count(4)
        found = {href.removeprefix(address).split("/")[0] for href in hits.evaluate_all("all => all.map(a => a.href)")}
        assert len(found) >= 2
        county.select_option(index=2)
        chosen = county.input_value()
        expect(page.locator(".kek-hit__place").first).to_contain_text(chosen)
        title = hits.first.locator(".kek-hit__title").inner_text()
        chosen_folder = (hits.first.get_attribute("href") or "").removeprefix(address).split("/")[0]
        hits.first.click()
        expect(page.locator("h1")).to_contain_text(title.split(" ", 1)[-1])
        page.goto(f"{address}{chosen_folder}/suche/?q=Maßnahme")
        page.get_by_role("link", name="In allen Landkreisen suchen").click()
        expect(page).to_have_url(f"{address}suche/?q=Ma%C3%9Fnahme")
        expect(hits.first).to_be_visible()
        assert [url for url in asked if not url.startswith(address)] == []
    assert wrong == []
    assert context.cookies() == []
    context.close()


def test_one_county_can_be_refreshed(own: list[Path], portal_file: Path, tmp_path: Path) -> None:
    site = join_sites(portal_file, own, tmp_path / "portal").site
    before = _terms(site)
    (own[1] / "neu.txt").write_text("neu", encoding="utf-8")
    for other in (own[0], own[2]):
        shutil.rmtree(other)
    joined = join_sites(portal_file, [own[1]], tmp_path / "portal", refresh=True)
    assert joined.counties == tuple(sorted(path.name for path in own))
    assert (site / own[1].name / "neu.txt").read_text(encoding="utf-8") == "neu"
    assert _terms(site) == before
    assert json.loads((site / PORTAL).read_text(encoding="utf-8")) == {"landkreise": list(joined.counties)}


def _changed(site: Path, **values: object) -> None:
    told = json.loads((site / NAME).read_text(encoding="utf-8"))
    (site / NAME).write_text(json.dumps(told | values), encoding="utf-8")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"form": 0, "kek": "0.0.9"}, r"mit einer anderen Fassung von kek gebaut \(0\.0\.9\)"),
        ({"wurzel": "/"}, r"wurde für „/“ gebaut.*KEK_SITE_URL"),
        ({"wurzel": "/a/b/"}, "wurde für „/a/b/“ gebaut"),
        ({"wurzel": "/suche/"}, "Dort stehen Seiten des Portals"),
        ({"csp": "default-src *"}, "andere Sicherheitsregeln"),
        ({"redaktion": True}, "Formular für die Redaktion"),
        ({"konzepte": 3}, "ist beschädigt"),
    ],
)
def test_a_site_that_does_not_fit_is_told_and_the_portal_stays(
    own: list[Path], portal_file: Path, tmp_path: Path, values: dict[str, object], message: str
) -> None:
    _changed(own[0], **values)
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal" / "alt.txt").touch()
    with pytest.raises(SetupError, match=message):
        join_sites(portal_file, own, tmp_path / "portal")
    assert _names(tmp_path / "portal") == ["alt.txt"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (NAME, "ist keine fertige Website"),
        (files.ENTRY, "Suchindex.*unvollständig"),
        ("_headers", "Die Datei „_headers“ fehlt"),
        ("pagefind/index", "Suchindex.*unvollständig"),
        (f"{files.FOLDER}/teile", "Suchindex.*unvollständig"),
    ],
)
def test_a_broken_site_is_told_and_the_portal_stays(
    own: list[Path], portal_file: Path, tmp_path: Path, path: str, message: str
) -> None:
    broken = own[2] / path
    shutil.rmtree(broken) if broken.is_dir() else broken.unlink()
    with pytest.raises(SetupError, match=message):
        join_sites(portal_file, own, tmp_path / "portal")
    assert not (tmp_path / "portal").exists()


def test_an_index_of_another_pagefind_is_told(own: list[Path], portal_file: Path, tmp_path: Path) -> None:
    entry = own[0] / files.ENTRY
    entry.write_text(json.dumps(files.read_json(entry) | {"pagefind": "1.4.0"}), encoding="utf-8")
    with pytest.raises(SetupError, match=r"ist von Pagefind 1\.4\.0.*alle Websites mit derselben Fassung"):
        join_sites(portal_file, own, tmp_path / "portal")


def test_the_same_county_twice_is_told(own: list[Path], portal_file: Path, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="sind beide für"):
        join_sites(portal_file, [*own, own[0]], tmp_path / "portal")


def test_nothing_can_be_refreshed_where_no_portal_stands(own: list[Path], portal_file: Path, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="ist kein Portal"):
        join_sites(portal_file, own[:1], tmp_path / "portal", refresh=True)


def test_a_folder_that_is_not_there_is_told_at_the_command_line(
    portal_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["zusammenfuehren", str(tmp_path / "fehlt"), "--konfiguration", str(portal_file)]
    assert main(command) == 1
    assert capsys.readouterr().err == f"Den Ordner „{tmp_path / 'fehlt'}“ gibt es nicht.\n"


def test_the_command_says_what_was_joined(
    own: list[Path], portal_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["zusammenfuehren", *map(str, own), "--konfiguration", str(portal_file), "--ziel", str(tmp_path / "p")]
    assert main(command) == 0
    assert "3 Landkreise" in capsys.readouterr().out
