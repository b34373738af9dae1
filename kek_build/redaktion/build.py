# The files of the form: its page, its configuration, and what `make redaktion` has bundled.
from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kek_build.concept import Konzept
from kek_build.errors import SetupError
from kek_build.outputs import Output
from kek_build.pages.templates import environment
from kek_build.redaktion.configuration import Edited, configuration
from kek_build.redaktion.policy import policy
from kek_build.site import Redaktion

FOLDER = "redaktion/"
"""Where the form stands on the site."""

SCRIPT = "redaktion.js"
"""What starts it."""


def outputs(redaktion: Redaktion, edited: Edited, concepts: Sequence[Konzept], bundle: Path) -> list[Output]:
    """The files of the form.

    Args:
        redaktion: where the repository is.
        edited: the site whose content is edited.
        concepts: the concepts of the site.
        bundle: what `make redaktion` has made.

    Raises:
        SetupError: it has not been made.
    """
    if not (bundle / SCRIPT).is_file():
        raise SetupError("Das Formular für die Redaktion ist noch nicht eingerichtet. Bitte einmal: make redaktion")
    page = environment().get_template("redaktion/seite.html.j2")
    settings = configuration(redaktion, edited, concepts)
    files = {
        "index.html": page.render(title=edited.title, policy=policy(redaktion), script=SCRIPT).encode(),
        "konfiguration.json": json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    for path in sorted(bundle.rglob("*")):
        if path.is_file():
            files[path.relative_to(bundle).as_posix()] = path.read_bytes()
    return [Output(FOLDER + name, data) for name, data in files.items()]
