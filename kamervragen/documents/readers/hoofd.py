"""The head of a document as paragraphs: of a registered file, a paper or a letter with its address block."""

from __future__ import annotations

import re

from kamervragen.documents.readers.kop import Kop, lees_kop, lees_ondertekening
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.opmaak import Alinea, Blok, Tabel, gesplitst


def platte_alineas(blokken: list[Blok]) -> list[Alinea]:
    """The head as paragraphs: letters lay their address and subject out in tables."""
    uit: list[Alinea] = []
    for blok in blokken:
        if isinstance(blok, Tabel):
            uit += [deel for rij in blok.rijen for cel in rij for stuk in cel for deel in gesplitst(stuk)]
            uit.append(Alinea())
        else:
            uit += gesplitst(blok) if "\n" in blok.kaal else [blok]
    return uit


def kop_van(hoofd: list[Alinea], ruw: Ruw) -> Kop:
    regels = [blok.kaal for blok in hoofd]
    los = (*ruw.hoofd, *_briefhoofd([regel for regel in ruw.hoofd if not regel.startswith("Pagina")]))
    brief = next((i for i, regel in enumerate(regels) if re.search(r"\bop\s+uw\s+brief\s+van\b", regel)), None)
    if brief is None:
        return lees_kop(regels, los=los)
    # The sentence that answers the Kamer's letter may be broken over lines of a table cell.
    einde = next((i for i in range(brief, len(regels)) if not regels[i] or regels[i].endswith(".")), brief)
    zin = " ".join(regel for regel in regels[brief : einde + 1] if regel)
    over = lees_ondertekening(ondertekening := Kop(), regels[einde + 1 :])
    kop = lees_kop([*_briefhoofd(regels[:brief]), zin, "", *over], los=los)
    kop.ondertekenaars = tuple(
        next((o for o in ondertekening.ondertekenaars if o.portefeuille == p.portefeuille), p)
        for p in kop.ondertekenaars or ondertekening.ondertekenaars
    )
    kop.mede_namens = kop.mede_namens or ondertekening.mede_namens
    kop.onverklaard = [rest for rest in kop.onverklaard if rest.tekst not in regels[:brief]]
    return kop


def kopgrens(hoofd: list[Alinea]) -> int:
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
