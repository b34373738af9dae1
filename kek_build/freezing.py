# The editions of the concepts of a site, as its configuration names them: found before anything is built, so that a tag
# that is missing or a name that is taken is told with its line; read only when somebody needs their pages.
from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from kek_build.concept import Konzept
from kek_build.concept.draft import Draft
from kek_build.editions.declared import Declared, declared, wrong
from kek_build.editions.editions import Edition, Editions, Loaded
from kek_build.editions.mending import UnreadableError, mended
from kek_build.editions.source import Source, SourceError, find_source, from_folder
from kek_build.errors import ContentError, Problem
from kek_build.pages.addresses import RESERVED
from kek_build.pages.eingefroren import addresses_of
from kek_build.pages.prose_links import prose_problems
from kek_build.reading.excerpts import quote
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule
from kek_build.site import FruehereFassung, Site
from kek_build.site.places import Options

_OPTION = "fassungen"


def editions_of(site: Site, concepts: Sequence[Konzept], cache: Path | None = None) -> dict[str, Editions]:
    """The editions of each concept that has any but the one in force.

    Args:
        site: the site.
        concepts: its concepts as they are now.
        cache: the folder to keep what was read of editions in.

    Raises:
        ContentError: an edition cannot be found, or not be called so; with file and line.
    """
    if not site.options.fassungen:
        return {}
    options = Options(site.configuration, site.root)
    problems = list(_unknown(site, concepts, options))
    found = {}
    for konzept in concepts:
        given = site.options.fassungen.get(konzept.slug, ())
        told = declared(given)
        for one in wrong(given, _taken(konzept)):
            way: list[str | int] = [_OPTION, konzept.slug, one.place, *filter(None, [one.key])]
            problems.append(options.problem(way, one.message, one.expected))
        if told.frozen:
            editions, missing = _found(site, konzept, told, options, cache, alone=len(concepts) == 1)
            problems += missing
            found[konzept.slug] = editions
    if problems:
        raise ContentError(quote(problems, site.root))
    return found


def _unknown(site: Site, concepts: Sequence[Konzept], options: Options) -> Iterator[Problem]:
    names = [konzept.slug for konzept in concepts]
    for name in site.options.fassungen:
        if name not in names:
            message = f"Ein Konzept „{name}“ hat diese Website nicht."
            yield options.problem((_OPTION, name), message, ", ".join(names), nearest(name, names))


def _taken(konzept: Konzept) -> set[str]:
    """What stands below the address of a concept already."""
    former = konzept.former
    return {*RESERVED, *former.entries, *former.aliases, *former.tombstones}


def _found(
    site: Site, konzept: Konzept, told: Declared, options: Options, cache: Path | None, *, alone: bool
) -> tuple[Editions, list[Problem]]:
    prefix = "" if alone else f"{konzept.slug}/"
    problems = []
    editions = []
    for place, one in enumerate(told.frozen):
        if one.tag is None and one.ordner is None:
            continue  # told already
        try:
            source = find_source(site.content, konzept.slug, one)
        except SourceError as error:
            at = (_OPTION, konzept.slug, place, error.key)
            problems.append(options.problem(at, error.message, error.expected, error.suggestion))
            continue
        load = partial(_load, site, konzept, one, f"{prefix}{one.kennung}/")
        editions.append(Edition(one.kennung, konzept.slug, partial(_given, source), cache, load))
    now = Edition(told.now, konzept.slug, partial(from_folder, site.content / konzept.slug), cache)
    return Editions(konzept.slug, (*editions, now)), problems


def _given(source: Source) -> Source:
    return source


def _load(site: Site, konzept: Konzept, declared: FruehereFassung, prefix: str, source: Source) -> Loaded:
    """An edition, read with the models of today.

    Raises:
        ContentError: files of it are missing, or what no concept can be without.
    """
    with tempfile.TemporaryDirectory(prefix="kek-fassung-") as folder:
        aside = Path(folder)

        def check(draft: Draft) -> Iterator[Problem]:
            return prose_problems(draft, aside)

        try:
            found, lost = mended(source, konzept.slug, konzept.subjects, check, aside)
        except UnreadableError as error:
            raise ContentError(_named(problem, declared) for problem in quote(error.problems, aside)) from None
        except SourceError as error:
            way = (_OPTION, konzept.slug)
            raise ContentError(
                [Options(site.configuration, site.root).problem(way, error.message, error.expected)]
            ) from None
    return Loaded(found, lost, addresses_of(found, prefix))


def _named(problem: Problem, declared: FruehereFassung) -> Problem:
    """A problem in a file of an edition, told as such."""
    inside = PurePosixPath(*problem.file.parts[2:])
    where = f"Tag „{declared.tag}“" if declared.tag else f"Ordner „{declared.ordner}“"
    message = f"Die Fassung „{declared.kennung}“ ({where}) lässt sich nicht lesen: {problem.message}"
    expected = problem.expected or "eine Fassung, der nichts fehlt, ohne das kein Konzept sein kann"
    file = PurePosixPath(declared.ordner or "", inside) if not declared.tag else inside
    return replace(problem, file=file, message=message, expected=expected, rule=Rule.EDITION)
