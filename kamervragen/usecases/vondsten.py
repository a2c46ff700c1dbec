"""What a saved answer says by itself: promises to weigh, motions it cites."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from kamervragen.domain.afleiding import Afleiding, Stap
from kamervragen.language.beloften import Belofte, beloften
from kamervragen.language.herhaling import eerste_gelijke
from kamervragen.language.moties import moties as genoemde_moties
from kamervragen.language.signalen import VERSIE
from kamervragen.storage import moties, recessen, toezeggingen, vragensets
from kamervragen.storage.tables import MotieRij, ToezeggingRij


def herzie(sessie: Session, *, vragenset_id: int, antwoord_id: int, tekst: str, op: date) -> None:
    """Makes the proposals and links of an answer follow its text, in the transaction that saves it."""
    gevonden = [_rij(belofte, vragenset_id, antwoord_id, op) for belofte in beloften(tekst, op, recessen.tabel(sessie))]
    _merk_herhalingen(sessie, vragenset_id, antwoord_id, gevonden)
    toezeggingen.vervang_voorstellen(sessie, antwoord_id, gevonden)
    moties.ontkoppel(sessie, antwoord_id)
    voetnoten = {
        f"v{noot.nummer}": noot.tekst for noot in vragensets.noten(sessie, vragenset_id) if noot.soort == "voetnoot"
    }
    # In one order for everyone: two savers of the same motions would else wait for each other.
    for motie in sorted(genoemde_moties(tekst, voetnoten), key=lambda m: (m.kamerstuk or "", m.indieners)):
        moties.koppel(
            sessie, antwoord_id, kamerstuk=motie.kamerstuk, indieners=motie.indieners, onderwerp=motie.onderwerp,
            zin=motie.zin,
        )  # fmt: skip


def _merk_herhalingen(sessie: Session, vragenset_id: int, antwoord_id: int, gevonden: list[ToezeggingRij]) -> None:
    """A promise that another answer of the set made already is a repeat of that one."""
    eerder = [rij for rij in toezeggingen.van_set(sessie, vragenset_id) if rij.antwoord_id != antwoord_id]
    eerder = [rij for rij in eerder if rij.herhaling_van is None and rij.status != "afgewezen"]
    for rij in gevonden:
        plek = eerste_gelijke(rij.zin, rij.venster_einde, [(e.zin, e.venster_einde) for e in eerder])
        rij.herhaling_van = eerder[plek].id if plek is not None else None


def _rij(belofte: Belofte, vragenset_id: int, antwoord_id: int, op: date) -> ToezeggingRij:
    rij = ToezeggingRij(
        vragenset_id=vragenset_id, antwoord_id=antwoord_id, gedaan_op=op, zin=belofte.tekst, begin=belofte.begin,
        einde=belofte.einde, stevigheid=belofte.stevigheid.value, status="voorgesteld",
    )  # fmt: skip
    zet_belofte(rij, belofte)
    return rij


def zet_belofte(rij: ToezeggingRij, belofte: Belofte) -> None:
    """What the reading of a sentence says: how firm, by which cues, and by when."""
    tijd = belofte.tijd
    rij.stevigheid = belofte.stevigheid.value
    rij.signaal = list(belofte.signaal)
    rij.signaalversie = VERSIE
    rij.tijdsaanduiding = tijd.tekst if tijd else None
    rij.venster_begin = tijd.begin if tijd else None
    rij.venster_einde = tijd.einde if tijd else None
    rij.afleiding = bewaard(tijd.afleiding) if tijd else []


def bewaard(afleiding: Afleiding) -> list[dict[str, Any]]:
    """A derivation as JSON: codes and facts, a day as {"dag": ...}, so that its words can change with the language."""
    return [
        {
            "code": stap.code,
            "feiten": {naam: {"dag": w.isoformat()} if isinstance(w, date) else w for naam, w in stap.feiten},
        }
        for stap in afleiding.stappen
    ]


def afleiding_van(rij: ToezeggingRij | MotieRij) -> Afleiding:
    """The derivation that was kept with a promise."""
    return Afleiding(
        tuple(
            Stap(
                deel["code"],
                tuple(
                    (naam, date.fromisoformat(w["dag"]) if isinstance(w, dict) else w)
                    for naam, w in deel["feiten"].items()
                ),
            )
            for deel in rij.afleiding
        )
    )
