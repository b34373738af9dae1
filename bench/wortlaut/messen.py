# Measures how safely `kek wortlaut` matches: takes a document that is recognised well, harms it, and counts what is
# then called sure and is wrong. Nothing is written.
from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kek_build.concept import Konzept, load
from kek_build.reading import concept_folders
from kek_build.wortlaut import Recognition, recognise
from kek_build.wortlaut.likeness import plain

_ITEM = re.compile(r"(?m)^- .+$")
_FOREIGN = "- Ausbau der Fischerei und Pflege der Deiche an der Küste"


def drop(text: str, rnd: random.Random) -> str:
    """Take out every fifth item of a list."""
    return _ITEM.sub(lambda found: "" if rnd.random() < 0.2 else found[0], text)


def strangers(text: str, rnd: random.Random) -> str:
    """Put the text of another item, from anywhere, in the place of every fifth."""
    items = [*_ITEM.findall(text), _FOREIGN]
    return _ITEM.sub(lambda found: rnd.choice(items) if rnd.random() < 0.2 else found[0], text)


def shuffle(text: str, rnd: random.Random) -> str:
    """Mix the items of each list."""

    def mixed(found: re.Match[str]) -> str:
        items = found[0].splitlines()
        rnd.shuffle(items)
        return "\n".join(items) + "\n"

    return re.sub(r"(?:^- .+\n){2,}", mixed, text, flags=re.MULTILINE)


def numbers(text: str, rnd: random.Random) -> str:
    """Give each measure the number of another."""
    known = sorted(set(re.findall(r"\b\d-\d{1,3}\b", text)))
    other = known[:]
    rnd.shuffle(other)
    changed = dict(zip(known, other, strict=True))
    return re.sub(r"\b\d-\d{1,3}\b", lambda found: changed[found[0]], text)


WAYS: tuple[Callable[[str, random.Random], str], ...] = (drop, strangers, shuffle, numbers)


def main() -> None:
    """Measure, and print a line for each harm."""
    parser = argparse.ArgumentParser(description="Misst, wie sicher kek wortlaut zuordnet.")
    parser.add_argument("dokument", type=Path, help="Text oder Markdown")
    parser.add_argument("konzept", help="Ordner des Konzepts")
    parser.add_argument("--inhalt", type=Path, default=Path("content"))
    options = parser.parse_args()
    content = options.inhalt.resolve()
    concepts, _ = load(content.parent, concept_folders(content))
    konzept = next(one for one in concepts if one.slug == options.konzept)
    right = _texts(recognise(konzept, options.dokument))
    text = options.dokument.read_text(encoding="utf-8")
    for way in WAYS:
        for seed in range(3):
            _measure(konzept, way.__name__, seed, way(text, random.Random(seed)), right)  # noqa: S311


def _measure(konzept: Konzept, way: str, seed: int, text: str, right: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dokument.md"
        path.write_text(text, encoding="utf-8")
        recognition = recognise(konzept, path)
    counts = Counter(decision.verdict for decision in recognition.decisions)
    wrong = [ref for ref, said in _texts(recognition).items() if ref in right and right[ref] != said]
    told = ", ".join(f"{name} {counts[name]}" for name in ("sicher", "unsicher", "mehrere", "fehlt"))
    print(f"{way:10} {seed}: {told}; sicher und anders als im Dokument: {len(wrong)} {wrong[:5]}")


def _texts(recognition: Recognition) -> dict[str, str]:
    return {d.slot.ref: plain(d.versions[0].text) for d in recognition.decisions if d.verdict == "sicher"}


if __name__ == "__main__":
    main()
