"""A document comes in: read, joined to its set or made one, and never over what a person wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from sqlmodel import Session, col, select

from kamervragen import catalogus
from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Antwoord, Soort, Vragenset
from kamervragen.language.citaten import citaten
from kamervragen.storage import antwoorden, bestanden, tellers, vragensets
from kamervragen.storage.tables import AanhangselRij, DocumentRij, NootRij, VraagRij, VragensetRij
from kamervragen.usecases import vondsten
from kamervragen.usecases.handeling import Huis, Werk, Wie, handeling
from kamervragen.usecases.index import plan_index

_FEIT_BIJ = {
    Soort.ANTWOORD: Feitsoort.ONTVANGEN,
    Soort.UITSTEL: Feitsoort.UITSTEL,
    Soort.BEANTWOORD_BIJ_BRIEF: Feitsoort.BEANTWOORD_BIJ_BRIEF,
    Soort.INGETROKKEN: Feitsoort.INGETROKKEN,
}


class Uitkomst(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "gelijk"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True)
class Verslag:
    """What became of one file. Of a refused one `reden` says what to do."""

    bestand: str
    uitkomst: Uitkomst
    sleutel: str | None = None
    soort: Soort | None = None
    vragen: int = 0
    antwoorden: int = 0
    noten: int = 0
    citaties: int = 0
    meldingen: tuple[Melding, ...] = ()
    reden: str | None = None

    def als_json(self) -> dict[str, Any]:
        """The object that `kamervragen import --json` prints for a file."""
        meldingen = [
            {"code": m.code, "tekst": catalogus.woorden(m.code, m.feiten), "plaats": m.plaats} for m in self.meldingen
        ]
        if self.reden:
            meldingen.append({"code": "geweigerd", "tekst": self.reden, "plaats": "set"})
        return {
            "bestand": self.bestand,
            "sleutel": self.sleutel,
            "uitkomst": self.uitkomst.value,
            "soort": self.soort.value if self.soort else None,
            "vragen": self.vragen,
            "antwoorden": self.antwoorden,
            "noten": self.noten,
            "citaties": self.citaties,
            "meldingen": meldingen,
        }


@dataclass
class _Opname:
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


def take_in(huis: Huis, wie: Wie, data: bytes, naam: str) -> Verslag:
    """Takes in one document. A file that cannot be taken in comes back as geweigerd, with nothing recorded.

    :raises NietToegestaan: without the right to take documents in.
    """
    kort = PurePath(naam.replace("\\", "/")).name
    try:
        lezing = _met_bestandsnaam(lees(data, kort), kort)
        with handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, kort) as werk:
            sha = bestanden.bewaar(huis.settings.documenten, data)
            opname = _opname(werk, lezing.vragenset, kort)
            werk.object = opname.rij.sleutel
            if vragensets.heeft_document(werk.sessie, opname.id, sha):
                return _verslag(kort, lezing, opname, Uitkomst.GELIJK)
            _verwerk(opname)
            werk.sessie.add(
                DocumentRij(
                    vragenset_id=opname.id,
                    sha256=sha,
                    naam=kort,
                    soort=lezing.vragenset.soort.value,
                    moment=werk.moment,
                )
            )
            if opname.nieuw or opname.gewijzigd:
                plan_index(werk.sessie, opname.id, werk.moment)
            uitkomst = Uitkomst.NIEUW if opname.nieuw else Uitkomst.GEWIJZIGD if opname.gewijzigd else Uitkomst.GELIJK
            return _verslag(kort, lezing, opname, uitkomst)
    except Fout as fout:
        if type(fout).__name__ == "NietToegestaan":
            raise
        return Verslag(kort, Uitkomst.GEWEIGERD, reden=fout.bericht)


def _met_bestandsnaam(lezing: Lezing, naam: str) -> Lezing:
    """Numbers that only the file's name carries, with a doubt that says so."""
    s, meldingen = lezing.vragenset, list(lezing.meldingen)
    if s.zaaknummer is None and (treffer := re.search(r"(?<!\d)(?:19|20)\d{2}Z\d{5}(?!\d)", naam)):
        s = replace(s, zaaknummer=Zaaknummer.parse(treffer.group()))
        meldingen.append(melding("nummer_uit_bestandsnaam", "kop", nummer=treffer.group()))
    if s.aanhangselnummer is None and (treffer := re.search(r"ah-(?:tk|ek)-\d{8}-\d{1,4}(?:-[hn]\d+)?", naam)):
        s = replace(s, aanhangselnummer=Aanhangselnummer.parse(treffer.group()))
        meldingen.append(melding("nummer_uit_bestandsnaam", "kop", nummer=treffer.group()))
    return replace(lezing, vragenset=s, meldingen=tuple(meldingen))


def _opname(werk: Werk, vragenset: Vragenset, naam: str) -> _Opname:
    """The set this document belongs to: by a shared number, else by equal questions, else a new one.

    :raises Ongeldig: when its numbers point to two different sets.
    """
    sessie = werk.sessie
    tellers.vergrendel(sessie, "sleutel")  # of two papers of one new set, the second finds the first
    gevonden: dict[str, VragensetRij] = {}
    if vragenset.zaaknummer and (rij := vragensets.op_zaaknummer(sessie, vragenset.zaaknummer)):
        gevonden[rij.sleutel] = rij
    eigen = [vragenset.aanhangselnummer] if vragenset.aanhangselnummer else []
    for nummer in (*eigen, *vragenset.zie_ook):
        if rij := vragensets.op_aanhangselnummer(sessie, nummer):
            gevonden[rij.sleutel] = rij
    if eigen and (rij := vragensets.op_zie_ook(sessie, eigen[0])):
        gevonden[rij.sleutel] = rij
    if len(gevonden) > 1:
        raise Ongeldig(
            f"De nummers in {naam} horen bij verschillende sets ({', '.join(sorted(gevonden))}). "
            "Controleer het zaaknummer en het Aanhangselnummer."
        )
    if gevonden:
        return _Opname(werk, vragenset, naam, next(iter(gevonden.values())), nieuw=False)
    if (gelijk := _gelijke_vragen(sessie, vragenset)) is not None:
        return _Opname(werk, vragenset, naam, gelijk, nieuw=False)
    return _Opname(werk, vragenset, naam, vragensets.nieuw(sessie, vragenset, werk.moment), nieuw=True)


def _gelijke_vragen(sessie: Session, vragenset: Vragenset) -> VragensetRij | None:
    """The one set with the same questions, whose numbers, askers and dates do not contradict this document."""
    if not vragenset.vragen:
        return None
    kandidaten = []
    for rij in vragensets.op_vingerafdruk(sessie, vragensets.vingerafdruk(vragenset)):
        assert rij.id is not None
        bekend = vragensets.laad(sessie, rij.id)
        namen = {lid.naam.casefold() for lid in bekend.indieners}
        strijdig = (
            _verschilt(bekend.zaaknummer, vragenset.zaaknummer)
            or _verschilt(bekend.ingezonden, vragenset.ingezonden)
            or _verschilt(bekend.ontvangen, vragenset.ontvangen)
            or (namen and vragenset.indieners and namen != {lid.naam.casefold() for lid in vragenset.indieners})
        )
        if not strijdig:
            kandidaten.append(rij)
    return kandidaten[0] if len(kandidaten) == 1 else None


def _verschilt(een: object | None, ander: object | None) -> bool:
    return een is not None and ander is not None and een != ander


def _verwerk(opname: _Opname) -> None:
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


def _vul_velden(opname: _Opname) -> None:
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


def _vragen(opname: _Opname) -> None:
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


def _noten(opname: _Opname) -> None:
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


def _antwoorden(opname: _Opname) -> None:
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


def _nieuw_antwoord(opname: _Opname, antwoord: Antwoord, vraag_ids: dict[str, int | None], volgorde: int) -> None:
    ids = [id for label in antwoord.labels if (id := vraag_ids.get(label)) is not None]
    rij = antwoorden.nieuw(
        opname.sessie, opname.id, ids, antwoord.tekst, volgorde=volgorde, auteur=opname.naam,
        moment=opname.werk.moment, bewerkt=False,
    )  # fmt: skip
    assert rij.id is not None
    opname.gewijzigd = True
    _vind(opname, rij.id, antwoord.tekst)


def _vind(opname: _Opname, antwoord_id: int, tekst: str) -> None:
    s = opname.vragenset
    op = s.ontvangen or s.gedagtekend or opname.werk.dag
    vondsten.herzie(opname.sessie, vragenset_id=opname.id, antwoord_id=antwoord_id, tekst=tekst, op=op)


def _aanhangsel(opname: _Opname) -> None:
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


def _feit_van_document(opname: _Opname) -> None:
    """The fact a document proves: its day is the day of receipt, or for a signed letter the day of the letter."""
    s = opname.vragenset
    if s.ontvangen:
        _feit(opname, _FEIT_BIJ[s.soort], s.ontvangen)
    elif s.soort is Soort.ANTWOORD and s.gedagtekend and s.ondertekenaars:
        _feit(opname, Feitsoort.VERZONDEN, s.gedagtekend)
    elif s.soort is not Soort.ANTWOORD:
        opname.meldingen.append(melding("mededeling_zonder_datum", "kop"))


def _feit(opname: _Opname, soort: Feitsoort, dag: date) -> None:
    opname.gewijzigd |= vragensets.voeg_feit_toe(
        opname.sessie, opname.id, soort, dag, actor=opname.werk.wie.naam, moment=opname.werk.moment
    )


def _stel_voor(opname: _Opname, veld: str, huidig: str, voorgesteld: str, antwoord_id: int | None) -> None:
    nieuw = antwoorden.voeg_voorstel_toe(
        opname.sessie, opname.id, antwoord_id=antwoord_id, veld=veld, huidig=huidig, voorgesteld=voorgesteld,
        bron=opname.naam, moment=opname.werk.moment,
    )  # fmt: skip
    opname.gewijzigd |= nieuw
    opname.meldingen.append(melding("tekst_verschilt", veld))


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())


def _verslag(naam: str, lezing: Lezing, opname: _Opname, uitkomst: Uitkomst) -> Verslag:
    s = lezing.vragenset
    return Verslag(
        naam, uitkomst, opname.rij.sleutel, s.soort, len(s.vragen), len(s.antwoorden), len(s.noten), len(citaten(s)),
        (*lezing.meldingen, *opname.meldingen),
    )  # fmt: skip
