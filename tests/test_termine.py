# The calendar of what is due, as calendar programs read it.
from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest

from kek_build import data, termine
from kek_build.concept import Konzept
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import plain_text
from kek_build.pages.termine import calendar_view
from tests.example import OPTIONS, Copy

_URL = "https://kek.example.org/kreise/"


def _shop(konzept: Konzept, day: date | None = date(2023, 6, 1), url: str = _URL) -> Workshop:
    (shop,) = workshops([konzept], OPTIONS.model_copy(update={"stichtag": day}), url)
    return shop


def _read(shop: Workshop) -> Any:
    return icalendar.Calendar.from_ical(termine.written(shop))


def _events(konzept: Konzept, day: date | None = date(2023, 6, 1)) -> dict[str, Any]:
    """The events as a library reads them, by their names."""
    read = _read(_shop(konzept, day))
    assert not read.errors
    found = {str(event["uid"]): event for event in read.walk("VEVENT")}
    assert len(found) == len(read.walk("VEVENT"))
    return found


def _calm(copy: Copy) -> Copy:
    """The example without any date that could be due."""
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "ueberpruefung: 6\n", "")
    copy.replace("massnahmen/1-10.yml", "ueberpruefung: 2\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "geplant:\n  beginn: Q1/2021\n  ende: 2025\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "    geplant: 2024\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "    bis: Q3/2023\n", "")
    copy.replace("massnahmen/1-10.yml", "geplant:\n  beginn: 2022\n", "")
    copy.replace("kennzahlen/leerstand.yml", "naechste_werte: 03/2023\n", "")
    copy.replace("kennzahlen/busfahrten.yml", "naechste_werte: 12/2023\n", "")
    return copy


def test_each_date_is_an_event_of_a_day_that_leads_to_its_thing(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "meilensteine:\n  - {titel: 'Takt; mit [[orte/musterdorf]], endlich', "
                "geplant: 14.02.2024}\n")  # fmt: skip
    events = _events(copy.konzept())
    (event,) = [event for name, event in events.items() if "/2-1/meilenstein/" in name]
    assert event["dtstart"].dt == date(2024, 2, 14)
    assert event["summary"] == "Meilenstein geplant: Takt; mit Musterdorf, endlich: 2-1 Ein dichtes Busnetz"
    assert event["url"] == f"{_URL}massnahmen/2-1/"
    assert event["description"].split("\n") == [
        "Maßnahme 2-1 Ein dichtes Busnetz", "Takt; mit Musterdorf, endlich", "Meilenstein geplant.",
        f"{_URL}massnahmen/2-1/",
    ]  # fmt: skip
    assert event["transp"] == "TRANSPARENT"
    assert [str(one) for one in event["categories"].cats] == ["Maßnahme"]


@pytest.mark.parametrize(
    ("planned", "day", "told"),
    [
        ("2026", date(2026, 12, 31), "2026"),
        ("Q2/2026", date(2026, 6, 30), "2. Quartal 2026"),
        ("02/2028", date(2028, 2, 29), "Februar 2028"),
        ("2026/2027", date(2027, 12, 31), "2026/2027"),
    ],
)
def test_what_is_no_day_stands_on_its_last_one_and_says_so(copy: Copy, planned: str, day: date, told: str) -> None:
    copy.append("massnahmen/2-1.yml", f"geplant: {{ende: {planned}}}\n")
    event = _events(copy.konzept())["musterkreis/2-1/ende@kek.example.org"]
    assert event["dtstart"].dt == day
    assert event["summary"] == f"Ende geplant ({told}): 2-1 Ein dichtes Busnetz"
    said = f"Genauer als „{told}“ ist der Zeitpunkt nicht angegeben; der Eintrag steht am letzten Tag."
    assert said in event["description"].split("\n")


def test_an_event_keeps_its_name_when_its_date_moves(copy: Copy) -> None:
    before = set(_events(copy.konzept()))
    copy.replace("schluesselvorhaben/I.1.yml", "geplant: 2024", "geplant: 2025")
    copy.replace("schluesselvorhaben/I.1.yml", "ende: 2025", "ende: 2026")
    assert set(_events(copy.konzept())) == before


def test_two_milestones_of_one_title_are_two_events(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "meilensteine:\n  - {titel: Bericht, geplant: 2026}\n"
                "  - {titel: Bericht, geplant: 2027}\n")  # fmt: skip
    assert sum("/2-1/meilenstein/" in name for name in _events(copy.konzept())) == 2


def test_its_stamp_is_how_fresh_the_thing_is_and_never_the_clock(copy: Copy) -> None:
    event = _events(copy.konzept())["musterkreis/I.1/ende@kek.example.org"]
    assert event["dtstamp"].dt == datetime(2022, 5, 3, tzinfo=UTC)
    assert termine.written(_shop(copy.konzept())) == termine.written(_shop(copy.konzept()))


def test_lines_are_as_the_standard_wants_them(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", f"aufgaben:\n  - {{text: {'Überörtliche Straße ' * 20}, bis: 2026}}\n")
    content = termine.written(_shop(copy.konzept()))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    for line in content.split(b"\r\n"):
        line.decode()  # no letter is cut
    assert icalendar.Calendar.from_ical(content).to_ical() == content


def test_the_calendar_says_what_it_is_and_when_to_ask_again(copy: Copy) -> None:
    read = _read(_shop(copy.konzept()))
    assert (read["name"], read["method"], read["url"]) == ("Landkreis Muster: Termine", "PUBLISH", _URL)
    about = "Was laut Kreisentwicklungskonzept Muster 2035 fällig ist. Demonstration, keine amtliche Veröffentlichung."
    assert read["description"] == about
    assert (str(read["x-wr-calname"]), str(read["x-wr-caldesc"])) == (str(read["name"]), about)


def test_what_is_left_out_is_said(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kek_build.steering.due.calendar.__defaults__", (3,))
    shop = _shop(copy.konzept())
    read = _read(shop)
    assert len(read.walk("VEVENT")) == 3
    assert re.search(r" \d+ weitere Termine liegen zeitlich ferner und fehlen\.$", read["description"])
    view = calendar_view(shop, "daten/")
    assert view is not None
    assert view.left is not None
    assert view.count == "3 Termine"


def test_the_page_of_the_data_offers_it_to_subscribe_and_to_fetch(copy: Copy) -> None:
    held = data.build([_shop(copy.konzept())], OPTIONS)
    page = next(page for page in data.pages(held, OPTIONS) if page.path == "daten/")
    assert 'href="webcal://kek.example.org/kreise/termine.ics"' in page.html
    assert 'href="../termine.ics" download' in page.html
    assert "https://kek.example.org/kreise/termine.ics" in plain_text(page.html)
    assert {"termine.ics"} <= {output.path for output in held.outputs}


def test_where_nothing_is_due_there_is_none_and_no_page_speaks_of_it(copy: Copy) -> None:
    shop = _shop(_calm(copy).konzept())
    assert termine.written(shop) == b""
    assert calendar_view(shop, "daten/") is None
    held = data.build([shop], OPTIONS)
    page = next(page for page in data.pages(held, OPTIONS) if page.path == "daten/")
    assert re.findall(r'termine\.ics|id="kalender"|webcal', page.html) == []
    assert not any(output.path.endswith(".ics") for output in held.outputs)
