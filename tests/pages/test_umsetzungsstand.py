# The pages on the state of a concept: every number is that of the data, leads to a register that lets through as many
# things as it counts, and what is not given is said first.
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench.concepts.project import generate
from kek_build import data
from kek_build.concept import Konzept, load
from kek_build.pages import massnahmen, schluesselvorhaben
from kek_build.pages.build import plan, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Row
from kek_build.pages.register_pages import Source, all_rows
from tests.example import MINIMAL, OPTIONS, Copy

_PAGE = "umsetzungsstand/"
_REGISTERS: Mapping[str, Source] = {
    "/massnahmen/": massnahmen.REGISTER,
    "/schluesselvorhaben/": schluesselvorhaben.REGISTER,
}


@dataclass(frozen=True)
class _County:
    """A county, its pages on its state, and the same as data."""

    shop: Workshop
    pages: Mapping[str, LexborHTMLParser]
    data: Mapping[str, Mapping[str, Mapping[str, Mapping[str, int]]]]
    """The numbers of each scope, by question and class."""


def _county(konzept: Konzept, day: date | None = None) -> _County:
    shop = replace(workshops([konzept], OPTIONS)[0], stichtag=day)
    pages = {page.path: LexborHTMLParser(page.write().html) for page in plan([shop], OPTIONS) if _PAGE in page.path}
    site = data.build([shop], OPTIONS)
    standing = site.concepts[0].standing
    assert standing is not None
    told = json.loads(standing.content)
    numbers = {
        scope["id"]: {
            "gezaehlt": {"alle": scope["gezaehlt"]},
            "nicht_gezaehlt": scope["nicht_gezaehlt"],
            **{key: scope[key] for key in told["fragen"]},
            "kennzahlen": {state: {"kennzahlen": count} for state, count in scope["kennzahlen"].items()},
        }
        for scope in told["bereiche"]
    }
    return _County(shop, pages, numbers)


@pytest.fixture(scope="module", params=["example", "generated"])
def county(request: pytest.FixtureRequest, musterkreis: Konzept, tmp_path_factory: pytest.TempPathFactory) -> _County:
    if request.param == "example":
        return _county(musterkreis)
    root = tmp_path_factory.mktemp("generated") / "projekt"
    (made,) = generate(root, 60)
    (konzept,), problems = load(root, [root / "content" / made.slug])
    assert problems == []
    return _county(konzept, date(2027, 3, 1))


def _numbers(page: LexborHTMLParser) -> Iterator[tuple[str, LexborNode]]:
    """Every number of a page with the scope that it is of."""
    for node in page.css("[data-frage]"):
        above = node
        while above is not None and "data-bereich" not in above.attributes:
            assert above.parent is not None
            above = above.parent
        yield above.attributes["data-bereich"] or "", node


def test_every_number_is_that_of_the_data(county: _County) -> None:
    seen = set()
    for path, page in county.pages.items():
        for scope, node in _numbers(page):
            about, name, kind = (node.attributes[f"data-{key}"] or "" for key in ("frage", "klasse", "art"))
            assert int(node.text()) == county.data[scope][about][name][kind], (path, scope, about, name)
            seen.add((scope, about, name, kind))
    told = {
        (scope, about, name, kind)
        for scope, abouts in county.data.items()
        for about, names in abouts.items()
        for name, kinds in names.items()
        for kind, count in kinds.items()
        if count and not scope.startswith("ziele/") and not (about == "nicht_gezaehlt" and kind == "zusammen")
    }
    assert told <= seen


def test_a_number_leads_to_the_register_that_lets_through_as_many_things(county: _County) -> None:
    rows = {path: list(_things(county.shop, source)) for path, source in _REGISTERS.items()}
    followed = 0
    for path, page in county.pages.items():
        for _, node in _numbers(page):
            if node.tag == "a":
                address = urlsplit(urljoin("/" + path, node.attributes["href"] or ""))
                wanted = {key: values[0] for key, values in parse_qs(address.query).items()}
                through = [thing for thing in rows[address.path] if _fits(thing, wanted)]
                assert len(through) == int(node.text()), (path, node.html)
                followed += 1
            else:
                assert node.text() == "0" or node.attributes["data-art"] in {"zusammen", "kennzahlen"}
    assert followed > 50


def _things(shop: Workshop, source: Source) -> Iterator[dict[str, set[str]]]:
    """The values of each row of a register, by filter; filters that it does not offer are not there."""
    listing = source.made(shop)

    def values(row: Row) -> Iterator[tuple[str, set[str]]]:
        for facet, code in zip(listing.facets, row.values.split(" "), strict=True):
            yield facet.key, {facet.values[int(place)].key.lower() for place in code.split(",")}

    return (dict(values(row)) for row in all_rows(shop.draft("x/"), listing))


def _fits(thing: Mapping[str, set[str]], wanted: Mapping[str, str]) -> bool:
    """Whether the register shows a thing; it passes over what it does not know."""
    return all(value.lower() in thing[key] for key, value in wanted.items() if key in thing)


def test_what_is_not_given_comes_first_in_words_pictures_and_tables(county: _County) -> None:
    for page in county.pages.values():
        first = page.css_first(".kek-body section h2")
        assert first is not None
        assert first.attributes["id"] == "ohne"
        for section in page.css("section"):
            for table in section.css("table:has(th[scope=row])")[:1]:
                classes = [th.text() for th in table.css("tbody th")]
                if "ohne Angabe" in classes:
                    assert classes[0] == "ohne Angabe"


def test_each_picture_has_the_numbers_of_its_table(county: _County) -> None:
    for page in county.pages.values():
        for key in ("phase", "status", "termine", "neues"):
            section = page.css_first(f'section[aria-labelledby="{key}"]')
            if section is not None:
                told = section.css_first("desc")
                assert told is not None
                rows = [(row.css("th")[0].text(), row.css("td")[-1].text()) for row in section.css("tbody tr")]
                wanted = ", ".join(f"{name} {count}" for name, count in rows if count != "0")
                assert told.text().partition(": ")[2] == f"{wanted}."


def test_lists_are_as_long_as_their_numbers_say_or_cut(county: _County) -> None:
    names = {"zuletzt": ("neues", "in den letzten 12 Monaten"), "ueberfaellig": ("termine", "überfällig"),
             "spaeter": ("termine", "später als geplant")}  # fmt: skip
    seen = 0
    for page in county.pages.values():
        for key, (about, name) in names.items():
            section = page.css_first(f'section[aria-labelledby="{key}"]')
            if section is not None:
                scope = section.attributes["data-bereich"] or ""
                assert len(section.css(".kek-row")) == min(county.data[scope][about][name]["zusammen"], 20)
                seen += 1
    assert seen > 3


def test_goals_have_a_row_each_with_how_many_are_completed(site: dict[str, PageRecord]) -> None:
    page = LexborHTMLParser(site[_PAGE + "i/"].html)
    rows = {row.attributes["data-bereich"]: row for row in page.css('section[aria-labelledby="ziele"] tbody tr')}
    assert list(rows) == ["ziele/1.1", "ziele/1.1.1", "ziele/1.1.1-1", "ziele/1.1.1-2", "ziele/1.2"]
    told = [cell.text().strip() for cell in rows["ziele/1.1.1"].css("td")]
    assert told == ["in Umsetzung: 1", "ohne Angabe: 1, in Vorbereitung: 1", "0\u00a0von\u00a03"]
    assert [cell.text().strip() for cell in rows["ziele/1.2"].css("td")] == ["keine", "keine", "–"]


def test_the_dates_show_plan_reality_and_delay(site: dict[str, PageRecord]) -> None:
    section = LexborHTMLParser(site[_PAGE].html).css_first('section[aria-labelledby="zeiten"]')
    assert section is not None
    rows = [[cell.text().strip() for cell in row.css("th, td")] for row in section.css("tbody tr")]
    assert rows == [
        ["I.1 Häuser wecken", "vom 1. Quartal 2021 bis 2025", "vom 2. Quartal 2021", "1 Quartal später"],
        ["1-10 Neue Bewohner finden", "von 2022", "–", "1 Jahr überfällig"],
    ]


def test_fields_goals_and_the_start_page_lead_there(site: dict[str, PageRecord]) -> None:
    for path, page in {"": _PAGE, "handlungsfelder/i/": f"{_PAGE}i/", "ziele/1.1.1/": f"{_PAGE}i/"}.items():
        (told,) = LexborHTMLParser(site[path].html).css(".kek-stand")
        (link,) = told.css("a")
        assert urljoin("/" + path, link.attributes["href"] or "") == f"/{page}"
    assert LexborHTMLParser(site["ziele/1.2/"].html).css(".kek-stand") == []


def test_a_goal_says_first_how_many_it_knows_nothing_of(site: dict[str, PageRecord]) -> None:
    told = LexborHTMLParser(site["ziele/1.1.1/"].html).css_first(".kek-stand")
    assert told is not None
    assert told.text() == (
        "Umsetzungsstand: Diesem Ziel dienen 1 Schlüsselvorhaben und 2 Maßnahmen. Bei 1 von 3 ist nicht angegeben, wie "
        "weit sie sind. Abgeschlossen: 0 von 3."
    )


def test_indicators_are_counted_and_listed_with_why_they_are_judged_so(county: _County) -> None:
    for page in county.pages.values():
        section = page.css_first('section[aria-labelledby="kennzahlen"]')
        assert section is not None
        counts = county.data[section.attributes["data-bereich"] or ""]["kennzahlen"]
        rows = [[cell.text().strip() for cell in row.css("td")] for row in section.css("tbody tr")]
        listed = [state for state, _ in rows]
        assert {state: listed.count(state) for state in counts} == {
            state: count["kennzahlen"] for state, count in counts.items()
        }
        assert all(why for _, why in rows)
        assert listed == sorted(listed, key=list(counts).index)


def test_what_is_dissolved_replaced_or_merged_is_said_apart(site: dict[str, PageRecord]) -> None:
    told = LexborHTMLParser(site[_PAGE].html).css('section[aria-labelledby="rechnung"] li')[-1].text()
    assert "ersetzt: 1 Schlüsselvorhaben und 1 Maßnahme" in told
    assert "zusammengeführt: 0 Schlüsselvorhaben und 1 Maßnahme" in told
    assert "aufgehoben: 2" in told


def _only(copy: Copy, *files: str) -> dict[str, PageRecord]:
    """The pages of a concept that has nothing but some files."""
    texts = {name: (copy.folder / name).read_text(encoding="utf-8") for name in files}
    for path in sorted(copy.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for name, text in ({"konzept.yml": MINIMAL} | texts).items():
        copy.write(name, text)
    shops = workshops([copy.konzept()], OPTIONS)
    return {page.path: page.write() for page in plan(shops, OPTIONS) if _PAGE in page.path}


def test_a_concept_without_anything_to_carry_out_says_so_and_has_one_page(copy: Copy) -> None:
    (page,) = _only(copy).values()
    html = LexborHTMLParser(page.html)
    lead = html.css_first(".kek-lead")
    assert lead is not None
    assert lead.text().startswith("Das Konzept nennt keine Schlüsselvorhaben und keine Maßnahmen.")
    assert html.css("table, svg, [data-frage]") == []
    assert "daten/" not in "".join(link.attributes["href"] or "" for link in html.css(".kek-body section a"))


def test_where_nothing_is_said_of_anything_no_list_pretends_to_know(copy: Copy) -> None:
    copy.write("handlungsfelder/II.yml", "nummer: II\ntitel: Wege\n")
    copy.write("massnahmen/2-1.yml", "nummer: 2-1\ntitel: Ein dichtes Busnetz\nhandlungsfeld: II\n")
    pages = _only(copy, "handlungsfelder/II.yml", "massnahmen/2-1.yml")
    assert list(pages) == [_PAGE, f"{_PAGE}ii/"]
    html = LexborHTMLParser(pages[_PAGE].html)
    assert [heading.attributes["id"] for heading in html.css(".kek-body h2[id]")] == [
        "ohne", "handlungsfelder", "rechnung", "daten",
    ]  # fmt: skip
    (section,) = html.css('section[aria-labelledby="ohne"]')
    assert "Zu Phase, Status, Terminen und Neuem ist bei keinem etwas angegeben." in section.text()
