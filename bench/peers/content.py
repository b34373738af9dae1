# Writes a concept as the content that users of Hugo and Eleventy keep: a Markdown file a page, with what it says in its
# YAML head. Both read the same files.
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bench.peers.things import Page, View, sections
from kek_build.concept import Konzept

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_content(target: Path, concepts: Iterable[Konzept], index: str, section: dict[str, Any] | None = None) -> int:
    """Write the files.

    Args:
        target: the folder of the content.
        concepts: what to write.
        index: how the file is called that describes a folder.
        section: what stands in the head of each section beside its name.

    Returns:
        How many pages there are, lists not counted.
    """
    count = 0
    for konzept in concepts:
        for page in View(konzept).pages():
            write_page(target / f"{page.address.rstrip('/')}.md", head(page), page.body)
            count += 1
        about = {"county": konzept.slug, "name": konzept.datei.name, "edition": konzept.datei.fassung.bezeichnung,
                 "summary": View(konzept).text(konzept.datei.kurz)}  # fmt: skip
        write_page(target / konzept.slug / f"{index}.md", {"title": konzept.datei.titel, "params": about}, "")
        for place, (name, title) in enumerate(sections(konzept)):
            about = {"county": konzept.slug, "section": name}
            write_page(
                target / konzept.slug / name / f"{index}.md",
                {"title": title, "weight": place + 1, "params": about, **(section or {})},
                "",
            )
    write_page(target / f"{index}.md", {"title": "Kreisentwicklung online", "params": {}}, "")
    return count


def head(page: Page) -> dict[str, Any]:
    """What stands in the head of a page's file."""
    return {"title": page.title, "params": page.data}


def write_page(path: Path, data: dict[str, Any], body: str) -> None:
    """Write a Markdown file with a YAML head."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(f"---\n{written}---\n{body}\n", encoding="utf-8")
