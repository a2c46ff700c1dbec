"""Giving sets, or some of their questions, to a directie and a person; accepting and refusing that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.status import STAPPEN, Feitsoort, Status, status_van
from kamervragen.lijn import kennisgeving
from kamervragen.lijn.rows import ToewijzingRij
from kamervragen.lijn.store import route
from kamervragen.mensen.collegas import schrijft
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.mensen.store import accounts, gebruikers, vervangingen
from kamervragen.sets import termijnen
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import afscherming, vragensets
from kamervragen.sets.toegang import eis_vragen, set_voor

_HOOGSTENS = 200  # sets given in one act


def wijs_toe(
    huis: Huis,
    wie: Wie,
    sleutel: str,
    *,
    directie_id: int | None,
    behandelaar_id: int | None,
    versie: int,
    labels: Sequence[str] = (),
) -> None:
    """Gives a set, or some of its questions, to a directie and a behandelaar; without a directie to the one he is of.

    :raises Ongeldig: without either, or for a question that is not there. :raises Verouderd: assigned meanwhile.
    """
    if directie_id is None and behandelaar_id is None:
        raise Ongeldig("Kies een directie of een behandelaar.", veld="directie")
    with handeling(huis, wie, Handeling.TOEWIJZEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        if directie_id is None and behandelaar_id is not None:
            directie_id = accounts.enige_directie(werk.sessie, behandelaar_id, werk.dag)
        geef(huis, werk, rij, directie_id=directie_id, behandelaar_id=behandelaar_id, labels=labels)


def wijs_meer_toe(
    huis: Huis, wie: Wie, versies: Mapping[str, int], *, directie_id: int | None, behandelaar_id: int | None
) -> None:
    """Gives many sets to one directie and behandelaar, all or none. `versies`: key -> the version that was seen.

    :raises Ongeldig: as `wijs_toe`, or none chosen. :raises Verouderd: one of them changed meanwhile.
    """
    if not 0 < len(versies) <= _HOOGSTENS:
        raise Ongeldig("Kies ten minste één en ten hoogste %(hoogstens)s sets.", hoogstens=_HOOGSTENS)
    if directie_id is None and behandelaar_id is None:
        raise Ongeldig("Kies een directie of een behandelaar.", veld="directie-id")
    with handeling(huis, wie, Handeling.TOEWIJZEN, herroepbaar=True) as werk:
        if directie_id is None and behandelaar_id is not None:
            directie_id = accounts.enige_directie(werk.sessie, behandelaar_id, werk.dag)
        for sleutel in sorted(versies):
            rij = set_voor(werk, sleutel)
            termijnen.eis_versie(rij, versies[sleutel])
            geef(huis, werk, rij, directie_id=directie_id, behandelaar_id=behandelaar_id, labels=())
        werk.object = ", ".join(sorted(versies)) if len(versies) <= 5 else f"{len(versies)} sets"


def geef(
    huis: Huis,
    werk: Werk,
    rij: VragensetRij,
    *,
    directie_id: int | None,
    behandelaar_id: int | None,
    labels: Sequence[str],
    reden: str = "",
) -> None:
    """Assigns a set, or some of its questions, in the transaction of an act. :raises Ongeldig: as `wijs_toe`."""
    behandelaar = werk.sessie.get(GebruikerRij, behandelaar_id) if behandelaar_id else None
    directie = werk.sessie.get(DirectieRij, directie_id) if directie_id else None
    if (behandelaar_id and (behandelaar is None or not behandelaar.actief)) or (directie_id and directie is None):
        raise Ongeldig("Deze directie of behandelaar bestaat niet (meer). Vernieuw de pagina.")
    if behandelaar is not None and not schrijft(gebruikers.rollen_op(werk.sessie, werk.dag).get(behandelaar_id or 0)):
        raise Ongeldig(
            "%(naam)s kan geen antwoorden schrijven: daarvoor is de rol opsteller of coördinator nodig. Kies een "
            "ander, of laat de beheerder die rol geven.",
            naam=behandelaar.naam,
            veld="behandelaar",
        )
    if behandelaar_id and not afscherming.mag_weten(werk.sessie, rij.id, behandelaar_id):
        raise Ongeldig(
            "De behandelaar mag van %(sleutel)s niet weten: die set is afgeschermd. Voeg die eerst toe bij "
            "Afscherming.",
            sleutel=rij.sleutel,
        )
    eis_vragen(werk.sessie, rij, labels)
    route.wijs_toe(
        werk.sessie,
        rij.id,
        labels=labels,
        directie_id=directie_id,
        behandelaar_id=behandelaar_id,
        actor=werk.wie.naam,
        moment=werk.moment,
    )
    rij.versie += 1
    if not labels:
        aan = " / ".join(naam for naam in (directie and directie.naam, behandelaar and behandelaar.naam) if naam)
        rij.directie_id, rij.behandelaar_id = directie_id, behandelaar_id
        leg_feit_vast(werk, rij, Feitsoort.TOEGEWEZEN, f"{aan}: {reden}" if reden else aan)
    werk.sessie.add(rij)
    plan_index(werk.sessie, rij.id, werk.moment)
    kennisgeving.toegewezen(huis, werk, rij, behandelaar_id)


def beslis(huis: Huis, wie: Wie, sleutel: str, toewijzing_id: int, *, aanvaard: bool, reden: str, versie: int) -> None:
    """Accepts an assignment, or refuses it with a reason that stays.

    :raises Ongeldig: a refusal without a reason, or an assignment that is another's.
    :raises Verouderd: when it was decided meanwhile.
    """
    if not aanvaard and not reden.strip():
        raise Ongeldig("Schrijf waarom u de toewijzing niet aanvaardt; de coördinator leest het.", veld="reden")
    with handeling(huis, wie, Handeling.TOEWIJZING_BESLISSEN, sleutel, herroepbaar=not aanvaard) as werk:
        rij = set_voor(werk, sleutel)
        gevonden = next((t for t in route.toewijzingen(werk.sessie, rij.id) if t.id == toewijzing_id), None)
        if gevonden is None:
            raise NietGevonden("Deze toewijzing hoort niet bij deze set.")
        if not mag_beslissen(werk.sessie, wie, gevonden, werk.dag):
            raise Ongeldig(
                "Deze toewijzing is aan een collega. Die aanvaardt haar, of de coördinator wijst anders toe."
            )
        route.beslis_toewijzing(
            werk.sessie,
            toewijzing_id,
            besluit="aanvaard" if aanvaard else "geweigerd",
            reden=reden.strip() or None,
            opname=opname(werk.sessie, gevonden) if aanvaard else None,
            actor=_namens_behandelaar(werk, gevonden),
            moment=werk.moment,
            versie=versie,
        )
        werk.sessie.refresh(rij)
        if not gevonden.labels:
            soort = Feitsoort.AANVAARD if aanvaard else Feitsoort.GEWEIGERD
            eis_stap(werk.sessie, rij, soort)
            if not aanvaard:
                rij.directie_id = rij.behandelaar_id = None
            leg_feit_vast(werk, rij, soort, reden.strip() or None)
        rij.versie += 1
        werk.sessie.add(rij)


def mag_beslissen(sessie: Session, wie: Wie, toewijzing: ToewijzingRij, op: date) -> bool:
    """The behandelaar himself or his deputy; where only a directie is named, or for those who lead, anyone with the right."""
    behandelaar = toewijzing.behandelaar_id
    if behandelaar is None or behandelaar == wie.gebruiker_id or wie.rollen & {Rol.COORDINATOR, Rol.LEIDINGGEVENDE}:
        return True
    return wie.gebruiker_id in vervangingen.vervangers(sessie, [behandelaar], op)


def aan(sessie: Session, toewijzing: ToewijzingRij) -> str:
    namen = toewijzing.opname or opname(sessie, toewijzing)
    return " / ".join(namen.values())


def opname(sessie: Session, toewijzing: ToewijzingRij) -> dict[str, str]:
    """Directie and behandelaar as they are called today: a reorganisation later does not rewrite who accepted."""
    directie = sessie.get(DirectieRij, toewijzing.directie_id) if toewijzing.directie_id else None
    mens = sessie.get(GebruikerRij, toewijzing.behandelaar_id) if toewijzing.behandelaar_id else None
    uit = {"directie": f"{directie.naam} ({directie.code})"} if directie else {}
    return uit | ({"behandelaar": mens.naam} if mens else {})


def eis_stap(sessie: Session, rij: VragensetRij, soort: Feitsoort) -> None:
    if soort not in STAPPEN[status(sessie, rij.id)]:
        raise Ongeldig("Deze stap kan nu niet. Vernieuw de pagina.")


def leg_feit_vast(werk: Werk, rij: VragensetRij, soort: Feitsoort, toelichting: str | None = None) -> None:
    vragensets.voeg_feit_toe(
        werk.sessie,
        rij.id,
        soort,
        werk.dag,
        actor=werk.wie.naam,
        moment=werk.moment,
        toelichting=toelichting,
        eenmaal=False,
    )


def status(sessie: Session, vragenset_id: int) -> Status:
    return status_van(vragensets.feiten(sessie, vragenset_id))


def _namens_behandelaar(werk: Werk, toewijzing: ToewijzingRij) -> str:
    """Who decides, and for whom when the assignment was to another."""
    behandelaar = toewijzing.behandelaar_id
    if behandelaar is None or behandelaar == werk.wie.gebruiker_id:
        return werk.wie.naam
    wie = {"wie": werk.wie.naam, "voor": werk.sessie.get_one(GebruikerRij, behandelaar).naam}
    return _("%(wie)s namens %(voor)s") % wie
