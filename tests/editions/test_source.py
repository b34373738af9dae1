# Where the files of an edition are found, and what is said when they are not.
from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kek_build.editions.source import Source, SourceError, blob_mark, find_source
from kek_build.site import FruehereFassung
from tests.history.repository import Repository, git, repository_in

_FILE = PurePosixPath("massnahmen/1-1.yml")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = repository_in(tmp_path / "repo")
    made.git("tag", "beschluss-2019")
    return made


def _find(content: Path, tag: str | None = None, ordner: str | None = None) -> Source:
    return find_source(content, "musterkreis", FruehereFassung(kennung="2019", tag=tag, ordner=ordner))


def _wrong(content: Path, tag: str | None = None, ordner: str | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        _find(content, tag, ordner)
    return caught.value


def test_a_tag_holds_what_the_files_were(repository: Repository) -> None:
    file = repository.copy.folder / "konzept.yml"
    before = file.read_bytes()
    repository.change("konzept.yml", "land:", "land: neu #")
    found = _find(repository.content, "beschluss-2019")
    assert found.read([PurePosixPath("konzept.yml")]) == {PurePosixPath("konzept.yml"): before}


def test_a_folder_and_a_tag_with_the_same_files_have_the_same_mark(repository: Repository) -> None:
    target = repository.content.parent / "fassungen" / "2019"
    target.parent.mkdir()
    repository.copy.folder.rename(target)
    by_tag = _find(repository.content, "beschluss-2019")
    assert _find(repository.content, ordner="fassungen/2019").mark == by_tag.mark


def test_a_mark_is_the_name_that_git_gives(repository: Repository) -> None:
    name = repository.git("hash-object", str(repository.copy.folder / "konzept.yml")).strip()
    assert blob_mark((repository.copy.folder / "konzept.yml").read_bytes()) == name


def test_a_tag_with_another_folder_of_the_concept_is_found(repository: Repository) -> None:
    repository.git("mv", str(repository.copy.folder), str(repository.content / "neu"))
    repository.commit()
    found = find_source(
        repository.content, "neu", FruehereFassung(kennung="2019", tag="beschluss-2019", ordner="content/musterkreis")
    )
    assert PurePosixPath("konzept.yml") in found.files
    missing = FruehereFassung(kennung="2019", tag="beschluss-2019")
    with pytest.raises(SourceError, match=r"gibt es keine Datei content/neu/konzept\.yml"):
        find_source(repository.content, "neu", missing)


def test_an_unknown_tag_is_told_with_those_that_there_are(repository: Repository) -> None:
    error = _wrong(repository.content, "beschluss-2018")
    assert (error.key, error.suggestion) == ("tag", "beschluss-2019")
    assert error.expected == "beschluss-2019"


def test_a_commit_is_no_tag(repository: Repository) -> None:
    assert "kennt Git hier nicht" in _wrong(repository.content, "HEAD").message


def test_a_shallow_clone_says_how_to_get_the_tag(repository: Repository, tmp_path: Path) -> None:
    repository.change("konzept.yml", "land:", "land: neu #")
    content = repository.clone(tmp_path / "flach", "--depth", "1", "--no-tags")
    error = _wrong(content, "beschluss-2019")
    assert "denn der Klon ist flach" in error.message
    assert "git fetch --unshallow --tags" in str(error.expected)


def test_without_a_repository_the_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "content").mkdir()
    assert "liegt nicht in einem Git-Repository" in _wrong(tmp_path / "content", "beschluss-2019").message


def test_a_folder_that_is_not_there_or_holds_no_concept_is_told(repository: Repository) -> None:
    assert _wrong(repository.content, ordner="alt").key == "ordner"
    (repository.content.parent / "alt").mkdir()
    assert "keine Datei konzept.yml" in _wrong(repository.content, ordner="alt").message


def test_a_folder_outside_of_the_project_is_not_read(repository: Repository, tmp_path: Path) -> None:
    repository.copy.folder.rename(tmp_path / "aussen")
    assert "außerhalb" in _wrong(repository.content, ordner=str(tmp_path / "aussen")).message


def test_the_folder_of_the_concept_itself_is_no_edition(repository: Repository) -> None:
    assert "geltenden" in _wrong(repository.content, ordner="content/musterkreis").message


def test_links_to_other_files_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("geheim", encoding="utf-8")
    (repository.copy.folder / "massnahmen" / "9-9.yml").symlink_to(tmp_path / "geheim")
    target = repository.content.parent / "alt"
    repository.copy.folder.rename(target)
    assert PurePosixPath("massnahmen/9-9.yml") not in _find(repository.content, ordner="alt").files


def test_git_is_asked_for_nothing_else(repository: Repository) -> None:
    before = git("-C", str(repository.top), "status", "--porcelain")
    _find(repository.content, "beschluss-2019")
    assert git("-C", str(repository.top), "status", "--porcelain") == before
