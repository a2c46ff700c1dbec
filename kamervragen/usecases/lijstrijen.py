"""One row of a list of people's own into the record: new, changed, equal, or refused with the reason.

A row writes nothing until all of it is read. An empty cell takes nothing away, and what a person decided here stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamervragen.catalogus import datum
from kamervragen.catalogus.codes import label
from kamervragen.documents.werkblad import Celwaarde
from kamervragen.domain import motie as motieleven
from kamervragen.domain.ambt import Ambtsperiode, eis_periode
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.nummers import Toezeggingsnummer, Zaaknummer
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.toezegging import Feit, Toezeggingfeit, Toezeggingstatus, eis_feit, status_van
from kamervragen.domain.vragenset import Kamer, Soort, Vragenset
from kamervragen.language.beloften import belofte_in
from kamervragen.language.belofterollen import rollen
from kamervragen.language.datums import eerste_datum
from kamervragen.language.personen import bewindspersonen, leden
from kamervragen.language.tijd import tijdsaanduidingen
from kamervragen.storage import ambten, gebruikers, moties, recessen, toezeggingen, vragensets
from kamervragen.storage.tables import (
    AmbtsperiodeRij,
    MotiefeitRij,
    MotieRij,
    ToezeggingfeitRij,
    ToezeggingRij,
    VragensetRij,
)
from kamervragen.usecases.handeling import Werk
from kamervragen.usecases.index import plan_index
from kamervragen.usecases.inname import Uitkomst
from kamervragen.usecases.moties import APPRECIATIES, gelezen_stemmen, gelezen_verzoek
from kamervragen.usecases.toezeggingen import kamerstuk_van
from kamervragen.usecases.vondsten import bewaard, zet_belofte

# Statuses as people write them in their lists.
_TOEZEGGING = {
    "openstaand": None, "open": None, "in behandeling": None, "loopt": None, "doorlopend": None,
    "voldaan": Toezeggingfeit.NAGEKOMEN, "afgedaan": Toezeggingfeit.NAGEKOMEN, "nagekomen": Toezeggingfeit.NAGEKOMEN,
    "deels voldaan": Toezeggingfeit.DEELS_NAGEKOMEN, "deels afgedaan": Toezeggingfeit.DEELS_NAGEKOMEN,
    "vervallen": Toezeggingfeit.VERVALLEN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rij:
    """The cells of a row by field; what no column gives is empty."""

    cellen: Mapping[str, Celwaarde]

    def tekst(self, veld: str) -> str:
        waarde = self.cellen.get(veld, "")
        return datum(waarde) if isinstance(waarde, date) else " ".join(waarde.split())

    def dag(self, veld: str) -> date | None:
        """:raises Ongeldig: something is written, and no day can be read in it."""
        waarde = self.cellen.get(veld, "")
        if isinstance(waarde, date):
            return waarde
        schoon = " ".join(waarde.replace("/", "-").replace(".", "-").split())
        if not schoon:
            return None
        try:
            return date.fromisoformat(schoon[:10])
        except ValueError:
            gevonden = eerste_datum(schoon) or eerste_datum(waarde)
        if gevonden is None:
            raise Ongeldig(f"{veld}: “{waarde[:40]}” is geen dag. Schrijf hem als 30-06-2026.")
        return gevonden


@dataclass(frozen=True, slots=True)
class Gedaan:
    """What became of a row: `wat` names it, `velden` are the fields that changed, or what a new row was read as."""

    uitkomst: Uitkomst
    wat: str
    velden: tuple[str, ...] = ()


def toezegging(werk: Werk, rij: Rij) -> Gedaan:
    """A promise: found again by its number, or else by its sentence and day."""
    zin, gedaan_op, waar = rij.tekst("toezegging"), rij.dag("gedaan op"), rij.tekst("vindplaats")
    if not zin or gedaan_op is None or not waar:
        raise Ongeldig("De toezegging, de dag of de vindplaats ontbreekt.")
    if gedaan_op > werk.dag:
        raise Ongeldig("De dag van de toezegging ligt in de toekomst.")
    nummer = str(Toezeggingsnummer.parse(rij.tekst("nummer"))) if rij.tekst("nummer") else None
    persoon = next(iter(bewindspersonen(rij.tekst("bewindspersoon"))), None)
    nieuw: dict[str, Any] = {
        "vindplaats": waar, "bewindspersoon": rij.tekst("bewindspersoon"), "aan": rij.tekst("aan"),
        "portefeuille": persoon.portefeuille if persoon else None, "directie": _directie(werk, rij),
        "dossierhouder": rij.tekst("dossierhouder"), **_venster(werk, rij, zin, gedaan_op),
    }  # fmt: skip
    bestaand = toezeggingen.op_nummer(werk.sessie, nummer) if nummer else None
    bestaand = bestaand or toezeggingen.op_zin(werk.sessie, zin, gedaan_op)
    feit = _toezeggingfeit(werk, rij, gedaan_op)
    if bestaand is None:
        if nieuw.get("venster_einde") is None and nieuw.get("interne_dag") is None and feit is None:
            raise Ongeldig("De toezegging noemt geen einddatum. Vul de kolom ‘uiterlijk’ in.")
        houder = ambten.houder_van(werk.sessie, persoon, gedaan_op)
        gemaakt = ToezeggingRij(
            herkomst="register" if nummer else "hand", nummer=nummer, gedaan_op=gedaan_op, zin=zin, begin=0,
            einde=len(zin), status=Toezeggingstatus.OPENSTAAND.value, actor=werk.wie.naam, soort=rollen(zin).soort.value,
            stevigheid=nieuw.pop("stevigheid", "hard"), ambt_id=houder.id if houder else None,
            **{naam: waarde for naam, waarde in nieuw.items() if waarde},
        )  # fmt: skip
        _eis_toezeggingfeit(gemaakt, feit)
        toezeggingen.voeg_toe(werk.sessie, gemaakt)
        _noteer_feit(werk, gemaakt, feit)
        uiterste = gemaakt.interne_dag or gemaakt.venster_einde
        gelezen = (f"uiterlijk {datum(uiterste)}",) if uiterste else ()
        return Gedaan(Uitkomst.NIEUW, nummer or zin, gelezen)
    naam = nummer or bestaand.nummer or zin
    nieuw.pop("stevigheid", None)
    anders = _anders(bestaand, {**nieuw, "zin": zin, "gedaan_op": gedaan_op, "nummer": nummer})
    if bestaand.antwoord_id is not None:
        anders = {v: w for v, w in anders.items() if v in ("dossierhouder", "directie", "interne_dag", "nummer")}
    feit = None if feit is not None and _al_zo(bestaand, feit) else feit
    _eis_toezeggingfeit(bestaand, feit)
    if anders:
        toezeggingen.zet(werk.sessie, bestaand.id or 0, versie=bestaand.versie, **anders)
        werk.sessie.refresh(bestaand)
    _noteer_feit(werk, bestaand, feit)
    return _verslag(naam, [*anders, *(["status"] if feit else [])])


def motie(werk: Werk, rij: Rij) -> Gedaan:
    """A motion: found again by its Kamerstuk."""
    kamerstuk, indieners, ingediend = (
        kamerstuk_van(rij.tekst("kamerstuk")),
        rij.tekst("indieners"),
        rij.dag("ingediend"),
    )
    if kamerstuk is None or not kamerstuk.startswith("kst-") or not indieners or ingediend is None:
        raise Ongeldig("Het Kamerstuk, de indieners of de dag van indiening ontbreekt.")
    if ingediend > werk.dag:
        raise Ongeldig("De dag van indiening ligt in de toekomst.")
    oordeel = rij.tekst("appreciatie")
    if oordeel and oordeel not in APPRECIATIES:
        raise Ongeldig(f"appreciatie: “{oordeel[:40]}” staat niet in de lijst ({', '.join(APPRECIATIES)}).")
    nieuw: dict[str, Any] = {
        "indieners": indieners, "onderwerp": rij.tekst("onderwerp"), "ingediend": ingediend, "appreciatie": oordeel,
        "directie": _directie(werk, rij),
        **(gelezen_verzoek(werk.sessie, rij.tekst("verzoek"), ingediend) if rij.tekst("verzoek") else {}),
    }  # fmt: skip
    bestaand = moties.op_kamerstuk(werk.sessie, kamerstuk)
    eerder = [
        motieleven.Feit(Motiestatus(f.soort), f.datum)
        for f in (moties.feiten(werk.sessie, bestaand.id or 0) if bestaand else ())
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
    anders = _anders(bestaand, nieuw)
    if anders or feiten:
        stand = feiten[-1].soort if feiten else bestaand.status
        moties.zet(werk.sessie, bestaand.id or 0, versie=bestaand.versie, status=stand, **anders)
        werk.sessie.refresh(bestaand)
    for feit in feiten:
        feit.motie_id = bestaand.id or 0
        moties.voeg_feit_toe(werk.sessie, feit)
    return _verslag(kamerstuk, [*anders, *(["stand"] if feiten else [])])


def vragenset(werk: Werk, rij: Rij) -> Gedaan:
    """A set without its questions: they come with the document, and find it by its zaaknummer."""
    zaak, ingezonden, onderwerp = rij.tekst("zaaknummer"), rij.dag("ingezonden"), rij.tekst("onderwerp")
    if not zaak or ingezonden is None or not onderwerp:
        raise Ongeldig("Het zaaknummer, het onderwerp of de dag van inzending ontbreekt.")
    nummer = Zaaknummer.parse(zaak)
    kamer = {
        "": None,
        "tk": Kamer.TWEEDE,
        "ek": Kamer.EERSTE,
        "tweede kamer": Kamer.TWEEDE,
        "eerste kamer": Kamer.EERSTE,
    }
    if rij.tekst("kamer").casefold() not in kamer:
        raise Ongeldig(f"kamer: “{rij.tekst('kamer')[:20]}” is geen Kamer. Schrijf Tweede Kamer of Eerste Kamer.")
    aan = bewindspersonen(rij.tekst("gericht aan"))
    if rij.tekst("gericht aan") and not aan:
        raise Ongeldig("gericht aan: schrijf het ambt voluit, bijvoorbeeld minister van Justitie en Veiligheid.")
    dagen = {Feitsoort.UITSTEL: rij.dag("uitstel"), Feitsoort.ONTVANGEN: rij.dag("ontvangen")}
    for dag in (ingezonden, *filter(None, dagen.values())):
        if dag > werk.dag or dag < ingezonden:
            raise Ongeldig(f"{datum(dag)} ligt voor de inzending of in de toekomst.")
    code = _directie(werk, rij)
    directie = next((d.id for d in gebruikers.directies(werk.sessie) if d.code == code), None)
    inhoud = Vragenset(
        soort=Soort.VRAGEN, zaaknummer=nummer, onderwerp=onderwerp, ingezonden=ingezonden,
        indieners=leden(rij.tekst("indieners")) if rij.tekst("indieners") else (), gericht_aan=aan,
    )  # fmt: skip
    gekozen = kamer[rij.tekst("kamer").casefold()]
    nieuw = {
        "ingezonden": ingezonden,
        "onderwerp": onderwerp,
        "directie_id": directie,
        "kamer": gekozen and gekozen.value,
    }
    bestaand = vragensets.op_zaaknummer(werk.sessie, nummer)
    if bestaand is None:
        bestaand = vragensets.nieuw(werk.sessie, inhoud, werk.moment)
        for naam, waarde in nieuw.items():
            if waarde:
                setattr(bestaand, naam, waarde)
        _feiten_van_set(werk, bestaand, {Feitsoort.GEREGISTREERD: ingezonden, **dagen})
        vragensets.zet_betrokkenen(werk.sessie, bestaand.id or 0, inhoud)
        plan_index(werk.sessie, bestaand.id or 0, werk.moment)
        return Gedaan(Uitkomst.NIEUW, zaak)
    anders = _anders(bestaand, nieuw)
    if vragensets.documenten(werk.sessie, bestaand.id or 0):
        anders = {v: w for v, w in anders.items() if v == "directie_id"}  # the Kamer's own paper says the rest
    erbij = _feiten_van_set(werk, bestaand, dagen)
    mensen = vragensets.zet_betrokkenen(werk.sessie, bestaand.id or 0, inhoud)
    for naam, waarde in anders.items():
        setattr(bestaand, naam, waarde)
    if anders or erbij or mensen:
        bestaand.versie += 1
        werk.sessie.add(bestaand)
        plan_index(werk.sessie, bestaand.id or 0, werk.moment)
    return _verslag(zaak, [*anders, *erbij, *(["betrokkenen"] if mensen else [])])


def bewindspersoon(werk: Werk, rij: Rij) -> Gedaan:
    """A period in office: found again by person, office and first day."""
    van = rij.dag("van")
    if van is None or not rij.tekst("bron"):
        raise Ongeldig("De eerste dag of de bron ontbreekt.")
    periode = Ambtsperiode(
        rij.tekst("functie").casefold(), rij.tekst("naam"), rij.tekst("portefeuille"), rij.tekst("kabinet"), van,
        rij.dag("tot"), rij.dag("demissionair"),
    )  # fmt: skip
    alle = ambten.rijen(werk.sessie)
    zelfde = [r for r in alle if ambten.als_periode(r).ambt == periode.ambt and r.van == van and r.naam == periode.naam]
    eis_periode(periode, [ambten.als_periode(r) for r in alle if r not in zelfde])
    if not zelfde:
        ambten.voeg_toe(werk.sessie, periode, bron=rij.tekst("bron"))
        return Gedaan(Uitkomst.NIEUW, str(periode.persoon))
    anders = _anders(zelfde[0], {
        "tot": periode.tot, "demissionair": periode.demissionair, "kabinet": periode.kabinet, "bron": rij.tekst("bron"),
    })  # fmt: skip
    if anders:
        ambten.zet(werk.sessie, zelfde[0].id or 0, versie=zelfde[0].versie, **anders)
        werk.sessie.refresh(zelfde[0])
    return _verslag(str(periode.persoon), list(anders))


def _venster(werk: Werk, rij: Rij, zin: str, gedaan_op: date) -> dict[str, Any]:
    """The window: from the term in the list as a person wrote it, else from the sentence; a plain day is our own."""
    uiterlijk, termijn = rij.dag("uiterlijk"), rij.tekst("termijn")
    if uiterlijk is not None and uiterlijk < gedaan_op:
        raise Ongeldig(f"De uiterste dag {datum(uiterlijk)} ligt voor de toezegging.")
    tabel = recessen.tabel(werk.sessie)
    leeg = ToezeggingRij(zin=zin, begin=0, einde=len(zin), stevigheid="hard", status="openstaand")
    if belofte := belofte_in(zin, gedaan_op, recessen=tabel):
        zet_belofte(leeg, belofte)
    if termijn:
        tijd = next(iter(tijdsaanduidingen(termijn, gedaan_op, tabel)), None)
        if tijd is None and (dag := eerste_datum(termijn)) is None:
            raise Ongeldig(
                f"termijn: “{termijn[:60]}” is niet te lezen. Schrijf bijvoorbeeld ‘voor de zomer’ of een dag."
            )
        if tijd is not None:
            leeg.tijdsaanduiding, leeg.venster_begin, leeg.venster_einde = tijd.tekst, tijd.begin, tijd.einde
            leeg.afleiding = bewaard(tijd.afleiding)
        else:
            uiterlijk = uiterlijk or dag
    return {
        "tijdsaanduiding": leeg.tijdsaanduiding, "venster_begin": leeg.venster_begin, "venster_einde": leeg.venster_einde,
        "afleiding": leeg.afleiding, "signaal": leeg.signaal, "stevigheid": leeg.stevigheid, "interne_dag": uiterlijk,
    }  # fmt: skip


def _toezeggingfeit(werk: Werk, rij: Rij, gedaan_op: date) -> ToezeggingfeitRij | None:
    stand = rij.tekst("status").casefold()
    if not stand:
        return None
    if stand not in _TOEZEGGING:
        raise Ongeldig(f"status: “{stand[:40]}” is onbekend. Kies uit {', '.join(_TOEZEGGING)}.")
    soort = _TOEZEGGING[stand]
    if soort is None:
        return None
    dag = rij.dag("nagekomen op") or werk.dag
    if dag > werk.dag or dag < gedaan_op:
        raise Ongeldig(f"{datum(dag)} ligt voor de toezegging of in de toekomst.")
    return ToezeggingfeitRij(
        toezegging_id=0, soort=soort.value, datum=dag, kamerstuk=kamerstuk_van(rij.tekst("nakoming")),
        reden=rij.tekst("reden") or None, actor=werk.wie.naam, moment=werk.moment,
    )  # fmt: skip


def _eis_toezeggingfeit(rij: ToezeggingRij, feit: ToezeggingfeitRij | None) -> None:
    if feit is not None:
        eis_feit(
            Toezeggingstatus(rij.status), Feit(Toezeggingfeit(feit.soort), feit.datum),
            gedaan_op=rij.gedaan_op or date.min, kamerstuk=feit.kamerstuk or "", reden=feit.reden or "",
            uiterste=rij.interne_dag or rij.venster_einde,
        )  # fmt: skip


def _al_zo(rij: ToezeggingRij, feit: ToezeggingfeitRij) -> bool:
    naar = {
        Toezeggingfeit.NAGEKOMEN: Toezeggingstatus.VOLDAAN, Toezeggingfeit.DEELS_NAGEKOMEN: Toezeggingstatus.DEELS_VOLDAAN,
        Toezeggingfeit.VERVALLEN: Toezeggingstatus.VERVALLEN,
    }  # fmt: skip
    return rij.status == naar[Toezeggingfeit(feit.soort)]


def _noteer_feit(werk: Werk, rij: ToezeggingRij, feit: ToezeggingfeitRij | None) -> None:
    if feit is None:
        return
    feit.toezegging_id = rij.id or 0
    toezeggingen.voeg_feit_toe(werk.sessie, feit)
    status = status_van(Toezeggingstatus(rij.status), (Feit(Toezeggingfeit(feit.soort), feit.datum),))
    toezeggingen.zet(werk.sessie, rij.id or 0, versie=rij.versie, status=status.value)
    werk.sessie.refresh(rij)


def _motiefeiten(werk: Werk, rij: Rij, ingediend: date, eerder: list[motieleven.Feit]) -> list[MotiefeitRij]:
    """What the row says that happened and is not recorded yet, each held against what came before."""
    stand = rij.tekst("stand").casefold()
    namen = {label(lid): lid for lid in Motiestatus}
    if stand and stand not in namen:
        raise Ongeldig(f"stand: “{stand[:40]}” is onbekend. Kies uit {', '.join(sorted(namen))}.")
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
        raise Ongeldig(f"stand sinds: vul in sinds wanneer de motie {stand} is; niet in de toekomst.")
    stuk, reden = kamerstuk_van(rij.tekst("afdoening")), rij.tekst("reden")
    voor, tegen = gelezen_stemmen(doel, rij.tekst("voor"), rij.tekst("tegen"))
    motieleven.eis_feit(eerder, motieleven.Feit(doel, dag), reden=reden, kamerstuk=stuk or "")
    return [*uit, _motiefeit(werk, doel, dag, kamerstuk=stuk, reden=reden or None, voor=voor, tegen=tegen)]


def _motiefeit(werk: Werk, soort: Motiestatus, dag: date, **rest: Any) -> MotiefeitRij:
    return MotiefeitRij(motie_id=0, soort=soort.value, datum=dag, actor=werk.wie.naam, moment=werk.moment, **rest)


def _feiten_van_set(werk: Werk, rij: VragensetRij, dagen: Mapping[Feitsoort, date | None]) -> list[str]:
    bekend = {feit.soort for feit in vragensets.feiten(werk.sessie, rij.id or 0)}
    uit = []
    for soort, dag in dagen.items():
        if dag is not None and soort not in bekend:
            vragensets.voeg_feit_toe(
                werk.sessie, rij.id or 0, soort, dag, actor=werk.wie.naam, moment=werk.moment, toelichting=werk.object
            )
            uit.append(label(soort))
            if soort is Feitsoort.ONTVANGEN:
                rij.ontvangen = dag
    return uit


def _directie(werk: Werk, rij: Rij) -> str | None:
    naam = rij.tekst("directie")
    if not naam:
        return None
    gevonden = [
        d.code for d in gebruikers.directies(werk.sessie) if naam.casefold() in (d.code.casefold(), d.naam.casefold())
    ]
    if not gevonden:
        raise Ongeldig(f"directie: “{naam[:40]}” bestaat niet.")
    return gevonden[0]


def _anders(rij: ToezeggingRij | MotieRij | VragensetRij | AmbtsperiodeRij, nieuw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the row fills in and that say something else now."""
    return {veld: waarde for veld, waarde in nieuw.items() if waarde and getattr(rij, veld) != waarde}


def _verslag(naam: str, velden: list[str]) -> Gedaan:
    if not velden:
        return Gedaan(Uitkomst.GELIJK, naam)
    verborgen = ("afleiding", "signaal", "venster_begin")
    return Gedaan(
        Uitkomst.GEWIJZIGD, naam, tuple(v.replace("_id", "").replace("_", " ") for v in velden if v not in verborgen)
    )
