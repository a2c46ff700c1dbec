"""A read document into its set: adds what the set does not know, proposes what differs, overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from kamervragen.documents.lezing import Melding, melding
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Antwoord, Soort, Vragenset
from kamervragen.storage import antwoorden, vragensets
from kamervragen.storage.tables import AanhangselRij, NootRij, VraagRij, VragensetRij
from kamervragen.usecases import vondsten
from kamervragen.usecases.handeling import Werk

_FEIT_BIJ = {
    Soort.ANTWOORD: Feitsoort.ONTVANGEN,
    Soort.UITSTEL: Feitsoort.UITSTEL,
    Soort.BEANTWOORD_BIJ_BRIEF: Feitsoort.BEANTWOORD_BIJ_BRIEF,
    Soort.INGETROKKEN: Feitsoort.INGETROKKEN,
}


@dataclass
class Opname:
    """A document on its way into a set: what it changed, and what it doubts."""

    werk: Werk
    vragenset: Vragenset
    naam: str
    rij: VragensetRij
    nieuw: bool
    gewijzigd: bool = False
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def id(self) -> int:
        assert self.rij.id is not None
        return self.rij.id

    @property
    def sessie(self) -> Session:
        return self.werk.sessie


def verwerk(opname: Opname) -> None:
    """Adds what the document knows and the set does not; what differs is reported or proposed, never overwritten."""
    s = opname.vragenset
    if opname.nieuw:
        _feit(opname, Feitsoort.GEREGISTREERD, opname.werk.dag)
    _vul_velden(opname)
    opname.gewijzigd |= vragensets.zet_betrokkenen(opname.sessie, opname.id, s)
    _vragen(opname)
    _noten(opname)
    _antwoorden(opname)
    _aanhangsel(opname)
    if s.soort is not Soort.VRAGEN:
        _feit_van_document(opname)


def _vul_velden(opname: Opname) -> None:
    rij, s = opname.rij, opname.vragenset
    ontvangen = s.ontvangen if s.soort is Soort.ANTWOORD else None
    nieuw: dict[str, object | None] = {
        "zaaknummer": str(s.zaaknummer) if s.zaaknummer else None,
        "onderwerp": s.onderwerp,
        "ingezonden": s.ingezonden,
        "ontvangen": ontvangen,
        "gedagtekend": s.gedagtekend,
        "inleiding": s.inleiding,
        "toelichting": s.toelichting,
        "slot": s.slot,
        "kenmerken": list(s.kenmerken) or None,
        "zie_ook": [str(nummer) for nummer in s.zie_ook] or None,
    }
    for veld, waarde in nieuw.items():
        bestaand = getattr(rij, veld)
        if waarde is None or bestaand == waarde:
            continue
        if not bestaand:
            setattr(rij, veld, waarde)
            opname.gewijzigd = True
        elif isinstance(waarde, date):
            opname.meldingen.append(melding("datums_verschillen", "kop", veld=veld, nieuw=waarde, bestaand=bestaand))
    opname.sessie.add(rij)
    opname.sessie.flush()


def _vragen(opname: Opname) -> None:
    bekend = {rij.label: rij for rij in vragensets.vragen(opname.sessie, opname.id)}
    for volgorde, vraag in enumerate(opname.vragenset.vragen):
        rij = bekend.get(vraag.label)
        if rij is None:
            nieuw = VraagRij(
                vragenset_id=opname.id, volgorde=volgorde, nummer=vraag.nummer, label=vraag.label, tekst=vraag.tekst
            )
            opname.sessie.add(nieuw)
            opname.gewijzigd = True
        elif _plat(rij.tekst) != _plat(vraag.tekst):
            _stel_voor(opname, f"vraag-{vraag.label}", rij.tekst, vraag.tekst, None)
    opname.sessie.flush()
    if opname.vragenset.vragen and (opname.nieuw or not bekend):
        opname.rij.vingerafdruk = vragensets.vingerafdruk(opname.vragenset)


def _noten(opname: Opname) -> None:
    """Notes by kind and number; a known number with another text is proposed, not overwritten."""
    bekend = {(rij.soort, rij.nummer): rij for rij in vragensets.noten(opname.sessie, opname.id)}
    for noot in opname.vragenset.noten:
        rij = bekend.get((noot.soort.value, noot.nummer))
        if rij is None:
            opname.sessie.add(
                NootRij(
                    vragenset_id=opname.id, soort=noot.soort.value, nummer=noot.nummer, tekst=noot.tekst, url=noot.url
                )
            )
            opname.gewijzigd = True
        elif _plat(rij.tekst) != _plat(noot.tekst):
            _stel_voor(opname, f"noot-{noot.id}", rij.tekst, noot.tekst, None)
    opname.sessie.flush()


def _antwoorden(opname: Opname) -> None:
    vraag_ids = {rij.label: rij.id for rij in vragensets.vragen(opname.sessie, opname.id)}
    for volgorde, antwoord in enumerate(opname.vragenset.antwoorden):
        bestaand = [
            (rij, labels)
            for rij, labels in vragensets.antwoorden_van(opname.sessie, opname.id)
            if set(labels) & set(antwoord.labels)
        ]
        if not bestaand:
            _nieuw_antwoord(opname, antwoord, vraag_ids, volgorde)
            continue
        rij, _ = bestaand[0]
        assert rij.id is not None
        if not rij.tekst and not rij.bewerkt:
            antwoorden.bewaar(
                opname.sessie, rij.id, antwoord.tekst, versie=rij.versie, auteur=opname.naam,
                moment=opname.werk.moment, bewerkt=False,
            )  # fmt: skip
            opname.gewijzigd = True
            _vind(opname, rij.id, antwoord.tekst)
        elif _plat(rij.tekst) != _plat(antwoord.tekst):
            _stel_voor(opname, f"antwoord-{antwoord.labels[0]}", rij.tekst, antwoord.tekst, rij.id)


def _nieuw_antwoord(opname: Opname, antwoord: Antwoord, vraag_ids: dict[str, int | None], volgorde: int) -> None:
    ids = [id for label in antwoord.labels if (id := vraag_ids.get(label)) is not None]
    rij = antwoorden.nieuw(
        opname.sessie, opname.id, ids, antwoord.tekst, volgorde=volgorde, auteur=opname.naam,
        moment=opname.werk.moment, bewerkt=False,
    )  # fmt: skip
    assert rij.id is not None
    opname.gewijzigd = True
    _vind(opname, rij.id, antwoord.tekst)


def _vind(opname: Opname, antwoord_id: int, tekst: str) -> None:
    s = opname.vragenset
    op = s.ontvangen or s.gedagtekend or opname.werk.dag
    vondsten.herzie(opname.sessie, vragenset_id=opname.id, antwoord_id=antwoord_id, tekst=tekst, op=op)


def _aanhangsel(opname: Opname) -> None:
    s = opname.vragenset
    if s.aanhangselnummer is None:
        if s.mededeling and s.soort is not Soort.ANTWOORD:
            opname.meldingen.append(melding("mededeling_zonder_nummer", "kop"))
        return
    vraag = select(AanhangselRij).where(AanhangselRij.nummer == str(s.aanhangselnummer))
    if opname.sessie.exec(vraag.order_by(col(AanhangselRij.id))).first() is None:
        opname.sessie.add(
            AanhangselRij(
                vragenset_id=opname.id, nummer=str(s.aanhangselnummer), soort=s.soort.value, ontvangen=s.ontvangen,
                mededeling=s.mededeling,
            )
        )  # fmt: skip
        opname.sessie.flush()
        opname.gewijzigd = True


def _feit_van_document(opname: Opname) -> None:
    """The fact a document proves: its day is the day of receipt, or for a signed letter the day of the letter."""
    s = opname.vragenset
    if s.ontvangen:
        _feit(opname, _FEIT_BIJ[s.soort], s.ontvangen)
    elif s.soort is Soort.ANTWOORD and s.gedagtekend and s.ondertekenaars:
        _feit(opname, Feitsoort.VERZONDEN, s.gedagtekend)
    elif s.soort is not Soort.ANTWOORD:
        opname.meldingen.append(melding("mededeling_zonder_datum", "kop"))


def _feit(opname: Opname, soort: Feitsoort, dag: date) -> None:
    opname.gewijzigd |= vragensets.voeg_feit_toe(
        opname.sessie, opname.id, soort, dag, actor=opname.werk.wie.naam, moment=opname.werk.moment
    )


def _stel_voor(opname: Opname, veld: str, huidig: str, voorgesteld: str, antwoord_id: int | None) -> None:
    nieuw = antwoorden.voeg_voorstel_toe(
        opname.sessie, opname.id, antwoord_id=antwoord_id, veld=veld, huidig=huidig, voorgesteld=voorgesteld,
        bron=opname.naam, moment=opname.werk.moment,
    )  # fmt: skip
    opname.gewijzigd |= nieuw
    opname.meldingen.append(melding("tekst_verschilt", veld))


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())
