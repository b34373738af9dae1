# From the branch that is published to the site that is online: laid out, checked, built aside, made a release, swapped
# in. One at a time; and always what the branch holds when its turn comes, so of two pushes at once the later one wins
# and neither is lost. Whatever goes wrong, what is online stays online.
from __future__ import annotations

import os
import re
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from kek_build.concept import Konzept
from kek_build.contract.registry import addresses
from kek_build.errors import KekError, SetupError
from kek_build.history.gaps import NoHistoryError
from kek_build.mkdocs_adapter.build import build_site
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.server import releases as kept
from kek_build.server import repository, sharing, space
from kek_build.server.check import Addresses, check, record
from kek_build.server.configuration import write_configuration
from kek_build.server.layout import WEBSITE, Server
from kek_build.server.lock import locked, tidy, workspace
from kek_build.server.protocol import note
from kek_build.server.releases import Facts, Release
from kek_build.server.state import CACHE, State, lay_out

Tell = Callable[[str], None]
"""Takes a line for the one who waits."""


class What(Enum):
    """What became of a state."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Outcome:
    """What publishing came to."""

    what: What
    commit: str
    """What the branch stood at."""
    release: Release
    """What is online now."""
    before: Release | None
    """What was online before."""
    content: PurePosixPath
    """The folder with the concepts, from the top of the repository."""
    concepts: tuple[str, ...]
    """The short names of the concepts that the site shows; none when it shows all."""


def publish(server: Server, tell: Tell, *, again: bool = False) -> Outcome:
    """Put online what the published branch holds.

    Args:
        server: the server.
        tell: takes what whoever waits should know meanwhile.
        again: build even if nothing changed, and even if somebody went back from this content.

    Raises:
        KekError: it could not be done, and why; what was online is online.
    """
    branch = server.settings.zweig
    os.umask(0o022)  # whatever holds for whoever pushes: the web server must be able to read the site
    with locked(server.lock, lambda: tell("Ein anderer Stand wird gerade gebaut; Ihrer kommt gleich danach.")):
        _tidy(server)
        commit = repository.tip(server.repository, server.branch)
        if commit is None:
            raise SetupError(f"Im Zweig „{branch}“ ist noch nichts. Erst muss jemand dorthin pushen.")
        try:
            with _errors_told(server), workspace(server.workshop, "bau") as aside:
                return _publish(server, commit, aside, tell, again=again)
        except KekError as error:
            note(server, f"nicht veröffentlicht: Commit {commit}\n{error}")
            raise


def _publish(server: Server, commit: str, aside: Path, tell: Tell, *, again: bool) -> Outcome:
    project = aside / "projekt"
    state = lay_out(server, commit, project, [server.repository / "objects"])
    digest = state.digest(server)
    shown = (state.configuration.content, state.configuration.site.konzepte)
    now = kept.online(server)
    if now and now.facts.digest == digest and not again:
        return Outcome(What.UNCHANGED, commit, now, now, *shown)
    if (
        now
        and not again
        and any(r.withdrawn and r.facts.content == state.content_digest for r in kept.releases(server))
    ):
        return Outcome(What.WITHDRAWN, commit, now, now, *shown)
    space.ask_for_room(server)
    published = kept.published_addresses(server)
    concepts = check(server, state, published)
    tell(f"Die Website wird gebaut (Commit {kept.short(commit)}) …")
    finished = aside / "stand"
    finished.mkdir(mode=0o755)
    pages, own = _build(server, state, concepts, published, finished / WEBSITE)
    if now:
        sharing.carry(finished / WEBSITE, now.site)
        sharing.share(finished / WEBSITE, now.site)
    everything = {name: own.get(name, frozenset()) | published.get(name, frozenset()) for name in {*own, *published}}
    kept.describe(finished, Facts(commit, digest, state.content_digest, pages), everything)
    release = kept.add_release(server, finished, commit)
    repository.keep(server.repository, f"{repository.KEPT_STATES}{release.name}", commit)
    kept.put_online(server, release)
    note(server, f"online: {release.name}, {pages} Seiten")
    kept.remove_old(server)
    repository.let_go(server.repository, repository.KEPT_STATES, {r.name for r in kept.releases(server)})
    return Outcome(What.PUBLISHED, commit, release, now, *shown)


def _build(
    server: Server, state: State, concepts: list[Konzept], published: Addresses, site: Path
) -> tuple[int, dict[str, frozenset[str]]]:
    """Build the site; gives how many pages it has, and the addresses of each concept."""
    record(state, concepts, published)
    server.cache.mkdir(parents=True, exist_ok=True)
    (state.site.root / CACHE).symlink_to(server.cache, target_is_directory=True)
    file = state.folder.parent / state.configuration.name.name
    write_configuration(server, state.configuration, state.folder, file)
    pages = 0
    found: dict[str, frozenset[str]] = {}

    def built(shops: Sequence[Workshop], records: Collection[PageRecord]) -> None:
        nonlocal pages
        pages = len(records)
        for shop in shops:
            recorded = (item.address for item in shop.konzept.published)
            found[shop.konzept.slug] = frozenset((*recorded, *addresses(shop, records)))

    with _clean_environment():
        build_site(file, site, documents=server.settings.pdf == "ja", built=built,
                   stichtag=state.day(server))  # fmt: skip
    return pages, found


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Nothing that git, or a hook's caller, left in the environment says where something is."""
    before = dict(os.environ)
    for name in before:
        if re.match(r"GIT_(?!CONFIG_|CEILING_)|KEK_", name):
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _errors_told(server: Server) -> Iterator[None]:
    """Turn whatever goes wrong into something to read; what it was in detail stands in the protocol."""
    try:
        yield
    except KekError as error:
        if space.is_short(server):
            raise SetupError(f"{error}\nAuf dem Server ist fast kein Platz mehr; das kann der Grund sein.") from None
        raise
    except NoHistoryError as error:
        raise SetupError(f"Git konnte den Stand nicht lesen ({error}).") from None
    except Exception as error:  # noqa: BLE001  (nobody who pushes may meet a traceback)
        note(server, traceback.format_exc())
        if isinstance(error, OSError) and (told := space.no_room(server, error)):
            raise told from None
        raise SetupError(
            "Beim Bauen ist ein Fehler aufgetreten, an dem Ihr Inhalt vermutlich keine Schuld hat. Die Website bleibt, "
            f"wie sie ist. Bitte sagen Sie der Betreuung des Servers Bescheid; Näheres steht in {server.log.name}."
        ) from None


def _tidy(server: Server) -> None:
    """Clear away what processes that were killed left behind."""
    if left := tidy(server.workshop):
        note(server, f"{left} liegen gebliebene Ordner aufgeräumt")
    for link in server.root.glob(f".{server.current.name}-*"):
        link.unlink(missing_ok=True)
