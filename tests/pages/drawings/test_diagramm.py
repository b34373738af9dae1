# Charts: the right form for what is given, everything inside the picture, in the right order, and no word on another.
from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.models import Kennzahl
from kek_build.models.numbers import parse
from kek_build.pages.drawings.diagramm import Diagramm, Frame, diagram
from kek_build.pages.drawings.punkte import Punkt, points
from kek_build.pages.drawings.skala import Scale, round_numbers, round_years, tick_text
from kek_build.pages.drawings.zeichnung import WIDTH, Bild
from kek_build.pages.record import PageRecord
from kek_build.steering.target_path import courses

_NUMBERS = st.decimals(-(10**15) + 1, 10**15 - 1, allow_nan=False, places=2).map(lambda number: f"{number:f}")
_ANY_NUMBERS = st.one_of(
    _NUMBERS,
    st.sampled_from(["0", "-0,001", "0,000000002", "100", "99999999999999", "123456789012345678901234567890", "1,10"]),
)
_TIMES = st.one_of(
    st.none(),
    st.integers(1000, 9999).map(str),
    st.dates().map(lambda day: f"{day:%d.%m.}{day.year:04}"),
    st.integers(1990, 2050).map(lambda year: f"Q3/{year}"),
    st.integers(1990, 2050).map(lambda year: f"{year}/{year + 1}"),
)


def _rising(figure: dict[str, str | None]) -> dict[str, str | None]:
    """A figure whose upper limit is not below it; else it is refused."""
    low, high = figure["wert"], figure.get("bis")
    if low and high and parse(low) > parse(high):
        return {**figure, "wert": high, "bis": low}
    return figure


_FIGURES = st.fixed_dictionaries(
    {"wert": _ANY_NUMBERS},
    optional={
        "zeit": _TIMES,
        "bis": _ANY_NUMBERS,
        "variante": st.sampled_from(["V1", "V2", "Durchschnitt aller Landkreise in Sachsen", "W" * 80]),
        "genauigkeit": st.sampled_from(["rund", "mindestens", "höchstens", "weniger als"]),
    },
).map(_rising)
_INDICATORS = st.fixed_dictionaries(
    {
        "kennung": st.just("zahl"),
        "titel": st.just("Eine Zahl"),
        "einheit": st.sampled_from(
            ["%", "km je Jahr", "Menschen & <Höfe>", "Wohnungen je 1 000 Einwohner im Landkreis " * 3]
        ),
        "werte": st.lists(_FIGURES, max_size=8),
        "zielwerte": st.lists(_FIGURES, max_size=4),
        "prognosen": st.lists(_FIGURES, max_size=4),
    },
    optional={"ausgangswert": _FIGURES},
)


def _read(**data: object) -> tuple[Punkt, ...]:
    model = Kennzahl.model_validate({"kennung": "zahl", "titel": "Eine Zahl", "einheit": "%", **data})
    return tuple(points(model))


def _drawn(day: date | None = None, **data: object) -> Bild:
    model = Kennzahl.model_validate({"kennung": "zahl", "titel": "Eine Zahl", "einheit": "%", **data})
    ways = tuple(way for course in courses(model, date.max) if (way := course.way))
    found = diagram("Eine Zahl", tuple(points(model)), Frame(ways, day))
    assert found is not None
    assert found.picture is not None
    return found.picture


def _coordinates(path: str) -> list[tuple[float, float]]:
    """Where the absolute commands of a path lead; relative ones stay within a few units of them."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]


def _assert_sound(picture: Bild) -> None:
    for box in picture.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.width >= 0
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= picture.height
    for path in (*picture.grid, *picture.paths):
        assert "nan" not in path.d.lower()
        assert "inf" not in path.d.lower()
        for x, y in _coordinates(path.d):
            assert 0 <= x <= WIDTH
            assert 0 <= y <= picture.height
    for words in picture.words:
        left, top, right, bottom = words.extent
        assert left >= -0.1, words
        assert right <= WIDTH + 0.1, words
        assert top >= 0, words
        assert bottom <= picture.height, words
    for one, other in combinations(picture.words, 2):
        assert not one.covers(other.extent), (one, other)


@given(
    _INDICATORS,
    st.sampled_from([None, "steigend", "fallend", "gleichbleibend"]),
    st.one_of(st.none(), st.dates(date(1980, 1, 1), date(2060, 1, 1))),
)
def test_whatever_the_figures_are_the_chart_stays_inside_and_no_word_covers_another(
    data: dict[str, object], direction: str | None, day: date | None
) -> None:
    model = Kennzahl.model_validate({**data, "richtung": direction})
    ways = tuple(way for course in courses(model, date.max) if (way := course.way))
    found = diagram("Eine Zahl", tuple(points(model)), Frame(ways, day))
    if found is None:
        return
    for picture in (found.picture, found.small):
        if picture:
            _assert_sound(picture)
    assert (found.picture is None) == (found.small is None)
    assert (found.picture is None) != (found.number is None)
    assert found.small is None or found.small.words == ()


@given(st.lists(_NUMBERS, min_size=2, max_size=6, unique=True))
def test_a_longer_bar_is_a_larger_number(numbers: list[str]) -> None:
    picture = _drawn(werte=[{"wert": number} for number in numbers], einheit="km")
    zero = next(x for path in picture.paths if path.style == "null" for x, _ in _coordinates(path.d))
    ends = [box.x + box.width if box.x + 0.01 >= zero else box.x for box in picture.boxes]
    amounts = [Decimal(number) for number in numbers if Decimal(number)]
    if len(ends) == len(amounts):  # bars thinner than a tenth of a unit are not drawn
        ordered = [end for _, end in sorted(zip(amounts, ends, strict=True))]
        assert ordered == sorted(ordered)


@given(st.lists(st.tuples(st.integers(1900, 2100), _NUMBERS), min_size=2, max_size=8, unique_by=lambda pair: pair[0]))
def test_later_stands_further_right_and_more_stands_higher(pairs: list[tuple[int, str]]) -> None:
    picture = _drawn(werte=[{"zeit": str(year), "wert": number} for year, number in pairs])
    (line,) = [path for path in picture.paths if path.style == "linie wert"]
    corners = _coordinates(line.d)
    numbers = [Decimal(number) for _, number in sorted(pairs)]
    assert [x for x, _ in corners] == sorted(x for x, _ in corners)
    by_number = [y for _, (_, y) in sorted(zip(numbers, corners, strict=True))]
    assert by_number == sorted(by_number, reverse=True)


@given(st.decimals(-(10**14), 10**14, places=3), st.decimals(0, 10**14, places=3), st.integers(1, 6))
def test_an_axis_has_round_numbers_from_below_the_lowest_to_above_the_highest(
    low: Decimal, span: Decimal, steps: int
) -> None:
    ticks = round_numbers(low, low + span, steps)
    assert ticks[0] <= low
    assert ticks[-1] >= low + span
    assert 2 <= len(ticks) <= steps + 3
    step = ticks[1] - ticks[0]
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    scale = Scale(ticks[0], ticks[-1], 0, 100)
    places = [scale.at(tick) for tick in ticks]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, 100)


@pytest.mark.parametrize(
    ("ticks", "said"),
    [
        (["0", "500", "1000"], ["0", "500", "1\u202f000"]),
        (["-2", "0", "2"], ["−2", "0", "2"]),
        (["0", "0.5", "1.0"], ["0", "0,5", "1"]),
        (["0", "500000", "1000000"], ["0", "0,5\u00a0Mio.", "1\u00a0Mio."]),
        (["0", "2E+9"], ["0", "2\u00a0Mrd."]),
    ],
)
def test_numbers_of_an_axis_are_german(ticks: list[str], said: list[str]) -> None:
    numbers = [Decimal(tick) for tick in ticks]
    assert [tick_text(number, numbers) for number in numbers] == said


def test_years_of_an_axis_are_round() -> None:
    assert round_years(2014.5, 2031.0, 3) == [2015, 2020, 2025, 2030]
    assert round_years(2019, 2021, 3) == [2019, 2020, 2021]
    assert round_years(2020.1, 2020.4, 3) == []


def test_times_make_a_series_with_a_shape_for_each_kind_of_figure() -> None:
    picture = _drawn(
        ausgangswert={"zeit": "2015", "wert": "41"},
        werte=[{"zeit": "2017", "wert": "52,5"}, {"zeit": "31.12.2021", "wert": "74,5"}],
        zielwerte=[{"zeit": "2025", "wert": "90", "bis": "95"}, {"zeit": "2030", "wert": "100"}],
        prognosen=[{"zeit": "2025", "wert": "82", "variante": "V1"}, {"zeit": "2030", "wert": "93", "variante": "V1"}],
    )
    assert picture.form == "zeitreihe"
    assert [key.text for key in picture.keys] == ["Ausgangswert", "Wert", "Zielwert", "Prognose V1"]
    shapes = {re.sub(r"^M[^a-z]*", "", key.marker) for key in picture.keys}
    assert len(shapes) == 4
    said = {words.text for words in picture.words}
    assert {"41", "74,5", "Ziel: 90 bis 95", "Ziel: 100", "V1: 93", "in %", "0", "2020"} <= said


def test_no_line_joins_values_and_targets() -> None:
    picture = _drawn(werte=[{"zeit": "2019", "wert": "10"}], zielwerte=[{"zeit": "2030", "wert": "20"}])
    assert [path for path in picture.paths if path.style.startswith("linie")] == []


_COURSE: dict[str, Any] = {
    "richtung": "fallend",
    "ausgangswert": {"zeit": "2020", "wert": "40"},
    "werte": [{"zeit": "2022", "wert": "38"}],
    "zielwerte": [{"zeit": "2030", "wert": "10", "bis": "20"}, {"zeit": "2025", "wert": "30"}],
}


def _way(picture: Bild) -> list[tuple[float, float]]:
    (way,) = [path for path in picture.paths if path.style == "linie zielwert"]
    return _coordinates(way.d)


def _places(picture: Bild, style: str) -> list[tuple[float, float]]:
    """Where the markers of a kind stand; of a square its upper left corner."""
    return [_coordinates(path.d)[0] for path in picture.paths if path.style == style]


def test_the_way_to_the_target_leads_from_the_baseline_through_the_targets_to_the_end_that_counts() -> None:
    picture = _drawn(**_COURSE)
    way = _way(picture)
    (baseline,) = _places(picture, "ausgangswert")
    targets = _places(picture, "zielwert")  # a diamond begins seven units above its middle
    assert way == [(baseline[0] + 5, baseline[1] + 5), *((x, y + 7) for x, y in (targets[0], min(targets[1:])))]
    assert "Weg zum Ziel" in [key.text for key in picture.keys]


def test_what_is_to_stay_has_no_way_from_its_baseline() -> None:
    picture = _drawn(**{**_COURSE, "richtung": "gleichbleibend", "zielwerte": [{"zeit": "2030", "wert": "30"}]})
    assert [path for path in picture.paths if path.style == "linie zielwert"] == []


def test_behind_the_last_target_the_line_goes_on_as_it_holds_on() -> None:
    picture = _drawn(**{**_COURSE, "zielwerte": [{"zeit": "2021", "wert": "30"}]})
    *_, target, end = _way(picture)
    assert end[1] == target[1]
    assert end[0] == max(x for x, _ in _coordinates(next(p.d for p in picture.paths if p.style == "linie wert")))


def test_a_target_without_a_time_is_a_line_across_all_of_a_series() -> None:
    werte = [{"zeit": "2019", "wert": "10"}, {"zeit": "2020", "wert": "20"}]
    picture = _drawn(werte=werte, zielwerte=[{"wert": "30", "genauigkeit": "mindestens"}])
    (goal,) = [path for path in picture.paths if path.style == "ziellinie"]
    (left, y), (right, same) = _coordinates(goal.d)
    assert (y, right) == (same, WIDTH)
    assert y < min(height for _, height in _places(picture, "wert"))
    assert "Ziel: mindestens 30" in {words.text for words in picture.words}
    assert "Ziel, gilt immer" in [key.text for key in picture.keys]
    assert picture.notes == ()
    assert left < right


@pytest.mark.parametrize(
    ("day", "shown"),
    [(None, False), (date(2019, 6, 1), False), (date(2023, 6, 30), True), (date(2030, 12, 31), False)],
)
def test_the_reference_day_is_shown_where_it_parts_what_was_from_what_shall_be(day: date | None, shown: bool) -> None:
    picture = _drawn(day, **_COURSE)
    assert [path.style for path in picture.paths].count("stichtag") == shown
    assert ("Stichtag" in {words.text for words in picture.words}) is shown


def test_variants_have_shapes_and_lines_of_their_own() -> None:
    prognosen = [
        {"zeit": year, "wert": number, "variante": name}
        for name, numbers in (("V1", ("50", "60")), ("V2", ("45", "40")), ("V3", ("10", "20")))
        for year, number in zip(("2025", "2030"), numbers, strict=True)
    ]
    picture = _drawn(prognosen=prognosen)
    assert [key.text for key in picture.keys] == ["Prognose V1", "Prognose V2", "Prognose V3"]
    assert len({re.sub(r"^M[^a-z]*", "", key.marker) for key in picture.keys}) == 3
    lines = [path.style for path in picture.paths if path.style.startswith("linie")]
    assert lines == ["linie prognose", "linie prognose prognose-2", "linie prognose prognose-3"]
    assert {"V1: 60", "V2: 40", "V3: 20"} <= {words.text for words in picture.words}


def test_of_many_values_only_the_ends_have_markers_and_the_last_its_number() -> None:
    werte = [{"zeit": f"{month}/{year}", "wert": "50"} for year in (2020, 2021, 2022) for month in range(1, 13)]
    picture = _drawn(werte=[*werte, {"zeit": "1/2023", "wert": "51"}])
    assert len(_places(picture, "wert")) == 2
    assert [words.text for words in picture.words if words.style == "zahl"] == ["51", "50"]


def test_words_stand_beside_a_line_where_there_is_room() -> None:
    picture = _drawn(**{**_COURSE, "zielwerte": [{"zeit": "2030", "wert": "10"}]})
    (words,) = [words for words in picture.words if words.text == "38"]
    left, top, right, bottom = words.extent
    (start, *_, end) = _way(picture)
    for step in range(101):
        x, y = (one + (other - one) * step / 100 for one, other in zip(start, end, strict=True))
        assert not (left < x < right and top < y < bottom)


def test_a_year_stands_at_its_last_day_and_where_there_are_other_times_it_says_so() -> None:
    werte = [{"zeit": when, "wert": "10"} for when in ("2019", "31.12.2019", "2020")]
    picture = _drawn(werte=[{**werte[0], "variante": "a"}, *werte[1:]])
    places = _places(picture, "wert") + _places(picture, "wert wert-2")
    assert len({x for x, _ in places}) == 2
    assert picture.notes[-1] == "Ein Jahr steht an seinem letzten Tag."


def test_a_span_ends_a_line_and_shows_both_ends() -> None:
    werte = [{"zeit": str(2019 + i), "wert": "10", **({"bis": "20"} if i == 2 else {})} for i in range(5)]
    picture = _drawn(werte=werte)
    lines = [_coordinates(path.d) for path in picture.paths if path.style == "linie wert"]
    assert [len(corners) for corners in lines] == [2, 2]
    assert [path.style for path in picture.paths].count("strecke wert") == 1
    assert [path.style for path in picture.paths].count("wert") == 6


def test_what_has_no_time_is_told_beside_a_series() -> None:
    picture = _drawn(
        werte=[{"zeit": "2019", "wert": "10"}, {"zeit": "2020", "wert": "20"}],
        prognosen=[{"wert": "30", "genauigkeit": "mindestens", "variante": "V2"}],
    )
    assert picture.notes == ("Ohne Zeitpunkt und deshalb nicht im Bild: Prognose V2: mindestens 30\u00a0%.",)


def test_an_axis_that_does_not_begin_with_zero_says_so() -> None:
    close = _drawn(werte=[{"zeit": "2019", "wert": "258000"}, {"zeit": "2020", "wert": "259000"}])
    assert close.notes == ("Die Achse beginnt nicht bei 0.",)
    wide = _drawn(werte=[{"zeit": "2019", "wert": "100000"}, {"zeit": "2020", "wert": "259000"}])
    assert wide.notes == ()


def test_variants_of_one_time_are_bars_and_negative_ones_lead_to_the_left() -> None:
    prognosen = [{"zeit": "2030", "wert": "-1,4", "variante": "V1"}, {"zeit": "2030", "wert": "-5,2", "variante": "V2"}]
    picture = _drawn(prognosen=prognosen)
    assert picture.form == "balken"
    zero = next(x for path in picture.paths if path.style == "null" for x, _ in _coordinates(path.d))
    assert [round(box.x + box.width, 1) for box in picture.boxes] == [zero, zero]
    assert picture.boxes[1].width > picture.boxes[0].width
    said = [words.text for words in picture.words]
    assert said[:4] == ["Prognose V1, 2030", "−1,4\u00a0%", "Prognose V2, 2030", "−5,2\u00a0%"]


def test_a_target_is_a_line_through_all_bars() -> None:
    picture = _drawn(werte=[{"wert": "10", "variante": "Nord"}], zielwerte=[{"wert": "20"}], einheit="km")
    (goal,) = [path for path in picture.paths if path.style == "ziellinie"]
    top, bottom = (y for _, y in _coordinates(goal.d))
    assert all(top <= box.y and box.y + box.height <= bottom for box in picture.boxes)


@pytest.mark.parametrize(
    ("unit", "figure", "form"),
    [
        ("%", {"wert": "48"}, "anteil"),
        ("%", {"wert": "100"}, "anteil"),
        ("%", {"wert": "40", "bis": "60"}, "anteil"),
        ("%", {"wert": "101"}, None),
        ("%", {"wert": "-1"}, None),
        ("km", {"wert": "550"}, None),
    ],
)
def test_a_single_figure_is_a_share_or_just_a_number(unit: str, figure: dict[str, str], form: str | None) -> None:
    found = diagram("Eine Zahl", _read(einheit=unit, werte=[figure]))
    assert found is not None
    assert (found.picture.form if found.picture else None) == form
    assert (found.number is None) == (form is not None)


def test_without_figures_there_is_nothing_to_show() -> None:
    assert diagram("Eine Zahl", ()) is None


def test_the_description_tells_the_figures() -> None:
    found = diagram("Eine Zahl", _read(werte=[{"zeit": "2019", "wert": "1 250", "genauigkeit": "rund"}, {"wert": "3"}]))
    assert isinstance(found, Diagramm)
    assert found.description == "Wert, 2019: rund 1\u202f250\u00a0%; Wert: 3\u00a0%."


def test_a_chart_has_a_title_a_description_and_the_same_numbers_in_the_table(site: dict[str, PageRecord]) -> None:
    tree = LexborHTMLParser(site["kennzahlen/leerstand/"].html)
    (picture,) = tree.css("svg[role=img]")
    title, description = (
        tree.css(f"#{picture.attributes[name]}")[0] for name in ("aria-labelledby", "aria-describedby")
    )
    assert title.text() == "Leere Häuser & <Wohnungen>"
    values = [cell.text() for cell in tree.css("td[data-label=Zahl]")]
    assert values
    assert all(value in description.text() for value in values)


def test_every_indicator_of_the_overview_has_its_picture_hidden_from_those_who_listen(
    site: dict[str, PageRecord], musterkreis: Konzept
) -> None:
    tree = LexborHTMLParser(site["kennzahlen/"].html)
    assert len(tree.css(".kek-card")) == len(musterkreis.of_kind("kennzahl"))
    pictures = tree.css(".kek-diagramm__bild--klein")
    assert pictures
    assert all(picture.attributes["aria-hidden"] == "true" for picture in pictures)
