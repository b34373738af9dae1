# What people do wrong in the shipped content: each fault of the tables is told in German with its file and line, ends
# with status 1 and without a traceback, and publishes nothing.
from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kek_build import checking
from kek_build.cli import main
from kek_build.concept import Loader
from kek_build.errors import ContentError
from kek_build.reading import concept_folders
from kek_build.reports import as_text
from kek_build.reports.spot import printable
from tests.mkdocs_adapter.conftest import configuration
from tests.reading.checks import ENGLISH
from tests.shipped.conftest import ROOT
from tests.shipped.faults import FAULTS, TABLES, Fault
from tests.shipped.faults.fault import Workspace

_OF_CODE = re.compile(r"kek_build|pydantic|yaml\.|Traceback|_error|_type|\b(?:str|int|dict|NoneType|ctx|loc)\b|<class")
_EVERY = 20
"""One in so many faults of each table is given to a real build."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A copy of the content; what no fault touches is read only once, as a preview does."""
    content = tmp_path_factory.mktemp("fehler") / "content"
    shutil.copytree(ROOT / "content", content)
    loader = Loader()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "Loader", lambda: loader)
        patch.setenv("GIT_CEILING_DIRECTORIES", str(content.parent.parent))
        yield Workspace(content)


@dataclass(frozen=True)
class Done:
    """A fault that was done."""

    fault: Fault
    line: int
    """The line that must be named; 0 for a whole file."""

    @property
    def file(self) -> str:
        """The file that must be named, as reports write it."""
        return printable(f"content/{self.fault.told or self.fault.file}")

    def is_told_by(self, message: dict[str, Any]) -> bool:
        """Whether a message of the report is the one that is wanted."""
        near = abs((message["zeile"] or 0) - self.line) <= (1 if self.line else 0)
        return message["datei"] == self.file and near and self.fault.says in message["meldung"]


@pytest.fixture
def done(request: pytest.FixtureRequest, workspace: Workspace) -> Iterator[Done]:
    """The content with a fault in it."""
    fault: Fault = request.param
    try:
        fault.change(workspace, fault.file)
        yield Done(fault, _line(workspace, fault))
    finally:
        workspace.put_back()


def _line(workspace: Workspace, fault: Fault) -> int:
    told = fault.told or fault.file
    if isinstance(fault.at, int):
        return fault.at
    if fault.at is None:
        return workspace.changed_line(told)
    lines = (workspace.content / told).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if fault.at in line)


def _report(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What `kek pruefen` says, which must be all that it says."""
    status = main(["pruefen", f"--inhalt={workspace.content}", "--format=json"])
    out, err = capsys.readouterr()
    assert err == ""
    assert status == (1 if json.loads(out)["anzahl"] else 0)
    messages: list[dict[str, Any]] = json.loads(out)["meldungen"]
    return messages


def test_there_is_nothing_to_tell_of_the_content_as_it_is(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(workspace, capsys) == []


def test_there_are_enough_faults_in_every_kind_of_file() -> None:
    assert len(FAULTS) == len({(fault.file, fault.what) for fault in FAULTS}) >= 400
    touched = {re.sub(r"[^/]+(?=\.(?:yml|md)$)", "…", fault.file.partition("/")[2]) for fault in FAULTS}
    folders = ("handlungsfelder", "schluesselvorhaben", "massnahmen", "swot", "kennzahlen")
    assert {f"{name}/….yml" for name in folders} | {"seiten/….md", "….yml", "adressen.txt"} <= touched
    lists = ("konzept", "akteure", "orte", "glossar", "aufgehoben")
    assert {f"leipzig/{name}.yml" for name in lists} | {"synonyme.yml"} <= {fault.file for fault in FAULTS}


@pytest.mark.parametrize("done", FAULTS, indirect=True, ids=lambda fault: printable(str(fault)))
def test_a_fault_is_told_in_german_with_its_file_and_line(
    done: Done, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    messages = _report(workspace, capsys)
    told = [(m["datei"], m["zeile"], m["meldung"]) for m in messages[:5]]
    assert any(map(done.is_told_by, messages)), f"line {done.line} of {done.file}, but told: {told}"
    for message in messages:
        # What stands between quotation marks was written by the person who reads it.
        said = re.sub(r"„.*“", "„…“", message["meldung"], flags=re.DOTALL)
        assert not ENGLISH.search(said), message
        assert said[0].isupper() or said[0] == "„", message
        assert said.endswith((".", "?")), message
        assert not _OF_CODE.search(f"{said} {message['erwartet']}"), message


@pytest.mark.parametrize(
    "done",
    [fault for table in TABLES.values() for fault in table[::_EVERY]],
    indirect=True,
    ids=lambda fault: printable(str(fault)),
)
def test_a_build_says_the_same_and_publishes_nothing(
    done: Done, workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    (site / "leipzig").mkdir(parents=True)
    (site / "index.html").write_text("Was online ist.", encoding="utf-8")
    (site / "leipzig" / "index.html").write_bytes(b"\x00\xff")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    config = configuration(tmp_path, workspace.content)
    assert main(["bauen", f"--konfiguration={config}", "--still"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{done.file}:" in err
    assert done.fault.says in err
    assert "Traceback" not in err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mkdocs.yml", "site"]


@pytest.mark.parametrize("done", [table[0] for table in TABLES.values()], indirect=True, ids=str)
def test_the_text_is_the_same_in_the_terminal(
    done: Done, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pruefen", f"--inhalt={workspace.content}"]) == 1
    with pytest.raises(ContentError) as told:
        checking.check_content(workspace.content, concept_folders(workspace.content))
    assert capsys.readouterr().out == as_text(told.value.problems) + "\n"
    assert done.file in as_text(told.value.problems)
