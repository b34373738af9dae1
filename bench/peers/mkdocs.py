# Writes a concept as somebody would who has only MkDocs and Material: a Markdown file a page, with everything on it,
# also what links to it, because a plain MkDocs cannot find that.
from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.peers.things import Data, Page, View, sections
from kek_build.concept import Konzept
from kek_build.editing import Value, render

Back = dict[str, list[tuple[str, Page]]]
_PER_PAGE = 100
_ADDRESS = re.compile(r"\]\((/[^)]*)\)")


def write_project(target: Path, concepts: Iterable[Konzept], *, search: bool) -> None:
    """Write a project for MkDocs.

    Args:
        target: its folder.
        concepts: what to write.
        search: whether Material's search is on, as it is unless somebody turns it off.
    """
    nav: list[Value] = ["index.md"]
    start = ["# Kreisentwicklung online", ""]
    for konzept in concepts:
        own: list[Value] = [f"{konzept.slug}/index.md"]
        pages = {f"/{page.address}": page for page in View(konzept).pages()}
        back = _back(pages.values())
        for address, page in pages.items():
            _write(target, address, "\n".join(_page(konzept, page, pages, back[address])))
        for name, title in sections(konzept):
            listed = [page for page in pages.values() if page.data["section"] == name]
            own.append({title: f"{konzept.slug}/{name}/index.md"})
            _write_lists(target, f"/{konzept.slug}/{name}/", title, listed)
        _write(target, f"/{konzept.slug}/", f"# {konzept.datei.titel}\n\n{View(konzept).text(konzept.datei.kurz)}\n")
        nav.append({konzept.datei.name: own})
        start.append(f"- [{konzept.datei.name}](/{konzept.slug}/)")
    _write(target, "/", "\n".join(start))
    (target / "mkdocs.yml").write_text(configuration(nav, search=search), encoding="utf-8")


def write_empty(target: Path) -> None:
    """Write a project with one page: what MkDocs and Material take for nothing."""
    _write(target, "/", "# Kreisentwicklung online")
    (target / "mkdocs.yml").write_text(configuration(["index.md"], search=True), encoding="utf-8")


def configuration(nav: list[Value], *, search: bool) -> str:
    """mkdocs.yml; pages out of the menu are meant."""
    return render({
        "site_name": "Kreisentwicklung online",
        "site_url": "https://kek.example.org/",
        "theme": {"name": "material", "language": "de", "font": "false"},
        "plugins": ["search"] if search else [],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"absolute_links": "ignore"}},
        "nav": nav,
    })  # fmt: skip


def _write(target: Path, address: str, text: str) -> None:
    folder = address.strip("/")
    path = target / "docs" / folder / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_ADDRESS.sub(lambda found: f"]({_relative(found[1], folder)})", text) + "\n", encoding="utf-8")


def _relative(address: str, folder: str) -> str:
    """A link as MkDocs wants it: from file to file; terms of the glossary have no anchors there."""
    page = address.partition("#")[0].strip("/")
    return posixpath.relpath(f"{page}/index.md".lstrip("/"), folder or ".")


def _write_lists(target: Path, address: str, title: str, pages: list[Page]) -> None:
    ordered = sorted(pages, key=lambda page: page.title)
    count = max(1, -(-len(ordered) // _PER_PAGE))
    for number in range(count):
        lines = [f"# {title}", ""]
        for page in ordered[number * _PER_PAGE : (number + 1) * _PER_PAGE]:
            lines += [f"## {_link(page)}", "", page.data.get("summary", ""), ""]
        lines.append(f"Seite {number + 1} von {count}")
        if number + 1 < count:
            lines.append(f"[weiter]({address}page/{number + 2}/)")
        _write(target, f"{address}page/{number + 1}/" if number else address, "\n".join(lines))


def _back(pages: Iterable[Page]) -> Back:
    found: Back = defaultdict(list)
    for page in pages:
        for relation, target in _targets(page.data):
            found[target].append((relation, page))
    return found


def _targets(data: Data) -> Iterator[tuple[str, str]]:
    for fact in data.get("facts", ()):
        yield from ((fact["label"], item["to"]) for item in fact["items"] if "to" in item)
    for group in data.get("groups", ()):
        yield from (("Steht bei", item["to"]) for item in group["items"] if "to" in item)
    for quadrant in data.get("statements", ()):
        yield from (("SWOT-Aussagen", answer) for one in quadrant["items"] for answer in one["answers"])
    for step in data.get("steps", ()):
        yield from (("Beteiligte", part["to"]) for part in step["parts"])
    yield from (("Hier erwähnt", target) for target in data.get("mentions", ()))


def _link(page: Page) -> str:
    number = f"{page.data['number']} " if page.data.get("number") else ""
    return f"[{number}{page.title}](/{page.address})"


def _page(konzept: Konzept, page: Page, pages: dict[str, Page], back: list[tuple[str, Page]]) -> Iterator[str]:
    data = page.data
    yield from ("---", f"description: {data.get('label', '')} im {konzept.datei.name}", "---")
    crumbs = [f"[{konzept.datei.name}](/{konzept.slug}/)", *(_link(pages[above]) for above in data.get("above", ()))]
    yield from (" / ".join(crumbs), "", f"# {data.get('number', '')} {page.title}", "", data.get("summary", ""), "")
    yield from (" · ".join(data.get("tags", ())), "")
    for fact in data.get("facts", ()):
        items = "; ".join(_item(item, pages) for item in fact["items"])
        yield from (f"**{fact['label']}**: {items}", "")
    yield from ("## Was vorgesehen ist", "")
    for paragraph in data.get("paragraphs", ()):
        yield from (paragraph, "")
    for point in data.get("points", ()):
        yield f"- {point['text']}"
        yield from (f"    - {below}" for below in point.get("points", ()))
    yield from ("", page.body, "")
    yield from _lists(data, pages)
    yield from _chain(pages, back)
    yield from (f"> **{note['label']}** {note['text']}\n" for note in data.get("notes", ()))
    yield from _mentions(back)
    yield from (
        f"Quelle: {'; '.join(data.get('sources', ()))}",
        "",
        f"Verfügbar unter: https://kek.example.org/{page.address}",
    )


def _item(item: Data, pages: dict[str, Page]) -> str:
    shown = _link(pages[item["to"]]) if item.get("to") in pages else str(item.get("text", ""))
    return f"{shown} ({item['note']})" if "note" in item else shown


def _lists(data: Data, pages: dict[str, Page]) -> Iterator[str]:
    for group in data.get("groups", ()):
        yield from (f"### {group['title']}", "", *(f"- {_item(item, pages)}" for item in group["items"]), "")
    for step in data.get("steps", ()):
        parts = "; ".join(_item(part, pages) for part in step["parts"])
        yield from (f"### {step['number']} {step['title']}", "", step["summary"], "", parts, "")
    if rows := data.get("rows"):
        yield from ("| Art | Zeit | Wert |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows), "")
    for quadrant in data.get("statements", ()):
        yield from (f"### {quadrant['title']}", "")
        for one in quadrant["items"]:
            answers = "; ".join(_link(pages[answer]) for answer in one["answers"] if answer in pages)
            yield f"- {one['text']} {answers}"
        yield ""
    yield from (f"- {news['date']}: {news['text']}" for news in data.get("news", ()))


def _chain(pages: dict[str, Page], back: list[tuple[str, Page]]) -> Iterator[str]:
    """The chain from the analysis to the measure, as far as it leads through key projects."""
    projects = [page for relation, page in back if relation == "Steht bei"]
    yield from ("", "## Roter Faden", "")
    yield from (f"- {_link(page)}" for relation, page in back if relation == "SWOT-Aussagen")
    for project in projects:
        yield f"- {_link(project)}"
        for fact in project.data.get("facts", ()):
            yield from (f"    - {_item(item, pages)}" for item in fact["items"] if item.get("to") in pages)
    yield ""


def _mentions(back: list[tuple[str, Page]]) -> Iterator[str]:
    yield from ("", "## Was hierher verweist", "")
    by_relation: dict[str, list[str]] = defaultdict(list)
    for relation, page in back:
        by_relation[relation].append(_link(page))
    for relation, links in by_relation.items():
        yield from (f"### {relation}", "", *(f"- {link}" for link in links), "")
