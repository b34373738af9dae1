# Pairs a list of texts with a list of places: in order, by how alike they are, and with an honest word on how sure each
# pair is. A text in other words is sure only when nothing else is as near, or when the whole list agrees.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kek_build.wortlaut.likeness import Rarity, nearness, same
from kek_build.wortlaut.slots import Slot

NEAR = 0.9
"""Designations this near differ by a misprint or an ending."""
ALIKE = 0.25
"""A text and its retelling reach this nearly always; two different texts hardly ever (see `bench/wortlaut`)."""
FAINT = 0.12
"""Below this, two texts share no more than chance."""

_NUMBER_DECIDES = 0.9
"""Where a document prints one text under two numbers, the number tells them apart."""
SHORTEST, LONGEST = 0.25, 4.0
"""A retelling is neither much longer nor much shorter than its text."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Pair:
    """A text and the place it belongs to, by their positions."""

    text: int
    slot: int
    sure: bool
    reason: str
    exact: bool = False


def align(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, whose scores add up to most; a score of 0 makes no pair.

    Args:
        scores: for each text the score with each place.
    """
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > 0 else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if scores[i][j] > 0 and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def pair(texts: Sequence[str], slots: Sequence[Slot], rarity: Rarity) -> list[Pair]:
    """Pair texts with places in order.

    Args:
        texts: what the document prints, in its order.
        slots: the places that may hold it, in the order of the content.
        rarity: knows how rare words are.
    """
    if not texts or not slots:
        return []
    near = [[nearness(text, slot.title) if slot.title else 0.0 for slot in slots] for text in texts]
    alike = [[rarity.likeness(text, slot.words) for slot in slots] for text in texts]
    scores = [[_score(near[i][j], alike[i][j]) for j in range(len(slots))] for i in range(len(texts))]
    pairs = align(scores)
    whole = len(pairs) == len(texts) == len(slots)
    judged = []
    for i, j in pairs:
        title = slots[j].title
        if title and same(texts[i], title):
            judged.append(Pair(i, j, sure=True, reason="gleich der Bezeichnung", exact=True))
        elif near[i][j] >= NEAR:
            judged.append(Pair(i, j, sure=True, reason="fast gleich der Bezeichnung"))
        else:
            rivals = max([*(alike[i][k] for k in range(len(slots)) if k != j),
                          *(alike[k][j] for k in range(len(texts)) if k != i)], default=0.0)  # fmt: skip
            sure, reason = judge(alike[i][j], rivals, texts[i], slots[j].words, whole=whole)
            judged.append(Pair(i, j, sure=sure, reason=reason))
    return [*judged, *_elsewhere(alike, pairs)]


def _elsewhere(alike: Sequence[Sequence[float]], pairs: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    """What is left on both sides and belongs together, though the order says otherwise."""
    texts = set(range(len(alike))) - {i for i, _ in pairs}
    places = set(range(len(alike[0]))) - {j for _, j in pairs}
    for i in sorted(texts):
        if not places:
            return
        best = max(places, key=lambda j: alike[i][j])
        if alike[i][best] >= ALIKE and alike[i][best] == max(alike[k][best] for k in texts):
            yield Pair(i, best, sure=False, reason=f"steht in anderer Reihenfolge (Ähnlichkeit {alike[i][best]:.2f})")


def _score(near: float, alike: float) -> float:
    if near >= 0.75:
        return 1 + near
    return alike if alike >= FAINT / 2 else 0.0


def judge(
    alike: float, rivals: float, text: str, words: str, *, whole: bool, numbered: bool = False
) -> tuple[bool, str]:
    """Whether a text in other words is surely the same, and why.

    Args:
        alike: how alike the two are.
        rivals: how alike the nearest other text or place is.
        text: what the document prints.
        words: what the content says.
        whole: whether the whole list has its partners in order.
        numbered: whether the number is the same; then a text may be much shorter than what the content tells.
    """
    if missing := figures_apart(text, words):
        return False, f"Zahlen weichen ab ({', '.join(missing)})"
    if not numbered and not SHORTEST <= len(text) / max(1, len(words)) <= LONGEST:
        return False, f"Länge passt nicht (Ähnlichkeit {alike:.2f})"
    if alike >= ALIKE and alike > (_NUMBER_DECIDES * rivals if numbered else rivals):
        return True, f"gleiche Sache in anderen Worten (Ähnlichkeit {alike:.2f})"
    if whole and alike >= FAINT and alike >= rivals:
        return True, f"Reihenfolge und Anzahl stimmen (Ähnlichkeit {alike:.2f})"
    return False, f"nur wenig ähnlich ({alike:.2f})" if alike < ALIKE else f"nicht eindeutig ({alike:.2f})"


def figures_apart(text: str, words: str) -> tuple[str, ...]:
    """The figures that only one of two texts has; references do not count."""
    bare = re.sub(r"\[\[[^\[\]|]*(?:\|([^\[\]]*))?\]\]", r"\1", words)
    left, right = set(_FIGURE.findall(text)), set(_FIGURE.findall(bare))
    return tuple(sorted(left ^ right))
