# The browser of the tests: found on the machine, or installed. `python -m tests.chromium` makes sure that there is one.
# First choice is Chromium's headless shell: the same engine without what needs a screen, which Playwright uses, too. A
# page in a window of its own costs it a third of the time.
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import playwright
from playwright.sync_api import Browser, sync_playwright

_SHELL = "chromium-headless-shell"
_NAMES = (_SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--no-default-browser-check", "--disable-quic",
)  # fmt: skip


@contextmanager
def started() -> Iterator[Browser]:
    """A browser; only one at a time in a thread, which is why tests share the fixture `browser`."""
    path = find()
    assert path, "Für die Tests fehlt ein Browser: make test richtet ihn ein."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments())
        yield browser
        browser.close()


@cache
def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    for name in _NAMES:
        path = shutil.which(name)
        if path and not _is_snap_stub(Path(path)) and _starts(path):
            return path
    if not _driver_starts():
        return None
    with sync_playwright() as started:
        own = started.chromium.executable_path
    return own if Path(own).is_file() and _starts(own) else None


def arguments() -> list[str]:
    """How tests start it; root cannot use its sandbox."""
    return [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def _is_snap_stub(path: Path) -> bool:
    """Ubuntu's package is a script that asks for the snap, which a plain machine or container cannot run."""
    with path.open("rb") as file:
        return file.read(2) == b"#!" and b"snap" in file.read(4000)


def _starts(path: str) -> bool:
    command = [path, "--headless", "--no-sandbox", "--version"]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0  # noqa: S603


def _driver_starts() -> bool:
    """Whether the program that speaks with the browser runs; on a bare Debian it lacks a library."""
    node = Path(playwright.__file__).parent / "driver" / "node"
    return subprocess.run([str(node), "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603


def install() -> None:
    """Install what is missing with apt-get; on Ubuntu, whose Chromium needs snap, the one Playwright brings."""
    packages = [] if _driver_starts() else ["libatomic1"]
    ubuntu = "ubuntu" in Path("/etc/os-release").read_text(encoding="utf-8").lower()
    if not ubuntu and not any(map(shutil.which, _NAMES)):
        packages.append(_SHELL)
    if packages and shutil.which("apt-get"):
        print(f"Für die Tests wird mit apt-get eingerichtet: {', '.join(packages)}", flush=True)
        apt = [*([] if os.geteuid() == 0 else ["sudo"]), "apt-get"]
        subprocess.run([*apt, "update", "-qq"], check=False)  # noqa: S603
        subprocess.run([*apt, "install", "-y", "-qq", *packages], check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    if find() is None and _driver_starts():
        print("Chromium wird mit Playwright eingerichtet.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    find.cache_clear()


def main() -> int:
    """Find or install a browser; the exit status says whether there is one."""
    if find() is None or not _driver_starts():
        install()
    if find() is None or not _driver_starts():
        print(f"Für die Tests fehlt ein Browser. Bitte einmal ausführen: sudo apt-get install {_SHELL} libatomic1",
              file=sys.stderr)  # fmt: skip
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
