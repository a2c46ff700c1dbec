"""One set as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.antwoorden.rows import AchterhaaldRij, HergebruikRij
from kamervragen.antwoorden.store import antwoorden as antwoordenkast
from kamervragen.antwoorden.store import hergebruik
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.gebreken import Gebrek
from kamervragen.domain.rollen import STAPRECHT, Handeling
from kamervragen.domain.status import OPEN, STAPPEN, Feitsoort, Status
from kamervragen.domain.termijn import Stand, Termijn
from kamervragen.domain.uitstel import Reden, gelezen
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.personen import bewindspersonen
from kamervragen.lijn import poort as controle_poort
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.register.rows import MotieAntwoordRij, MotieRij, ToezeggingRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.sets import termijnen, uitstelredenen
from kamervragen.sets.blik import Blik
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
from kamervragen.sets.store import documenten as vragensets_documenten
from kamervragen.sets.store import koppen, vragensets
from kamervragen.sets.toegang import set_voor


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
    """Everything that every page of one set shows of it."""

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


def beeld(blik: Blik) -> Setbeeld:
    """Makes what every page of a set shows of it."""
    sessie = blik.sessie
    redenen = uitstelredenen.redenen(sessie)
    blokken = _blokken(blik)
    poort = controle_poort.poort_van(blik) if blik.status in OPEN else ()
    behandelaar, directie = vragensets.behandeling(sessie, blik.id)
    gedekt = {vraag.id for blok in blokken for vraag in blok.vragen}
    verborgen = sight.verborgen(sessie).values()
    return Setbeeld(
        rij=blik.rij,
        vragenset=blik.vragenset,
        status=blik.status,
        termijn=blik.termijn,
        bewaking=termijnen.bewaking(blik.rij, blik.vragenset, blik.termijn, op=blik.op, regels=blik.regels),
        feiten=blik.feitrijen,
        aanhangsels=blik.aanhangsels,
        blokken=blokken,
        onbeantwoord=tuple(v for v in blik.vragen if v.id not in gedekt),
        noten=blik.noten,
        voorstellen=tuple(v for v in antwoordenkast.voorstellen(sessie, blik.id) if v.voorgesteld not in verborgen),
        gebreken=controle_poort.tegen(poort, stap) if (stap := controle_poort.volgende_stap(blik.status)) else (),
        later=sum(b.afweging is None for b in poort),
        behandelaar=behandelaar,
        directie=directie,
        stappen=tuple(s for s in STAPRECHT if s in STAPPEN[blik.status] and blik.mag(STAPRECHT[s])),
        mag_schrijven=blik.mag(Handeling.ANTWOORD_SCHRIJVEN),
        mag_beslissen=blik.mag(Handeling.TOEZEGGING_BESLISSEN),
        mag_voorstel=blik.mag(Handeling.VOORSTEL_BESLISSEN),
        mag_toewijzen=blik.mag(Handeling.TOEWIJZEN),
        mag_herstellen=blik.mag(Handeling.SET_HERSTELLEN),
        mag_uitstellen=blik.mag(Handeling.UITSTEL_MELDEN)
        and blik.termijn.stand in (Stand.LOOPT, Stand.TE_LAAT_ZONDER_UITSTEL),
        mag_overdragen=blik.mag(Handeling.OVERDRAGEN),
        mag_bijdrage_vragen=blik.mag(Handeling.BIJDRAGE_VRAGEN),
        mag_rectificeren=blik.mag(Handeling.RECTIFICEREN),
        mag_afschermen=blik.mag(Handeling.AFSCHERMEN),
        mag_opmerken=blik.mag(Handeling.OPMERKEN),
        mag_herinneren=blik.mag(Handeling.UITSTEL_MELDEN),
        uitstelredenen=tuple(redenen.values()),
        uitstelbericht=any(gelezen(f.toelichting, redenen) for f in blik.feitrijen if f.soort == Feitsoort.UITSTEL),
        documenten=vragensets_documenten.documenten(sessie, blik.id),
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
        koppen.vervang_bewindspersonen(werk.sessie, rij.id, "ondertekenaar", tekenaars)
        koppen.vervang_bewindspersonen(werk.sessie, rij.id, "mede_namens", anderen)
        rij.versie += 1
        werk.sessie.add(rij)
        plan_index(werk.sessie, rij.id, werk.moment)


def _blokken(blik: Blik) -> tuple[Antwoordblok, ...]:
    sessie = blik.sessie
    per_antwoord: dict[int | None, list[ToezeggingRij]] = {}
    for toezegging in toezeggingen.van_set(sessie, blik.id):
        per_antwoord.setdefault(toezegging.antwoord_id, []).append(toezegging)
    per_motie: dict[int | None, list[tuple[MotieRij, MotieAntwoordRij]]] = {}
    for motie, koppeling in moties.van_set(sessie, blik.id):
        per_motie.setdefault(koppeling.antwoord_id, []).append((motie, koppeling))
    vragen = {vraag.label: vraag for vraag in blik.vragen}
    herkomst, achterhaald = hergebruik.herkomst(sessie, blik.id), hergebruik.achterhaald(sessie)
    return tuple(
        Antwoordblok(
            antwoord=antwoord,
            vragen=tuple(vragen[label] for label in labels),
            herkomst=tuple(herkomst.get(antwoord.id, ())),
            achterhaald=achterhaald.get(antwoord.id),
            toezeggingen=tuple(per_antwoord.get(antwoord.id, ())),
            moties=tuple(per_motie.get(antwoord.id, ())),
        )
        for antwoord, labels in blik.antwoorden
    )
