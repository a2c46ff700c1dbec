"""What stands in each document of a set: the values its writer needs, brought together."""

from __future__ import annotations

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
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.uitstel import gelezen
from kamervragen.domain.vragenset import Kamer, Vragenset, merken_in
from kamervragen.language.citations.citaten import citaten
from kamervragen.papieren import bijlagen, conceptpapier, sjablonen
from kamervragen.papieren.voorwaarden import afgedaan, dag, lijstdocument, uitstel
from kamervragen.register.rows import ToezeggingRij
from kamervragen.register.store import toezeggingen
from kamervragen.sets import standen, uitstelredenen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets


def brief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the letter with its annex."""
    mee = tuple(d.titel or d.naam for d in bijlagen.naar_de_kamer(sessie, rij.id))
    gegevens = sjablonen.brief(rij, dag(sessie, rij, Feitsoort.VERZONDEN) or s.gedagtekend or s.ontvangen, mee)
    return brief_writer.render(s, gegevens, sjablonen.pad(huis, BRIEF))


def antwoord(huis: Huis, _sessie: Session, _rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the answer as the Kamer registers it."""
    return aanhangsel.render(s, sjablonen.pad(huis, AANHANGSEL))


def gedrukt_(huis: Huis, _sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the printed form."""
    return gedrukt.render(s, sjablonen.pad(huis, GEDRUKT), Kamer(rij.kamer))


def lijst(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Fills the committee's own table."""
    document = lijstdocument(sessie, rij)
    assert document is not None
    sha256, naam = document
    return lijst_terug.render(files.lees(huis.settings.documenten, sha256), naam, s, s.ontvangen or s.gedagtekend)


def uitstelbrief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the notice of delay."""
    gemeld = uitstel(sessie, rij)
    assert gemeld is not None
    redenen = uitstelredenen.redenen(sessie)
    waarom = gelezen(gemeld.toelichting, redenen)
    assert waarom is not None
    code, toelichting = waarom
    gegevens = sjablonen.brief(rij, gemeld.datum)
    return uitstelbericht.render(s, redenen[code].omdat, toelichting, gegevens, sjablonen.pad(huis, MEDEDELING))


def afdoeningsbrief(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the notice that a set ended without answers of its own."""
    feit = afgedaan(sessie, rij)
    assert feit is not None
    toelichting = feit.toelichting or ""
    if feit.soort == Feitsoort.INGETROKKEN:
        alineas, betreft = afdoening_writer.ingetrokken(s, feit.datum, toelichting), "Intrekking van Kamervragen"
    else:
        alineas = afdoening_writer.bij_brief(s, feit.datum, toelichting)
        betreft = "Beantwoording bij brief van Kamervragen"
    gegevens = sjablonen.brief(rij, feit.datum)
    return brief_writer.als_mededeling(s, alineas, betreft, gegevens, sjablonen.pad(huis, MEDEDELING))


def beslisnota_(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the frame of the note for the minister."""
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


def tas_(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the folder for the minister."""
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


def concept(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the concept with its remarks, for Word."""
    return conceptpapier.maak(huis, sessie, rij, s)


def wijzigingen(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> bytes:
    """Writes the concept with what changed in it."""
    return conceptpapier.maak(huis, sessie, rij, s, met_wijzigingen=True)


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
