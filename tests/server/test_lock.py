from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kek_build.server.lock import locked, tidy, workspace
from tests.example import PROJECT


def test_who_comes_second_is_told_and_waits(tmp_path: Path) -> None:
    told: list[str] = []
    code = (
        "import sys; from pathlib import Path; from kek_build.server.lock import locked\n"
        "with locked(Path(sys.argv[1]), lambda: print('wartet', flush=True)):\n"
        "    print('dran', flush=True)\n"
    )
    with locked(tmp_path / "sperre", lambda: told.append("wartet")):
        command = [sys.executable, "-c", code, str(tmp_path / "sperre")]
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)  # noqa: S603
        assert other.stdout
        assert other.stdout.readline() == "wartet\n"
    out, _ = other.communicate()
    assert out == "dran\n"
    assert told == []


def test_a_workspace_is_gone_afterwards_also_when_something_goes_wrong(tmp_path: Path) -> None:
    with workspace(tmp_path / "werkstatt", "bau") as folder:
        (folder / "etwas").write_text("x", encoding="utf-8")
        assert folder.name.startswith(f"bau-{os.getpid()}-")
    with pytest.raises(OSError, match="kaputt"), workspace(tmp_path / "werkstatt", "bau"):
        raise OSError("kaputt")
    assert list((tmp_path / "werkstatt").iterdir()) == []


def test_tidying_takes_what_a_killed_process_left_and_nothing_in_use(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from kek_build.server.lock import workspace\n"
        "with workspace(Path(sys.argv[1]), 'bau') as folder:\n"
        "    (folder / 'halb').touch()\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with workspace(tmp_path, "bau") as used:
        killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, cwd=PROJECT)  # noqa: S603
        assert killed.returncode == -signal.SIGKILL
        assert len(list(tmp_path.iterdir())) == 4
        assert tidy(tmp_path) == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == [used.name, f"{used.name}.sperre"]
    assert tidy(tmp_path) == 0
