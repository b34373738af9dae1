# `kek wortlaut` as a clerk calls it, from the document to the page that shows the adopted wording.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build import editing
from kek_build.cli import main
from kek_build.commands.content import load_all, without_site
from kek_build.pages.build import pages
from tests.wortlaut import county

ALL = "\n".join([county.GOALS, county.SWOT, *map(county.markdown_table, county.PROFILES)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the invented county, and its document."""
    (tmp_path / "konzept.md").write_text(ALL, encoding="utf-8")
    return county.write(tmp_path)


def _run(project: Path, *arguments: str) -> int:
    return main(["wortlaut", str(project / "konzept.md"), f"--inhalt={project / 'content'}", *arguments])


def _files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}


def _page(project: Path, path: str) -> str:
    records = {record.path: record.html for record in pages(load_all(project / "content"), without_site())}
    return " ".join(next(html for name, html in records.items() if name.strip("/").endswith(path)).split())


def test_the_site_shows_what_was_filled_in_as_the_adopted_wording(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(project) == 0
    assert "Eingetragen: 26 Stellen in 8 Dateien." in capsys.readouterr().out
    text = "Der Landkreis gibt seinen Flüssen Raum und schützt die Auen als Erbe der Region."
    wording = f"Beschlossener Wortlaut</figcaption> <blockquote><p>{text}</p></blockquote>"
    assert wording in _page(project, "ziele/1.1")
    listed = (
        "<p>Sicherung der Nachfolge in Familienbetrieben</p> <ul><li>Beratung vor Ort</li><li>Börse im Internet</li>"
    )
    assert listed in _page(project, "ziele/2.1.1")
    assert "<blockquote>Turnhallen in den Abendstunden ausgebucht</blockquote>" in _page(project, "swot/vereine")
    assert "<p>Rad- und Autoverkehr behindern sich dort nicht.</p>" in _page(project, "schluesselvorhaben/i.1")
    assert "<p>Umbau der alten Mühle zur Übungswerkstatt für Lehrlinge</p>" in _page(project, "massnahmen/2-1")


def test_a_title_that_is_the_adopted_wording_is_called_so_and_not_repeated(project: Path) -> None:
    told = "Die Überschrift ist der beschlossene Wortlaut."
    assert told not in _page(project, "ziele/1.1.1")
    assert _run(project) == 0
    page = _page(project, "ziele/1.1.1")
    assert page.count(told) == 4  # the goal's own, and those of the three goals below
    assert "<blockquote><p>Wiederherstellung" not in page


def test_the_content_is_right_afterwards_and_a_second_run_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(project) == 0
    before = _files(project)
    assert _run(project) == 0
    assert _files(project) == before
    assert "Eingetragen: 0 Stellen in 0 Dateien." in capsys.readouterr().out
    assert main(["pruefen", f"--inhalt={project / 'content'}"]) == 0


def test_a_dry_run_shows_the_lines_and_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(project)
    assert _run(project, "--probe") == 0
    assert _files(project) == before
    out = capsys.readouterr().out
    assert "+++ content/auental/handlungsfelder/I.yml" in out
    assert "+            wortlaut: Beratung der Landwirtschaftsbetriebe" in out
    assert out.endswith(
        "Das war nur eine Probe; es wurde nichts geändert. Eingetragen würden 26 Stellen in 8 Dateien.\n"
    )


def test_wording_that_stands_there_is_replaced_only_when_told(project: Path) -> None:
    path = project / "content/auental/massnahmen/1-1.yml"
    path.write_text(county.CONTENT["massnahmen/1-1.yml"] + "wortlaut: Die Brücke bleibt.\n", encoding="utf-8")
    assert _run(project) == 0
    assert "wortlaut: Die Brücke bleibt." in path.read_text(encoding="utf-8")
    assert _run(project, "--ueberschreiben") == 0
    assert "wortlaut: Ersatzneubau der baufälligen Brücke" in path.read_text(encoding="utf-8")


def test_a_version_is_chosen_and_the_unsure_is_written_only_when_told(project: Path) -> None:
    assert _run(project, "--fassung", "1-2=1", "--auch-unsichere") == 0
    texts = {name: (project / f"content/auental/massnahmen/{name}.yml").read_text(encoding="utf-8")
             for name in ("1-2", "2-2")}  # fmt: skip
    assert "- Beschilderung des Weges" in texts["1-2"]
    assert "wortlaut: Angebote am Abend und Wege dorthin" in texts["2-2"]


def test_the_whole_report_goes_to_a_file_and_may_replace_an_older_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = project / "bericht.txt"
    assert _run(project, f"--bericht={report}", "--probe") == 0
    assert _run(project, f"--bericht={report}") == 0
    text = report.read_text(encoding="utf-8")
    assert text.startswith("Wortlaut: Bericht zu „konzept.md“ (Landkreis Auental)")
    assert "Vorwort der Landrätin" in text
    assert "Der ganze Bericht steht in" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["konzept.md", "content", "nirgends/bericht.txt"])
def test_a_report_replaces_nothing_but_a_report(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    before = _files(project)
    assert _run(project, f"--bericht={project / name}") == 1
    assert "gibt es" in capsys.readouterr().err
    assert _files(project) == before
    assert (project / "konzept.md").read_text(encoding="utf-8") == ALL


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--konzept", "grünau"], "Das Konzept „grünau“ gibt es nicht. Es gibt: auental."),
        (["--fassung", "1-2"], "„1-2“ passt nicht. Schreiben Sie NUMMER=N, zum Beispiel 3-34=2."),
        (["--fassung", "1-2=7"], "Zu „1-2“ gibt es im Dokument 2 Fassungen, keine 7."),
    ],
)
def test_wrong_options_are_told_in_german(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = _files(project)
    assert _run(project, *arguments) == 1
    assert told in capsys.readouterr().err
    assert _files(project) == before


def test_with_several_concepts_one_must_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "auental").rename(project / "content" / "zweital")
    county.write(project)
    assert _run(project) == 1
    assert "Es gibt mehrere Konzepte (auental, zweital). Nennen Sie eines" in capsys.readouterr().err
    assert _run(project, "--konzept=zweital", "--probe") == 0
    assert "+++ content/zweital/" in capsys.readouterr().out


def test_a_document_that_cannot_be_read_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(project)
    (project / "konzept.md").write_bytes("schön".encode("cp1252"))
    assert _run(project) == 1
    err = capsys.readouterr().err
    assert "Speichern Sie die Datei mit der Zeichenkodierung UTF-8." in err
    assert "Traceback" not in err
    assert _files(project) == before


def test_when_a_file_cannot_be_written_neither_content_nor_report_change(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(editing, "write", full)
    before = _files(project)
    assert _run(project, f"--bericht={project / 'bericht.txt'}") == 1
    assert "Der Speicher ist voll." in capsys.readouterr().err
    assert _files(project) == before
    assert sorted(path.name for path in project.iterdir()) == ["content", "konzept.md"]
