from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kek_build.cli import main
from kek_build.commands import pruefen
from kek_build.documents import engine
from kek_build.pages.record import PageRecord
from tests.example import CONTENT, PROJECT, Copy
from tests.mkdocs_adapter.conftest import configuration


@pytest.fixture(autouse=True)
def without_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that cannot make PDF files."""
    monkeypatch.setattr(engine, "missing", lambda: "das Paket WeasyPrint ist nicht eingerichtet")


def _content(path: Path) -> str:
    return f"--inhalt={path}"


# Check


def test_right_content_is_reported_with_its_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pruefen", _content(CONTENT)]) == 0
    out, err = capsys.readouterr()
    assert out == "Landkreis Muster: 45 Einträge, keine Fehler.\n"
    assert err == ""


def test_wrong_content_is_reported_with_all_places(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: hoch")
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    assert main(["pruefen", _content(copy.content)]) == 1
    line = copy.line("massnahmen/1-2.yml", "prioritaet")
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        f"content/musterkreis/massnahmen/1-2.yml:{line}:13: Die Priorität „hoch“ gibt es nicht. [prioritaet]",
        f"   {line} | prioritaet: hoch",
        "      |             ^",
        "    Erwartet: +++, +",
        "content/musterkreis/massnahmen/2-1.yml:6:8: „grosstadt“ gibt es nicht. [verweis-ins-leere]",
        "    6 | orte: [grosstadt]",
        "      |        ^",
        "    Erwartet: eine Kennung aus orte.yml",
        "    Meinten Sie „grossstadt“?",
        "2 Fehler im Inhalt.",
    ]


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pruefen", _content(tmp_path / "nirgends")]) == 1
    assert "nirgends“ gibt es nicht. Rufen Sie kek im Ordner des Projekts auf." in capsys.readouterr().err


def test_a_folder_without_concepts_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pruefen", _content(tmp_path)]) == 1
    assert "liegt kein Konzept." in capsys.readouterr().err


def test_a_concept_that_cannot_have_an_address_is_reported(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.folder.rename(copy.content / "Muster_Kreis")
    assert main(["pruefen", _content(copy.content)]) == 1
    assert "content/Muster_Kreis: Ein Konzept kann nicht „Muster_Kreis“ heißen." in capsys.readouterr().out


def test_wrong_synonyms_that_all_concepts_share_are_reported(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    (copy.content / "synonyme.yml").write_text("- woerter: [Bus]\n", encoding="utf-8")
    assert main(["pruefen", _content(copy.content)]) == 1
    assert "content/synonyme.yml:1:" in capsys.readouterr().out


def test_a_folder_named_without_its_path_is_found(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy.root)
    assert main(["pruefen"]) == 0
    assert "Landkreis Muster" in capsys.readouterr().out


# Build


def test_a_site_is_built_and_its_place_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bauen", f"--konfiguration={configuration(tmp_path, CONTENT)}"]) == 0
    assert "Die Website steht in site/." in capsys.readouterr().out
    assert (tmp_path / "site/massnahmen/1-2/index.html").is_file()


def test_a_build_without_pdf_files_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = configuration(tmp_path, CONTENT)
    assert main(["bauen", f"--konfiguration={path}"]) == 0
    told = "Ohne PDF-Dateien: das Paket WeasyPrint ist nicht eingerichtet. „make dokumente“ richtet sie ein."
    assert told in capsys.readouterr().err


def test_a_build_that_wants_no_pdf_files_does_not_ask_for_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = configuration(tmp_path, CONTENT)
    assert main(["bauen", f"--konfiguration={path}", "--ohne-pdf"]) == 0
    assert "PDF" not in capsys.readouterr().err


def test_a_quiet_build_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = configuration(tmp_path, CONTENT)
    assert main(["bauen", f"--konfiguration={path}", f"--ziel={tmp_path / 'anderswo'}", "--still"]) == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "anderswo/index.html").is_file()


def test_a_failed_build_tells_file_and_line(copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: hoch")
    assert main(["bauen", f"--konfiguration={configuration(tmp_path, copy.content)}", "--still"]) == 1
    line = copy.line("massnahmen/1-2.yml", "prioritaet")
    err = capsys.readouterr().err
    assert f"content/musterkreis/massnahmen/1-2.yml:{line}:13: Die Priorität „hoch“ gibt es nicht." in err
    assert err.endswith("Die Website wurde nicht gebaut; was vorher online war, ist unverändert.\n")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"titel": None}, "Konfiguration des Plugins „kek“: „titel“ fehlt."),
        ({"inhalt": []}, "stimmt nicht; was vorher online war, ist unverändert."),
    ],
)
def test_a_wrong_configuration_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object], told: str
) -> None:
    assert main(["bauen", f"--konfiguration={configuration(tmp_path, CONTENT, **changes)}", "--still"]) == 1
    assert told in capsys.readouterr().err


def test_a_configuration_that_is_not_there_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bauen", f"--konfiguration={tmp_path / 'nirgends.yml'}"]) == 1
    assert "nirgends.yml“ gibt es nicht." in capsys.readouterr().err


# Export


def test_all_pages_are_written_as_markdown(
    tmp_path: Path, site: dict[str, PageRecord], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ausgeben", _content(CONTENT), str(tmp_path / "seiten")]) == 0
    assert capsys.readouterr().out == f"{len(site)} Seiten stehen in {tmp_path / 'seiten'}.\n"
    assert len(list((tmp_path / "seiten").rglob("index.md"))) == len(site)
    assert (tmp_path / "seiten" / "massnahmen" / "1-2" / "daten.json").is_file()


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ausgeben", _content(CONTENT), str(tmp_path)]) == 1
    assert "gibt es schon." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_from_wrong_content(copy: Copy, tmp_path: Path) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: hoch")
    assert main(["ausgeben", _content(copy.content), str(tmp_path / "seiten")]) == 1
    assert not (tmp_path / "seiten").exists()


def test_a_place_that_cannot_be_written_to_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").touch()
    assert main(["ausgeben", _content(CONTENT), str(tmp_path / "datei" / "seiten")]) == 1
    assert "datei/seiten“ liegt nicht in einem Ordner." in capsys.readouterr().err


# Loose ends


def test_loose_ends_are_listed_by_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lose-enden", _content(CONTENT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Landkreis Muster"
    line = Copy(CONTENT.parent).line("swot/wohnen.yml", "id: schwaeche-2")
    place = f"    content/musterkreis/swot/wohnen.yml:{line}"
    assert lines[1:3] == [
        "  Schwächen ohne Antwort (1)",
        f"{place}: swot/wohnen#schwaeche-2: Mieten steigen, sagt Bürgerverein „Wir & <Du>“ e. V.",
    ]
    assert "    content/musterkreis/massnahmen/2-3.yml:1: 2-3: Fahrräder zum Leihen" in lines


# Addresses


def test_what_is_published_and_gone_is_told_before_anything_is_built(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    assert main(["pruefen", _content(copy.content)]) == 1
    line = copy.line("adressen.txt", "massnahmen/2-3/")
    told = capsys.readouterr().out
    assert told.startswith(f"content/musterkreis/adressen.txt:{line}:1: „massnahmen/2-3/“ wurde veröffentlicht")


def test_new_addresses_are_shown_and_recorded_only_when_asked(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.append("orte.yml", "- kennung: aue\n  name: Aue\n  art: Landschaft\n  im_landkreis: ja\n")
    before = (copy.folder / "adressen.txt").read_text(encoding="utf-8")
    assert main(["adressen", _content(copy.content)]) == 0
    out = capsys.readouterr().out
    assert "  + orte/aue/ (mit " in out
    assert "  → massnahmen/1-5/" in out
    assert len([line for line in out.splitlines() if "orte/aue/" in line]) == 1
    assert (copy.folder / "adressen.txt").read_text(encoding="utf-8") == before
    assert main(["adressen", "--festhalten", _content(copy.content)]) == 0
    assert "Festgehalten in content/musterkreis/adressen.txt." in capsys.readouterr().out
    assert "\norte/aue/\n" in (copy.folder / "adressen.txt").read_text(encoding="utf-8")
    assert main(["adressen", _content(copy.content)]) == 0
    assert ", davon 0 neu;" in capsys.readouterr().out


# Renaming


def test_a_thing_is_renamed_and_the_content_is_still_right(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["umbenennen", "2-1", "2-9", _content(copy.content)]) == 0
    out = capsys.readouterr().out
    assert "content/musterkreis/massnahmen/2-1.yml → content/musterkreis/massnahmen/2-9.yml" in out
    assert out.endswith("Umbenannt: 1 Eintrag, in 8 Dateien.\n")
    assert main(["pruefen", _content(copy.content)]) == 0
    assert not (copy.folder / "massnahmen/2-1.yml").exists()


def test_a_trial_shows_the_lines_and_changes_nothing(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["umbenennen", "2-3", "3-3", "--probe", _content(copy.content)]) == 0
    out = capsys.readouterr().out
    assert "-nummer: 2-3\n+nummer: 3-3\n+aliase: [2-3]\n" in out
    assert out.endswith("Das war nur eine Probe; es wurde nichts geändert.\n")
    assert (copy.folder / "massnahmen/2-3.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2-33", "3-3"], "„2-33“ gibt es in content/musterkreis nicht.\n    Meinten Sie „2-3“?"),
        (["2-3", "2-1"], "„2-1“ ist vergeben"),
        (["2-3", "3-3", "--konzept", "nirgends"], "Das Konzept „nirgends“ gibt es nicht. Es gibt: musterkreis."),
    ],
)
def test_what_cannot_be_renamed_is_told(
    copy: Copy, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["umbenennen", *arguments, _content(copy.content)]) == 1
    assert told in capsys.readouterr().err


def test_which_concept_is_meant_must_be_said_when_several_know_the_number(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(copy.folder, copy.content / "nachbarkreis")
    assert main(["umbenennen", "2-3", "3-3", _content(copy.content)]) == 1
    assert "„2-3“ gibt es mehrmals (musterkreis, nachbarkreis)." in capsys.readouterr().err
    assert main(["umbenennen", "2-3", "3-3", "--konzept", "nachbarkreis", _content(copy.content)]) == 0
    assert (copy.content / "nachbarkreis/massnahmen/3-3.yml").is_file()
    assert (copy.folder / "massnahmen/2-3.yml").is_file()


# Readability


def _read(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    assert main(["lesbarkeit", _content(CONTENT), *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_texts_that_are_hardest_to_read_come_first_with_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [line for line in _read(capsys, "--hoechstens", "5") if line.startswith("content/")]
    assert len(shown) == 5
    figures = [int(line.split("Flesch ")[1].split(",")[0]) for line in shown]
    assert figures == sorted(figures)
    assert all(re.match(r"content/musterkreis/\S+:\d+: Flesch -?\d+, LIX \d+, \d+ Wörter je Satz \(", s) for s in shown)


def test_readability_can_be_told_of_one_kind_and_one_key(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _read(capsys, "--art", "massnahme", "--feld", "kurz")
    assert all("/massnahmen/" in line and "(kurz)" in line for line in lines if line.startswith("content/"))
    assert len([line for line in lines if line.startswith("Landkreis Muster, ")]) == 1


def test_readability_is_summed_up_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _read(capsys, "--hoechstens", "1")
    heading = "Texte Wörter je Satz Flesch LIX"
    start = next(number for number, line in enumerate(lines) if " ".join(line.split()) == heading)
    kinds = [line.partition(", ")[2].split()[0] for line in lines[start + 1 :]]
    assert {"Konzept", "Handlungsfeld", "Ziel", "Maßnahme", "SWOT-Aussage"} <= set(kinds)


@pytest.mark.parametrize("options", [["--hoechstens", "0"], ["--hoechstens", "viele"], ["--art", "roman"]])
def test_wrong_options_of_the_report_are_told(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["lesbarkeit", *options])
    assert ended.value.code == 2
    assert options[1] in capsys.readouterr().err


# The command line itself


@pytest.mark.parametrize("arguments", [["backen"], ["bauen", "--laut"], ["ausgeben"], ["pruefen", "zu", "viel"]])
def test_a_wrong_command_ends_with_two_and_shows_how_to_call(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(" --help\n")


@pytest.mark.parametrize(
    "command", ["pruefen", "adressen", "umbenennen", "bauen", "ausgeben", "lose-enden", "lesbarkeit"]
)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"Aufruf: kek {command}")


def test_every_command_is_described_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    words = capsys.readouterr().out.split()
    for command in ("pruefen prüft", "adressen zeigt", "umbenennen gibt", "bauen baut", "ausgeben schreibt",
                    "lose-enden listet", "lesbarkeit nennt"):  # fmt: skip
        assert command in " ".join(words)


@pytest.mark.parametrize(("content", "status"), [(CONTENT, 0), (PROJECT / "nirgends", 1)])
def test_the_program_ends_with_the_status_and_without_traceback(content: Path, status: int) -> None:
    command = [sys.executable, "-m", "kek_build", "pruefen", _content(content)]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    assert ended.returncode == status
    assert "Traceback" not in ended.stderr


def test_somebody_who_reads_only_the_beginning_is_no_fault() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "kek_build", "lose-enden", _content(CONTENT)]
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    ended = subprocess.run(  # noqa: S603
        command, cwd=PROJECT, stdout=write_end, stderr=subprocess.PIPE, text=True, env=buffered, check=False
    )
    os.close(write_end)
    assert ended.returncode == 1
    assert ended.stderr == ""


def test_strg_c_ends_a_command_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(pruefen, "run", interrupted)
    assert main(["pruefen", _content(CONTENT)]) == 130
    assert capsys.readouterr().err == "Abgebrochen.\n"


def test_a_second_build_does_nothing_until_something_changes(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["bauen", f"--konfiguration={configuration(copy.root, copy.content)}", "--ohne-pdf"]
    said = "Seit dem letzten Bau hat sich nichts geändert"
    assert main(build) == 0
    assert said not in capsys.readouterr().out
    page = copy.root / "site/massnahmen/1-2/index.html"
    before = page.stat().st_mtime_ns
    assert main(build) == 0
    assert said in capsys.readouterr().out
    assert page.stat().st_mtime_ns == before
    copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    assert main(build) == 0
    assert said not in capsys.readouterr().out
    assert "aller Häuser" in page.read_text(encoding="utf-8")
    assert main([*build, "--neu"]) == 0
    assert said not in capsys.readouterr().out
