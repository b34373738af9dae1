# The fact sheet of a key project or a measure: one page of A4 to put into a council paper, with the code that leads to
# the page. What does not fit is set smaller, then left out from the end, and the sheet says so.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kek_build.documents import engine, links, tags
from kek_build.documents.views import Keeper, Shown, shown
from kek_build.embeds import qr
from kek_build.errors import SetupError
from kek_build.pages import massnahmen, schluesselvorhaben
from kek_build.pages.fortschritt import UpdateView
from kek_build.pages.massnahmen import PointView
from kek_build.pages.standing import StandView
from kek_build.pages.templates import environment
from kek_build.pages.text import shorten
from kek_build.pages.views import Fact, LinkView, NoteView
from kek_build.pictures.build import field_colours

_COLOURS = "assets/kek/werte.css"
_SIZES = ("10", "9.2", "8.5")
"""Sizes of the type in points, from the best down."""


@dataclass(frozen=True)
class Section:
    """A part of a sheet under one heading."""

    title: str
    paragraphs: tuple[Markup, ...] = ()
    points: tuple[Markup, ...] = ()

    def __len__(self) -> int:
        return len(self.paragraphs) + len(self.points)

    def first(self, count: int) -> Section:
        """The section with no more than its first paragraphs and points."""
        points = max(count - len(self.paragraphs), 0)
        return replace(self, paragraphs=self.paragraphs[:count], points=self.points[:points])


@dataclass(frozen=True)
class Datenblatt:
    """A sheet, before it is set."""

    url: str
    """The address of the page, as the code has it."""
    code_size: int
    """How many modules wide its code is."""
    code: str
    """The code's dark modules, as the path of a stroke."""
    county: str
    document: str
    """Title, edition and date of the concept."""
    kind: str
    number: str
    title: str
    accent: str
    """The colour of its field of action."""
    wording: Markup | None
    title_adopted: bool
    lead: Markup | None
    status: tuple[str, ...]
    fresh: str
    """How fresh it is, where it gives a date itself, and that somebody should look at it again; else empty."""
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    sources: str
    stand: str
    """The date of the concept, as computers write it."""
    author: str
    unofficial: bool
    templates: Path

    @property
    def name(self) -> str:
        """What it is called: `Maßnahme 3-34: Busnetz`."""
        return shorten(f"{self.kind} {self.number}: {self.title}", 180)

    @property
    def key(self) -> str:
        """All that makes the sheet."""
        return repr(self)

    def draw(self) -> bytes:
        """The sheet as a PDF of one page."""
        return tags.finished(fitted(self).pdf(), {})

    def html(self, size: str = _SIZES[0], keep: int | None = None, most: int | None = None) -> str:
        """The sheet as HTML.

        Args:
            size: the size of its type.
            keep: how many paragraphs and points stay; None for all.
            most: how many links stay in a row of key facts; None for all.
        """
        sections = self.sections if keep is None else tuple(_first(self.sections, keep))
        facts = self.facts if most is None else tuple(replace(f, links=f.links[:most]) for f in self.facts)
        left_out = _size(self.sections) - _size(sections) + _links(self.facts) - _links(facts)
        template = environment(self.templates).get_template("documents/datenblatt.html.j2")
        shown = template.render(sheet=self, sections=sections, facts=facts, left_out=left_out, size=size)
        return links.plain(shown)


def sheets(shop: Keeper) -> Iterator[tuple[str, Datenblatt]]:
    """The sheets of a concept, each with the address of its page."""
    colours = field_colours((shop.templates / _COLOURS).read_text(encoding="utf-8"))
    for module in (schluesselvorhaben, massnahmen):
        for page in shown(shop, module.plan):
            if page.view["entry"] is not None:
                yield page.path, _sheet(shop, page, colours)


def fitted(sheet: Datenblatt) -> engine.Layout:
    """The sheet set in one page: in the largest size that fits, and with as much of its text as fits."""
    for size in _SIZES:
        layout = _laid_out(sheet, size)
        if layout.pages == 1:
            return layout
    smallest = _SIZES[-1]
    for most in (None, 6, 3, 1):
        best = _laid_out(sheet, smallest, 0, most)
        if best.pages == 1:
            break
    else:
        raise SetupError(f"{sheet.name} passt auch gekürzt nicht auf eine Seite.")
    fits, too_much = 0, _size(sheet.sections) + 1
    while too_much - fits > 1:
        middle = (fits + too_much) // 2
        layout = _laid_out(sheet, smallest, middle, most)
        if layout.pages == 1:
            fits, best = middle, layout
        else:
            too_much = middle
    return best


def _laid_out(sheet: Datenblatt, size: str, keep: int | None = None, most: int | None = None) -> engine.Layout:
    return engine.lay_out(sheet.html(size, keep, most), sheet.url, sheet.templates)


def _first(sections: tuple[Section, ...], keep: int) -> Iterator[Section]:
    for section in sections:
        if keep > 0:
            yield section.first(keep)
        keep -= len(section)


def _sheet(shop: Keeper, page: Shown, colours: Mapping[int, str]) -> Datenblatt:
    view, datei = page.view, shop.konzept.datei
    url = shop.url(page.path)
    code_size, code = qr.draw(url)
    sections = _measure(shop, view) if page.template == "massnahme" else _project(view)
    parts = _macros(shop)
    sections.append(Section("Meilensteine", points=tuple(parts.step(step) for step in view["milestones"])))
    sections.append(Section("Aufgaben", points=tuple(parts.step(step) for step in view["tasks"])))
    sections.append(Section("Neues", points=tuple(map(_update, view["updates"]))))
    sections.append(Section("Hinweise zum Dokument", tuple(_note(note) for note in view["notes"])))
    return Datenblatt(
        url=url,
        code_size=code_size,
        code=code,
        county=datei.name,
        document=f"{datei.titel}, {datei.fassung.bezeichnung}, Stand {datei.fassung.stand}",
        kind=view["kind_label"],
        number=view["number"],
        title=view["title"],
        accent=colours.get(view["accent"], "#000000"),
        wording=view["wording"],
        title_adopted=view["title_adopted"],
        lead=view["lead"],
        status=tuple(filter(None, (view["phase"], view["status"]))),
        fresh=_fresh(view["fresh"]),
        facts=tuple(view["facts"]),
        sections=tuple(section for section in sections if len(section)),
        sources="; ".join(", ".join(filter(None, (s.document, s.place))) for s in view["sources"]),
        stand=datei.fassung.stand.iso(),
        author=datei.behoerde,
        unofficial=shop.demonstration,
        templates=shop.templates,
    )


def _fresh(stand: StandView) -> str:
    own = "" if stand.edition else f"Stand der Angaben: {stand.when}"
    return ". ".join(filter(None, (own, stand.review)))


def _measure(shop: Keeper, view: Mapping[str, Any]) -> list[Section]:
    parts = _macros(shop)
    placements = (_placement(item.link, item.group) for item in view["placements"])
    return [
        Section("Was vorgesehen ist", _paragraphs(view["text"]), tuple(_point(parts, p) for p in view["points"])),
        Section("Wo die Maßnahme steht", points=tuple(placements)),
    ]


def _project(view: Mapping[str, Any]) -> list[Section]:
    return [
        Section("Worum es geht", _paragraphs(view["text"])),
        Section("Ziele laut Profil", points=tuple(_inside(goal.wording or goal.text) for goal in view["goals"])),
        *(
            Section(group.title, points=tuple(_placed(measure) for measure in group.measures))
            for group in view["groups"]
        ),
        Section("Arbeitsschritte", points=tuple(view["steps"])),
    ]


def _macros(shop: Keeper) -> Any:
    return shop.env.get_template("parts/macros.html.j2").module


def _paragraphs(text: Markup | None) -> tuple[Markup, ...]:
    """The paragraphs of running text, one a line as `pages.text` writes them."""
    return tuple(map(Markup, text.splitlines())) if text else ()


def _inside(text: Markup) -> Markup:
    """Paragraphs as the content of a point."""
    return Markup("<br>").join(Markup(p.removeprefix("<p>").removesuffix("</p>")) for p in text.splitlines())


def _point(parts: Any, point: PointView) -> Markup:
    return Markup("{}{}").format(point.text, parts.points(point.points) if point.points else "")


def _placement(link: LinkView, group: str) -> Markup:
    note = Markup(" An dieser Stelle: {}").format(link.note) if link.note else ""
    return Markup("{}, Zeile „{}“.{}").format(link.html, group, note)


def _placed(link: LinkView) -> Markup:
    note = Markup(" – an dieser Stelle: {}").format(link.note) if link.note else ""
    return Markup("{}{}").format(link.html, note)


def _update(news: UpdateView) -> Markup:
    moved = f" {', '.join(news.moved)}." if news.moved else ""
    source = f" ({news.link_text})" if news.link or news.source else ""
    return Markup("{}: {}{}{}").format(news.when, news.text or "", moved, source)


def _note(note: NoteView) -> Markup:
    return Markup("<p><strong>{}:</strong> {}</p>").format(note.label, _inside(note.text))


def _size(sections: tuple[Section, ...]) -> int:
    return sum(map(len, sections))


def _links(facts: tuple[Fact, ...]) -> int:
    return sum(len(fact.links) for fact in facts)
