"""Bewindspersonen over time, and the change of a cabinet: what is open goes to the successor in one act, seen beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.core.act import Huis, Werk, Wie, handeling, inzage
from kamervragen.domain.ambt import Ambtsperiode, ambt, eis_periode, houder, uit_functie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.toezegging import LOPEND, Toezeggingfeit
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.language.personen import bewindspersonen
from kamervragen.register.rows import MotieRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import ambten, moties, toezeggingen
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import AmbtsperiodeRij, VragensetRij
from kamervragen.sets.store import overzichten, vragensets

_HOOGSTENS = 60  # a cabinet has some thirty people
_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Buiten:
    """An open set that is addressed to, or signed by, someone who does not hold that office now."""

    sleutel: str
    onderwerp: str
    rol: str
    persoon: Bewindspersoon
    laatste: Ambtsperiode


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
    (persoon,) = _gelezen(wat) if len(wat.splitlines()) == 1 else (None,)
    if persoon is None or van is None:
        raise Ongeldig("Vul één bewindspersoon in, en de eerste dag.", veld="wat")
    if not bron.strip():
        raise Ongeldig(
            "Noem de bron, bijvoorbeeld het koninklijk besluit of de pagina van de rijksoverheid.", veld="bron"
        )
    periode = _periode(persoon, kabinet, van, tot)
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


def bekijk(huis: Huis, wie: Wie, *, kabinet: str, aantreden: date | None, namen: str, allen: bool) -> Wisseling:
    """What a change of cabinet would do; nothing is written. `allen`: whoever has no successor leaves as well.

    :raises Ongeldig: no cabinet, day or names, or a line in which nobody is recognised.
    """
    nieuwen = _gelezen(namen)
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
    nieuwen = _gelezen(namen)
    if not kabinet.strip() or aantreden is None or not bron.strip():
        raise Ongeldig("Vul het kabinet, de dag van aantreden en de bron in.")
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, f"kabinet {kabinet.strip()}") as werk:
        wissel = _wisseling(werk.sessie, kabinet.strip(), aantreden, nieuwen, allen)
        if sum(o.aantal for o in wissel.overgangen if o.nieuw is not None) != gezien:
            raise Ongeldig("Er is intussen iets bij gekomen of afgedaan. Bekijk het voorbeeld opnieuw.")
        for overgang in wissel.overgangen:
            ambten.zet(werk.sessie, overgang.oud.id or 0, versie=overgang.oud.versie, tot=aantreden - _EEN_DAG)
        werk.sessie.expire_all()
        for persoon in nieuwen:
            periode = _periode(persoon, kabinet.strip(), aantreden, None)
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
    nu = [rij for rij in alle if ambten.als_periode(rij).in_functie(aantreden - _EEN_DAG)]
    if any(rij.van >= aantreden for rij in alle):
        raise Ongeldig(
            "De dag van aantreden ligt voor die van het zittende kabinet. Controleer de datum.", veld="aantreden"
        )
    sets, beloften, gevraagd = _open(sessie)
    vorige = aantreden - _EEN_DAG
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
            mensen = vragensets.betrokkenen(sessie, v.id or 0)
            genoemd = tuple(
                Bewindspersoon(m.functie or "", m.naam, m.portefeuille) for m in mensen if m.rol == "ondertekenaar"
            )
        beloften.append((t, genoemd))
    return sets, beloften, list(moties.lopend(sessie))


def _draag_over(werk: Werk, overgang: Overgang, naar: AmbtsperiodeRij) -> None:
    assert naar.id is not None
    nieuw = ambten.als_periode(naar).persoon
    waarom = f"van {ambten.als_periode(overgang.oud).persoon} naar {nieuw}, kabinet {naar.kabinet}"
    stapels = ((VragensetRij, overgang.sets), (ToezeggingRij, overgang.toezeggingen), (MotieRij, overgang.moties))
    for tabel, rijen in stapels:
        ambten.draag_over(werk.sessie, tabel, [rij.id or 0 for rij in rijen], naar.id)
    for rij in overgang.sets:
        vragensets.voeg_feit_toe(
            werk.sessie,
            rij.id or 0,
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
                toezegging_id=belofte.id or 0,
                soort=Toezeggingfeit.OPVOLGING.value,
                datum=naar.van,
                reden=waarom,
                actor=werk.wie.naam,
                moment=werk.moment,
            ),
        )


def _gelezen(tekst: str) -> tuple[Bewindspersoon, ...]:
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


def _periode(persoon: Bewindspersoon, kabinet: str, van: date, tot: date | None) -> Ambtsperiode:
    return Ambtsperiode(persoon.functie, persoon.naam or "", persoon.portefeuille or "", kabinet.strip(), van, tot)


def namen(periode: Iterable[AmbtsperiodeRij]) -> tuple[str, ...]:
    """The cabinets in these periods, newest first."""
    return tuple(dict.fromkeys(rij.kabinet for rij in periode))
