from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from kek_build.errors import SetupError
from kek_build.server import space
from tests.server.made import release, server_in


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def _free(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: _Usage(0, 0, count))


def test_a_first_site_needs_some_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = server_in(tmp_path)
    _free(monkeypatch, space.LEAST)
    space.ask_for_room(server)
    _free(monkeypatch, 1_234_567)
    with pytest.raises(SetupError, match="frei sind 1,2 MB, nötig sind 30,0 MB"):
        space.ask_for_room(server)
    assert space.is_short(server)


def test_another_one_needs_twice_what_is_online(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = server_in(tmp_path)
    (release(server, "a").site / "gross").write_bytes(b"x" * 20_000_000)
    _free(monkeypatch, 39_000_000)
    with pytest.raises(SetupError, match="frei sind 39,0 MB, nötig sind 40,0 MB"):
        space.ask_for_room(server)


def test_errors_for_want_of_room_are_told_apart(tmp_path: Path) -> None:
    server = server_in(tmp_path)
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        assert "Die Website bleibt, wie sie ist" in str(space.no_room(server, OSError(number, "x")))
    assert space.no_room(server, OSError(errno.EACCES, "x")) is None
