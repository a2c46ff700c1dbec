"""Motions that answers cite, each with the answers that do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.motie import VOLGT, Feit, Motiestatus, eis_feit, status_van
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.language.tijd import tijdsaanduidingen
from kamervragen.storage import moties, recessen
from kamervragen.storage.tables import MotieAntwoordRij, MotiefeitRij, MotieRij, VragensetRij
from kamervragen.usecases.handeling import Huis, Wie, handeling, inzage
from kamervragen.usecases.toezeggingen import kamerstuk_van
from kamervragen.usecases.vondsten import bewaard

_VERZOEK = re.compile(
    r"\bverzoekt\s+(?:de\s+regering|het\s+kabinet|het\s+Presidium)\b.*?(?=\ben\s+gaat\s+over\s+tot\b|$)", re.I | re.S
)
APPRECIATIES = (
    "oordeel Kamer", "overgenomen", "ontraden", "ontijdig", "ontraden, tenzij gewijzigd", "geen expliciete appreciatie",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A motion with every answer that cites it."""

    motie: MotieRij
    bij: tuple[tuple[MotieAntwoordRij, VragensetRij], ...]


def lijst(huis: Huis, wie: Wie) -> list[Lijstregel]:
    """All motions, in the order they were first met."""
    with inzage(huis, wie, Handeling.MOTIES_ZIEN) as sessie:
        rijen = moties.lijst(sessie)
    per_motie: dict[int | None, tuple[MotieRij, list[tuple[MotieAntwoordRij, VragensetRij]]]] = {}
    for motie, koppeling, vragenset in rijen:
        per_motie.setdefault(motie.id, (motie, []))[1].append((koppeling, vragenset))
    return [Lijstregel(motie, tuple(bij)) for motie, bij in per_motie.values()]


@dataclass(frozen=True, slots=True)
class Beeld:
    """One motion whole: what it asks, what happened to it, what may happen next, and the answers that cite it."""

    motie: MotieRij
    feiten: tuple[MotiefeitRij, ...]
    mogelijk: tuple[Motiestatus, ...]
    bij: tuple[tuple[MotieAntwoordRij, VragensetRij], ...]
    mag_bijhouden: bool


def beeld(huis: Huis, wie: Wie, motie_id: int) -> Beeld:
    """One motion with its life. :raises NietGevonden: there is none."""
    with inzage(huis, wie, Handeling.MOTIES_ZIEN) as sessie:
        rij = moties.op_id(sessie, motie_id)
        if rij is None:
            raise NietGevonden("Deze motie is er niet (meer). Zoek haar op in de lijst van moties.")
        gebeurd = moties.feiten(sessie, motie_id)
        bij = tuple((k, v) for m, k, v in moties.lijst(sessie) if m.id == motie_id)
    kan = mag(wie.rollen, Handeling.MOTIE_BIJHOUDEN)
    volgt = VOLGT[Motiestatus(rij.status)]
    return Beeld(rij, gebeurd, tuple(s for s in Motiestatus if kan and s in volgt), bij, kan)


def leg_vast(
    huis: Huis, wie: Wie, motie_id: int, soort: Motiestatus, *, datum: date, versie: int, kamerstuk: str = "",
    reden: str = "",
) -> None:  # fmt: skip
    """Records a step in the life of a motion. :raises Ongeldig: it does not follow. :raises Verouderd: someone was first."""
    with handeling(huis, wie, Handeling.MOTIE_BIJHOUDEN, f"motie-{motie_id}") as werk:
        if moties.op_id(werk.sessie, motie_id) is None:
            raise NietGevonden("Deze motie is er niet (meer). Zoek haar op in de lijst van moties.")
        eerder = [Feit(Motiestatus(f.soort), f.datum) for f in moties.feiten(werk.sessie, motie_id)]
        feit, stuk = Feit(soort, datum), kamerstuk_van(kamerstuk)
        eis_feit(eerder, feit, reden=reden.strip(), kamerstuk=stuk or "")
        if datum > werk.dag:
            raise Ongeldig("De dag ligt in de toekomst. Leg vast wat al is gebeurd.")
        moties.voeg_feit_toe(
            werk.sessie,
            MotiefeitRij(
                motie_id=motie_id, soort=soort.value, datum=datum, kamerstuk=stuk, reden=reden.strip() or None,
                actor=wie.naam, moment=werk.moment,
            ),
        )  # fmt: skip
        moties.zet(werk.sessie, motie_id, versie=versie, status=status_van([*eerder, feit]).value)


def zet_tekst(
    huis: Huis, wie: Wie, motie_id: int, *, tekst: str, datum: date | None, appreciatie: str, versie: int
) -> None:
    """Keeps what a motion asks, cut out of its text, with the day that it asks for, read against the day of the motion.

    :raises Ongeldig: for a text that asks nothing, or without the day. :raises Verouderd: someone was first.
    """
    schoon = " ".join(tekst.split())
    verzoek = _VERZOEK.search(schoon)
    if verzoek is None or datum is None:
        raise Ongeldig(
            "Plak de tekst van de motie, met “verzoekt de regering”, en vul de dag in waarop zij is ingediend."
        )
    if appreciatie and appreciatie not in APPRECIATIES:
        raise Ongeldig("Kies een appreciatie uit de lijst.")
    with handeling(huis, wie, Handeling.MOTIE_BIJHOUDEN, f"motie-{motie_id}") as werk:
        gevraagd = verzoek.group().strip(" ,;")
        tijden = tijdsaanduidingen(gevraagd, datum, recessen.tabel(werk.sessie))
        tijd = next((t for t in tijden if t.einde is not None and t.einde >= datum), None)
        moties.zet(
            werk.sessie, motie_id, versie=versie, verzoek=gevraagd, gevraagde_dag=tijd.einde if tijd else None,
            afleiding=bewaard(tijd.afleiding) if tijd else [], appreciatie=appreciatie or None,
        )  # fmt: skip
