from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.history import Gap, read_history
from kek_build.history import git as asking
from kek_build.history.gaps import NoHistoryError
from tests.example import copy_to
from tests.history.repository import Repository, git, repository_in

MEASURE = "massnahmen/1-2.yml"


def gap(content: Path) -> Gap | None:
    return read_history(content).gap


def test_without_the_program_nothing_is_known(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert gap(repository.content) is Gap.NO_PROGRAM


def test_outside_of_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert gap(copy_to(tmp_path / "projekt").content) is Gap.NO_REPOSITORY


def test_before_the_first_commit_nothing_is_known(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "repo")
    git("init", "-q", str(copy.root))
    assert gap(copy.content) is Gap.UNTRACKED


def test_of_content_that_is_not_tracked_nothing_is_known(repository: Repository) -> None:
    (repository.top / ".gitignore").write_text("/content/\n", encoding="utf-8")
    other = copy_to(repository.top / "anderswo" / "projekt")
    assert gap(other.content) is Gap.UNTRACKED


def test_of_a_concept_that_is_not_tracked_nothing_is_known_though_of_others_it_is(repository: Repository) -> None:
    assert repository.history().gap is None
    assert repository.history().of("anderer").gap is Gap.UNTRACKED


def test_where_git_refuses_because_of_the_owner_the_log_says_what_helps(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Git's own switch for testing this.
    real = asking._environment
    monkeypatch.setattr(asking, "_environment", lambda: {**real(), "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    history = repository.history()
    assert history.gap is Gap.OWNERSHIP
    assert "safe.directory" in history.log


def test_a_broken_repository_is_told_and_nothing_fails(repository: Repository) -> None:
    for path in (repository.top / ".git/objects").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"kaputt")
    assert gap(repository.content) is Gap.BROKEN


def test_a_git_that_takes_too_long_is_stopped(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = repository.top / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec /bin/sleep 30\n", encoding="utf-8")
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(slow))
    monkeypatch.setattr(asking, "TIMEOUT", 0.05)
    assert gap(repository.content) is Gap.TIMEOUT


def test_of_a_shallow_clone_only_what_is_known_is_told(repository: Repository, tmp_path: Path) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    repository.change(MEASURE, "status: im Plan", "status: ruht", when="2026-03-09T10:00:00+01:00")
    clone = repository.clone(tmp_path / "klon", "--depth", "2")
    told = read_history(clone).of("musterkreis")
    assert [(c.ref, c.happened) for c in told.changes] == [("1-2", "changed")]
    assert told.gap is Gap.SHALLOW
    assert told.since is not None
    assert not told.whole


def test_a_shallow_clone_of_one_step_tells_nothing_as_new(repository: Repository, tmp_path: Path) -> None:
    clone = repository.clone(tmp_path / "klon", "--depth", "1")
    told = read_history(clone).of("musterkreis")
    assert (told.changes, told.gap) == ((), Gap.SHALLOW)


def test_a_clone_without_old_files_fetches_none_and_tells_what_it_can(repository: Repository, tmp_path: Path) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    clone = repository.clone(tmp_path / "klon", "--filter=blob:none")
    before = sorted(path.name for path in (tmp_path / "klon/.git/objects").rglob("*"))
    history = read_history(clone)
    assert sorted(path.name for path in (tmp_path / "klon/.git/objects").rglob("*")) == before
    assert history.gap in {None, Gap.BROKEN}


def test_variables_that_point_to_another_repository_are_left_out(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository_in(tmp_path / "anderes")
    other.change(MEASURE, "status: verzögert", "status: ruht")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nichts"))
    assert {change.happened for change in repository.told().changes} == {"created"}


def test_settings_of_the_repository_change_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    expected = repository.history()
    trap = tmp_path / "falle"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/zugeschnappt\n", encoding="utf-8")
    trap.chmod(0o755)
    for name, value in {
        "core.pager": str(trap), "core.fsmonitor": str(trap), "diff.external": str(trap), "gpg.program": str(trap),
        "core.hooksPath": str(tmp_path), "log.showSignature": "true", "color.ui": "always", "diff.renames": "copies",
        "diff.relative": "true", "diff.orderFile": str(tmp_path / "keine"), "log.date": "relative",
        "log.showRoot": "false", "log.decorate": "full", "core.abbrev": "5", "log.follow": "true",
        "diff.muster.textconv": str(trap), "filter.muster.smudge": str(trap),
    }.items():  # fmt: skip
        repository.git("config", name, value)
    (repository.top / ".git/info/attributes").write_text("*.yml diff=muster filter=muster\n", encoding="utf-8")
    assert repository.history() == expected
    assert not (tmp_path / "zugeschnappt").exists()


def test_links_and_submodules_are_no_files_of_a_concept(repository: Repository) -> None:
    path = repository.copy.folder / MEASURE
    path.unlink()
    path.symlink_to("1-10.yml")
    repository.commit()
    assert [change.happened for change in repository.of("1-2")] == ["removed", "created"]


def test_names_with_odd_signs_are_no_trouble(repository: Repository) -> None:
    repository.copy.write("massnahmen/ä\x1e\n:100644 x.yml", "nummer: x\n")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    assert "1-2" in {change.ref for change in repository.told().changes if change.happened == "changed"}


def test_a_file_far_too_large_is_passed_over(repository: Repository) -> None:
    repository.copy.write("massnahmen/9-9.yml", f"nummer: 9-9\ntitel: {'x' * 1_100_000}\n")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    assert repository.of("9-9") == ()
    assert repository.of("1-2")[0].happened == "changed"
    assert repository.history().unreadable == 1


def test_more_than_enough_is_not_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    names = repository.git("ls-tree", "-r", "--format=%(objectname)", "HEAD").split()
    everything = dict(asking.read_blobs(repository.content, names))
    assert len(everything) == len(set(names))
    monkeypatch.setattr(asking, "MAX_BLOBS", sum(map(len, everything.values())) // 2)
    assert 0 < len(dict(asking.read_blobs(repository.content, names))) < len(set(names))


def test_what_is_no_blob_or_not_there_is_left_out(repository: Repository) -> None:
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    assert list(asking.read_blobs(repository.content, [tree, "0" * 39 + "1"])) == []


def test_a_list_that_is_too_long_is_cut_between_commits(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    monkeypatch.setattr(asking, "MAX_LOG", 600)
    log = asking.read_log(repository.content)
    assert log.cut
    assert len(log.commits) == 1


def test_every_gap_has_its_words_for_readers_and_for_the_log() -> None:
    for gap in Gap:
        assert gap.reason.endswith(".")
        assert not gap.log.endswith(".")
        assert gap.missing == ("unbekannt" in gap.log or gap is Gap.NOT_READ)


def test_nothing_is_asked_of_a_shell(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "$(touch x); `touch y`")
    with pytest.raises(NoHistoryError):
        asking.read_log(copy.content)
    assert not {"x", "y"} & {path.name for path in tmp_path.iterdir()}
