# The browser of the tests: found on the machine, or installed. `python -m tests.chromium` makes sure that there is one.
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--no-default-browser-check", "--disable-quic",
)  # fmt: skip


def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    for name in _NAMES:
        path = shutil.which(name)
        if path and not _is_snap_stub(Path(path)) and _starts(path):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
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


def install() -> None:
    """Install Debian's Chromium, or the one Playwright brings where there is none."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and "ubuntu" not in Path("/etc/os-release").read_text(encoding="utf-8").lower():
        print("Chromium fehlt und wird mit apt-get eingerichtet.", flush=True)
        subprocess.run([*root, "apt-get", "update", "-qq"], check=False)  # noqa: S603
        subprocess.run([*root, "apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    if find() is None:
        print("Chromium wird mit Playwright eingerichtet.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


def main() -> int:
    """Find or install a browser; the exit status says whether there is one."""
    if find() is None:
        install()
    if find() is None:
        print("Für die Tests fehlt ein Browser. Bitte einmal ausführen: sudo apt-get install chromium", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
