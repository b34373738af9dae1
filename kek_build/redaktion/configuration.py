# The configuration of Sveltia CMS, made from the models and the concepts: what can be edited, and where it is kept.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from kek_build.concept import Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS, natural_key
from kek_build.redaktion.collections import collections, common_synonyms
from kek_build.redaktion.fields import OPTIONS, SUBJECT
from kek_build.site.options import Redaktion

LISTS = "auswahl"
"""The key that holds the lists of options; `docs_templates/redaktion/src/config.js` puts them in their places."""

_LONGEST = 90
"""Characters of a text by which a thing is picked."""


@dataclass(frozen=True)
class Edited:
    """The site whose content is edited."""

    title: str
    url: str
    content: PurePosixPath
    """The folder that holds the concepts, from the top of the repository."""


def configuration(redaktion: Redaktion, edited: Edited, concepts: Sequence[Konzept]) -> dict[str, Any]:
    """The configuration, with the lists of options beside it.

    Args:
        redaktion: where the repository is.
        edited: the site whose content is edited.
        concepts: its concepts.
    """
    several = len(concepts) > 1
    found: list[dict[str, Any]] = []
    lists: dict[str, Any] = {}
    for konzept in concepts:
        if found:
            found.append({"divider": True})
        label = f"{konzept.datei.kurzname}: " if several else ""
        own = collections(konzept.slug, str(edited.content / konzept.slug), label)
        lists |= dict(_named(own, konzept))
        found += own
    return {
        "backend": backend(redaktion),
        "load_config_file": False,
        "app_title": f"Redaktion: {edited.title}",
        "site_url": edited.url,
        "display_url": edited.url,
        "logo": {"src": urlsplit(edited.url).path + "kek/favicon.svg"},
        "show_preview_links": False,
        "editor": {"preview": False},
        # Names of files are numbers: neither their capitals nor their dots may change.
        "slug": {"lowercase": False, "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        # There are no pictures in the content; Sveltia asks for a folder all the same.
        "media_folder": str(edited.content),
        "collections": [*found, {"divider": True}, common_synonyms(str(edited.content))],
        LISTS: lists,
    }


def backend(redaktion: Redaktion) -> dict[str, Any]:
    """Where the repository is and how editors sign in, https://sveltiacms.app/en/docs/backends."""
    found: dict[str, Any] = {"name": redaktion.art, "repo": redaktion.repo, "branch": redaktion.zweig}
    found["commit_messages"] = {
        "create": "{{collection}}: {{slug}} neu",
        "update": "{{collection}}: {{slug}} geändert",
        "delete": "{{collection}}: {{slug}} gelöscht",
        "uploadMedia": "{{path}} hochgeladen",
        "deleteMedia": "{{path}} gelöscht",
    }
    server = redaktion.adresse.rstrip("/") if redaktion.adresse else None
    sign_in = redaktion.anmeldung if redaktion.art == "github" else redaktion.anwendung
    found["auth_methods"] = ["oauth", "token"] if sign_in else ["token"]
    if server:
        found["api_root"] = server + {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}[redaktion.art]
    if redaktion.art == "github":
        if redaktion.anmeldung:
            found["base_url"] = redaktion.anmeldung.rstrip("/")
        return found
    if server:
        found["base_url"] = server
    if redaktion.anwendung:
        found["app_id"] = redaktion.anwendung
        if redaktion.art == "gitlab":
            found["auth_type"] = "pkce"
    return found


def hosts(redaktion: Redaktion) -> tuple[str, ...]:
    """The servers that the form speaks with: those of the forge, and none else."""
    if redaktion.adresse:
        parts = urlsplit(redaktion.adresse)
        return (f"{parts.scheme}://{parts.netloc}",)
    return {"github": ("https://api.github.com",), "gitlab": ("https://gitlab.com",), "gitea": ("https://gitea.com",)}[
        redaktion.art
    ]


def portraits(redaktion: Redaktion) -> tuple[str, ...]:
    """The servers from which the form shows the picture of whoever has signed in."""
    on_github = redaktion.art == "github" and not redaktion.adresse
    return ("https://avatars.githubusercontent.com",) if on_github else hosts(redaktion)


def _named(value: Any, konzept: Konzept) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The lists of options that some collections ask for; their names get the concept's, in place."""
    if isinstance(value, list):
        for inner in value:
            yield from _named(inner, konzept)
    elif isinstance(value, dict):
        if OPTIONS in value:
            kinds = value[OPTIONS].split("+")
            value[OPTIONS] = f"{konzept.slug}: {value[OPTIONS]}"
            yield value[OPTIONS], options(konzept, kinds)
        else:
            for inner in value.values():
                yield from _named(inner, konzept)


def options(konzept: Konzept, kinds: Sequence[str]) -> list[dict[str, str]]:
    """All things of some kinds as a picker offers them, in the order of the kinds; the subjects in their own."""
    if list(kinds) == [SUBJECT]:
        return [{"label": subject.titel, "value": subject.kennung} for subject in konzept.subjects]
    entries = [entry for kind in kinds for entry in konzept.of_kind(kind) if entry.ref != CONCEPT_REF]
    places = {kind: place for place, kind in enumerate(kinds)}
    entries.sort(key=lambda entry: (places[entry.kind], natural_key(entry.ref)))
    return [{"label": _label(entry.kind, entry.ref, entry.short_title), "value": entry.ref} for entry in entries]


def _label(kind: str, ref: str, title: str) -> str:
    whole = f"{KINDS[kind][1]} {ref}: {' '.join(title.split())}"
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"
