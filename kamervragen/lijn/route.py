"""The route of a set from hand to hand: assigned, accepted, ready, initialled, approved, sent, or sent back.

Every step is a fact with who and when; what may follow is the table in `domain/status`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.parafenlijn import Lijnstap, Parafering, Plandag, aan_de_beurt, feiten_na, namens, plan
from kamervragen.domain.rollen import STAPRECHT, Handeling, Rol
from kamervragen.domain.status import STAPPEN, Etappe, Feitsoort, Status, Terugstuurreden, etappes, rondes
from kamervragen.domain.termijn import Stand
from kamervragen.lijn import kennisgeving, poort, toewijzing
from kamervragen.lijn.rows import ParaafRij, ToewijzingRij
from kamervragen.lijn.store import route
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.mensen.store import vervangingen
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik, blik_op
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.toegang import set_voor


@dataclass(frozen=True, slots=True)
class Stapbeeld:
    """A step of the line as the page shows it. `ongezien`: labels of answers that changed after the initials."""

    rij: ParaafRij
    wie: str
    dag: Plandag | None
    beurt: bool
    mag: bool
    ongezien: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Routebeeld:
    """Where a set is in the house, who had it, and what may happen to it now."""

    stappen: tuple[Stapbeeld, ...]
    concept_op: Plandag | None
    toewijzingen: tuple[tuple[ToewijzingRij, str], ...]
    open_toewijzing: ToewijzingRij | None
    mag_beslissen: bool
    mag_terugsturen: bool
    etappes: tuple[Etappe, ...]
    rondes: int


def zet_stap(huis: Huis, wie: Wie, sleutel: str, soort: Feitsoort, *, versie: int) -> None:
    """Records that a set is a step further: concept gereed, vastgesteld or verzonden.

    :raises Ongeldig: while shortcomings block it, or when the step does not follow.
    """
    if soort not in STAPRECHT:
        raise Ongeldig("Deze stap kan niemand zetten: hij volgt uit een document.")
    with handeling(huis, wie, STAPRECHT[soort], sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        toewijzing.eis_stap(werk.sessie, rij, soort)
        poort.eis_poort(blik_op(huis, wie, werk.sessie, rij), soort)
        if soort is Feitsoort.VASTGESTELD:
            _eis_parafen(werk.sessie, rij.id)
        rij.versie += 1
        werk.sessie.add(rij)
        werk.sessie.flush()
        toewijzing.leg_feit_vast(werk, rij, soort)
        if soort is Feitsoort.CONCEPT_GEREED:
            _begin_lijn(werk, rij)
            kennisgeving.wacht_op_paraaf(huis, werk, rij)
        if soort is Feitsoort.VERZONDEN:
            plan_index(werk.sessie, rij.id, werk.moment)


def parafeer(huis: Huis, wie: Wie, sleutel: str, paraaf_id: int, *, versie: int) -> None:
    """Agrees with the concept as it stands: the initials are bound to the versions of the answers one sees.

    :raises Ongeldig: it is not this step's turn, or it is another's. :raises Verouderd: someone took it meanwhile.
    """
    with handeling(huis, wie, Handeling.PARAFEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        ronde = route.laatste_ronde(werk.sessie, rij.id)
        stap = _stap(ronde, paraaf_id)
        if route.als_stap(stap) not in aan_de_beurt([route.als_stap(r) for r in ronde]):
            raise Ongeldig("Deze stap is nog niet aan de beurt, of is al gezet. Vernieuw de pagina.")
        voor = _namens(werk.sessie, wie, stap, werk.dag)
        beurt_voor = _beurt(ronde)
        route.parafeer(
            werk.sessie,
            paraaf_id,
            besluit=Parafering.AKKOORD.value,
            actor=wie.naam,
            namens=voor,
            moment=werk.moment,
            gezien=route.versies_nu(werk.sessie, rij.id),
            versie=versie,
        )
        for feit in feiten_na([route.als_stap(r) for r in route.laatste_ronde(werk.sessie, rij.id)]):
            if feit in STAPPEN[toewijzing.status(werk.sessie, rij.id)]:
                toewijzing.leg_feit_vast(werk, rij, feit)
        werk.sessie.refresh(rij)
        rij.versie += 1
        werk.sessie.add(rij)
        if _beurt(route.laatste_ronde(werk.sessie, rij.id)) > beurt_voor:  # those beside this step have heard already
            kennisgeving.wacht_op_paraaf(huis, werk, rij)


def stuur_terug(huis: Huis, wie: Wie, sleutel: str, reden: Terugstuurreden, toelichting: str, *, versie: int) -> None:
    """Sends the concept back to its drafter with a reason from the list and what must change.

    :raises Ongeldig: without an explanation, or when there is nothing to send back.
    """
    if not toelichting.strip():
        raise Ongeldig("Schrijf wat er anders moet; de opsteller leest het.", veld="toelichting")
    with handeling(huis, wie, Handeling.TERUGSTUREN, sleutel, herroepbaar=True) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        toewijzing.eis_stap(werk.sessie, rij, Feitsoort.TERUGGESTUURD)
        ronde = route.laatste_ronde(werk.sessie, rij.id)
        eigen = next((r for r in ronde if r.besluit is None and _is_van(werk.sessie, wie, r, werk.dag)), None)
        if eigen is not None:
            route.parafeer(
                werk.sessie,
                eigen.id,
                besluit=Parafering.TERUGGESTUURD.value,
                actor=wie.naam,
                namens=_namens(werk.sessie, wie, eigen, werk.dag),
                moment=werk.moment,
                gezien=route.versies_nu(werk.sessie, rij.id),
                versie=eigen.versie,
                reden=reden.value,
                toelichting=toelichting.strip(),
            )
        route.sluit_ronde(werk.sessie, rij.id, werk.moment)
        werk.sessie.refresh(rij)
        toewijzing.leg_feit_vast(werk, rij, Feitsoort.TERUGGESTUURD, f"{label(reden)}: {toelichting.strip()}")
        rij.versie += 1
        werk.sessie.add(rij)
        kennisgeving.teruggestuurd(huis, werk, rij, reden, toelichting.strip())


def beeld(blik: Blik) -> Routebeeld:
    """Makes the route of a set as its page shows it."""
    sessie, wie = blik.sessie, blik.wie
    toewijzingen = route.toewijzingen(sessie, blik.id)
    wachtend = [t for t in toewijzingen if t.besluit is None and (t.labels or blik.status is Status.TOEGEWEZEN)]
    open_ = next((t for t in wachtend if t.behandelaar_id == wie.gebruiker_id), next(iter(wachtend), None))
    stappen, concept_op = _stapbeelden(blik)
    return Routebeeld(
        stappen=stappen,
        concept_op=concept_op,
        toewijzingen=tuple((t, toewijzing.aan(sessie, t)) for t in toewijzingen),
        open_toewijzing=open_,
        mag_beslissen=open_ is not None
        and blik.mag(Handeling.TOEWIJZING_BESLISSEN)
        and toewijzing.mag_beslissen(sessie, wie, open_, blik.op),
        mag_terugsturen=blik.mag(Handeling.TERUGSTUREN),
        etappes=etappes(blik.feiten),
        rondes=rondes(blik.feiten),
    )


def _stapbeelden(blik: Blik) -> tuple[tuple[Stapbeeld, ...], Plandag | None]:
    """The round the concept is in; before there is one, the line it will go into."""
    sessie, ronde = blik.sessie, _ronde(blik)
    stappen = [route.als_stap(r) for r in ronde]
    concept_op, dagen = _dagen(blik, stappen)
    beurt = aan_de_beurt(stappen)
    nu = route.versies_nu(sessie, blik.id)
    labels = {str(antwoord.id): van[0] for antwoord, van in blik.antwoorden if van}
    mag_paraferen = blik.mag(Handeling.PARAFEREN)
    return tuple(
        Stapbeeld(
            rij=r,
            wie=_persoon(sessie, r),
            dag=dag,
            beurt=r.ronde > 0 and stap in beurt,
            mag=r.ronde > 0 and stap in beurt and mag_paraferen and _is_van(sessie, blik.wie, r, blik.op),
            ongezien=tuple(
                (labels[id], r.gezien.get(id, 0)) for id, v in nu.items() if id in labels and v > r.gezien.get(id, 0)
            )
            if r.besluit == Parafering.AKKOORD
            else (),
        )
        for r, stap, dag in zip(ronde, stappen, dagen, strict=True)
    ), concept_op


def _ronde(blik: Blik) -> tuple[ParaafRij, ...]:
    rij = blik.rij
    ronde = route.laatste_ronde(blik.sessie, blik.id)
    if ronde and not (blik.status in (Status.TOEGEWEZEN, Status.AANVAARD) and rij.directie_id):
        return ronde
    lijn = route.lijn(blik.sessie, rij.directie_id) if rij.directie_id else ()
    return tuple(
        ParaafRij(
            vragenset_id=blik.id,
            ronde=0,
            volgorde=s.volgorde,
            soort=s.soort,
            naam=s.naam,
            rol=s.rol,
            gebruiker_id=s.gebruiker_id,
            werkdagen=s.werkdagen,
        )
        for s in lijn
    )


def _dagen(blik: Blik, stappen: Sequence[Lijnstap]) -> tuple[Plandag | None, tuple[Plandag | None, ...]]:
    """The day on which the concept has to be ready, and that of each step; none when nothing binds."""
    if not stappen or not blik.termijn.laatste_dag or blik.termijn.stand is Stand.AFGEDAAN:
        return None, (None,) * len(stappen)
    nog_te_schrijven = blik.status in (Status.GEREGISTREERD, Status.TOEGEWEZEN, Status.AANVAARD)
    vanaf = blik.op if nog_te_schrijven else blik.rij.ingezonden or blik.op
    return plan(stappen, laatste_dag=blik.termijn.laatste_dag, vanaf=vanaf)


def _begin_lijn(werk: Werk, rij: VragensetRij) -> None:
    """Who reports a concept ready has accepted what was given to him; the concept goes into the line of the directie."""
    open_ = next((t for t in route.toewijzingen(werk.sessie, rij.id) if t.besluit is None and not t.labels), None)
    if open_ is not None:
        route.beslis_toewijzing(
            werk.sessie,
            open_.id,
            besluit="aanvaard",
            reden=None,
            opname=toewijzing.opname(werk.sessie, open_),
            actor=werk.wie.naam,
            moment=werk.moment,
            versie=open_.versie,
        )
        werk.sessie.refresh(rij)
    if rij.directie_id is not None:
        route.begin_ronde(werk.sessie, rij.id, route.lijn(werk.sessie, rij.directie_id))


def _eis_parafen(sessie: Session, vragenset_id: int) -> None:
    open_ = [rij.naam for rij in route.laatste_ronde(sessie, vragenset_id) if rij.besluit is None]
    if open_:
        raise Ongeldig("Nog niet geparafeerd: %(wie)s. Vaststellen kan als de lijn rond is.", wie=", ".join(open_))


def _stap(ronde: Sequence[ParaafRij], paraaf_id: int) -> ParaafRij:
    gevonden = next((rij for rij in ronde if rij.id == paraaf_id), None)
    if gevonden is None:
        raise NietGevonden("Deze paraaf hoort niet bij deze ronde. Vernieuw de pagina.")
    return gevonden


def _beurt(ronde: Sequence[ParaafRij]) -> int:
    """The place in the line that is open now; beyond the last when all is initialled."""
    return min((rij.volgorde for rij in ronde if rij.besluit is None), default=10_000)


def _namens(sessie: Session, wie: Wie, rij: ParaafRij, op: date) -> str | None:
    """The name of whom this person stands in for; None when the step is his own. :raises Ongeldig: another's step."""
    voor = namens(
        route.als_stap(rij),
        gebruiker_id=wie.gebruiker_id,
        rollen=wie.rollen,
        vervangingen=[vervangingen.als_vervanging(v) for v in vervangingen.alle(sessie)],
        op=op,
    )
    if voor is None or voor == wie.gebruiker_id:
        return None
    return sessie.get_one(GebruikerRij, voor).naam


def _is_van(sessie: Session, wie: Wie, rij: ParaafRij, op: date) -> bool:
    try:
        _namens(sessie, wie, rij, op)
    except Ongeldig:
        return False
    return True


def _persoon(sessie: Session, rij: ParaafRij) -> str:
    if rij.gebruiker_id is None:
        return label(Rol(rij.rol))
    return sessie.get_one(GebruikerRij, rij.gebruiker_id).naam
