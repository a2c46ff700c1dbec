"""Beside the question: what was promised and asked on its subject, what was said before, and a motion nobody names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import OPEN
from kamervragen.domain.nummers import Kamerstuk
from kamervragen.domain.toezegging import LOPEND
from kamervragen.hergebruik.eerder import Eerder, index_voor
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.zinnen import zinnen
from kamervragen.register import lopendindex
from kamervragen.register.lopendindex import tekst_van_belofte, tekst_van_motie
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.register.store import moties, toezeggingen
from kamervragen.search.raakvlak import Onderwerp, Raakvlak
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import VragensetRij

_HOOGSTENS = 5
_STANDPUNTEN = 2


@dataclass(frozen=True, slots=True)
class Open:
    """A running promise or open motion on the subject of a question, and why it stands here."""

    rij: ToezeggingRij | MotieRij
    is_motie: bool
    tekst: str
    dag: date | None
    laat: bool
    vragenset: VragensetRij | None
    raakvlak: Raakvlak


@dataclass(frozen=True, slots=True)
class Standpunt:
    """What a minister said on this before: his sentence that speaks most of the question."""

    datum: date
    wie: str
    kabinet: str | None
    zin: str
    sleutel: str
    label: str
    nummer: str


@dataclass(frozen=True, slots=True)
class Genegeerd:
    """An open motion on a dossier that the set cites, named in none of its answers."""

    motie: MotieRij
    dossier: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bij:
    """All of it, for one question."""

    open: tuple[Open, ...]
    standpunten: tuple[Standpunt, ...]
    genegeerd: tuple[Genegeerd, ...]


def voor(blik: Blik, label: str, eerder: Sequence[Eerder]) -> Bij:
    """Makes what stands beside a question. `eerder` are the earlier answers that were found for it."""
    index, sessie, rij, op = index_voor(blik.huis, blik.wie), blik.sessie, blik.rij, blik.op
    onderwerp = Onderwerp(index, f"{rij.onderwerp or ''}. {platte_tekst(blik.vraag(label).tekst)}")
    beloften, gevraagd = lopendindex.kandidaten(blik.huis, blik.wie, onderwerp.termen)
    gevonden = [*_beloften(sessie, beloften, onderwerp, rij, op), *_gevraagd(sessie, gevraagd, onderwerp, op)]
    gevonden.sort(key=lambda o: (-o.raakvlak.waarde, o.is_motie, o.rij.id))
    return Bij(
        open=tuple(gevonden[:_HOOGSTENS]),
        standpunten=_standpunten(onderwerp, eerder),
        genegeerd=tuple(g for g in genegeerde_moties(blik) if label in g.labels),
    )


def genegeerde_moties(blik: Blik) -> tuple[Genegeerd, ...]:
    """Finds the open motions on a dossier that the set cites, named in none of its answers."""
    per_dossier = _dossiers(blik)
    open_ = [(m, _dossier(m.kamerstuk or "")) for m in moties.lopend_in(blik.sessie, per_dossier)]
    if not open_:
        return ()
    genoemd = {motie.id for motie, _koppeling in moties.van_set(blik.sessie, blik.id)}
    return tuple(
        Genegeerd(motie, dossier, per_dossier[dossier])
        for motie, dossier in open_
        if dossier in per_dossier and motie.id not in genoemd
    )


def _beloften(sessie: Session, ids: Collection[int], onderwerp: Onderwerp, eigen: VragensetRij, op: date) -> list[Open]:
    uit = []
    for rij, vragenset in toezeggingen.op_ids(sessie, ids):
        if rij.status not in LOPEND or rij.vragenset_id == eigen.id:
            continue
        if raak := onderwerp.raakt(". ".join(tekst_van_belofte(rij, vragenset))):
            dag = rij.interne_dag or rij.venster_einde
            uit.append(Open(rij, False, rij.zin, dag, dag is not None and dag < op, vragenset, raak))
    return uit


def _gevraagd(sessie: Session, ids: Collection[int], onderwerp: Onderwerp, op: date) -> list[Open]:
    uit = []
    for rij in moties.op_ids(sessie, ids):
        if rij.status not in OPEN:
            continue
        tekst = ". ".join(filter(None, tekst_van_motie(rij)))
        if raak := onderwerp.raakt(tekst):
            dag = rij.gevraagde_dag
            uit.append(Open(rij, True, tekst, dag, dag is not None and dag < op, None, raak))
    return uit


def _standpunten(onderwerp: Onderwerp, eerder: Sequence[Eerder]) -> tuple[Standpunt, ...]:
    """The newest of what holds first; "Ja." is no position."""
    uit = []
    for e in eerder:
        eenheid = e.treffer.eenheid
        if e.opzij or e.achterhaald is not None or eenheid.datum is None:
            continue
        gewogen = [(onderwerp.deel(zin.tekst), -zin.begin, zin.tekst) for zin in zinnen(eenheid.antwoord)]
        gewicht, _plaats, zin = max(gewogen, default=(0.0, 0, ""))
        if gewicht > 0:
            uit.append(
                Standpunt(
                    eenheid.datum,
                    eenheid.bewindspersoon,
                    e.kabinet,
                    zin,
                    eenheid.sleutel,
                    eenheid.label,
                    eenheid.zaaknummer or eenheid.aanhangselnummer or eenheid.sleutel,
                )
            )
    return tuple(sorted(uit[:_STANDPUNTEN], key=lambda s: s.datum, reverse=True))


def _dossiers(blik: Blik) -> dict[str, tuple[str, ...]]:
    """Dossier -> the questions that cite it, in question, answer or the notes of either."""
    noten = {f"[^{n.soort[0]}{n.nummer}]": n.tekst for n in blik.noten}
    teksten: list[tuple[tuple[str, ...], str]] = [((v.label,), v.tekst) for v in blik.vragen]
    teksten += [(labels, a.tekst) for a, labels in blik.antwoorden]
    uit: dict[str, list[str]] = {}
    for labels, tekst in teksten:
        geheel = " \n".join((tekst, *(noot for merk, noot in noten.items() if merk in tekst)))
        for verwijzing in verwijzingen(geheel):
            if verwijzing.soort is Verwijzingsoort.KAMERSTUK and (dossier := _dossier(verwijzing.id or "")):
                uit.setdefault(dossier, []).extend(labels)
    return {dossier: tuple(dict.fromkeys(labels)) for dossier, labels in uit.items()}


def _dossier(kamerstuk: str) -> str:
    """'kst-33552-124' -> '33552'; a budget keeps its chapter: 'kst-36200-VI-12' -> '36200-VI'. Nothing for no dossier."""
    try:
        stuk = Kamerstuk.parse(kamerstuk)
    except Ongeldig:
        return ""
    return "-".join(filter(None, (stuk.dossier, stuk.toevoeging)))
