# What the search fetches: an entry that names everything, the same for the same records.
from __future__ import annotations

import filecmp
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.models import Synonyme
from kek_build.pages.directories import Directory
from kek_build.search import files, hits, index
from kek_build.search.files import Writer
from kek_build.search.kept import Kept
from kek_build.search.numbering import Numbered, in_order, runs, step
from kek_build.search.postings import absolute
from kek_build.search.records import SearchRecord
from kek_build.updating import View

COUNTIES = ("Landkreis Aue", "Landkreis Bruch")
SYNONYMS = {name: [Synonyme(woerter=("Drahtesel", "Fahrrad"))] for name in COUNTIES}
DIRECTORIES = [Directory(name, f"{name[10:].lower()}/", (("Maßnahmen", "massnahmen/"),)) for name in COUNTIES]


def _records() -> list[SearchRecord]:
    found = []
    for county in COUNTIES:
        for number in range(1, 31):
            kind = ("Maßnahme", "Akteur")[number % 2]
            found.append(
                SearchRecord(
                    f"{county[10:].lower()}/{number}/", f"Fahrrad {number}", f"Fahrrad {number}", f"1-{number}", kind,
                    (county, kind), county, (f"{number % 3} Feld",), "Wege und Stege " * (number % 5), "Fahrrad",
                )
            )  # fmt: skip
    return found


RECORDS = _records()


def _entry(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = files.read_json(site / files.ENTRY)
    return read


def _piece(site: Path, name: str) -> Any:
    return files.read_json(site / files.FOLDER / "teile" / f"{name}.json")


def _hits(site: Path, name: str, number: int) -> Any:
    return files.read_json(site / files.FOLDER / "treffer" / f"{name}-{number}.json")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    index.write(RECORDS, SYNONYMS, DIRECTORIES, Writer(View(folder)))
    return folder


def test_the_entry_names_every_file(site: Path) -> None:
    entry = _entry(site)
    tables = [name for _, name in entry["tafeln"]]
    named = {name for key in ("woerter", "titel", "nummern") for _, name in entry[key]} | {entry["verzeichnisse"]}
    named |= {concept["felder"] for concept in entry["konzepte"]} | set(tables)
    assert {path.stem for path in (site / files.FOLDER / "teile").iterdir()} == named
    pieces = {name for table in tables for _, name in _piece(site, table)}
    assert {path.stem for path in (site / "pagefind/index").iterdir()} == pieces
    shared = {path.stem.partition("-")[0] for path in (site / files.FOLDER / "treffer").iterdir()}
    assert shared == {name for concept in entry["konzepte"] for name in concept["treffer"]}


def test_a_number_leads_to_what_the_hit_shows(site: Path) -> None:
    entry = _entry(site)
    ordered = in_order(Numbered(record, "") for record in RECORDS)
    assert {one.record.address for one in ordered[:30]} == {record.address for record in RECORDS[:30]}
    shown = [
        hit
        for concept in entry["konzepte"]
        for number in range(30 // entry["block"] + 1)
        for hit in _hits(site, concept["treffer"][number // entry["reihe"]], number)
    ]
    assert len(shown) == 60
    by_number = [record for _, name in entry["nummern"] for record in _piece(site, name)]
    assert {number: {shown[at][2] for at in records} for number, records in by_number} == {
        f"1-{number}": {f"1-{number}"} for number in range(1, 31)
    }


def test_a_term_is_in_the_piece_that_the_tables_name(site: Path) -> None:
    rows = [row for _, name in _entry(site)["tafeln"] for row in _piece(site, name)]
    found = {}
    for begin, name in rows:
        for term, pages, _ in files.read_index(site / "pagefind/index" / f"{name}.pf_index"):
            assert max(row[0] for row in rows if row[0] <= term) == begin
            found[term] = [record for record, *_ in absolute(pages)]
    assert found["fahrrad"] == list(range(60))
    assert found["drahtesel"] == list(range(60))
    assert len(found["steg"]) == 2 * sum(number % 5 > 0 for number in range(1, 31))


def test_records_of_a_concept_and_kind_follow_each_other_by_length() -> None:
    ordered = in_order(Numbered(record, "") for record in RECORDS)
    told = runs(ordered[:30])
    assert [kind for kind, _ in told] == ["Akteur", "Maßnahme"]
    for _, steps in told:
        assert steps[::2] == sorted(set(steps[::2]))
    assert sum(count for _, steps in told for count in steps[1::2]) == 30


def test_steps_of_lengths_grow_with_them() -> None:
    assert [step(words) for words in (0, 1, 10, 100, 1000)] == [0, 0, 10, 21, 31]


def test_two_indexes_of_the_same_records_are_the_same_byte_by_byte(site: Path, tmp_path: Path) -> None:
    index.write([replace(record) for record in RECORDS], SYNONYMS, DIRECTORIES, Writer(View(tmp_path)))
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert filecmp.cmpfiles(site, tmp_path, names, shallow=False) == (names, [], [])


def test_another_title_gives_new_names_to_the_hits_of_one_row(tmp_path: Path) -> None:
    many = [replace(record, number=f"{n}-{record.number}") for n in range(20) for record in RECORDS[:30]]
    index.write(many, SYNONYMS, DIRECTORIES, Writer(View(tmp_path / "before")))
    many[300] = replace(many[300], title="Fahrräder 1")
    index.write(many, SYNONYMS, DIRECTORIES, Writer(View(tmp_path / "after")))
    before, after = (
        {path.name for path in (tmp_path / when / files.FOLDER / "treffer").iterdir()} for when in ("before", "after")
    )
    assert len(before) == len(after) == len(many) // hits.BLOCK
    assert len(before - after) == hits.ROW


def test_a_changed_site_gets_only_the_files_that_it_has_not(site: Path, tmp_path: Path) -> None:
    changed = [replace(RECORDS[0], title="Fahrräder 1"), *RECORDS[1:]]
    index.write(changed, SYNONYMS, DIRECTORIES, Writer(View(tmp_path / "clean")))
    view = View(tmp_path / "new", site)
    index.write(changed, SYNONYMS, DIRECTORIES, Writer(view))
    clean, new = View(tmp_path / "clean").files(), View(tmp_path / "new").files()
    assert new.isdisjoint(view.stays)
    assert new | view.stays == clean
    assert filecmp.cmpfiles(site, tmp_path / "clean", view.stays, shallow=False)[1:] == ([], [])
    assert filecmp.cmpfiles(tmp_path / "new", tmp_path / "clean", new, shallow=False)[1:] == ([], [])
    assert len(new) < len(view.stays)


TEXTS = st.sampled_from(
    (
        "Fahrrad 1",
        "Radwegenetz",
        "Netz und Wege",
        "Wegenetzplaner",
        "Planer",
        "Drahtesel",
        "RADWEG Radweg",
        "an der B 176",
        "",
    )
)
EDITS = st.dictionaries(st.integers(0, len(RECORDS) - 1), st.tuples(TEXTS, TEXTS, TEXTS), max_size=4)


CHANGES = st.lists(st.tuples(EDITS, st.sets(st.integers(0, len(RECORDS) - 1), max_size=3)), min_size=1, max_size=3)


@settings(max_examples=15, deadline=None)
@given(CHANGES)
def test_whatever_changes_a_site_gets_the_same_search_as_if_it_were_made_anew(
    changes: list[tuple[dict[int, tuple[str, str, str]], set[int]]],
) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept()
        index.write(RECORDS, SYNONYMS, DIRECTORIES, Writer(old := View(Path(folder, "old"))), kept)
        for edits, gone in changes:
            changed = [*RECORDS]
            for at, (title, text, around) in edits.items():
                changed[at] = replace(changed[at], title=title, text=text, around=around)
            changed = [record for at, record in enumerate(changed) if at not in gone]
            kept = Kept.of(kept.packed())
            with TemporaryDirectory(dir=folder) as inner:
                view, clean = View(Path(inner, "new"), old.new), View(Path(inner, "clean"))
                index.write(changed, SYNONYMS, DIRECTORIES, Writer(view), kept)
                index.write(changed, SYNONYMS, DIRECTORIES, Writer(clean))
                assert view.files() == clean.files()
                assert all(view.find(name).read_bytes() == clean.find(name).read_bytes() for name in clean.files())


def test_a_site_without_records_can_be_searched(tmp_path: Path) -> None:
    index.write([], {}, [], Writer(View(tmp_path)))
    entry = _entry(tmp_path)
    assert (entry["konzepte"], entry["tafeln"], entry["woerter"], entry["nummern"]) == ([], [], [], [])
