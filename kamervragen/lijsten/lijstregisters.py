"""Rows of the registers that a ministry keeps itself: laws, recesses, directies and words."""

from __future__ import annotations

from kamervragen.antwoorden.store import afwegingen
from kamervragen.beheer import recessen, signaalwoorden
from kamervragen.catalogue import datum
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, Werk
from kamervragen.domain.errors import Ongeldig
from kamervragen.inname.innemen import Uitkomst
from kamervragen.language.promises.signaaltabel import Werking
from kamervragen.lijn import wetten
from kamervragen.lijsten.lijstrij import Gedaan, Rij, eis_gevuld, verslag_van
from kamervragen.mensen import accounts
from kamervragen.mensen.store import gebruikers
from kamervragen.sets import uitstelredenen
from kamervragen.sets.store import recessen as kalender


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
    """A recess in the calendar. What it moves is recorded as when it is typed."""
    eis_gevuld(rij, "reces", "van", "tot en met", "bron")
    gelezen = recessen.gelezen(rij.tekst("reces").casefold(), rij.dag("van"), rij.dag("tot en met"), rij.tekst("bron"))
    naam = f"{gelezen.naam} {datum(gelezen.begin)}"
    if any(
        (r.naam, r.begin, r.einde) == (gelezen.naam, gelezen.begin, gelezen.einde) for r in kalender.tabel(werk.sessie)
    ):
        return Gedaan(Uitkomst.GELIJK, naam)
    recessen.neem_op(huis, werk, gelezen)
    return Gedaan(Uitkomst.NIEUW, naam, ("open dagen worden herberekend",))


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


def uitstelreden(werk: Werk, rij: Rij) -> Gedaan:
    """A reason of delay by its name; one that is there gets the clause of the row."""
    naam = rij.tekst("reden")
    nieuw, velden = uitstelredenen.neem_op(werk, naam, rij.tekst("omdat"), actief=_in_gebruik(rij))
    return Gedaan(Uitkomst.NIEUW, naam) if nieuw else verslag_van(naam, velden)


def signaal(werk: Werk, rij: Rij) -> Gedaan:
    """Words that promise or take back. Of those that are there a row only says whether they are used."""
    woorden, actief = rij.tekst("woorden"), _in_gebruik(rij)
    werking = next((w for w in Werking if rij.tekst("werking").casefold() in (w.value, label(w))), None)
    if werking is None:
        kiezen = ", ".join(label(w) for w in Werking)
        raise Ongeldig("werking: schrijf een van deze: %(kiezen)s.", kiezen=kiezen)
    oud = signaalwoorden.regel_van(werk.sessie, woorden)
    if oud is None:
        signaalwoorden.neem_op(werk, code="", tekst=woorden, werking=werking.value, actief=actief)
        return Gedaan(Uitkomst.NIEUW, woorden)
    if oud.werking is not werking:
        raise Ongeldig(
            "Deze woorden staan op de lijst als %(nu)s. Zet ze daar uit en voeg andere toe.", nu=label(oud.werking)
        )
    if oud.actief == actief:
        return verslag_van(woorden, [])
    signaalwoorden.neem_op(werk, code=oud.code, tekst="", werking="", actief=actief)
    return verslag_van(woorden, ["in gebruik"])


def _in_gebruik(rij: Rij) -> bool:
    """Yes, unless the row says no."""
    return rij.tekst("in gebruik").casefold() not in ("nee", "n", "0", "onwaar")
