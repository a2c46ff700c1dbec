"""How long answers took, counted from events: shares on time, the median and the ninetieth percentile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Doorlooptijd:
    """Of answered sets: how many, how many within three and six weeks of ingezonden, and how many days they took."""

    aantal: int
    binnen_drie_weken: int
    binnen_zes_weken: int
    mediaan: float
    p90: int

    @property
    def aandeel_drie(self) -> int:
        """The share within three weeks in whole percents."""
        return _procent(self.binnen_drie_weken, self.aantal)

    @property
    def aandeel_zes(self) -> int:
        """The share within six weeks in whole percents."""
        return _procent(self.binnen_zes_weken, self.aantal)


def doorlooptijd(dagen: Sequence[int]) -> Doorlooptijd | None:
    """The figures of these numbers of days; None for none. The percentile is by nearest rank."""
    if not dagen:
        return None
    op_rij = sorted(dagen)
    return Doorlooptijd(
        len(op_rij),
        sum(d <= 21 for d in op_rij),
        sum(d <= 42 for d in op_rij),
        float(median(op_rij)),
        op_rij[-(-len(op_rij) * 9 // 10) - 1],
    )


def _procent(deel: int, geheel: int) -> int:
    return (200 * deel + geheel) // (2 * geheel)
