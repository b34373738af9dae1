# What pages say of the calendar of a concept: how many dates it holds, and how to take it along. The file itself is
# written elsewhere (`kek_build.termine`); where nothing is due there is none, and no page speaks of it.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.standing import day_of
from kek_build.pages.text import counted
from kek_build.steering.due import Calendar, calendar
from kek_build.tracing import note, unnoted

CALENDAR = "calendar"
"""What is asked for: how much is due."""


@dataclass(frozen=True)
class CalendarView:
    """The calendar as a page offers it."""

    href: str
    """To fetch it once."""
    subscribe: str
    """For calendar programs, which look again by themselves."""
    address: str
    """To copy into a program that asks for it."""
    count: str
    """How many dates it holds: `12 Termine`."""
    left: str | None
    """How many more there are; None where it holds all."""
    day: str
    """The reference day."""


def calendar_of(shop: Workshop) -> Calendar:
    """What is due in a concept around its reference day."""
    note(shop.konzept.slug, CALENDAR)
    with unnoted():
        return shop.once((CALENDAR,), lambda: calendar(shop.konzept, day_of(shop).day))


def title_of(shop: Workshop) -> str:
    """What the calendar is called: `Landkreis Leipzig: Termine`."""
    return f"{shop.konzept.datei.name}: Termine"


def calendar_view(shop: Workshop, page: str) -> CalendarView | None:
    """The calendar as the page at a path offers it; None where nothing is due, or the edition is no longer in force."""
    held = calendar_of(shop)
    if not held.dates or shop.frozen:
        return None
    address = shop.url(shop.addresses.calendar)
    return CalendarView(
        relative(shop.addresses.calendar, page),
        f"webcal://{address.partition('://')[2]}",
        address,
        counted(len(held.dates), "Termin", "Termine"),
        counted(held.left, "weiterer", "weitere") if held.left else None,
        str(day_of(shop).told),
    )
