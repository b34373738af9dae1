# The form's own code where Node can run it: beside the packages that `make redaktion` has set up.
from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.example import PROJECT

FORM = Path(sys.prefix) / "redaktion"
BUNDLE = FORM / "fertig"
NODE = Path(sys.prefix) / "bin" / "node"
SOURCE = PROJECT / "docs_templates" / "redaktion" / "src"


@pytest.fixture(scope="package")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the code as it is now, its packages and its tests."""
    assert BUNDLE.is_dir(), "Für die Tests fehlt das Formular: make test richtet es ein."
    folder = tmp_path_factory.mktemp("formular")
    shutil.copytree(SOURCE, folder / "src")
    for path in Path(__file__).parent.glob("*.mjs"):
        shutil.copy(path, folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "node_modules").symlink_to(FORM / "node_modules")
    return folder
