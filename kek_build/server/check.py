# Whether a state may go online: the content is right, the site is complete, and whatever this server has ever published
# goes on answering. Needs no page, so it takes about a second and can be done before git accepts a push.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from kek_build import contract
from kek_build.checking import check_content
from kek_build.concept import Konzept
from kek_build.errors import ContentError, Problem
from kek_build.freezing import editions_of
from kek_build.reading.registry import REGISTRY_FILE, Published, registry_text
from kek_build.rules import Rule
from kek_build.server.layout import Server
from kek_build.server.state import State
from kek_build.site import release
from kek_build.site.pruefbericht import read_report

Addresses = Mapping[str, frozenset[str]]
"""Every address that was published, by concept, relative to it."""


def check(server: Server, state: State, published: Addresses) -> list[Konzept]:
    """Check all that can be wrong with a state.

    Args:
        server: the server.
        state: the state, laid out.
        published: every address that the server has published.

    Returns:
        The concepts of the site.

    Raises:
        ContentError: the content is wrong, or something published would answer no more, with all problems found.
        SetupError: the site's configuration is wrong, or an official site lacks something.
    """
    site = state.site
    report, wrong = read_report(site.report, site.root)
    concepts = list(check_content(site.content, site.folders(), wrong).concepts)
    if problems := list(_lost(state, concepts, published)):
        raise ContentError(problems)
    editions_of(site, concepts)
    if not site.options.demonstration:
        addresses = {"site_url": server.settings.adresse or state.configuration.values.get("site_url"),
                     "repo_url": server.settings.bearbeiten or state.configuration.values.get("repo_url")}  # fmt: skip
        laender = [konzept.datei.land for konzept in concepts]
        release.check(site.options, laender, report, addresses, datetime.now(UTC).astimezone().date())
    return concepts


def _lost(state: State, concepts: list[Konzept], published: Addresses) -> Iterator[Problem]:
    """What this server has published, whether or not the content records it, and nothing answers for any more."""
    by_name = {konzept.slug: konzept for konzept in concepts}
    for name, addresses in published.items():
        if konzept := by_name.get(name):
            known = {item.address for item in konzept.published}
            unknown = tuple(Published(address, 0) for address in sorted(addresses - known))
            for problem in contract.check([replace(konzept, published=unknown)], state.site.root):
                if problem.file.name == REGISTRY_FILE:
                    yield replace(problem, line=0, column=0)
        else:
            yield Problem(
                PurePosixPath(state.site.content.name) / name, 0, 0,
                f"Das Konzept „{name}“ ist online, aber im neuen Stand fehlt es; {len(addresses)} Adressen "
                "antworteten nicht mehr.",
                "der Ordner wie zuvor; soll das Konzept wirklich verschwinden, trägt es ein, wer den Server betreibt: "
                f"in server.yml „aufgegeben: [{name}]“",
                rule=Rule.ADDRESS_LOST,
            )  # fmt: skip


def record(state: State, concepts: list[Konzept], published: Addresses) -> None:
    """Let the laid-out content know of every published address, so that the site that is built from it answers them."""
    for konzept in concepts:
        known = {item.address for item in konzept.published}
        if more := published.get(konzept.slug, frozenset()) - known:
            file = state.site.root / konzept.folder / REGISTRY_FILE
            file.write_text(registry_text([*known, *more]), encoding="utf-8")
