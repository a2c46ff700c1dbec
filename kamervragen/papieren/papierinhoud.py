"""What stands in each document of a set: the values its writer needs, brought together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlmodel import Session

from kamervragen.antwoorden.store import hergebruik
from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis
from kamervragen.core.store import files
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.word.sjabloon import AANHANGSEL, BESLISNOTA, BRIEF, GEDRUKT, MEDEDELING, TAS
from kamervragen.documents.writers import aanhangsel, beslisnota, gedrukt, lijst_terug, tas, uitstelbericht
from kamervragen.documents.writers import afdoening as afdoening_writer
from kamervragen.documents.writers import brief as brief_writer
from kamervragen.domain.papier import Papier
from kamervragen.domain.status import BEWERKBAAR, Feitsoort, Status, status_van
from kamervragen.domain.uitstel import gelezen
from kamervragen.domain.vragenset import Instrument, Kamer, Vragenset, merken_in, opsomming
from kamervragen.language.citations.citaten import citaten
from kamervragen.papieren import bijlagen, conceptpapier, sjablonen
from kamervragen.register.rows import ToezeggingRij
from kamervragen.register.store import toezeggingen
from kamervragen.sets import afdoening, standen, uitstelredenen
from kamervragen.sets.rows import FeitRij, VragensetRij
from kamervragen.sets.store import documenten, vragensets

_ZONDER_ANTWOORD = frozenset({Status.BEANTWOORD_BIJ_BRIEF, Status.INGETROKKEN, Status.OVERGEDRAGEN})


def waarom_niet(sessie: Session, rij: VragensetRij, s: Vragenset, papier: Papier) -> str:
    """Why a document cannot be made now; empty when it can."""
    status = status_van(vragensets.feiten(sessie, rij.id))
    if papier is Papier.UITSTEL:
        return "" if _uitstel(sessie, rij) else _geen_uitstel(sessie, rij)
    if papier is Papier.AFDOENING:
        if _afdoening(sessie, rij):
            return ""
        return _("Deze set is niet bij brief beantwoord en niet ingetrokken. Leg dat eerst vast bij Afdoen.")
    if not s.vragen and not s.antwoorden:
        return _("%(sleutel)s heeft nog geen vragen. Neem eerst het document met de vragen in.") % {
            "sleutel": rij.sleutel
        }
    if papier is not Papier.ANTWOORD and status in _ZONDER_ANTWOORD:
        return _("Deze set is afgedaan zonder antwoorden.")
    if papier is Papier.LIJST:
        if rij.instrument != Instrument.LIJST_VAN_VRAGEN:
            return _("Dit is geen lijst van vragen van een commissie.")
        if _lijstdocument(sessie, rij) is None:
            return _("De lijst van de commissie is niet als Word-document ingenomen. Neem haar in als .docx.")
    if papier in (Papier.BRIEF, Papier.LIJST):
        gedekt = {label for antwoord in s.antwoorden if antwoord.tekst.strip() for label in antwoord.labels}
        over = [vraag.label for vraag in s.vragen if vraag.label not in gedekt]
        if len(over) == len(s.vragen) and s.vragen:
            return _("Er is nog geen antwoord geschreven. Schrijf eerst een antwoord bij een vraag.")
        if over and status in BEWERKBAAR and papier is Papier.BRIEF:
            return _("Nog niet beantwoord: vraag %(labels)s.") % {"labels": opsomming(over)}
    return ""


def pdf_later(sessie: Session, rij: VragensetRij) -> bool:
    """Whether a PDF to publish has to wait: the answers are not approved yet."""
    return status_van(vragensets.feiten(sessie, rij.id)) in BEWERKBAAR


def _geen_uitstel(sessie: Session, rij: VragensetRij) -> str:
    dag = _dag(sessie, rij, Feitsoort.UITSTEL)
    if dag is not None:
        return _("Het uitstel van %(dag)s kwam als document binnen; er is hier geen bericht van te maken.") % {
            "dag": datum(dag)
        }
    return _("Voor deze set is hier nog geen uitstel gemeld. Meld het eerst op de pagina van de set.")


def _brief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    mee = tuple(d.titel or d.naam for d in bijlagen.naar_de_kamer(sessie, rij.id))
    gegevens = sjablonen.brief(rij, _dag(sessie, rij, Feitsoort.VERZONDEN) or s.gedagtekend or s.ontvangen, mee)
    return brief_writer.render(s, gegevens, sjablonen.pad(huis, BRIEF))


def _antwoord(huis: Huis, _sessie: Session, _rij: VragensetRij, s: Vragenset) -> bytes:
    return aanhangsel.render(s, sjablonen.pad(huis, AANHANGSEL))


def _gedrukt(huis: Huis, _sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    return gedrukt.render(s, sjablonen.pad(huis, GEDRUKT), Kamer(rij.kamer))


def _lijst(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    document = _lijstdocument(sessie, rij)
    assert document is not None
    sha256, naam = document
    return lijst_terug.render(files.lees(huis.settings.documenten, sha256), naam, s, s.ontvangen or s.gedagtekend)


def _uitstelbrief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    gemeld = _uitstel(sessie, rij)
    assert gemeld is not None
    redenen = uitstelredenen.redenen(sessie)
    waarom = gelezen(gemeld.toelichting, redenen)
    assert waarom is not None
    code, toelichting = waarom
    gegevens = sjablonen.brief(rij, gemeld.datum)
    return uitstelbericht.render(s, redenen[code].omdat, toelichting, gegevens, sjablonen.pad(huis, MEDEDELING))


def _afdoeningsbrief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    feit = _afdoening(sessie, rij)
    assert feit is not None
    toelichting = feit.toelichting or ""
    if feit.soort == Feitsoort.INGETROKKEN:
        alineas, betreft = afdoening_writer.ingetrokken(s, feit.datum, toelichting), "Intrekking van Kamervragen"
    else:
        alineas = afdoening_writer.bij_brief(s, feit.datum, toelichting)
        betreft = "Beantwoording bij brief van Kamervragen"
    gegevens = sjablonen.brief(rij, feit.datum)
    return brief_writer.als_mededeling(s, alineas, betreft, gegevens, sjablonen.pad(huis, MEDEDELING))


def _beslisnota(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    per_antwoord = _naslag(sessie, rij, s)
    return beslisnota.render(
        s,
        kenmerk=rij.dms_kenmerk or "",
        uiterlijk=_laatste_dag(huis, sessie, rij),
        toezeggingen=[f"Toezegging: {regel}" for bij in per_antwoord.values() for regel in bij.toezeggingen],
        hergebruikt=[f"Overgenomen: {regel}" for bij in per_antwoord.values() for regel in bij.eerder],
        sjabloon=sjablonen.pad(huis, BESLISNOTA),
    )


def _laatste_dag(huis: Huis, sessie: Session, rij: VragensetRij) -> date | None:
    feiten = vragensets.feiten(sessie, rij.id)
    termijn = standen.termijn(
        ingezonden=rij.ingezonden,
        feiten=feiten,
        instrument=rij.instrument,
        kamer=rij.kamer,
        debat=rij.debat,
        op=huis.vandaag(),
        regels=standen.spelregels(huis.settings, sessie),
    )
    return termijn.laatste_dag


def _tas(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    mee = bijlagen.naar_de_kamer(sessie, rij.id)
    gegevens = [
        (_("Zaaknummer"), str(s.zaaknummer or "–")),
        (_("Ingezonden"), datum(s.ingezonden) or "–"),
        (_("Laatste dag"), datum(_laatste_dag(huis, sessie, rij)) or "–"),
        (_("Debat"), datum(rij.debat) or "–"),
        (_("Bijlagen"), ", ".join(d.titel or d.naam for d in mee) or "–"),
    ]
    gegevens = [paar for paar in gegevens if paar[1] != "–"]
    return tas.render(s, gegevens, _naslag(sessie, rij, s), sjablonen.pad(huis, TAS))


def _concept(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    return conceptpapier.maak(huis, sessie, rij, s)


def _wijzigingen(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    return conceptpapier.maak(huis, sessie, rij, s, met_wijzigingen=True)


MAKERS: dict[Papier, Callable[[Huis, Session, VragensetRij, Vragenset], bytes]] = {
    Papier.BRIEF: _brief,
    Papier.ANTWOORD: _antwoord,
    Papier.GEDRUKT: _gedrukt,
    Papier.LIJST: _lijst,
    Papier.UITSTEL: _uitstelbrief,
    Papier.AFDOENING: _afdoeningsbrief,
    Papier.CONCEPT: _concept,
    Papier.WIJZIGINGEN: _wijzigingen,
    Papier.BESLISNOTA: _beslisnota,
    Papier.TAS: _tas,
}


def _naslag(sessie: Session, rij: VragensetRij, s: Vragenset) -> dict[str, tas.Naslag]:
    """What lies under each answer, known by its first label: earlier answers, promises, and what it cites."""
    beloofd = [t for t in toezeggingen.van_set(sessie, rij.id) if t.status not in ("afgewezen", "buiten_scope")]
    genoemd = citaten(s)
    uit = {}
    for antwoord, labels in vragensets.antwoorden_van(sessie, rij.id):
        plaatsen = {f"antwoord-{labels[0]}"} if labels else set()
        bronnen = dict.fromkeys(
            c.verwijzing.tekst for c in genoemd if c.bij in plaatsen and not _binnen(c.verwijzing.id)
        )
        eerder = [_bron(bron) for _h, bron in hergebruik.herkomst(sessie, antwoord.vragenset_id).get(antwoord.id, ())]
        if labels:
            uit[labels[0]] = tas.Naslag(
                tuple(dict.fromkeys(eerder)),
                tuple(_beloofd(t) for t in beloofd if t.antwoord_id == antwoord.id),
                (*bronnen, *(_noot(s, id) for id in merken_in(antwoord.tekst))),
            )
    return uit


def _binnen(id: str | None) -> bool:
    return (id or "").startswith("antwoord-")


def _noot(s: Vragenset, id: str) -> str:
    noot = s.noot(id)
    return platte_tekst(noot.tekst) if noot else ""


def _bron(bron: VragensetRij) -> str:
    dag = f"({datum(bron.ontvangen)})" if bron.ontvangen else ""
    return " ".join(filter(None, (bron.zaaknummer or bron.sleutel, bron.onderwerp, dag)))


def _beloofd(t: ToezeggingRij) -> str:
    dag = t.interne_dag or t.venster_einde
    return platte_tekst(t.zin) + (_(" (uiterlijk %(dag)s)") % {"dag": datum(dag)} if dag else "")


def _uitstel(sessie: Session, rij: VragensetRij) -> FeitRij | None:
    """The delay that was reported here, with its reason."""
    alle = vragensets.feitrijen(sessie, rij.id)
    redenen = uitstelredenen.redenen(sessie)
    return next((f for f in alle if f.soort == Feitsoort.UITSTEL and gelezen(f.toelichting, redenen)), None)


def _afdoening(sessie: Session, rij: VragensetRij) -> FeitRij | None:
    return next((f for f in vragensets.feitrijen(sessie, rij.id) if f.soort in afdoening.WIJZEN), None)


def _dag(sessie: Session, rij: VragensetRij, soort: Feitsoort) -> date | None:
    return next((f.datum for f in vragensets.feitrijen(sessie, rij.id) if f.soort == soort), None)


def _lijstdocument(sessie: Session, rij: VragensetRij) -> tuple[str, str] | None:
    """The committee's own table, as it was taken in."""
    return next(
        (
            (d.sha256, d.naam)
            for d in reversed(documenten.documenten(sessie, rij.id))
            if d.soort == "vragen" and d.naam.lower().endswith(".docx")
        ),
        None,
    )
