# Which parts of the program the time of a build goes to: `python -m bench.speed.parts PROJECT`. A thread looks every
# few milliseconds which package of the program is at work, and counts the processor time since. So it tells pages from
# what is made beside them (search, data, pictures, cards), which Hugo and Eleventy without plugins do not make.
from __future__ import annotations

import argparse
import json
import resource
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

REPOSITORY = Path(__file__).resolve().parents[2]
_PROGRAM = f"{REPOSITORY / 'kek_build'}/"
_STEP = 0.003
_START = "start"
PAGES = frozenset(
    "start cli commands reading models concept site pages assembly mkdocs_adapter publish".split()  # noqa: SIM905
)
"""The parts that pages need: reading, linking, rendering, the frame, writing, putting online."""
CHECKS = frozenset({"checking", "links", "contract", "history"})
"""The parts that look whether all is right, and what changed."""


def grouped(spent: Mapping[str, float]) -> dict[str, float]:
    """What share of the time pages take, checks, and what is made beside pages.

    Args:
        spent: seconds by package.
    """
    whole = sum(spent.values())
    pages = sum(seconds for name, seconds in spent.items() if name in PAGES)
    checks = sum(seconds for name, seconds in spent.items() if name in CHECKS)
    return {"pages": pages / whole, "checks": checks / whole, "beside": (whole - pages - checks) / whole}


def part_of(frame: FrameType | None) -> str:
    """The package of the program that is at work: that of the innermost of its functions."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(_PROGRAM):
            return name.removeprefix(_PROGRAM).partition("/")[0].removesuffix(".py")
        frame = frame.f_back
    return _START


def watch(build: list[str]) -> dict[str, float]:
    """Build in this process and watch it.

    Args:
        build: the arguments of `kek`.

    Returns:
        Seconds of processor time by package; `children` are those of other processes.
    """
    from kek_build import cli  # noqa: PLC0415  (whoever only wants the shares needs no program)

    spent: defaultdict[str, float] = defaultdict(float)
    main, done = threading.main_thread().ident, threading.Event()
    assert main is not None

    def look() -> None:
        before = time.process_time()
        while not done.wait(_STEP):
            now = time.process_time()
            spent[part_of(sys._current_frames().get(main))] += now - before  # noqa: SLF001
            before = now

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    status = cli.main(build)
    done.set()
    watcher.join()
    if status:
        raise SystemExit(status)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent["children"] = children.ru_utime + children.ru_stime
    return dict(spent)


def main() -> None:
    """Watch a build and print the parts as JSON."""
    parser = argparse.ArgumentParser(description="Says which parts of the program a build's processor time goes to.")
    parser.add_argument("projekt", type=Path)
    options = parser.parse_args()
    configuration = str(options.projekt / "mkdocs.yml")
    spent = watch(["bauen", "--ohne-pdf", "--still", "--konfiguration", configuration])
    print(json.dumps(dict(sorted(spent.items(), key=lambda item: -item[1]))))


if __name__ == "__main__":
    main()
