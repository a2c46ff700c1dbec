"""All open work of one person to another, shown first and then done in one act."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.beheer.store import werkvoorraad
from kamervragen.beheer.store.werkvoorraad import Werkvoorraad
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import SLUITEND, Status, status_van
from kamervragen.lijn import toewijzing
from kamervragen.mensen import post
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.mensen.store import accounts, gebruikers
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import afscherming, vragensets

# Where a set that is given to another waits for his acceptance.
_TE_AANVAARDEN = frozenset({Status.GEREGISTREERD, Status.TOEGEWEZEN, Status.AANVAARD})
_GESLOTEN = [soort.value for soort in SLUITEND]


@dataclass(frozen=True, slots=True)
class Werkstuk:
    """A piece of work that would change hands: what it is, in words, and where it stands."""

    soort: str
    tekst: str
    pad: str


@dataclass(frozen=True, slots=True)
class Voorraad:
    """Who could give and take, and once someone was chosen what he has in hand."""

    mensen: tuple[GebruikerRij, ...]
    van: GebruikerRij | None
    stukken: tuple[Werkstuk, ...]


def toon(huis: Huis, wie: Wie, van_id: int | None) -> Voorraad:
    """What would change hands. Sets the reader may not know of are not in it. :raises NietGevonden: no such account."""
    with inzage(huis, wie, Handeling.WERK_OVERDRAGEN) as sessie:
        van = _vind(sessie, van_id) if van_id else None
        return Voorraad(gebruikers.alle(sessie), van, _stukken(sessie, van) if van else ())


def openstaand(sessie: Session, mens: GebruikerRij) -> int:
    """How many pieces of work lie with a person."""
    return len(_stukken(sessie, mens))


def draag_over(huis: Huis, wie: Wie, *, van_id: int | None, naar_id: int | None, reden: str, gezien: int) -> int:
    """Gives everything open of one person to another and returns how many pieces; sets wait for acceptance again.

    `gezien` is how many pieces were shown. :raises Ongeldig: that changed meanwhile, no reason, one person twice, or a
    shielded set the other may not know of.
    """
    if not van_id or not naar_id or van_id == naar_id:
        raise Ongeldig("Kies van wie het werk is en wie het overneemt; dat zijn twee collega's.")
    if not reden.strip() or len(reden) > 500:
        raise Ongeldig("Schrijf in hooguit 500 tekens waarom het werk naar een ander gaat.", veld="reden")
    with handeling(huis, wie, Handeling.WERK_OVERDRAGEN) as werk:
        van, naar = _vind(werk.sessie, van_id), _vind(werk.sessie, naar_id)
        werk.object = f"werk-{van.inlognaam}-{naar.inlognaam}"
        if not naar.actief:
            raise Ongeldig("Het account van %(naam)s is gesloten. Kies een collega die er nog is.", naam=naar.naam)
        for rij in _sets(werkvoorraad.van(werk.sessie, van, _GESLOTEN)):
            vragensets.houd_vast(werk.sessie, rij)  # from here on nobody assigns or writes in them
        werk.sessie.expire_all()
        voorraad = werkvoorraad.van(werk.sessie, van, _GESLOTEN)
        stukken = _stukken(werk.sessie, van)
        if len(stukken) != gezien:
            raise Ongeldig(
                "Er zijn nu %(stukken)s stukken, u zag er %(gezien)s. Bekijk ze opnieuw.",
                stukken=len(stukken),
                gezien=gezien,
            )
        _eis_ingewijd(werk.sessie, voorraad, naar)
        _geef_sets(huis, werk, voorraad, naar_id, reden.strip())
        werkvoorraad.geef(voorraad, naar)
        wat = _(
            "%(wie)s heeft het werk van %(van)s overgedragen aan %(naar)s (%(aantal)s stukken). Reden: %(reden)s"
        ) % {
            "wie": wie.naam,
            "van": van.naam,
            "naar": naar.naam,
            "aantal": len(stukken),
            "reden": reden.strip(),
        }
        for lezer in (van, naar):
            post.schrijf_aan(huis, werk.sessie, lezer.id, _("Werk overgedragen"), wat)
        return len(stukken)


def _geef_sets(huis: Huis, werk: Werk, voorraad: Werkvoorraad, naar_id: int, reden: str) -> None:
    """The sets and questions, by the same assignment as any other, where there is something to accept."""
    for rij in voorraad.sets:
        if status_van(vragensets.feiten(werk.sessie, rij.id)) in _TE_AANVAARDEN:
            toewijzing.geef(
                huis, werk, rij, directie_id=rij.directie_id, behandelaar_id=naar_id, labels=(), reden=reden
            )
        else:  # it lies with those who read it
            rij.behandelaar_id = naar_id
            rij.versie += 1
    for gegeven, rij in voorraad.toewijzingen:
        toewijzing.geef(huis, werk, rij, directie_id=gegeven.directie_id, behandelaar_id=naar_id, labels=gegeven.labels)


def _stukken(sessie: Session, van: GebruikerRij) -> tuple[Werkstuk, ...]:
    v = werkvoorraad.van(sessie, van, _GESLOTEN)
    return (
        *(Werkstuk(_("set"), rij.onderwerp or rij.sleutel, f"/vragensets/{rij.sleutel}") for rij in v.sets),
        *(
            Werkstuk(
                _("vragen"), f"{rij.onderwerp or rij.sleutel}: {', '.join(t.labels)}", f"/vragensets/{rij.sleutel}"
            )
            for t, rij in v.toewijzingen
        ),
        *(
            Werkstuk(_("bijdrage aan hem gevraagd"), b.gevraagd, f"/vragensets/{rij.sleutel}#bijdragen")
            for b, rij in v.gevraagd
        ),
        *(
            Werkstuk(_("bijdrage door hem gevraagd"), f"{b.aan}: {b.gevraagd}", f"/vragensets/{rij.sleutel}#bijdragen")
            for b, rij in v.vroeg
        ),
        *(
            Werkstuk(_("paraaf"), f"{rij.onderwerp or rij.sleutel}: {p.naam}", f"/vragensets/{rij.sleutel}#lijn")
            for p, rij in v.parafen
        ),
        *(Werkstuk(_("stap in een parafenlijn"), stap.naam, "/parafenlijnen") for stap in v.lijnstappen),
        *(Werkstuk(_("toezegging"), platte_tekst(t.zin), f"/toezeggingen/{t.id}") for t in v.toezeggingen),
        *(Werkstuk(_("passage"), p.titel, f"/passages/{p.id}") for p in v.passages),
    )


def _sets(voorraad: Werkvoorraad) -> list[VragensetRij]:
    """The sets that any of the work is in, in the order of their ids."""
    paren = (*voorraad.toewijzingen, *voorraad.gevraagd, *voorraad.vroeg, *voorraad.parafen)
    per_id = {rij.id: rij for rij in (*voorraad.sets, *(paar[1] for paar in paren))}
    return [per_id[id] for id in sorted(per_id)]


def _eis_ingewijd(sessie: Session, voorraad: Werkvoorraad, naar: GebruikerRij) -> None:
    """:raises Ongeldig: something is of a shielded set that the other may not know of."""
    ids = {rij.id for rij in _sets(voorraad)} | {t.vragenset_id for t in voorraad.toezeggingen}
    for id in sorted(id for id in ids if id is not None):
        if not afscherming.mag_weten(sessie, id, naar.id):
            sleutel = vragensets.op_id(sessie, id).sleutel
            raise Ongeldig(
                "%(naam)s mag van %(sleutel)s niet weten: die set is afgeschermd. Voeg %(naam)s daar eerst toe.",
                naam=naar.naam,
                sleutel=sleutel,
            )


def _vind(sessie: Session, id: int) -> GebruikerRij:
    rij = accounts.op_id(sessie, id)
    if rij is None:
        raise NietGevonden("Dit account bestaat niet. Vernieuw de pagina.")
    return rij
