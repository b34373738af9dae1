# From checked files to the linked concept: resolves every reference, builds the links in both directions, and
# checks what one file alone cannot show. All problems of a concept come back together.
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from kek_build.concept.draft import Check, Draft
from kek_build.concept.entries import CONCEPT_REF, KINDS, PREFIXES, Entry, entries_of, natural_key, title_key
from kek_build.concept.figure_checks import figure_findings
from kek_build.concept.finding import LINE, Finding
from kek_build.concept.former import SUCCESSORS, Former, Tombstone, circles, collect
from kek_build.concept.konzept import PROSE, Konzept, Link, resolve
from kek_build.concept.place_checks import findings
from kek_build.concept.progress_checks import progress_findings
from kek_build.concept.references import BrokenMention, Mention, mentions
from kek_build.concept.settling import settle, typed_figures
from kek_build.concept.structure_checks import structure_findings
from kek_build.concept.subjects import wrong_subjects
from kek_build.errors import Problem
from kek_build.models import KonzeptDatei, Thema
from kek_build.models.base import AnyKind
from kek_build.models.themen import STANDARD
from kek_build.reading import ConceptFiles, Origin
from kek_build.reading.folder import CONCEPT_FILE, LISTS
from kek_build.reading.leftover import PLACEHOLDER
from kek_build.reading.positions import locate
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule
from kek_build.tracing import Asked

_ANY = "die Nummer eines Eintrags oder seine Kennung: III.1, 1-32, swot/bildung, orte/zwenkau"
_LIST_OF = {f"{PurePosixPath(name).stem}/": name for name in LISTS}
"""The list that holds what a reference begins like this names."""
_PREFIXED = frozenset(PREFIXES.values())
_OF_WHAT_IS_MISSING = {Rule.NEIGHBOUR, Rule.NO_COMMITTEE}
"""Rules that ask for something beside something else."""
_NO_CYCLES = (SUCCESSORS, ("gehoert_zu",))
"""Relations that must lead to an end, each group taken together."""


def link(
    files: ConceptFiles, check: Check | None = None, subjects: tuple[Thema, ...] = STANDARD
) -> Konzept | list[Problem]:
    """Link the files of a concept.

    Args:
        files: the files as read, with their problems.
        check: looks for what else is wrong, as far as the concept is known.
        subjects: the subjects that things may be put under.

    Returns:
        The concept, or all problems: those of single files, and what does not fit together. A reference into a file
        that could not be read is no second problem.
    """
    linker = _Linker(files, subjects)
    linker.register()
    linker.remember()
    linker.connect()
    linker.check()
    problems = [*files.problems, *linker.problems, *(check(linker.draft()) if check else ())]
    return problems or linker.konzept()


class _Linker:
    def __init__(self, files: ConceptFiles, subjects: tuple[Thema, ...]) -> None:
        self.files = files
        self.subjects = subjects
        self.entries: dict[str, Entry] = {}
        self.by_address: dict[str, Entry] = {}
        self.former = Former({}, {}, {})
        self.at: dict[tuple[PurePosixPath, tuple[str | int, ...]], str] = {}
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.named: set[tuple[PurePosixPath, tuple[str | int, ...], str]] = set()
        self.folder = PurePosixPath(files.folder.relative_to(files.root).as_posix())
        self.settled_files = settle(files, self.folder / CONCEPT_FILE)
        self.unread = {problem.file.relative_to(self.folder) for problem in files.problems}
        self.once = {_name_at(item.address) for item in files.published}
        """What was published is called, in small letters."""
        self.missing: Counter[str] = Counter()
        """How often something is named whose whole list is not there, by the list's file."""

    def draft(self) -> Draft:
        """What is known of the concept so far."""
        lists = {PurePosixPath(name) for name in self.missing}
        published = tuple(self.files.published)
        return Draft(self.folder, self.entries, self.former, published, frozenset(self.unread | lists))

    def settled(self) -> KonzeptDatei | None:
        """What konzept.yml says, when nothing is wrong in it."""
        return None if PurePosixPath(CONCEPT_FILE) in self.unread else self.files.konzept

    def report(
        self,
        rule: Rule,
        origin: Origin,
        message: str,
        expected: str | None = None,
        *,
        suggestion: str | None = None,
        needle: str | None = None,
    ) -> None:
        line, column = locate(self.files.root, origin, needle)
        self.problems.append(Problem(origin.file, line, column, message, expected, suggestion, rule=rule))

    def register(self) -> None:
        """Put every thing into the register; a number or short name must be the only one, as part of an address."""
        for entry in entries_of(replace(self.files, things=list(self.settled_files.things))):
            if first := self.by_address.get(entry.ref.lower()):
                line, _ = locate(self.files.root, first.origin)
                message = f"„{entry.ref}“ gibt es schon ({first.origin.file}:{line})."
                self.report(Rule.DUPLICATE_NUMBER, entry.origin, message,
                            "jede Nummer und Kennung einmal; groß oder klein macht keinen Unterschied")  # fmt: skip
                continue
            self.entries[entry.ref] = self.by_address[entry.ref.lower()] = entry
            self.at[entry.origin.file, entry.origin.path] = entry.ref

    def remember(self) -> None:
        """Gather what things were called before, and what was dissolved."""
        self.former = collect(self.entries, self.files.ended, self._place, self.report)

    def _place(self, origin: Origin) -> str:
        return f"{origin.file}:{locate(self.files.root, origin)[0]}"

    def connect(self) -> None:
        """Resolve every reference of every file."""
        for stone in self.former.tombstones.values():
            for mention in mentions(stone.model):
                self._connect(stone, mention)
        for entry in self.entries.values():
            if entry.parent is None or (entry.parent == CONCEPT_REF and entry.kind != "dokument"):
                for mention in mentions(entry.model):
                    self._connect(entry, mention)
        self._tell_missing_lists()

    def _connect(self, file_entry: Entry | Tombstone, mention: Mention | BrokenMention) -> None:
        origin = Origin(file_entry.origin.file, (*file_entry.origin.path, *mention.path))
        if isinstance(mention, BrokenMention):
            self.report(Rule.REFERENCE_FORM, origin, f"„{mention.value}“ ist kein Verweis.",
                        "[[III.1]] oder [[3-34|das Busnetz]]", needle=mention.value)  # fmt: skip
            return
        target = resolve(self.entries, mention.value, mention.kinds)
        kinds = mention.kinds or AnyKind
        names = _called(kinds)
        if target is None and (former := self._former(mention)):
            # What took the place of something may have ended later.
            if not (
                isinstance(file_entry, Tombstone) and isinstance(former, Tombstone) and origin.path[1] in SUCCESSORS
            ):
                self._report_former(origin, mention, former)
            return
        if target is None and (mention.value == PLACEHOLDER or self.draft().may_hold(mention.value, kinds)):
            return
        if target is None and (name := self._missing_list(mention)):
            self.missing[name] += 1
            return
        if target is None:
            self._report_unknown(origin, mention, kinds)
        elif target.kind not in kinds:
            what = KINDS[target.kind][1]
            self.report(Rule.WRONG_KIND, origin, f"„{mention.value}“ ist hier nicht erlaubt ({what}).", names,
                        needle=mention.written)  # fmt: skip
        elif isinstance(file_entry, Entry):
            owner, relation = self._owner(origin, mention)
            self.links.append(Link(owner, target.ref, relation, mention.editorial))
            if mention.kinds is not None:
                self._check_repeat(origin, mention.value, target)

    def _report_unknown(self, origin: Origin, mention: Mention, kinds: tuple[str, ...]) -> None:
        if any(name in self.once and name not in self.by_address for name in _full_names(mention)):
            # It was deleted a moment ago: another number that looks like it is not what was meant.
            message = f"„{mention.value}“ gibt es nicht mehr; die Nummer oder Kennung war veröffentlicht."
            self.report(Rule.NO_SUCH_THING, origin, message, _without(mention), needle=mention.written)
            return
        guess, message = self._suggest(mention.value, kinds), f"„{mention.value}“ gibt es nicht."
        self.report(Rule.NO_SUCH_THING, origin, message, _called(kinds), suggestion=guess, needle=mention.written)

    def _missing_list(self, mention: Mention) -> str | None:
        """The list that would hold what is named, when there is no such file."""
        prefix = mention.value.partition("/")[0] + "/" if "/" in mention.value else ""
        if mention.kinds and len(mention.kinds) == 1:
            prefix = PREFIXES.get(mention.kinds[0], "")
        name = _LIST_OF.get(prefix)
        return name if name and self.folder / name not in self.files.names else None

    def _tell_missing_lists(self) -> None:
        for name, count in self.missing.items():
            places = "eine Stelle nennt" if count == 1 else f"{count} Stellen nennen"
            message = f"Die Datei fehlt, aber {places} etwas daraus."
            problem = Problem(self.folder / name, 0, 0, message, "die Datei wie zuvor", rule=Rule.FILE_MISSING)
            self.problems.append(problem)

    def _former(self, mention: Mention) -> Entry | Tombstone | None:
        """What a reference meant before that is no longer called so."""
        prefix = PREFIXES.get(mention.kinds[0], "") if mention.kinds and len(mention.kinds) == 1 else ""
        return self.former.past(prefix + mention.value) or self.former.past(mention.value)

    def _report_former(self, origin: Origin, mention: Mention, former: Entry | Tombstone) -> None:
        if isinstance(former, Entry):
            prefix = PREFIXES.get(former.kind, "")
            name = former.ref if mention.value.startswith(prefix) else former.ref.removeprefix(prefix)
            message = f"„{mention.value}“ heißt jetzt „{name}“."
            self.report(Rule.RENAMED, origin, message, name, needle=mention.written)
            return
        where, follow = self._place(former.origin), " oder ".join(former.successors)
        expected = f"{follow}, oder {_without(mention)}" if follow else _without(mention)
        message = f"„{mention.value}“ wurde aufgehoben ({where})."
        self.report(Rule.DISSOLVED, origin, message, expected, needle=mention.written)

    def _check_repeat(self, origin: Origin, value: str, target: Entry) -> None:
        *path, last = origin.path
        named = (origin.file, tuple(path), target.ref)
        if isinstance(last, int) and named in self.named:
            self.report(Rule.REPEATED, origin, f"„{value}“ steht in „{path[-1]}“ doppelt.", "jeder Eintrag einmal")
        self.named.add(named)

    def _owner(self, origin: Origin, mention: Mention) -> tuple[str, str]:
        path = origin.path
        for end in range(len(path) - 1, -1, -1):
            if ref := self.at.get((origin.file, path[:end])):
                return ref, PROSE if mention.kinds is None else str(path[end])
        raise AssertionError(origin)

    def _suggest(self, value: str, kinds: tuple[str, ...]) -> str | None:
        refs = [entry.ref for entry in self.entries.values() if entry.kind in kinds and entry.ref != CONCEPT_REF]
        if len(kinds) == 1 and (prefix := PREFIXES.get(kinds[0])):
            refs = [ref.removeprefix(prefix) for ref in refs]
        return nearest(value, refs)

    def check(self) -> None:
        """Check what only the whole concept shows."""
        before = len(self.problems)
        self._check_placements()
        self._check_cycles()
        self._tell(structure_findings(self.entries.values(), self.settled()))
        self._check_places()
        self._tell(wrong_subjects(self.entries.values(), self.subjects))
        self._tell(self.settled_files.findings)
        self._tell(progress_findings(self.entries.values(), self.settled()))
        self._tell(figure_findings(self.entries.values(), typed_figures(self.files)))
        # Where a value was left out because it is wrong, nothing can be said to be missing.
        self.problems[before:] = [
            problem
            for problem in self.problems[before:]
            if problem.rule not in _OF_WHAT_IS_MISSING or problem.file.relative_to(self.folder) not in self.unread
        ]

    def _check_placements(self) -> None:
        for entry in self.entries.values():
            if entry.kind == "schluesselvorhaben":
                seen: set[str] = set()
                for g, group in enumerate(entry.model.massnahmen):
                    for m, placed in enumerate(group.massnahmen):
                        if placed.massnahme in seen:
                            origin = Origin(entry.origin.file, ("massnahmen", g, "massnahmen", m, "massnahme"))
                            message = f"Die Maßnahme „{placed.massnahme}“ steht hier schon."
                            self.report(Rule.REPEATED, origin, message, "jede einmal")
                        seen.add(placed.massnahme)

    def _check_cycles(self) -> None:
        for relations in _NO_CYCLES:
            following: dict[str, dict[str, str]] = defaultdict(dict)
            for item in self.links:
                if item.relation in relations:
                    following[item.source].setdefault(item.target, item.relation)
            if relations == SUCCESSORS:
                for stone in self.former.tombstones.values():
                    for relation in relations:
                        for value in getattr(stone.model, relation):
                            target = self.former.find(value)
                            following[stone.ref].setdefault(target.ref if target else value, relation)
            for start, way in circles(following).items():
                at = self.entries.get(start) or self.former.tombstones[start.lower()]
                relation = following[start][way[1]]
                origin = Origin(at.origin.file, (*at.origin.path, relation))
                message = f"„{relation}“ führt im Kreis: {' → '.join(way)}."
                self.report(Rule.CIRCLE, origin, message, "ein Ende")

    def _check_places(self) -> None:
        land = konzept.land if (konzept := self.settled()) else None
        for found in findings(self.entries, self.links, land):
            origin = Origin(found.place.origin.file, (*found.place.origin.path, *found.path))
            self.report(found.rule, origin, found.message, found.expected)

    def _tell(self, findings: Iterable[Finding]) -> None:
        for found in findings:
            beside = str(locate(self.files.root, found.beside)[0]) if found.beside else ""
            message = found.message.replace(LINE, beside)
            self.report(found.rule, found.origin, message, found.expected, suggestion=found.suggestion)

    def konzept(self) -> Konzept:
        assert self.files.konzept is not None
        outgoing: dict[str, list[Link]] = defaultdict(list)
        incoming: dict[str, list[Link]] = defaultdict(list)
        for item in dict.fromkeys(self.links):
            outgoing[item.source].append(item)
            incoming[item.target].append(item)
        children: dict[str, list[Entry]] = defaultdict(list)
        by_kind: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            by_kind[entry.kind].append(entry)
            if entry.parent is not None and entry.parent != CONCEPT_REF:
                children[entry.parent].append(entry)
        slug = self.files.slug
        return Konzept(
            slug=slug,
            datei=self.files.konzept,
            entries=Asked(slug, "entries", MappingProxyType(self.entries)),
            outgoing=Asked(slug, "outgoing", _frozen(outgoing)),
            incoming=Asked(slug, "incoming", _frozen(incoming)),
            children_of=Asked(slug, "children", {ref: tuple(items) for ref, items in children.items()}),
            by_kind=Asked(slug, "kinds", {kind: tuple(_in_order(kind, items)) for kind, items in by_kind.items()}),
            synonyms=tuple(self.files.synonyms),
            folder=self.folder,
            former=self.former,
            published=tuple(self.files.published),
            subjects=self.subjects,
            marks=MappingProxyType(self.files.marks),
            held_back=self.settled_files.held_back,
        )


def _full_names(mention: Mention) -> set[str]:
    """What a reference may stand for, with and without the prefix of its kind, in small letters."""
    prefix = PREFIXES.get(mention.kinds[0], "") if mention.kinds and len(mention.kinds) == 1 else ""
    return {prefix + mention.value.lower(), mention.value.lower()}


def _name_at(address: str) -> str:
    """What the thing is called that was published at an address: `3-34`, `orte/zwenkau`, `swot/wohnen#chance-1`."""
    page, _, anchor = address.partition("#")
    section, _, key = page.rstrip("/").partition("/")
    if f"{section}/" not in _PREFIXED:
        return anchor or key
    return f"{section}/{key}#{anchor}" if key and anchor else f"{section}/{key or anchor}"


def _without(mention: Mention) -> str:
    if mention.kinds is None:
        return "kein Verweis: der Text ohne [[ und ]]"
    return "kein Verweis: Löschen Sie diese Zeile, und mit ihr einen „vermerk“, der dazu gehört"


def _called(kinds: tuple[str, ...]) -> str:
    """What is written to name a thing of some kinds, and where it is found."""
    if len(kinds) == len(AnyKind):
        return _ANY
    numbers = [KINDS[kind][1] for kind in kinds if kind not in PREFIXES]
    found = [f"eine Nummer ({', '.join(numbers)})"] if numbers else []
    for kind in kinds:
        if prefix := PREFIXES.get(kind):
            where = _LIST_OF.get(prefix) or ("konzept.yml, „quellen“" if kind == "dokument" else prefix)
            found.append(f"eine Kennung aus {where}")
    return " oder ".join(found)


def _frozen(links: dict[str, list[Link]]) -> MappingProxyType[str, tuple[Link, ...]]:
    return MappingProxyType({ref: tuple(items) for ref, items in links.items()})


def _in_order(kind: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    if kind in {"handlungsfeld", "schluesselvorhaben", "massnahme"}:
        return iter(sorted(entries, key=lambda entry: natural_key(entry.ref)))
    if kind in {"akteur", "ort", "begriff"}:
        return iter(sorted(entries, key=lambda entry: title_key(entry.title)))
    if kind == "seite":
        return iter(sorted(entries, key=lambda entry: (int(entry.model.position), entry.ref)))
    return iter(entries)
