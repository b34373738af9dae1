# In a county's own list people and places stand by name, „Stadt Musterstadt“, not by the short name that the content
# refers to them with. A name that means exactly one thing is taken for it.
from __future__ import annotations

from collections import defaultdict

from kek_build.concept import Konzept
from kek_build.concept.entries import PREFIXES, Entry
from kek_build.concept.konzept import resolve
from kek_build.reading.suggestions import fold
from kek_build.spreadsheets.layout import Column, refers


class Names:
    """What the things of a concept are called."""

    def __init__(self, konzept: Konzept) -> None:
        self._entries = konzept.entries
        self._called: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in konzept.entries.values():
            for name in _names(entry):
                self._called[entry.kind, fold(" ".join(name.split()))].add(entry.ref)

    def reference(self, column: Column, text: str) -> str:
        """A value as the content refers to things: what is a reference stays, a name becomes one.

        Args:
            column: the column; where it names nothing, the text stays.
            text: what stands in the cell.
        """
        kinds = refers(column)
        if not kinds or not text or resolve(self._entries, text, kinds):
            return text
        found = {ref for kind in kinds for ref in self._called.get((kind, fold(" ".join(text.split()))), ())}
        if len(found) != 1:
            return text
        (ref,) = found
        return ref.removeprefix(PREFIXES.get(kinds[0], "")) if len(kinds) == 1 else ref


def _names(entry: Entry) -> set[str]:
    model = entry.model
    single = (getattr(model, key, None) for key in ("name", "titel", "kurztitel", "kurzform", "begriff", "langform"))
    names = {str(name) for name in single if name}
    names.update(getattr(model, "schreibweisen", ()))
    if entry.kind == "ort":
        names.update(f"{art} {model.name}" for art in ("Stadt", "Gemeinde", model.art))
    if number := entry.number:
        names.update(f"{number}{between}{name}" for name in list(names) for between in (" ", ": ", " – ", " - "))
    return names
