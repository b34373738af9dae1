# How fresh what is said is, and what somebody should look at again.
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.models.massnahmen import Aktualisierung
from kek_build.steering.freshness import dated, months_after, months_before, newest, next_review, review, stand_of
from tests.example import Copy, load_musterkreis


def _stand(konzept: Konzept, ref: str) -> tuple[str, bool]:
    stand = stand_of(konzept, konzept[ref])
    return str(stand.when), stand.own


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("I.1", ("3. Mai 2022", True)),  # news, newer than its begin and the day of its cost estimate
        ("1-10", ("März 2023", True)),
        ("2-1", ("31. März 2021", False)),
        ("kennzahlen/leerstand", ("31. Dezember 2021", True)),
        ("I", ("31. März 2021", False)),
        ("orte/musterdorf", ("31. März 2021", False)),
    ],
)
def test_what_a_thing_says_is_as_fresh_as_its_newest_date_or_the_edition(ref: str, expected: tuple[str, bool]) -> None:
    assert _stand(load_musterkreis(), ref) == expected


@pytest.mark.parametrize(
    "text",
    [
        "aktualisierungen:\n  - {datum: 2025, text: x}\n  - {datum: 2024, text: y}\n",
        "tatsaechlich: {beginn: 2025}\n",
        "phase: abgeschlossen\ntatsaechlich: {ende: 2025}\n",
        "meilensteine:\n  - {titel: x, erreicht: 2025, geplant: 2027}\n",
        "aufgaben:\n  - {text: x, erledigt: 2025, bis: 2027}\n",
        "kosten: {betrag: 5, stand: 2025}\n",
    ],
)
def test_whatever_happened_makes_it_fresh_and_what_is_planned_does_not(copy: Copy, text: str) -> None:
    copy.append("massnahmen/2-1.yml", text + "geplant: {ende: 2029}\n")
    konzept = copy.konzept()
    assert _stand(konzept, "2-1") == ("2025", True)
    origin = konzept["2-1"].at(*stand_of(konzept, konzept["2-1"]).path)
    assert len(origin.path) > 1


def test_an_edition_that_is_newer_counts_except_for_measured_values(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "tatsaechlich: {beginn: 2015}\n")
    copy.replace("kennzahlen/leerstand.yml", "zeit: 31.12.2021", "zeit: 2015")
    copy.replace("kennzahlen/leerstand.yml", "zeit: 2019", "zeit: 2014")
    konzept = copy.konzept()
    assert _stand(konzept, "2-1") == ("31. März 2021", False)
    assert _stand(konzept, "kennzahlen/leerstand") == ("2015", True)


def test_a_list_is_as_fresh_as_its_newest_thing() -> None:
    konzept = load_musterkreis()
    assert str(newest(konzept, konzept.of_kind("massnahme")).when) == "Juni 2023"
    assert str(newest(konzept, dated(konzept)).when) == "Juni 2023"
    assert newest(konzept, ()) == newest(konzept, konzept.of_kind("ort"))


@pytest.mark.parametrize(
    ("general", "own", "day", "due"),
    [
        ("", "", "2035-01-01", None),
        ("12", "", "2022-03-31", None),
        ("12", "", "2022-04-01", "Stand älter als 12 Monate"),
        ("1", "", "2022-04-01", "Stand älter als ein Monat"),
        ("", "6", "2021-09-30", None),
        ("", "6", "2021-10-01", "Stand älter als 6 Monate"),
        ("12", "24", "2023-03-31", None),
        ("24", "6", "2023-03-31", "Stand älter als 6 Monate"),
    ],
)
def test_what_is_older_than_its_interval_should_be_looked_at(
    copy: Copy, general: str, own: str, day: str, due: str | None
) -> None:
    copy.replace("konzept.yml", "ueberpruefung: 120", f"ueberpruefung: {general}" if general else "")
    copy.append("massnahmen/2-1.yml", f"ueberpruefung: {own}\n" if own else "")
    konzept = copy.konzept()
    found = review(konzept, konzept["2-1"], date.fromisoformat(day))
    assert (found.words if found else None) == due
    until = next_review(konzept, konzept["2-1"])
    assert (until is not None and until < date.fromisoformat(day)) == (due is not None)


@pytest.mark.parametrize(
    "text", ["phase: abgeschlossen\n", "phase: eingestellt\n", "ersetzt_durch: 1-2\n", "zusammengefuehrt_mit: 1-2\n"]
)
def test_nobody_looks_again_at_what_is_over(copy: Copy, text: str) -> None:
    copy.append("massnahmen/2-1.yml", f"ueberpruefung: 1\n{text}")
    konzept = copy.konzept()
    assert review(konzept, konzept["2-1"], date(2035, 1, 1)) is None
    assert next_review(konzept, konzept["2-1"]) is None


def _values(copy: Copy, day: str) -> str | None:
    konzept = copy.konzept()
    found = review(konzept, konzept["kennzahlen/leerstand"], date.fromisoformat(day))
    return found.words if found else None


def test_an_indicator_is_looked_at_again_when_its_values_are_due(copy: Copy) -> None:
    assert _values(copy, "2023-03-31") is None
    assert _values(copy, "2023-04-01") == "Neue Werte waren fällig: März 2023"
    copy.replace("kennzahlen/leerstand.yml", "zeit: 31.12.2021", "zeit: 15.03.2023")
    assert _values(copy, "2023-04-01") is None


def test_else_the_rhythm_of_its_values_counts_where_the_concept_wants_reviews(copy: Copy) -> None:
    copy.replace("kennzahlen/leerstand.yml", "naechste_werte: 03/2023\n", "")
    assert _values(copy, "2022-12-31") is None
    assert _values(copy, "2023-01-01") == "Stand älter als 12 Monate"
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    assert _values(copy, "2035-01-01") is None


@settings(deadline=None, max_examples=60)
@given(when=st.dates(date(2015, 1, 1), date(2030, 1, 1)), months=st.integers(1, 60), days=st.integers(-40, 40))
def test_a_review_is_due_from_the_day_after_the_calendar_has_it(when: date, months: int, days: int) -> None:
    konzept = load_musterkreis()
    entry = konzept["2-1"]
    news = Aktualisierung.model_validate({"datum": when.isoformat(), "text": "x"})
    changed = {"aktualisierungen": (news,), "ueberpruefung": str(months)}
    entry = replace(entry, own=entry.own.model_copy(update=changed))
    until = next_review(konzept, entry)
    assert until is not None
    day = until + timedelta(days=days)
    assert (review(konzept, entry, day) is not None) == (day > until)


def test_what_has_no_dates_of_its_own_is_never_due() -> None:
    konzept = load_musterkreis()
    assert review(konzept, konzept["I"], date(2060, 1, 1)) is None


@pytest.mark.parametrize("value", ["0", "1000", "-3", "1,5", "12 Monate", "[12]"])
@pytest.mark.parametrize("given", ["konzept.yml: 120", "schluesselvorhaben/I.1.yml: 6"])
def test_an_interval_that_is_no_number_of_months_is_an_error(copy: Copy, given: str, value: str) -> None:
    file, _, months = given.partition(": ")
    copy.replace(file, f"ueberpruefung: {months}", f"ueberpruefung: {value}")
    problem = copy.only_problem()
    assert (problem.file.name, problem.line) == (file.rpartition("/")[2], copy.line(file, f"ueberpruefung: {value}"))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 28), 12, date(2025, 11, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 1), 24, date(2024, 12, 1)),
    ],
)
def test_months_are_counted_back(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 28), 12, date(2027, 11, 28)),
        (date(2026, 2, 28), 1, date(2026, 3, 31)),  # what held until the end of a month holds until the end of another
        (date(2024, 2, 28), 1, date(2024, 3, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
    ],
)
def test_months_are_counted_on(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_months_end_with_time() -> None:
    assert months_after(date(9999, 6, 1), 12) == date.max
