from __future__ import annotations

import threading
from pathlib import Path

from kek_build.server.releases import (
    Facts,
    describe,
    online,
    published_addresses,
    put_online,
    releases,
    remove_old,
)
from tests.server.made import release, server_in, shown


def test_nothing_is_online_on_a_new_server(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    assert releases(server) == []
    assert online(server) is None


def test_releases_are_in_order_also_within_a_second(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = [release(server, letter) for letter in "cab"]
    assert releases(server) == made[::-1]
    assert online(server) == made[-1]
    assert made[0].name.endswith("Z-cccccccccc")
    assert len({one.when for one in made}) == 3


def test_a_clock_that_was_set_back_does_not_change_the_order(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    first = release(server, "a")
    first.folder.rename(first.folder.with_name("29991231T235958Z-aaaaaaaaaa"))
    second = release(server, "b")
    assert second.name == "29991231T235959Z-bbbbbbbbbb"


def test_half_a_release_is_none(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    whole = release(server, "a")
    (server.releases / "20300101T000000Z-bbbbbbbbbb").mkdir()
    broken = server.releases / "20300101T000001Z-cccccccccc"
    broken.mkdir()
    (broken / "stand.json").write_text('{"commit": ', encoding="utf-8")
    assert releases(server) == [whole]


def test_a_reader_always_gets_a_whole_site_while_it_is_swapped(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    both = [release(server, letter) for letter in "ab"]
    seen: set[str] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(shown(server))

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(400):
        put_online(server, both[turn % 2])
    done.set()
    reader.join()
    assert seen <= {"a", "b"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_only_as_many_as_are_kept_stay_and_always_the_one_online(tmp_path: Path) -> None:
    server = server_in(tmp_path, behalten=2)
    made = [release(server, letter) for letter in "abcd"]
    put_online(server, made[0])
    assert remove_old(server) == 1
    assert releases(server) == [made[3], made[2], made[0]]
    assert shown(server) == "a"
    assert list(server.workshop.iterdir()) == []


def test_addresses_of_all_releases_count_but_not_of_those_that_were_withdrawn_or_given_up(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    release(server, "a", ["", "massnahmen/1-1/", "#oben"])
    wrong = release(server, "b", ["massnahmen/9-9/"])
    assert published_addresses(server) == {"klein": {"", "massnahmen/1-1/", "#oben", "massnahmen/9-9/"}}
    wrong.mark_withdrawn(withdrawn=True)
    assert published_addresses(server) == {"klein": {"", "massnahmen/1-1/", "#oben"}}
    wrong.mark_withdrawn(withdrawn=False)
    assert "massnahmen/9-9/" in published_addresses(server)["klein"]
    assert published_addresses(server_in(tmp_path, aufgegeben=("klein",))) == {}


def test_what_is_known_of_a_release_is_found_again(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    made = release(server, "a")
    assert made.facts == Facts("a" * 40, "digest-a", "inhalt-a", 7)
    assert str(made) == f"Stand vom {made.when:%d.%m.%Y, %H:%M:%S} Uhr (Commit aaaaaaaaaa)"
    (tmp_path / "neu").mkdir()
    describe(tmp_path / "neu", made.facts, {})
    assert sorted(path.name for path in (tmp_path / "neu").iterdir()) == ["adressen", "stand.json"]
