# Publishing as an editor meets it: with `git push`, through the hooks, on one machine.
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kek_build.server.releases import releases
from tests.history.repository import git
from tests.server.conftest import CONFIGURATION, PAGES, Desk, desk_in, holding, result, wait_for, write_configuration

_BUILDING = "Die Website wird gebaut"


def _kek(desk: Desk, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kek_build", *arguments, "--server", str(desk.server.root)]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


def test_what_is_pushed_is_online_whole_and_for_everybody(desk: Desk) -> None:
    before = desk.online
    commit = desk.retitle("Fahrräder & Züge")
    mask = os.umask(0o077)
    try:
        pushed = desk.push()
    finally:
        os.umask(mask)
    assert pushed.accepted
    assert f"{_BUILDING} (Commit {commit[:10]}) …\nOnline: {PAGES} Seiten, Commit {commit[:10]}." in pushed.told
    assert "\n    Maßnahme 2-3 Fahrräder & Züge\n      https://kek.grünau.invalid/massnahmen/2-3/\n" in pushed.told
    assert "      Titel geändert von „Fahrräder zählen“ zu „Fahrräder & Züge“\n" in pushed.told
    assert "Fahrräder &amp; Züge" in desk.page
    assert [release.name for release in releases(desk.server)] == [desk.online.name, before.name]
    assert str(desk.server.current.readlink()) == f"staende/{desk.online.name}/website"
    assert not list(desk.server.workshop.glob("bau-*"))
    # What did not change is the same file as before, so browsers keep it.
    assert (desk.server.current / "robots.txt").samefile(before.site / "robots.txt")
    site = desk.server.current.resolve()
    closed = [path for path in (site, site.parent, *site.rglob("*")) if path.stat().st_mode & 0o004 == 0]
    assert closed == []
    # It knows its address, its history up to this commit, and no address for editing, which this server has not.
    feed = (site / "feed.atom").read_text(encoding="utf-8")
    assert "https://kek.grünau.invalid/" in feed
    assert "Fahrräder &amp; Züge" in feed
    assert "git.example.org" not in desk.page


def test_what_is_wrong_is_told_to_whoever_pushes_and_nothing_changes(desk: Desk) -> None:
    before, page, branch = desk.online, desk.page, desk.branch()
    desk.copy.replace("massnahmen/1-2.yml", "handlungsfeld: II", "handlungsfeld: IV")
    desk.commit()
    pushed = desk.push()
    assert not pushed.accepted
    assert "content/musterkreis/massnahmen/1-2.yml:3:16: „IV“ gibt es nicht." in pushed.told
    assert "Der Push wurde nicht angenommen; die Website bleibt, wie sie ist." in pushed.told
    assert "Traceback" not in pushed.told
    assert (desk.online, desk.page, desk.branch()) == (before, page, branch)
    assert not list(desk.server.workshop.glob("pruefung-*"))
    # Mended, it is taken.
    desk.copy.replace("massnahmen/1-2.yml", "handlungsfeld: IV", "handlungsfeld: II")
    desk.copy.replace("massnahmen/1-2.yml", "Brücken bauen", "Brücken erhalten")
    commit = desk.commit()
    assert desk.push().accepted
    assert desk.online.facts.commit == commit


def test_a_push_that_changes_nothing_of_the_site_builds_nothing(desk: Desk) -> None:
    before = desk.online
    (desk.copy.root / "NOTIZEN.txt").write_text("Nur für uns.\n", encoding="utf-8")
    commit = desk.commit()
    pushed = desk.push()
    assert pushed.accepted
    assert "hat sich nichts geändert; es wurde nichts gebaut. Online: Stand vom " in pushed.told
    assert desk.branch() == commit
    assert releases(desk.server) == [before]


def test_another_branch_is_taken_as_a_draft_and_not_published(desk: Desk) -> None:
    before = desk.online
    desk.copy.replace("massnahmen/2-3.yml", "titel:", "titl:")
    commit = desk.commit()
    pushed = desk.push("main:entwurf")
    assert pushed.accepted
    assert "Der Zweig „entwurf“ ist ein Entwurf; veröffentlicht wird nur „main“." in pushed.told
    assert "massnahmen/2-3.yml:2:1: Den Schlüssel „titl“ gibt es hier nicht." in pushed.told
    assert desk.branch("entwurf") == commit
    assert desk.online == before


def test_the_published_branch_cannot_be_deleted_but_a_draft_can(desk: Desk) -> None:
    branch = desk.branch()
    pushed = desk.push(":main")
    assert not pushed.accepted
    assert "„main“ ist der Zweig, der veröffentlicht wird; er lässt sich nicht löschen." in pushed.told
    assert desk.branch() == branch
    desk.push("main:entwurf")
    assert desk.push(":entwurf").accepted
    assert desk.branch("entwurf") == ""


def test_what_the_server_remembers_cannot_be_pushed_over(desk: Desk) -> None:
    pushed = desk.push("main:refs/kek/staende/gefaelscht")
    assert not pushed.accepted
    assert "hidden ref" in pushed.told


def test_a_force_push_takes_away_no_address_and_what_it_replaces_is_kept(desk: Desk) -> None:
    first = desk.git("rev-parse", "HEAD").strip()
    desk.copy.write("massnahmen/2-9.yml", "nummer: 2-9\ntitel: Neuer Weg\nhandlungsfeld: II\n")
    lost = desk.commit()
    assert desk.push().accepted
    # Nobody recorded the new address; the server did.
    desk.git("reset", "-q", "--hard", first)
    assert not desk.push().accepted  # without force, git itself refuses
    pushed = desk.push("+main")
    assert not pushed.accepted
    assert "content/musterkreis/adressen.txt: „massnahmen/2-9/“ wurde veröffentlicht, aber niemand" in pushed.told
    assert desk.branch() == lost
    desk.copy.append("aufgehoben.yml", "- {verweis: 2-9, art: massnahme, titel: Weg, ende: 2026, grund: Zu teuer.}\n")
    commit = desk.commit()
    pushed = desk.push("+main")
    assert pushed.accepted
    assert "Der Push ersetzt den bisherigen Stand von „main“; ein Commit von dort fehlt im neuen." in pushed.told
    assert "Maßnahme 2-9 Neuer Weg\n" in pushed.told
    assert "massnahmen/2-9/ sagt jetzt, dass es aufgehoben ist\n" in pushed.told
    assert desk.online.facts.commit == commit
    assert "aufgehoben" in (desk.server.current / "massnahmen/2-9/index.html").read_text(encoding="utf-8")
    name = next(word for word in pushed.told.split() if word.startswith("refs/kek/ersetzt/") and ":" in word)
    desk.git("fetch", "-q", str(desk.server.repository), name)
    assert desk.git("rev-parse", "gerettet").strip() == lost


def test_a_concept_that_is_online_cannot_just_be_left_out(desk: Desk) -> None:
    desk.copy.folder.rename(desk.copy.content / "anderer-kreis")
    desk.commit()
    pushed = desk.push()
    assert not pushed.accepted
    assert "content/musterkreis: Das Konzept „musterkreis“ ist online, aber im neuen Stand fehlt es" in pushed.told


def test_a_link_that_leads_out_of_the_repository_is_refused(desk: Desk) -> None:
    (desk.copy.folder / "massnahmen/2-8.yml").symlink_to("/etc/passwd")
    desk.commit()
    pushed = desk.push()
    assert not pushed.accepted
    assert "content/musterkreis/massnahmen/2-8.yml: Das ist eine Verknüpfung und keine Datei" in pushed.told
    assert "root:" not in pushed.told


def test_nothing_that_is_pushed_is_run(desk: Desk, tmp_path: Path) -> None:
    trap = tmp_path / "gefangen"
    code = f"open({str(trap)!r}, 'w').write('x')\n"
    for name in ("kek_build/__init__.py", "sitecustomize.py", "haken.py", "docs_templates/theme/main.html"):
        (desk.copy.root / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.copy.root / name).write_text(code, encoding="utf-8")
    (desk.copy.root / ".gitattributes").write_text("* export-ignore\n", encoding="utf-8")
    desk.retitle("Mit fremdem Code")
    pushed = desk.push()
    assert pushed.accepted
    assert "Hinweis: docs_templates, kek_build im Push sind anders als auf dem Server." in pushed.told
    assert "Mit fremdem Code" in desk.page
    write_configuration(desk.copy.root, hooks=["haken.py"])
    desk.commit()
    pushed = desk.push()
    assert not pushed.accepted
    assert "„hooks“ übernimmt der Server nicht." in pushed.told
    yaml = (desk.copy.root / "mkdocs.yml").read_text(encoding="utf-8")
    bad = yaml.replace("site_name: Konzepte & <Kreise>", f"site_name: !!python/object/apply:open ['{trap}', w]")
    (desk.copy.root / "mkdocs.yml").write_text(bad.replace("hooks:\n- haken.py\n", ""), encoding="utf-8")
    desk.commit()
    pushed = desk.push()
    assert not pushed.accepted
    assert "mkdocs.yml:2:12: Typangaben mit „!“ sind nicht erlaubt." in pushed.told
    assert not trap.exists()


def test_of_two_pushes_at_once_the_later_one_is_online_and_none_is_lost(desk: Desk) -> None:
    with holding(desk.server):
        first = desk.retitle("Zuerst")
        one = desk.start(f"{first}:main")
        wait_for(one, "Ein anderer Stand wird gerade gebaut; Ihrer kommt gleich danach.")
        second = desk.retitle("Danach")
        two = desk.start(f"{second}:main")
        wait_for(two, "Ein anderer Stand wird gerade gebaut")
    told = [result(process) for process in (one, two)]
    assert all(pushed.accepted for pushed in told)
    assert "Danach" in desk.page
    assert desk.online.facts.commit == desk.branch() == second
    assert len(releases(desk.server)) == 2
    assert sorted("Das ist schon online" in pushed.told for pushed in told) == [False, True]
    assert sorted(f"Online: {PAGES} Seiten" in pushed.told for pushed in told) == [False, True]
    assert desk.git("merge-base", "--is-ancestor", first, second) == ""


def test_a_build_that_was_killed_leaves_the_old_site_and_the_next_push_puts_all_online(desk: Desk) -> None:
    before, page = desk.online, desk.page
    desk.retitle("Beim Bauen unterbrochen")
    process = desk.start()
    wait_for(process, _BUILDING)
    built = next(path for path in desk.server.workshop.glob("bau-*-*") if path.is_dir())
    os.kill(int(built.name.split("-")[1]), signal.SIGKILL)
    result(process)
    assert (desk.online, desk.page) == (before, page)
    assert built.exists()
    done = _kek(desk, "veroeffentlichen")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Online: {PAGES} Seiten" in done.stdout
    assert "Beim Bauen unterbrochen" in desk.page
    assert not list(desk.server.workshop.glob("bau-*"))
    assert "1 liegen gebliebene Ordner aufgeräumt" in desk.server.log.read_text(encoding="utf-8")


def test_whoever_pushes_may_go_away_meanwhile(desk: Desk) -> None:
    commit = desk.retitle("Deckel zugeklappt")
    process = desk.start()
    wait_for(process, _BUILDING)
    process.kill()
    result(process)
    with holding(desk.server):
        assert desk.online.facts.commit == commit


def test_without_its_python_the_hook_refuses_and_says_so(desk: Desk) -> None:
    for name in ("pre-receive", "post-receive"):
        hook = desk.server.repository / "hooks" / name
        hook.write_text(hook.read_text(encoding="utf-8").replace(sys.executable, "/weg/python"), encoding="utf-8")
    before, branch = desk.online, desk.branch()
    desk.retitle("Ohne Python")
    pushed = desk.push()
    assert not pushed.accepted
    assert "Auf dem Server ist kek gestört oder fehlt. Ihr Push wurde nicht angenommen" in pushed.told
    hook = desk.server.repository / "hooks/pre-receive"
    hook.write_text(hook.read_text(encoding="utf-8").replace("/weg/python", "false"), encoding="utf-8")
    assert "Auf dem Server ist kek gestört oder fehlt." in desk.push().told
    assert (desk.online, desk.branch()) == (before, branch)
    (desk.server.repository / "hooks/pre-receive").unlink()
    pushed = desk.push()
    assert pushed.accepted
    assert "Ihr Push ist angenommen, aber noch nicht online" in pushed.told
    assert f"kek veroeffentlichen --server {desk.server.root}" in pushed.told


def test_settings_that_are_wrong_are_told(desk: Desk) -> None:
    (desk.server.root / "server.yml").write_text("zweig: main\nbehalten: viele\nkonfig: x.yml\n", encoding="utf-8")
    desk.retitle("Falsch eingestellt")
    pushed = desk.push()
    assert not pushed.accepted
    assert "server.yml:2:11:" in pushed.told
    assert "server.yml:3:1: Den Schlüssel „konfig“ gibt es hier nicht." in pushed.told


def test_going_back_holds_until_the_content_is_mended(desk: Desk) -> None:
    good = desk.online
    desk.copy.write("massnahmen/9-9.yml", "nummer: 9-9\ntitel: Ein Versehen\nhandlungsfeld: II\n")
    desk.commit()
    assert desk.push().accepted
    wrong = desk.online
    done = _kek(desk, "zurueck")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Online ist jetzt: {good}.\nVorher online:    {wrong}; wieder dorthin: kek zurueck ")
    assert "Diese Adressen antworten nicht mehr" in done.stdout
    assert "  musterkreis: massnahmen/9-9/\n" in done.stdout
    assert not (desk.server.current / "massnahmen/9-9").exists()
    listed = _kek(desk, "zurueck", "--liste").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [wrong.name, good.name]
    assert listed[0].endswith("(zurückgenommen)")
    assert listed[1].endswith("← online")
    # A push that does not touch the content does not bring it back; one without the mistake may leave it out.
    (desk.copy.root / "NOTIZEN.txt").write_text("Nur für uns.\n", encoding="utf-8")
    desk.commit()
    pushed = desk.push()
    assert "Dieser Inhalt war schon online und wurde mit „kek zurueck“ zurückgenommen." in pushed.told
    assert desk.online == good
    desk.git("rm", "-q", "content/musterkreis/massnahmen/9-9.yml")
    commit = desk.commit()
    assert desk.push().accepted
    assert desk.online.facts.commit == commit


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A disk of its own, with little room."""
    folder = tmp_path / "platte"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("Hier lässt sich keine Platte einhängen.")
    return folder


def test_a_full_disk_is_told_and_the_site_stays(template: Path, small_disk: Path) -> None:
    try:
        desk = desk_in(template, small_disk)
        before, branch = desk.online, desk.branch()
        filler = small_disk / "voll"
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(b"x" * (free - 5_000_000))
        commit = desk.retitle("Kein Platz")
        pushed = desk.push()
        assert not pushed.accepted
        assert "Auf dem Server ist zu wenig Platz: frei sind " in pushed.told
        assert (desk.online, desk.branch()) == (before, branch)
        filler.unlink()
        git("-C", str(desk.copy.root), "gc", "-q")
        assert desk.push().accepted
        assert desk.online.facts.commit == commit
    finally:
        subprocess.run(["umount", "-l", str(small_disk)], check=False)  # noqa: S603, S607


def test_room_that_runs_out_in_the_middle_of_a_build_is_told(desk: Desk) -> None:
    before = desk.online
    pushed = desk.retitle("Mittendrin")
    git("-C", str(desk.copy.root), "push", "-q", str(desk.server.repository), f"{pushed}:refs/heads/entwurf")
    git("-C", str(desk.server.repository), "update-ref", "refs/heads/main", pushed)
    code = (
        "import resource, sys; from kek_build.cli import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)); "
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "veroeffentlichen", "--server", str(desk.server.root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 1
    assert "Beim Bauen wurde der Platz auf dem Server knapp" in done.stderr
    assert "Traceback" not in done.stderr
    assert desk.online == before
    assert not list(desk.server.workshop.glob("bau-*"))


def test_an_edition_stands_at_a_tag_that_was_pushed_before(desk: Desk) -> None:
    desk.git("tag", "beschluss-2019")
    editions = {"musterkreis": [{"kennung": "2019", "tag": "beschluss-2019"}, {"kennung": "2026"}]}
    options = {**CONFIGURATION["plugins"][0]["kek"], "fassungen": editions}  # type: ignore[index]
    write_configuration(desk.copy.root, plugins=[{"kek": options}])
    desk.retitle("Fahrräder & Züge")
    refused = desk.push()
    assert not refused.accepted
    assert "mkdocs.yml:" in refused.told
    assert "Den Tag „beschluss-2019“ kennt Git hier nicht." in refused.told
    assert desk.push("beschluss-2019").accepted
    assert desk.push().accepted
    frozen = (desk.server.current / "2019/massnahmen/2-3/index.html").read_text(encoding="utf-8")
    assert "Fahrräder zählen" in frozen
    assert "Fahrräder &amp; Züge" in desk.page


def test_what_is_late_is_measured_on_the_day_of_the_commit(desk: Desk) -> None:
    desk.copy.append("massnahmen/2-3.yml", "geplant:\n  ende: 2019\n")
    desk.git("add", "-A")
    git("-C", str(desk.copy.root), "commit", "-q", "-m", "Änderung", when="2031-03-04T23:30:00+01:00")
    assert desk.push().accepted
    assert "Stichtag: 4. März 2031 (beim Erstellen der Website festgelegt)." in desk.page
