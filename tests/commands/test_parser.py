from __future__ import annotations

import subprocess
import sys

import pytest

from kek_build.cli import main
from kek_build.commands import MODULES
from kek_build.commands.parser import german


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["prufen"], "Den Befehl „prufen“ gibt es nicht. Meinten Sie „pruefen“?\nHilfe: kek --help\n"),
        (["umbenennen"], "Es fehlt: ALT, NEU.\nHilfe: kek umbenennen --help\n"),
        (["bauen", "--zil", "x"], "Das gehört nicht zum Befehl: --zil x.\nHilfe: kek --help\n"),
        (["bauen", "--ziel"], "Hinter --ziel fehlt eine Angabe.\nHilfe: kek bauen --help\n"),
        (["bauen", "--still=ja"], "--still nimmt keine Angabe („ja“).\nHilfe: kek bauen --help\n"),
        (["lesbarkeit", "--hoechstens", "x"], "--hoechstens: „x“ ist keine Zahl ab 1.\nHilfe: kek lesbarkeit --help\n"),
        (
            ["lesbarkeit", "--art", "zeil"],
            "--art: „zeil“ gibt es nicht. Meinten Sie „ziel“?\nHilfe: kek lesbarkeit --help\n",
        ),
    ],
)
def test_a_wrong_command_is_told_in_german(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == told


def test_without_a_command_there_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    out = capsys.readouterr().out
    assert out.startswith("Aufruf: kek")
    assert "usage" not in out
    assert "show this help" not in out


def test_a_guess_is_made_only_where_a_word_is_alike() -> None:
    message = "argument BEFEHL: invalid choice: 'xyz' (choose from 'pruefen', 'bauen')"
    assert german(message) == "Den Befehl „xyz“ gibt es nicht. Es gibt: pruefen, bauen"
    assert german(message.replace("'pruefen', 'bauen'", "pruefen, bauen")).endswith("Es gibt: pruefen, bauen")


def test_what_is_not_known_comes_through_as_it_is() -> None:
    assert german("something new") == "something new"


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"Aufruf: kek {name} ")


def test_what_reads_content_is_imported_only_by_those_who_read_it() -> None:
    code = "import sys; from kek_build.cli import main\ntry: main(['neu', '--help'])\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    loaded = done.stdout.split()
    assert "kek_build.commands.neu" in loaded
    assert {"pydantic", "jinja2", "mkdocs", "yaml"}.isdisjoint(loaded)
