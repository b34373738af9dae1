from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kek_build.errors import ContentError
from kek_build.history import read_history
from kek_build.server.layout import Server, Settings
from kek_build.server.state import State, lay_out
from tests.history.repository import Repository, repository_in
from tests.server.conftest import write_configuration


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = repository_in(tmp_path / "redaktion")
    write_configuration(found.top)
    (found.top / "geheim.txt").write_text("Nicht für die Website.\n", encoding="utf-8")
    found.commit()
    return found


def _lay_out(repository: Repository, folder: Path, settings: Settings | None = None) -> State:
    commit = repository.git("rev-parse", "HEAD").strip()
    return lay_out(Server(folder, settings or Settings()), commit, folder, [repository.top / ".git/objects"])


def _told(repository: Repository, folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        _lay_out(repository, folder)
    return [str(problem).split("\n", 1)[0] for problem in caught.value.problems]


def test_only_what_makes_the_site_is_laid_out(repository: Repository, tmp_path: Path) -> None:
    state = _lay_out(repository, tmp_path / "stand")
    assert sorted(path.name for path in state.folder.iterdir()) == [".git", "content", "mkdocs.yml"]
    assert (state.site.content / "musterkreis/konzept.yml").read_bytes() == (
        repository.copy.folder / "konzept.yml"
    ).read_bytes()
    assert state.site.options.titel == "Konzepte & <Kreise>"


def test_attributes_of_the_repository_change_nothing(repository: Repository, tmp_path: Path) -> None:
    text = "* export-ignore eol=crlf\n*.yml export-subst ident\n"
    (repository.content / ".gitattributes").write_text(text, encoding="utf-8")
    repository.commit()
    state = _lay_out(repository, tmp_path / "stand")
    assert b"\r\n" not in (state.site.content / "musterkreis/konzept.yml").read_bytes()


def test_its_history_ends_with_the_state(repository: Repository, tmp_path: Path) -> None:
    repository.change("massnahmen/2-3.yml", "titel: ", "titel: Neu – ")
    state = _lay_out(repository, tmp_path / "stand")
    told = read_history(state.site.content).of("musterkreis")
    assert told == repository.told()
    repository.change("massnahmen/2-1.yml", "titel: ", "titel: Später – ")
    assert read_history(state.site.content).of("musterkreis") == told


def test_its_history_is_its_own_also_where_the_environment_names_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nirgends"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    state = _lay_out(repository, tmp_path / "stand")
    assert read_history(state.site.content).gap is None


def test_the_digest_tells_what_the_site_is_made_of(repository: Repository, tmp_path: Path) -> None:
    def digest(name: str, **settings: object) -> str:
        found = Settings.model_validate(settings)
        return _lay_out(repository, tmp_path / name, found).digest(Server(tmp_path, found))

    first = digest("a")
    assert digest("b", behalten=5) == first
    assert digest("c", adresse="https://a.invalid/") != first
    (repository.top / "geheim.txt").write_text("Anders.\n", encoding="utf-8")
    repository.commit()
    assert digest("d") == first
    repository.change("massnahmen/2-3.yml", "titel: ", "titel: Neu – ")
    assert digest("e") != first


def test_links_modules_and_unreadable_names_are_told(repository: Repository, tmp_path: Path) -> None:
    folder = repository.copy.folder
    (folder / "massnahmen/2-8.yml").symlink_to("/etc/passwd")
    (folder / "massnahmen/2-8\\9.yml").write_text("x", encoding="utf-8")
    (folder / "massnahmen/gro\u00df\u202e.yml").write_text("x", encoding="utf-8")
    (folder / "massnahmen/2-7.yml").write_text("x" * 1_000_001, encoding="utf-8")
    repository.git("add", "-A")
    head = repository.git("rev-parse", "HEAD").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},content/musterkreis/modul")
    repository.git("commit", "-q", "-m", "x")
    prefix = "content/musterkreis/massnahmen"
    assert _told(repository, tmp_path / "stand") == [
        f"{prefix}/2-7.yml: Die Datei ist zu groß (1.000.001 Bytes).",
        f"{prefix}/2-8.yml: Das ist eine Verknüpfung und keine Datei; der Server folgt keiner.",
        f"{prefix}/2-8\\9.yml: Der Name der Datei enthält Zeichen, die nicht erlaubt sind.",
        f"{prefix}/gro\u00df\u202e.yml: Der Name der Datei enthält Zeichen, die nicht erlaubt sind.",
        "content/musterkreis/modul: Das ist eine Verknüpfung und keine Datei; der Server folgt keiner.",
    ]


def test_nothing_that_was_pushed_may_stand_where_builds_keep_things(repository: Repository, tmp_path: Path) -> None:
    (repository.top / ".cache").mkdir()
    (repository.top / ".cache/bericht.json").write_text("{}", encoding="utf-8")
    configuration = (repository.top / "mkdocs.yml").read_text(encoding="utf-8")
    changed = configuration.replace("inhalt: content", "inhalt: content\n    pruefbericht: .cache/bericht.json")
    (repository.top / "mkdocs.yml").write_text(changed, encoding="utf-8")
    repository.commit()
    assert _told(repository, tmp_path / "stand") == [
        ".cache/bericht.json: Der Name der Datei enthält Zeichen, die nicht erlaubt sind."
    ]


def test_a_state_without_content_or_configuration_is_told(repository: Repository, tmp_path: Path) -> None:
    repository.git("rm", "-rq", "content")
    repository.commit()
    assert _told(repository, tmp_path / "a") == ["content: Der Ordner mit dem Inhalt fehlt."]
    repository.git("rm", "-q", "mkdocs.yml")
    repository.commit()
    assert _told(repository, tmp_path / "b") == ["mkdocs.yml: Die Konfiguration der Website fehlt."]
    (repository.top / "mkdocs.yml").symlink_to("/etc/hostname")
    repository.commit()
    assert _told(repository, tmp_path / "c") == ["mkdocs.yml: Die Konfiguration der Website fehlt."]


def test_code_that_was_pushed_is_told_apart_from_the_servers_own(repository: Repository, tmp_path: Path) -> None:
    from kek_build.server.configuration import PROJECT  # noqa: PLC0415  (whose files are copied here)

    (repository.top / "site_config").mkdir()
    (repository.top / "site_config/base.yml").write_bytes((PROJECT / "site_config/base.yml").read_bytes())
    repository.commit()
    assert _lay_out(repository, tmp_path / "a").foreign_code() == []
    (repository.top / "site_config/base.yml").write_text("strict: false\n", encoding="utf-8")
    repository.commit()
    assert _lay_out(repository, tmp_path / "b").foreign_code() == ["site_config/base.yml"]


def test_it_is_measured_on_the_day_that_the_settings_say(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-02-29T23:30:00+01:00")
    state = _lay_out(repository, tmp_path / "stand")

    def server(stichtag: str) -> Server:
        return Server(tmp_path, Settings.model_validate({"stichtag": stichtag}))

    today = datetime.now(UTC).astimezone().date()
    assert state.day(server("commit")) == date(2024, 2, 29)
    assert state.day(server("inhalt")) is None
    assert state.day(server("heute")) in {today, datetime.now(UTC).astimezone().date()}
    monkeypatch.setattr(State, "day", lambda *_: date(2030, 1, 1))
    then = {name: state.digest(server(name)) for name in ("commit", "inhalt", "heute")}
    monkeypatch.setattr(State, "day", lambda *_: date(2030, 1, 2))
    assert [name for name, was in then.items() if state.digest(server(name)) != was] == ["heute"]
