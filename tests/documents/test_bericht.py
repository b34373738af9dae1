# The report to the council as a file: whole, accessible, and the same each time.
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kek_build.documents.bericht import Berichtsdokument, reports
from kek_build.documents.views import keeper
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import Limits
from tests.documents.checks import faults
from tests.documents.conftest import Pdf

_WITH_FOREWORD, _LONG = "berichte/jahr-2021/", "berichte/2021-01-01-bis-2023-12-31/"


def test_every_report_is_a_file_that_passes_the_checkers(report_files: dict[str, Pdf], tmp_path: Path) -> None:
    assert {path: faults(pdf.data, tmp_path, book=True) for path, pdf in report_files.items()} == {
        _WITH_FOREWORD: [],
        _LONG: [],
    }


def test_a_report_says_what_it_is_and_whom_it_is_for(report_files: dict[str, Pdf]) -> None:
    pdf = report_files[_WITH_FOREWORD]
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == "Bericht & <Rückblick> auf 2021"
    assert pdf.text.startswith("Landkreis Muster Bericht zu: Kreisentwicklungskonzept Muster 2035")
    for said in (
        "Kreistag & <Ausschüsse>",
        "1. Januar 2021 bis 31. Dezember 2021; beide Tage zählen mit",
        "Das Jahr begann mit dem Beschluss & <Fragen>.",
        "Demonstration, keine amtliche Veröffentlichung",
    ):
        assert said in pdf.text
    assert pdf.codes() == [f"https://kek.example.org/{_WITH_FOREWORD}"]


def test_a_report_on_paper_is_never_cut(workshop: Workshop, all_reports: dict[str, Berichtsdokument]) -> None:
    short = replace(workshop, limits=Limits(page=1, links=1))
    assert dict(reports(keeper(short)))[_LONG].html == all_reports[_LONG].html
    assert "Das Geld &lt;reicht&gt; nicht" in all_reports[_LONG].html


def test_links_lead_to_the_site(all_reports: dict[str, Berichtsdokument]) -> None:
    assert 'href="https://kek.example.org/massnahmen/1-10/"' in all_reports[_LONG].html


def test_the_same_report_is_the_same_to_the_byte(
    all_reports: dict[str, Berichtsdokument], report_files: dict[str, Pdf]
) -> None:
    assert all_reports[_WITH_FOREWORD].draw() == report_files[_WITH_FOREWORD].data
