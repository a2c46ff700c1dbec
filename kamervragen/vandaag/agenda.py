"""Every date that binds the minister in one month, each with why: terms, promises, motions, debates and recesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from sqlmodel import col

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.paging import PER_BLAD, Blad, blad
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.afleiding import Afleiding, afleiding_van
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Status
from kamervragen.domain.toezegging import LOPEND
from kamervragen.language.promises.tijdvakken import Vak, maanden
from kamervragen.lijn.store import bijdragen
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.sets import standen
from kamervragen.sets.rows import FeitRij
from kamervragen.sets.store import overzichten, recessen
from kamervragen.sets.store import standen as kast
from kamervragen.sets.store.overzichten import Regel

_ONGESCHREVEN = frozenset({Status.GEREGISTREERD.value, Status.TOEGEWEZEN.value})
_GEEN_UITLEG = Afleiding(())


class Agendasoort(StrEnum):
    """What a day on the agenda is about."""

    TERMIJN = "termijn"
    TOEZEGGING = "toezegging"
    MOTIE = "motie"
    DEBAT = "debat"
    BIJDRAGE = "bijdrage"
    RECES = "reces"


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """A day that binds. `einde` only of what lasts; `pad` is where it is explained; `laat` when it is past and open.

    `mensen` are the names of those who have it in hand: the behandelaar of the set, the dossierhouder of a promise. `ids`
    are their accounts, for two people may have one name; a dossierhouder was written down by name only, `op_naam`.
    `bron` is the set of a term, or the promise or motion: why it is that day is told by `uitgelegd`, of the few points of
    hundreds that are shown.
    """

    dag: date
    soort: Agendasoort
    tekst: str
    pad: str
    wie: str
    afleiding: Afleiding = _GEEN_UITLEG
    laat: bool = False
    einde: date | None = None
    directie: str = ""
    mensen: tuple[str, ...] = ()
    ids: frozenset[int] = frozenset()
    op_naam: str = ""
    bron: Regel | ToezeggingRij | MotieRij | None = field(default=None, repr=False, compare=False)

    def is_van(self, wie: Wie) -> bool:
        """Whether this person has it in hand."""
        return wie.gebruiker_id in self.ids or (bool(self.op_naam) and self.op_naam == wie.naam)

    @property
    def ongeschreven(self) -> bool:
        """Whether it is the term of a set that nobody accepted to write yet."""
        return isinstance(self.bron, Regel) and self.bron.status in _ONGESCHREVEN


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one month, in order of days, and what is late from before it, the first fifty of so many."""

    begin: date
    vorige: date
    volgende: date
    punten: tuple[Agendapunt, ...]
    te_laat: tuple[Agendapunt, ...]
    hoeveel_te_laat: int
    weken: tuple[tuple[tuple[date, tuple[Agendapunt, ...]], ...], ...]
    directies: tuple[str, ...]


def maand(huis: Huis, wie: Wie, *, begin: date, directie: str = "", van: Wie | None = None) -> Agenda:
    """The month that `begin` falls in; `directie` and `van` narrow. Open things only."""
    eerste, laatste = maanden(begin.year, begin.month)
    iedereen = alles(huis, wie, tot=laatste + timedelta(days=6))  # its last week is shown whole
    alle = versmald(iedereen, directie=directie, van=van)
    in_de_maand = [punt for punt in alle if _raakt(punt, (eerste, laatste))]
    te_laat = [punt for punt in alle if punt.laat and punt.dag < eerste]
    getoond = uitgelegd(huis, wie, (*in_de_maand, *te_laat[:PER_BLAD]))
    return Agenda(
        begin=eerste,
        vorige=maanden(eerste.year - (eerste.month == 1), (eerste.month - 2) % 12 + 1)[0],
        volgende=maanden(eerste.year + (eerste.month == 12), eerste.month % 12 + 1)[0],
        punten=getoond[: len(in_de_maand)],
        te_laat=getoond[len(in_de_maand) :],
        hoeveel_te_laat=len(te_laat),
        weken=_weken(alle, (eerste, laatste)),
        directies=_directies(huis, wie, iedereen),
    )


def alles(huis: Huis, wie: Wie, *, tot: date | None = None) -> tuple[Agendapunt, ...]:
    """Every open day that binds, in order; of promises and motions those until `tot`, when only so many days are shown."""
    return tuple(sorted(_alles(huis, wie, tot), key=lambda punt: (punt.dag, punt.soort, punt.pad)))


def uitgelegd(huis: Huis, wie: Wie, punten: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    """These points, each with its derivation."""
    alle, op = tuple(punten), huis.vandaag()
    ids = [punt.bron.id for punt in alle if isinstance(punt.bron, Regel)]
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        feiten = overzichten.feiten_van(sessie, col(FeitRij.vragenset_id).in_(ids))
        regels = standen.spelregels(huis.settings, sessie)

    def uitleg(bron: Regel | ToezeggingRij | MotieRij) -> Afleiding:
        if not isinstance(bron, Regel):
            return afleiding_van(bron)
        heel = replace(bron, feiten=tuple(feiten.get(bron.id, ())))
        return standen.termijn_van(heel, op=op, regels=regels).afleiding

    return tuple(replace(punt, afleiding=uitleg(punt.bron)) if punt.bron else punt for punt in alle)


def versmald(punten: Iterable[Agendapunt], *, directie: str = "", van: Wie | None = None) -> tuple[Agendapunt, ...]:
    """What concerns a directie, or a person. A recess concerns everyone."""
    return tuple(
        punt
        for punt in punten
        if punt.soort is Agendasoort.RECES
        or ((not directie or punt.directie == directie) and (van is None or punt.is_van(van)))
    )


@dataclass(frozen=True, slots=True)
class Vrijdagregel:
    """A set that will stand on the Kamer's Monday list of late answers."""

    sleutel: str
    onderwerp: str
    laatste_dag: date
    dagen_te_laat: int
    uitgesteld: bool
    behandelaar: str


def vrijdaglijst(huis: Huis, wie: Wie) -> tuple[date, dict[str, tuple[Vrijdagregel, ...]]]:
    """The Monday that comes, and per office the open sets whose last day lies before it, latest first.

    *Bron:* tweedekamer.nl publishes every Monday what was not answered within three, or after uitstel six, weeks.
    """
    op = huis.vandaag()
    maandag = op + timedelta(days=7 - op.weekday())
    per_ambt: dict[str, list[Vrijdagregel]] = {}
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        regels = kast.open_regels(sessie, op)
    for r in regels:
        if r.laatste_dag is None or r.laatste_dag >= maandag:
            continue
        regel = Vrijdagregel(
            r.sleutel,
            r.onderwerp or r.sleutel,
            r.laatste_dag,
            (maandag - r.laatste_dag).days,
            r.uitgesteld,
            r.behandelaar or r.directie or "",
        )
        for ambt in r.gericht_aan or ("",):
            per_ambt.setdefault(ambt, []).append(regel)
    return maandag, {ambt: tuple(sorted(rij, key=lambda r: r.laatste_dag)) for ambt, rij in sorted(per_ambt.items())}


def vrijdagblad(per_ambt: Mapping[str, Sequence[Vrijdagregel]], nummer: int) -> Blad[tuple[str, Vrijdagregel]]:
    """Gives one page of that list, each row with its office."""
    alle = [(ambt, regel) for ambt, regels in per_ambt.items() for regel in regels]
    return blad(len(alle), nummer, lambda vanaf, aantal: alle[vanaf : vanaf + aantal])


def _directies(huis: Huis, wie: Wie, punten: Iterable[Agendapunt]) -> tuple[str, ...]:
    """Those that have anything open, also when it is later than this month."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        later = toezeggingen.directies(sessie, [status.value for status in LOPEND]) | moties.directies(sessie)
    return tuple(sorted(later | {punt.directie for punt in punten if punt.directie}))


def _weken(punten: tuple[Agendapunt, ...], vak: Vak) -> tuple[tuple[tuple[date, tuple[Agendapunt, ...]], ...], ...]:
    """The month in whole weeks, from Monday, each day with what falls on it."""
    dag = vak[0] - timedelta(days=vak[0].weekday())
    punten = tuple(p for p in punten if _raakt(p, (dag, vak[1] + timedelta(days=6))))
    weken: list[tuple[tuple[date, tuple[Agendapunt, ...]], ...]] = []
    while dag <= vak[1]:
        dagen = [dag + timedelta(days=n) for n in range(7)]
        weken.append(tuple((d, tuple(p for p in punten if _raakt(p, (d, d)))) for d in dagen))
        dag += timedelta(days=7)
    return tuple(weken)


def _raakt(punt: Agendapunt, vak: Vak) -> bool:
    return punt.dag <= vak[1] and (punt.einde or punt.dag) >= vak[0]


def _ids(*mensen: int | None) -> frozenset[int]:
    return frozenset(id for id in mensen if id is not None)


def _alles(huis: Huis, wie: Wie, tot: date | None) -> Iterator[Agendapunt]:
    op = huis.vandaag()
    lopend = [status.value for status in LOPEND]
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        open_: set[str] = set()
        for r in kast.open_regels(sessie, op):
            open_.add(r.sleutel)
            code, mens = r.directie or "", r.behandelaar or ""
            pad, naam, mensen = f"/vragensets/{r.sleutel}", r.onderwerp or r.sleutel, (mens,) if mens else ()
            ids = _ids(r.behandelaar_id)
            if r.laatste_dag is not None:
                yield Agendapunt(
                    r.laatste_dag,
                    Agendasoort.TERMIJN,
                    naam,
                    pad,
                    mens or code,
                    laat=op > r.laatste_dag,
                    directie=code,
                    mensen=mensen,
                    ids=ids,
                    bron=r,
                )
            if r.debat is not None:
                yield Agendapunt(
                    r.debat, Agendasoort.DEBAT, naam, pad, mens or code, directie=code, mensen=mensen, ids=ids
                )
        beloofd = toezeggingen.met_dag(sessie, lopend, tot)
        gevraagd = [(z, v, aan) for z, v, aan in bijdragen.lopend(sessie, op) if v.sleutel in open_]
        sleutels = {v.sleutel for _t, v in beloofd if v is not None} | {v.sleutel for _z, v, _n in gevraagd}
        van_set = {
            sleutel: (b.directie or "", b.behandelaar or "", _ids(b.behandelaar_id))
            for sleutel, b in overzichten.behandelingen(sessie, sleutels).items()
        }
        for rij, vragenset in beloofd:
            dag = rij.interne_dag or rij.venster_einde
            code, mens, ids = van_set.get(vragenset.sleutel if vragenset else "", ("", "", frozenset()))
            code = rij.directie or code
            if dag is not None:
                yield Agendapunt(
                    dag,
                    Agendasoort.TOEZEGGING,
                    platte_tekst(rij.zin),
                    f"/toezeggingen/{rij.id}",
                    rij.dossierhouder or mens or code,
                    laat=op > dag,
                    directie=code,
                    bron=rij,
                    mensen=tuple(filter(None, (rij.dossierhouder, mens))),
                    ids=ids,
                    op_naam=rij.dossierhouder or "",
                )
        for motie in moties.lopend(sessie, tot):
            if motie.gevraagde_dag is not None:
                yield Agendapunt(
                    motie.gevraagde_dag,
                    Agendasoort.MOTIE,
                    f"{motie.indieners}: {motie.onderwerp or motie.kamerstuk}",
                    f"/moties/{motie.id}",
                    motie.directie or "",
                    laat=op > motie.gevraagde_dag,
                    bron=motie,
                    directie=motie.directie or "",
                )
        for verzoek, vragenset, aan in gevraagd:
            yield Agendapunt(
                verzoek.uiterlijk,
                Agendasoort.BIJDRAGE,
                f"{vragenset.onderwerp or vragenset.sleutel}: {verzoek.gevraagd}",
                f"/vragensets/{vragenset.sleutel}#bijdragen",
                verzoek.aan,
                laat=op > verzoek.uiterlijk,
                directie=van_set[vragenset.sleutel][0],
                mensen=(*sorted(aan.values()), verzoek.actor),
                ids=_ids(*aan, verzoek.actor_id),
            )
        for reces in recessen.tabel(sessie):
            yield Agendapunt(reces.begin, Agendasoort.RECES, reces.naam, "/recessen", "", einde=reces.einde)
