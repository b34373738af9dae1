# Tells a clerk what was matched, what is unsure and what is left over: short for the terminal, whole for a file.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kek_build.pages.text import counted, one_line, shorten
from kek_build.wortlaut.decisions import Decision, Verdict
from kek_build.wortlaut.document import Paragraph
from kek_build.wortlaut.found import Found
from kek_build.wortlaut.plan import Plan
from kek_build.wortlaut.recognition import Recognition

TITLE = "Wortlaut: Bericht"
"""How a report begins; a file that begins otherwise is none."""

_SHORT = 90
_FEW = 10
_VERDICTS: tuple[tuple[Verdict, str], ...] = (
    ("sicher", "sicher"),
    ("unsicher", "unsicher"),
    ("mehrere", "mehrere Fassungen"),
    ("fehlt", "nicht gefunden"),
)


def summary(recognition: Recognition, plan: Plan, *, full: bool) -> str:
    """The report.

    Args:
        recognition: what was recognised.
        plan: what changes.
        full: with every match and all that is left over; else the first of them.
    """
    parts = [
        f"{TITLE} zu „{recognition.document.name}“ ({recognition.konzept.datei.name})",
        "\n".join(overview(recognition.decisions)),
        *(_section(title, lines, full=full) for title, lines in _sections(recognition, plan, full=full)),
    ]
    return "\n\n".join(part for part in parts if part)


def overview(decisions: Sequence[Decision]) -> Iterator[str]:
    """A table: of each kind, how many there are and how many were found how surely."""
    yield f"{'':22}{'im Konzept':>11}" + "".join(f"{name:>19}" for _, name in _VERDICTS)
    for group in dict.fromkeys(decision.slot.group for decision in decisions):
        counts = Counter(decision.verdict for decision in decisions if decision.slot.group == group)
        total = sum(counts.values())
        yield f"{group:22}{total:>11}" + "".join(f"{counts[verdict]:>19}" for verdict, _ in _VERDICTS)


def _sections(recognition: Recognition, plan: Plan, *, full: bool) -> Iterator[tuple[str, list[str]]]:
    decisions = recognition.decisions
    width = None if full else _SHORT
    yield "Hinweise", [f"  {remark}" for remark in recognition.document.remarks]
    if full:
        yield "Wird eingetragen", [line for d in plan.written for line in _version(d.slot.ref, d.versions[0], width)]
        yield "Steht schon so da", [f"  {d.slot.ref}" for d in plan.there]
    unsure = [d for d in decisions if d.verdict == "unsicher" and d not in plan.written and d not in plan.there]
    yield (
        "Unsicher, nicht eingetragen (eintragen mit --auch-unsichere oder einzeln mit --fassung NUMMER=1)",
        [line for d in unsure for line in _version(d.slot.ref, d.versions[0], width)],
    )
    chosen = {d.slot.ref for d in (*plan.written, *plan.there, *plan.kept)}
    several = [d for d in decisions if d.verdict == "mehrere" and d.slot.ref not in chosen]
    yield (
        "Mehrere Fassungen, nicht eingetragen (auswählen mit --fassung NUMMER=1)",
        [line for d in several for line in _versions(d.slot.ref, d.versions, 1, width)],
    )
    yield (
        "Es steht schon ein anderer Wortlaut da (ersetzen mit --ueberschreiben)",
        [line for d in plan.kept for line in _version(d.slot.ref, d.versions[0], width)],
    )
    yield "Lässt sich nicht eintragen", [f"  {d.slot.ref}: Der Text {why}." for d, why in plan.impossible]
    yield (
        "Eingetragen wie die Bezeichnung; das Dokument druckt an anderer Stelle etwas anderes",
        [line for d in decisions if d.also for line in _versions(d.slot.ref, d.also, 2, width)],
    )
    yield "Nicht gefunden", [f"  {d.slot.ref}: {_said(d.slot.words, width)}" for d in decisions if d.verdict == "fehlt"]
    yield (
        "Nummern im Dokument, die das Konzept nicht kennt",
        [f"  {number} ({place})" for number, place in recognition.strangers],
    )
    yield "Text, der zu keiner Stelle gehört", [f"  {_rest(p, width)}" for p in recognition.left_over]
    yield (
        "Weggelassen: Kopfzeilen, Seitenzahlen, Fußnoten",
        [f"  {line.place}: {_said(line.text, width)}" for line in recognition.document.dropped] if full else [],
    )


def _section(title: str, lines: Sequence[str], *, full: bool) -> str:
    if not lines:
        return ""
    count = sum(line.startswith("  ") and not line.startswith("    ") for line in lines)
    shown = list(lines) if full else list(_first(lines, _FEW))
    if len(shown) < len(lines):
        left = count - _FEW
        shown.append(f"  … und {counted(left, 'weitere Stelle', 'weitere Stellen')}; alle mit --bericht DATEI")
    return "\n".join([f"{title} ({count}):", *shown])


def _first(lines: Iterable[str], count: int) -> Iterator[str]:
    """The lines of the first entries; lines that are indented deeper belong to the one above."""
    seen = 0
    for line in lines:
        seen += not line.startswith("    ")
        if seen > count:
            return
        yield line


def _version(ref: str, found: Found, width: int | None) -> Iterator[str]:
    yield f"  {ref} ({found.place}): {found.reason}"
    yield from _text(found.text, width)


def _versions(ref: str, found: Sequence[Found], start: int, width: int | None) -> Iterator[str]:
    yield f"  {ref}"
    for number, one in enumerate(found, start):
        yield f"    Fassung {number} ({one.place}): {one.reason}"
        yield from (f"  {line}" for line in _text(one.text, width))


def _text(text: str, width: int | None) -> Iterator[str]:
    if width:
        yield f"    „{_said(text, width)}“"
    else:
        yield from (f"    | {line}".rstrip() for line in text.splitlines())


def _said(text: str, width: int | None) -> str:
    return shorten(one_line(text), width) if width else one_line(text)


def _rest(paragraph: Paragraph, width: int | None) -> str:
    return f"{paragraph.place}: {_said(paragraph.text, width)}"
