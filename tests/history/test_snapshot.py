from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kek_build.history.gaps import NoHistoryError
from kek_build.history.snapshot import StoredFile, commit_of, is_safe, stored_files, write_files
from tests.history.repository import Repository


def test_the_files_of_a_state_are_those_it_had_then(repository: Repository, tmp_path: Path) -> None:
    first = commit_of(repository.top, "HEAD")
    assert first
    repository.change("massnahmen/2-3.yml", "titel: ", "titel: Neu – ")
    files = stored_files(repository.top, first, "content/musterkreis/massnahmen/2-3.yml")
    assert [(str(file.path), file.is_file) for file in files] == [("content/musterkreis/massnahmen/2-3.yml", True)]
    write_files(repository.top, files, tmp_path / "frueher")
    written = (tmp_path / "frueher" / files[0].path).read_text(encoding="utf-8")
    assert "Neu – " not in written
    assert len(written.encode()) == files[0].size


def test_files_with_the_same_content_are_all_written(repository: Repository, tmp_path: Path) -> None:
    for name in ("eins.txt", "tief/zwei.txt"):
        (repository.top / name).parent.mkdir(exist_ok=True)
        (repository.top / name).write_text("gleich", encoding="utf-8")
    repository.commit()
    commit = commit_of(repository.top, "main")
    assert commit
    write_files(repository.top, stored_files(repository.top, commit, "eins.txt", "tief"), tmp_path)
    assert (tmp_path / "eins.txt").read_text(encoding="utf-8") == "gleich"
    assert (tmp_path / "tief/zwei.txt").read_text(encoding="utf-8") == "gleich"


def test_a_name_is_no_pattern_and_no_option(repository: Repository) -> None:
    commit = commit_of(repository.top, "HEAD")
    assert commit
    assert stored_files(repository.top, commit, "content/*") == []
    assert stored_files(repository.top, commit, ":(top)content") == []
    assert commit_of(repository.top, "--help") is None
    assert commit_of(repository.top, "nirgends") is None


def test_links_are_listed_and_never_written(repository: Repository, tmp_path: Path) -> None:
    (repository.top / "verweis").symlink_to("/etc/passwd")
    repository.commit()
    commit = commit_of(repository.top, "HEAD")
    assert commit
    files = stored_files(repository.top, commit, "verweis")
    assert [file.is_file for file in files] == [False]
    write_files(repository.top, files, tmp_path)
    assert not (tmp_path / "verweis").exists()


def test_where_there_is_no_repository_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoHistoryError):
        commit_of(tmp_path, "HEAD")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("content/müller/I.yml", True),
        ("../etc/passwd", False),
        ("a/../b", False),
        (".git/config", False),
        ("a/.GIT/hooks/x", False),
        ("a\\b", False),
        ("a\nb", False),
        ("a\u202eb", False),
        ("a\udcffb", False),
    ],
)
def test_a_safe_name_stays_in_its_folder_and_can_be_read(name: str, safe: bool) -> None:
    assert is_safe(PurePosixPath(name)) is safe
    assert StoredFile(PurePosixPath(name), "100644", "0" * 40, 1).is_file
