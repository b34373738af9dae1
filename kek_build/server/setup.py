# Sets a server up: the repository with its hooks, the settings, and templates for web servers. Called again, it brings
# the hooks up to date and leaves what is there as it is.
from __future__ import annotations

from pathlib import Path

from kek_build.errors import SetupError
from kek_build.server import repository
from kek_build.server.hooks import write_hooks
from kek_build.server.layout import SETTINGS_FILE, Server, Settings, open_server
from kek_build.server.webserver import TEMPLATES

_HEAD = """\
# Einstellungen dieses Servers, geschrieben von „kek server-einrichten“. Ändern Sie sie hier; sie gelten ab dem
# nächsten Push, oder gleich nach „kek veroeffentlichen“.
"""


def set_up(root: Path, settings: Settings) -> tuple[Server, bool]:
    """Set a server up, or bring one up to date.

    Args:
        root: its folder; new, empty, or set up before.
        settings: what holds for a new one; one that is there keeps its own.

    Returns:
        The server, and whether it is new.

    Raises:
        SetupError: the folder holds something else, or git is missing.
        ContentError: the settings of the server that is there are wrong.
    """
    repository.run_git("--version")
    new = not (root / SETTINGS_FILE).is_file()
    if new and root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise SetupError(f"Der Ordner „{root}“ ist nicht leer. Nennen Sie einen neuen oder einen leeren Ordner.")
    root.mkdir(parents=True, exist_ok=True)
    if new:  # first: a set-up that was interrupted can be called again
        (root / SETTINGS_FILE).write_text(_settings_text(settings), encoding="utf-8")
    server = open_server(root)
    for folder in (server.releases, server.workshop):
        folder.mkdir(exist_ok=True)
    repository.create(server.repository, server.settings.zweig)
    write_hooks(server)
    for name, text in TEMPLATES.items():
        (server.root / name).write_text(text(server), encoding="utf-8")
    return server, new


def _settings_text(settings: Settings) -> str:
    """The settings as a file to be read and changed: each with what it is for, and those that are not set, too."""
    parts = [_HEAD]
    for name, field in Settings.model_fields.items():
        parts.append(f"\n# {field.description}\n{_line(name, getattr(settings, name))}\n")
    return "".join(parts)


def _line(name: str, value: object) -> str:
    if value is None or value == ():
        return f"#{name}:"
    return f"{name}: {value}"
