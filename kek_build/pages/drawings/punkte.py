# The figures of an indicator as points that tables and charts show: what each is called, what it says in words, and
# where it lies in time.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kek_build.models import Kennzahl
from kek_build.models.dates import Datum
from kek_build.steering.target_path import years

_LARGEST = Decimal(10) ** 15
_SMALLEST = Decimal(10) ** -9


@dataclass(frozen=True)
class Punkt:
    """A figure of an indicator."""

    kind: str
    """`Ausgangswert`, `Wert`, `Zielwert` or `Prognose`."""
    low: Decimal
    high: Decimal | None
    """The upper end, of a span."""
    amount: str
    """The number in words: `rund 1 250`, `900 bis 1 000`."""
    unit: str
    time: Datum | None
    variant: str | None
    remark: str | None
    source: str | None = None
    """Where the figure comes from."""

    @property
    def style(self) -> str:
        """The name of its style and its marker."""
        return self.kind.lower()

    @property
    def value(self) -> str:
        """The number with its unit."""
        return f"{self.amount}\u00a0{self.unit}"

    @property
    def name(self) -> str:
        """What it is called where its kind, variant and time are not told apart otherwise."""
        named = [self.variant if self.variant and self.kind == "Wert" else self.kind]
        if self.variant and self.kind != "Wert":
            named.append(self.variant)
        return " ".join(named) + (f", {self.time}" if self.time else "")

    @property
    def said(self) -> str:
        """All of it in words, for the description of a chart."""
        return f"{self.name}: {self.value}"

    @property
    def from_zero(self) -> tuple[Decimal, Decimal]:
        """Its end nearer to zero and the other one; both are the same where it is no span."""
        ends = (self.low, self.low if self.high is None else self.high)
        return min(ends, key=abs), max(ends, key=abs)

    @property
    def group(self) -> tuple[str, str | None]:
        """What it belongs together with: its kind and variant."""
        return self.style, self.variant

    @property
    def holds_always(self) -> bool:
        """Whether it is a target without a time."""
        return self.time is None and self.style == "zielwert"

    @property
    def year(self) -> float | None:
        """Its time in years; what is no day stands at its last day, as where targets are judged: 2019 at 2019."""
        return float(years(self.time.last)) if self.time else None

    @property
    def drawable(self) -> bool:
        """Whether its numbers have a size and precision that an axis can show."""
        ends = [self.low] if self.high is None else [self.low, self.high]
        return all(abs(end) < _LARGEST and (not end or abs(end) > _SMALLEST) for end in ends)


def points(model: Kennzahl) -> Iterator[Punkt]:
    """All figures of an indicator: baseline, values, targets, forecasts."""
    for kind, value in model.figures:
        yield Punkt(
            kind, value.wert, value.bis, value.amount, model.einheit, value.zeit, value.variante, value.vermerk,
            value.quelle,
        )  # fmt: skip
