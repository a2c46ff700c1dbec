"""A set as a package: whole for the archive, or without anything internal for whoever may read what the Kamer has.

*Bron:* Archiefwet (goede, geordende en toegankelijke staat); MDTO; Woo art. 3.1.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, SQLModel

from kamervragen.antwoorden.store import afwegingen, antwoorden, hergebruik
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.packing import mdto
from kamervragen.documents.packing.omzetten import Vorm, beurt, zet_alle_om
from kamervragen.documents.packing.vaste_zip import vast
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import AAN_DE_KAMER, AFGEDAAN, Status, status_van
from kamervragen.domain.vragenset import Vragenset, merken_in
from kamervragen.inname.lezen import contract_van_set
from kamervragen.language.citations.citaten import teksten
from kamervragen.lijn import rectificatiebeeld
from kamervragen.lijn.store import bijdragen, route
from kamervragen.lijn.store import rectificaties as rectificatiekast
from kamervragen.papieren import bijlagen
from kamervragen.papieren.soorten import SOORTEN
from kamervragen.papieren.store import terugkeer
from kamervragen.register.store import toezeggingen
from kamervragen.sets.rows import EIGEN_VELDEN, VragensetRij
from kamervragen.sets.store import documenten, vragensets
from kamervragen.sets.toegang import set_voor

_BRON = "kamervragen"
_VREEMD = re.compile(r"[^\w.() -]")


def archief(huis: Huis, wie: Wie, sleutel: str) -> Bestand:
    """A whole set as a zip: documents, what came in, attachments, versions, decisions, MDTO metadata and checksums."""
    with handeling(huis, wie, Handeling.ARCHIVEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        s = vragensets.laad(werk.sessie, rij.id)
        woord, dag = _gemaakt(huis, werk.sessie, rij, s), s.ontvangen or s.gedagtekend
        delen = {}
        for document in documenten.documenten(werk.sessie, rij.id):
            naam = f"ingekomen/{document.id:04}-{_veilig(document.naam)}"
            delen[naam] = files.lees(huis.settings.documenten, document.sha256)
        delen["gegevens.json"] = _json({"set": contract_van_set(s), **_dossier(werk.sessie, rij)})
        dossier = _mdto(huis, werk.sessie, rij, s)
        moment = werk.moment
    delen |= {f"documenten/{naam}": data for naam, data in met_pdf(huis, woord, dag).items()}
    metagegevens = {f"{pad}.mdto.xml": mdto.bestand(pad, data, dossier, moment) for pad, data in delen.items()}
    delen["mdto.xml"] = mdto.dossier(dossier, sorted(delen))
    delen |= metagegevens
    delen["controlesommen.sha256"] = mdto.controlesommen(delen.items())
    return Bestand(f"archief-{s.zaaknummer or sleutel}.zip", zip_van(delen))


def openbaar(huis: Huis, wie: Wie, sleutel: str) -> Bestand:
    """What the Kamer has of a set, as a zip: nothing of how it came about.

    :raises Ongeldig: the Kamer does not have it, or a paper that goes along still carries what should not leave.
    """
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        status = status_van(vragensets.feiten(werk.sessie, rij.id))
        if not deelbaar(status):
            raise Ongeldig("Deze set is nog niet naar de Kamer. Daarna kunt u haar delen.")
        s = _zoals_gedrukt(vragensets.laad(werk.sessie, rij.id), beantwoord=status in AAN_DE_KAMER)
        woord, dag = _gemaakt(huis, werk.sessie, rij, s), s.ontvangen or s.gedagtekend
        delen = schone_bijlagen(huis, werk.sessie, rij) if status in AAN_DE_KAMER else {}
    delen |= {**met_pdf(huis, woord, dag), "gegevens.json": _json(contract_van_set(s))}
    delen["controlesommen.sha256"] = mdto.controlesommen(delen.items())
    return Bestand(f"openbaar-{s.zaaknummer or sleutel}.zip", zip_van(delen))


def schone_bijlagen(huis: Huis, sessie: Session, rij: VragensetRij) -> dict[str, bytes]:
    """What goes along with the letter, in its order, by the path in a package.

    :raises Ongeldig: one of them still carries what should not leave.
    """
    mee = bijlagen.naar_de_kamer(sessie, rij.id)
    if vuil := [d.titel or d.naam for d in mee if d.aantallen]:
        raise Ongeldig(
            "In %(vuil)s zitten nog opmerkingen, wijzigingen of namen. Vervang het stuk door een schone versie.",
            vuil=", ".join(vuil),
        )
    return {
        f"bijlagen/{nummer:02}-{_veilig(d.titel or d.naam)}.{'docx' if d.naam.lower().endswith('.docx') else 'pdf'}": files.lees(
            huis.settings.documenten, d.sha256
        )
        for nummer, d in enumerate(mee, 1)
    }


def deelbaar(status: Status) -> bool:
    """Whether the Kamer has this set, or the letter that ended it."""
    return status in (AAN_DE_KAMER | AFGEDAAN) - {Status.OVERGEDRAGEN}


def _zoals_gedrukt(s: Vragenset, *, beantwoord: bool) -> Vragenset:
    """The set as the Kamer has it: its answers when they were sent, and only the notes that its texts call."""
    eigen = s if beantwoord else replace(s, antwoorden=())
    geroepen = {id for _plaats, tekst in teksten(replace(eigen, noten=())) for id in merken_in(tekst)}
    return replace(eigen, noten=tuple(noot for noot in s.noten if noot.id in geroepen))


def _gemaakt(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> dict[str, bytes]:
    """The documents that went out, as Word: the answers only once the Kamer has them, with the corrections that were sent."""
    beantwoord = status_van(vragensets.feiten(sessie, rij.id)) in AAN_DE_KAMER
    uit = {
        papier.value: soort.maak(huis, sessie, rij, s)
        for papier, soort in SOORTEN.items()
        if soort.bij_de_set and (beantwoord or not soort.met_antwoorden) and not soort.waarom_niet(sessie, rij, s)
    }
    for nummer, r in enumerate(reversed(rectificatiekast.van_set(sessie, rij.id)), 1):
        if r.verzonden_op is not None:
            uit[f"rectificatie-{nummer}"] = rectificatiebeeld.als_word(huis, sessie, r, rij, s, r.antwoord_id)
    return uit


def met_pdf(huis: Huis, woord: dict[str, bytes], dag: date | None) -> dict[str, bytes]:
    """Documents as Word and, where LibreOffice is and manages, as PDF for whoever comes later."""
    uit = {f"{naam}.docx": data for naam, data in woord.items()}
    if shutil.which(huis.settings.libreoffice):
        with suppress(Ongeldig):  # a package without PDF is better than none
            with beurt(Vorm.PDF):
                pdf = zet_alle_om(woord, Vorm.PDF, op=dag, programma=huis.settings.libreoffice)
            uit |= {f"{naam}.pdf": data for naam, data in pdf.items()}
    return uit


def _dossier(sessie: Session, rij: VragensetRij) -> dict[str, Any]:
    """How the answers came about: every version, remark, initial, fact and promise, with who and when."""
    id = rij.id
    alle = vragensets.antwoorden_van(sessie, id)
    return {
        "sleutel": rij.sleutel,
        **{veld: getattr(rij, veld) for veld in EIGEN_VELDEN},
        "antwoorden": [
            {
                "vragen": list(labels),
                "versies": [_rij(v) for v in reversed(antwoorden.versies(sessie, antwoord.id))],
            }
            for antwoord, labels in alle
        ],
        "opmerkingen": [_rij(o) for o in afwegingen.opmerkingen(sessie, rij.id)],
        "parafen": [_rij(p) for p in route.parafen(sessie, id)],
        "toewijzingen": [_rij(t) for t in route.toewijzingen(sessie, id)],
        "verloop": [_rij(f) for f in vragensets.feitrijen(sessie, id)],
        "overdrachten": [_rij(o) for o in route.overdrachten(sessie, id)],
        "bijdrageverzoeken": [_rij(v) for v in bijdragen.verzoeken(sessie, id)],
        "bijdragen": [_rij(b) for v in bijdragen.verzoeken(sessie, id) for b in bijdragen.van_verzoek(sessie, v.id)],
        "afwegingen": [_rij(a) for a in afwegingen.van_set(sessie, id).values()],
        "hergebruik": [_rij(h) for paren in hergebruik.herkomst(sessie, rij.id).values() for h, _bron in paren],
        "rectificaties": [_rij(r) for r in rectificatiekast.van_set(sessie, id)],
        "teruggekomen": [_rij(v) for v in terugkeer.voorstellen(sessie, [t.id for t in terugkeer.van_set(sessie, id)])],
        "toezeggingen": [_rij(t) for t in toezeggingen.van_set(sessie, id)],
        "stukken": [_rij(d) for d in documenten.documenten(sessie, id)],
    }


def _mdto(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset) -> mdto.Dossier:
    feiten = vragensets.feitrijen(sessie, rij.id)
    dagen = [dag for dag in (s.ingezonden, s.ontvangen or s.gedagtekend, *(f.datum for f in feiten)) if dag]
    kenmerken = [
        (rij.dms_kenmerk or "", huis.settings.ministerie),
        (str(s.zaaknummer or ""), "Tweede Kamer der Staten-Generaal"),
        (str(s.aanhangselnummer or ""), "Officiële bekendmakingen"),
    ]
    return mdto.Dossier(
        kenmerk=rij.sleutel,
        bron=_BRON,
        naam=f"Kamervragen over {s.onderwerp or s.zaaknummer or rij.sleutel}",
        archiefvormer=huis.settings.ministerie,
        waardering=huis.settings.waardering,
        andere_kenmerken=tuple(paar for paar in kenmerken if paar[0]),
        trefwoorden=("schriftelijke Kamervragen",),
        dekking=(min(dagen), max(dagen)) if dagen else None,
        gebeurtenissen=tuple(mdto.Gebeurtenis(f.soort, f.datum) for f in feiten),
    )


def _rij(rij: SQLModel) -> dict[str, Any]:
    return rij.model_dump(mode="json")


def _json(waarde: Any) -> bytes:
    def anders(ding: object) -> str:
        return ding.isoformat() if isinstance(ding, date | datetime) else str(ding)

    return json.dumps(waarde, ensure_ascii=False, indent=2, sort_keys=True, default=anders).encode()


def _veilig(naam: str) -> str:
    """A name that every file system takes, without a folder in it."""
    return _VREEMD.sub("_", naam).strip(" .")[:100] or "stuk"


def zip_van(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doel:
        for pad, data in delen.items():
            doel.writestr(pad, data)
    return vast(uit.getvalue())
