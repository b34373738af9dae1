# Reports to the council: every part says what changed or that nothing did, and what is not known is told.
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept, load
from kek_build.history import Change, ConceptHistory, FieldChange, Gap, History
from kek_build.models.berichte import Bericht
from kek_build.pages import bericht
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import Limits
from kek_build.pages.record import PageRecord
from tests.example import HISTORY, MINIMAL, OPTIONS, Copy

_PARTS = (
    "ueberblick", "stand", "bewegung", "kennzahlen", "verzug", "beschluesse", "text", "ausblick", "zaehlung",
)  # fmt: skip


def _shop(konzept: Konzept, history: History = HISTORY, stichtag: date | None = None) -> Workshop:
    (shop,) = workshops([konzept], OPTIONS, history=history)
    return replace(shop, stichtag=stichtag)


def _report(shop: Workshop, **said: str) -> PageRecord:
    return bericht.page(shop, Bericht.model_validate({"titel": "Bericht", **said}))


def _part(page: PageRecord, name: str) -> str:
    """The words of a part of a report."""
    section = LexborHTMLParser(page.html).css_first(f"section[aria-labelledby={name}]")
    assert section is not None, name
    return " ".join(section.text().split())


def _rows(page: PageRecord, name: str) -> list[list[str]]:
    """The cells of the table in a part of a report, row by row."""
    rows = LexborHTMLParser(page.html).css(f"section[aria-labelledby={name}] tbody tr")
    return [[" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td")] for row in rows]


def _fact(page: PageRecord, label: str) -> str:
    for row in LexborHTMLParser(page.html).css(".kek-facts dl > div"):
        title = row.css_first("dt")
        assert title is not None
        if title.text().startswith(label):
            return " ".join(row.text().split())
    pytest.fail(f"nothing is said of {label}")


def test_reports_are_listed_newest_first(site: dict[str, PageRecord]) -> None:
    links = [str(a.attributes["href"]) for a in LexborHTMLParser(site["berichte/"].html).css(".kek-row__title a")]
    assert links == ["2021-01-01-bis-2023-12-31/", "jahr-2021/"]


def test_a_concept_without_reports_has_no_list_of_them_and_no_link(copy: Copy) -> None:
    text = (copy.folder / "konzept.yml").read_text(encoding="utf-8")
    before, _, rest = text.partition("berichte:\n")
    after = rest.partition("mitwirkende:\n")[2]
    copy.write("konzept.yml", f"{before}mitwirkende:\n{after}")
    found = {page.path: page for page in pages([_shop(copy.konzept())], OPTIONS)}
    assert not [path for path in found if path.startswith("berichte/")]
    assert 'href="berichte/"' not in found[""].html


def test_the_start_page_leads_to_the_reports(site: dict[str, PageRecord]) -> None:
    assert 'href="berichte/"' in site[""].html


def test_a_report_names_its_body_its_paper_and_its_days(site: dict[str, PageRecord]) -> None:
    page = site["berichte/jahr-2021/"]
    assert _fact(page, "Für") == "Für Kreistag & <Ausschüsse>"
    assert 'href="https://ratsinfo.muster.invalid/vorlage?nr=2022-2&amp;teil=1"' in page.html
    assert "1. Januar 2021 bis 31. Dezember 2021; beide Tage zählen mit" in _fact(page, "Zeitraum")
    assert "Das Jahr begann mit dem Beschluss & <Fragen>." in _part(page, "vorwort")


def test_what_happened_is_counted_and_named(site: dict[str, PageRecord]) -> None:
    page = site["berichte/2021-01-01-bis-2023-12-31/"]
    moves = (
        "Bei 3 von 7 Schlüsselvorhaben und Maßnahmen hat sich etwas bewegt: 2 begannen, 1 endete, 2 gerieten in Verzug."
    )
    assert f"{moves} Dazu kommen " in page.html
    assert _fact(page, "Begonnen").startswith("Begonnen (2) I.1 Häuser wecken 1-2")
    assert _fact(page, "Beendet").startswith("Beendet (1) 1-2")
    assert _fact(page, "Beschlüsse") == "Beschlüsse (1) Der Kreistag beschließt & verkündet das Konzept"
    moved = _part(page, "bewegung")
    assert "März 2023: Das Geld <reicht> nicht, sagt Bauamt." in moved
    assert "Phase: „in Vorbereitung“, vorher „geplant“; Status: „gefährdet“, vorher ohne Angabe." in moved
    assert "Meilenstein erreicht: Alle Häuser gezählt & <geprüft> (geplant: 4. Quartal 2021)" in moved
    assert "Für diesen Zeitraum nennt das Konzept hier nichts Neues." in moved
    values = [row[:2] for row in _rows(page, "kennzahlen")]
    assert ["Leere Häuser & <Wohnungen>", "31. Dezember 2021: 1 198,5 Häuser & Höfe"] in values
    assert ["1-10 Neue Bewohner finden", "Beginn", "2022", "1 Jahr", "in diesem Zeitraum"] in _rows(page, "verzug")
    assert "Der Kreistag beschließt & verkündet das Konzept" in _part(page, "beschluesse")
    assert ["2024", "Meilenstein: Zehn Häuser bewohnt", "I.1 Häuser wecken"] in _rows(page, "ausblick")


def test_the_share_without_data_is_said_first(site: dict[str, PageRecord]) -> None:
    page = LexborHTMLParser(site["berichte/2021-01-01-bis-2023-12-31/"].html)
    tables = page.css("section[aria-labelledby=stand] table")
    assert [table.css("tbody th")[0].text() for table in tables] == ["ohne Angabe", "ohne Angabe"]
    assert [[cell.text() for cell in table.css("tbody tr")[0].css("td")] for table in tables] == [
        ["1", "1", "unverändert"],
        ["3", "2", "–1"],
    ]


def test_indicators_are_held_against_their_targets(copy: Copy) -> None:
    copy.append("kennzahlen/radwege.csv", "2024;50,5;;;;;\n")
    plan = "richtung: steigend\nausgangswert: {zeit: 2020, wert: 40}\nzielwerte: [{zeit: 2030, wert: 60}]\n"
    copy.append("kennzahlen/radwege.yml", plan)
    ((_, values, target, judged),) = _rows(_report(_shop(copy.konzept()), von="2024", bis="2024"), "kennzahlen")
    assert values == "2024: 50,5 Kilometer"
    assert target == "2030: 60 Kilometer"
    assert judged.startswith("auf Kurs Der neueste Wert (2024: 50,5 Kilometer) liegt auf dem geraden Weg")


def test_an_indicator_without_a_target_says_so(copy: Copy) -> None:
    copy.append("kennzahlen/radwege.csv", "2024;50,5;;;;;\n")
    ((_, _, target, judged),) = _rows(_report(_shop(copy.konzept()), von="2024", bis="2024"), "kennzahlen")
    assert (target, judged) == ("keines", "ohne Angabe Das Konzept nennt kein Ziel.")


def test_of_many_values_the_newest_are_named_and_the_others_counted(copy: Copy) -> None:
    copy.append("kennzahlen/radwege.csv", "".join(f"{month:02}/2024;{month};;;;;\n" for month in range(1, 13)))
    ((_, values, *_),) = _rows(_report(_shop(copy.konzept()), von="2024", bis="2024"), "kennzahlen")
    assert values.startswith("Juli 2024: 7 Kilometer")
    assert values.endswith("Dezember 2024: 12 Kilometer und 6 ältere Werte")


def test_every_part_says_that_nothing_changed(musterkreis: Konzept) -> None:
    page = _report(_shop(musterkreis), von="01.01.2027", bis="31.12.2027")
    assert "Bei keinem von 7 Schlüsselvorhaben und Maßnahmen nennt das Konzept in dieser Zeit etwas Neues." in page.html
    told = {name: _part(page, name) for name in _PARTS}
    assert "nennt das Konzept in keinem Handlungsfeld etwas Neues" in told["bewegung"]
    assert "Für diesen Zeitraum gibt es keine neuen Werte." in told["kennzahlen"]
    assert "keine Beschlüsse und keine Schritte" in told["beschluesse"]
    assert "Am Text des Konzepts hat sich in dieser Zeit nichts geändert." in told["text"]
    assert "nennt das Konzept keine Termine" in told["ausblick"]
    assert _fact(page, "Begonnen") == "Begonnen (0) keine"


def test_a_concept_without_measures_has_reports_all_the_same(copy: Copy) -> None:
    copy.write("../klein/konzept.yml", f"{MINIMAL}berichte: [{{titel: Leer, von: 2021, bis: 2021}}]\n")
    concepts, problems = load(copy.root, [copy.content / "klein"])
    assert problems == []
    page = _report(_shop(concepts[0]), von="2021", bis="2021")
    assert "Das Konzept nennt keine Schlüsselvorhaben und keine Maßnahmen." in _part(page, "stand")
    assert "Das Konzept nennt keine Kennzahlen." in _part(page, "kennzahlen")
    assert "nichts im Verzug" in _part(page, "verzug")


# What changed in the text


def _past(*changes: tuple[str, str, str], gap: Gap | None = None, since: date | None = None) -> History:
    """Changes, each with its day, its thing and what happened, newest first."""
    made = tuple(
        Change(
            datetime.fromisoformat(f"{day}T10:00:00+01:00"),
            "konzept" if ref == "konzept" else "massnahme",
            ref,
            "Titel",
            happened,  # type: ignore[arg-type]
            (FieldChange("Titel", "changed", "Alt", "Neu"),) if happened == "changed" else (),
            place=number,
        )
        for number, (day, ref, happened) in enumerate(changes)
    )
    return History({"musterkreis": ConceptHistory(made, gap, since, "musterkreis")})


_WHOLE = (
    ("2022-07-01", "2-1", "changed"),
    ("2022-06-30", "1-10", "changed"),
    ("2022-06-30", "1-2", "created"),
    ("2021-12-31", "1-10", "changed"),
    ("2021-01-01", "1-10", "created"),
    ("2021-01-01", "konzept", "created"),
)


def test_changes_of_the_text_are_those_of_the_days_between(musterkreis: Konzept) -> None:
    shop = _shop(musterkreis, _past(*_WHOLE))
    text = _part(_report(shop, von="01.01.2022", bis="30.06.2022"), "text")
    assert "1-10 Neue Bewohner finden Titel geändert von „Alt“ zu „Neu“." in text
    assert "1-2 Verzeichnis leerer Häuser & <Höfe> neu aufgenommen" in text
    assert "Busnetz" not in text
    assert "bekannt" not in text


def test_what_the_concept_held_when_it_was_taken_up_was_not_added(musterkreis: Konzept) -> None:
    shop = _shop(musterkreis, _past(*_WHOLE))
    text = _part(_report(shop, von="01.01.2021", bis="31.12.2021"), "text")
    assert "1-10 Neue Bewohner finden Titel geändert" in text
    assert "neu aufgenommen" not in text
    assert "bekannt" not in text


@pytest.mark.parametrize(
    ("history", "told"),
    [
        (_past(*_WHOLE), "erst ab dem 1. Januar 2021 bekannt, also für diesen Zeitraum nicht."),
        (_past(gap=Gap.SHALLOW, since=date(2020, 3, 1)), "ist erst ab dem 1. März 2020 bekannt."),
        (_past(gap=Gap.NO_REPOSITORY), "liegt nicht in einem Git-Repository"),
        (History(gap=Gap.NO_PROGRAM), "fehlte das Programm Git"),
    ],
)
def test_what_is_not_known_of_the_text_is_told(musterkreis: Konzept, history: History, told: str) -> None:
    text = _part(_report(_shop(musterkreis, history), von="2020", bis="2020"), "text")
    assert told in text
    assert "nichts geändert" not in text


# Periods that are not over


@pytest.mark.parametrize(
    ("stichtag", "told"),
    [
        (
            date(2023, 6, 30),
            "Der Zeitraum ist am Stichtag dieser Website noch nicht zu Ende. Was noch geschieht, steht nicht darin.",
        ),
        (None, "Die neueste Angabe im Konzept ist von: Juni 2023. Was danach geschah, steht noch nicht darin."),
        (date(2023, 12, 31), None),
    ],
)
def test_a_period_that_is_not_over_says_so(musterkreis: Konzept, stichtag: date | None, told: str | None) -> None:
    page = _report(_shop(musterkreis, stichtag=stichtag), von="2021", bis="2023")
    hints = [hint.text() for hint in LexborHTMLParser(page.html).css(".kek-body > .kek-hint")]
    assert hints == ([told] if told else [])


# Long reports


def test_a_long_report_shows_the_beginning_and_counts_the_rest(musterkreis: Konzept) -> None:
    shop = replace(_shop(musterkreis), limits=Limits(page=2, links=1))
    page = _report(shop, von="2021", bis="2023")
    moved = LexborHTMLParser(page.html).css_first("section[aria-labelledby=bewegung]")
    assert moved is not None
    assert len(moved.css(".kek-row li")) == 2
    assert "frühere Angaben stehen auf der Seite selbst" in moved.text()
    assert "2 weitere Einträge stehen in der Tabelle zum Bericht" in moved.text()
    assert "1 weiterer Eintrag steht in der Tabelle zum Bericht" in _part(page, "verzug")


@pytest.mark.parametrize("documents", [True, False])
def test_a_report_leads_to_its_file_only_where_the_build_writes_it(musterkreis: Konzept, *, documents: bool) -> None:
    page = _report(replace(_shop(musterkreis), documents=documents), von="2021", bis="2023")
    assert ('href="bericht.pdf"' in page.html) is documents
