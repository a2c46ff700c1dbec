"""A read document into its set: adds what the set does not know, proposes what differs, overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden
from kamervragen.catalogue.codes import veldnaam
from kamervragen.core.act import Werk
from kamervragen.documents.lezing import Melding, melding
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Antwoord, Soort, Vraag, Vragenset, met_merken, nummer_van
from kamervragen.language.velden import als_tekst, leesbaar
from kamervragen.register import vondsten
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import bronwaarden, koppen, vragensets

_FEIT_BIJ = {
    Soort.ANTWOORD: Feitsoort.ONTVANGEN,
    Soort.NADER_ANTWOORD: Feitsoort.ONTVANGEN,
    Soort.UITSTEL: Feitsoort.UITSTEL,
    Soort.BEANTWOORD_BIJ_BRIEF: Feitsoort.BEANTWOORD_BIJ_BRIEF,
    Soort.INGETROKKEN: Feitsoort.INGETROKKEN,
}


_ANTWOORDEN = (Soort.ANTWOORD, Soort.NADER_ANTWOORD)
_PERSONEN = ("indieners", "gericht_aan", "ondertekenaars", "mede_namens")


@dataclass
class Opname:
    """A document on its way into a set: what it changed, and what it doubts."""

    werk: Werk
    vragenset: Vragenset
    naam: str
    rij: VragensetRij
    nieuw: bool
    ook: tuple[str, ...] = ()
    gewijzigd: bool = False
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def id(self) -> int:
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
    opname.gewijzigd |= koppen.zet_betrokkenen(opname.sessie, opname.id, s)
    opname.vragenset = _met_noten_van_de_set(opname)
    _vragen(opname)
    _antwoorden(opname)
    _aanhangsel(opname)
    if s.soort is not Soort.VRAGEN:
        _feit_van_document(opname)


def _vul_velden(opname: Opname) -> None:
    """Fields the set does not know yet; of what differs both values are shown, and the set's own is kept."""
    rij, s = opname.rij, opname.vragenset
    huidig = vragensets.laad(opname.sessie, opname.id)
    nieuw: dict[str, object | None] = {
        "zaaknummer": str(s.zaaknummer) if s.zaaknummer else None,
        "onderwerp": s.onderwerp,
        "ingezonden": s.ingezonden,
        "ontvangen": s.ontvangen if s.soort in _ANTWOORDEN else None,
        "gedagtekend": s.gedagtekend,
        "inleiding": s.inleiding,
        "toelichting": s.toelichting,
        "slot": s.slot,
        "kenmerken": list(s.kenmerken) or None,
        "zie_ook": [str(nummer) for nummer in s.zie_ook] or None,
    }
    hersteld = bronwaarden.van_set(opname.sessie, opname.id)
    for veld, waarde in nieuw.items():
        bestaand = getattr(rij, veld)
        if waarde is None or bestaand == waarde:
            continue
        if not bestaand and veld not in hersteld:
            setattr(rij, veld, waarde)
            opname.gewijzigd = True
        elif isinstance(waarde, list) and veld not in hersteld:
            nieuw_in_lijst = [w for w in waarde if w not in bestaand]
            setattr(rij, veld, [*bestaand, *nieuw_in_lijst])
            opname.gewijzigd |= bool(nieuw_in_lijst)
        elif veld in hersteld or isinstance(waarde, date):
            _stel_veld_voor(opname, veld, huidig)
    for veld in _PERSONEN:
        if veld in hersteld and als_tekst(s, veld):
            _stel_veld_voor(opname, veld, huidig)
    opname.sessie.add(rij)
    opname.sessie.flush()


def _stel_veld_voor(opname: Opname, veld: str, huidig: Vragenset) -> None:
    """Both values of a field of the head, to choose from."""
    van_set, van_document = als_tekst(huidig, veld), als_tekst(opname.vragenset, veld)
    if van_set == van_document:
        return
    nieuw = antwoorden.voeg_voorstel_toe(
        opname.sessie,
        opname.id,
        antwoord_id=None,
        veld=veld,
        huidig=van_set,
        voorgesteld=van_document,
        bron=opname.naam,
        moment=opname.werk.moment,
    )
    if nieuw or antwoorden.is_open(opname.sessie, opname.id, veld, van_document):
        opname.gewijzigd = True
        nieuw_te_zien, oud_te_zien = leesbaar(veld, van_document), leesbaar(veld, van_set)
        opname.meldingen.append(
            melding("veld_verschilt", "kop", veld=veldnaam(veld), nieuw=nieuw_te_zien, bestaand=oud_te_zien)
        )


def _vragen(opname: Opname) -> None:
    """Questions by label. An answer whose question is not here yet gets its place, to be filled when it comes."""
    bekend = {rij.label: rij for rij in vragensets.vragen(opname.sessie, opname.id)}
    vragen = {vraag.label: vraag for vraag in opname.vragenset.vragen}
    zonder = [label for antwoord in opname.vragenset.antwoorden for label in antwoord.labels if label not in vragen]
    vragen |= {label: Vraag(nummer_van(label), label, "") for label in zonder}
    for volgorde, vraag in enumerate(vragen.values()):
        rij = bekend.get(vraag.label)
        if rij is None:
            vragensets.voeg_vraag_toe(opname.sessie, opname.id, vraag, volgorde)
            opname.gewijzigd = True
        elif vraag.tekst and not rij.tekst:
            rij.volgorde = volgorde
            vragensets.zet_vraagtekst(opname.sessie, rij, vraag.tekst)
            opname.gewijzigd = True
        elif vraag.tekst and _plat(rij.tekst) != _plat(vraag.tekst):
            _stel_voor(opname, f"vraag-{vraag.label}", rij.tekst, vraag.tekst, None)
    opname.sessie.flush()
    if opname.gewijzigd:
        opname.rij.vingerafdruk = vragensets.vingerafdruk(vragensets.laad(opname.sessie, opname.id))


def _met_noten_van_de_set(opname: Opname) -> Vragenset:
    """The document with its notes under numbers that are free in the set, and its marks after them.

    A note the set has already, word for word, is that note; so a colleague's mark never comes to say something else.
    """
    bekend = {(r.soort, r.nummer): r.tekst for r in vragensets.noten(opname.sessie, opname.id)}
    nieuw: dict[str, str] = {}
    for noot in opname.vragenset.noten:
        soort = noot.soort.value
        gelijk = [n for (s, n), tekst in bekend.items() if s == soort and _plat(tekst) == _plat(noot.tekst)]
        vrij = max((n for s, n in bekend if s == soort), default=0) + 1
        nummer = noot.nummer if (soort, noot.nummer) not in bekend else vrij
        if gelijk:
            nummer = noot.nummer if noot.nummer in gelijk else gelijk[0]
        else:
            vragensets.voeg_noot_toe(opname.sessie, opname.id, replace(noot, nummer=nummer))
            bekend[(soort, nummer)] = noot.tekst
            opname.gewijzigd = True
        nieuw[noot.id] = replace(noot, nummer=nummer).merk
    return met_merken(opname.vragenset, nieuw)


def _antwoorden(opname: Opname) -> None:
    """Answers by the questions they cover: an empty one is filled, a differing one proposed, a missing one added."""
    vraag_ids = {rij.label: rij.id for rij in vragensets.vragen(opname.sessie, opname.id)}
    for volgorde, antwoord in enumerate(opname.vragenset.antwoorden):
        bestaand = [
            (rij, labels)
            for rij, labels in vragensets.antwoorden_van(opname.sessie, opname.id)
            if set(labels) & set(antwoord.labels)
        ]
        gedekt = {label for _, labels in bestaand for label in labels}
        if over := tuple(label for label in antwoord.labels if label not in gedekt):
            _nieuw_antwoord(opname, Antwoord(over, antwoord.tekst), vraag_ids, volgorde)
        for rij, labels in bestaand:
            if not rij.tekst and not rij.bewerkt:
                antwoorden.bewaar(
                    opname.sessie,
                    rij.id,
                    antwoord.tekst,
                    versie=rij.versie,
                    auteur=opname.naam,
                    moment=opname.werk.moment,
                    bewerkt=False,
                )
                opname.gewijzigd = True
                _vind(opname, rij.id, antwoord.tekst)
            elif _plat(rij.tekst) != _plat(antwoord.tekst):
                _stel_voor(opname, f"antwoord-{labels[0]}", rij.tekst, antwoord.tekst, rij.id)


def _nieuw_antwoord(opname: Opname, antwoord: Antwoord, vraag_ids: dict[str, int], volgorde: int) -> None:
    ids = [id for label in antwoord.labels if (id := vraag_ids.get(label)) is not None]
    rij = antwoorden.nieuw(
        opname.sessie,
        opname.id,
        ids,
        antwoord.tekst,
        volgorde=volgorde,
        auteur=opname.naam,
        moment=opname.werk.moment,
        bewerkt=False,
    )
    opname.gewijzigd = True
    _vind(opname, rij.id, antwoord.tekst)


def _vind(opname: Opname, antwoord_id: int, tekst: str) -> None:
    s = opname.vragenset
    op = s.ontvangen or s.gedagtekend or opname.werk.dag
    vondsten.herzie(opname.sessie, vragenset_id=opname.id, antwoord_id=antwoord_id, tekst=tekst, op=op)


def _aanhangsel(opname: Opname) -> None:
    s = opname.vragenset
    if s.aanhangselnummer is None:
        if s.mededeling and s.soort not in _ANTWOORDEN:
            opname.meldingen.append(melding("mededeling_zonder_nummer", "kop"))
        return
    opname.gewijzigd |= vragensets.voeg_aanhangsel_toe(opname.sessie, opname.id, s)


def _feit_van_document(opname: Opname) -> None:
    """The fact a document proves: its day is the day of receipt, or for a signed letter the day of the letter."""
    s = opname.vragenset
    soort = _FEIT_BIJ[s.soort]
    bekend = {feit.datum for feit in vragensets.feiten(opname.sessie, opname.id) if feit.soort is soort}
    if s.ontvangen and bekend and soort is not Feitsoort.UITSTEL:
        return  # received once: another day is a doubt, told by `_vul_velden`
    if s.ontvangen:
        _feit(opname, soort, s.ontvangen)
    elif s.soort in _ANTWOORDEN and s.gedagtekend and s.ondertekenaars:
        _feit(opname, Feitsoort.VERZONDEN, s.gedagtekend)
    elif s.soort not in _ANTWOORDEN:
        opname.meldingen.append(melding("mededeling_zonder_datum", "kop"))


def _feit(opname: Opname, soort: Feitsoort, dag: date) -> None:
    opname.gewijzigd |= vragensets.voeg_feit_toe(
        opname.sessie, opname.id, soort, dag, actor=opname.werk.wie.naam, moment=opname.werk.moment
    )


def _stel_voor(opname: Opname, veld: str, huidig: str, voorgesteld: str, antwoord_id: int | None) -> None:
    nieuw = antwoorden.voeg_voorstel_toe(
        opname.sessie,
        opname.id,
        antwoord_id=antwoord_id,
        veld=veld,
        huidig=huidig,
        voorgesteld=voorgesteld,
        bron=opname.naam,
        moment=opname.werk.moment,
    )
    opname.gewijzigd |= nieuw
    opname.meldingen.append(melding("tekst_verschilt", veld))


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())
