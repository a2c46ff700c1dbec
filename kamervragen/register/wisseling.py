"""A change of cabinet: what is open goes to the successor in one act, seen beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.ambt import ambt, eis_periode, houder
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.toezegging import LOPEND, Toezeggingfeit
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.language.personen import bewindspersonen
from kamervragen.register.bewindspersonen import EEN_DAG, gelezen, nieuwe_periode
from kamervragen.register.rows import MotieRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import ambten, moties, toezeggingen
from kamervragen.sets.rows import AmbtsperiodeRij, VragensetRij
from kamervragen.sets.store import overzichten, vragensets


@dataclass(frozen=True, slots=True)
class Overgang:
    """What goes from one period to the next. Without a successor it stays where it is."""

    oud: AmbtsperiodeRij
    nieuw: Bewindspersoon | None
    sets: tuple[VragensetRij, ...]
    toezeggingen: tuple[ToezeggingRij, ...]
    moties: tuple[MotieRij, ...]

    @property
    def aantal(self) -> int:
        return len(self.sets) + len(self.toezeggingen) + len(self.moties)


@dataclass(frozen=True, slots=True)
class Wisseling:
    """A change of cabinet as it would be done: who goes and to whom, and who holds an office that nobody had."""

    kabinet: str
    aantreden: date
    overgangen: tuple[Overgang, ...]
    nieuwe_ambten: tuple[Bewindspersoon, ...]

    @property
    def zonder_opvolger(self) -> tuple[Overgang, ...]:
        return tuple(o for o in self.overgangen if o.nieuw is None and o.aantal)


def bekijk(huis: Huis, wie: Wie, *, kabinet: str, aantreden: date | None, namen: str, allen: bool) -> Wisseling:
    """What a change of cabinet would do; nothing is written. `allen`: whoever has no successor leaves as well.

    :raises Ongeldig: no cabinet, day or names, or a line in which nobody is recognised.
    """
    nieuwen = gelezen(namen)
    if not kabinet.strip() or aantreden is None:
        raise Ongeldig("Vul het kabinet en de dag van aantreden in.")
    with inzage(huis, wie, Handeling.AMBTEN_BEHEREN) as sessie:
        return _wisseling(sessie, kabinet.strip(), aantreden, nieuwen, allen)


def voer_uit(
    huis: Huis,
    wie: Wie,
    *,
    kabinet: str,
    aantreden: date | None,
    namen: str,
    allen: bool,
    bron: str,
    gezien: int,
) -> Wisseling:
    """Does what `bekijk` showed: ends the old periods, begins the new, and hands over what is open, all or nothing.

    `gezien` is how many things the preview would hand over. :raises Ongeldig: that changed meanwhile, or no source.
    """
    nieuwen = gelezen(namen)
    if not kabinet.strip() or aantreden is None or not bron.strip():
        raise Ongeldig("Vul het kabinet, de dag van aantreden en de bron in.")
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, f"kabinet {kabinet.strip()}") as werk:
        wissel = _wisseling(werk.sessie, kabinet.strip(), aantreden, nieuwen, allen)
        if sum(o.aantal for o in wissel.overgangen if o.nieuw is not None) != gezien:
            raise Ongeldig("Er is intussen iets bij gekomen of afgedaan. Bekijk het voorbeeld opnieuw.")
        for overgang in wissel.overgangen:
            ambten.zet(werk.sessie, overgang.oud.id, versie=overgang.oud.versie, tot=aantreden - EEN_DAG)
        werk.sessie.expire_all()
        for persoon in nieuwen:
            periode = nieuwe_periode(persoon, kabinet.strip(), aantreden, None)
            eis_periode(periode, map(ambten.als_periode, ambten.rijen(werk.sessie)))
            rij = ambten.voeg_toe(werk.sessie, periode, bron=bron.strip())
            for overgang in wissel.overgangen:
                if overgang.nieuw == persoon:
                    _draag_over(werk, overgang, rij)
    return wissel


def _wisseling(
    sessie: Session, kabinet: str, aantreden: date, nieuwen: Sequence[Bewindspersoon], allen: bool
) -> Wisseling:
    alle = ambten.rijen(sessie)
    nu = [rij for rij in alle if ambten.als_periode(rij).in_functie(aantreden - EEN_DAG)]
    if any(rij.van >= aantreden for rij in alle):
        raise Ongeldig(
            "De dag van aantreden ligt voor die van het zittende kabinet. Controleer de datum.", veld="aantreden"
        )
    sets, beloften, gevraagd = _open(sessie)
    vorige = aantreden - EEN_DAG
    overgangen = []
    for rij in nu:
        opvolger = _opvolger(rij, nieuwen, nu)
        if opvolger is None and not allen:
            continue
        overgangen.append(
            Overgang(
                rij,
                opvolger,
                tuple(s for s, personen in sets if _van(rij, s.ambt_id, personen, nu, vorige)),
                tuple(t for t, personen in beloften if _van(rij, t.ambt_id, personen, nu, vorige)),
                tuple(m for m in gevraagd if m.ambt_id == rij.id),
            )
        )
    bezet = {ambt(rij.functie, rij.portefeuille) for rij in nu}
    nieuw = tuple(p for p in nieuwen if ambt(p.functie, p.portefeuille) not in bezet)
    return Wisseling(kabinet, aantreden, tuple(overgangen), nieuw)


def _opvolger(
    rij: AmbtsperiodeRij, nieuwen: Sequence[Bewindspersoon], nu: Sequence[AmbtsperiodeRij]
) -> Bewindspersoon | None:
    """Who comes into this office: himself again, else in the order in which both lists name them."""
    zelfde = [p for p in nieuwen if ambt(p.functie, p.portefeuille) == ambt(rij.functie, rij.portefeuille)]
    collegas = [r for r in nu if ambt(r.functie, r.portefeuille) == ambt(rij.functie, rij.portefeuille)]
    if not zelfde:
        return None
    eigen = [p for p in zelfde if p.naam == rij.naam]
    return eigen[0] if eigen else zelfde[min(collegas.index(rij), len(zelfde) - 1)]


def _van(
    rij: AmbtsperiodeRij, ambt_id: int | None, personen: Sequence[Bewindspersoon], nu: list[AmbtsperiodeRij], op: date
) -> bool:
    """Whether something open is of this period: by what was recorded, else by the first office it names."""
    if ambt_id is not None and any(r.id == ambt_id for r in nu):
        return ambt_id == rij.id
    perioden = [ambten.als_periode(ander) for ander in nu]
    gevonden = next((h for p in personen if (h := houder(perioden, p, op))), None)
    return gevonden is not None and gevonden == ambten.als_periode(rij)


def _open(
    sessie: Session,
) -> tuple[
    list[tuple[VragensetRij, tuple[Bewindspersoon, ...]]],
    list[tuple[ToezeggingRij, tuple[Bewindspersoon, ...]]],
    list[MotieRij],
]:
    """What is open, each with the offices it names."""
    personen: dict[str, list[Bewindspersoon]] = {}
    per_set: dict[str, VragensetRij] = {}
    for rij, _rol, persoon in overzichten.aangesproken(sessie):
        per_set[rij.sleutel] = rij
        personen.setdefault(rij.sleutel, []).append(persoon)
    sets = [(rij, tuple(personen[sleutel])) for sleutel, rij in per_set.items()]
    beloften = []
    for t, v, _label in toezeggingen.lijst(sessie, [status.value for status in LOPEND]):
        genoemd = bewindspersonen(t.bewindspersoon or "")
        if not genoemd and v is not None:  # found before the promise kept the name itself
            mensen = vragensets.betrokkenen(sessie, v.id)
            genoemd = tuple(
                Bewindspersoon(m.functie or "", m.naam, m.portefeuille) for m in mensen if m.rol == "ondertekenaar"
            )
        beloften.append((t, genoemd))
    return sets, beloften, list(moties.lopend(sessie))


def _draag_over(werk: Werk, overgang: Overgang, naar: AmbtsperiodeRij) -> None:
    nieuw = ambten.als_periode(naar).persoon
    waarom = f"van {ambten.als_periode(overgang.oud).persoon} naar {nieuw}, kabinet {naar.kabinet}"
    stapels = ((VragensetRij, overgang.sets), (ToezeggingRij, overgang.toezeggingen), (MotieRij, overgang.moties))
    for tabel, rijen in stapels:
        ambten.draag_over(werk.sessie, tabel, [rij.id for rij in rijen], naar.id)
    for rij in overgang.sets:
        vragensets.voeg_feit_toe(
            werk.sessie,
            rij.id,
            Feitsoort.OPVOLGING,
            naar.van,
            actor=werk.wie.naam,
            moment=werk.moment,
            toelichting=waarom,
        )
    for belofte in overgang.toezeggingen:
        toezeggingen.voeg_feit_toe(
            werk.sessie,
            ToezeggingfeitRij(
                toezegging_id=belofte.id,
                soort=Toezeggingfeit.OPVOLGING.value,
                datum=naar.van,
                reden=waarom,
                actor=werk.wie.naam,
                moment=werk.moment,
            ),
        )
