"""A document comes in: read, joined to its set or made one, and never over what a person wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from sqlmodel import Session

from kamervragen import catalogus
from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.domain.errors import Fout, NietToegestaan, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Soort, Vragenset
from kamervragen.language.citaten import citaten
from kamervragen.storage import bestanden, tellers, vragensets
from kamervragen.storage.tables import VragensetRij
from kamervragen.usecases.handeling import Huis, Werk, Wie, eis_vooraf, handeling
from kamervragen.usecases.index import plan_index
from kamervragen.usecases.opname import Opname, verwerk


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


def take_in(huis: Huis, wie: Wie, data: bytes, naam: str) -> Verslag:
    """Takes in one document. A file that cannot be taken in comes back as geweigerd, with nothing recorded.

    :raises NietToegestaan: without the right to take documents in.
    """
    kort = PurePath(naam.replace("\\", "/")).name
    eis_vooraf(huis, wie, Handeling.DOCUMENT_INNEMEN, kort)
    try:
        lezing = _met_bestandsnaam(lees(data, kort), kort)
        with (
            bestanden.bewaard(huis.settings.documenten, data),
            handeling(huis, wie, Handeling.DOCUMENT_INNEMEN, kort) as werk,
        ):
            return _neem_op(werk, lezing, bestanden.sha256(data), kort)
    except NietToegestaan:
        raise
    except Fout as fout:
        return Verslag(kort, Uitkomst.GEWEIGERD, reden=fout.bericht)


def _neem_op(werk: Werk, lezing: Lezing, sha: str, naam: str) -> Verslag:
    """The document into its set, and the index told."""
    tellers.vergrendel(werk.sessie, "sleutel")  # of two papers of one new set, the second finds the first
    if (bekend := vragensets.set_met_document(werk.sessie, sha)) is not None:
        werk.object = bekend.sleutel
        return _verslag(naam, lezing, bekend.sleutel, Uitkomst.GELIJK)
    opname = _opname(werk, lezing.vragenset, naam)
    werk.object = opname.rij.sleutel
    verwerk(opname)
    vragensets.voeg_document_toe(
        werk.sessie, opname.id, sha256=sha, naam=naam, soort=lezing.vragenset.soort.value, moment=werk.moment
    )
    if opname.nieuw or opname.gewijzigd:
        plan_index(werk.sessie, opname.id, werk.moment)
    uitkomst = Uitkomst.NIEUW if opname.nieuw else Uitkomst.GEWIJZIGD if opname.gewijzigd else Uitkomst.GELIJK
    return _verslag(naam, lezing, opname.rij.sleutel, uitkomst, tuple(opname.meldingen))


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


def _opname(werk: Werk, vragenset: Vragenset, naam: str) -> Opname:
    """The set this document belongs to: by a shared number, else by equal questions, else a new one.

    :raises Ongeldig: when its numbers point to two different sets.
    """
    sessie = werk.sessie
    gevonden: dict[str, VragensetRij] = {}
    if vragenset.zaaknummer and (rij := vragensets.op_zaaknummer(sessie, vragenset.zaaknummer)):
        gevonden[rij.sleutel] = rij
    eigen = [vragenset.aanhangselnummer] if vragenset.aanhangselnummer else []
    for nummer in (*eigen, *vragenset.zie_ook):
        if rij := vragensets.op_aanhangselnummer(sessie, nummer):
            gevonden[rij.sleutel] = rij
    if eigen and (rij := vragensets.op_zie_ook(sessie, eigen[0])):
        gevonden[rij.sleutel] = rij
    strijdig = [r for r in gevonden.values() if _verschilt(r.zaaknummer, _als_tekst(vragenset.zaaknummer))]
    if len(gevonden) > 1 or strijdig:
        raise Ongeldig(
            f"De nummers in {naam} passen niet bij elkaar: ze wijzen naar {', '.join(sorted(gevonden))}"
            + (f" met zaaknummer {strijdig[0].zaaknummer}. " if strijdig else ". ")
            + "Controleer het zaaknummer en het Aanhangselnummer."
        )
    rij = next(iter(gevonden.values()), None) or _gelijke_vragen(sessie, vragenset)
    if rij is not None:
        vragensets.houd_vast(sessie, rij)  # nobody writes in this set until the document is in
        return Opname(werk, vragenset, naam, rij, nieuw=False)
    return Opname(werk, vragenset, naam, vragensets.nieuw(sessie, vragenset, werk.moment), nieuw=True)


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


def _als_tekst(waarde: object | None) -> str | None:
    return None if waarde is None else str(waarde)


def _verschilt(een: object | None, ander: object | None) -> bool:
    return een is not None and ander is not None and een != ander


def _verslag(
    naam: str, lezing: Lezing, sleutel: str, uitkomst: Uitkomst, meldingen: tuple[Melding, ...] = ()
) -> Verslag:
    s = lezing.vragenset
    return Verslag(
        naam, uitkomst, sleutel, s.soort, len(s.vragen), len(s.antwoorden), len(s.noten), len(citaten(s)),
        (*lezing.meldingen, *meldingen),
    )  # fmt: skip
