from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.server.layout import Server
from kek_build.server.releases import Release, online
from kek_build.server.rollback import Gone, go_to, named, previous
from tests.server.made import release, server_in, shown


def _go(server: Server, target: Release) -> Gone:
    return go_to(server, lambda: target, lambda: None)


def test_going_back_shows_the_site_before_and_says_what_no_longer_answers(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    first = release(server, "a", ["", "massnahmen/1-1/"])
    second = release(server, "b", ["", "massnahmen/1-1/", "massnahmen/2-2/"])
    gone = go_to(server, lambda: previous(server), lambda: None)
    assert (gone.before, gone.now) == (second, first)
    assert gone.silent == ("klein: massnahmen/2-2/",)
    assert shown(server) == "a"
    assert second.withdrawn
    assert not first.withdrawn


def test_going_back_twice_goes_two_back_and_then_there_is_nothing_left(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = [release(server, letter) for letter in "abc"]
    _go(server, previous(server))
    _go(server, previous(server))
    assert shown(server) == "a"
    assert [one.withdrawn for one in made] == [False, True, True]
    with pytest.raises(SetupError, match="keinen früheren Stand"):
        previous(server)


def test_going_forward_again_is_no_withdrawal(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = [release(server, letter) for letter in "abc"]
    _go(server, made[0])
    gone = _go(server, made[1])
    assert shown(server) == "b"
    assert gone.silent == ()
    assert [one.withdrawn for one in made] == [False, False, True]


def test_after_a_mended_site_going_back_skips_what_was_withdrawn(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = [release(server, letter) for letter in "ab"]
    _go(server, made[0])
    release(server, "c")
    _go(server, previous(server))
    assert shown(server) == "a"


def test_what_is_online_already_stays(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = release(server, "a")
    gone = _go(server, made)
    assert gone.before == gone.now == online(server) == made


def test_a_release_is_named_by_its_name_or_its_commit(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = [release(server, letter) for letter in "ab"]
    assert named(server, made[0].name) == made[0]
    assert named(server, "BBBB") == made[1]
    for name, told in (("cccc", "Den Stand „cccc“ gibt es nicht"), ("a", "gibt es nicht"), ("2", "gibt es nicht"),
                       (made[0].name[:6], "passt auf mehrere Stände")):  # fmt: skip
        with pytest.raises(SetupError, match=told):
            named(server, name)
