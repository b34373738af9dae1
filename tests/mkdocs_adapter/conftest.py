# A configuration for the example, as a county would write it, and the site built from it once.
from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kek_build.documents import engine
from kek_build.mkdocs_adapter.build import build_site
from tests.example import CONTENT, PROJECT


def configuration(folder: Path, content: Path, **changes: Any) -> Path:
    """Write a `mkdocs.yml` for a content folder; `changes` are options of the plugin, None to leave one out."""
    options: dict[str, Any] = {
        "inhalt": str(content),
        "titel": "Konzepte & <Kreise>",
        "einleitung": "Zum Lesen & <Suchen>.",
        "anbieter": {"name": "Betreiber & <Partner>"},
        "farben": {"kopf": "#123456"},
        **changes,
    }
    data = {
        "INHERIT": str(PROJECT / "site_config" / "base.yml"),
        "site_name": "Konzepte & <Kreise>",
        "docs_dir": str(PROJECT / "docs_templates" / "assets"),
        "site_dir": "site",
        "theme": {"custom_dir": str(PROJECT / "docs_templates" / "theme")},
        "plugins": [{"kek": {key: value for key, value in options.items() if value is not None}}],
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


@pytest.fixture(scope="package", autouse=True)
def plain_environment() -> Iterator[None]:
    """No address of somebody's own site, no history of this repository, no PDF files: they have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "missing", lambda: "sie werden hier nicht gebraucht")
        patch.setenv("GIT_CEILING_DIRECTORIES", str(CONTENT.parent))
        for name in [name for name in os.environ if name.startswith("KEK_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a site of its own."""
    folder = tmp_path_factory.mktemp("gebaut")
    return build_site(configuration(folder, CONTENT))
