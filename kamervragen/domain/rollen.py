"""Who may do what, as one table. What is not in it, is not allowed."""

from __future__ import annotations

from enum import StrEnum

from kamervragen.domain.status import AAN_DE_KAMER, BEWERKBAAR, IN_DE_LIJN, OPEN, Feitsoort, Status


class Rol(StrEnum):
    OPSTELLER = "opsteller"
    COORDINATOR = "coordinator"
    KAMERBUREAU = "kamerbureau"
    LEIDINGGEVENDE = "leidinggevende"
    BUREAU_BEWINDSPERSOON = "bureau_bewindspersoon"
    LEZER = "lezer"
    AUDITOR = "auditor"
    BEHEERDER = "beheerder"


class Handeling(StrEnum):
    """What a person can do. Every route and every use case names one."""

    INLOGGEN = "inloggen"
    SETS_ZIEN = "sets_zien"
    DOCUMENT_INNEMEN = "document_innemen"
    SET_HERSTELLEN = "set_herstellen"
    TOEWIJZEN = "toewijzen"
    TOEWIJZING_BESLISSEN = "toewijzing_beslissen"
    OVERDRAGEN = "overdragen"
    BIJDRAGE_VRAGEN = "bijdrage_vragen"
    BIJDRAGE_LEVEREN = "bijdrage_leveren"
    AFSCHERMEN = "afschermen"
    ANTWOORD_SCHRIJVEN = "antwoord_schrijven"
    VOORSTEL_BESLISSEN = "voorstel_beslissen"
    CONCEPT_GEREEDMELDEN = "concept_gereedmelden"
    OPMERKEN = "opmerken"
    AFWEGEN = "afwegen"
    PARAFEREN = "paraferen"
    TERUGSTUREN = "terugsturen"
    VASTSTELLEN = "vaststellen"
    GEBREK_PASSEREN = "gebrek_passeren"
    VERZENDEN = "verzenden"
    ONTVANGST_MELDEN = "ontvangst_melden"
    RECTIFICEREN = "rectificeren"
    RECTIFICATIE_VASTSTELLEN = "rectificatie_vaststellen"
    RECTIFICATIE_VERZENDEN = "rectificatie_verzenden"
    EXPORTEREN = "exporteren"
    ARCHIVEREN = "archiveren"
    EERDER_ZOEKEN = "eerder_zoeken"
    EERDER_BEOORDELEN = "eerder_beoordelen"
    PASSAGES_BEHEREN = "passages_beheren"
    TOEZEGGINGEN_ZIEN = "toezeggingen_zien"
    TOEZEGGING_BESLISSEN = "toezegging_beslissen"
    MOTIES_ZIEN = "moties_zien"
    MOTIE_BIJHOUDEN = "motie_bijhouden"
    UITSTEL_MELDEN = "uitstel_melden"
    AFDOEN = "afdoen"
    KALENDER_BEHEREN = "kalender_beheren"
    AMBTEN_BEHEREN = "ambten_beheren"
    LIJST_INNEMEN = "lijst_innemen"
    WERK_OVERDRAGEN = "werk_overdragen"
    LIJN_BEHEREN = "lijn_beheren"
    WETTEN_BEHEREN = "wetten_beheren"
    WOORDEN_BEHEREN = "woorden_beheren"
    AUDIT_ZIEN = "audit_zien"
    RECHTEN_ZIEN = "rechten_zien"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren"
    EIGEN_ACCOUNT = "eigen_account"
    ONDERHOUDEN = "onderhouden"


IEDEREEN = frozenset(Rol)
ALTIJD = frozenset(Status)
# Those who read a concept before the minister does.
_PARAFANTEN = (Rol.COORDINATOR, Rol.LEIDINGGEVENDE, Rol.BUREAU_BEWINDSPERSOON)

# Handeling -> Rol -> the statuses in which that role may do it.
RECHTEN: dict[Handeling, dict[Rol, frozenset[Status]]] = {
    Handeling.SETS_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.EERDER_ZOEKEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.EXPORTEREN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.ARCHIVEREN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.AUDITOR, Rol.BEHEERDER), ALTIJD),
    Handeling.TOEZEGGINGEN_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.EIGEN_ACCOUNT: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.MOTIES_ZIEN: dict.fromkeys(IEDEREEN, ALTIJD),
    Handeling.DOCUMENT_INNEMEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.BEHEERDER), ALTIJD),
    Handeling.SET_HERSTELLEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.BEHEERDER), ALTIJD),
    Handeling.TOEWIJZEN: dict.fromkeys((Rol.COORDINATOR, Rol.LEIDINGGEVENDE), BEWERKBAAR),
    Handeling.TOEWIJZING_BESLISSEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR, Rol.LEIDINGGEVENDE), BEWERKBAAR),
    Handeling.OVERDRAGEN: dict.fromkeys(
        (Rol.COORDINATOR, Rol.KAMERBUREAU), frozenset({Status.GEREGISTREERD, Status.TOEGEWEZEN, Status.AANVAARD})
    ),
    Handeling.BIJDRAGE_VRAGEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR, Rol.LEIDINGGEVENDE), BEWERKBAAR),
    Handeling.BIJDRAGE_LEVEREN: dict.fromkeys(
        IEDEREEN - {Rol.AUDITOR, Rol.BEHEERDER}, OPEN
    ),  # of whom it was asked: `usecases/bijdragelevering`
    Handeling.AFSCHERMEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU, Rol.LEIDINGGEVENDE), ALTIJD),
    Handeling.ANTWOORD_SCHRIJVEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), BEWERKBAAR),
    Handeling.VOORSTEL_BESLISSEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.EERDER_BEOORDELEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.PASSAGES_BEHEREN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.CONCEPT_GEREEDMELDEN: dict.fromkeys(
        (Rol.OPSTELLER, Rol.COORDINATOR), frozenset({Status.TOEGEWEZEN, Status.AANVAARD})
    ),
    Handeling.OPMERKEN: dict.fromkeys(IEDEREEN - {Rol.LEZER, Rol.AUDITOR, Rol.BEHEERDER}, OPEN),
    Handeling.AFWEGEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), OPEN),
    Handeling.PARAFEREN: dict.fromkeys(_PARAFANTEN, IN_DE_LIJN),
    Handeling.TERUGSTUREN: dict.fromkeys(_PARAFANTEN, IN_DE_LIJN | {Status.VASTGESTELD}),
    Handeling.VASTSTELLEN: dict.fromkeys((Rol.LEIDINGGEVENDE, Rol.BUREAU_BEWINDSPERSOON), IN_DE_LIJN),
    Handeling.GEBREK_PASSEREN: dict.fromkeys((Rol.LEIDINGGEVENDE, Rol.BUREAU_BEWINDSPERSOON), OPEN),
    Handeling.VERZENDEN: {Rol.KAMERBUREAU: frozenset({Status.VASTGESTELD})},
    Handeling.ONTVANGST_MELDEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU), frozenset({Status.VERZONDEN})),
    Handeling.RECTIFICEREN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), AAN_DE_KAMER),
    Handeling.RECTIFICATIE_VASTSTELLEN: dict.fromkeys((Rol.LEIDINGGEVENDE, Rol.BUREAU_BEWINDSPERSOON), AAN_DE_KAMER),
    Handeling.RECTIFICATIE_VERZENDEN: {Rol.KAMERBUREAU: AAN_DE_KAMER},
    Handeling.TOEZEGGING_BESLISSEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.MOTIE_BIJHOUDEN: dict.fromkeys((Rol.OPSTELLER, Rol.COORDINATOR), ALTIJD),
    Handeling.UITSTEL_MELDEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU), OPEN),
    Handeling.AFDOEN: dict.fromkeys((Rol.COORDINATOR, Rol.KAMERBUREAU), OPEN),
    Handeling.KALENDER_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.AMBTEN_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.LIJST_INNEMEN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.WERK_OVERDRAGEN: dict.fromkeys((Rol.COORDINATOR, Rol.LEIDINGGEVENDE), ALTIJD),
    Handeling.LIJN_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.WETTEN_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.WOORDEN_BEHEREN: dict.fromkeys((Rol.COORDINATOR, Rol.BEHEERDER), ALTIJD),
    Handeling.AUDIT_ZIEN: {Rol.AUDITOR: ALTIJD},
    Handeling.RECHTEN_ZIEN: dict.fromkeys((Rol.AUDITOR, Rol.BEHEERDER), ALTIJD),
    Handeling.GEBRUIKERS_BEHEREN: {Rol.BEHEERDER: ALTIJD},
    Handeling.ONDERHOUDEN: {Rol.BEHEERDER: ALTIJD},
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
