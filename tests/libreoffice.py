# The spreadsheet program of the tests: found on the machine, or installed. `python -m tests.libreoffice` makes sure
# that there is one.
from __future__ import annotations

import os
import shutil
import subprocess

_PACKAGE = "libreoffice-calc-nogui"


def find() -> str | None:
    """The path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def install() -> None:
    """Install it with apt-get, without its windows; takes about half a minute."""
    print(f"Für die Tests wird mit apt-get eingerichtet: {_PACKAGE}", flush=True)
    apt = [*([] if os.geteuid() == 0 else ["sudo"]), "apt-get"]
    subprocess.run([*apt, "update", "-qq"], check=True)  # noqa: S603
    command = [*apt, "install", "-y", "-qq", "--no-install-recommends", _PACKAGE]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__" and not find():
    install()
