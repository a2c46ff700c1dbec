"""Blocks of text -> a `Vragenset`: the one place that knows what a heading looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.documents.markdown import schrijf_markdown
from kamervragen.documents.opmaak import Alinea, Blok, Stuk, Tabel, gesplitst, zonder_eerste
from kamervragen.documents.readers import noten
from kamervragen.documents.readers.kop import Kop, lees_kop, lees_ondertekening
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Antwoord, Noot, Nootsoort, Soort, Vraag, Vragenset, nummer_van

_LABEL = r"\d{1,3}(?:\s?[a-z](?![\w/]))?"
_LABELS = rf"{_LABEL}(?:\s*(?:,\s*en\b|,|\ben\b|&|t/m|tot\s+en\s+met|[-–])\s*{_LABEL})*"
_VRAAGKOP = re.compile(
    rf"^(?:Deel)?Vra(?:ag|gen)\s*(?P<labels>{_LABELS})\s*[.:)]?(?:(?<=[.:])\s+(?P<rest>\S.*))?$", re.IGNORECASE
)
_ANTWOORDKOP = re.compile(
    rf"^(?:Antwoord(?:en)?|Beantwoording|Reactie)(?:\s+op)?(?:\s+(?:de\s+)?(?:Deel)?vra(?:ag|gen))?\s*(?P<labels>{_LABELS})?\s*[.:]?(?:(?<=[.:])\s+(?P<rest>\S.*))?$",
    re.IGNORECASE,
)
_TOELICHTING = re.compile(r"^Toelichting\s*(?::\s*(?P<rest>.*))?$", re.IGNORECASE | re.DOTALL)
_MEDEDELING = re.compile(r"^Mededeling\s*$", re.IGNORECASE)
_UITSTEL = re.compile(
    r"niet\s+binnen\s+de\s+(?:gebruikelijke|gestelde|daarvoor\s+gestelde)\s+termijn|uitstel", re.IGNORECASE
)
_BIJ_BRIEF = re.compile(
    r"\bbeantwoord\s+(?:middels|door\s+middel\s+van|bij|in|via|met)\s+(?:een|de|mijn)\s+(?:\w+\s+)?(?:Kamer)?brief",
    re.IGNORECASE,
)
_INGETROKKEN = re.compile(r"\bingetrokken\b|\bintrekking\b", re.IGNORECASE)


@dataclass
class _Deel:
    """A heading with what stands under it. Without labels: a bare 'Antwoord'."""

    is_antwoord: bool
    labels: list[str]
    blokken: list[Blok] = field(default_factory=list)


def bouw(ruw: Ruw, naam: str) -> Lezing:
    """The set that a document holds.

    :raises Ongeldig: when no question, answer or notice is recognised.
    """
    blokken = _met_vraagkoppen(_ontvouwd(ruw.blokken))
    eerste = next((i for i, blok in enumerate(blokken) if isinstance(blok, Alinea) and _is_kop(blok)), len(blokken))
    hoofd, romp = _platte_alineas(blokken[:eerste]), blokken[eerste:]
    if romp:
        return _met_koppen(ruw, hoofd, romp)
    return _zonder_koppen(ruw, hoofd, naam)


def _met_koppen(ruw: Ruw, hoofd: list[Alinea], romp: list[Blok]) -> Lezing:
    kop = _kop(hoofd, ruw)
    delen, toelichting, mededeling, rest = _delen(romp)
    bronnen = noten.Bronnen(_alle_merken(delen))
    for deel in delen:
        if not deel.is_antwoord:
            deel.blokken = bronnen.neem(deel.blokken)
    if not bronnen.compleet:  # else an enumeration at the end of the last answer would pass for sources
        rest = bronnen.neem(rest)
        if delen:
            delen[-1].blokken = bronnen.neem(delen[-1].blokken)
    vragen, antwoorden, meldingen = _paren(delen, bronnen)
    soort = Soort.ANTWOORD if antwoorden else Soort.VRAGEN
    tekst = schrijf_markdown(tuple(mededeling)) or None
    if tekst and not antwoorden:
        soort = _notitiesoort(tekst)
    slot = schrijf_markdown(tuple(rest)) or None
    return _lezing(
        ruw, kop, soort, vragen, antwoorden, bronnen.noten(), meldingen,
        toelichting=schrijf_markdown(tuple(toelichting)) or None, mededeling=tekst, slot=slot,
    )  # fmt: skip


def _zonder_koppen(ruw: Ruw, hoofd: list[Alinea], naam: str) -> Lezing:
    """A question paper (numbered or bare paragraphs) or a notice without questions."""
    regels = [blok.kaal for blok in hoofd]
    grens = _kopgrens(hoofd)
    kop = _kop(hoofd[:grens], ruw)
    romp: list[Blok] = [blok for blok in hoofd[grens:] if not blok.leeg and not _MEDEDELING.match(blok.kaal)]
    tekst = "\n".join(regels[grens:])
    if kop.is_mededeling or (not _heeft_vraag(romp) and _is_notitie(tekst)):
        mededeling = schrijf_markdown(tuple(romp)) or "\n\n".join(kop.inleiding)
        if not mededeling:
            raise Ongeldig(f"{naam} bevat geen tekst van een mededeling. Controleer het document.")
        kop.inleiding = [] if not romp else kop.inleiding
        return _lezing(ruw, kop, _notitiesoort(mededeling), (), (), (), [], mededeling=mededeling)
    if not _heeft_vraag(romp) or not (kop.indieners or kop.zaaknummer or kop.ingezonden or _genummerd(romp)):
        raise Ongeldig(
            f"In {naam} is geen vraag herkend. Controleer of het een set Kamervragen is, met koppen als 'Vraag 1' "
            "of genummerde vragen."
        )
    bronnen = noten.Bronnen(noten.merken_in(romp), in_lijst=False)
    romp = bronnen.neem(romp)
    vragen = [
        Vraag(nummer, str(nummer), schrijf_markdown(bronnen.gemerkt(tuple(blokken))))
        for nummer, blokken in enumerate(_genummerde_vragen(romp), 1)
    ]
    return _lezing(ruw, kop, Soort.VRAGEN, tuple(vragen), (), bronnen.noten(), [])


def _lezing(
    ruw: Ruw, kop: Kop, soort: Soort, vragen: tuple[Vraag, ...], antwoorden: tuple[Antwoord, ...],
    bronnoten: tuple[Noot, ...], meldingen: list[Melding], *,
    toelichting: str | None = None, mededeling: str | None = None, slot: str | None = None,
) -> Lezing:  # fmt: skip
    voetnoten = tuple(
        Noot(Nootsoort.VOETNOOT, int(id[1:]), tekst, noten.url_in(tekst)) for id, tekst in ruw.voetnoten.items()
    )
    vragenset = Vragenset(
        soort=soort,
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
    return Lezing(vragenset, doorlopend, tuple(kop.onverklaard))


def _ontvouwd(blokken: tuple[Blok, ...]) -> list[Blok]:
    """Paragraphs in which a soft line break hides a heading, cut there."""
    uit: list[Blok] = []
    for blok in blokken:
        if isinstance(blok, Alinea) and "\n" in blok.kaal:
            delen = gesplitst(blok)
            uit += delen if any(_is_kop(deel) for deel in delen) else [blok]
        else:
            uit.append(blok)
    return uit


def _met_vraagkoppen(blokken: list[Blok]) -> list[Blok]:
    """Questions that only a number announces ('9.', '1', a numbered list), given the heading that is missing.

    Only in a document that has answers but no heading with the word 'Vraag'. *Bron:* ah-tk-20242025-602.
    """
    alineas = [blok for blok in blokken if isinstance(blok, Alinea)]
    if any(_VRAAGKOP.match(a.kaal) for a in alineas) or not any(_is_kop(a) for a in alineas):
        return blokken
    uit: list[Blok] = []
    verwacht = 1
    for blok in blokken:
        if isinstance(blok, Alinea) and re.fullmatch(rf"{verwacht}[.)]?", blok.kaal):
            uit.append(Alinea((Stuk(f"Vraag {verwacht}"),)))
            verwacht += 1
        elif isinstance(blok, Alinea) and blok.lijst and blok.lijst.nummer == verwacht and "?" in blok.kaal:
            uit += [Alinea((Stuk(f"Vraag {verwacht}"),)), replace(blok, lijst=None)]
            verwacht += 1
        else:
            uit.append(blok)
    return uit


def _platte_alineas(blokken: list[Blok]) -> list[Alinea]:
    """The head as paragraphs: letters lay their address and subject out in tables."""
    uit: list[Alinea] = []
    for blok in blokken:
        if isinstance(blok, Tabel):
            uit += [deel for rij in blok.rijen for cel in rij for stuk in cel for deel in gesplitst(stuk)]
            uit.append(Alinea())
        else:
            uit += gesplitst(blok) if "\n" in blok.kaal else [blok]
    return uit


def _is_kop(blok: Alinea) -> bool:
    if blok.lijst is not None or any(stuk.noot for stuk in blok.stukken):
        return False
    return bool(_VRAAGKOP.match(blok.kaal) or (_ANTWOORDKOP.match(blok.kaal) and len(blok.kaal) < 400))


def _kop(hoofd: list[Alinea], ruw: Ruw) -> Kop:
    regels = [blok.kaal for blok in hoofd]
    brief = next((i for i, regel in enumerate(regels) if re.search(r"\bop\s+uw\s+brief\s+van\b", regel)), None)
    if brief is None:
        return lees_kop(regels, los=ruw.hoofd)
    # The sentence that answers the Kamer's letter may be broken over lines of a table cell.
    einde = next((i for i in range(brief, len(regels)) if not regels[i] or regels[i].endswith(".")), brief)
    zin = " ".join(regel for regel in regels[brief : einde + 1] if regel)
    over = lees_ondertekening(ondertekening := Kop(), regels[einde + 1 :])
    kop = lees_kop([*_briefhoofd(regels[:brief]), zin, "", *over], los=ruw.hoofd)
    kop.ondertekenaars = tuple(
        next((o for o in ondertekening.ondertekenaars if o.portefeuille == p.portefeuille), p)
        for p in kop.ondertekenaars or ondertekening.ondertekenaars
    )
    kop.mede_namens = kop.mede_namens or ondertekening.mede_namens
    kop.onverklaard = [rest for rest in kop.onverklaard if rest.tekst not in regels[:brief]]
    return kop


def _briefhoofd(regels: list[str]) -> list[str]:
    """Label and value of a letter's heading joined: 'Datum' / '11 januari 2024' -> 'Datum 11 januari 2024'."""
    uit: list[str] = []
    gevuld = [regel for regel in regels if regel]
    for index, regel in enumerate(gevuld):
        if re.fullmatch(r"(?:Datum|Betreft|Onderwerp|Ons kenmerk)\s*:?", regel) and index + 1 < len(gevuld):
            uit.append(f"{regel} {gevuld[index + 1]}")
        elif re.match(r"(?:Datum|Betreft|Onderwerp|Ons kenmerk)\b", regel):
            uit.append(regel)
    return uit


def _kopgrens(hoofd: list[Alinea]) -> int:
    """Where the head of a paper without headings ends: after the statement that names askers or minister."""
    grens = 0
    for index, blok in enumerate(hoofd):
        if blok.lijst is not None:
            break
        if re.match(
            r"^(?:Vragen\s+van|Mededeling\s+van|AH\s*\d|\d{4}Z\d{5}|Zie\s*ook|\(?ingezonden|\(?ontvangen)",
            blok.kaal,
            re.IGNORECASE,
        ):
            grens = index + 1
            while grens < len(hoofd) and not hoofd[grens].leeg and not re.search(r"[).]$", hoofd[grens - 1].kaal):
                grens += 1
    return grens


def _delen(romp: list[Blok]) -> tuple[list[_Deel], list[Blok], list[Blok], list[Blok]]:
    """The body cut at its headings: parts, toelichting, mededeling, and what follows those."""
    delen: list[_Deel] = []
    toelichting: list[Blok] = []
    mededeling: list[Blok] = []
    doel: list[Blok] = []
    rest: list[Blok] = []
    for blok in romp:
        if isinstance(blok, Alinea) and _is_kop(blok):
            treffer = _VRAAGKOP.match(blok.kaal)
            is_antwoord = treffer is None
            treffer = treffer or _ANTWOORDKOP.match(blok.kaal)
            assert treffer is not None
            delen.append(_Deel(is_antwoord, _labels(treffer["labels"] or "")))
            doel = delen[-1].blokken
            if treffer["rest"]:
                doel.append(zonder_eerste(blok, treffer.start("rest")))
        elif isinstance(blok, Alinea) and (treffer := _TOELICHTING.match(blok.kaal)) and delen and delen[-1].blokken:
            if treffer["rest"]:
                toelichting.append(zonder_eerste(blok, treffer.start("rest")))
                doel = rest
            else:
                doel = toelichting
        elif isinstance(blok, Alinea) and _MEDEDELING.match(blok.kaal):
            doel = mededeling
        else:
            doel.append(blok)
    return delen, toelichting, mededeling, rest


def _labels(tekst: str) -> list[str]:
    uit: list[str] = []
    for scheiding, label in re.findall(rf"(t/m|tot\s+en\s+met|[-–])?\s*({_LABEL})", tekst, re.IGNORECASE):
        schoon = label.replace(" ", "").lower()
        if scheiding and uit and schoon.isdigit() and uit[-1].isdigit():
            uit += [str(nummer) for nummer in range(int(uit[-1]) + 1, int(schoon))]
        uit.append(schoon)
    return list(dict.fromkeys(uit))


def _alle_merken(delen: list[_Deel]) -> set[int]:
    return {merk for deel in delen if not deel.is_antwoord for merk in noten.merken_in(deel.blokken)}


def _paren(delen: list[_Deel], bronnen: noten.Bronnen) -> tuple[tuple[Vraag, ...], tuple[Antwoord, ...], list[Melding]]:
    vragen: dict[str, Vraag] = {}
    antwoorden: list[Antwoord] = []
    meldingen: list[Melding] = []
    open_labels: list[str] = []
    for deel in delen:
        if deel.is_antwoord:
            labels = deel.labels or open_labels or ([str(len(antwoorden) + 1)] if vragen else [])
            if not labels:
                labels = ["1"]
            tekst = schrijf_markdown(tuple(deel.blokken))
            _voeg_antwoord_toe(antwoorden, labels, tekst, meldingen)
            open_labels = []
        else:
            for label, blokken in _verdeeld(deel, meldingen):
                tekst = schrijf_markdown(bronnen.gemerkt(tuple(blokken)))
                _voeg_vraag_toe(vragen, label, tekst, meldingen)
                open_labels.append(label)
    gedekt = {label for antwoord in antwoorden for label in antwoord.labels}
    if antwoorden:
        meldingen += [melding("vraag_zonder_antwoord", f"vraag-{label}") for label in vragen if label not in gedekt]
    if vragen:
        meldingen += [melding("antwoord_zonder_vraag", f"antwoord-{label}") for label in sorted(gedekt - vragen.keys())]
    return tuple(vragen.values()), tuple(antwoorden), meldingen


def _verdeeld(deel: _Deel, meldingen: list[Melding]) -> list[tuple[str, list[Blok]]]:
    """One heading over several questions: a paragraph each when the numbers agree, else all under the first."""
    gevuld = [blok for blok in deel.blokken if isinstance(blok, Tabel) or not blok.leeg]
    if len(deel.labels) == 1:
        return [(deel.labels[0], gevuld)]
    if len(gevuld) == len(deel.labels):
        return [(label, [blok]) for label, blok in zip(deel.labels, gevuld, strict=True)]
    meldingen.append(melding("vragen_onder_een_kop", f"vraag-{deel.labels[0]}", labels=", ".join(deel.labels)))
    return [(label, gevuld if index == 0 else []) for index, label in enumerate(deel.labels)]


def _voeg_vraag_toe(vragen: dict[str, Vraag], label: str, tekst: str, meldingen: list[Melding]) -> None:
    if label not in vragen:
        vragen[label] = Vraag(nummer_van(label), label, tekst)
    elif vragen[label].tekst != tekst:
        meldingen.append(melding("vraag_dubbel", f"vraag-{label}"))
        vragen[label] = replace(vragen[label], tekst=f"{vragen[label].tekst}\n\n{tekst}".strip())


def _voeg_antwoord_toe(antwoorden: list[Antwoord], labels: list[str], tekst: str, meldingen: list[Melding]) -> None:
    eerder = next((i for i, antwoord in enumerate(antwoorden) if set(antwoord.labels) & set(labels)), None)
    if eerder is None:
        antwoorden.append(Antwoord(tuple(labels), tekst))
        return
    meldingen.append(melding("antwoord_dubbel", f"antwoord-{labels[0]}"))
    vorig = antwoorden[eerder]
    samen = tuple(dict.fromkeys((*vorig.labels, *labels)))
    antwoorden[eerder] = Antwoord(samen, f"{vorig.tekst}\n\n{tekst}".strip())


def _heeft_vraag(romp: list[Blok]) -> bool:
    return any(isinstance(blok, Alinea) and "?" in blok.kaal for blok in romp)


def _genummerd(romp: list[Blok]) -> bool:
    return any(isinstance(blok, Alinea) and blok.lijst is not None and blok.lijst.nummer is not None for blok in romp)


def _genummerde_vragen(romp: list[Blok]) -> list[list[Blok]]:
    """Questions of a paper: its numbered paragraphs with what hangs under each; without numbers every paragraph."""
    genummerd = _genummerd(romp)
    vragen: list[list[Blok]] = []
    for blok in romp:
        if isinstance(blok, Alinea) and blok.leeg:
            continue
        begint = not genummerd or (
            isinstance(blok, Alinea)
            and blok.lijst is not None
            and blok.lijst.nummer is not None
            and blok.lijst.niveau == 0
        )
        if begint and isinstance(blok, Alinea):
            vragen.append([replace(blok, lijst=None)])
        elif vragen:
            vragen[-1].append(blok)
        else:
            vragen.append([blok])
    return vragen


def _is_notitie(tekst: str) -> bool:
    return bool(_UITSTEL.search(tekst) or _BIJ_BRIEF.search(tekst) or _INGETROKKEN.search(tekst))


def _notitiesoort(tekst: str) -> Soort:
    if _UITSTEL.search(tekst):
        return Soort.UITSTEL
    if _BIJ_BRIEF.search(tekst):
        return Soort.BEANTWOORD_BIJ_BRIEF
    return Soort.INGETROKKEN if _INGETROKKEN.search(tekst) else Soort.UITSTEL
