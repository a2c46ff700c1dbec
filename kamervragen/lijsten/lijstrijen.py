"""A row of a list of promises or motions into the register: new, changed, equal, or refused with the reason.

A row writes nothing until all of it is read. An empty cell takes nothing away, and what a person decided here stays.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kamervragen.catalogue import datum
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Werk
from kamervragen.domain import motie as motieleven
from kamervragen.domain.afleiding import als_waarden
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.nummers import Toezeggingsnummer
from kamervragen.domain.toezegging import Feit, Toezeggingfeit, Toezeggingstatus, eis_feit, status_van
from kamervragen.inname.innemen import Uitkomst
from kamervragen.language.datums import eerste_datum
from kamervragen.language.personen import bewindspersonen
from kamervragen.language.promises.beloften import belofte_in
from kamervragen.language.promises.belofterollen import rollen
from kamervragen.language.promises.tijd import tijdsaanduidingen
from kamervragen.lijsten.lijstrij import Gedaan, Rij, anders_dan, directie_van, eis_gevuld, verslag_van
from kamervragen.register.moties import APPRECIATIES, gelezen_stemmen, gelezen_verzoek
from kamervragen.register.rows import MotiefeitRij, MotieRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import ambten, moties, toezeggingen
from kamervragen.register.toezeggingen import kamerstuk_van
from kamervragen.register.vondsten import zet_belofte
from kamervragen.sets.store import recessen
from kamervragen.sets.woorden import signalen

# Statuses as people write them in their lists.
_TOEZEGGING = {
    "openstaand": None,
    "open": None,
    "in behandeling": None,
    "loopt": None,
    "doorlopend": None,
    "voldaan": Toezeggingfeit.NAGEKOMEN,
    "afgedaan": Toezeggingfeit.NAGEKOMEN,
    "nagekomen": Toezeggingfeit.NAGEKOMEN,
    "deels voldaan": Toezeggingfeit.DEELS_NAGEKOMEN,
    "deels afgedaan": Toezeggingfeit.DEELS_NAGEKOMEN,
    "vervallen": Toezeggingfeit.VERVALLEN,
}


def toezegging(werk: Werk, rij: Rij) -> Gedaan:
    """A promise: found again by its number, or else by its sentence and day."""
    zin, gedaan_op, waar = rij.tekst("toezegging"), rij.dag("gedaan op"), rij.tekst("vindplaats")
    eis_gevuld(rij, "toezegging", "gedaan op", "vindplaats")
    assert gedaan_op is not None
    if gedaan_op > werk.dag:
        raise Ongeldig("De dag van de toezegging ligt in de toekomst.")
    nummer = str(Toezeggingsnummer.parse(rij.tekst("nummer"))) if rij.tekst("nummer") else None
    persoon = next(iter(bewindspersonen(rij.tekst("bewindspersoon"))), None)
    nieuw: dict[str, Any] = {
        "vindplaats": waar,
        "bewindspersoon": rij.tekst("bewindspersoon"),
        "aan": rij.tekst("aan"),
        "portefeuille": persoon.portefeuille if persoon else None,
        "directie": directie_van(werk, rij),
        "dossierhouder": rij.tekst("dossierhouder"),
        **_venster(werk, rij, zin, gedaan_op),
    }
    bestaand = toezeggingen.op_nummer(werk.sessie, nummer) if nummer else None
    bestaand = bestaand or toezeggingen.op_zin(werk.sessie, zin, gedaan_op)
    feit = _toezeggingfeit(werk, rij, gedaan_op)
    if bestaand is None:
        if nieuw.get("venster_einde") is None and nieuw.get("interne_dag") is None and feit is None:
            raise Ongeldig("De toezegging noemt geen einddatum. Vul de kolom ‘uiterlijk’ in.")
        houder = ambten.houder_van(werk.sessie, persoon, gedaan_op)
        gemaakt = ToezeggingRij(
            herkomst="register" if nummer else "hand",
            nummer=nummer,
            gedaan_op=gedaan_op,
            zin=zin,
            begin=0,
            einde=len(zin),
            status=Toezeggingstatus.OPENSTAAND.value,
            actor=werk.wie.naam,
            soort=rollen(zin).soort.value,
            stevigheid=nieuw.pop("stevigheid", "hard"),
            ambt_id=houder.id if houder else None,
            **{naam: waarde for naam, waarde in nieuw.items() if waarde},
        )
        _eis_toezeggingfeit(gemaakt, feit)
        toezeggingen.voeg_toe(werk.sessie, gemaakt)
        _noteer_feit(werk, gemaakt, feit)
        uiterste = gemaakt.interne_dag or gemaakt.venster_einde
        gelezen = (f"uiterlijk {datum(uiterste)}",) if uiterste else ()
        return Gedaan(Uitkomst.NIEUW, nummer or zin, gelezen)
    naam = nummer or bestaand.nummer or zin
    nieuw.pop("stevigheid", None)
    anders = anders_dan(bestaand, {**nieuw, "zin": zin, "gedaan_op": gedaan_op, "nummer": nummer})
    if bestaand.antwoord_id is not None:
        anders = {v: w for v, w in anders.items() if v in ("dossierhouder", "directie", "interne_dag", "nummer")}
    feit = None if feit is not None and _al_zo(bestaand, feit) else feit
    _eis_toezeggingfeit(bestaand, feit)
    if anders:
        voor = bestaand.interne_dag or bestaand.venster_einde
        toezeggingen.zet(werk.sessie, bestaand.id, versie=bestaand.versie, **anders)
        werk.sessie.refresh(bestaand)
        _noteer_verschuiving(werk, rij, bestaand, voor)
    _noteer_feit(werk, bestaand, feit)
    return verslag_van(naam, [*anders, *(["status"] if feit else [])])


def motie(werk: Werk, rij: Rij) -> Gedaan:
    """A motion: found again by its Kamerstuk."""
    kamerstuk, indieners, ingediend = (
        kamerstuk_van(rij.tekst("kamerstuk")),
        rij.tekst("indieners"),
        rij.dag("ingediend"),
    )
    eis_gevuld(rij, "kamerstuk", "indieners", "ingediend")
    assert ingediend is not None
    if kamerstuk is None or not kamerstuk.startswith("kst-"):
        raise Ongeldig("kamerstuk: een motie heeft een Kamerstuknummer, bijvoorbeeld Kamerstuk 33552, nr. 124.")
    if ingediend > werk.dag:
        raise Ongeldig("De dag van indiening ligt in de toekomst.")
    oordeel = rij.tekst("appreciatie")
    if oordeel and oordeel not in APPRECIATIES:
        raise Ongeldig(
            "appreciatie: “%(oordeel)s” staat niet in de lijst (%(appreciaties)s).",
            oordeel=oordeel[:40],
            appreciaties=", ".join(APPRECIATIES),
        )
    nieuw: dict[str, Any] = {
        "indieners": indieners,
        "onderwerp": rij.tekst("onderwerp"),
        "ingediend": ingediend,
        "appreciatie": oordeel,
        "directie": directie_van(werk, rij),
        **(gelezen_verzoek(werk.sessie, rij.tekst("verzoek"), ingediend) if rij.tekst("verzoek") else {}),
    }
    bestaand = moties.op_kamerstuk(werk.sessie, kamerstuk)
    eerder = [
        motieleven.Feit(Motiestatus(f.soort), f.datum)
        for f in (moties.feiten(werk.sessie, bestaand.id) if bestaand else ())
    ]
    feiten = _motiefeiten(werk, rij, ingediend, eerder)
    if bestaand is None:
        gevuld = {naam: waarde for naam, waarde in nieuw.items() if waarde}
        stand = feiten[-1].soort if feiten else Motiestatus.INGEDIEND.value
        id = moties.voeg_toe(werk.sessie, MotieRij(kamerstuk=kamerstuk, status=stand, **gevuld))
        for feit in feiten:
            feit.motie_id = id
            moties.voeg_feit_toe(werk.sessie, feit)
        return Gedaan(Uitkomst.NIEUW, kamerstuk)
    anders = anders_dan(bestaand, nieuw)
    if anders or feiten:
        stand = feiten[-1].soort if feiten else bestaand.status
        moties.zet(werk.sessie, bestaand.id, versie=bestaand.versie, status=stand, **anders)
        werk.sessie.refresh(bestaand)
    for feit in feiten:
        feit.motie_id = bestaand.id
        moties.voeg_feit_toe(werk.sessie, feit)
    return verslag_van(kamerstuk, [*anders, *(["stand"] if feiten else [])])


def _venster(werk: Werk, rij: Rij, zin: str, gedaan_op: date) -> dict[str, Any]:
    """The window: from the term in the list as a person wrote it, else from the sentence; a plain day is our own."""
    uiterlijk, termijn = rij.dag("uiterlijk"), rij.tekst("termijn")
    if uiterlijk is not None and uiterlijk < gedaan_op:
        raise Ongeldig("De uiterste dag %(uiterlijk)s ligt voor de toezegging.", uiterlijk=datum(uiterlijk))
    tabel, lezen_met = recessen.tabel(werk.sessie), signalen(werk.sessie)
    leeg = ToezeggingRij(zin=zin, begin=0, einde=len(zin), stevigheid="hard", status="openstaand")
    if belofte := belofte_in(zin, gedaan_op, recessen=tabel, signalen=lezen_met):
        zet_belofte(leeg, belofte, lezen_met.versie)
    if termijn:
        tijd = next(iter(tijdsaanduidingen(termijn, gedaan_op, tabel)), None)
        if tijd is None and (dag := eerste_datum(termijn)) is None:
            raise Ongeldig(
                "termijn: “%(termijn)s” is niet te lezen. Schrijf bijvoorbeeld ‘voor de zomer’ of een dag.",
                termijn=termijn[:60],
            )
        if tijd is not None:
            leeg.tijdsaanduiding, leeg.venster_begin, leeg.venster_einde = tijd.tekst, tijd.begin, tijd.einde
            leeg.afleiding = als_waarden(tijd.afleiding)
        else:
            uiterlijk = uiterlijk or dag
    return {
        "tijdsaanduiding": leeg.tijdsaanduiding,
        "venster_begin": leeg.venster_begin,
        "venster_einde": leeg.venster_einde,
        "afleiding": leeg.afleiding,
        "signaal": leeg.signaal,
        "stevigheid": leeg.stevigheid,
        "interne_dag": uiterlijk,
    }


def _toezeggingfeit(werk: Werk, rij: Rij, gedaan_op: date) -> ToezeggingfeitRij | None:
    stand = rij.tekst("status").casefold()
    if not stand:
        return None
    if stand not in _TOEZEGGING:
        raise Ongeldig(
            "status: “%(stand)s” is onbekend. Kies uit %(toezegging)s.",
            stand=stand[:40],
            toezegging=", ".join(_TOEZEGGING),
        )
    soort = _TOEZEGGING[stand]
    if soort is None:
        return None
    dag = rij.dag("nagekomen op") or werk.dag
    if dag > werk.dag or dag < gedaan_op:
        raise Ongeldig("%(dag)s ligt voor de toezegging of in de toekomst.", dag=datum(dag))
    return ToezeggingfeitRij(
        toezegging_id=0,
        soort=soort.value,
        datum=dag,
        kamerstuk=kamerstuk_van(rij.tekst("nakoming")),
        reden=rij.tekst("reden") or None,
        actor=werk.wie.naam,
        moment=werk.moment,
    )


def _eis_toezeggingfeit(rij: ToezeggingRij, feit: ToezeggingfeitRij | None) -> None:
    if feit is not None:
        eis_feit(
            Toezeggingstatus(rij.status),
            Feit(Toezeggingfeit(feit.soort), feit.datum),
            gedaan_op=rij.gedaan_op or date.min,
            kamerstuk=feit.kamerstuk or "",
            reden=feit.reden or "",
            uiterste=rij.interne_dag or rij.venster_einde,
        )


def _al_zo(rij: ToezeggingRij, feit: ToezeggingfeitRij) -> bool:
    naar = {
        Toezeggingfeit.NAGEKOMEN: Toezeggingstatus.VOLDAAN,
        Toezeggingfeit.DEELS_NAGEKOMEN: Toezeggingstatus.DEELS_VOLDAAN,
        Toezeggingfeit.VERVALLEN: Toezeggingstatus.VERVALLEN,
    }
    return rij.status == naar[Toezeggingfeit(feit.soort)]


def _noteer_verschuiving(werk: Werk, rij: Rij, belofte: ToezeggingRij, voor: date | None) -> None:
    """A list that moves the last day of a promise leaves both days, as a person would."""
    na = belofte.interne_dag or belofte.venster_einde
    if na != voor and belofte.status != Toezeggingstatus.VOORGESTELD:
        toezeggingen.voeg_feit_toe(
            werk.sessie,
            ToezeggingfeitRij(
                toezegging_id=belofte.id,
                soort=Toezeggingfeit.VERSCHOVEN.value,
                datum=werk.dag,
                van=voor,
                naar=na,
                reden=rij.tekst("reden") or f"lijst {werk.object}",
                actor=werk.wie.naam,
                moment=werk.moment,
            ),
        )


def _noteer_feit(werk: Werk, rij: ToezeggingRij, feit: ToezeggingfeitRij | None) -> None:
    if feit is None:
        return
    feit.toezegging_id = rij.id
    toezeggingen.voeg_feit_toe(werk.sessie, feit)
    status = status_van(Toezeggingstatus(rij.status), (Feit(Toezeggingfeit(feit.soort), feit.datum),))
    toezeggingen.zet(werk.sessie, rij.id, versie=rij.versie, status=status.value)
    werk.sessie.refresh(rij)


def _motiefeiten(werk: Werk, rij: Rij, ingediend: date, eerder: list[motieleven.Feit]) -> list[MotiefeitRij]:
    """What the row says that happened and is not recorded yet, each held against what came before."""
    stand = rij.tekst("stand").casefold()
    namen = {label(lid): lid for lid in Motiestatus}
    if stand and stand not in namen:
        raise Ongeldig(
            "stand: “%(stand)s” is onbekend. Kies uit %(namen)s.", stand=stand[:40], namen=", ".join(sorted(namen))
        )
    uit: list[MotiefeitRij] = []
    if not eerder:
        uit.append(_motiefeit(werk, Motiestatus.INGEDIEND, ingediend))
        eerder = [motieleven.Feit(Motiestatus.INGEDIEND, ingediend)]
    nu = motieleven.status_van(eerder)
    doel = namen[stand] if stand else nu
    if doel in (Motiestatus.ONBEKEND, nu):
        return uit
    dag = rij.dag("stand sinds")
    if dag is None or dag > werk.dag:
        raise Ongeldig("stand sinds: vul in sinds wanneer de motie %(stand)s is; niet in de toekomst.", stand=stand)
    stuk, reden = kamerstuk_van(rij.tekst("afdoening")), rij.tekst("reden")
    voor, tegen = gelezen_stemmen(doel, rij.tekst("voor"), rij.tekst("tegen"))
    motieleven.eis_feit(eerder, motieleven.Feit(doel, dag), reden=reden, kamerstuk=stuk or "")
    return [*uit, _motiefeit(werk, doel, dag, kamerstuk=stuk, reden=reden or None, voor=voor, tegen=tegen)]


def _motiefeit(werk: Werk, soort: Motiestatus, dag: date, **rest: Any) -> MotiefeitRij:
    return MotiefeitRij(motie_id=0, soort=soort.value, datum=dag, actor=werk.wie.naam, moment=werk.moment, **rest)
