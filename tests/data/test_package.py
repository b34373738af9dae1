from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from kek_build.data import SiteData


def _validated(folder: Path) -> dict[str, Any]:
    """What Frictionless says of a package, in a process of its own: its parts warn of their own future."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_frictionless_finds_no_error(folder: Path) -> None:
    report = _validated(folder / "daten")
    assert report["errors"] == []
    assert [error for task in report["tasks"] for error in task["errors"]] == []
    assert report["stats"]["tasks"] == len(list((folder / "daten").glob("*.csv")))
    assert report["valid"]


def test_frictionless_finds_a_row_that_names_nothing(folder: Path, tmp_path: Path) -> None:
    for path in (folder / "daten").iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    rows = (tmp_path / "messwerte.csv").read_text(encoding="utf-8")
    (tmp_path / "messwerte.csv").write_text(rows.replace("kennzahlen/radwege", "kennzahlen/nichts"), encoding="utf-8")
    assert {error["type"] for task in _validated(tmp_path)["tasks"] for error in task["errors"]} == {"foreign-key"}


def test_every_column_is_described(site_data: SiteData) -> None:
    package = json.loads(site_data.concepts[0].package.content)
    for resource in package["resources"]:
        assert resource["description"]
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])


def test_the_package_knows_size_and_checksum_of_each_file(site_data: SiteData) -> None:
    package = json.loads(site_data.concepts[0].package.content)
    files = {file.name: file.content for file in site_data.concepts[0].files}
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_the_package_names_licence_edition_and_the_rule_for_apostrophes(site_data: SiteData) -> None:
    package = json.loads(site_data.concepts[0].package.content)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["version"] == "2021-03-31"
    assert "Hochkomma" in package["description"]


def test_the_archive_holds_the_files_and_their_description(site_data: SiteData) -> None:
    concept = site_data.concepts[0]
    with zipfile.ZipFile(io.BytesIO(concept.archive.content)) as archive:
        held = {part.filename: archive.read(part) for part in archive.infolist()}
        times = {part.date_time for part in archive.infolist()}
    offered = [concept.package, *(table.file for table in concept.tables)]
    assert held == {file.name: file.content for file in offered}
    assert times == {(1980, 1, 1, 0, 0, 0)}
