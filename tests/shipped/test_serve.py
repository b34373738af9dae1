# `make serve`: a changed YAML shows in the open browser by itself.
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.shipped.conftest import ROOT

BUILD_TIME = 60_000
"""Milliseconds that a build may take on a busy machine before the test gives up."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "docs_templates", "site_config"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(  # noqa: S603
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Serving on" in line:
                break
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def test_a_changed_file_shows_in_the_open_browser(browser: Browser, project: Path, preview: str) -> None:
    page = browser.new_page()
    page.goto(preview + "leipzig/massnahmen/1-32/")
    file = project / "content" / "leipzig" / "massnahmen" / "1-32.yml"
    text = file.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("titel:"))
    file.write_text(text.replace(title, "titel: Ein neuer Titel"), encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Ein neuer Titel", timeout=BUILD_TIME)
    page.close()
