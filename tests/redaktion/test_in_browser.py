# The form as a clerk meets it: on the built site, under its own policy, with a git repository on the same machine. The
# browser's dialog for choosing a folder cannot be operated by a test; a folder of the browser's own stands in for it.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from kek_build.mkdocs_adapter.build import build_site
from tests import example
from tests.mkdocs_adapter.conftest import configuration
from tests.redaktion.github import GitHub
from tests.redaktion.repository import changed, git, repository
from tests.shipped.server import serve
from tests.static_host import headers_for, rules_of

_MEASURE = "content/musterkreis/massnahmen/1-2.yml"
_PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
_PUT = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = root;
    for (const part of folders) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_TAKE = """async path => {
  const folders = path.split("/");
  const name = folders.pop();
  let folder = await navigator.storage.getDirectory();
  for (const part of folders) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""
_CHANGED = f"async ([path, before]) => {{ const text = await ({_TAKE})(path); return text !== '' && text !== before; }}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example with the form."""
    folder = tmp_path_factory.mktemp("redaktion")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEK_SITE_URL", "http://localhost/")
        patch.setenv("GIT_CEILING_DIRECTORIES", str(example.CONTENT.parent))
        options = {"redaktion": {"art": "github", "repo": "muster/kek"}}
        return build_site(configuration(folder, example.CONTENT, **options), documents=False)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with the headers it brings along."""
    with serve(site) as address:
        yield address.replace("127.0.0.1", "localhost")


@dataclass
class Clerk:
    """Somebody at the form, and a repository whose files the form works on."""

    page: Page
    address: str
    root: Path
    foreign: list[str] = field(default_factory=list)
    """What was fetched from other hosts."""
    faults: list[str] = field(default_factory=list)
    """Errors of the page's own code."""
    alerts: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """Remember what was fetched from another host."""
        if not request.url.startswith((self.address, f"blob:{self.address}", "data:")):
            self.foreign.append(request.url)

    def told(self, dialog: Dialog) -> None:
        """Read a message and close it."""
        self.alerts.append(dialog.message)
        dialog.accept()

    def sign_in(self) -> None:
        """Choose the folder of the repository."""
        self.page.get_by_role("button", name="Mit lokalem Repository arbeiten").click()
        self.page.get_by_text("Maßnahmen").first.wait_for()

    def open(self, entry: str, collection: str = "musterkreis-massnahmen") -> None:
        """Open something in the form."""
        self.page.goto(f"{self.address}redaktion/#/collections/{collection}/entries/{entry}")
        self.page.get_by_role("button", name="Speichern").first.wait_for()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_role("textbox", name=label, exact=True).first.fill(text)

    def save(self, path: str = _MEASURE) -> list[str]:
        """Save, take the file into the repository, and say which lines git sees changed."""
        before = (self.root / path).read_text("utf-8")
        self.page.get_by_role("button", name="Speichern").first.click()
        # The message alone does not do: that of an earlier save may still be on the screen.
        self.page.get_by_text("Eintrag gespeichert.").first.wait_for()
        self.page.wait_for_function(_CHANGED, arg=[path, before])
        (self.root / path).write_text(self.page.evaluate(_TAKE, path), encoding="utf-8")
        return changed(self.root)


@pytest.fixture
def clerk(browser: Browser, address: str, copy: example.Copy) -> Iterator[Clerk]:
    repository(copy)
    files = {str(path.relative_to(copy.root)): path.read_text("utf-8") for path in copy.content.rglob("*.*")}
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    context.set_default_timeout(60_000)
    page = context.new_page()
    clerk = Clerk(page, address, copy.root)
    page.add_init_script(_PICK)
    page.on("request", clerk.asked)
    page.on("pageerror", lambda error: clerk.faults.append(str(error)))
    page.on("dialog", clerk.told)
    page.goto(f"{address}kek/favicon.svg")
    page.evaluate(_PUT, {**files, ".git/HEAD": "ref: refs/heads/main\n"})
    page.goto(f"{address}redaktion/")
    yield clerk
    context.close()


def test_the_form_is_in_no_list_of_the_site(site: Path) -> None:
    assert (site / "redaktion" / "index.html").is_file()
    assert "redaktion/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    pages = [path for path in site.rglob("*.html") if path.parent.name != "redaktion"]
    assert not [path for path in pages if "redaktion/" in path.read_text(encoding="utf-8")]


def test_only_the_form_has_the_policy_of_the_form(site: Path) -> None:
    rules = rules_of(site)
    assert "https://api.github.com" in headers_for("/redaktion/", rules)["Content-Security-Policy"]
    assert "github" not in headers_for("/massnahmen/1-2/", rules)["Content-Security-Policy"]


def test_a_changed_title_is_one_changed_line(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.open("1-2")
    clerk.fill("Titel", "Liste leerer Häuser")
    assert clerk.save() == ["-titel: Verzeichnis leerer Häuser & <Höfe>", "+titel: Liste leerer Häuser"]
    assert (clerk.foreign, clerk.faults) == ([], [])


def test_the_form_speaks_german_and_shows_pickers(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.open("1-2")
    page = clerk.page
    assert page.get_by_text("Verständlicher Titel, höchstens 80 Zeichen").is_visible()
    page.get_by_role("radiogroup").get_by_text("gefährdet").click()
    page.get_by_role("radiogroup").get_by_text("II ").first.click()
    told = ["-handlungsfeld: I", "+handlungsfeld: II", "-status: verzögert", "+status: gefährdet"]
    assert clerk.save() == told


def test_what_is_wrong_is_said_and_nothing_is_saved(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.open("1-2")
    clerk.fill("Titel", "")
    clerk.page.get_by_role("button", name="Speichern").first.click()
    clerk.page.get_by_text("Fehler").first.wait_for()
    clerk.fill("Titel", "Neu")
    clerk.fill("Nummer", "1-77")
    clerk.page.get_by_role("button", name="Speichern").first.click()
    clerk.page.get_by_text("Beim Speichern des Eintrags ist ein Fehler aufgetreten").wait_for()
    assert ["kek umbenennen" in alert for alert in clerk.alerts] == [True]
    assert clerk.page.evaluate(_TAKE, _MEASURE) == (clerk.root / _MEASURE).read_text("utf-8")


def test_a_page_and_a_list_change_where_they_were_changed(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.open("vorwort", "musterkreis-seiten")
    box = clerk.page.get_by_role("textbox", name="Text", exact=True).first
    box.fill(f"{box.input_value()}\n\nEin Absatz mit [[1-2]].")
    path = "content/musterkreis/seiten/vorwort.md"
    assert clerk.save(path) == ["+", "+Ein Absatz mit [[1-2]]."]
    git(clerk.root, "commit", "--all", "--quiet", "--message=Seite")
    clerk.open("akteure", "musterkreis-verzeichnisse")
    clerk.page.get_by_role("button", name="Alle aufklappen").click()
    clerk.fill("Name", "Amt für Bauen")
    gone, come = clerk.save("content/musterkreis/akteure.yml")
    assert gone.startswith("-  name: ")
    assert come == "+  name: Amt für Bauen"


def test_on_github_a_changed_title_is_one_commit_with_one_changed_line(clerk: Clerk) -> None:
    forge = GitHub(clerk.root)
    page = clerk.page
    page.route("https://api.github.com/**", forge.answer)
    page.get_by_role("button", name="Mit Zugriffstoken anmelden").click()
    page.get_by_role("textbox").first.fill("geheim")
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.get_by_text("Maßnahmen").first.wait_for()
    clerk.open("1-2")
    clerk.fill("Titel", "Liste leerer Häuser")
    page.get_by_role("button", name="Speichern").first.click()
    page.get_by_text("Eintrag gespeichert.").first.wait_for()
    told = ["-titel: Verzeichnis leerer Häuser & <Höfe>", "+titel: Liste leerer Häuser"]
    assert changed(clerk.root, "HEAD~1", "HEAD") == told
    assert forge.messages == ["Maßnahme: 1-2 geändert"]
    assert forge.tokens == {"token geheim"}
    hosts = {urlsplit(url).hostname for url in clerk.foreign}
    assert hosts <= {"api.github.com", "avatars.githubusercontent.com"}
