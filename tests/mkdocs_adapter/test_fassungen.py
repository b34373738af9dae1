# A site with editions that are no longer in force: what stands where, what leads where, and how little is done again.
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kek_build.cli import main
from kek_build.editions.editions import Edition
from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.build import build_site
from tests.history.repository import Repository, repository_in
from tests.mkdocs_adapter.conftest import configuration
from tests.mkdocs_adapter.test_plugin import _differences

_TAG = "beschluss-2019"
_EDITIONS = [{"kennung": "2019", "tag": _TAG}, {"kennung": "2026"}]


class Project:
    """A county that renewed its concept."""

    def __init__(self, repository: Repository, editions: list[dict[str, Any]]) -> None:
        self.repository, self.copy = repository, repository.copy
        self.configuration = configuration(
            self.copy.root, self.copy.content, konzepte=["musterkreis"], fassungen={"musterkreis": editions}
        )

    def build(self) -> Path:
        self.site = build_site(self.configuration, documents=False, remembers=True)
        return self.site

    def page(self, path: str) -> str:
        return (self.site / path / "index.html").read_text(encoding="utf-8")

    def differences(self) -> list[str]:
        return _differences(self.site, build_site(self.configuration, self.copy.root / "anders", documents=False))


def _renewed(repository: Repository) -> None:
    """What the new edition says: a measure with another name, one less, one that went into another, one more."""
    copy = repository.copy
    copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    copy.write("massnahmen/1-77.yml", "nummer: 1-77\ntitel: Neues\nhandlungsfeld: I\n")
    copy.replace("konzept.yml", "name: Landkreis Muster", "name: Kreis Muster")
    repository.commit()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = repository_in(tmp_path_factory.mktemp("fassungen") / "repo")
    made.git("tag", _TAG)
    _renewed(made)
    return made


@pytest.fixture(scope="module")
def project(repository: Repository) -> Project:
    made = Project(repository, _EDITIONS)
    made.build()
    return made


def test_a_page_of_the_edition_says_what_it_said_then(project: Project) -> None:
    page = project.page("2019/massnahmen/1-2")
    assert "leerer Häuser" in page
    assert "Diese Fassung gilt nicht mehr." in page
    assert "aller Häuser" in project.page("massnahmen/1-2")


def test_it_leads_to_the_same_thing_in_force(project: Project) -> None:
    page = project.page("2019/massnahmen/1-2")
    assert '<link rel="canonical" href="https://kek.example.org/massnahmen/1-2/">' in page
    assert 'href="../../../massnahmen/1-2/"' in page
    assert 'href="../../../fassungen/2019-2026/"' in page


def test_lists_lead_to_the_list_in_force_and_the_first_page_to_the_first_page(project: Project) -> None:
    assert '<link rel="canonical" href="https://kek.example.org/massnahmen/">' in project.page("2019/massnahmen")
    assert '<link rel="canonical" href="https://kek.example.org/">' in project.page("2019")


def test_every_page_of_the_edition_says_that_it_is_not_in_force(project: Project) -> None:
    pages = list((project.site / "2019").rglob("index.html"))
    assert len(pages) > 30
    assert not [page for page in pages if "Diese Fassung gilt nicht mehr." not in page.read_text(encoding="utf-8")]


def test_the_edition_has_pages_and_nothing_else(project: Project) -> None:
    assert {path.name for path in (project.site / "2019").rglob("*") if path.is_file()} == {"index.html"}


def test_nobody_may_show_it_in_a_frame(project: Project) -> None:
    rules = (project.site / "_headers").read_text(encoding="utf-8")
    said = dict(re.findall(r"^/(\w+)/\*\n((?:  .+\n)+)", rules, re.MULTILINE))
    assert said["2019"] == said["massnahmen"]


def test_it_leads_to_none_of_the_files_that_it_has_not(project: Project) -> None:
    pages = (path.read_text(encoding="utf-8") for path in (project.site / "2019").rglob("index.html"))
    assert not [link for page in pages for link in re.findall(r'href="([^"]+)"', page) if "daten/" in link]


def test_the_sitemap_and_the_search_know_nothing_of_it(project: Project) -> None:
    assert "/2019/" not in (project.site / "sitemap.xml").read_text(encoding="utf-8")
    found = [path for path in (project.site / "kek" / "suche").rglob("*") if path.is_file()]
    assert found
    assert not [path for path in found if b"2019/massnahmen" in path.read_bytes()]


def test_the_list_of_editions_names_both(project: Project) -> None:
    page = project.page("fassungen")
    assert "Fassung 2019" in page
    assert "Fassung 2026" in page
    assert '<a href="../2019/">' in page


def test_the_comparison_tells_what_is_new_and_what_changed_word_by_word(project: Project) -> None:
    page = project.page("fassungen/2019-2026")
    assert "<del>leerer</del> <ins>aller</ins>" in page
    assert "Neues" in page
    told = json.loads((project.site / "fassungen/2019-2026/vergleich.json").read_bytes())
    by_number = {entry["nachher"]: entry for entry in told["eintraege"]}
    assert by_number["1-77"]["was"] == "neu"
    assert by_number["1-2"]["was"] == "geändert"
    assert told["summen"]["neu"] == 1
    table = (project.site / "fassungen/2019-2026/vergleich.csv").read_text(encoding="utf-8-sig")
    assert table.startswith("was;art;")
    assert table.count("\n") == 1 + sum(max(1, len(entry.get("angaben", ()))) for entry in told["eintraege"])


def _read(_: object) -> None:
    raise AssertionError


def test_after_a_change_the_edition_is_not_even_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page = project.site / "2019/massnahmen/2-1/index.html"
    before = page.stat().st_mtime_ns
    monkeypatch.setattr(Edition, "loaded", property(_read))
    project.copy.replace("massnahmen/1-2.yml", "nennt alle leeren Häuser", "nennt alle Häuser")
    project.build()
    assert page.stat().st_mtime_ns == before
    monkeypatch.undo()
    assert project.differences() == []


def test_after_a_change_of_a_name_only_its_page_says_so_and_the_edition_is_not_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = project.site / "2019/massnahmen/2-1/index.html"
    before = other.stat().st_mtime_ns
    monkeypatch.setattr(Edition, "loaded", property(_read))
    project.copy.replace("massnahmen/1-2.yml", "aller Häuser", "vieler Häuser")
    project.build()
    assert "vieler Häuser" in project.page("2019/massnahmen/1-2")
    assert other.stat().st_mtime_ns == before
    monkeypatch.undo()
    assert project.differences() == []


def test_a_tag_that_was_moved_is_noticed(tmp_path: Path) -> None:
    repository = repository_in(tmp_path / "repo")
    repository.git("tag", _TAG)
    _renewed(repository)
    project = Project(repository, _EDITIONS)
    project.build()
    repository.git("tag", "-f", _TAG)
    project.build()
    assert "aller Häuser" in project.page("2019/massnahmen/1-2")


def test_what_cannot_be_read_any_more_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    repository = repository_in(tmp_path / "repo")
    old = repository.copy.root / "fassungen" / "2019"
    old.parent.mkdir()
    repository.copy.folder.rename(old)
    repository.git("checkout", "--", str(repository.copy.folder))
    file = old / "massnahmen/1-2.yml"
    file.write_text(file.read_text(encoding="utf-8") + "umsetzung: beinahe fertig\n", encoding="utf-8")
    project = Project(repository, [{"kennung": "2019", "ordner": "fassungen/2019"}])
    project.build()
    page = project.page("2019/massnahmen/1-2")
    assert "leerer Häuser" in page
    assert "umsetzung: beinahe fertig" in page
    assert "massnahmen/1-2.yml" in project.page("fassungen")
    assert "geltende Fassung" in project.page("fassungen/2019-jetzt")


def _fails(project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(project.copy.root)
    assert main(["bauen", "--ohne-pdf", "--still"]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


def _line(project: Project, text: str) -> str:
    lines = project.configuration.read_text(encoding="utf-8").split("\n")
    return f"mkdocs.yml:{next(number for number, line in enumerate(lines, 1) if text in line)}:"


@pytest.mark.parametrize(
    ("editions", "where", "said"),
    [
        ([{"kennung": "2019", "tag": "beschluss-2018"}], "tag: beschluss-2018", "kennt Git hier nicht"),
        ([{"kennung": "2019", "ordner": "alt"}], "ordner: alt", "gibt es im Projekt nicht"),
        ([{"kennung": "massnahmen", "tag": _TAG}], "kennung: massnahmen", "schon eine Adresse"),
        ([{"kennung": "1-2", "tag": _TAG}], "kennung: 1-2", "schon eine Adresse"),
        ([{"kennung": "Zwei", "tag": _TAG}], "kennung: Zwei", "kann nicht „Zwei“ heißen"),
        ([{"kennung": "a", "tag": _TAG}, {"kennung": "b", "tag": _TAG}], "kennung: b", "ist dieselbe wie „a“"),
        ([{"kennung": "a", "tag": _TAG}, {"kennung": "a"}], "", "steht doppelt"),
    ],
    ids=["tag", "folder", "section", "number", "form", "same", "twice"],
)
def test_a_wrong_edition_is_told_with_its_line(  # noqa: PLR0917  (fixtures, and what differs)
    repository: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    editions: list[dict[str, Any]],
    where: str,
    said: str,
) -> None:
    project = Project(repository, editions)
    told = _fails(project, capsys, monkeypatch)
    assert said in told
    place = _line(project, where) if where and where != "kennung: b" else "mkdocs.yml:"
    assert place in told


def test_an_edition_of_a_concept_that_the_site_has_not_is_told(repository: Repository) -> None:
    made = configuration(
        repository.copy.root, repository.copy.content, fassungen={"musterkreisx": [{"kennung": "a", "tag": _TAG}]}
    )
    with pytest.raises(SetupError):
        build_site(made, documents=False)
