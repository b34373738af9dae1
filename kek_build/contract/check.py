# Nothing that was published may disappear: every recorded address of a thing must lead to that thing, to the one that
# carries its name on (`aliase`), or to its tombstone (aufgehoben.yml). And no number may stand where the site has a
# part of itself. Needs no page, so `kek pruefen` does it as well.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kek_build.concept import Konzept
from kek_build.concept.draft import Draft
from kek_build.concept.entries import KINDS, PREFIXES
from kek_build.concept.former import NUMBERED, Tombstone, former_refs
from kek_build.errors import Problem
from kek_build.pages.addresses import ANSWERED, LIST_PAGES, ON_ONE_PAGE, RESERVED, SECTIONS
from kek_build.reading import Origin
from kek_build.reading.folder import ENDED_FILE, FOLDERS
from kek_build.reading.positions import locate
from kek_build.reading.registry import REGISTRY_FILE, Published
from kek_build.rules import Rule

_KIND_OF = {section: kind for kind, section in SECTIONS.items()}
_LISTED = SECTIONS.keys() - ON_ONE_PAGE - {"seite"}
"""The kinds of thing that stand below a page with a list of them."""
_STATEMENT = re.compile(r"swot/([a-z0-9-]+)/#((?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*)")
_LIST_OF = {"akteur": "akteure.yml", "ort": "orte.yml", "begriff": "glossar.yml", "dokument": "konzept.yml"}
_ROMAN = re.compile(r"[ivxl]+(?:[.-]|$)")


@dataclass(frozen=True)
class Named:
    """The thing that an address was the address of."""

    kind: str
    ref: str
    """In small letters, as in the address."""


def named_by(address: str) -> Named | None:
    """The thing that an address, relative to its concept, belongs to; None for pages that show no single thing."""
    if statement := _STATEMENT.fullmatch(address):
        return Named("aussage", f"swot/{statement[1]}#{statement[2]}")
    page, _, anchor = address.partition("#")
    section, _, rest = page.partition("/")
    kind = _KIND_OF.get(section)
    key = rest.partition("/")[0] or (anchor if kind in ON_ONE_PAGE else "")
    if not kind or not key or f"{section}/{key}" == ANSWERED:
        return None
    return Named(kind, PREFIXES.get(kind, "") + key)


def check(concepts: Iterable[Konzept | Draft], root: Path) -> list[Problem]:
    """Find what would break the link contract.

    Args:
        concepts: the concepts, as far as they are known.
        root: the project.

    Returns:
        A problem for each thing that was published and that nothing answers for, at its line in adressen.txt, and for
        each number that is a part of the site's own addresses.
    """
    drafts = [item if isinstance(item, Draft) else Draft.of(item) for item in concepts]
    return [problem for draft in drafts for problem in (*_lost(draft), *_reserved(draft, root))]


def _lost(konzept: Draft) -> Iterator[Problem]:
    asked: set[Named] = set()
    for published in konzept.published:
        named = named_by(published.address)
        if named is None or named in asked:
            continue
        asked.add(named)
        if konzept.former.find(named.ref, named.kind) is None and not konzept.may_hold(named.ref, (named.kind,)):
            yield _problem(konzept, published, named)


def _problem(konzept: Draft, published: Published, named: Named) -> Problem:
    topic, mark, anchor = named.ref.partition("#")
    name = anchor or named.ref.rpartition("/")[2]
    if named.kind in NUMBERED and _ROMAN.match(name):
        name = name.upper()
    where = f"{konzept.folder}/{_file_of(named, topic.rpartition('/')[2] if mark else name)}"
    ref = f"{topic}#{anchor}" if mark else PREFIXES.get(named.kind, "") + name
    kind = KINDS[named.kind][1]
    lines = [f"- verweis: {ref}", *([f"  art: {named.kind}"] if named.kind in NUMBERED else []),
             "  titel: …", "  ende: 2026", "  grund: …", "  ersetzt_durch: […]"]  # fmt: skip
    expected = (
        f"eines von dreien:\n"
        f"      1. {where} wie zuvor\n"
        f"      2. „aliase: [{name}]“ dort, wo es unter anderem Namen weitergeht („kek umbenennen“)\n"
        f"      3. in {konzept.folder}/{ENDED_FILE}, was daraus wurde:\n" + "\n".join(f"           {x}" for x in lines)
    )
    message = f"„{published.address}“ wurde veröffentlicht, aber niemand antwortet mehr dafür: {kind} „{ref}“ fehlt."
    return Problem(konzept.folder / REGISTRY_FILE, published.line, 1, message, expected, rule=Rule.ADDRESS_LOST)


def _file_of(named: Named, name: str) -> str:
    """The file that a thing stood in, relative to its concept."""
    section = SECTIONS["swot" if named.kind == "aussage" else named.kind]
    if named.kind == "ziel":
        return "handlungsfelder/"
    if named.kind == "seite":
        return f"{section}/{name}.md"
    return f"{section}/{name}.yml" if section in FOLDERS else _LIST_OF[named.kind]


def _reserved(konzept: Draft, root: Path) -> Iterator[Problem]:
    """Numbers whose short address (`leipzig/3-34/`) is a part of the site itself."""
    expected = "eine Nummer, die keine feste Adresse der Website ist"
    found: list[tuple[str, Origin]] = []
    for thing in konzept.former.things():
        if thing.kind in NUMBERED:
            key = "verweis" if isinstance(thing, Tombstone) else "nummer"
            found.append((thing.ref, Origin(thing.origin.file, (*thing.origin.path, key))))
            at = (*thing.origin.path, "aliase")
            found.extend((ref, Origin(thing.origin.file, (*at, index))) for index, ref in former_refs(thing))
    for ref, origin in found:
        if ref.lower() in RESERVED:
            line, column = locate(root, origin)
            message = f"Eine Nummer kann nicht „{ref}“ heißen."
            yield Problem(origin.file, line, column, message, expected, rule=Rule.RESERVED)
    for thing in konzept.former.things():
        name = thing.ref.removeprefix(PREFIXES.get(thing.kind, ""))
        if thing.kind in _LISTED and LIST_PAGES.fullmatch(name.lower()):
            line, column = locate(root, thing.origin)
            message = f"Eine Kennung kann nicht „{name}“ heißen: So heißen die Seiten langer Listen."
            yield Problem(thing.origin.file, line, column, message, "eine andere Kennung", rule=Rule.RESERVED)
    yield from _taken_by_answers(konzept, root)


def _taken_by_answers(konzept: Draft, root: Path) -> Iterator[Problem]:
    """Topics that are or were called as the page is that tells what answers the SWOT analysis."""
    for thing in konzept.former.things():
        if thing.kind != "swot":
            continue
        at = (*thing.origin.path, "verweis" if isinstance(thing, Tombstone) else "kennung")
        names = [(thing.ref, at)]
        names += [(ref, (*thing.origin.path, "aliase", index)) for index, ref in former_refs(thing)]
        for ref, path in names:
            if ref.lower() == ANSWERED:
                line, column = locate(root, Origin(thing.origin.file, path))
                name = ref.removeprefix(PREFIXES["swot"])
                message = (
                    f"Ein SWOT-Thema kann nicht „{name}“ heißen: So heißt die Seite mit dem, was darauf antwortet."
                )
                yield Problem(thing.origin.file, line, column, message, "eine andere Kennung", rule=Rule.RESERVED)
