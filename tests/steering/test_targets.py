# Whether an indicator is on target: by one rule, and where nothing says so, with the reason why it cannot be told.
from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models.dates import parse
from kek_build.models.numbers import write
from kek_build.steering import on_target
from kek_build.steering.ranges import Range
from kek_build.steering.targets import OFF, ON
from tests.steering.figures import at, indicator

_DAY = date(2026, 7, 1)
_FALLING: dict[str, Any] = {
    "richtung": "fallend", "ausgangswert": at("2020", "1 000"), "zielwerte": [at("2030", "500")],
}  # fmt: skip
_RISING: dict[str, Any] = {"richtung": "steigend", "zielwerte": [at("2030", "50")]}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        # On the straight line from 1 000 (2020) to 500 (2030), 750 are asked for in 2025.
        ({**_FALLING, "werte": [at("2025", "750")]}, "auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "750,1")]}, "nicht auf Kurs"),
        ({**_FALLING, "werte": [at("31.12.2025", "750")]}, "auf Kurs"),
        ({**_FALLING, "werte": [at("2024", "1"), at("2025", "900")]}, "nicht auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "900"), at("2024", "1")]}, "nicht auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "500")]}, "erreicht"),
        ({**_FALLING, "werte": [at("2025", "700", bis="750")]}, "auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "760", bis="800")]}, "nicht auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "700", bis="800")]}, "ohne Angabe"),
        ({**_FALLING, "werte": [at("2025", "750", genauigkeit="höchstens")]}, "auf Kurs"),
        ({**_FALLING, "werte": [at("2025", "750", genauigkeit="mindestens")]}, "ohne Angabe"),
        ({**_FALLING, "werte": [at("2025", "760", genauigkeit="mindestens")]}, "nicht auf Kurs"),
        ({**_FALLING, "werte": [at("2020", "1 000")]}, "ohne Angabe"),
        ({**_FALLING, "werte": []}, "ohne Angabe"),
        ({**_FALLING, "werte": [at("2027", "1")]}, "ohne Angabe"),
        ({**_FALLING, "werte": [at(None, "1")]}, "ohne Angabe"),
        # From target to target: 800 in 2024, then down to 500 in 2030; 650 are asked for in 2027, 750 in 2025.
        ({**_FALLING, "zielwerte": [at("2030", "500"), at("2024", "800")], "werte": [at("2025", "750")]}, "auf Kurs"),
        ({**_FALLING, "zielwerte": [at("2024", "800"), at("2030", "500")], "werte": [at("2024", "801")]}, "verfehlt"),
        ({**_FALLING, "zielwerte": [at("2024", "800"), at("2030", "500")], "werte": [at("2024", "800")]}, "erreicht"),
        ({**_FALLING, "zielwerte": [at("2022", "900")], "werte": [at("2025", "901")]}, "verfehlt"),
        ({**_FALLING, "zielwerte": [at("2022", "900")], "werte": [at("2025", "900")]}, "erreicht"),
        ({**_FALLING, "zielwerte": [at("2024", "900")], "werte": [at("2023", "1")]}, "ohne Angabe"),
        # Without a baseline in time there is no way.
        ({**_RISING, "werte": [at("2025", "49")]}, "noch nicht fällig"),
        ({**_RISING, "werte": [at("2025", "50")]}, "erreicht"),
        ({**_RISING, "werte": [at("2025", "40", bis="60")]}, "ohne Angabe"),
        ({**_RISING, "ausgangswert": at(None, "10"), "werte": [at("2025", "49")]}, "noch nicht fällig"),
        # A target without a time holds always, and may be compared with a value without one.
        ({"zielwerte": [at(None, "30", genauigkeit="mindestens")], "werte": [at("2025", "30")]}, "erreicht"),
        ({"zielwerte": [at(None, "30", genauigkeit="mindestens")], "werte": [at(None, "29")]}, "verfehlt"),
        ({"zielwerte": [at(None, "30", genauigkeit="weniger als")], "werte": [at("2025", "30")]}, "verfehlt"),
        ({"zielwerte": [at(None, "30")], "werte": [at("2025", "30")]}, "ohne Angabe"),
        ({"richtung": "fallend", "zielwerte": [at(None, "3", genauigkeit="mindestens")], "werte": [at("2025", "3")]},
         "ohne Angabe"),
        # What is to stay has no way: what is asked for, is asked for at once.
        ({"richtung": "gleichbleibend", "zielwerte": [at("2030", "9", bis="11")], "werte": [at("2025", "10")]},
         "erreicht"),
        ({"richtung": "gleichbleibend", "zielwerte": [at("2030", "9", bis="11")], "werte": [at("2025", "12")]},
         "nicht auf Kurs"),
        ({"richtung": "gleichbleibend", "zielwerte": [at("2025", "9", bis="11")], "werte": [at("2025", "12")]},
         "verfehlt"),
        ({"richtung": "gleichbleibend", "zielwerte": [at("2025", "10")], "werte": [at("2025", "12")]}, "ohne Angabe"),
        ({"werte": [at("2025", "12")]}, "ohne Angabe"),
        # Variants.
        ({"richtung": "steigend", "zielwerte": [at(None, "5", variante="A")],
          "werte": [at("2025", "6", variante="A"), at("2025", "1", variante="B")]}, "erreicht"),
        ({"richtung": "steigend", "zielwerte": [at(None, "5")],
          "werte": [at("2025", "6", variante="A"), at("2025", "7", variante="B")]}, "ohne Angabe"),
        ({"richtung": "steigend", "zielwerte": [at(None, "5")], "werte": [at("2025", "6", variante="A")]}, "erreicht"),
        ({"richtung": "steigend", "zielwerte": [at(None, "5", variante="A"), at(None, "7", variante="B")],
          "werte": [at("2025", "8")]}, "erreicht"),
        ({"richtung": "steigend", "zielwerte": [at(None, "5", variante="A"), at(None, "7", variante="B")],
          "werte": [at("2025", "6")]}, "ohne Angabe"),
    ],
)  # fmt: skip
def test_the_newest_value_is_compared_with_the_next_target_or_with_the_way_to_it(
    said: dict[str, Any], state: str
) -> None:
    assert on_target(indicator(**said), _DAY).state == state


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Das Konzept nennt kein Ziel."),
        (_RISING, "Das Konzept nennt keinen gemessenen Wert."),
        (_FALLING, "Das Konzept nennt keinen gemessenen Wert. Es gibt nur den Ausgangswert."),
        ({**_RISING, "werte": [at("2027", "1")]}, "Bis zum Stichtag gibt es keinen gemessenen Wert."),
        ({**_FALLING, "werte": [at("2020", "990")]}, "Seit dem Ausgangswert (2020) gibt es keinen neueren Wert."),
        ({"zielwerte": [at(None, "3")], "werte": [at("2025", "3")]},
         "Das Konzept sagt nicht, in welche Richtung die Zahl besser wird."),
        ({"richtung": "steigend", "zielwerte": [at(None, "3", genauigkeit="höchstens")], "werte": [at("2025", "3")]},
         "Das Ziel heißt „höchstens 3“, besser wird die Zahl aber, wenn sie steigt. Das passt nicht zusammen."),
        ({**_FALLING, "zielwerte": [at("31.12.2024", "900")], "werte": [at("2023", "1")]},
         "Die Zeit für das Ziel für den 31. Dezember 2024 ist um, der neueste Wert ist aber älter (2023)."),
        ({**_FALLING, "werte": [at("2025", "760")]},
         ("Der neueste Wert (2025: 760\u00a0km) bleibt hinter dem geraden Weg vom Ausgangswert (2020: 1\u202f000) zum "
         "Ziel für 2030 (höchstens 500\u00a0km) zurück; für 2025 verlangt er höchstens 750\u00a0km.")),
        ({**_FALLING, "zielwerte": [at("Q2/2024", "800"), at("2030", "500")], "werte": [at("2025", "500")]},
         "Der neueste Wert (2025: 500\u00a0km) hält das Ziel für 2030 schon jetzt ein: höchstens 500\u00a0km."),
        ({"richtung": "steigend", "zielwerte": [at(None, "5", genauigkeit="rund")], "werte": [at("2025", "5")]},
         ("Der neueste Wert (2025: 5\u00a0km) hält das Ziel, das ohne Zeitpunkt gilt, ein: mindestens 5\u00a0km. "
         "Verglichen wird mit den Zahlen, wie sie dastehen, auch wo „rund“ davor steht.")),
        ({"richtung": "steigend", "zielwerte": [at(None, "5", variante="A"), at(None, "7", variante="B")],
          "werte": [at("2025", "6", variante="A")]},
         ("Das Konzept nennt Ziele für mehrere Varianten, und sie stehen verschieden. A – erreicht: Der neueste Wert "
         "(2025: 6\u00a0km) hält das Ziel, das ohne Zeitpunkt gilt, ein: mindestens 5\u00a0km. B – ohne Angabe: Zu "
         "diesem Ziel nennt das Konzept keinen Wert mit Zeitpunkt.")),
    ],
)  # fmt: skip
def test_it_says_how_it_was_judged_or_why_it_cannot_be(said: dict[str, Any], told: str) -> None:
    assert on_target(indicator(**said), _DAY).told == told


def test_the_figures_compared_are_named() -> None:
    found = on_target(indicator(**_FALLING, werte=[at("2023", "840")]), _DAY)
    assert found.value
    assert found.value.wert == 840
    assert found.target
    assert found.target.wert == 500
    assert found.asked
    assert found.asked == Range(None, Decimal(850))
    assert found.is_on is True


_NUMBERS = st.decimals(-1000, 1000, places=1)
_TIMES = st.one_of(
    st.none(),
    st.integers(2015, 2035).map(str),
    st.integers(2015, 2035).map(lambda year: f"Q2/{year}"),
    st.integers(2015, 2035).map(lambda year: f"{year}/{year + 1}"),
    st.dates(date(2015, 1, 1), date(2035, 12, 31)).map(lambda day: day.isoformat()),
)


@st.composite
def _figures(draw: st.DrawFn) -> dict[str, str]:
    low, more = draw(_NUMBERS), draw(st.one_of(st.none(), st.decimals(0, 50, places=1)))
    words = {"genauigkeit": draw(st.sampled_from(["genau", "rund", "mindestens", "höchstens", "weniger als"]))}
    if more is not None:
        words["bis"] = write(low + more)
    if name := draw(st.sampled_from([None, None, "V1", "V2"])):
        words["variante"] = name
    return at(draw(_TIMES), write(low), **words)


_SAID = st.fixed_dictionaries(
    {
        "richtung": st.sampled_from([None, "steigend", "fallend", "gleichbleibend"]),
        "ausgangswert": st.one_of(st.none(), _figures()),
        "zielwerte": st.lists(_figures(), max_size=3),
        "werte": st.lists(_figures(), max_size=4),
    }
)
_DAYS = st.dates(date(2014, 1, 1), date(2037, 1, 1))


@given(_SAID, _DAYS)
def test_whatever_is_given_there_is_an_answer_with_a_reason(said: dict[str, Any], day: date) -> None:
    found = on_target(indicator(**said), day)
    assert found.told.endswith(".")
    assert "None" not in found.told
    assert found.is_on is (True if found.state in ON else False if found.state in OFF else None)
    if not said["zielwerte"] or not said["werte"]:
        assert found.state == "ohne Angabe"


@given(_SAID, _DAYS)
def test_what_is_measured_later_does_not_count(said: dict[str, Any], day: date) -> None:
    known = [value for value in said["werte"] if "zeit" not in value or parse(value["zeit"]).first <= day]
    found, without = (on_target(indicator(**{**said, "werte": werte}), day) for werte in (said["werte"], known))
    assert found.state == without.state
    assert found.value == without.value


@given(
    st.integers(2016, 2029),
    st.tuples(st.integers(2015, 2030), _NUMBERS),
    st.tuples(st.one_of(st.none(), st.just("2015")), _NUMBERS),
    _NUMBERS,
    st.decimals(0, 100, places=1),
)
def test_a_better_value_never_stands_worse_and_falling_is_rising_upside_down(
    year: int, goal: tuple[int, Decimal], first: tuple[str | None, Decimal], value: Decimal, more: Decimal
) -> None:
    def state(sign: int, number: Decimal) -> bool | None:
        said = indicator(
            richtung="steigend" if sign > 0 else "fallend",
            ausgangswert=at(first[0], write(first[1] * sign)),
            zielwerte=[at(str(goal[0]), write(goal[1] * sign))],
            werte=[at(str(year), write(number * sign))],
        )
        return on_target(said, date(year, 12, 31)).is_on

    worse, better = state(1, value), state(1, value + more)
    order = {False: 0, None: 1, True: 2}
    assert order[better] >= order[worse]
    assert state(-1, value) is worse


@given(st.integers(2016, 2029), _NUMBERS, _NUMBERS)
def test_a_value_on_the_straight_line_is_on_course_and_any_worse_is_not(
    year: int, first: Decimal, rise: Decimal
) -> None:
    goal = first + abs(rise) + 1
    line = first + (goal - first) * (year - 2015) / 15
    said: dict[str, Any] = {
        "richtung": "steigend", "ausgangswert": at("2015", write(first)), "zielwerte": [at("2030", write(goal))],
    }  # fmt: skip
    day = date(year, 12, 31)
    above, below = (write(round(line + step, 6)) for step in (Decimal("0.00001"), Decimal("-0.00001")))
    assert on_target(indicator(**said, werte=[at(str(year), above)]), day).state == "auf Kurs"
    assert on_target(indicator(**said, werte=[at(str(year), below)]), day).state == "nicht auf Kurs"


@given(st.dates(date(2021, 1, 1), date(2030, 12, 30)))
def test_a_longer_wait_for_a_new_value_makes_it_unknown_only_once_the_time_of_the_target_is_over(day: date) -> None:
    said = indicator(**_FALLING, werte=[at("2021", "940")])
    assert on_target(said, day).state == "auf Kurs"
    assert on_target(said, date(2030, 12, 31)).state == "auf Kurs"
    assert on_target(said, date(2030, 12, 31) + timedelta(1)).state == "ohne Angabe"
