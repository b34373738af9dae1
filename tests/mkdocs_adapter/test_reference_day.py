# The same content measured on two days: only what depends on the day differs, and a build after the day was moved
# leaves what a build from nothing would.
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kek_build.answers import Answers
from kek_build.assembly import Assembler, Assembly
from kek_build.builds import Units
from kek_build.cli import main
from kek_build.mkdocs_adapter.build import build_site
from kek_build.mkdocs_adapter.preview import PreviewSite
from kek_build.pages.standing import DAY, STANDING
from kek_build.site import Site
from kek_build.tracing import Question
from tests.example import HISTORY, OPTIONS, Copy, copy_to
from tests.mkdocs_adapter.conftest import configuration
from tests.mkdocs_adapter.test_plugin import _differences

EARLY, LATE = date(2022, 6, 1), date(2030, 1, 1)
_COPIES = {"daten/datapackage.json", "daten/katalog.jsonld", "daten/katalog.ttl", "daten/musterkreis-csv.zip",
           "daten/musterkreis.xlsx"}  # fmt: skip
"""What holds other data files, or their checksums."""


class Project:
    """A county's project that is built for one day after another."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.configuration = configuration(copy.root, copy.content)

    def build(self, day: date | None) -> Path:
        return build_site(self.configuration, documents=False, remembers=True, stichtag=day)

    def anew(self, day: date | None) -> Path:
        """The site of a build from nothing."""
        target = self.copy.root / "anders"
        return build_site(self.configuration, target, documents=False, stichtag=day)

    def assemble(self, day: date) -> Assembly:
        """The content as a build for a day puts it together."""
        options = OPTIONS.model_copy(update={"stichtag": day})
        return Assembler(Site(self.copy.root, self.copy.content, options), _history=HISTORY).assemble()

    def pieces(self) -> Iterator[tuple[set[str], set[Question]]]:
        """The files of each piece of the last build, and what was asked for it."""
        units = Units()
        (kept,) = (self.copy.root / ".cache/bau").glob("*.teile")
        units.load(kept)
        for piece in units.before.values():
            yield set(piece.paths), set(units.questions(piece))


@pytest.fixture
def project(copy: Copy) -> Project:
    return Project(copy)


def test_moving_the_day_changes_only_what_asks_for_it_or_for_what_stands_otherwise(project: Project) -> None:
    early, late = project.anew(EARLY).rename(project.copy.root / "frueh"), project.build(LATE)
    changed = set(_differences(early, late))
    before, after = (Answers(project.assemble(day), None) for day in (EARLY, LATE))
    pieces = list(project.pieces())
    questions = set().union(*(asked for _, asked in pieces))
    moved = {question for question in questions if before.to(question) != after.to(question)}
    assert {about for _, what, about in moved if what == STANDING} == {"1-2", "1-10", "I.1"}
    assert not {what for _, what, _ in moved} & {"models", "entries", "history", "kinds"}
    asks = [(paths, asked) for paths, asked in pieces if asked & moved]
    may_differ = _COPIES.union(*(paths for paths, _ in asks))
    # What is left repeats one of those at a former address.
    former = [late / name for name in changed - may_differ]
    same = [(late / name).read_bytes() for name in may_differ if name.endswith((".svg", ".json", ".csv", ".html"))]
    assert [path for path in former if path.read_bytes() not in same] == []
    # What shows the day differs, and so do the pages of what stands otherwise.
    shows = {name for paths, asked in asks if any(what == DAY for _, what, _ in asked) for name in paths}
    assert {name for name in shows if name.endswith((".html", ".csv"))} <= changed
    assert {"massnahmen/1-10/index.html", "schluesselvorhaben/i.1/index.html"} <= changed


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dates(date(2019, 1, 1), date(2031, 12, 31)) | st.none(), min_size=1, max_size=2))
@example([LATE, EARLY])
def test_a_build_after_the_day_was_moved_leaves_what_one_from_nothing_would(
    tmp_path_factory: pytest.TempPathFactory, days: list[date | None]
) -> None:
    project = Project(copy_to(tmp_path_factory.mktemp("tage")))
    site = project.build(None)
    for day in days:
        project.build(day)
    assert _differences(site, project.anew(days[-1])) == []


def test_what_does_not_depend_on_the_day_stays_where_it_is(project: Project) -> None:
    site = project.build(EARLY)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    project.build(LATE)
    touched = {str(path.relative_to(site)) for path, when in before.items() if path.stat().st_mtime_ns != when}
    assert "massnahmen/1-10/index.html" in touched
    assert not {"massnahmen/2-1/index.html", "ziele/index.html", "index.html"} & touched


def test_a_site_is_current_only_on_the_day_that_it_was_measured_on(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ["bauen", f"--konfiguration={project.configuration}", "--ohne-pdf"]
    said = "Seit dem letzten Bau hat sich nichts geändert"
    for arguments, nothing_to_do in (
        (["--stichtag=01.06.2022"], False),
        (["--stichtag=2022-06-01"], True),
        (["--stichtag=2.6.2022"], False),
        ([], False),
        ([], True),
        (["--stichtag=heute"], False),
        (["--stichtag=heute"], True),
    ):
        assert main([*build, *arguments]) == 0
        assert (said in capsys.readouterr().out) is nothing_to_do, arguments


def test_the_day_of_the_command_goes_before_that_of_the_configuration(copy: Copy) -> None:
    made = configuration(copy.root, copy.content, stichtag=date(2024, 5, 17))
    page = "massnahmen/1-10/index.html"
    assert "Stichtag: 17. Mai 2024" in (build_site(made, documents=False) / page).read_text(encoding="utf-8")
    site = build_site(made, documents=False, stichtag=LATE)
    assert "Stichtag: 1. Januar 2030" in (site / page).read_text(encoding="utf-8")


def test_a_preview_measures_on_the_day_that_is_named(project: Project) -> None:
    preview = PreviewSite(project.configuration, LATE)
    page = preview.look().page("massnahmen/1-10/")
    assert page is not None
    assert "Stichtag: 1. Januar 2030" in page.decode()
    assert preview.build_command(Path("ziel"))[-1] == "2030-01-01"
    assert PreviewSite(project.configuration).build_command(Path("ziel"))[-1] == "ziel"


@pytest.mark.parametrize("command", ["bauen", "vorschau"])
@pytest.mark.parametrize("day", ["2026", "morgen", "31.02.2026"])
def test_what_is_no_day_is_told(command: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, f"--stichtag={day}"])
    assert ended.value.code == 2
    assert f"--stichtag: „{day}“ ist kein Tag wie 31.12.2026 und nicht „heute“" in capsys.readouterr().err
