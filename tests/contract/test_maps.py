# Whether nginx and Apache themselves follow the maps was tried by hand; here, that every address stands in each map.
from __future__ import annotations

import re

import pytest

from kek_build.contract.maps import apache_lines, map_files
from kek_build.contract.moves import Move, moves
from kek_build.pages.build import pages
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS

ROOTS = pytest.mark.parametrize("root", ["/", "/kek/"])


@pytest.fixture(scope="module")
def found(workshop: Workshop) -> list[Move]:
    return list(moves(workshop, {record.path for record in pages([workshop], OPTIONS)}).values())


def _map(found: list[Move], root: str, name: str) -> str:
    return next(file.content.decode() for file in map_files(found, root) if file.path == name)


@ROOTS
def test_static_hosts_get_a_line_for_each_address(found: list[Move], root: str) -> None:
    lines = [line for line in _map(found, root, "_redirects").splitlines() if not line.startswith("#")]
    assert lines == [f"{root}{move.old} {root}{move.new} 301" for move in found]


@ROOTS
def test_nginx_gets_an_exact_place_for_each_address(found: list[Move], root: str) -> None:
    text = _map(found, root, "weiterleitungen-nginx.conf")
    places = re.findall(r'^location = (\S+) \{ return 301 "([^"]*)"; \}$', text, re.MULTILINE)
    assert places == [(root + move.old, root + move.new) for move in found]
    assert len({old for old, _ in places}) == len(places)
    assert len(places) == sum(not line.startswith("#") for line in text.splitlines())


@ROOTS
def test_apache_leads_every_address_where_it_belongs_and_no_other(found: list[Move], root: str) -> None:
    lines = apache_lines(found, root)
    rules = []
    for line in lines:
        parts = re.fullmatch(r'RedirectMatch 301 "([^"]+)" "([^"]+)"', line)
        assert parts, line
        rules.append((re.compile(parts[1]), parts[2].replace("$1", r"\1")))

    def follow(address: str) -> list[str]:
        return [match.expand(target) for pattern, target in rules if (match := pattern.search(address))]

    for move in found:
        assert follow(root + move.old) == [root + move.new]
        if move.old.endswith("/"):
            assert follow(f"{root}{move.old}index.html") == [root + move.new]
        assert follow(f"{root}{move.old}daten.json") == []
        assert follow(root + move.new.partition("#")[0]) == []
    assert len(lines) < len(found)
