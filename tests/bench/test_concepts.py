# Invented concepts are measured in place of real ones, so they must be as right, as long and as varied as those.
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.concepts import generate
from bench.concepts.__main__ import main
from bench.concepts.county import County, county
from bench.concepts.project import files
from bench.concepts.sizes import shares, sizes
from kek_build.concept import load
from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.build import build_site
from kek_build.reading import concept_folders
from tests.example import PROJECT

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _measures(one: County) -> list[str]:
    return [text for name, text in files(one) if name.parts[0] == "massnahmen"]


def _words(texts: Iterator[tuple[PurePosixPath, str]]) -> list[str]:
    return [word.casefold() for _, text in texts for word in _WORD.findall(text)]


@pytest.mark.parametrize(("measures", "counties"), [(1, 1), (2, 1), (7, 3), (90, 2)])
def test_concepts_of_any_size_are_right(tmp_path: Path, measures: int, counties: int) -> None:
    made = generate(tmp_path, measures, counties)
    concepts, _ = load(tmp_path, concept_folders(tmp_path / "content"))
    assert [concept.slug for concept in concepts] == sorted(one.slug for one in made)
    assert sum(len(concept.by_kind["massnahme"]) for concept in concepts) == measures


def test_every_measure_stands_under_a_subject_that_all_counties_share(tmp_path: Path) -> None:
    generate(tmp_path, 30, 2)
    concepts, _ = load(tmp_path, concept_folders(tmp_path / "content"))
    for concept in concepts:
        assert all(concept.by_subject.of(measure).names for measure in concept.by_kind["massnahme"])


def test_a_site_is_built_of_them(tmp_path: Path) -> None:
    made = generate(tmp_path / "project", 12, 2)
    site = build_site(tmp_path / "project" / "mkdocs.yml", tmp_path / "site", documents=False)
    for one in made:
        measures = {path.parent.name for path in (site / one.slug / "massnahmen").glob("*/index.html")}
        assert measures == {number for field in one.fields for number in field.measures}


def test_the_same_seed_gives_the_same_files_and_another_one_others(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        generate(tmp_path / name, 9, 2, seed)
    assert _files(tmp_path / "a") == _files(tmp_path / "b")
    assert not set(_files(tmp_path / "a")) <= set(_files(tmp_path / "c"))


def test_a_measure_weighs_what_a_shipped_one_weighs_however_many_there_are() -> None:
    shipped = mean(path.stat().st_size for path in (PROJECT / "content/leipzig/massnahmen").glob("*.yml"))
    for number in (200, 1000):
        assert mean(len(text.encode()) for text in _measures(county(1, 0, "Muster", number))) == pytest.approx(
            shipped, rel=0.1
        )


def test_the_words_are_as_varied_as_those_of_the_shipped_concepts_and_grow_with_the_text() -> None:
    shipped = _words(
        (PurePosixPath(path.name), path.read_text(encoding="utf-8"))
        for path in (PROJECT / "content").rglob("*")
        if path.suffix in {".yml", ".md"}
    )
    invented = _words(files(county(1, 0, "Muster", 200)))
    assert len(set(invented)) / len(set(shipped)) == pytest.approx(len(invented) / len(shipped), rel=0.2)
    assert len(set(_words(files(county(1, 0, "Muster", 1000))))) > 2 * len(set(invented))


def test_what_belongs_to_measures_grows_with_them_and_what_a_county_has_once_grows_slower() -> None:
    small, large = sizes(1000), sizes(20_000)
    assert large.projects == pytest.approx(20 * small.projects, rel=0.01)
    assert large.themes + large.goals == pytest.approx(20 * (small.themes + small.goals), rel=0.01)
    assert all(getattr(large, name) < 10 * getattr(small, name) for name in ("fields", "places", "actors", "terms"))


@given(st.integers(1, 500), st.integers(1, 60))
@settings(max_examples=50)
def test_every_county_gets_its_share(measures: int, counties: int) -> None:
    if counties > measures:
        with pytest.raises(ValueError, match="mindestens eine Maßnahme"):
            shares(measures, counties)
        return
    each = shares(measures, counties)
    assert (len(each), sum(each)) == (counties, measures)
    assert max(each) - min(each) <= 1


def test_nothing_is_written_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("wichtig", encoding="utf-8")
    with pytest.raises(SetupError, match="ist nicht leer"):
        generate(tmp_path, 5)
    assert list(_files(tmp_path)) == ["brief.txt"]


def test_the_command_says_what_it_made_or_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["concepts", "--massnahmen", "3", "--landkreise", "2", str(tmp_path / "neu")])
    assert main() == 0
    assert capsys.readouterr().out.startswith("3 Maßnahmen in 2 Landkreisen")
    assert main() == 1
    assert "ist nicht leer" in capsys.readouterr().err
