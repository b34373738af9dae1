# Three invented counties, each built as a site of its own as a pipeline would, and the portal they are joined to.
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from bench.concepts.project import configuration, generate
from kek_build.mkdocs_adapter.build import build_site
from kek_build.mkdocs_adapter.portal import join_sites

ADDRESS = "https://kek.example.org/"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three counties."""
    folder = tmp_path_factory.mktemp("land") / "projekt"
    generate(folder, 12, 3)
    return folder


@pytest.fixture(scope="session")
def portal_file(project: Path) -> Path:
    """The configuration of the portal."""
    loaded = yaml.safe_load(configuration(project, [], "Ein Land"))
    options = {key: value for key, value in loaded["plugins"][0]["kek"].items() if key not in {"inhalt", "konzepte"}}
    file = project / "portal.yml"
    text = yaml.safe_dump(loaded | {"plugins": [], "extra": {"kek": options}}, allow_unicode=True)
    file.write_text(text + "site_url: !ENV [KEK_SITE_URL, '']\n", encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def sites(project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The built sites."""
    found = []
    target = tmp_path_factory.mktemp("landkreise")
    for slug in sorted(path.name for path in (project / "content").iterdir() if path.is_dir()):
        file = project / f"{slug}.yml"
        file.write_text(configuration(project, [slug], f"Landkreis {slug}"), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KEK_SITE_URL", f"{ADDRESS}{slug}/")
            patch.setenv("KEK_PORTAL", "/")
            found.append(build_site(file, target / slug, documents=False))
    return found


@pytest.fixture(scope="session")
def portal(sites: list[Path], portal_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The joined portal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEK_SITE_URL", ADDRESS)
        return join_sites(portal_file, sites, tmp_path_factory.mktemp("portal") / "site").site


@pytest.fixture
def own(sites: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Copies of the sites, to be broken."""
    monkeypatch.setenv("KEK_SITE_URL", ADDRESS)
    return [Path(shutil.copytree(site, tmp_path / site.name)) for site in sites]
