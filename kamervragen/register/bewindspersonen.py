"""Bewindspersonen over time, and the change of a cabinet: what is open goes to the successor in one act, seen beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.ambt import Ambtsperiode, eis_periode, uit_functie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.language.personen import bewindspersonen
from kamervragen.register.store import ambten
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import AmbtsperiodeRij
from kamervragen.sets.store import overzichten

_HOOGSTENS = 60  # a cabinet has some thirty people
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Buiten:
    """An open set that is addressed to, or signed by, someone who does not hold that office now."""

    sleutel: str
    onderwerp: str
    rol: str
    persoon: Bewindspersoon
    laatste: Ambtsperiode


def lijst(huis: Huis, wie: Wie) -> tuple[tuple[AmbtsperiodeRij, bool], ...]:
    """All periods, newest first, and whether each holds today."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rijen = ambten.rijen(sessie)
    op = huis.vandaag()
    return tuple((rij, ambten.als_periode(rij).in_functie(op)) for rij in rijen)


def voeg_toe(huis: Huis, wie: Wie, *, wat: str, kabinet: str, van: date | None, tot: date | None, bron: str) -> None:
    """Adds one period; `wat` is as it is printed: 'minister Van Dam (Justitie en Veiligheid)'.

    :raises Ongeldig: nobody is recognised, no first day or source, or the office was someone else's then.
    """
    (persoon,) = gelezen(wat) if len(wat.splitlines()) == 1 else (None,)
    if persoon is None or van is None:
        raise Ongeldig("Vul één bewindspersoon in, en de eerste dag.", veld="wat")
    if not bron.strip():
        raise Ongeldig(
            "Noem de bron, bijvoorbeeld het koninklijk besluit of de pagina van de rijksoverheid.", veld="bron"
        )
    periode = nieuwe_periode(persoon, kabinet, van, tot)
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, str(periode.persoon)) as werk:
        eis_periode(periode, map(ambten.als_periode, ambten.rijen(werk.sessie)))
        ambten.voeg_toe(werk.sessie, periode, bron=bron.strip())


def beeindig(huis: Huis, wie: Wie, id: int, *, tot: date | None, versie: int) -> None:
    """Records the last day of a period. :raises Ongeldig: before its first. :raises NietGevonden: there is none."""
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, f"ambtsperiode-{id}", herroepbaar=True) as werk:
        rij = ambten.op_id(werk.sessie, id)
        if rij is None:
            raise NietGevonden("Deze ambtsperiode is er niet (meer). Vernieuw de pagina.")
        if tot is None or tot < rij.van:
            raise Ongeldig("Vul de laatste dag in; die ligt niet voor de eerste.", veld="tot")
        ambten.zet(werk.sessie, id, versie=versie, tot=tot)


def zet_demissionair(huis: Huis, wie: Wie, *, kabinet: str, sinds: date | None) -> int:
    """A cabinet offered its resignation. Returns how many people that concerns. :raises Ongeldig: an unknown cabinet."""
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, f"kabinet {kabinet}") as werk:
        if sinds is None or not (aantal := ambten.zet_demissionair(werk.sessie, kabinet, sinds)):
            raise Ongeldig("Kies het kabinet en de dag waarop het zijn ontslag aanbood.")
        return aantal


def buiten_functie(huis: Huis, wie: Wie) -> tuple[Buiten, ...]:
    """Gives the open sets that name someone out of office; nothing where the table does not tell."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return _buiten(sessie, huis.vandaag())


def buiten_in(blik: Blik) -> tuple[Buiten, ...]:
    """Gives whom this set names that is out of office."""
    return _buiten(blik.sessie, blik.op, blik.rij.sleutel)


def _buiten(sessie: Session, op: date, sleutel: str | None = None) -> tuple[Buiten, ...]:
    perioden = [ambten.als_periode(rij) for rij in ambten.rijen(sessie)]
    if not perioden:
        return ()
    return tuple(
        Buiten(rij.sleutel, rij.onderwerp or rij.sleutel, rol, persoon, laatste)
        for rij, rol, persoon in overzichten.aangesproken(sessie, sleutel)
        if (laatste := uit_functie(perioden, persoon, op)) is not None
    )


def verantwoordelijk(huis: Huis, wie: Wie, ambt_id: int | None) -> AmbtsperiodeRij | None:
    """Gives who answers now for something that went to a successor."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return _houder(sessie, ambt_id)


def verantwoordelijk_voor(blik: Blik) -> AmbtsperiodeRij | None:
    """Gives who answers now for a set that went to a successor."""
    return _houder(blik.sessie, blik.rij.ambt_id)


def _houder(sessie: Session, ambt_id: int | None) -> AmbtsperiodeRij | None:
    return ambten.op_id(sessie, ambt_id) if ambt_id is not None else None


def gelezen(tekst: str) -> tuple[Bewindspersoon, ...]:
    """One bewindspersoon a line. :raises Ongeldig: a line in which none with a name is recognised, or too many lines."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    uit: list[Bewindspersoon] = []
    for regel in regels:
        gevonden = bewindspersonen(regel)
        if len(gevonden) != 1 or gevonden[0].naam is None:
            raise Ongeldig(
                "“%(regel)s” is niet te lezen. Schrijf per regel: minister Van Dam (Justitie en Veiligheid).",
                regel=regel[:120],
            )
        uit.append(gevonden[0])
    if not uit or len(uit) > _HOOGSTENS or len(set(uit)) < len(uit):
        raise Ongeldig(
            "Schrijf ten minste één en ten hoogste %(hoogstens)s bewindspersonen, elk een keer.", hoogstens=_HOOGSTENS
        )
    return tuple(uit)


def nieuwe_periode(persoon: Bewindspersoon, kabinet: str, van: date, tot: date | None) -> Ambtsperiode:
    return Ambtsperiode(persoon.functie, persoon.naam or "", persoon.portefeuille or "", kabinet.strip(), van, tot)


def namen(periode: Iterable[AmbtsperiodeRij]) -> tuple[str, ...]:
    """The cabinets in these periods, newest first."""
    return tuple(dict.fromkeys(rij.kabinet for rij in periode))
