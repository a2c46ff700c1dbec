"""Sets: the board, one set as its page shows it, and the steps from hand to hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.catalogus import plaats, woorden
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.gebreken import Gebrek, gebreken
from kamervragen.domain.rollen import STAPRECHT, Handeling, mag
from kamervragen.domain.status import STAPPEN, Feitsoort, Status, status_van
from kamervragen.domain.termijn import Spelregels, Stand, Termijn
from kamervragen.domain.uitstel import gelezen
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.personen import bewindspersonen
from kamervragen.storage import antwoorden as antwoordenkast
from kamervragen.storage import gebruikers, hergebruik, moties, overzichten, toezeggingen, vragensets
from kamervragen.storage.tables import (
    AanhangselRij,
    AchterhaaldRij,
    AntwoordRij,
    DirectieRij,
    DocumentRij,
    FeitRij,
    GebruikerRij,
    HergebruikRij,
    MotieAntwoordRij,
    MotieRij,
    NootRij,
    ToezeggingRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)  # fmt: skip
from kamervragen.usecases import termijnen
from kamervragen.usecases.handeling import Huis, Wie, handeling, inzage, vind_set
from kamervragen.usecases.index import plan_index


@dataclass(frozen=True, slots=True)
class Bordregel:
    """A set on the board."""

    regel: overzichten.Regel
    status: Status
    termijn: Termijn


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
    uitstelbericht: bool
    documenten: tuple[DocumentRij, ...]


def bord(huis: Huis, wie: Wie, *, zoek: str = "", open_: bool | None = None) -> list[Bordregel]:
    """The sets, open ones first by their last day, then closed ones newest first. `zoek` narrows by word or number."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        regels = overzichten.regels(sessie)
        spelregels = termijnen.spelregels(huis, sessie)
    op = huis.vandaag()
    bordregels = [_bordregel(regel, op, spelregels) for regel in regels if _past(regel, zoek)]
    if open_ is not None:
        bordregels = [b for b in bordregels if (b.termijn.stand is not Stand.AFGEDAAN) is open_]
    return sorted(bordregels, key=_volgorde)


def beeld(huis: Huis, wie: Wie, sleutel: str) -> Setbeeld:
    """One set whole. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        assert rij.id is not None
        vragenset = vragensets.laad(sessie, rij.id)
        feiten = vragensets.feiten(sessie, rij.id)
        status = status_van(feiten)
        blokken = _blokken(sessie, rij.id)
        spelregels, op = termijnen.spelregels(huis, sessie), huis.vandaag()
        termijn = termijnen.termijn(
            ingezonden=rij.ingezonden, feiten=feiten, instrument=rij.instrument, kamer=rij.kamer, debat=rij.debat, op=op,
            regels=spelregels,
        )  # fmt: skip
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
            voorstellen=antwoordenkast.voorstellen(sessie, rij.id),
            gebreken=gebreken(vragenset),
            behandelaar=sessie.get(GebruikerRij, rij.behandelaar_id) if rij.behandelaar_id else None,
            directie=sessie.get(DirectieRij, rij.directie_id) if rij.directie_id else None,
            stappen=tuple(s for s in STAPRECHT if s in STAPPEN[status] and mag(wie.rollen, STAPRECHT[s], status)),
            mag_schrijven=mag(wie.rollen, Handeling.ANTWOORD_SCHRIJVEN, status),
            mag_beslissen=mag(wie.rollen, Handeling.TOEZEGGING_BESLISSEN, status),
            mag_voorstel=mag(wie.rollen, Handeling.VOORSTEL_BESLISSEN, status),
            mag_toewijzen=mag(wie.rollen, Handeling.TOEWIJZEN, status),
            mag_herstellen=mag(wie.rollen, Handeling.SET_HERSTELLEN, status),
            mag_uitstellen=mag(wie.rollen, Handeling.UITSTEL_MELDEN, status)
            and termijn.stand in (Stand.LOOPT, Stand.TE_LAAT_ZONDER_UITSTEL),
            mag_herinneren=mag(wie.rollen, Handeling.UITSTEL_MELDEN, status),
            uitstelbericht=any(
                gelezen(f.toelichting) for f in vragensets.feitrijen(sessie, rij.id) if f.soort == Feitsoort.UITSTEL
            ),
            documenten=vragensets.documenten(sessie, rij.id),
        )


def wijs_toe(
    huis: Huis, wie: Wie, sleutel: str, *, directie_id: int | None, behandelaar_id: int | None, versie: int
) -> None:
    """Gives a set to a directie and a behandelaar.

    :raises Ongeldig: without either. :raises Verouderd: when someone assigned it meanwhile.
    """
    if directie_id is None and behandelaar_id is None:
        raise Ongeldig("Kies een directie of een behandelaar.")
    with handeling(huis, wie, Handeling.TOEWIJZEN, sleutel) as werk:
        rij = werk.set(sleutel)
        termijnen.eis_versie(rij, versie)
        behandelaar = werk.sessie.get(GebruikerRij, behandelaar_id) if behandelaar_id else None
        directie = werk.sessie.get(DirectieRij, directie_id) if directie_id else None
        if (behandelaar_id and behandelaar is None) or (directie_id and directie is None):
            raise Ongeldig("Deze directie of behandelaar bestaat niet (meer). Vernieuw de pagina.")
        rij.directie_id, rij.behandelaar_id, rij.versie = directie_id, behandelaar_id, rij.versie + 1
        werk.sessie.add(rij)
        aan = " / ".join(naam for naam in (directie and directie.naam, behandelaar and behandelaar.naam) if naam)
        _feit(werk.sessie, rij, Feitsoort.TOEGEWEZEN, werk.dag, wie, huis, aan)
        plan_index(werk.sessie, rij.id or 0, werk.moment)


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
        rij = werk.set(sleutel)
        termijnen.eis_versie(rij, versie)
        assert rij.id is not None
        vragensets.vervang_bewindspersonen(werk.sessie, rij.id, "ondertekenaar", tekenaars)
        vragensets.vervang_bewindspersonen(werk.sessie, rij.id, "mede_namens", anderen)
        rij.versie += 1
        werk.sessie.add(rij)
        plan_index(werk.sessie, rij.id, werk.moment)


def zet_stap(huis: Huis, wie: Wie, sleutel: str, soort: Feitsoort, *, versie: int) -> None:
    """Records that a set is a step further: concept gereed, vastgesteld or verzonden.

    :raises Ongeldig: while shortcomings block it, or when the step does not follow.
    """
    if soort not in STAPRECHT:
        raise Ongeldig("Deze stap kan niemand zetten: hij volgt uit een document.")
    with handeling(huis, wie, STAPRECHT[soort], sleutel) as werk:
        rij = werk.set(sleutel)
        termijnen.eis_versie(rij, versie)
        assert rij.id is not None
        status = status_van(vragensets.feiten(werk.sessie, rij.id))
        if soort not in STAPPEN[status]:
            raise Ongeldig("Deze stap kan nu niet. Vernieuw de pagina.")
        if gevonden := gebreken(vragensets.laad(werk.sessie, rij.id)):
            wat = " ".join(f"{plaats(gebrek.plaats)}: {woorden(gebrek.code)}" for gebrek in gevonden[:5])
            raise Ongeldig(f"De set is nog niet af. {wat} Los dit op en probeer het opnieuw.")
        rij.versie += 1
        werk.sessie.add(rij)
        _feit(werk.sessie, rij, soort, werk.dag, wie, huis)
        if soort is Feitsoort.VERZONDEN:
            plan_index(werk.sessie, rij.id, werk.moment)


def toewijsbaar(huis: Huis, wie: Wie) -> tuple[tuple[DirectieRij, ...], tuple[GebruikerRij, ...]]:
    """The directies and people a set can be given to."""
    with inzage(huis, wie, Handeling.TOEWIJZEN) as sessie:
        return gebruikers.directies(sessie), gebruikers.alle(sessie)


def _blokken(sessie: Session, id: int) -> tuple[Antwoordblok, ...]:
    per_antwoord: dict[int | None, list[ToezeggingRij]] = {}
    for toezegging in toezeggingen.van_set(sessie, id):
        per_antwoord.setdefault(toezegging.antwoord_id, []).append(toezegging)
    per_motie: dict[int | None, list[tuple[MotieRij, MotieAntwoordRij]]] = {}
    for motie, koppeling in moties.van_set(sessie, id):
        per_motie.setdefault(koppeling.antwoord_id, []).append((motie, koppeling))
    vragen = {vraag.label: vraag for vraag in vragensets.vragen(sessie, id)}
    return tuple(
        Antwoordblok(
            antwoord,
            tuple(vragen[label] for label in labels),
            tuple(hergebruik.herkomst(sessie, antwoord.id or 0)),
            hergebruik.achterhaald(sessie, [antwoord.id or 0]).get(antwoord.id or 0),
            tuple(per_antwoord.get(antwoord.id, ())),
            tuple(per_motie.get(antwoord.id, ())),
        )
        for antwoord, labels in vragensets.antwoorden_van(sessie, id)
    )


def _feit(
    sessie: Session,
    rij: VragensetRij,
    soort: Feitsoort,
    dag: date,
    wie: Wie,
    huis: Huis,
    toelichting: str | None = None,
) -> None:
    assert rij.id is not None
    vragensets.voeg_feit_toe(sessie, rij.id, soort, dag, actor=wie.naam, moment=huis.nu(), toelichting=toelichting)


def _bordregel(regel: overzichten.Regel, op: date, spelregels: Spelregels) -> Bordregel:
    termijn = termijnen.termijn(
        ingezonden=regel.ingezonden, feiten=regel.feiten, instrument=regel.instrument, kamer=regel.kamer,
        debat=regel.debat, op=op, regels=spelregels,
    )  # fmt: skip
    return Bordregel(regel, status_van(regel.feiten), termijn)


def _past(regel: overzichten.Regel, zoek: str) -> bool:
    if not zoek.strip():
        return True
    tekst = " ".join(
        filter(None, (regel.sleutel, regel.zaaknummer, regel.onderwerp, *regel.indieners, regel.behandelaar))
    )
    return all(woord in tekst.casefold() for woord in zoek.casefold().split())


def _volgorde(bordregel: Bordregel) -> tuple[int, int, str]:
    termijn = bordregel.termijn
    if termijn.stand is Stand.AFGEDAAN:
        gesloten = bordregel.regel.ingezonden
        return (2, -gesloten.toordinal() if gesloten else 0, bordregel.regel.sleutel)
    if termijn.laatste_dag is None:
        return (1, 0, bordregel.regel.sleutel)
    return (0, termijn.laatste_dag.toordinal(), bordregel.regel.sleutel)
