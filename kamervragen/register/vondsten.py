"""What a saved answer says by itself: promises to weigh, motions it cites."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.codes import label
from kamervragen.domain.afleiding import als_waarden
from kamervragen.domain.vragenset import Bewindspersoon, Kamer
from kamervragen.language.citations.moties import moties as genoemde_moties
from kamervragen.language.promises.beloften import Belofte, beloften
from kamervragen.language.promises.belofterollen import rollen
from kamervragen.language.promises.herhaling import eerste_gelijke
from kamervragen.register.rows import ToezeggingRij
from kamervragen.register.store import ambten, moties, toezeggingen
from kamervragen.sets.store import recessen, vragensets
from kamervragen.sets.woorden import signalen


def herzie(sessie: Session, *, vragenset_id: int, antwoord_id: int, tekst: str, op: date) -> None:
    """Makes the proposals and links of an answer follow its text, in the transaction that saves it."""
    lezen_met = signalen(sessie)
    gevonden = [
        _rij(belofte, vragenset_id, antwoord_id, op, lezen_met.versie)
        for belofte in beloften(tekst, op, recessen.tabel(sessie), lezen_met)
    ]
    if gevonden:
        _zet_rollen(sessie, vragenset_id, gevonden)
    _merk_herhalingen(sessie, vragenset_id, antwoord_id, gevonden)
    toezeggingen.vervang_voorstellen(sessie, antwoord_id, gevonden)
    moties.ontkoppel(sessie, antwoord_id)
    voetnoten = {
        f"v{noot.nummer}": noot.tekst for noot in vragensets.noten(sessie, vragenset_id) if noot.soort == "voetnoot"
    }
    # In one order for everyone: two savers of the same motions would else wait for each other.
    for motie in sorted(genoemde_moties(tekst, voetnoten), key=lambda m: (m.kamerstuk or "", m.indieners)):
        moties.koppel(
            sessie,
            antwoord_id,
            kamerstuk=motie.kamerstuk,
            indieners=motie.indieners,
            onderwerp=motie.onderwerp,
            zin=motie.zin,
        )


def _zet_rollen(sessie: Session, vragenset_id: int, gevonden: list[ToezeggingRij]) -> None:
    """Who promises what to whom: the one who signs the set, unless the sentence names a colleague; to who asked."""
    mensen = vragensets.betrokkenen(sessie, vragenset_id)
    rol = next((rol for rol in ("ondertekenaar", "gericht_aan") if any(m.rol == rol for m in mensen)), "")
    tekenaar = next((Bewindspersoon(m.functie or "", m.naam, m.portefeuille) for m in mensen if m.rol == rol), None)
    vragers = ", ".join(f"{m.naam} ({m.fractie})" if m.fractie else m.naam or "" for m in mensen if m.rol == "indiener")
    for rij in gevonden:
        delen = rollen(rij.zin)
        wie = delen.wie or tekenaar
        rij.soort = delen.soort.value
        rij.bewindspersoon = str(wie) if wie else None
        rij.portefeuille = wie.portefeuille if wie else None
        rij.aan = _aan_wie(delen.aan, vragers)
        houder = ambten.houder_van(sessie, wie, rij.gedaan_op) if rij.gedaan_op else None
        rij.ambt_id = houder.id if houder else None


def _aan_wie(aan: Kamer | str | None, vragers: str) -> str | None:
    """The chamber where the sentence names it, with whoever asked; a member it names counts before both."""
    if isinstance(aan, Kamer):
        return (
            _("%(kamer)s, op vragen van %(leden)s") % {"kamer": label(aan), "leden": vragers} if vragers else label(aan)
        )
    return aan or vragers or None


def _merk_herhalingen(sessie: Session, vragenset_id: int, antwoord_id: int, gevonden: list[ToezeggingRij]) -> None:
    """A promise that another answer of the set made already is a repeat of that one."""
    eerder = [rij for rij in toezeggingen.van_set(sessie, vragenset_id) if rij.antwoord_id != antwoord_id]
    eerder = [rij for rij in eerder if rij.herhaling_van is None and rij.status != "afgewezen"]
    for rij in gevonden:
        plek = eerste_gelijke(rij.zin, rij.venster_einde, [(e.zin, e.venster_einde) for e in eerder])
        rij.herhaling_van = eerder[plek].id if plek is not None else None


def _rij(belofte: Belofte, vragenset_id: int, antwoord_id: int, op: date, versie: str) -> ToezeggingRij:
    rij = ToezeggingRij(
        vragenset_id=vragenset_id,
        antwoord_id=antwoord_id,
        gedaan_op=op,
        zin=belofte.tekst,
        begin=belofte.begin,
        einde=belofte.einde,
        stevigheid=belofte.stevigheid.value,
        status="voorgesteld",
    )
    zet_belofte(rij, belofte, versie)
    return rij


def zet_belofte(rij: ToezeggingRij, belofte: Belofte, versie: str) -> None:
    """What the reading of a sentence says: how firm, by which cues of which version, and by when."""
    tijd = belofte.tijd
    rij.stevigheid = belofte.stevigheid.value
    rij.signaal = list(belofte.signaal)
    rij.signaalversie = versie
    rij.tijdsaanduiding = tijd.tekst if tijd else None
    rij.venster_begin = tijd.begin if tijd else None
    rij.venster_einde = tijd.einde if tijd else None
    rij.afleiding = als_waarden(tijd.afleiding) if tijd else []
