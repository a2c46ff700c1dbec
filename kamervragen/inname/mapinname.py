"""A whole folder comes in: read by two processes at once, recorded one by one, told file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from kamervragen.catalogue import woorden
from kamervragen.core.act import Huis, eis_vooraf
from kamervragen.core.actor import Wie
from kamervragen.documents.binnen import gelezen, korte_naam
from kamervragen.documents.lezing import Lezing
from kamervragen.documents.writers import lijst
from kamervragen.domain.errors import Fout
from kamervragen.domain.rollen import Handeling
from kamervragen.inname.innemen import Uitkomst, Verslag, bekend_stuk, leg_vast

PROCESSEN = 2
_VOORUIT = 8  # how many documents are read before the first of them is recorded
_KOLOMMEN = (
    "bestand",
    "uitkomst",
    "sleutel",
    "soort",
    "vragen",
    "antwoorden",
    "noten",
    "citaties",
    "meldingen",
    "reden",
    "toelichting",
)


def neem_map_in(huis: Huis, wie: Wie, paden: Sequence[Path], klaar: Callable[[], None]) -> list[Verslag]:
    """Takes in files in their order; `klaar` is called after each. What was taken in before is not read again.

    :raises NietToegestaan: without the right to take documents in.
    """
    eis_vooraf(huis, wie, Handeling.DOCUMENT_INNEMEN, "map")
    verslagen: list[Verslag] = []
    with ThreadPoolExecutor(PROCESSEN) as lezers:  # each waits for a process of its own
        for pad, belofte in _vooruit(huis, lezers, paden):
            verslagen.append(_neem_in(huis, wie, pad, belofte))
            klaar()
    return verslagen


def als_csv(verslagen: Sequence[Verslag]) -> bytes:
    """The report for a Dutch spreadsheet: UTF-8 with its mark, semicolons, nothing that is run as a formula."""
    return lijst.als_csv(_KOLOMMEN, map(_cellen, verslagen))


def _cellen(v: Verslag) -> tuple[object, ...]:
    toelichting = " | ".join(woorden(m.code, m.feiten) for m in v.meldingen)
    return (
        v.bestand,
        v.uitkomst.value,
        v.sleutel,
        v.soort.value if v.soort else "",
        v.vragen,
        v.antwoorden,
        v.noten,
        v.citaties,
        len(v.meldingen),
        v.reden,
        toelichting,
    )


Gelezen = tuple[bytes, Verslag | Lezing]


def _vooruit(huis: Huis, lezers: ThreadPoolExecutor, paden: Sequence[Path]) -> Iterator[tuple[Path, Future[Gelezen]]]:
    """Every file with its reading, a few of them read ahead: a folder never stands in memory whole."""
    rest = iter(paden)
    rij = [(pad, lezers.submit(_lees, huis, pad)) for pad in islice(rest, _VOORUIT)]
    while rij:
        yield rij.pop(0)
        rij += [(pad, lezers.submit(_lees, huis, pad)) for pad in islice(rest, 1)]


def _lees(huis: Huis, pad: Path) -> Gelezen:
    data = pad.read_bytes()
    naam = korte_naam(pad.name)
    return data, bekend_stuk(huis, data, naam) or gelezen(data, naam)


def _neem_in(huis: Huis, wie: Wie, pad: Path, belofte: Future[Gelezen]) -> Verslag:
    naam = korte_naam(pad.name)
    try:
        data, inhoud = belofte.result()
        return inhoud if isinstance(inhoud, Verslag) else leg_vast(huis, wie, data, naam, inhoud)
    except Fout as fout:
        return Verslag(naam, Uitkomst.GEWEIGERD, reden=fout.bericht)
    except OSError:
        return Verslag(naam, Uitkomst.GEWEIGERD, reden=f"{pad} is niet te openen. Controleer het pad en uw rechten.")
