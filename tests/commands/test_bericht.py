# `kek bericht` as editors call it.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.cli import main
from tests.documents.conftest import Pdf
from tests.example import Copy
from tests.mkdocs_adapter.conftest import configuration


@pytest.fixture
def project(copy: Copy) -> Path:
    """The configuration of a county's project."""
    return configuration(copy.root, copy.content)


def test_a_report_that_is_not_published_is_a_file_that_leads_to_no_page_of_its_own(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "vorlagen" / "bericht.pdf"
    command = ["bericht", "--von=2022", "--bis=30.06.2023", f"--ausgabe={target}", f"--konfiguration={project}"]
    assert main(command) == 0
    assert f"Der Bericht steht in {target}." in capsys.readouterr().out
    pdf = Pdf(target.read_bytes())
    assert "Bericht vom 1. Januar 2022 bis zum 30. Juni 2023" in pdf.text
    assert "Das Geld <reicht> nicht" in pdf.text
    assert "Dieser Bericht im Internet" not in pdf.text
    assert pdf.codes() == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--von=gestern", "--bis=2023"], "--von: „gestern“ ist kein Tag wie 31.12.2026 und kein Jahr."),
        (["--von=2022", "--bis=30.02.2023"], "--bis: „30.02.2023“ ist kein Tag"),
        (["--von=2023", "--bis=2022"], "Der Zeitraum endet, bevor er beginnt: 2023 bis 2022."),
        (["--von=2022", "--bis=2023", "--ausgabe=b.docx"], "Der Name einer PDF-Datei endet auf .pdf."),
        (["--von=2022", "--bis=2023", "--titel=Eins\nZwei"], "ist kein Titel: Er steht in einer Zeile."),
        (["--von=2022", "--bis=2023", "--konzept=fremd"], "Das Konzept „fremd“ gibt es nicht."),
        (["--von=2022", "--bis=2023", "--konfiguration=fehlt.yml"], "Die Konfiguration „fehlt.yml“ gibt es nicht."),
    ],
)
def test_what_is_wrong_is_told(project: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bericht", f"--konfiguration={project}", *words]) == 1
    assert told in capsys.readouterr().err
