# A preview at work: what is right is shown, what is wrong is told, and what only a whole build makes follows.
from __future__ import annotations

import time
from pathlib import Path, PurePosixPath

import pytest

from kek_build.errors import ContentError, Problem, SetupError
from kek_build.preview import Session, What
from kek_build.rules import Rule
from tests.preview.sources import BAD, GOOD, SLOW, WAIT, Listener, Pages, Site, wait_until

FILE = frozenset({Path("massnahmen/1-2.yml")})
PROBLEM = Problem(PurePosixPath("content/muster/massnahmen/1-2.yml"), 3, 1, "Falsch.", rule=Rule.UNKNOWN_KEY)


def _wait_until_gone(folder: Path) -> None:
    """What is no longer needed is deleted when there is time."""
    begin = time.monotonic()
    while folder.exists():
        assert time.monotonic() - begin < WAIT, folder
        time.sleep(0.02)


def test_it_shows_what_is_there_at_the_beginning(session: Session, source: Site) -> None:
    session.start()
    assert session.state.view is source.view
    assert session.state.trouble is None


def test_a_change_gives_a_new_view(session: Session, source: Site) -> None:
    session.start()
    source.view = Pages({"": "Neu"})
    session.changed(FILE)
    assert wait_until(session, lambda state: state.view is source.view)
    assert source.looked == [frozenset(), FILE]


def test_what_is_wrong_leaves_the_last_view_that_was_right(session: Session, source: Site) -> None:
    session.start()
    right = source.view
    source.error = ContentError([PROBLEM])
    session.changed(FILE)
    state = wait_until(session, lambda state: state.trouble is not None)
    assert state.view is right
    assert state.trouble
    assert state.trouble.problems == (PROBLEM,)


def test_what_is_mended_is_shown(session: Session, source: Site) -> None:
    source.error = ContentError([PROBLEM])
    session.start()
    assert session.state.trouble
    assert session.state.view is None
    source.error = None
    session.changed(FILE)
    state = wait_until(session, lambda state: state.trouble is None)
    assert state.view is source.view


@pytest.mark.parametrize("error", [SetupError("Das Plugin fehlt."), ValueError("Das Plugin fehlt.")])
def test_other_mistakes_are_told_and_end_nothing(session: Session, source: Site, error: Exception) -> None:
    session.start()
    source.error = error
    session.changed(FILE)
    state = wait_until(session, lambda state: state.trouble is not None)
    assert state.trouble
    assert "Das Plugin fehlt." in state.trouble.text
    source.error = None
    session.changed(FILE)
    wait_until(session, lambda state: state.trouble is None)


def test_the_whole_site_is_built_behind_it(session: Session, listener: Listener) -> None:
    session.start()
    listener.wait_for(What.BUILT)
    state = session.state
    assert state.built
    assert (state.built / "daten.json").read_text() == "1"
    assert not state.behind


def test_a_newer_build_takes_the_place_of_the_older(session: Session, source: Site, listener: Listener) -> None:
    session.start()
    listener.wait_for(What.BUILT)
    old = session.state.built
    source.build = GOOD.format(n=2)
    session.changed(FILE)
    listener.wait_for(What.BUILT, 2)
    assert old
    assert session.state.built
    assert (session.state.built / "daten.json").read_text() == "2"
    _wait_until_gone(old)


def test_a_change_stops_a_build_that_goes_on(session: Session, source: Site, listener: Listener) -> None:
    source.build = SLOW
    session.start()
    listener.wait_for(What.BUILDING)
    source.build = GOOD.format(n=3)
    session.changed(FILE)
    listener.wait_for(What.BUILT)
    assert session.state.built
    assert (session.state.built / "daten.json").read_text() == "3"


def test_while_something_is_wrong_nothing_is_built(session: Session, source: Site, listener: Listener) -> None:
    source.error = ContentError([PROBLEM])
    session.start()
    source.error = None
    session.changed(FILE)
    listener.wait_for(What.BUILT)
    told = [news.what for news in listener.news]
    assert told == [What.WRONG, What.SHOWN, What.BUILDING, What.BUILT]


def test_a_build_that_fails_says_why_and_is_tried_again_after_a_change(
    session: Session, source: Site, listener: Listener
) -> None:
    source.build = BAD
    session.start()
    assert listener.wait_for(What.UNBUILDABLE).text == "Ein Link führt ins Leere."
    assert session.state.unbuildable == "Ein Link führt ins Leere."
    source.build = GOOD.format(n=4)
    session.changed(FILE)
    listener.wait_for(What.BUILT)
    assert session.state.unbuildable == ""


def test_what_was_learnt_from_the_history_is_shown(session: Session, source: Site, listener: Listener) -> None:
    source.caught_up = True
    session.start()
    listener.wait_for(What.BUILT)
    assert source.looked == [frozenset(), frozenset()]


def test_the_end_stops_a_build_and_leaves_nothing(
    session: Session, source: Site, listener: Listener, tmp_path: Path
) -> None:
    source.build = SLOW
    session.start()
    listener.wait_for(What.BUILDING)
    session.close()
    assert session.closed
    for path in tmp_path.iterdir():
        if path.is_dir():
            _wait_until_gone(path)


def test_a_page_that_fails_is_told_once(session: Session, listener: Listener) -> None:
    session.start()
    session.failed("seite/", ZeroDivisionError("durch null geteilt"))
    session.failed("seite/", ZeroDivisionError("durch null geteilt"))
    assert [news.text for news in listener.news if news.what is What.FAILED_PAGE] == [
        "seite/: ZeroDivisionError: durch null geteilt"
    ]
