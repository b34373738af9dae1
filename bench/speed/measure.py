# Runs a command and says what it took. The kernel counts: processor time of the process and of all children it waited
# for, and the memory of the largest of them.
from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandError(Exception):
    """A command failed; holds what it said."""


@dataclass(frozen=True)
class Usage:
    """What a command took."""

    cpu: float
    """Seconds of processor time, user and system, with children."""
    wall: float
    """Seconds until it ended; longer when the machine is busy."""
    peak: int
    """Bytes of memory of the largest process, whichever of them it was."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Usage:
    """Run a command to its end.

    Args:
        command: the program and what it is given.
        folder: where it runs.
        environment: set on top of this process's own.

    Raises:
        CommandError: it ended with an error.
    """
    log = folder / "bench.log"
    started = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandError(f"{' '.join(command)}\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    return Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)
