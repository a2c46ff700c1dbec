"""Motions that answers cite, each with the answers that do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.paging import Blad, blad
from kamervragen.domain.afleiding import als_waarden
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.motie import VOLGT, Feit, Motiestatus, eis_feit, status_van
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.language.personen import bewindspersonen
from kamervragen.language.promises.tijd import tijdsaanduidingen
from kamervragen.mensen.store import gebruikers
from kamervragen.register.rows import MotieAntwoordRij, MotiefeitRij, MotieRij
from kamervragen.register.store import ambten, moties
from kamervragen.register.toezeggingen import kamerstuk_van
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import recessen

_VERZOEK = re.compile(
    r"\bverzoekt\s+(?:de\s+regering|het\s+kabinet|het\s+Presidium)\b.*?(?=\ben\s+gaat\s+over\s+tot\b|$)", re.I | re.S
)
APPRECIATIES = (
    "oordeel Kamer",
    "overgenomen",
    "ontraden",
    "ontijdig",
    "ontraden, tenzij gewijzigd",
    "geen expliciete appreciatie",
)


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A motion with every answer that cites it."""

    motie: MotieRij
    bij: tuple[tuple[MotieAntwoordRij, VragensetRij], ...]


def lijst(huis: Huis, wie: Wie) -> list[Lijstregel]:
    """All motions that are known, in the order they were first met."""
    with inzage(huis, wie, Handeling.MOTIES_ZIEN) as sessie:
        return _regels(moties.bekende(sessie), moties.lijst(sessie))


def bladzijde(huis: Huis, wie: Wie, nummer: int = 1) -> Blad[Lijstregel]:
    """A page of fifty of them."""
    with inzage(huis, wie, Handeling.MOTIES_ZIEN) as sessie:
        return blad(
            moties.tel_bekende(sessie),
            nummer,
            lambda vanaf, aantal: _van_blad(sessie, moties.bekende(sessie, vanaf=vanaf, aantal=aantal)),
        )


def _van_blad(sessie: Session, gevonden: Sequence[MotieRij]) -> list[Lijstregel]:
    return _regels(gevonden, moties.lijst(sessie, [motie.id for motie in gevonden]))


def _regels(
    gevonden: Sequence[MotieRij], genoemd: Sequence[tuple[MotieRij, MotieAntwoordRij, VragensetRij]]
) -> list[Lijstregel]:
    bij: dict[int, list[tuple[MotieAntwoordRij, VragensetRij]]] = {}
    for motie, koppeling, vragenset in genoemd:
        if koppeling.besluit in moties.TELT:
            bij.setdefault(motie.id, []).append((koppeling, vragenset))
    return [Lijstregel(motie, tuple(bij.get(motie.id, ()))) for motie in gevonden]


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
        bij = tuple((k, v) for _, k, v in moties.lijst(sessie, [motie_id]) if k.besluit in moties.TELT)
    kan = mag(wie.rollen, Handeling.MOTIE_BIJHOUDEN)
    volgt = VOLGT[Motiestatus(rij.status)]
    return Beeld(rij, gebeurd, tuple(s for s in Motiestatus if kan and s in volgt), bij, kan)


def leg_vast(
    huis: Huis,
    wie: Wie,
    motie_id: int,
    soort: Motiestatus,
    *,
    datum: date,
    versie: int,
    kamerstuk: str = "",
    reden: str = "",
    voor: str = "",
    tegen: str = "",
) -> None:
    """Records a step in the life of a motion; a vote with the fracties for and against. :raises Ongeldig: it does not follow. :raises Verouderd: someone was first."""
    with handeling(huis, wie, Handeling.MOTIE_BIJHOUDEN, f"motie-{motie_id}") as werk:
        if moties.op_id(werk.sessie, motie_id) is None:
            raise NietGevonden("Deze motie is er niet (meer). Zoek haar op in de lijst van moties.")
        eerder = [Feit(Motiestatus(f.soort), f.datum) for f in moties.feiten(werk.sessie, motie_id)]
        feit, stuk = Feit(soort, datum), kamerstuk_van(kamerstuk)
        eis_feit(eerder, feit, reden=reden.strip(), kamerstuk=stuk or "")
        stemmen = gelezen_stemmen(soort, voor, tegen)
        if datum > werk.dag:
            raise Ongeldig("De dag ligt in de toekomst. Leg vast wat al is gebeurd.", veld="datum")
        moties.voeg_feit_toe(
            werk.sessie,
            MotiefeitRij(
                motie_id=motie_id,
                soort=soort.value,
                datum=datum,
                kamerstuk=stuk,
                reden=reden.strip() or None,
                actor=wie.naam,
                moment=werk.moment,
                voor=stemmen[0],
                tegen=stemmen[1],
            ),
        )
        moties.zet(werk.sessie, motie_id, versie=versie, status=status_van([*eerder, feit]).value)


def voeg_toe(
    huis: Huis,
    wie: Wie,
    *,
    kamerstuk: str,
    indieners: str,
    onderwerp: str,
    ingediend: date | None,
    tekst: str = "",
    directie: str = "",
    bewindspersoon: str = "",
) -> int:
    """A motion that no answer cites yet. Its request, and the day that it asks for, are read from its text. Returns its id.

    :raises Ongeldig: no number, movers or day; a number that is no Kamerstuk or that is there already.
    """
    nummer = kamerstuk_van(kamerstuk)
    if nummer is None or not nummer.startswith("kst-") or not indieners.strip() or ingediend is None:
        raise Ongeldig("Vul het Kamerstuk, de indieners en de dag van indiening in.", veld="kamerstuk")
    with handeling(huis, wie, Handeling.MOTIE_BIJHOUDEN, nummer) as werk:
        if ingediend > werk.dag:
            raise Ongeldig("De dag van indiening ligt in de toekomst. Controleer de datum.", veld="ingediend")
        if moties.op_kamerstuk(werk.sessie, nummer) is not None:
            raise Ongeldig(
                "%(nummer)s staat al in de lijst van moties. Een gewijzigde motie heeft een eigen nummer.",
                nummer=nummer,
            )
        if directie and directie not in {d.code for d in gebruikers.directies(werk.sessie)}:
            raise Ongeldig(
                "De directie %(directie)s bestaat niet. Kies er een uit de lijst.", veld="directie", directie=directie
            )
        persoon = next(iter(bewindspersonen(bewindspersoon)), None)
        if bewindspersoon.strip() and persoon is None:
            raise Ongeldig(
                "Schrijf de bewindspersoon voluit, bijvoorbeeld: minister van Justitie en Veiligheid.",
                veld="bewindspersoon",
            )
        houder = ambten.houder_van(werk.sessie, persoon, werk.dag)
        rij = MotieRij(
            kamerstuk=nummer,
            indieners=" ".join(indieners.split()),
            onderwerp=" ".join(onderwerp.split()) or None,
            ingediend=ingediend,
            directie=directie or None,
            ambt_id=houder.id if houder else None,
            status=Motiestatus.INGEDIEND.value,
            **(gelezen_verzoek(werk.sessie, tekst, ingediend) if tekst.strip() else {}),
        )
        id = moties.voeg_toe(werk.sessie, rij)
        moties.voeg_feit_toe(
            werk.sessie,
            MotiefeitRij(
                motie_id=id, soort=Motiestatus.INGEDIEND.value, datum=ingediend, actor=wie.naam, moment=werk.moment
            ),
        )
        return id


def zet_tekst(
    huis: Huis, wie: Wie, motie_id: int, *, tekst: str, datum: date | None, appreciatie: str, versie: int
) -> None:
    """Keeps what a motion asks, cut out of its text, with the day that it asks for, read against the day of the motion.

    :raises Ongeldig: for a text that asks nothing, or without the day. :raises Verouderd: someone was first.
    """
    if datum is None:
        raise Ongeldig("Plak de tekst van de motie en vul de dag in waarop zij is ingediend.", veld="tekst")
    if appreciatie and appreciatie not in APPRECIATIES:
        raise Ongeldig("Kies een appreciatie uit de lijst.", veld="appreciatie")
    with handeling(huis, wie, Handeling.MOTIE_BIJHOUDEN, f"motie-{motie_id}") as werk:
        moties.zet(
            werk.sessie,
            motie_id,
            versie=versie,
            ingediend=datum,
            appreciatie=appreciatie or None,
            **gelezen_verzoek(werk.sessie, tekst, datum),
        )


def gelezen_verzoek(sessie: Session, tekst: str, op: date) -> dict[str, Any]:
    """What a motion asks, verbatim, and by when. :raises Ongeldig: the text asks nothing."""
    verzoek = _VERZOEK.search(" ".join(tekst.split()))
    if verzoek is None:
        raise Ongeldig("Plak de tekst van de motie, met “verzoekt de regering”.", veld="tekst")
    gevraagd = verzoek.group().strip(" ,;")
    tijden = tijdsaanduidingen(gevraagd, op, recessen.tabel(sessie))
    tijd = next((t for t in tijden if t.einde is not None and t.einde >= op), None)
    return {
        "verzoek": gevraagd,
        "gevraagde_dag": tijd.einde if tijd else None,
        "afleiding": als_waarden(tijd.afleiding) if tijd else [],
    }


def gelezen_stemmen(soort: Motiestatus, voor: str, tegen: str) -> tuple[list[str] | None, list[str] | None]:
    """The fracties for and against, as typed with commas. :raises Ongeldig: one on both sides, or no vote at all."""
    lijsten = [
        list(dict.fromkeys(naam for deel in re.split(r"[,;]", tekst) if (naam := " ".join(deel.split()))))
        for tekst in (voor, tegen)
    ]
    if not any(lijsten):
        return None, None
    if soort not in (Motiestatus.AANGENOMEN, Motiestatus.VERWORPEN):
        raise Ongeldig("Stemmen horen bij een motie die is aangenomen of verworpen.")
    if beide := {n.casefold() for n in lijsten[0]} & {n.casefold() for n in lijsten[1]}:
        raise Ongeldig("Een fractie staat bij voor en bij tegen: %(beide)s.", beide=", ".join(sorted(beide)))
    return lijsten[0], lijsten[1]
