"""Rows of the registers that a ministry keeps itself: laws, recesses and directies."""

from __future__ import annotations

from kamervragen.catalogus import datum
from kamervragen.storage import afwegingen, gebruikers
from kamervragen.storage import recessen as kalender
from kamervragen.usecases import accounts, recessen, wetten
from kamervragen.usecases.handeling import Huis, Werk
from kamervragen.usecases.inname import Uitkomst
from kamervragen.usecases.lijstrij import Gedaan, Rij, eis_gevuld, verslag_van


def wet(werk: Werk, rij: Rij) -> Gedaan:
    """A title in the register of laws; one that stands there gets what the row says besides."""
    titel, afkorting, bron = (
        wetten.gekeurd(rij.tekst("titel"), rij.tekst("bron")),
        rij.tekst("afkorting"),
        rij.tekst("bron"),
    )
    oud = afwegingen.wet(werk.sessie, titel)
    nieuw = afkorting or (oud.afkorting if oud else None)
    anders = [v for v, a, b in (("afkorting", oud.afkorting, nieuw), ("bron", oud.bron, bron)) if a != b] if oud else []
    if oud is None or anders:
        afwegingen.bewaar_wet(werk.sessie, titel, nieuw, bron, actor=werk.wie.naam, moment=werk.moment)
    return Gedaan(Uitkomst.NIEUW, titel) if oud is None else verslag_van(titel, anders)


def reces(huis: Huis, werk: Werk, rij: Rij) -> Gedaan:
    """A recess in the calendar. What it moves is told, and recorded as when it is typed."""
    eis_gevuld(rij, "reces", "van", "tot en met", "bron")
    gelezen = recessen.gelezen(rij.tekst("reces").casefold(), rij.dag("van"), rij.dag("tot en met"), rij.tekst("bron"))
    naam = f"{gelezen.naam} {datum(gelezen.begin)}"
    if any(
        (r.naam, r.begin, r.einde) == (gelezen.naam, gelezen.begin, gelezen.einde) for r in kalender.tabel(werk.sessie)
    ):
        return Gedaan(Uitkomst.GELIJK, naam)
    return Gedaan(Uitkomst.NIEUW, naam, verschoven=recessen.neem_op(huis, werk, gelezen))


def directie(werk: Werk, rij: Rij) -> Gedaan:
    """A directie by its code; one that is there gets the name of the row."""
    code, naam = accounts.gekeurde_directie(rij.tekst("code"), rij.tekst("naam"))
    oud = next((d for d in gebruikers.directies(werk.sessie, ook_opgeheven=True) if d.code == code), None)
    if oud is None:
        gebruikers.nieuwe_directie(werk.sessie, code, naam)
        return Gedaan(Uitkomst.NIEUW, code)
    anders = ["naam"] if oud.naam != naam else []
    if anders:
        gebruikers.hernoem_directie(werk.sessie, code, naam)
    return verslag_van(code, anders)
