from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from kek_build.concept import Konzept
from kek_build.errors import SetupError
from kek_build.redaktion import FOLDER, Edited, outputs, policy
from kek_build.site import Redaktion
from tests.redaktion.conftest import BUNDLE

_REDAKTION = Redaktion(art="github", repo="muster/kek")
_EDITED = Edited("Konzepte & <Kreise>", "https://kek.muster.invalid/", PurePosixPath("content"))


@pytest.fixture(scope="module")
def files(musterkreis: Konzept) -> dict[str, bytes]:
    return {one.path: one.content for one in outputs(_REDAKTION, _EDITED, [musterkreis], BUNDLE)}


def test_the_form_is_a_folder_with_a_page_its_configuration_and_its_code(files: dict[str, bytes]) -> None:
    assert all(path.startswith(FOLDER) for path in files)
    assert {f"{FOLDER}{name}" for name in ("index.html", "konfiguration.json", "redaktion.js")} < set(files)


def test_the_page_has_a_policy_and_is_in_no_search_engine(files: dict[str, bytes]) -> None:
    page = files[f"{FOLDER}index.html"].decode()
    assert policy(_REDAKTION).replace("'", "&#39;") in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "<title>Redaktion: Konzepte &amp; &lt;Kreise&gt;</title>" in page


def test_the_licences_of_what_is_inside_are_shipped(files: dict[str, bytes]) -> None:
    text = files[f"{FOLDER}LIZENZEN.txt"].decode()
    assert "@sveltia/cms" in text
    assert "Kohei Yoshino" in text
    assert "Permission to use, copy, modify, and/or distribute this software" in text  # yaml is under the ISC licence
    assert "svelte@" in text
    assert "SIL OPEN FONT LICENSE" in text.upper() or "Apache License" in text


def test_the_code_asks_no_content_delivery_network_for_typefaces(files: dict[str, bytes]) -> None:
    assert not [path for path, content in files.items() if b"jsdelivr" in content]


def test_lists_of_options_are_in_the_configuration_once(files: dict[str, bytes]) -> None:
    config = json.loads(files[f"{FOLDER}konfiguration.json"])
    assert config["auswahl"]
    assert len(files[f"{FOLDER}konfiguration.json"]) < 400_000


def test_without_make_redaktion_the_build_says_what_to_do(musterkreis: Konzept, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="make redaktion"):
        outputs(_REDAKTION, _EDITED, [musterkreis], tmp_path)
