"""Who may do what, as one table. What is not in it, is not allowed."""

from __future__ import annotations

from enum import StrEnum

from kamervragen.domain.status import BEWERKBAAR, OPEN, Feitsoort, Status


class Rol(StrEnum):
    OPSTELLER = "opsteller"
    COORDINATOR = "coordinator"
    KAMERBUREAU = "kamerbureau"
    LEIDINGGEVENDE = "leidinggevende"
    BEHEERDER = "beheerder"


class Handeling(StrEnum):
    """What a person can do. Every route and every use case names one."""

    INLOGGEN = "inloggen"
    SETS_ZIEN = "sets_zien"
    DOCUMENT_INNEMEN = "document_innemen"
    SET_HERSTELLEN = "set_herstellen"
    TOEWIJZEN = "toewijzen"
    ANTWOORD_SCHRIJVEN = "antwoord_schrijven"
    VOORSTEL_BESLISSEN = "voorstel_beslissen"
    CONCEPT_GEREEDMELDEN = "concept_gereedmelden"
    VASTSTELLEN = "vaststellen"
    VERZENDEN = "verzenden"
    EXPORTEREN = "exporteren"
    EERDER_ZOEKEN = "eerder_zoeken"
    EERDER_BEOORDELEN = "eerder_beoordelen"
    PASSAGES_BEHEREN = "passages_beheren"
    TOEZEGGINGEN_ZIEN = "toezeggingen_zien"
    TOEZEGGING_BESLISSEN = "toezegging_beslissen"
    MOTIES_ZIEN = "moties_zien"
    MOTIE_BIJHOUDEN = "motie_bijhouden"
    UITSTEL_MELDEN = "uitstel_melden"
    KALENDER_BEHEREN = "kalender_beheren"
    AMBTEN_BEHEREN = "ambten_beheren"
    LIJST_INNEMEN = "lijst_innemen"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren"


IEDEREEN = frozenset(Rol)
ALTIJD = frozenset(Status)

# Handeling -> Rol -> the statuses in which that role may do it.
RECHTEN: dict[Handeling, dict[Rol, frozenset[Status]]] = {
    Handeling.SETS_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.EERDER_ZOEKEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.EXPORTEREN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.TOEZEGGINGEN_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.MOTIES_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.DOCUMENT_INNEMEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.BEHEERDER), ALTIJD),
    Handeling.SET_HERSTELLEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.BEHEERDER), ALTIJD),
    Handeling.TOEWIJZEN: dict.fromkeys((Rol.COORDINATOR, Rol.LEIDINGGEVENDE), BEWERKBAAR),
    Handeling.ANTWOORD_SCHRIJVEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), BEWERKBAAR),
    Handeling.VOORSTEL_BESLISSEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.EERDER_BEOORDELEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.PASSAGES_BEHEREN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.CONCEPT_GEREEDMELDEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), frozenset({Status.TOEGEWEZEN})),
    Handeling.VASTSTELLEN: {Rol.LEIDINGGEVENDE: frozenset({Status.CONCEPT_GEREED})},
    Handeling.VERZENDEN: {Rol.KAMERBUREAU: frozenset({Status.VASTGESTELD})},
    Handeling.TOEZEGGING_BESLISSEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.MOTIE_BIJHOUDEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.UITSTEL_MELDEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU), OPEN),
    Handeling.KALENDER_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.AMBTEN_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.LIJST_INNEMEN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.GEBRUIKERS_BEHEREN: {Rol.BEHEERDER: ALTIJD},
}


# What it takes to record each fact that a person may record by hand.
STAPRECHT: dict[Feitsoort, Handeling] = {
    Feitsoort.CONCEPT_GEREED: Handeling.CONCEPT_GEREEDMELDEN,
    Feitsoort.VASTGESTELD: Handeling.VASTSTELLEN,
    Feitsoort.VERZONDEN: Handeling.VERZENDEN,
}


def mag(rollen: frozenset[Rol], handeling: Handeling, status: Status | None = None) -> bool:
    """May someone with these roles do this? Without a status: could he, in at least one.

    `INLOGGEN` needs no role: it is how one gets them.
    """
    if handeling is Handeling.INLOGGEN:
        return True
    toegestaan = [RECHTEN.get(handeling, {}).get(rol, frozenset()) for rol in rollen]
    return any(statussen if status is None else status in statussen for statussen in toegestaan)
