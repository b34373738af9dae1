# `kek format`, as somebody types it.
from __future__ import annotations

import pytest

from kek_build.cli import main
from tests.example import Copy

_UNTIDY = "massnahmen/2-3.yml"


def test_files_are_brought_into_form_once(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.append(_UNTIDY, "kurz:    'Kurz gesagt.'   # von Hand\n")
    assert main(["format", f"--inhalt={copy.content}"]) == 0
    assert f"  content/musterkreis/{_UNTIDY}" in capsys.readouterr().out
    assert "kurz: Kurz gesagt.  # von Hand\n" in (copy.folder / _UNTIDY).read_text(encoding="utf-8")
    assert main(["format", f"--inhalt={copy.content}"]) == 0
    assert capsys.readouterr().out == "Alle Dateien haben die einheitliche Form.\n"


def test_a_check_changes_nothing_and_shows_the_lines(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy.folder / _UNTIDY
    copy.append(_UNTIDY, "kurz:    'Kurz gesagt.'\n")
    before = path.read_bytes()
    assert main(["format", "--pruefen", str(path), f"--inhalt={copy.content}"]) == 1
    assert "\n-kurz:    'Kurz gesagt.'\n" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_nothing_changes_when_one_file_cannot_be_read(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.append(_UNTIDY, "kurz:    'Kurz gesagt.'\n")
    copy.write("massnahmen/1-2.yml", "titel: a\n b: c\n")
    before = (copy.folder / _UNTIDY).read_bytes()
    assert main(["format", f"--inhalt={copy.content}"]) == 1
    assert "content/musterkreis/massnahmen/1-2.yml:2" in capsys.readouterr().err
    assert (copy.folder / _UNTIDY).read_bytes() == before


@pytest.mark.parametrize(("path", "told"), [("gibt-es-nicht", "gibt es nicht"), ("adressen.txt", "keine Datei eines")])
def test_a_path_that_cannot_be_meant_is_told(
    copy: Copy, capsys: pytest.CaptureFixture[str], path: str, told: str
) -> None:
    copy.write("adressen.txt", "")
    assert main(["format", str(copy.folder / path), f"--inhalt={copy.content}"]) == 1
    assert told in capsys.readouterr().err
