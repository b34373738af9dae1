from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kek_build.errors import SetupError
from kek_build.site import SiteOptions, read_options, release
from kek_build.site.pruefbericht import Pruefbericht
from tests.example import OFFICIAL, REPORT

_ADDRESSES: dict[str, str | None] = {
    "site_url": "https://kek.landkreis-gruenau.de/",
    "repo_url": "https://git.landkreis-gruenau.de/kek",
}
_TODAY = date(2026, 12, 1)


def _told(
    options: SiteOptions = OFFICIAL,
    report: Pruefbericht | None = REPORT,
    addresses: dict[str, str | None] = _ADDRESSES,
    today: date = _TODAY,
    laender: tuple[str, ...] = ("Musterland",),
) -> list[str]:
    """What is told of a site that is not ready."""
    with pytest.raises(SetupError) as told:
        release.check(options, laender, report, addresses, today)
    head, *lines = str(told.value).splitlines()
    assert "demonstration: false" in head
    return [line.strip() for line in lines]


def _changed(path: str, value: object) -> SiteOptions:
    """The options of the official site with one of them changed; None leaves it out."""
    data: dict[str, Any] = OFFICIAL.model_dump(exclude_none=True)
    *above, last = path.split(".")
    inner = data
    for part in above:
        inner = inner[part]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return read_options(data)


def test_a_site_with_all_that_the_law_asks_for_may_be_built() -> None:
    release.check(OFFICIAL, ["Musterland", "Sachsen", "Sachsen-Anhalt"], REPORT, _ADDRESSES, _TODAY)


def test_a_site_needs_no_repository() -> None:
    release.check(OFFICIAL, ["Musterland"], REPORT, {**_ADDRESSES, "repo_url": None}, _TODAY)


@pytest.mark.parametrize(
    "key",
    ["anbieter.anschrift", "anbieter.vertreten_durch", "anbieter.telefon", "anbieter.mail", "anbieter.verantwortlich",
     "datenschutz.beauftragt", "datenschutz.protokoll", "laender.Musterland.recht",
     "laender.Musterland.durchsetzungsstelle", "laender.Musterland.datenschutzaufsicht"],
)  # fmt: skip
def test_what_is_missing_is_named_with_what_is_expected(key: str) -> None:
    (line,) = _told(_changed(key, None))
    assert line.startswith(f"„{key}“ fehlt. Erwartet: ")
    assert len(line.partition("Erwartet: ")[2]) > 10


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "Konzept Musterkreis"),
        ("anbieter.name", "Musterbetreiber"),
        ("anbieter.anschrift", ["Musterstraße 1"]),
        ("anbieter.vertreten_durch", "Landrat Max Mustermann"),
        ("anbieter.mail", "post@example.org"),
        ("anbieter.mail", "post@kreis.invalid"),
        ("datenschutz.beauftragt.mail", "dsb@kreis.test"),
        ("laender.Musterland.durchsetzungsstelle.web", "https://stelle.example/x"),
        ("gebaerdensprache", "https://localhost:8000/"),
    ],
)
def test_a_placeholder_is_named(key: str, value: object) -> None:
    shown = value[0] if isinstance(value, list) else value
    assert _told(_changed(key, value)) == [f"„{key}“: „{shown}“ ist ein Platzhalter."]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("anbieter.anschrift", ["Strickmusterweg 3"]),
        ("anbieter.telefon", "03433 12345"),
        ("anbieter.mail", "post@www.test.de"),
        ("gebaerdensprache", "https://www.kreis.de/invalid/test/example"),
    ],
)
def test_what_only_looks_like_a_placeholder_passes(key: str, value: object) -> None:
    release.check(_changed(key, value), ["Musterland"], REPORT, _ADDRESSES, _TODAY)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"site_url": "https://kek.example.org/"}, "„site_url“: „https://kek.example.org/“ ist ein Platzhalter."),
        ({"repo_url": "https://git.example.org/k"}, "„repo_url“: „https://git.example.org/k“ ist ein Platzhalter."),
        ({"site_url": "http://kek.kreis.de/"}, "„site_url“: „http://kek.kreis.de/“ beginnt nicht mit https://."),
        ({"site_url": None}, "„site_url“ fehlt. Erwartet: Adresse der veröffentlichten Website"),
    ],
)
def test_a_wrong_address_of_the_site_is_named(change: dict[str, str | None], line: str) -> None:
    assert _told(addresses={**_ADDRESSES, **change}) == [line]


def test_a_land_that_is_not_known_has_to_be_configured() -> None:
    lines = _told(laender=("Sachsen", "Thüringen", "Thüringen"))
    assert [line.partition(" fehlt")[0] for line in lines] == ["„laender.Thüringen.durchsetzungsstelle“"]


def test_a_missing_report_is_named_with_the_command_that_writes_it() -> None:
    (line,) = _told(report=None)
    assert line.startswith("„pruefbericht“: Die Datei „site_config/barrierefreiheit.json“ gibt es nicht.")
    assert "make pruefbericht" in line


def test_a_failing_report_is_named() -> None:
    (line,) = _told(report=REPORT.model_copy(update={"verstoesse": 3, "html_fehler": 1}))
    assert line == "„pruefbericht“: Die Prüfung vom 25.11.2026 fand Fehler: 3 Verstöße gegen Regeln, 1 Fehler im HTML."


@pytest.mark.parametrize(
    ("today", "words"),
    [(date(2026, 11, 24), "liegt in der Zukunft"), (date(2027, 11, 26), "ist älter als ein Jahr")],
)
def test_a_report_of_the_wrong_time_is_named(today: date, words: str) -> None:
    (line,) = _told(today=today)
    assert words in line


@pytest.mark.parametrize("today", [date(2026, 11, 25), date(2027, 11, 25)])
def test_a_report_holds_for_a_year(today: date) -> None:
    release.check(OFFICIAL, ["Musterland"], REPORT, _ADDRESSES, today)


def test_all_that_is_wrong_is_told_together() -> None:
    options = read_options({"titel": "K", "einleitung": "Z", "demonstration": False, "anbieter": {"name": "Muster"}})
    lines = _told(options, None, {"site_url": "https://kek.example.org/"}, laender=("Nirgendland",))
    assert [line.partition("“")[0].removeprefix("„") for line in lines] == [
        "anbieter.name", "anbieter.anschrift", "anbieter.vertreten_durch", "anbieter.telefon", "anbieter.mail",
        "anbieter.verantwortlich", "datenschutz.beauftragt", "datenschutz.protokoll", "laender.Nirgendland.recht",
        "laender.Nirgendland.durchsetzungsstelle", "laender.Nirgendland.datenschutzaufsicht", "site_url",
        "pruefbericht",
    ]  # fmt: skip
