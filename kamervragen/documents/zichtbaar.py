"""What a layout shows of a set. Reading a written file back gives exactly this."""

from __future__ import annotations

from dataclasses import replace

from kamervragen.documents.text.markdown import lees_markdown, schrijf_markdown
from kamervragen.documents.text.opmaak import TUSSENKOP, Alinea, Blok, zonder_geheel_vet
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.vragenset import MERK, Antwoord, Bewindspersoon, Noot, Nootsoort, Soort, Vraag, Vragenset


def zichtbaar(vragenset: Vragenset) -> Vragenset:
    """As `met_nootnamen`, without the names."""
    return met_nootnamen(vragenset)[0]


def met_nootnamen(vragenset: Vragenset) -> tuple[Vragenset, dict[str, str]]:
    """The set as it shows, and the ids of its notes there -> those they have in the record.

    The set as the registered answer shows it: no letter, no askers, no subject, notes numbered as they are called.

    Questions, answers, their grouping and every called note are always in it.
    *Bron:* the registered Word files of the Tweede Kamer.
    """
    plaats = {vraag.label: index for index, vraag in enumerate(vragenset.vragen)}
    antwoorden = sorted(
        (a for a in vragenset.antwoorden if a.tekst.strip()),
        key=lambda a: max((plaats.get(label, -1) for label in a.labels), default=-1),
    )
    vragen = tuple(replace(vraag, tekst=genormaliseerd(vraag.tekst)) for vraag in vragenset.vragen)
    antwoorden = [Antwoord(_geordend(a.labels, plaats), genormaliseerd(a.tekst)) for a in antwoorden]
    volgorde = _aanroepen(vragen, antwoorden)
    noten, nieuw = _hernummerd(vragenset, volgorde)
    ontvangen = vragenset.ontvangen
    nummer = vragenset.aanhangselnummer
    toont_nummer = nummer and ontvangen and nummer.vergaderjaar == Vergaderjaar.van_datum(ontvangen)
    getoond = Vragenset(
        soort=Soort.ANTWOORD if antwoorden else Soort.VRAGEN,
        zaaknummer=vragenset.zaaknummer,
        aanhangselnummer=replace(nummer, uitgave="", kamer="tk") if nummer and toont_nummer else None,
        vergaderjaar=Vergaderjaar.van_datum(ontvangen) if ontvangen else None,
        ondertekenaars=tuple(_gedrukt(persoon) for persoon in vragenset.ondertekenaars),
        mede_namens=tuple(_gedrukt(persoon) for persoon in vragenset.mede_namens) if vragenset.ondertekenaars else (),
        ontvangen=ontvangen,
        zie_ook=tuple(replace(nummer, uitgave="") for nummer in vragenset.zie_ook),
        vragen=tuple(replace(vraag, tekst=_met(vraag.tekst, nieuw)) for vraag in vragen),
        antwoorden=tuple(Antwoord(a.labels, _met(a.tekst, nieuw)) for a in antwoorden),
        noten=noten,
        toelichting=genormaliseerd(MERK.sub("", vragenset.toelichting)) if vragenset.toelichting else None,
    )
    return getoond, {merk[2:-1]: id for id, merk in nieuw.items()}


def _geordend(labels: tuple[str, ...], plaats: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(labels, key=lambda label: plaats.get(label, -1)))


def _gedrukt(persoon: Bewindspersoon) -> Bewindspersoon:
    return replace(persoon, naam=persoon.achternaam)


def genormaliseerd(tekst: str) -> str:
    """A text as paper can show it: wholly bold paragraphs plain, headings of one level."""
    return schrijf_markdown(tuple(_blok(blok) for blok in lees_markdown(tekst)))


def _blok(blok: Blok) -> Blok:
    if not isinstance(blok, Alinea):
        return blok
    schoon = zonder_geheel_vet(blok)
    if schoon.kop:
        kaal = tuple(replace(stuk, vet=False, cursief=False) for stuk in schoon.stukken)
        return replace(schoon, kop=TUSSENKOP, stukken=kaal)
    return schoon


def _aanroepen(vragen: tuple[Vraag, ...], antwoorden: list[Antwoord]) -> list[str]:
    """Note ids in the order of their first call, as the page shows questions and answers."""
    over = list(antwoorden)
    ids: list[str] = []
    gezien: set[str] = set()
    for vraag in vragen:
        gezien.add(vraag.label)
        ids += MERK.findall(vraag.tekst)
        while over and set(over[0].labels) <= gezien:
            ids += MERK.findall(over.pop(0).tekst)
    for antwoord in over:
        ids += MERK.findall(antwoord.tekst)
    return list(dict.fromkeys(ids))


def _hernummerd(vragenset: Vragenset, volgorde: list[str]) -> tuple[tuple[Noot, ...], dict[str, str]]:
    per_soort: dict[Nootsoort, list[Noot]] = {Nootsoort.BRON: [], Nootsoort.VOETNOOT: []}
    nieuw: dict[str, str] = {}
    for id in volgorde:
        noot = vragenset.noot(id)
        if noot is None:
            continue
        rij = per_soort[noot.soort]
        rij.append(replace(noot, nummer=len(rij) + 1, tekst=genormaliseerd(noot.tekst)))
        nieuw[id] = rij[-1].merk
    return (*per_soort[Nootsoort.BRON], *per_soort[Nootsoort.VOETNOOT]), nieuw


def _met(tekst: str, nieuw: dict[str, str]) -> str:
    return MERK.sub(lambda treffer: nieuw.get(treffer[1], ""), tekst)
