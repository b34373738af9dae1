# What the SWOT analysis answers: every number of the page, of its picture and of its table in the data counted once
# more from the files, for the example and for a generated county whose topics belong to several fields.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench.concepts.project import generate
from kek_build.concept import load
from kek_build.data.source import Source
from kek_build.data.table import fill
from kek_build.data.tables_goals import COVERAGE
from kek_build.pages.build import plan, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import Limits
from kek_build.pages.record import PageRecord
from tests.example import MUSTERKREIS, OPTIONS
from tests.reading.small_concept import FILES, write

_PAGE = "swot/antworten/"
_QUADRANTS = {"staerken": "Stärke", "schwaechen": "Schwäche", "chancen": "Chance", "risiken": "Risiko"}
_KINDS = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme")
_NAMES = ("Handlungsfeld", "Ziel", "Schlüsselvorhaben", "Maßnahme")


@dataclass(frozen=True)
class _Statement:
    """A statement as its file has it."""

    address: str
    fields: tuple[str, ...]
    quadrant: str
    kinds: frozenset[str]
    """The kinds of thing that answer it."""


@dataclass(frozen=True)
class _County:
    """A county as its files have it, and its pages."""

    statements: list[_Statement]
    shop: Workshop
    pages: dict[str, PageRecord]

    @property
    def of_answers(self) -> list[PageRecord]:
        return [page for path, page in self.pages.items() if path.startswith(_PAGE)]


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  (makes nothing but texts)


def _statements(folder: Path) -> Iterator[_Statement]:
    kinds = dict(_numbers(folder))
    for topic in map(_read, sorted(folder.glob("swot/*.yml"))):
        for quadrant in _QUADRANTS:
            for statement in topic.get(quadrant, ()):
                yield _Statement(
                    f"swot/{topic['kennung']}/#{statement['id']}",
                    tuple(topic["handlungsfelder"]),
                    quadrant,
                    frozenset(kinds[ref] for ref in statement.get("antworten", ())),
                )


def _numbers(folder: Path) -> Iterator[tuple[str, str]]:
    for section, kind in (("massnahmen", "massnahme"), ("schluesselvorhaben", "schluesselvorhaben")):
        yield from ((_read(file)["nummer"], kind) for file in folder.glob(f"{section}/*.yml"))
    for field in map(_read, folder.glob("handlungsfelder/*.yml")):
        yield field["nummer"], "handlungsfeld"
        goals = list(field.get("ziele", ()))
        while goals:
            goal = goals.pop()
            yield goal["nummer"], "ziel"
            goals += goal.get("ziele", ())


def _county(root: Path, folder: Path, limits: Limits) -> _County:
    concepts, problems = load(root, [folder])
    assert problems == []
    shop = replace(workshops(concepts, OPTIONS)[0], limits=limits)
    asked = (page for page in plan([shop], OPTIONS) if page.path == "swot/" or page.path.startswith(_PAGE))
    return _County(list(_statements(folder)), shop, {page.path: page.write() for page in asked})


@pytest.fixture(scope="module", params=["example", "generated", "generated, on many pages"])
def county(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> _County:
    if request.param == "example":
        return _county(MUSTERKREIS.parents[1], MUSTERKREIS, Limits())
    root = tmp_path_factory.mktemp("generated") / "projekt"
    (made,) = generate(root, 20)
    folder = root / "content" / made.slug
    fields = sorted(_read(file)["nummer"] for file in folder.glob("handlungsfelder/*.yml"))
    for number, file in enumerate(sorted(folder.glob("swot/*.yml"))):
        (one,) = _read(file)["handlungsfelder"]
        other = fields[(fields.index(one) + number) % len(fields)]
        both = f"handlungsfelder:\n  - {one}\n" + (f"  - {other}\n" if other != one else "")
        text = file.read_text(encoding="utf-8")
        assert f"handlungsfelder:\n  - {one}\n" in text
        file.write_text(text.replace(f"handlungsfelder:\n  - {one}\n", both), encoding="utf-8")
    few = Limits(whole=5, page=7)
    return _county(root, folder, few if "many" in request.param else Limits())


def _tables(county: _County) -> list[list[tuple[str, list[LexborNode]]]]:
    """The rows of the tables on the first page: what each is called, and its cells."""
    html = LexborHTMLParser(county.pages[_PAGE].html)
    return [
        [(row.css("th")[0].text().strip(), row.css("td")) for row in table.css("tbody tr")]
        for table in html.css("table")
    ]


def _expected_cell(statements: list[_Statement], quadrant: str) -> str:
    found = [bool(item.kinds) for item in statements if item.quadrant == quadrant]
    if not found:
        return "–"
    left = f", {found.count(False)}\u00a0ohne" if not all(found) else ""
    return f"{found.count(True)}\u00a0von\u00a0{len(found)}{left}"


def test_every_cell_of_the_matrix_is_as_the_files_have_it(county: _County) -> None:
    matrix, _ = _tables(county)
    fields = [field for field, _ in matrix[:-1]]
    assert {name.partition(" ")[0] for name in fields} == {f for item in county.statements for f in item.fields}
    for name, cells in matrix:
        inside = [item for item in county.statements if name not in fields or name.partition(" ")[0] in item.fields]
        assert [cell.text() for cell in cells] == [_expected_cell(inside, quadrant) for quadrant in _QUADRANTS], name
    assert matrix[-1][0].startswith("Alle Aussagen")


def test_every_number_of_the_kinds_of_answer_is_as_the_files_have_it(county: _County) -> None:
    _, table = _tables(county)
    assert [name for name, _ in table] == [*_NAMES, "nichts"]
    for (_, cells), kind in zip(table, (*_KINDS, None), strict=True):
        counts = Counter(
            item.quadrant for item in county.statements if (kind in item.kinds if kind else not item.kinds)
        )
        assert [cell.text() for cell in cells] == [str(counts[quadrant]) for quadrant in _QUADRANTS], kind


def test_the_picture_shows_the_numbers_of_the_table(county: _County) -> None:
    matrix, _ = _tables(county)
    html = LexborHTMLParser(county.pages[_PAGE].html)
    shown = [node.text() for node in html.css("svg.kek-diagramm__bild text.kek-d-zahl")]
    told = [cell.text().partition(",")[0].replace("\u00a0von\u00a0", "/") for _, cells in matrix[:-1] for cell in cells]
    assert shown == told


def test_every_number_in_a_field_leads_to_the_list_it_counts(county: _County) -> None:
    lists = dict(_lists(county))
    matrix, _ = _tables(county)
    followed = set()
    for name, cells in matrix[:-1]:
        for cell, quadrant in zip(cells, _QUADRANTS, strict=True):
            inside = [i for i in county.statements if i.quadrant == quadrant and name.partition(" ")[0] in i.fields]
            wanted = [[i.address for i in inside if bool(i.kinds) is answered] for answered in (True, False)]
            led = [_follow(link) for link in cell.css("a")]
            assert [sorted(lists[place]) for place in led] == [sorted(each) for each in wanted if each]
            followed.update(led)
    assert followed == set(lists)


def test_the_other_numbers_lead_to_the_register_with_filters_that_let_through_what_they_count(county: _County) -> None:
    matrix, kinds = _tables(county)
    register = LexborHTMLParser(county.pages["swot/"].html)
    for cell in [*matrix[-1][1], *(cell for _, cells in kinds for cell in cells)]:
        for link in cell.css("a"):
            address = urlsplit(urljoin("/" + _PAGE, link.attributes["href"] or ""))
            assert address.path == "/swot/"
            for facet, (value,) in parse_qs(address.query).items():
                chosen = register.css_first(f'#filter-{facet} option[value="{value}"]')
                assert chosen is not None or register.css_first(f"#filter-{facet}") is None, (facet, value)


def test_the_table_of_the_data_has_the_same_numbers(county: _County) -> None:
    table = fill(COVERAGE, Source(county.shop))
    assert f'"../../daten/{COVERAGE.name}.csv"' in county.pages[_PAGE].html
    assert len({values[0] for values in table.rows}) == len(_tables(county)[0])
    for values in table.rows:
        row = {column.name: value for column, value in zip(COVERAGE.columns, values, strict=True)}
        field = str(row["bereich"]).removeprefix("handlungsfelder/")
        assert row["handlungsfeld"] == (None if field == "alle" else row["bereich"])
        inside = [
            item
            for item in county.statements
            if _QUADRANTS[item.quadrant] == row["quadrant"] and (field == "alle" or field in item.fields)
        ]
        answered = [item for item in inside if item.kinds]
        assert (row["aussagen"], row["mit_antwort"]) == (len(inside), len(answered))
        assert row["ohne_antwort"] == len(inside) - len(answered)
        for kind in _KINDS:
            assert row[f"durch_{kind}"] == sum(kind in item.kinds for item in inside)


def _lists(county: _County) -> Iterator[tuple[str, list[str]]]:
    """Each list by the place where it begins: the addresses of the statements in it, over all pages."""
    found: dict[str, tuple[str, list[str]]] = {}
    for page in county.of_answers:
        for heading in LexborHTMLParser(page.html).css("h3[id^=feld-]"):
            rows = heading.next
            while rows is not None and rows.tag != "ul":
                rows = rows.next
            assert rows is not None
            links = [link.attributes["href"] or "" for link in rows.css(".kek-row__title a")]
            anchor = heading.attributes["id"] or ""
            _, held = found.setdefault(anchor, (f"{page.path}#{anchor}", []))
            held += [urljoin("/" + page.path, link).removeprefix("/") for link in links]
    return iter(found.values())


def _follow(link: LexborNode) -> str:
    return urljoin("/" + _PAGE, link.attributes["href"] or "").removeprefix("/")


def test_a_long_list_goes_on_on_further_pages(county: _County) -> None:
    few = county.shop.limits.whole == 5
    assert (len(county.of_answers) > 3) == few
    for page in county.of_answers[1:]:
        html = LexborHTMLParser(page.html)
        assert 0 < len(html.css(".kek-row")) <= 7
        assert html.css("table") == []
        assert page.crumbs[-1].path == _PAGE


def test_the_overview_the_topics_and_the_loose_ends_lead_there(site: dict[str, PageRecord]) -> None:
    for path in ("swot/", "swot/wohnen/", "lose-enden/"):
        links = [node.attributes["href"] or "" for node in LexborHTMLParser(site[path].html).css("a[href]")]
        assert _PAGE in {urljoin("/" + path, link).removeprefix("/") for link in links}, path


def test_answers_are_said_to_be_the_editors_and_each_is_shown_with_its_kind(site: dict[str, PageRecord]) -> None:
    html = LexborHTMLParser(site[_PAGE].html)
    assert html.css_first('section[aria-labelledby="zaehlung"] .kek-editorial') is not None
    (row,) = [row for row in html.css(".kek-row") if "Viele Häuser stehen leer." in row.text()]
    told = " ".join(row.css(".kek-via")[0].text().split())
    assert told == "Antwort (redaktionell): Ziel 1.1.1; Schlüsselvorhaben I.1; Maßnahme 1-2"


def test_that_statements_count_several_times_is_said_only_where_they_do(county: _County) -> None:
    several = any(len(item.fields) > 1 for item in county.statements)
    assert ("mehreren Handlungsfeldern" in county.pages[_PAGE].html) == several


def test_a_topic_without_statements_leads_to_no_such_page(tmp_path: Path) -> None:
    for name in ("konzept.yml", "handlungsfelder/I.yml", "swot/wohnen.yml"):
        write(tmp_path / "content/klein", name, FILES[name])
    concepts, problems = load(tmp_path, [tmp_path / "content/klein"])
    assert problems == []
    asked = {page.path: page for page in plan(workshops(concepts, OPTIONS), OPTIONS) if page.path.startswith("swot/")}
    assert list(asked) == ["swot/", "swot/wohnen/"]
    assert not [path for path, page in asked.items() if "antworten/" in page.write().html]
