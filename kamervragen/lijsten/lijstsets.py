"""A row of a list of sets or of bewindspersonen into the record; nothing is written before all of it was read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kamervragen.catalogue import datum
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Werk
from kamervragen.domain.ambt import Ambtsperiode, eis_periode
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.nummers import Zaaknummer
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Kamer, Soort, Vragenset
from kamervragen.inname.innemen import Uitkomst
from kamervragen.language.personen import bewindspersonen, leden
from kamervragen.lijsten.lijstrij import Gedaan, Rij, anders_dan, directie_van, eis_gevuld, verslag_van
from kamervragen.mensen.store import gebruikers
from kamervragen.register.store import ambten
from kamervragen.sets.index import plan_index
from kamervragen.sets.kolommen import eigen_kolommen
from kamervragen.sets.rows import EIGEN_VELDEN, VragensetRij
from kamervragen.sets.store import documenten, koppen, vinden, vragensets


def vragenset(werk: Werk, rij: Rij) -> Gedaan:
    """A set without its questions: they come with the document, and find it by its zaaknummer."""
    zaak, ingezonden, onderwerp = rij.tekst("zaaknummer"), rij.dag("ingezonden"), rij.tekst("onderwerp")
    eis_gevuld(rij, "zaaknummer", "onderwerp", "ingezonden")
    assert ingezonden is not None
    nummer = Zaaknummer.parse(zaak)
    kamer = {
        "": None,
        "tk": Kamer.TWEEDE,
        "ek": Kamer.EERSTE,
        "tweede kamer": Kamer.TWEEDE,
        "eerste kamer": Kamer.EERSTE,
    }
    if rij.tekst("kamer").casefold() not in kamer:
        raise Ongeldig(
            "kamer: “%(geschreven)s” is geen Kamer. Schrijf Tweede Kamer of Eerste Kamer.",
            geschreven=rij.tekst("kamer")[:20],
        )
    aan = bewindspersonen(rij.tekst("gericht aan"))
    if rij.tekst("gericht aan") and not aan:
        raise Ongeldig("gericht aan: schrijf het ambt voluit, bijvoorbeeld minister van Justitie en Veiligheid.")
    dagen = {Feitsoort.UITSTEL: rij.dag("uitstel"), Feitsoort.ONTVANGEN: rij.dag("ontvangen")}
    for dag in (ingezonden, *filter(None, dagen.values())):
        if dag > werk.dag or dag < ingezonden:
            raise Ongeldig("%(dag)s ligt voor de inzending of in de toekomst.", dag=datum(dag))
    code = directie_van(werk, rij)
    directie = next((d.id for d in gebruikers.directies(werk.sessie) if d.code == code), None)
    inhoud = Vragenset(
        soort=Soort.VRAGEN,
        zaaknummer=nummer,
        onderwerp=onderwerp,
        ingezonden=ingezonden,
        indieners=leden(rij.tekst("indieners")) if rij.tekst("indieners") else (),
        gericht_aan=aan,
    )
    gekozen = kamer[rij.tekst("kamer").casefold()]
    nieuw = {
        "ingezonden": ingezonden,
        "onderwerp": onderwerp,
        "directie_id": directie,
        "kamer": gekozen and gekozen.value,
        **{kolom.rij: rij.tekst(kolom.naam) for kolom in eigen_kolommen()},
    }
    bestaand = vinden.op_zaaknummer(werk.sessie, nummer)
    if bestaand is None:
        bestaand = koppen.nieuw(werk.sessie, inhoud, werk.moment)
        for naam, waarde in nieuw.items():
            if waarde:
                setattr(bestaand, naam, waarde)
        _feiten_van_set(werk, bestaand, {Feitsoort.GEREGISTREERD: ingezonden, **dagen})
        koppen.zet_betrokkenen(werk.sessie, bestaand.id, inhoud)
        plan_index(werk.sessie, bestaand.id, werk.moment)
        return Gedaan(Uitkomst.NIEUW, zaak)
    anders = anders_dan(bestaand, nieuw)
    if documenten.documenten(werk.sessie, bestaand.id):
        anders = {
            v: w for v, w in anders.items() if v in {"directie_id", *EIGEN_VELDEN}
        }  # the Kamer's own paper says the rest
    erbij = _feiten_van_set(werk, bestaand, dagen)
    mensen = koppen.zet_betrokkenen(werk.sessie, bestaand.id, inhoud)
    for naam, waarde in anders.items():
        setattr(bestaand, naam, waarde)
    if anders or erbij or mensen:
        bestaand.versie += 1
        werk.sessie.add(bestaand)
        plan_index(werk.sessie, bestaand.id, werk.moment)
    return verslag_van(zaak, [*anders, *erbij, *(["betrokkenen"] if mensen else [])])


def bewindspersoon(werk: Werk, rij: Rij) -> Gedaan:
    """A period in office: found again by person, office and first day."""
    van = rij.dag("van")
    eis_gevuld(rij, "functie", "naam", "kabinet", "van", "bron")
    assert van is not None
    periode = Ambtsperiode(
        rij.tekst("functie").casefold(),
        rij.tekst("naam"),
        rij.tekst("portefeuille"),
        rij.tekst("kabinet"),
        van,
        rij.dag("tot"),
        rij.dag("demissionair"),
    )
    alle = ambten.rijen(werk.sessie)
    zelfde = [r for r in alle if ambten.als_periode(r).ambt == periode.ambt and r.van == van and r.naam == periode.naam]
    eis_periode(periode, [ambten.als_periode(r) for r in alle if r not in zelfde])
    if not zelfde:
        ambten.voeg_toe(werk.sessie, periode, bron=rij.tekst("bron"))
        return Gedaan(Uitkomst.NIEUW, str(periode.persoon))
    anders = anders_dan(
        zelfde[0],
        {
            "tot": periode.tot,
            "demissionair": periode.demissionair,
            "kabinet": periode.kabinet,
            "bron": rij.tekst("bron"),
        },
    )
    if anders:
        ambten.zet(werk.sessie, zelfde[0].id, versie=zelfde[0].versie, **anders)
        werk.sessie.refresh(zelfde[0])
    return verslag_van(str(periode.persoon), list(anders))


def _feiten_van_set(werk: Werk, rij: VragensetRij, dagen: Mapping[Feitsoort, date | None]) -> list[str]:
    bekend = {feit.soort for feit in vragensets.feiten(werk.sessie, rij.id)}
    uit = []
    for soort, dag in dagen.items():
        if dag is not None and soort not in bekend:
            vragensets.voeg_feit_toe(
                werk.sessie, rij.id, soort, dag, actor=werk.wie.naam, moment=werk.moment, toelichting=werk.object
            )
            uit.append(label(soort))
            if soort is Feitsoort.ONTVANGEN:
                rij.ontvangen = dag
    return uit
