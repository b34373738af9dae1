from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kek_build.cli import main
from kek_build.errors import ContentError, SetupError
from kek_build.server.layout import Settings, find_server, open_server
from kek_build.server.setup import set_up
from tests.history.repository import git


def test_setting_up_says_what_lies_where_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "srv"
    assert main(["server-einrichten", str(root), "--zweig=online", "--behalten=3", "--ohne-pdf"]) == 0
    told = capsys.readouterr().out
    assert f"git remote add website BENUTZER@SERVER:{root}/inhalt.git" in told
    assert "git push website online" in told
    assert open_server(root).settings == Settings(zweig="online", behalten=3, pdf="nein")
    assert git("-C", str(root / "inhalt.git"), "symbolic-ref", "HEAD") == "refs/heads/online\n"
    text = (root / "server.yml").read_text(encoding="utf-8")
    assert "\n# So viele Stände bleiben auf dem Server, 2 bis 1000\nbehalten: 3\n" in text
    assert "\n#adresse:\n" in text


def test_set_up_again_it_keeps_its_settings_and_gets_new_hooks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(tmp_path / "srv", Settings(behalten=7))
    hook = tmp_path / "srv/inhalt.git/hooks/pre-receive"
    hook.unlink()
    assert main(["server-einrichten", str(tmp_path / "srv"), "--behalten=3"]) == 0
    assert "server.yml ist unverändert" in capsys.readouterr().out
    assert os.access(hook, os.X_OK)
    assert open_server(tmp_path / "srv").settings.behalten == 7


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "wichtig.txt").write_text("Bitte nicht anfassen.", encoding="utf-8")
    with pytest.raises(SetupError, match="ist nicht leer"):
        set_up(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["wichtig.txt"]


def test_wrong_options_are_told_and_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["--behalten=1", "--adresse=kek.example.org", "--zweig=-x"]
    assert main(["server-einrichten", str(tmp_path / "srv"), *wrong]) == 1
    told = capsys.readouterr().err
    assert "--behalten „1“: erwartet wird So viele Stände bleiben auf dem Server, 2 bis 1000" in told
    assert "--adresse „kek.example.org“" in told
    assert "--zweig „-x“" in told
    assert not (tmp_path / "srv").exists()


def test_a_folder_with_a_blank_and_quotes_in_its_name_works(tmp_path: Path) -> None:
    server, _ = set_up(tmp_path / "Kreis 'Grünau'; rm -rf", Settings())
    hook = server.repository / "hooks/pre-receive"
    text = hook.read_text(encoding="utf-8")
    assert f"server={shlex.quote(str(server.root))}\n" in text
    done = subprocess.run([str(hook)], check=False, input="", capture_output=True, text=True)  # noqa: S603
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_hooks_run_with_the_python_that_set_them_up_and_nothing_from_the_working_folder(tmp_path: Path) -> None:
    server, _ = set_up(tmp_path / "srv", Settings())
    text = (server.repository / "hooks/post-receive").read_text(encoding="utf-8")
    assert f"kek={sys.executable}\n" in text
    assert '"$kek" -I -X utf8 -m kek_build empfangen nachher' in text


def test_templates_for_web_servers_point_at_the_link(tmp_path: Path) -> None:
    server, _ = set_up(tmp_path / "srv", Settings(adresse="https://kek.grünau.de/"))
    nginx = (server.root / "vorlage-nginx.conf").read_text(encoding="utf-8")
    assert f"    root {server.root}/aktuell;" in nginx
    assert f"    include {server.root}/aktuell/kopfzeilen-nginx.con[f];" in nginx
    assert f"    include {server.root}/aktuell/weiterleitungen-nginx.con[f];" in nginx
    assert nginx.count("server_name kek.grünau.de;") == 2
    apache = (server.root / "vorlage-apache.conf").read_text(encoding="utf-8")
    assert f"    DocumentRoot {server.root}/aktuell\n" in apache
    assert apache.count("AllowOverride All") == 2


def test_the_server_is_found_from_a_folder_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server, _ = set_up(tmp_path / "srv", Settings())
    monkeypatch.chdir(server.releases)
    assert find_server() == server
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SetupError, match="Hier ist kein Server eingerichtet"):
        find_server()
    with pytest.raises(SetupError, match="ist kein Server eingerichtet"):
        find_server(tmp_path)


def test_another_account_is_sent_to_the_one_that_owns_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = set_up(tmp_path / "srv", Settings())
    monkeypatch.setattr(os, "geteuid", lambda: server.root.stat().st_uid + 1)
    with pytest.raises(SetupError, match="Rufen Sie den Befehl als dieses Konto auf: sudo -u "):
        open_server(server.root)


def test_settings_may_be_empty_but_not_wrong(tmp_path: Path) -> None:
    (tmp_path / "server.yml").write_text("# Alles wie vorgegeben.\n", encoding="utf-8")
    assert open_server(tmp_path).settings == Settings()
    (tmp_path / "server.yml").write_text("konfiguration: ../../etc/x.yml\nzweig: [a]\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        open_server(tmp_path)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(1, 16), (2, 8)]
