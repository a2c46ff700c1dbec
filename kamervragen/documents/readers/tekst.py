"""Plain text: every line a paragraph, or lines cut at a margin; footnotes inline as `[footnoteRef:1] [1: body]`."""

from __future__ import annotations

import re

from kamervragen.documents.readers import druk
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk, alinea, bijgesneden
from kamervragen.domain.errors import Ongeldig

_ROEP = re.compile(r"\[footnoteRef:(\d+)\]")
_PUNT = re.compile(r"^\s*[-•–·]\s+(?=\S)")
_NUMMER = re.compile(r"^\s*(\d{1,3})\.\s+(?=\S)")


def lees(data: bytes, naam: str) -> Ruw:
    """Text in UTF-8, UTF-16 with a mark, or Windows-1252. :raises Ongeldig: for anything that is no text."""
    tekst = _ontcijferd(data, naam)
    regels = druk.tekstregels(tekst)
    if druk.is_drukwerk(regels) or druk.is_gebroken(regels):
        return druk.lees(regels, druk.rechts_van(regels) * druk.ONGEVEER)
    voetnoten: dict[str, str] = {}
    blokken = tuple(_alinea(regel, voetnoten) for regel in tekst.splitlines())
    return Ruw(blokken, voetnoten)


def _ontcijferd(data: bytes, naam: str) -> str:
    codering = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        tekst = data.decode(codering)
    except UnicodeDecodeError:
        tekst = data.decode("cp1252", errors="replace")
    vreemd = sum((teken < " " and teken not in "\t\n\r\f\v") or teken == "\N{REPLACEMENT CHARACTER}" for teken in tekst)
    if vreemd > len(tekst) // 200:
        raise Ongeldig("%(naam)s is geen leesbare tekst. Bied het document aan als .docx of .txt.", naam=naam)
    return "".join(teken for teken in tekst if teken >= " " or teken in "\t\n\r\f\v")


def _alinea(regel: str, voetnoten: dict[str, str]) -> Alinea:
    lijst = None
    if punt := _PUNT.match(regel):
        lijst, regel = Lijst(0, None), regel[punt.end() :]
    elif nummer := _NUMMER.match(regel):
        lijst, regel = Lijst(0, int(nummer[1])), regel[nummer.end() :]
    for roep in dict.fromkeys(_ROEP.findall(regel)):
        regel, lichaam = _zonder_lichaam(regel, roep)
        if lichaam is not None:
            voetnoten[f"v{roep}"] = schrijf_markdown((bijgesneden(alinea(lichaam)),))
    stukken = [Stuk("", noot=f"v{deel}") if index % 2 else Stuk(deel) for index, deel in enumerate(_ROEP.split(regel))]
    return bijgesneden(Alinea(tuple(stukken), lijst))


def _zonder_lichaam(regel: str, roep: str) -> tuple[str, str | None]:
    """The line without `[1: body]`, and the body. Brackets inside the body are counted."""
    begin = re.search(rf"\[{roep}:\s", regel)
    if begin is None:
        return regel, None
    diepte, plaats = 1, begin.end()
    while plaats < len(regel) and diepte:
        diepte += {"[": 1, "]": -1}.get(regel[plaats], 0)
        plaats += 1
    lichaam = regel[begin.end() : plaats - 1 if diepte == 0 else plaats]
    return regel[: begin.start()].rstrip() + regel[plaats:], lichaam
