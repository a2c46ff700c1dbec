"""Blocks of text -> a `Vragenset`: question by question, answer by answer, with what is doubted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.documents.readers import noten
from kamervragen.documents.readers.delen import MEDEDELING, Deel, is_kop, knip, met_vraagkoppen, ontvouwd
from kamervragen.documents.readers.hoofd import kop_van, kopgrens, platte_alineas
from kamervragen.documents.readers.kop import Kop
from kamervragen.documents.readers.lijst import knip_lijst, lees_lijstkop
from kamervragen.documents.readers.paren import genummerde_vragen, heeft_vraag, is_genummerd, paar
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, sporen_in
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Antwoord, Instrument, Noot, Nootsoort, Soort, Vraag, Vragenset
from kamervragen.language.datums import eerste_datum

_UITSTEL = re.compile(
    r"niet\s+binnen\s+de\s+(?:gebruikelijke|gestelde|daarvoor\s+gestelde)\s+termijn|uitstel", re.IGNORECASE
)
_BIJ_BRIEF = re.compile(
    r"\bbeantwoord\s+(?:middels|door\s+middel\s+van|bij|in|via|met)\s+(?:een|de|mijn)\s+(?:\w+\s+)?(?:Kamer)?brief",
    re.IGNORECASE,
)
_INGETROKKEN = re.compile(r"\bingetrokken\b|\bintrekking\b", re.IGNORECASE)


def bouw(ruw: Ruw, naam: str) -> Lezing:
    """The set that a document holds.

    :raises Ongeldig: when no question, answer or notice is recognised.
    """
    blokken = ontvouwd(ruw.blokken)
    if (lijst := knip_lijst(blokken)) is not None:
        voor, delen, rest = lijst
        kop = lees_lijstkop([blok.kaal for blok in platte_alineas(voor)], ruw.hoofd)
        return _van_delen(ruw, kop, delen, [], [], rest, Instrument.LIJST_VAN_VRAGEN)
    blokken = met_vraagkoppen(blokken)
    eerste = next((i for i, blok in enumerate(blokken) if isinstance(blok, Alinea) and is_kop(blok)), len(blokken))
    hoofd, romp = platte_alineas(blokken[:eerste]), blokken[eerste:]
    if romp:
        return _van_delen(ruw, kop_van(hoofd, ruw), *knip(romp))
    return _zonder_koppen(ruw, hoofd, naam)


def _van_delen(
    ruw: Ruw,
    kop: Kop,
    delen: list[Deel],
    toelichting: list[Blok],
    mededeling: list[Blok],
    rest: list[Blok],
    instrument: Instrument = Instrument.SCHRIFTELIJKE_VRAGEN,
) -> Lezing:
    genummerd = noten.verdeel(delen, ruw.genummerd)
    bronnen = noten.Bronnen(_alle_merken(delen))
    for deel in delen:
        if not deel.is_antwoord:
            deel.blokken = bronnen.neem(deel.blokken)
    if not bronnen.compleet:  # else an enumeration at the end of the last answer would pass for sources
        rest = bronnen.neem(rest)
        if delen:
            delen[-1].blokken = bronnen.neem(delen[-1].blokken)
    plaatsen = _plaatsen(delen, {"toelichting": toelichting, "mededeling": mededeling, "slot": rest})
    vragen, antwoorden, meldingen = paar(delen, bronnen, antwoordt=bool(kop.ondertekenaars) and not mededeling)
    soort = (Soort.NADER_ANTWOORD if kop.is_nader else Soort.ANTWOORD) if antwoorden else Soort.VRAGEN
    tekst = schrijf_markdown(tuple(mededeling)) or None
    if tekst and not antwoorden:
        soort = _notitiesoort(tekst)
    return _lezing(
        ruw,
        kop,
        soort,
        vragen,
        antwoorden,
        (*bronnen.noten(), *genummerd),
        meldingen,
        toelichting=schrijf_markdown(tuple(toelichting)) or None,
        mededeling=tekst,
        slot=schrijf_markdown(tuple(rest)) or None,
        plaatsen=plaatsen,
        instrument=instrument,
    )


def _plaatsen(delen: list[Deel], verder: dict[str, list[Blok]]) -> dict[int, str]:
    """Where each tracked change and remark stands: trace -> place. What stands nowhere else stands in the head."""
    plaatsen = {spoor: plaats for plaats, blokken in verder.items() for spoor in sporen_in(blokken)}
    labels: list[str] = []
    for deel in delen:
        labels = deel.labels or (labels if deel.is_antwoord else [])
        plaats = f"{'antwoord' if deel.is_antwoord else 'vraag'}-{labels[0] if labels else 1}"
        for spoor in sporen_in(deel.blokken):
            plaatsen.setdefault(spoor, plaats)
    return plaatsen


def _zonder_koppen(ruw: Ruw, hoofd: list[Alinea], naam: str) -> Lezing:
    """A question paper (numbered or bare paragraphs) or a notice without questions."""
    regels = [blok.kaal for blok in hoofd]
    grens = kopgrens(hoofd)
    kop = kop_van(hoofd[:grens], ruw)
    romp: list[Blok] = [blok for blok in hoofd[grens:] if not blok.leeg and not MEDEDELING.match(blok.kaal)]
    tekst = "\n".join(regels[grens:])
    if kop.is_mededeling or (not heeft_vraag(romp) and _is_notitie(tekst)):
        mededeling = schrijf_markdown(tuple(romp)) or "\n\n".join(kop.inleiding)
        if not mededeling:
            raise Ongeldig("%(naam)s bevat geen tekst van een mededeling. Controleer het document.", naam=naam)
        kop.inleiding = [] if not romp else kop.inleiding
        return _lezing(ruw, kop, _notitiesoort(mededeling), (), (), (), [], mededeling=mededeling)
    if not heeft_vraag(romp) or not (kop.indieners or kop.zaaknummer or kop.ingezonden or is_genummerd(romp)):
        raise Ongeldig(
            "In %(naam)s is geen vraag herkend. Controleer of het een set Kamervragen is, met koppen als "
            "'Vraag 1' of genummerde vragen.",
            naam=naam,
        )
    bronnen = noten.Bronnen(noten.merken_in(romp), in_lijst=False)
    romp = bronnen.neem(romp)
    vragen = [
        Vraag(nummer, str(nummer), schrijf_markdown(bronnen.gemerkt(tuple(blokken))))
        for nummer, blokken in enumerate(genummerde_vragen(romp), 1)
    ]
    return _lezing(ruw, kop, Soort.VRAGEN, tuple(vragen), (), bronnen.noten(), [])


def _lezing(
    ruw: Ruw,
    kop: Kop,
    soort: Soort,
    vragen: tuple[Vraag, ...],
    antwoorden: tuple[Antwoord, ...],
    bronnoten: tuple[Noot, ...],
    meldingen: list[Melding],
    *,
    toelichting: str | None = None,
    mededeling: str | None = None,
    slot: str | None = None,
    plaatsen: dict[int, str] | None = None,
    instrument: Instrument = Instrument.SCHRIFTELIJKE_VRAGEN,
) -> Lezing:
    voetnoten = tuple(
        Noot(Nootsoort.VOETNOOT, int(id[1:]), tekst, noten.url_in(tekst)) for id, tekst in ruw.voetnoten.items()
    )
    kop.meldingen += _verouderd(ruw, kop)
    vragenset = Vragenset(
        soort=soort,
        instrument=instrument,
        zaaknummer=kop.zaaknummer,
        aanhangselnummer=kop.aanhangselnummer,
        vergaderjaar=kop.vergaderjaar,
        onderwerp=kop.onderwerp,
        indieners=kop.indieners,
        gericht_aan=kop.gericht_aan,
        ondertekenaars=kop.ondertekenaars,
        mede_namens=kop.mede_namens,
        ingezonden=kop.ingezonden,
        ontvangen=kop.ontvangen,
        gedagtekend=kop.gedagtekend,
        zie_ook=kop.zie_ook,
        kenmerken=kop.kenmerken,
        inleiding="\n\n".join(kop.inleiding) or None,
        vragen=vragen,
        antwoorden=antwoorden,
        noten=(*bronnoten, *voetnoten),
        toelichting=toelichting,
        mededeling=mededeling,
        slot=slot,
    )
    doorlopend = (*ruw.meldingen, *kop.meldingen, *meldingen, *noten.controleer(vragenset))
    waar = plaatsen or {}
    return Lezing(
        vragenset,
        doorlopend,
        tuple(kop.onverklaard),
        tuple(replace(w, plaats=waar.get(spoor, "kop")) for spoor, w in ruw.wijzigingen.items() if w.tekst.strip()),
        tuple(replace(o, plaats=waar.get(spoor, "kop")) for spoor, o in ruw.opmerkingen.items()),
        ruw.bron,
    )


def _verouderd(ruw: Ruw, kop: Kop) -> Iterator[Melding]:
    """Properties of the template that speak of another letter. *Bron:* real letters: date and subject of the last one."""
    datum = eerste_datum(ruw.eigenschappen.get("datum", ""))
    if datum and kop.gedagtekend and datum != kop.gedagtekend:
        yield melding("eigenschap_verouderd", "kop", naam="datum", waarde=datum, tekst=kop.gedagtekend)
    onderwerp = ruw.eigenschappen.get("onderwerp", "")
    gezegd, geschreven = (set(re.findall(r"\w{5,}", tekst.casefold())) for tekst in (onderwerp, kop.onderwerp or ""))
    namen = {woord for lid in kop.indieners for woord in re.findall(r"\w{5,}", lid.naam.casefold())}
    if len(gezegd) > 3 and geschreven and not gezegd & (geschreven | namen):
        yield melding("eigenschap_verouderd", "kop", naam="onderwerp", waarde=onderwerp, tekst=kop.onderwerp or "")


def _alle_merken(delen: list[Deel]) -> set[int]:
    return {merk for deel in delen if not deel.is_antwoord for merk in noten.merken_in(deel.blokken)}


def _is_notitie(tekst: str) -> bool:
    return bool(_UITSTEL.search(tekst) or _BIJ_BRIEF.search(tekst) or _INGETROKKEN.search(tekst))


def _notitiesoort(tekst: str) -> Soort:
    if _UITSTEL.search(tekst):
        return Soort.UITSTEL
    if _BIJ_BRIEF.search(tekst):
        return Soort.BEANTWOORD_BIJ_BRIEF
    return Soort.INGETROKKEN if _INGETROKKEN.search(tekst) else Soort.UITSTEL
