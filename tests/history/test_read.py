from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kek_build.history import Gap, git, read_history
from kek_build.history import read as reading
from tests.history.repository import Repository, repository_in, said

MEASURE = "massnahmen/1-2.yml"


def test_the_first_commit_takes_up_everything(repository: Repository) -> None:
    told = repository.told()
    assert told.whole
    assert {change.happened for change in told.changes} == {"created"}
    assert {"konzept", "1-2", "1.1.1", "orte/musterdorf", "swot/wohnen#chance-1"} <= set(told.by_ref)


def test_a_changed_field_is_told_with_what_it_was_and_is(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    change = repository.newest()
    assert (change.kind, change.ref, change.happened) == ("massnahme", "1-2", "changed")
    assert said(change) == [("Status", "changed", "verzögert", "im Plan")]


def test_a_change_has_the_time_of_its_commit_where_it_was_made(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan", when="2026-04-01T00:30:00+02:00")
    assert repository.newest().when == datetime.fromisoformat("2026-04-01T00:30:00+02:00")
    assert repository.newest().day == date(2026, 4, 1)


def test_newest_changes_come_first(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    repository.change(MEASURE, "status: im Plan", "status: ruht")
    assert [change.fields[0].after for change in repository.of("1-2")[:2]] == ["ruht", "im Plan"]
    assert [change.place for change in repository.told().changes] == list(range(len(repository.told().changes)))


def test_a_new_file_and_a_deleted_one_are_told(repository: Repository) -> None:
    repository.copy.write("massnahmen/9-9.yml", "nummer: 9-9\ntitel: Neues & <Gutes>\nhandlungsfeld: I\n")
    repository.commit()
    assert [(c.ref, c.happened, c.title) for c in repository.told().changes[:1]] == [
        ("9-9", "created", "Neues & <Gutes>")
    ]
    (repository.copy.folder / "massnahmen/9-9.yml").unlink()
    repository.commit()
    gone = repository.newest()
    assert (gone.ref, gone.happened, gone.title) == ("9-9", "removed", "Neues & <Gutes>")
    assert "I" in gone.near


def test_an_entry_of_a_list_is_a_thing_of_its_own(repository: Repository) -> None:
    repository.change("orte.yml", "name: Mustersee", "name: Großer Mustersee")
    assert repository.newest().ref == "orte/mustersee"
    assert said(repository.newest()) == [("Name", "changed", "Mustersee", "Großer Mustersee")]


def test_a_nested_goal_and_a_statement_are_things_of_their_own(repository: Repository) -> None:
    repository.change("swot/wohnen.yml", "Viele Häuser", "Manche Häuser")
    assert (repository.newest().kind, repository.newest().ref) == ("aussage", "swot/wohnen#schwaeche-1")
    repository.change("handlungsfelder/I.yml", "titel: Leerstand senken", "titel: Leerstand halbieren")
    assert (repository.newest().kind, repository.newest().ref) == ("ziel", "1.1.1")


VALUES = "kennzahlen/radwege.csv"


def test_a_value_in_a_file_beside_an_indicator_is_told_of_the_indicator(repository: Repository) -> None:
    repository.change(VALUES, "47,10", "48,10")
    change = repository.newest()
    assert (change.kind, change.ref, change.happened) == ("kennzahl", "kennzahlen/radwege", "changed")
    assert change.title == "Länge der Radwege"
    assert said(change) == [("Werte, 2019: Wert", "changed", "47,10", "48,10")]
    repository.copy.append(VALUES, "2021;1 100;;;;;\n")
    repository.commit()
    assert said(repository.newest()) == [("Werte", "new", None, "2021, 1\u202f100")]
    assert [change.happened for change in repository.of("kennzahlen/radwege")] == ["changed", "changed", "created"]


def test_how_a_file_with_values_is_laid_out_says_nothing(repository: Repository) -> None:
    path = repository.copy.folder / VALUES
    heads, first, second = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{heads}\r\n{second}\r\n{first}\r\n", encoding="utf-8", newline="")
    repository.commit()
    assert [change.happened for change in repository.of("kennzahlen/radwege")] == ["created"]


def test_values_that_move_to_a_file_of_their_own_are_no_change(repository: Repository) -> None:
    name, value = "kennzahlen/leerstand.yml", "werte:\n  - zeit: 31.12.2021\n    wert: 1 198,5\n"
    repository.copy.replace(name, value + "    quelle: Zählung & <Schätzung>\n", "")
    repository.copy.write("kennzahlen/leerstand.csv", "zeit;wert;quelle\n31.12.2021;1 198,5;Zählung & <Schätzung>\n")
    repository.commit()
    assert [change.happened for change in repository.of("kennzahlen/leerstand")] == ["created"]


def test_values_go_with_their_indicator_when_it_is_called_otherwise(repository: Repository) -> None:
    repository.change(VALUES, "47,10", "48,10")
    repository.move(VALUES, "kennzahlen/radnetz.csv")
    repository.move("kennzahlen/radwege.yml", "kennzahlen/radnetz.yml")
    repository.change("kennzahlen/radnetz.yml", "kennung: radwege", "kennung: radnetz")
    assert [change.happened for change in repository.of("kennzahlen/radnetz")][-2:] == ["changed", "created"]
    repository.change("kennzahlen/radnetz.csv", "48,10", "49,10")
    assert said(repository.newest()) == [("Werte, 2019: Wert", "changed", "48,10", "49,10")]


@pytest.mark.parametrize("broken", [b'zeit;wert\n"2019;1\n', b"", b"\xff\xfe"], ids=["quotes", "empty", "no-text"])
def test_a_file_with_values_that_cannot_be_read_is_passed_over(repository: Repository, broken: bytes) -> None:
    path = repository.copy.folder / VALUES
    text = path.read_text(encoding="utf-8")
    path.write_bytes(broken)
    repository.commit()
    path.write_text(text.replace("47,10", "48,10"), encoding="utf-8")
    repository.commit()
    assert said(repository.newest()) == [("Werte, 2019: Wert", "changed", "47,10", "48,10")]
    assert repository.history().unreadable == 1


def test_values_that_stand_alone_are_nothing(repository: Repository) -> None:
    repository.copy.write("kennzahlen/allein.csv", "zeit;wert\n2019;1\n")
    repository.commit()
    assert repository.of("kennzahlen/allein") == ()


def test_also_where_earlier_steps_are_not_told_a_change_of_values_has_the_title(
    repository: Repository, tmp_path: Path
) -> None:
    repository.change(VALUES, "47,10", "48,10", when="2026-05-01T10:00:00+01:00")
    for history in (
        read_history(repository.content, since=date(2026, 5, 1)),
        read_history(repository.clone(tmp_path / "klon", "--depth", "2")),
    ):
        (change,) = history.of("musterkreis").of("kennzahlen/radwege")
        assert change.title == "Länge der Radwege"
        assert said(change) == [("Werte, 2019: Wert", "changed", "47,10", "48,10")]


def test_what_is_kept_of_values_is_what_is_found_anew(repository: Repository, tmp_path: Path) -> None:
    repository.change(VALUES, "47,10", "48,10")
    cache = tmp_path / "verlauf.json"
    first, second = (read_history(repository.content, cache=cache) for _ in range(2))
    assert first == second == read_history(repository.content)


def test_layout_order_of_keys_quotes_and_line_ends_are_no_change(repository: Repository) -> None:
    path = repository.copy.folder / MEASURE
    lines = path.read_text(encoding="utf-8").replace("phase: abgeschlossen", 'phase: "abgeschlossen"').splitlines()
    path.write_bytes("\r\n".join([lines[1], lines[0], *lines[2:], "# Notiz", ""]).encode())
    repository.commit()
    assert [change.happened for change in repository.of("1-2")] == ["created"]


def test_another_order_of_a_list_is_no_change(repository: Repository) -> None:
    path = repository.copy.folder / "orte.yml"
    entries = path.read_text(encoding="utf-8").split("\n- ")
    path.write_text("- " + "\n- ".join([*entries[1:], entries[0].removeprefix("- ")]).replace("\n\n", "\n"), "utf-8")
    repository.commit()
    assert {change.happened for change in repository.told().changes} == {"created"}


def test_uncommitted_work_does_not_count(repository: Repository) -> None:
    repository.copy.replace(MEASURE, "status: verzögert", "status: im Plan")
    assert [change.happened for change in repository.of("1-2")] == ["created"]


def test_a_new_number_keeps_the_past_when_the_title_stays(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    repository.move(MEASURE, "massnahmen/7-7.yml")
    repository.change("massnahmen/7-7.yml", "nummer: 1-2", "nummer: 7-7")
    assert [change.happened for change in repository.of("7-7")] == ["changed", "changed", "created"]
    assert said(repository.of("7-7")[0]) == [("Nummer", "changed", "1-2", "7-7")]
    assert repository.of("1-2") == ()


def test_a_new_number_keeps_the_past_when_the_thing_names_its_old_one(repository: Repository) -> None:
    repository.move("massnahmen/2-1.yml", "massnahmen/7-7.yml")
    repository.copy.replace("massnahmen/7-7.yml", "titel: Ein dichtes Busnetz", "titel: Ganz anders")
    repository.change("massnahmen/7-7.yml", "nummer: 2-1", "nummer: 7-7\naliase: [2-1]")
    assert [change.happened for change in repository.of("7-7")] == ["changed", "created"]
    assert [label for label, *_ in said(repository.of("7-7")[0])] == ["Nummer", "Titel"]


def test_two_things_may_change_their_numbers(repository: Repository) -> None:
    folder = repository.copy.folder / "massnahmen"
    for name in ("a", "b"):
        repository.copy.write(f"massnahmen/{name}.yml", f"nummer: {name}\ntitel: Plan {name}\nhandlungsfeld: I\n")
    repository.commit()
    for old, new in (("a", "b"), ("b", "a")):
        (folder / f"{new}.yml").write_text(f"nummer: {new}\ntitel: Plan {old}\nhandlungsfeld: I\n", encoding="utf-8")
    repository.commit()
    # Numbers are what is published: under the same number, the title changed.
    assert [said(repository.of(name)[0]) for name in ("a", "b")] == [
        [("Titel", "changed", "Plan a", "Plan b")],
        [("Titel", "changed", "Plan b", "Plan a")],
    ]


def test_a_concept_whose_folder_is_renamed_keeps_its_past(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    repository.copy.folder.rename(repository.content / "neukreis")
    repository.commit()
    told = repository.history().of("neukreis")
    assert [change.happened for change in told.of("1-2")] == ["changed", "created"]
    assert repository.history().of("musterkreis").changes == ()


def test_a_content_folder_that_is_renamed_keeps_its_past(tmp_path: Path) -> None:
    repository = repository_in(tmp_path / "repo", "projekt")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    (tmp_path / "repo/projekt").rename(tmp_path / "repo/website")
    repository.copy = type(repository.copy)(tmp_path / "repo/website")
    repository.commit()
    assert [change.happened for change in repository.of("1-2")] == ["changed", "created"]
    assert repository.told().whole


def test_the_project_may_lie_deep_in_its_repository(tmp_path: Path) -> None:
    repository = repository_in(tmp_path / "repo", "ämter/planung & co")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    assert [change.happened for change in repository.of("1-2")] == ["changed", "created"]


def test_what_a_merge_brings_counts_when_it_was_merged(repository: Repository) -> None:
    repository.git("switch", "-q", "-c", "seite")
    repository.change(MEASURE, "status: verzögert", "status: im Plan", when="2026-03-05T10:00:00+01:00")
    repository.git("switch", "-q", "main")
    repository.change("orte.yml", "name: Mustersee", "name: Großer See", when="2026-03-06T10:00:00+01:00")
    repository.git("merge", "-q", "--no-ff", "-m", "x", "seite", when="2026-03-07T10:00:00+01:00")
    changes = repository.told().changes[:2]
    assert [(c.ref, c.day.day) for c in changes] == [("1-2", 7), ("orte/mustersee", 6)]
    assert len(repository.of("1-2")) == 2


def test_dates_that_run_backwards_are_put_right_by_the_order_of_the_steps(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan", when="2026-05-01T10:00:00+01:00")
    repository.change(MEASURE, "status: im Plan", "status: ruht", when="1999-01-01T10:00:00+01:00")
    newest, before, _ = repository.of("1-2")
    assert (newest.fields[0].after, newest.day) == ("ruht", date(2026, 5, 1))
    assert before.fields[0].after == "im Plan"


@pytest.mark.parametrize(
    "broken",
    [b"nummer: [", b"nummer: 1-2\nnummer: 1-2\n", b"titel: \xfcber\n", b"\xff\xfen\0", b"- nur\n- eine Liste\n", b""],
    ids=["no-yaml", "double-key", "windows-1252", "utf-16", "a-list", "empty"],
)
def test_a_version_that_cannot_be_read_is_passed_over_and_the_next_compared_with_the_last_that_can(
    repository: Repository, broken: bytes
) -> None:
    path = repository.copy.folder / MEASURE
    text = path.read_text(encoding="utf-8")
    path.write_bytes(broken)
    repository.commit()
    path.write_text(text.replace("status: verzögert", "status: im Plan"), encoding="utf-8")
    repository.commit()
    assert [change.happened for change in repository.of("1-2")] == ["changed", "created"]
    assert said(repository.of("1-2")[0]) == [("Status", "changed", "verzögert", "im Plan")]
    assert repository.history().unreadable == 1
    assert "1 alte Fassungen unlesbar" in repository.history().log


def test_versions_that_do_not_fit_the_models_of_today_are_compared_all_the_same(repository: Repository) -> None:
    path = repository.copy.folder / MEASURE
    text = path.read_text(encoding="utf-8")
    odd = "nummer: 1-2\ntitel: [kein, Text]\norte: musterstadt\nbeteiligte: {akteur: x}\npunkte: [1, [2]]\nfremd: ja\n"
    path.write_text(odd, encoding="utf-8")
    repository.commit()
    path.write_text(text, encoding="utf-8")
    repository.commit()
    labels = [label for label, *_ in said(repository.newest())]
    assert "Status" in labels
    assert "fremd" not in labels


def test_from_the_day_that_the_site_names_earlier_steps_only_give_the_state(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan", when="2026-04-01T10:00:00+02:00")
    repository.change(MEASURE, "status: im Plan", "status: ruht", when="2026-05-01T10:00:00+02:00")
    told = read_history(repository.content, date(2026, 5, 1)).of("musterkreis")
    assert [said(change) for change in told.changes] == [[("Status", "changed", "im Plan", "ruht")]]
    assert (told.gap, told.since) == (Gap.SINCE, date(2026, 5, 1))


def test_a_day_before_the_first_step_changes_nothing(repository: Repository) -> None:
    assert read_history(repository.content, date(2020, 1, 1)) == repository.history()


def test_of_a_long_history_the_newest_steps_are_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    monkeypatch.setattr("kek_build.history.git.MAX_COMMITS", 1)
    assert [change.happened for change in repository.told().changes] == ["changed"]
    assert repository.told().gap is Gap.LONG
    assert repository.told().since == date(2026, 3, 2)


def test_of_too_many_files_the_newest_steps_are_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    monkeypatch.setattr(reading, "MAX_FILES", 5)
    assert [change.happened for change in repository.told().changes] == ["changed"]
    assert repository.told().gap is Gap.LONG


def test_a_newest_step_of_too_many_files_is_not_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    monkeypatch.setattr(reading, "MAX_FILES", 0)
    assert (repository.told().changes, repository.told().gap) == ((), Gap.LONG)
    assert repository.told().since == date(2026, 3, 2)


def test_marks_survive_amending_and_rebasing(repository: Repository) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan", when="2026-03-03T10:00:00+01:00")
    repository.change("orte.yml", "name: Mustersee", "name: Großer See", when="2026-03-03T11:00:00+01:00")
    before = [change.mark for change in repository.told().changes]
    repository.git("commit", "-q", "--amend", "--no-edit")
    repository.git("rebase", "-q", "--root", "--force-rebase")
    assert [change.mark for change in repository.told().changes] == before
    assert len(set(before)) == len(before)


def test_changes_there_and_back_again_have_marks_of_their_own(repository: Repository) -> None:
    for old, new in (("verzögert", "ruht"), ("ruht", "verzögert"), ("verzögert", "ruht")):
        repository.change(MEASURE, f"status: {old}", f"status: {new}")
    marks = [change.mark for change in repository.of("1-2")]
    assert len(set(marks)) == 4


def test_nothing_of_the_one_who_committed_is_kept(repository: Repository, tmp_path: Path) -> None:
    kept = tmp_path / "verlauf.json"
    history = read_history(repository.content, cache=kept)
    for words in ("Erika", "invalid", "Geheim"):
        assert words not in repr(history)
        assert words not in kept.read_text(encoding="utf-8")


# What is kept for the next build


def test_the_next_build_reads_no_old_file(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    first = read_history(repository.content, cache=tmp_path / "verlauf.json")
    asked: list[str] = []

    def nothing(_: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        asked.extend(names)
        return iter(())

    monkeypatch.setattr(reading, "read_blobs", nothing)
    assert read_history(repository.content, cache=tmp_path / "verlauf.json") == first
    assert asked == []


def test_after_a_new_step_only_its_files_are_read(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_history(repository.content, cache=tmp_path / "verlauf.json")
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    expected = repository.history()
    asked: list[str] = []
    real = git.read_blobs

    def counted(content: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        asked.extend(found := list(names))
        return real(content, found)

    monkeypatch.setattr(reading, "read_blobs", counted)
    assert read_history(repository.content, cache=tmp_path / "verlauf.json") == expected
    assert len(asked) == 2


@pytest.mark.parametrize("rubbish", ["", "{", "[]", '{"code": "x", "steps": {}}', '{"steps": 5}'])
def test_a_file_that_is_not_whole_is_as_good_as_none(repository: Repository, tmp_path: Path, rubbish: str) -> None:
    kept = tmp_path / "verlauf.json"
    kept.write_text(rubbish, encoding="utf-8")
    assert read_history(repository.content, cache=kept) == repository.history()
    assert json.loads(kept.read_text(encoding="utf-8"))["steps"]


def test_a_damaged_step_is_found_out_again(repository: Repository, tmp_path: Path) -> None:
    kept = tmp_path / "verlauf.json"
    read_history(repository.content, cache=kept)
    data = json.loads(kept.read_text(encoding="utf-8"))
    data["steps"] = {name: {"events": [[1]], "unreadable": []} for name in data["steps"]}
    kept.write_text(json.dumps(data), encoding="utf-8")
    assert read_history(repository.content, cache=kept) == repository.history()


def test_where_nothing_can_be_kept_nothing_is_lost(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    assert read_history(repository.content, cache=tmp_path / "datei" / "x.json") == repository.history()


def test_what_is_no_longer_needed_goes(repository: Repository, tmp_path: Path) -> None:
    kept = tmp_path / "verlauf.json"
    repository.change(MEASURE, "status: verzögert", "status: im Plan")
    read_history(repository.content, cache=kept)
    repository.git("reset", "-q", "--hard", "HEAD^")
    read_history(repository.content, cache=kept)
    assert len(json.loads(kept.read_text(encoding="utf-8"))["steps"]) == 1
