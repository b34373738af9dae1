# A page that stays because every answer it was made from is the same must be the page that would be made now. Content
# is changed at random, and all pages are made anew to compare.
from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kek_build.answers import Answers
from kek_build.assembly import Assembler, Assembly
from kek_build.builds import Units
from kek_build.embeds import build as embeds
from kek_build.errors import ContentError
from kek_build.history import History
from kek_build.pages import registers
from kek_build.pages.limits import Limits
from kek_build.pages.record import PageRecord
from kek_build.site import Site
from kek_build.tracing import noting
from tests.example import HISTORY, OPTIONS, PROJECT, Copy, copy_to

_LINE = re.compile(r"(?P<head>\s*(?:- )?(?P<key>[a-z_]+): )(?P<value>\S.*)")
_NEW_MEASURE = "nummer: 1-77\ntitel: Ganz neue Maßnahme mit [[1-2]]\nkurz: Sie kommt hinzu.\nhandlungsfeld: I\n"


def _assemble(root: Path) -> Assembly:
    assembler = Assembler(Site(root, root / "content", OPTIONS), _history=HISTORY)
    return assembler.assemble()


def _make_all(assembly: Assembly) -> tuple[Units, dict[str, PageRecord]]:
    """All pages of a site, and what those of concepts were made from; a build makes all others every time."""
    units, records = Units(Answers(assembly, None)), {}
    for path in assembly.planned:
        with noting() as asked:
            records[path] = assembly.write(path)
        if records[path].concept:
            units.add(path, asked, [path])
    return units, records


def _after(units: Units, assembly: Assembly, file: Path) -> Units:
    """What a later build knows of an earlier one, by way of a file."""
    units.save(file)
    later = Units(Answers(assembly, None))
    later.load(file)
    return later


def _change(copy: Copy, luck: random.Random) -> None:
    """Change something, as an editor might: a word, a value that stands elsewhere, a line less, a file more or less."""
    files = sorted(
        path for path in copy.folder.rglob("*") if path.suffix in {".yml", ".md"} and path.parent != copy.folder
    )
    files += sorted(copy.folder.glob("*.yml"))
    file = luck.choice(files)
    lines = file.read_text(encoding="utf-8").splitlines()
    places = [number for number, line in enumerate(lines) if _LINE.fullmatch(line)]
    match luck.randrange(6):
        case 0 | 1 if places:
            at = luck.choice(places)
            lines[at] += " geändert"
        case 2 | 3 if places:
            at = luck.choice(places)
            found = _LINE.fullmatch(lines[at])
            assert found
            texts = (path.read_text(encoding="utf-8").splitlines() for path in files)
            same = [m for text in texts for line in text if (m := _LINE.fullmatch(line)) and m["key"] == found["key"]]
            lines[at] = found["head"] + luck.choice(same)["value"]
        case 4 if places:
            del lines[luck.choice(places)]
        case _:
            if luck.random() < 0.5:
                file.unlink()
            else:
                (copy.folder / "massnahmen/1-77.yml").write_text(_NEW_MEASURE, encoding="utf-8")
            return
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Units, dict[str, PageRecord]]:
    return _make_all(_assemble(copy_to(tmp_path_factory.mktemp("vorher") / "projekt").root))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3))
def test_a_page_that_stays_is_the_page_that_would_be_made(
    before: tuple[Units, dict[str, PageRecord]], tmp_path_factory: pytest.TempPathFactory, seed: int, times: int
) -> None:
    folder = tmp_path_factory.mktemp("nachher")
    copy = copy_to(folder / "projekt")
    luck = random.Random(seed)  # noqa: S311
    for _ in range(times):
        _change(copy, luck)
    try:
        assembly = _assemble(copy.root)
    except ContentError:
        return
    units, records = before
    later = _after(units, assembly, folder / "teile")
    for path in assembly.planned:
        if later.keep(path):
            assert assembly.write(path) == records[path], path


def _cards(assembly: Assembly, units: Units | None = None, pages: Iterable[PageRecord] = ()) -> dict[str, bytes]:
    """What other sites show of things and pages."""
    found = embeds.outputs(assembly.shops, [*pages], OPTIONS, PROJECT / "docs_templates/assets/kek", units=units)
    return {output.path: output.content for output in found}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3))
def test_a_card_that_stays_is_the_card_that_would_be_made(
    tmp_path_factory: pytest.TempPathFactory, seed: int, times: int
) -> None:
    folder = tmp_path_factory.mktemp("karten")
    copy = copy_to(folder / "projekt")
    assembly = _assemble(copy.root)
    units = Units(Answers(assembly, None))
    before = _cards(assembly, units)
    luck = random.Random(seed)  # noqa: S311
    for _ in range(times):
        _change(copy, luck)
    try:
        assembly = _assemble(copy.root)
    except ContentError:
        return
    later = _after(units, assembly, folder / "teile")
    made = _cards(assembly, later)
    assert made | {path: before[path] for path in later.stays} == _cards(assembly)
    assert not made.keys() & later.stays


def _with_long_registers(root: Path) -> Assembly:
    """A site with limits so low that every register is long."""
    assembly = _assemble(root)
    limits = Limits(whole=1, page=1, links=1, values=2)
    return replace(assembly, shops=tuple(replace(shop, limits=limits) for shop in assembly.shops))


def _registers(assembly: Assembly, units: Units | None = None) -> dict[str, bytes]:
    """The files of registers."""
    return {output.path: output.content for shop in assembly.shops for output in registers.outputs(shop, units)}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3))
def test_a_register_that_stays_is_the_one_that_would_be_made(
    tmp_path_factory: pytest.TempPathFactory, seed: int, times: int
) -> None:
    folder = tmp_path_factory.mktemp("register")
    copy = copy_to(folder / "projekt")
    assembly = _with_long_registers(copy.root)
    units = Units(Answers(assembly, None))
    before = _registers(assembly, units)
    luck = random.Random(seed)  # noqa: S311
    for _ in range(times):
        _change(copy, luck)
    try:
        assembly = _with_long_registers(copy.root)
    except ContentError:
        return
    later = _after(units, assembly, folder / "teile")
    made = _registers(assembly, later)
    assert made | {path: before[path] for path in later.stays} == _registers(assembly)


def test_only_registers_that_show_what_changed_are_made(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "projekt")
    assembly = _with_long_registers(copy.root)
    units = Units(Answers(assembly, None))
    _registers(assembly, units)
    copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    assembly = _with_long_registers(copy.root)
    made = {path.partition("/")[0] for path in _registers(assembly, _after(units, assembly, tmp_path / "teile"))}
    assert "massnahmen" in made
    assert "orte" not in made


def test_only_the_cards_of_what_changed_are_made(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "projekt")
    assembly = _assemble(copy.root)
    units = Units(Answers(assembly, None))
    _cards(assembly, units)
    copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    assembly = _assemble(copy.root)
    made = _cards(assembly, _after(units, assembly, tmp_path / "teile"))
    files = ("karte/massnahmen/{}/index.html", "massnahmen/{}/status.svg", "massnahmen/{}/oembed.json")
    assert [file.format("1-2") in made for file in files] == [True] * 3
    assert [file.format("2-1") in made for file in files] == [False] * 3


def test_a_code_is_made_again_only_where_the_page_is_called_otherwise(
    before: tuple[Units, dict[str, PageRecord]], tmp_path: Path
) -> None:
    assembly = _assemble(copy_to(tmp_path / "projekt").root)
    pages = {path: before[1][path] for path in ("massnahmen/1-2/", "massnahmen/2-1/")}
    units = Units(Answers(assembly, None))
    first = _cards(assembly, units, pages.values())
    pages["massnahmen/1-2/"] = replace(pages["massnahmen/1-2/"], title="Anders")
    pages["massnahmen/2-1/"] = replace(pages["massnahmen/2-1/"], html="Anders")
    later = _after(units, assembly, tmp_path / "teile")
    made = _cards(assembly, later, pages.values())
    assert "massnahmen/2-1/qr.svg" in later.stays
    assert made["massnahmen/1-2/qr.svg"] != first["massnahmen/1-2/qr.svg"]


def test_when_nothing_changed_every_page_stays(before: tuple[Units, dict[str, PageRecord]], tmp_path: Path) -> None:
    assembly = _assemble(copy_to(tmp_path / "projekt").root)
    later = _after(before[0], assembly, tmp_path / "teile")
    assert {path for path in assembly.planned if later.keep(path)} == before[0].now.keys()


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        ("kennzahlen/radwege.csv", "47,10", "48,10", "kennzahlen/radwege/"),
        ("kennzahlen/busfahrten.csv", "2022;46,3", "2022;56,3", "kennzahlen/"),
        ("massnahmen/1-10.yml", "status: gefährdet", "status: ruht", "massnahmen/1-10/"),
        ("massnahmen/1-10.yml", "status: gefährdet", "status: ruht", "massnahmen/"),
        ("konzept.yml", "    phase: Daueraufgabe\n", "", "schluesselvorhaben/ii.1/"),
        ("massnahmen/1-10.yml", "status: gefährdet", "status: ruht", "berichte/2021-01-01-bis-2023-12-31/"),
    ],
)
def test_a_page_does_not_stay_when_a_file_beside_says_otherwise_how_a_thing_stands(  # noqa: PLR0917
    before: tuple[Units, dict[str, PageRecord]], tmp_path: Path, name: str, old: str, new: str, path: str
) -> None:
    copy = copy_to(tmp_path / "projekt")
    copy.replace(name, old, new)
    assembly = _assemble(copy.root)
    later = _after(before[0], assembly, tmp_path / "teile")
    assert not later.keep(path)
    assert assembly.planned[path].write().html != before[1][path].html


def test_a_report_does_not_stay_when_more_is_known_of_the_history(
    before: tuple[Units, dict[str, PageRecord]], tmp_path: Path
) -> None:
    root = copy_to(tmp_path / "projekt").root
    told = HISTORY.of("musterkreis")
    again = replace(told.told[0], when=told.told[0].when.replace(year=2022))
    history = History({"musterkreis": replace(told, told=(*told.told, again))})
    assembly = Assembler(Site(root, root / "content", OPTIONS), _history=history).assemble()
    path = "berichte/2021-01-01-bis-2023-12-31/"
    assert not _after(before[0], assembly, tmp_path / "teile").keep(path)
    assert "kek-changes" in assembly.page(path).html
    assert "kek-changes" not in before[1][path].html


def test_few_pages_do_not_stay_when_a_measure_changes(
    before: tuple[Units, dict[str, PageRecord]], tmp_path: Path
) -> None:
    copy = copy_to(tmp_path / "projekt")
    copy.replace("massnahmen/1-2.yml", "kurz: Ein Verzeichnis", "kurz: Eine Liste")
    assembly = _assemble(copy.root)
    later = _after(before[0], assembly, tmp_path / "teile")
    made = [path for path in assembly.planned if not later.keep(path)]
    assert "massnahmen/1-2/" in made
    assert "massnahmen/2-1/" not in made
    assert len(made) < len(assembly.planned) / 2
