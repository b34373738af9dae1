# A concept as all data files see it: what every thing is called in them, its address for the whole world, and texts as
# plain words. All formats ask here, so that they say the same.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, PREFIXES
from kek_build.models.base import Fundstelle, Model
from kek_build.pages.addresses import SECTIONS
from kek_build.pages.draft import Workshop
from kek_build.pages.text import blocks, label_of, one_line, without_references
from kek_build.tracing import Memo, unnoted


@dataclass(frozen=True)
class Source:
    """A concept as data."""

    shop: Workshop

    @property
    def konzept(self) -> Konzept:
        return self.shop.konzept

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        with unnoted():  # whoever has a model has asked for it
            return {id(entry.own): entry for entry in self.konzept.entries.values()}

    @cached_property
    def _titles(self) -> Memo[str, str]:
        return Memo()

    @cached_property
    def _ids(self) -> Memo[str, str]:
        return Memo()

    def _id(self, entry: Entry) -> str:
        if entry.kind == "konzept":
            return CONCEPT_REF
        if entry.kind in {"leitsatz", "aussage"}:
            assert entry.parent is not None
            return f"{self._id(self.konzept[entry.parent])}#{entry.ref.partition('#')[2]}"
        return f"{SECTIONS[entry.kind]}/{entry.ref.removeprefix(PREFIXES.get(entry.kind, ''))}"

    def entry_of(self, model: Model) -> Entry | None:
        """The entry that a model stands for, if it stands for one."""
        return self._entries.get(id(model))

    def id(self, entry: Entry) -> str:
        """What a thing is called in the data, for good: `massnahmen/1-32`, `swot/bildung#chance-1`."""
        return self._ids.get(entry.ref, lambda: self._id(entry))

    def url(self, entry: Entry) -> str:
        """The page of a thing, as an absolute address."""
        return self.shop.url(self.shop.addresses.of(entry))

    def title(self, entry: Entry) -> str:
        """The whole title of a thing, in plain words."""
        return self._titles.get(entry.ref, lambda: self.line(entry.title))

    def name(self, entry: Entry) -> str:
        """A thing in a list of many: its number, or its short title."""
        return label_of(entry)

    def line(self, text: str) -> str:
        """A text in one line of plain words."""
        return without_references(text, self.konzept.resolve) if "[[" in text else one_line(text)

    def words(self, text: str) -> str:
        """A running text in plain words; a blank line between paragraphs stays."""
        return "\n\n".join(self.line(block) for block in blocks(text))

    def lines(self, text: str) -> str:
        """A text whose lines mean something, in plain words: Leichte Sprache, Markdown."""
        shown = (line[: len(line) - len(line.lstrip())] + self.line(line) for line in text.strip().split("\n"))
        return "\n".join(shown)

    def find(self, value: str | None, kinds: tuple[str, ...] | None = None) -> Entry | None:
        """The thing that a reference as written means."""
        return None if value is None else self.konzept.resolve(value, kinds)

    def found(self, values: Iterable[str], kinds: tuple[str, ...] | None = None) -> tuple[Entry, ...]:
        """The things that references as written mean."""
        return tuple(entry for value in values if (entry := self.konzept.resolve(value, kinds)))

    def place(self, place: Fundstelle) -> str:
        """A place in a source document: `KEK 2030, 4. Schlüsselvorhaben, Seite 25`."""
        document = self.find(place.dokument, ("dokument",))
        parts = (document and document.model.kurz, place.abschnitt, place.seite and f"Seite {place.seite}")
        return ", ".join(part for part in parts if part)
