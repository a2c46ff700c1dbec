"""The frame of the beslisnota: what the set itself tells is filled in, the considerations are the drafter's.

*Bron:* the model of the beslisnota (Rijksoverheid): aanleiding, geadviseerd besluit, kernpunten, toelichting, and what may
not be made public; since 20 September 2022 with every Kamerstuk.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import ambten, vragen_van
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk
from kamervragen.documents.word.sjabloon import BESLISNOTA, Blad
from kamervragen.domain.vragenset import Vragenset, opsomming


def render(
    s: Vragenset,
    *,
    kenmerk: str,
    uiterlijk: date | None,
    toezeggingen: Sequence[str],
    hergebruikt: Sequence[str],
    sjabloon: Path,
) -> bytes:
    """The frame as a .docx; equal input gives equal bytes. `toezeggingen` and `hergebruikt` are lines for the kernpunten.

    :raises Ongeldig: when the template lacks a style or a placeholder, naming it.
    """
    blad = Blad(sjabloon, BESLISNOTA)
    aan = ambten(s.ondertekenaars or s.gericht_aan)
    over = s.onderwerp or "onbekend onderwerp"
    blad.vul(
        {
            "aan": f"{aan[:1].upper()}{aan[1:]}",
            "betreft": f"Beantwoording van Kamervragen over {over}",
            "uiterlijk": datum(uiterlijk) if uiterlijk else "",
            "zaaknummer": str(s.zaaknummer or ""),
            "ons_kenmerk": kenmerk,
        }
    )
    blad.schrijver("aanleiding").alinea("Antwoordtekst", f"{vragen_van(s)}.")
    blad.schrijver("besluit").alinea(
        "Antwoordtekst", "U wordt geadviseerd de antwoorden vast te stellen en de brief aan de Kamer te ondertekenen."
    )
    punten = [*_omvang(s), *toezeggingen, *hergebruikt]
    blad.schrijver("kernpunten").schrijf(
        tuple(Alinea((Stuk(punt),), Lijst(0, None)) for punt in punten), "Antwoordtekst"
    )
    return blad.geef_af(f"Beslisnota bij de beantwoording van Kamervragen over {over}")


def _omvang(s: Vragenset) -> list[str]:
    aantal = f"{len(s.vragen)} {'vraag' if len(s.vragen) == 1 else 'vragen'}"
    samen = [antwoord for antwoord in s.antwoorden if len(antwoord.labels) > 1]
    zin = f"Het gaat om {aantal}"
    if samen:
        zin += "; samen beantwoord worden "
        zin += opsomming([f"vraag {opsomming(antwoord.labels)}" for antwoord in samen])
    return [f"{zin}."]
