"""Accounting: the annex of the budget, the rappel of the Eerste Kamer, and what an office hands over; in Word and .ods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.word.sjabloon import OVERZICHT
from kamervragen.documents.writers import overzicht
from kamervragen.documents.writers.lijst import Lijstblad, als_ods
from kamervragen.documents.writers.overzicht import Tabel
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import OPEN, Motiestatus
from kamervragen.domain.nummers import Toezeggingsnummer
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.termijn import Stand
from kamervragen.domain.toezegging import LOPEND, Toezeggingstatus, rappelgrens
from kamervragen.language.citations.verwijzingen import citeer
from kamervragen.papieren import sjablonen
from kamervragen.register.rows import MotiefeitRij, MotieRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.register.toezeggingen import vindplaats
from kamervragen.sets import bord
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import standen

_AF = (Toezeggingstatus.VOLDAAN, Toezeggingstatus.VERVALLEN)
_MOTIE_AF = (Motiestatus.AFGEDAAN, Motiestatus.NIET_UITGEVOERD)


class Vorm(StrEnum):
    """As what a document of accounting leaves."""

    DOCX = "docx"
    ODS = "ods"


def bijlage(huis: Huis, wie: Wie, vorm: Vorm = Vorm.DOCX) -> Bestand:
    """The annex of today: (moties | toezeggingen) x (in behandeling | afgerond)."""
    with handeling(huis, wie, Handeling.EXPORTEREN, "bijlage-moties-en-toezeggingen") as werk:
        beloofd = [(t, _bijlagerij(t, v, feiten)) for t, v, feiten in _toezeggingen(werk.sessie)]
        gevraagd = [(m, _motie(m, moties.feiten(werk.sessie, m.id))) for m in moties.alle(werk.sessie)]
        dag = werk.dag
    tabellen = (
        _tabel(_("Moties in behandeling"), (r for m, r in gevraagd if Motiestatus(m.status) in OPEN)),
        _tabel(_("Afgeronde moties"), (r for m, r in gevraagd if Motiestatus(m.status) in _MOTIE_AF)),
        _tabel(_("Toezeggingen in behandeling"), (r for t, r in beloofd if t.status in LOPEND)),
        _tabel(_("Afgeronde toezeggingen"), (r for t, r in beloofd if t.status in _AF)),
    )
    titel = _("Moties en toezeggingen, stand per %(dag)s") % {"dag": datum(dag)}
    return _bestand(huis, "moties-en-toezeggingen", titel, tabellen, dag, vorm)


def rappel(huis: Huis, wie: Wie, vorm: Vorm = Vorm.DOCX) -> Bestand:
    """The half-yearly rappel of the Eerste Kamer: its promises whose term lapsed, and those whose term lapses by the
    next 1 January or 1 July.

    *Bron:* the committees' rappel letters (kst-33268-F): two lists, with corrections and a prognosis.
    """
    with handeling(huis, wie, Handeling.EXPORTEREN, "rappel-eerste-kamer") as werk:
        dag = werk.dag
        open_ = [
            (t.interne_dag or t.venster_einde, _rappelrij(t, v, feiten))
            for t, v, feiten in _toezeggingen(werk.sessie)
            if t.status in LOPEND and t.nummer and Toezeggingsnummer.parse(t.nummer).is_eerste_kamer
        ]
    grens = rappelgrens(dag)
    kolommen = (_("Nummer"), _("Toezegging"), _("Vindplaats"), _("Termijn"), _("Stand van zaken"))
    tabellen = (
        Tabel(_("Termijn verstreken"), kolommen, tuple(r for d, r in open_ if d is not None and d <= dag)),
        Tabel(
            _("Termijn verstrijkt voor of op %(grens)s") % {"grens": datum(grens)},
            kolommen,
            tuple(r for d, r in open_ if d is not None and dag < d <= grens),
        ),
    )
    titel = _("Rappel toezeggingen Eerste Kamer, stand per %(dag)s") % {"dag": datum(dag)}
    return _bestand(huis, "rappel-eerste-kamer", titel, tabellen, dag, vorm)


def ambten(huis: Huis, wie: Wie) -> tuple[str, ...]:
    """The offices that something open is addressed to or promised by."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        beloofd = toezeggingen.ambten_zonder_set(sessie, [status.value for status in LOPEND])
        gevraagd = standen.ambten(sessie)
    return tuple(sorted(beloofd | gevraagd))


def stand(huis: Huis, wie: Wie, ambt: str, vorm: Vorm = Vorm.DOCX) -> Bestand:
    """What an office has open, to hand over: its sets, its promises, and the motions that its answers cite.

    :raises Ongeldig: without an office.
    """
    if not ambt.strip():
        raise Ongeldig("Kies de bewindspersoon van wie u de stand wilt.")
    regels = [b for b in bord.sets(huis, wie) if ambt in b.regel.gericht_aan]
    eigen = {b.regel.sleutel for b in regels}
    with handeling(huis, wie, Handeling.EXPORTEREN, "stand-bewindspersoon") as werk:
        beloofd = [
            _bijlagerij(t, v, feiten)
            for t, v, feiten in _toezeggingen(werk.sessie)
            if t.status in LOPEND and (t.bewindspersoon == ambt or (v is not None and v.sleutel in eigen))
        ]
        genoemd = {m.id for m, _k, v in moties.lijst(werk.sessie) if v.sleutel in eigen}
        gevraagd = [
            _motie(m, moties.feiten(werk.sessie, m.id))
            for m in moties.alle(werk.sessie)
            if m.id in genoemd and Motiestatus(m.status) in OPEN
        ]
        dag = werk.dag
    sets = tuple(
        (
            b.regel.onderwerp or b.regel.sleutel,
            b.regel.zaaknummer or b.regel.sleutel,
            _("%(stand)s; laatste dag %(dag)s")
            % {"stand": label(b.termijn.stand), "dag": datum(b.termijn.laatste_dag) or "–"},
        )
        for b in regels
        if b.termijn.stand is not Stand.AFGEDAAN
    )
    tabellen = (
        _tabel(_("Openstaande Kamervragen"), sets),
        _tabel(_("Openstaande toezeggingen"), beloofd),
        _tabel(_("Moties in behandeling"), gevraagd),
    )
    titel = _("Stand van %(ambt)s per %(dag)s") % {"ambt": ambt, "dag": datum(dag)}
    return _bestand(huis, "stand-bewindspersoon", titel, tabellen, dag, vorm)


def _bestand(huis: Huis, naam: str, titel: str, tabellen: tuple[Tabel, ...], dag: date, vorm: Vorm) -> Bestand:
    if vorm is Vorm.ODS:
        data = als_ods(titel, [Lijstblad(t.titel, t.kolommen, t.rijen) for t in tabellen])
    else:
        data = overzicht.render(titel, tabellen, sjablonen.pad(huis, OVERZICHT))
    return Bestand(f"{naam}-{dag.isoformat()}.{vorm.value}", data)


def _tabel(titel: str, rijen: Iterable[tuple[str, ...]]) -> Tabel:
    """In the columns of a budget annex."""
    return Tabel(titel, (_("Omschrijving"), _("Vindplaats"), _("Stand van zaken")), tuple(rijen))


def _toezeggingen(sessie: Session) -> list[tuple[ToezeggingRij, VragensetRij | None, list[ToezeggingfeitRij]]]:
    lijst = toezeggingen.lijst(sessie)
    gebeurd = toezeggingen.feiten(sessie, [rij.id for rij, *_rest in lijst])
    return [(rij, vragenset, gebeurd[rij.id]) for rij, vragenset, _label in lijst]


def _bijlagerij(
    rij: ToezeggingRij, vragenset: VragensetRij | None, gebeurd: list[ToezeggingfeitRij]
) -> tuple[str, str, str]:
    return platte_tekst(rij.zin), vindplaats(rij, vragenset), _stand_van_zaken(rij, gebeurd)


def _rappelrij(rij: ToezeggingRij, vragenset: VragensetRij | None, gebeurd: list[ToezeggingfeitRij]) -> tuple[str, ...]:
    omschrijving, waar, stand_nu = _bijlagerij(rij, vragenset, gebeurd)
    termijn = datum(rij.interne_dag or rij.venster_einde)
    if verschoven := [f for f in gebeurd if f.naar is not None]:
        waarden = {"dag": datum(verschoven[-1].van), "reden": verschoven[-1].reden or ""}
        termijn += _(" (eerder %(dag)s: %(reden)s)") % waarden
    return rij.nummer or "", omschrijving, waar, termijn, stand_nu


def _stand_van_zaken(rij: ToezeggingRij, gebeurd: list[ToezeggingfeitRij]) -> str:
    dag = rij.interne_dag or rij.venster_einde
    if rij.status in _AF or rij.status == Toezeggingstatus.DEELS_VOLDAAN:
        return _afgedaan(label(Toezeggingstatus(rij.status)), gebeurd[-1] if gebeurd else None)
    return _("In behandeling; uiterlijk %(dag)s.") % {"dag": datum(dag)} if dag else _("In behandeling.")


def _motie(rij: MotieRij, gebeurd: tuple[MotiefeitRij, ...]) -> tuple[str, str, str]:
    wat = rij.verzoek or rij.onderwerp or ""
    omschrijving = _("Motie %(indieners)s: %(wat)s") % {"indieners": rij.indieners, "wat": wat}
    return (
        omschrijving.rstrip(": "),
        citeer(rij.kamerstuk) if rij.kamerstuk else "",
        _afgedaan(label(Motiestatus(rij.status)), gebeurd[-1] if gebeurd else None),
    )


def _afgedaan(stand_nu: str, laatste: ToezeggingfeitRij | MotiefeitRij | None) -> str:
    if laatste is None:
        return f"{stand_nu.capitalize()}."
    stuk = f" ({citeer(laatste.kamerstuk)})" if laatste.kamerstuk else ""
    reden = f" {laatste.reden}" if laatste.reden else ""
    return f"{stand_nu.capitalize()}, {datum(laatste.datum)}{stuk}.{reden}"
