"""Source notes: '1)' or '[1]' in a question, and its body under the questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kamervragen.documents.lezing import Melding, melding
from kamervragen.documents.readers.delen import Deel
from kamervragen.documents.readers.ruw import GENUMMERD
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, bijgesneden, zonder_eerste
from kamervragen.domain.vragenset import Noot, Nootsoort, Vragenset
from kamervragen.domain.vragenset import merken_in as merken_in_tekst

_MERK_HAAK = re.compile(r"\s*\[(\d{1,2})\s?\]")
_MERK_HAAKJE = re.compile(r"\s*(?<![\d,.(–-])(\d{1,2})\)(?=\W|$)")
_LICHAAM = re.compile(r"^(?:\[(\d{1,2})\s?\]|(\d{1,2})\))\s*(?=\S)")
_URL = re.compile(r"https?://[^\s<>()\[\]]+(?:\([^\s()]*\)[^\s<>()\[\]]*)*")
_ADRES = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def merken_in(blokken: Iterable[Blok]) -> set[int]:
    """The numbers that questions call a source by."""
    return {
        nummer
        for blok in blokken
        if isinstance(blok, Alinea)
        for stuk in blok.stukken
        for _, _, nummer in _merken(stuk)
    }


def url_in(tekst: str) -> str | None:
    """The first web address in a note."""
    treffer = _URL.search(tekst.replace("\\", ""))
    return treffer.group().rstrip(".,;") if treffer else None


class Bronnen:
    """Collects the bodies of source notes out of a document, and puts marks where they are called.

    `in_lijst`: a numbered list may hold them too, as in letters; not where the questions are such a list.
    """

    def __init__(self, geroepen: set[int], *, in_lijst: bool = True) -> None:
        self.geroepen = geroepen
        self.in_lijst = in_lijst
        self.teksten: dict[int, str] = {}

    @property
    def compleet(self) -> bool:
        """Whether every source that is called has its body."""
        return self.geroepen <= self.teksten.keys()

    def neem(self, blokken: list[Blok]) -> list[Blok]:
        """The blocks without the source notes at their end; the notes are kept here.

        Only what was called, or what follows a note, is a note: an enumeration in an answer stays.
        """
        begin = self._begin(blokken)
        if begin is None:
            return blokken
        huidig: int | None = None
        for blok in blokken[begin:]:
            assert isinstance(blok, Alinea)
            if blok.leeg:
                continue
            nummer, alinea = self._lichaam(blok)
            if nummer is not None and nummer not in self.teksten:
                huidig = nummer
                self.teksten[nummer] = schrijf_markdown((replace(alinea, lijst=None),))
            elif huidig is not None:
                self.teksten[huidig] += " " + schrijf_markdown((replace(blok, lijst=None),))
        self._haal_uiteen()
        return list(blokken[:begin])

    def _haal_uiteen(self) -> None:
        """A note glued behind the one before it ('... politie[3] https://...'), where it is called and has no body."""
        for nummer in sorted(self.geroepen - self.teksten.keys()):
            vorige = self.teksten.get(nummer - 1, "")
            naad = re.search(rf"\s*\\?\[{nummer}\\?\]\s*(?=\S)|\s+{nummer}\)\s+(?=\S)", vorige)
            if naad:
                self.teksten[nummer - 1], self.teksten[nummer] = vorige[: naad.start()], vorige[naad.end() :]

    def gemerkt(self, blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
        """The blocks of a question with a mark for every source that is known."""
        return tuple(self._gemerkt(blok) if isinstance(blok, Alinea) else blok for blok in blokken)

    def noten(self) -> tuple[Noot, ...]:
        return tuple(
            Noot(Nootsoort.BRON, nummer, tekst, url_in(tekst)) for nummer, tekst in sorted(self.teksten.items())
        )

    def _begin(self, blokken: list[Blok]) -> int | None:
        """Where the run of notes at the end begins: a called note from which only notes, rising, and their addresses
        follow."""
        begin: int | None = None
        vorige = 1000
        for index in range(len(blokken) - 1, -1, -1):
            blok = blokken[index]
            if not isinstance(blok, Alinea):
                break
            if blok.leeg or _ADRES.match(blok.kaal):
                continue
            nummer, _ = self._lichaam(blok)
            if nummer is None or nummer >= vorige:
                break
            vorige = nummer
            if nummer in self.geroepen and nummer not in self.teksten:
                begin = index
        return begin

    def _gemerkt(self, blok: Alinea) -> Alinea:
        uit: list[Stuk] = []
        for stuk in blok.stukken:
            plaats = 0
            for begin, einde, nummer in _merken(stuk):
                if nummer in self.teksten:
                    uit += [replace(stuk, tekst=stuk.tekst[plaats:begin]), Stuk("", noot=f"b{nummer}")]
                    plaats = einde
            uit.append(replace(stuk, tekst=stuk.tekst[plaats:]))
        return bijgesneden(
            Alinea(tuple(stuk for stuk in uit if stuk.tekst or stuk.noot), blok.lijst, blok.kop, blok.citaat)
        )

    def _lichaam(self, blok: Alinea) -> tuple[int | None, Alinea]:
        if blok.lijst is not None:
            return (blok.lijst.nummer if self.in_lijst else None), blok
        eerste = "".join(stuk.tekst for stuk in blok.stukken)
        if treffer := _LICHAAM.match(eerste.lstrip()):
            return int(treffer[1] or treffer[2]), zonder_eerste(blok, treffer.end())
        return None, blok


def verdeel(delen: list[Deel], genummerd: dict[int, str]) -> tuple[Noot, ...]:
    """Notes numbered through a print, in one row: a source of the asker when a question calls it first, else a footnote.

    Puts the marks in the parts. A note that nothing calls is a footnote too: its text is kept.
    """
    soorten: dict[int, Nootsoort] = {}
    for deel in delen:
        soort = Nootsoort.VOETNOOT if deel.is_antwoord else Nootsoort.BRON
        for index, blok in enumerate(deel.blokken):
            if isinstance(blok, Alinea):
                deel.blokken[index] = _met_geroepen(blok, soorten, soort)
    return tuple(
        Noot(soorten.get(nummer, Nootsoort.VOETNOOT), nummer, tekst, url_in(tekst))
        for nummer, tekst in genummerd.items()
    )


def _met_geroepen(blok: Alinea, soorten: dict[int, Nootsoort], soort: Nootsoort) -> Alinea:
    uit: list[Stuk] = []
    for stuk in blok.stukken:
        if stuk.noot and stuk.noot.startswith(GENUMMERD):
            nummer = int(stuk.noot.removeprefix(GENUMMERD))
            uit.append(replace(stuk, noot=f"{soorten.setdefault(nummer, soort).value[0]}{nummer}"))
        else:
            uit.append(stuk)
    return replace(blok, stukken=tuple(uit))


def controleer(vragenset: Vragenset) -> list[Melding]:
    """Marks without a note, and notes that nothing calls."""
    teksten = {f"vraag-{vraag.label}": vraag.tekst for vraag in vragenset.vragen}
    teksten |= {f"antwoord-{antwoord.labels[0]}": antwoord.tekst for antwoord in vragenset.antwoorden}
    teksten |= {"kop": vragenset.inleiding or "", "mededeling": vragenset.mededeling or ""}
    bekend = {noot.id for noot in vragenset.noten}
    geroepen = {id for tekst in teksten.values() for id in merken_in_tekst(tekst)}
    meldingen = [
        melding("merk_zonder_noot", plaats, merk=id)
        for plaats, tekst in teksten.items()
        for id in dict.fromkeys(merken_in_tekst(tekst))
        if id not in bekend
    ]
    meldingen += [melding("noot_zonder_merk", f"noot-{noot.id}") for noot in vragenset.noten if noot.id not in geroepen]
    for vraag in vragenset.vragen:
        for _, _, nummer in _merken(Stuk(vraag.tekst)):
            meldingen.append(melding("bron_ontbreekt", f"vraag-{vraag.label}", nummer=nummer))
    return meldingen


def _merken(stuk: Stuk) -> list[tuple[int, int, int]]:
    """(begin, end, number) of each call of a source in a run, in order."""
    kaal = stuk.tekst.strip(" )[]")
    if stuk.hoog and kaal.isascii() and kaal.isdigit():
        return [(0, len(stuk.tekst), int(kaal))]
    gevonden = [(t.start(), t.end(), int(t[1])) for t in _MERK_HAAK.finditer(stuk.tekst)]
    diepte, plaats = 0, 0
    for treffer in _MERK_HAAKJE.finditer(stuk.tekst):
        ertussen = stuk.tekst[plaats : treffer.start()]
        diepte += ertussen.count("(") - ertussen.count(")")
        plaats = treffer.start()
        if diepte <= 0:  # "(artikel 3)" closes a bracket, "landen? 3)" does not
            gevonden.append((treffer.start(), treffer.end(), int(treffer[1])))
    return sorted(gevonden)
