"""The pack for the minister's bag: the set as it stands, and under each answer what was said before, what it promises, and
on what it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamervragen.catalogue import gettext as _
from kamervragen.documents.aanduiding import vragen_van
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk
from kamervragen.documents.word.inhoud import vraagmerk
from kamervragen.documents.word.sjabloon import TAS, Blad
from kamervragen.documents.writers.paren import beurten, schrijf_slot
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.vragenset import Vraag, Vragenset, opsomming


@dataclass(frozen=True, slots=True)
class Naslag:
    """What stands under an answer in the pack: lines of plain words."""

    eerder: tuple[str, ...] = ()
    toezeggingen: tuple[str, ...] = ()
    bronnen: tuple[str, ...] = ()


def render(
    vragenset: Vragenset, kerngegevens: Sequence[tuple[str, str]], naslag: Mapping[str, Naslag], sjabloon: Path
) -> bytes:
    """The pack as a .docx; equal input gives equal bytes. `naslag` is known by the first label of an answer.

    :raises Ongeldig: when the template lacks a style or a placeholder, naming it.
    """
    blad = Blad(sjabloon, TAS)
    s = zichtbaar(vragenset)
    over = vragenset.onderwerp or str(vragenset.zaaknummer or "")
    blad.vul({"titel": f"Kamervragen over {over}"})
    schrijver = blad.schrijver("inhoud", s.noten, vragen=(vraag.label for vraag in s.vragen))
    schrijver.alinea("Antwoordtekst", f"{vragen_van(vragenset)}.")
    schrijver.tabel((_("Gegeven"), _("Waarde")), kerngegevens)
    for beurt in beurten(s):
        if isinstance(beurt, Vraag):
            schrijver.kop("Vraagkop", "Vraag ", [(beurt.label, vraagmerk(beurt.label))])
            schrijver.tekst(beurt.tekst, "Vraagtekst")
            continue
        schrijver.alinea("Antwoordkop", f"Antwoord op vraag {opsomming(beurt.labels)}")
        schrijver.tekst(beurt.tekst, "Antwoordtekst")
        bij = naslag.get(beurt.labels[0], Naslag())
        for kop, regels in (
            (_("Eerder geantwoord"), bij.eerder),
            (_("Toegezegd"), bij.toezeggingen),
            (_("Bronnen"), bij.bronnen),
        ):
            if regels:
                schrijver.alinea("Onderdeel", kop)
                punten = tuple(Alinea((Stuk(regel),), Lijst(0, None)) for regel in regels)
                schrijver.schrijf(punten, "Antwoordtekst")
    schrijf_slot(schrijver, s)
    return blad.geef_af(f"Map bij de Kamervragen over {over}", vragenset.ontvangen)
