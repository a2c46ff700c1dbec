"""One set as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.antwoorden.rows import AchterhaaldRij, HergebruikRij
from kamervragen.antwoorden.store import antwoorden as antwoordenkast
from kamervragen.antwoorden.store import hergebruik
from kamervragen.core.act import Huis, Wie, handeling, inzage
from kamervragen.core.store import sight
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.gebreken import Gebrek
from kamervragen.domain.rollen import STAPRECHT, Handeling, mag
from kamervragen.domain.status import OPEN, STAPPEN, Feitsoort, Status, status_van
from kamervragen.domain.termijn import Stand, Termijn
from kamervragen.domain.uitstel import Reden, gelezen
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.personen import bewindspersonen
from kamervragen.lijn import controle
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.register.rows import MotieAntwoordRij, MotieRij, ToezeggingRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.sets import standen, termijnen, uitstelredenen
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import (
    AanhangselRij,
    AntwoordRij,
    DocumentRij,
    FeitRij,
    NootRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor, vind_set


@dataclass(frozen=True, slots=True)
class Antwoordblok:
    """One answer on the page of a set, with what hangs on it."""

    antwoord: AntwoordRij
    vragen: tuple[VraagRij, ...]
    herkomst: tuple[tuple[HergebruikRij, VragensetRij], ...]
    achterhaald: AchterhaaldRij | None
    toezeggingen: tuple[ToezeggingRij, ...]
    moties: tuple[tuple[MotieRij, MotieAntwoordRij], ...]


@dataclass(frozen=True)
class Setbeeld:
    """Everything the page of one set shows, read in one picture of the database."""

    rij: VragensetRij
    vragenset: Vragenset
    status: Status
    termijn: Termijn
    bewaking: termijnen.Bewaking
    feiten: tuple[FeitRij, ...]
    aanhangsels: tuple[AanhangselRij, ...]
    blokken: tuple[Antwoordblok, ...]
    onbeantwoord: tuple[VraagRij, ...]
    noten: tuple[NootRij, ...]
    voorstellen: tuple[VoorstelRij, ...]
    gebreken: tuple[Gebrek, ...]
    later: int
    behandelaar: GebruikerRij | None
    directie: DirectieRij | None
    stappen: tuple[Feitsoort, ...]
    mag_schrijven: bool
    mag_beslissen: bool
    mag_voorstel: bool
    mag_toewijzen: bool
    mag_herstellen: bool
    mag_uitstellen: bool
    mag_herinneren: bool
    mag_opmerken: bool
    mag_overdragen: bool
    mag_afschermen: bool
    mag_bijdrage_vragen: bool
    mag_rectificeren: bool
    uitstelredenen: tuple[Reden, ...]
    uitstelbericht: bool
    documenten: tuple[DocumentRij, ...]


def beeld(huis: Huis, wie: Wie, sleutel: str) -> Setbeeld:
    """One set whole. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        assert rij.id is not None
        vragenset = vragensets.laad(sessie, rij.id)
        feiten = vragensets.feiten(sessie, rij.id)
        redenen = uitstelredenen.redenen(sessie)
        status = status_van(feiten)
        blokken = _blokken(sessie, rij.id)
        spelregels, op = standen.spelregels(huis.settings, sessie), huis.vandaag()
        termijn = standen.termijn(
            ingezonden=rij.ingezonden, feiten=feiten, instrument=rij.instrument, kamer=rij.kamer, debat=rij.debat, op=op,
            regels=spelregels,
        )  # fmt: skip
        poort = controle.poort_van(sessie, rij, op) if status in OPEN else ()
        behandelaar, directie = vragensets.behandeling(sessie, rij.id)
        gedekt = {vraag.id for blok in blokken for vraag in blok.vragen}
        return Setbeeld(
            rij=rij,
            vragenset=vragenset,
            status=status,
            termijn=termijn,
            bewaking=termijnen.bewaking(rij, vragenset, termijn, op=op, regels=spelregels),
            feiten=vragensets.feitrijen(sessie, rij.id),
            aanhangsels=vragensets.aanhangsels(sessie, rij.id),
            blokken=blokken,
            onbeantwoord=tuple(v for v in vragensets.vragen(sessie, rij.id) if v.id not in gedekt),
            noten=vragensets.noten(sessie, rij.id),
            voorstellen=tuple(
                v
                for v in antwoordenkast.voorstellen(sessie, rij.id)
                if v.voorgesteld not in sight.verborgen(sessie).values()
            ),
            gebreken=controle.tegen(poort, stap) if (stap := controle.volgende_stap(status)) else (),
            later=sum(b.afweging is None for b in poort),
            behandelaar=behandelaar,
            directie=directie,
            stappen=tuple(s for s in STAPRECHT if s in STAPPEN[status] and mag(wie.rollen, STAPRECHT[s], status)),
            mag_schrijven=mag(wie.rollen, Handeling.ANTWOORD_SCHRIJVEN, status),
            mag_beslissen=mag(wie.rollen, Handeling.TOEZEGGING_BESLISSEN, status),
            mag_voorstel=mag(wie.rollen, Handeling.VOORSTEL_BESLISSEN, status),
            mag_toewijzen=mag(wie.rollen, Handeling.TOEWIJZEN, status),
            mag_herstellen=mag(wie.rollen, Handeling.SET_HERSTELLEN, status),
            mag_uitstellen=mag(wie.rollen, Handeling.UITSTEL_MELDEN, status)
            and termijn.stand in (Stand.LOOPT, Stand.TE_LAAT_ZONDER_UITSTEL),
            mag_overdragen=mag(wie.rollen, Handeling.OVERDRAGEN, status),
            mag_bijdrage_vragen=mag(wie.rollen, Handeling.BIJDRAGE_VRAGEN, status),
            mag_rectificeren=mag(wie.rollen, Handeling.RECTIFICEREN, status),
            mag_afschermen=mag(wie.rollen, Handeling.AFSCHERMEN, status),
            mag_opmerken=mag(wie.rollen, Handeling.OPMERKEN, status),
            mag_herinneren=mag(wie.rollen, Handeling.UITSTEL_MELDEN, status),
            uitstelredenen=tuple(redenen.values()),
            uitstelbericht=any(
                gelezen(f.toelichting, redenen)
                for f in vragensets.feitrijen(sessie, rij.id)
                if f.soort == Feitsoort.UITSTEL
            ),
            documenten=vragensets.documenten(sessie, rij.id),
        )


def zet_ondertekening(huis: Huis, wie: Wie, sleutel: str, *, ondertekenaar: str, mede_namens: str, versie: int) -> None:
    """Records who signs, as it will be printed: 'minister Van Weel (Justitie en Veiligheid)'.

    :raises Ongeldig: when no minister or staatssecretaris is recognised.
    """
    tekenaars, anderen = bewindspersonen(ondertekenaar), bewindspersonen(mede_namens)
    if not tekenaars or (mede_namens.strip() and not anderen):
        raise Ongeldig(
            "Schrijf de bewindspersoon voluit, bijvoorbeeld: minister Van Dam (Justitie en Veiligheid), "
            "of: staatssecretaris van Justitie en Veiligheid."
        )
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        assert rij.id is not None
        vragensets.vervang_bewindspersonen(werk.sessie, rij.id, "ondertekenaar", tekenaars)
        vragensets.vervang_bewindspersonen(werk.sessie, rij.id, "mede_namens", anderen)
        rij.versie += 1
        werk.sessie.add(rij)
        plan_index(werk.sessie, rij.id, werk.moment)


def _blokken(sessie: Session, id: int) -> tuple[Antwoordblok, ...]:
    per_antwoord: dict[int | None, list[ToezeggingRij]] = {}
    for toezegging in toezeggingen.van_set(sessie, id):
        per_antwoord.setdefault(toezegging.antwoord_id, []).append(toezegging)
    per_motie: dict[int | None, list[tuple[MotieRij, MotieAntwoordRij]]] = {}
    for motie, koppeling in moties.van_set(sessie, id):
        per_motie.setdefault(koppeling.antwoord_id, []).append((motie, koppeling))
    vragen = {vraag.label: vraag for vraag in vragensets.vragen(sessie, id)}
    herkomst, achterhaald = hergebruik.herkomst(sessie, id), hergebruik.achterhaald(sessie)
    return tuple(
        Antwoordblok(
            antwoord,
            tuple(vragen[label] for label in labels),
            tuple(herkomst.get(antwoord.id or 0, ())),
            achterhaald.get(antwoord.id or 0),
            tuple(per_antwoord.get(antwoord.id, ())),
            tuple(per_motie.get(antwoord.id, ())),
        )
        for antwoord, labels in vragensets.antwoorden_van(sessie, id)
    )
