# The hooks of the repository: short shell scripts that hand over to kek, and can say so in German when kek itself is
# gone or broken. What kek tells goes to whoever pushes; what Python complains of goes to the protocol.
from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from kek_build.server.layout import Server

_START = """\
#!/bin/sh
# Von „kek server-einrichten“ geschrieben; nach einem Umzug von kek oder dieses Ordners dort noch einmal aufrufen.
kek={python}
server={server}
protokoll={log}
"""
_BEFORE = (
    _START
    + """\
"$kek" -I -X utf8 -m kek_build empfangen vorher --server "$server" 2>>"$protokoll"
status=$?
case $status in
0 | 3) exit $status ;;
esac
echo "Auf dem Server ist kek gestört oder fehlt. Ihr Push wurde nicht angenommen; die Website bleibt, wie sie ist." >&2
echo "Ihre Änderungen sind bei Ihnen gut aufgehoben. Bitte sagen Sie der Betreuung des Servers Bescheid:" >&2
echo "Hilfe gibt: kek server-einrichten $server" >&2
exit 1
"""
)
_AFTER = (
    _START
    + """\
"$kek" -I -X utf8 -m kek_build empfangen nachher --server "$server" 2>>"$protokoll"
case $? in
0 | 3) exit 0 ;;
esac
echo "Ihr Push ist angenommen, aber noch nicht online: Auf dem Server ist kek gestört oder fehlt." >&2
echo "Die Website bleibt, wie sie ist. Bitte sagen Sie der Betreuung des Servers Bescheid:" >&2
echo "Danach holt es nach: kek veroeffentlichen --server $server" >&2
exit 1
"""
)
TOLD = 3
"""The exit status of `kek empfangen` when something is wrong and was told."""


def write_hooks(server: Server) -> None:
    """Write the hooks, for the kek that runs now.

    Raises:
        OSError: they cannot be written.
    """
    values = {"python": sys.executable, "server": str(server.root), "log": str(server.log)}
    quoted = {name: shlex.quote(value) for name, value in values.items()}
    folder = server.repository / "hooks"
    folder.mkdir(exist_ok=True)
    for name, text in (("pre-receive", _BEFORE), ("post-receive", _AFTER)):
        _write(folder / name, text.format(**quoted))


def _write(file: Path, text: str) -> None:
    """Write a program, whole."""
    aside = file.with_name(f".{file.name}-{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.chmod(0o755)
    aside.replace(file)
