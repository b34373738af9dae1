# Whether a site may call itself official: with `demonstration: false` nothing may be missing that the law asks for, and
# nothing may be left of the placeholders that the project ships with. All that is wrong is told at once.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from kek_build.errors import SetupError
from kek_build.site.options import SiteOptions, describe
from kek_build.site.pruefbericht import Pruefbericht

MAX_AGE = timedelta(days=365)
"""A statement on accessibility is to be brought up to date every year (§ 7 Abs. 5 BITV 2.0)."""

_REQUIRED = (
    ("anbieter", "anschrift"),
    ("anbieter", "vertreten_durch"),
    ("anbieter", "telefon"),
    ("anbieter", "mail"),
    ("anbieter", "verantwortlich"),
    ("datenschutz", "beauftragt"),
    ("datenschutz", "protokoll"),
)
"""What § 5 DDG, § 18 MStV and Article 13 GDPR ask of a county's website, and only its operator knows."""

_PLACEHOLDER = re.compile(
    r"\bMuster|(?:@|://)(?:[\w-]+\.)*(?:example\.(?:org|com|net)|invalid|test|example|localhost)(?=[/:,;\s]|$)",
    re.IGNORECASE,
)
"""Names like „Musterstraße“, and addresses that are reserved for examples (RFC 2606)."""


def check(
    options: SiteOptions,
    laender: Iterable[str],
    report: Pruefbericht | None,
    addresses: Mapping[str, str | None],
    today: date,
) -> None:
    """Refuse to build an official site that is not ready.

    Args:
        options: the options of the site.
        laender: the Länder of its concepts.
        report: the result of the last accessibility test.
        addresses: where the site is published and where its repository stands, by the option that says so.
        today: the day of the build.

    Raises:
        SetupError: something is missing, with every key named.
    """
    found = [
        *_placeholders(options.model_dump(exclude={"konzepte"}), ""),
        *_missing(options),
        *_missing_of_laender(options, laender),
        *_wrong_addresses(addresses),
        *_wrong_report(options.pruefbericht, report, today),
    ]
    if found:
        head = "Diese Website kann noch nicht als amtliche Website gebaut werden (demonstration: false)."
        raise SetupError("\n".join([head, *(f"    {line}" for line in found)]))


def _placeholders(value: object, key: str) -> Iterator[str]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from _placeholders(inner, f"{key}.{name}" if key else str(name))
        case list() | tuple():
            for inner in value:
                yield from _placeholders(inner, key)
        case str() if _PLACEHOLDER.search(value):
            yield f"„{key}“: „{value}“ ist ein Platzhalter."


def _missing(options: SiteOptions) -> Iterator[str]:
    for path in _REQUIRED:
        group, name = path
        if not getattr(getattr(options, group), name):
            yield f"„{group}.{name}“ fehlt. Erwartet: {describe(path)}"


def _missing_of_laender(options: SiteOptions, laender: Iterable[str]) -> Iterator[str]:
    for name in dict.fromkeys(laender):
        land = options.land(name)
        for key, given in (
            ("recht", land.recht),
            ("durchsetzungsstelle", land.durchsetzung),
            ("datenschutzaufsicht", land.datenschutz),
        ):
            if not given:
                path = ("laender", name, key)
                yield f"„{'.'.join(path)}“ fehlt. Erwartet: {describe(path)}"


def _wrong_addresses(addresses: Mapping[str, str | None]) -> Iterator[str]:
    for key, address in addresses.items():
        if address and _PLACEHOLDER.search(address):
            yield f"„{key}“: „{address}“ ist ein Platzhalter."
        elif address and not address.startswith("https://"):
            yield f"„{key}“: „{address}“ beginnt nicht mit https://."
    if not addresses.get("site_url"):
        yield "„site_url“ fehlt. Erwartet: Adresse der veröffentlichten Website"


def _wrong_report(name: str, report: Pruefbericht | None, today: date) -> Iterator[str]:
    if report is None:
        yield f"„pruefbericht“: Die Datei „{name}“ gibt es nicht. „make pruefbericht“ schreibt sie."
        return
    day = f"{report.datum:%d.%m.%Y}"
    if report.failed:
        yield (
            f"„pruefbericht“: Die Prüfung vom {day} fand Fehler: {report.verstoesse} Verstöße gegen Regeln, "
            f"{report.html_fehler} Fehler im HTML."
        )
    if report.datum > today:
        yield f"„pruefbericht“: Der Tag der Prüfung ({day}) liegt in der Zukunft."
    elif today - report.datum > MAX_AGE:
        yield f"„pruefbericht“: Die Prüfung vom {day} ist älter als ein Jahr."
