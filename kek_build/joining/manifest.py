# What a site says of itself, for a portal that takes it in: whose it is, what it holds, where it was built for, and
# what must be the same in all sites of a portal. It is the only thing a portal reads besides the search index.
from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kek_build.errors import SetupError
from kek_build.outputs import Output
from kek_build.pages.draft import Workshop
from kek_build.pages.start import figures
from kek_build.search import pagefind
from kek_build.site import SiteOptions

NAME = "kek-site.json"
FORM = 1
"""Changes when sites of before can no longer be joined with those of after."""


@dataclass(frozen=True)
class Concept:
    """A concept of a site."""

    name: str
    kurzname: str
    slug: str
    adresse: str
    """Its start page, relative to the site."""
    land: str
    dokument: str
    stand: str
    """Of what day the adopted edition is, in words."""
    leitgedanke: str
    suchbeispiele: tuple[str, ...]
    zahlen: tuple[tuple[int, str, str], ...]
    """How many of what it holds, and where they are listed."""


@dataclass(frozen=True)
class Manifest:
    """What a site says of itself."""

    titel: str
    wurzel: str
    """The folder of the server that it was built for, with a slash at both ends: `/boerde/`."""
    csp: str
    redaktion: bool
    """Whether it has the form for editors, whose folder needs a policy of its own."""
    konzepte: tuple[Concept, ...]
    kek: str
    pagefind: str
    form: int = FORM


def manifest(shops: Sequence[Workshop], options: SiteOptions, root: str, policy: str) -> Output:
    """The manifest of a site.

    Args:
        shops: its concepts.
        options: its options.
        root: the folder of the server that it is published in, with a slash at both ends.
        policy: its content security policy.

    Raises:
        SetupError: Pagefind is missing.
    """
    concepts = tuple(
        Concept(
            shop.konzept.datei.name,
            shop.konzept.datei.kurzname,
            shop.konzept.slug,
            shop.addresses.section(),
            shop.konzept.datei.land,
            f"{shop.konzept.datei.titel} – {shop.konzept.datei.fassung.bezeichnung}",
            str(shop.konzept.datei.fassung.stand),
            shop.konzept.datei.leitgedanke.bezeichnung,
            shop.konzept.datei.suchbeispiele,
            tuple((figure.count, figure.label, figure.href) for figure in figures(shop, "")),
        )
        for shop in shops
    )
    about = Manifest(
        options.titel, root, policy, options.redaktion is not None, concepts,
        version("kek-online"), pagefind.program().version,
    )  # fmt: skip
    return Output(NAME, json.dumps(asdict(about), ensure_ascii=False, indent=1).encode() + b"\n")


def read(folder: Path) -> Manifest:
    """The manifest of a built site.

    Raises:
        SetupError: there is none, or it is not one of this program.
    """
    if not folder.is_dir():
        raise SetupError(f"Den Ordner „{folder}“ gibt es nicht.")
    path = folder / NAME
    if not path.is_file():
        raise SetupError(f"„{folder}“ ist keine fertige Website: die Datei „{NAME}“ fehlt. Mit „kek bauen“ bauen.")
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        form = data["form"]
        if form != FORM:
            raise SetupError(
                f"„{folder}“ wurde mit einer anderen Fassung von kek gebaut ({data.get('kek')}), die sich mit dieser "
                f"({version('kek-online')}) nicht verträgt: alle Websites mit derselben Fassung bauen."
            )
        concepts = tuple(
            Concept(
                **{
                    **concept,
                    "zahlen": tuple((n, label, href) for n, label, href in concept["zahlen"]),
                    "suchbeispiele": tuple(concept["suchbeispiele"]),
                }
            )
            for concept in data.pop("konzepte")
        )
        return Manifest(**data, konzepte=concepts)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SetupError(f"„{path}“ ist beschädigt: die Website noch einmal bauen.") from None
