"""The letter to the Kamer: with the answers as its annex, or a notice on its own.

*Bron:* letters of ministers to the Voorzitter with 'Antwoorden op Kamervragen' as annex; Rijkshuisstijl without its logo
and fonts, which are not ours to ship.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import ambt, ambten, leden_tekst
from kamervragen.documents.word.sjabloon import BRIEF, MEDEDELING, Blad
from kamervragen.documents.writers.paren import schrijf_paren, schrijf_slot
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.vragenset import Bewindspersoon, Kamer, Vragenset, opsomming

_KAMERS = {
    Kamer.TWEEDE: ("Tweede Kamer", "Postbus 20018", "2500 EA Den Haag"),
    Kamer.EERSTE: ("Eerste Kamer", "Postbus 20017", "2500 EA Den Haag"),
}


@dataclass(frozen=True, slots=True)
class Briefgegevens:
    """What a letter says beside the set: its day (None while it is not signed), the ministry's own number, its annexes."""

    datum: date | None = None
    kenmerk: str = ""
    bijlagen: tuple[str, ...] = ()
    kamer: Kamer = Kamer.TWEEDE


def render(s: Vragenset, gegevens: Briefgegevens, sjabloon: Path) -> bytes:
    """The letter with the answers as its annex, as a .docx; equal input gives equal bytes.

    :raises Ongeldig: when the template lacks a style or a placeholder, naming it.
    """
    blad = Blad(sjabloon, BRIEF)
    titel = bijlagetitel(s)
    _vul(blad, s, gegevens, f"Beantwoording van Kamervragen{_over(s)}", ("Antwoorden op de vragen", *gegevens.bijlagen))
    blad.vul({"bijlagetitel": titel})
    _tekst(blad, "brief", (_aanhef(s),))
    getoond = zichtbaar(s)
    schrijver = blad.schrijver("inhoud", getoond.noten, vragen=(vraag.label for vraag in getoond.vragen))
    schrijf_paren(schrijver, getoond)
    schrijf_slot(schrijver, getoond)
    return blad.geef_af(f"Beantwoording van Kamervragen{_over(s)} {s.zaaknummer or ''}", gegevens.datum)


def als_mededeling(
    s: Vragenset,
    alineas: Sequence[str],
    betreft: str,
    gegevens: Briefgegevens,
    sjabloon: Path,
    *,
    concept: bool = False,
) -> bytes:
    """A letter that is a notice: its paragraphs, on the day of `gegevens`. `concept` says so above the text."""
    blad = Blad(sjabloon, MEDEDELING)
    _vul(blad, s, gegevens, f"{'CONCEPT ' if concept else ''}{betreft}{_over(s)}", gegevens.bijlagen)
    _tekst(blad, "brief", alineas)
    return blad.geef_af(f"{betreft} {s.zaaknummer or ''}", gegevens.datum)


def bijlagetitel(s: Vragenset) -> str:
    """'Antwoorden van de minister van A, mede namens ..., op Kamervragen van het lid X (Y) over ... (2026Z08701)'."""
    wie = s.ondertekenaars or s.gericht_aan
    van = f" van {ambten(wie)}" if wie else ""
    mede = f", mede namens {ambten(s.mede_namens)}," if s.mede_namens else ""
    vragers = f" van {leden_tekst(s.indieners)}" if s.indieners else ""
    nummer = f" ({s.zaaknummer})" if s.zaaknummer else ""
    return f"Antwoorden{van}{mede} op Kamervragen{vragers}{_over(s)}{nummer}"


def _aanhef(s: Vragenset) -> str:
    brief = "In antwoord op uw brief"
    if s.ingezonden:
        brief += f" van {datum(s.ingezonden)}"
    if s.zaaknummer:
        brief += f", nr. {s.zaaknummer}"
    komma = "," if s.ingezonden or s.zaaknummer else ""
    return (
        f"{brief}{komma} deel ik u mede dat de vragen van {leden_tekst(s.indieners)}{_over(s)} worden beantwoord zoals "
        "aangegeven in de bijlage van deze brief."
    )


def _vul(blad: Blad, s: Vragenset, gegevens: Briefgegevens, betreft: str, bijlagen: Sequence[str]) -> None:
    kamer, postbus, plaats = _KAMERS[gegevens.kamer]
    wie = s.ondertekenaars or s.gericht_aan
    blad.vul(
        {
            "kamer": kamer,
            "postbus": postbus,
            "plaats": plaats,
            "datum": datum(gegevens.datum) if gegevens.datum else "",
            "betreft": betreft,
            "ons_kenmerk": gegevens.kenmerk,
            "uw_kenmerk": str(s.zaaknummer or ""),
            "aantal_bijlagen": str(len(bijlagen)) if bijlagen else "",
            "mede_namens": f"Mede namens {ambten(s.mede_namens)}," if s.mede_namens else "",
            "functie": f"{_functies(wie)}," if wie else "",
            "naam": opsomming([p.naam for p in wie if p.naam]),
        }
    )
    schrijver = blad.schrijver("bijlagen")
    for nummer, bijlage in enumerate(bijlagen, 1):
        schrijver.alinea("Bijlagelijst", f"Bijlage {nummer}: {bijlage}")


def _tekst(blad: Blad, plek: str, alineas: Sequence[str]) -> None:
    schrijver = blad.schrijver(plek)
    for alinea in alineas:
        schrijver.alinea("Broodtekst", alinea)


def _functies(wie: Sequence[Bewindspersoon]) -> str:
    tekst = opsomming([f"de {ambt(p)}" for p in wie])
    return f"D{tekst[1:]}"


def _over(s: Vragenset) -> str:
    return f" over {s.onderwerp}" if s.onderwerp else ""
