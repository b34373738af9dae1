# `kek vorschau` as an editor meets it: the command in a terminal, the page in a real browser, files that change. On the
# example, which is small; that the shipped pages are the same as those of a build is tested here, too.
from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kek_build.mkdocs_adapter.preview import PreviewSite
from tests.example import PROJECT, Copy, copy_to
from tests.mkdocs_adapter.conftest import configuration

WAIT = 60_000
"""Milliseconds that a busy machine may take before a test gives up."""
MEASURE = "massnahmen/2-1/"


@dataclass(frozen=True)
class Preview:
    """A running preview."""

    process: subprocess.Popen[str]
    address: str
    copy: Copy

    def end(self) -> tuple[int, str]:
        """End it with Strg+C; gives the exit status and what it said from its beginning on."""
        self.process.send_signal(signal.SIGINT)
        rest = self.process.communicate(timeout=WAIT / 1000)[0]
        return self.process.returncode, rest


def start(copy: Copy, *arguments: str) -> Preview:
    """Start a preview of a copy of the example, and wait for its address."""
    command = [sys.executable, "-m", "kek_build", "vorschau", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "GIT_CEILING_DIRECTORIES": str(copy.root.parent)}
    process = subprocess.Popen(  # noqa: S603
        command, cwd=copy.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    told = []
    for line in process.stdout:
        if found := re.match(r"Vorschau: (http://\S+)", line):
            return Preview(process, found[1], copy)
        told.append(line)
    pytest.fail(f"Die Vorschau nannte keine Adresse, sondern: {''.join(told)}")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests; each leaves the example as it found it."""
    copy = copy_to(tmp_path_factory.mktemp("vorschau"))
    configuration(copy.root, copy.content)
    preview = start(copy, "--port", "0")
    yield preview
    status, told = preview.end()
    assert (status, told.splitlines()[-1]) == (0, "Vorschau beendet.")
    assert "Traceback" not in told


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The page of a measure in the browser; afterwards the example is as it was, and nothing broke the policy."""
    before = {path: path.read_bytes() for path in preview.copy.folder.rglob("*") if path.is_file()}
    page = browser.new_page(viewport={"width": 900, "height": 500})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(preview.address + MEASURE)
    yield page
    for path in preview.copy.folder.rglob("*.yml"):
        if path not in before:
            path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    page.goto(preview.address + MEASURE)
    expect(page.locator("h1")).to_contain_text("Ein dichtes Busnetz", timeout=WAIT)
    expect(trouble(page)).to_be_hidden(timeout=WAIT)
    page.close()
    assert [told for told in complaints if "404" not in told] == []


def trouble(page: Page) -> Locator:
    """What lies over the page when something is wrong."""
    return page.locator("section.fehler")


def test_a_saved_change_shows_in_the_open_page(page: Page, preview: Preview) -> None:
    preview.copy.replace("massnahmen/2-1.yml", "Ein dichtes Busnetz", "Ein neuer Titel")
    expect(page.locator("h1")).to_contain_text("Ein neuer Titel", timeout=WAIT)


def test_a_change_elsewhere_shows_where_it_is_named(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "akteure/buergerverein/")
    preview.copy.replace("akteure.yml", "name: Bürgerverein „Wir & <Du>“ e. V.", "name: Verein der Bürger")
    expect(page.locator("h1")).to_contain_text("Verein der Bürger", timeout=WAIT)


def test_the_reader_stays_where_they_were(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "massnahmen/1-2/")
    page.locator("main details").first.evaluate("(details) => { details.open = !details.open }")
    was_open = page.locator("main details").first.evaluate("(details) => details.open")
    page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    height = page.evaluate("scrollY")
    assert height > 300
    text = (preview.copy.folder / "massnahmen/1-2.yml").read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("titel:"))
    preview.copy.replace("massnahmen/1-2.yml", title, "titel: Eine Probe")
    expect(page.locator("h1")).to_contain_text("Eine Probe", timeout=WAIT)
    page.wait_for_function("(height) => Math.abs(scrollY - height) < 3", arg=height, timeout=WAIT)
    page.wait_for_function("(open) => document.querySelector('main details').open === open", arg=was_open, timeout=WAIT)


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(page: Page, preview: Preview) -> None:
    preview.copy.replace("massnahmen/2-1.yml", "titel: Ein dichtes", "titl: Ein dichtes")
    preview.copy.replace("massnahmen/2-3.yml", "handlungsfeld: II", "handlungsfeld: IX")
    expect(trouble(page)).to_contain_text("2 Fehler im Inhalt", timeout=WAIT)
    told = trouble(page)
    for part in ("content/musterkreis/massnahmen/2-1.yml:2:1", "titl: Ein dichtes Busnetz", "Meinten Sie „titel“?",
                 "content/musterkreis/massnahmen/2-3.yml:3:16", "„IX“ gibt es nicht."):  # fmt: skip
        expect(told).to_contain_text(part)
    expect(page.locator("h1")).to_contain_text("Ein dichtes Busnetz")
    page.get_by_role("button", name="Einklappen").click()
    expect(told.locator("li").first).to_be_hidden()
    preview.copy.replace("massnahmen/2-1.yml", "titl: Ein dichtes", "titel: Ein dichtes")
    expect(told).to_contain_text("1 Fehler im Inhalt", timeout=WAIT)
    preview.copy.replace("massnahmen/2-3.yml", "handlungsfeld: IX", "handlungsfeld: II")
    expect(told).to_be_hidden(timeout=WAIT)


def test_broken_yaml_is_told_with_its_place(page: Page, preview: Preview) -> None:
    preview.copy.append("orte.yml", "\t- <b>kaputt\n")
    expect(trouble(page)).to_contain_text("content/musterkreis/orte.yml:", timeout=WAIT)
    assert trouble(page).locator("b").count() == 0


def test_whoever_opens_a_page_while_something_is_wrong_sees_both(page: Page, preview: Preview) -> None:
    preview.copy.replace("massnahmen/2-1.yml", "titel: Ein dichtes", "titl: Ein dichtes")
    expect(trouble(page)).to_be_visible(timeout=WAIT)
    page.goto(preview.address + "massnahmen/")
    expect(trouble(page)).to_contain_text("Meinten Sie „titel“?", timeout=WAIT)
    expect(page.locator("h1")).to_contain_text("Maßnahmen")


def test_a_new_file_is_a_new_page(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "massnahmen/2-9/")
    expect(page.locator("h1")).to_contain_text("Diese Seite gibt es nicht")
    preview.copy.write("massnahmen/2-9.yml", "nummer: 2-9\ntitel: Ganz neu\nhandlungsfeld: II\n")
    expect(page.locator("h1")).to_contain_text("Ganz neu", timeout=WAIT)


def test_a_deleted_file_is_told_where_somebody_still_names_it(page: Page, preview: Preview) -> None:
    (preview.copy.folder / "massnahmen/2-1.yml").unlink()
    expect(trouble(page)).to_contain_text("„2-1“ gibt es nicht", timeout=WAIT)
    expect(page.locator("h1")).to_contain_text("Ein dichtes Busnetz")


def test_a_renamed_file_is_told_until_its_number_fits(page: Page, preview: Preview) -> None:
    folder = preview.copy.folder / "massnahmen"
    (folder / "2-9.yml").write_text("nummer: 2-9\ntitel: Umbenannt\nhandlungsfeld: II\n", encoding="utf-8")
    page.goto(preview.address + "massnahmen/2-9/")
    expect(page.locator("h1")).to_contain_text("Umbenannt", timeout=WAIT)
    (folder / "2-9.yml").rename(folder / "2-8.yml")
    expect(trouble(page)).to_contain_text("die Datei heißt aber „2-8.yml“", timeout=WAIT)
    preview.copy.replace("massnahmen/2-8.yml", "nummer: 2-9", "nummer: 2-8")
    expect(page.locator("h1")).to_contain_text("Diese Seite gibt es nicht", timeout=WAIT)
    page.goto(preview.address + "massnahmen/2-8/")
    expect(page.locator("h1")).to_contain_text("Umbenannt")


def test_of_many_changes_in_a_row_the_last_one_shows(page: Page, preview: Preview) -> None:
    old = "Ein dichtes Busnetz"
    for number in range(30):
        new = f"Fassung {number}"
        preview.copy.replace("massnahmen/2-1.yml", f"titel: {old}", f"titel: {new}")
        page.wait_for_timeout(number * 2)
        old = new
    expect(page.locator("h1")).to_have_text(re.compile("Fassung 29$"), timeout=WAIT)


def test_the_search_follows_when_nothing_changes_for_a_moment(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "massnahmen/2-1/daten.json")
    preview.copy.replace("massnahmen/2-1.yml", "Ein dichtes Busnetz", "Sofort gesucht")

    def written() -> bool:
        return "Sofort gesucht" in str(page.evaluate("async () => (await fetch(location.href)).text()"))

    for _ in range(WAIT // 200):
        if written():
            break
        page.wait_for_timeout(200)
    assert written()


# The command


def test_a_preview_that_begins_with_a_mistake_waits_for_it_to_be_mended(browser: Browser, copy: Copy) -> None:
    configuration(copy.root, copy.content)
    copy.replace("massnahmen/2-1.yml", "titel:", "titl:")
    preview = start(copy, "--port", "0")
    page = browser.new_page()
    page.goto(preview.address + MEASURE)
    expect(page.locator("h1")).to_have_text("Noch nichts zu zeigen")
    expect(trouble(page)).to_contain_text("Meinten Sie „titel“?", timeout=WAIT)
    copy.replace("massnahmen/2-1.yml", "titl:", "titel:")
    expect(page.locator("h1")).to_contain_text("Ein dichtes Busnetz", timeout=WAIT)
    page.close()
    assert preview.end()[0] == 0


def test_a_taken_port_is_told_or_passed_over(copy: Copy, preview: Preview) -> None:
    configuration(copy.root, copy.content)
    taken = preview.address.rpartition(":")[2].strip("/")
    command = [sys.executable, "-m", "kek_build", "vorschau", "--port", taken]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    ended = subprocess.run(  # noqa: S603
        command, cwd=copy.root, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert f"Port {taken} lässt sich nicht benutzen" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_changes_is_told_in_the_terminal_and_nothing_is_left(copy: Copy, tmp_path: Path) -> None:
    configuration(copy.root, copy.content)
    left = tmp_path / "tmp"
    left.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(left))
        preview = start(copy, "--port", "0")
    assert preview.process.stdout is not None
    copy.replace("massnahmen/2-1.yml", "titel:", "titl:")
    lines = iter(preview.process.stdout)
    next(line for line in lines if "Meinten Sie „titel“?" in line)
    copy.replace("massnahmen/2-1.yml", "titl:", "titel:")
    next(line for line in lines if "Behoben. content/musterkreis/massnahmen/2-1.yml: neu gelesen" in line)
    assert preview.end() == (0, "Vorschau beendet.\n")
    assert list(left.iterdir()) == []


# The shipped pages


def test_the_shipped_pages_are_those_of_a_build(site: Path) -> None:
    view = PreviewSite(PROJECT / "mkdocs.yml").look()
    seen: Counter[str] = Counter()
    for path in view.assembly.planned:
        kind = "/".join(path.split("/")[:2])
        seen[kind] += 1
        if seen[kind] <= 3:
            assert view.page(path) == (site / path / "index.html").read_bytes(), path
    assert len(seen) > 30
