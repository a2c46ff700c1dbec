"""Which words promise something: the cues that answers are read with, those of a ministry besides those that come along."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Buitenom, Huis, Werk, buitenom, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import jobs, sight, undo
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.language.promises.beloften import MAX_ZIN, belofte_in
from kamervragen.language.promises.signaaltabel import BLOKKADES, SIGNALEN, VOORBEELDEN, Stevigheid, Werking, patroon
from kamervragen.language.zinnen import zinnen
from kamervragen.register import vondsten
from kamervragen.sets.rows import AntwoordRij, VragensetRij, WoordregelRij
from kamervragen.sets.store import recessen, vragensets, woorden
from kamervragen.sets.woorden import Woordenlijst, gevonden, nieuwe_code, schrijf, signalen_van

_LANGSTE = 120
TAAK = "herlees"
_TOON = 200  # sentences on the page that shows what a change does
_LIJST = Woordenlijst.SIGNALEN


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """A cue as the list shows it. One that comes along has an example in the place of its words."""

    code: str
    woorden: str
    werking: Werking
    actief: bool
    eigen: bool
    laatste: WoordregelRij | None


@dataclass(frozen=True, slots=True)
class Zingevolg:
    """A sentence in an answer that is being written, and whether it becomes a proposal, or is one no more."""

    sleutel: str
    zin: str
    erbij: bool


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What a change of the cues does to the answers of open sets; of the sentences the first two hundred."""

    regel: Signaalregel
    erbij: int
    weg: int
    zinnen: tuple[Zingevolg, ...]


def lijst(huis: Huis, wie: Wie) -> tuple[Signaalregel, ...]:
    """Every cue: those of one's own first, then what comes along."""
    with inzage(huis, wie, Handeling.WOORDEN_BEHEREN) as sessie:
        return _regels(sessie)


def gevolg(huis: Huis, wie: Wie, *, code: str = "", tekst: str = "", werking: str = "", actief: bool = True) -> Gevolg:
    """What `zet` would do to the answers that are being written; nothing is written.

    :raises Ongeldig, NietGevonden: as `zet`.
    """
    with inzage(huis, wie, Handeling.WOORDEN_BEHEREN) as sessie:
        regel = _gekozen(sessie, code, tekst, werking, actief)
        with sight.alles_zichtbaar(sessie):
            anders = list(_anders(huis, sessie, regel))
        weg = sight.verborgen(sessie)
    gezien = tuple(z for set_, _antwoord, zinnen_ in anders if set_.id not in weg for z in zinnen_)
    return Gevolg(regel, sum(z.erbij for z in gezien), sum(not z.erbij for z in gezien), gezien[:_TOON])


def zet(huis: Huis, wie: Wie, *, code: str = "", tekst: str = "", werking: str = "", actief: bool = True) -> None:
    """Adds words to the cues, or without an empty `code` switches that one off or on. The worker then reads the answers
    that are being written again: what they propose follows.

    :raises Ongeldig: for words no pattern can be made of, that stand there already, or that do nothing known.
    :raises NietGevonden: no such cue.
    """
    with handeling(huis, wie, Handeling.WOORDEN_BEHEREN, f"signaal {code or tekst}", herroepbaar=not actief) as werk:
        neem_op(werk, code=code, tekst=tekst, werking=werking, actief=actief)


def neem_op(werk: Werk, *, code: str, tekst: str, werking: str, actief: bool) -> None:
    """What `zet` does, within an act."""
    regel = _gekozen(werk.sessie, code, tekst, werking, actief)
    schrijf(
        werk, _LIJST, regel.code, regel.woorden, actief=actief, werking=regel.werking.value if regel.eigen else None
    )
    # What is switched off can be undone for half a minute: what it proposed then still stands there as it was.
    plan(werk.sessie, werk.moment if actief else werk.moment + undo.GELDIG, regel.code)


def plan(sessie: Session, moment: datetime, code: str = "") -> None:
    """Plans that the answers that are being written are read again: those with the words of this cue, or all."""
    jobs.plan(sessie, TAAK, {"code": code}, sleutel=f"{TAAK}:{code}", op=moment)


def volg_ongedaan(sessie: Session, moment: datetime, _wie: str, actie: str, _vragenset_ids: Collection[int]) -> None:
    """After a change of the lists was undone, the answers that are being written are read again."""
    if actie == Handeling.WOORDEN_BEHEREN.value:
        plan(sessie, moment)


def herlees(huis: Huis, code: str) -> None:
    """Does what `plan` planned, one set in a transaction. What a person decided stays."""
    with reading(huis.engine) as sessie, sight.alles_zichtbaar(sessie):
        regel = next((r for r in _regels(sessie) if r.code == code), None)
        gezocht = _patroon_van(regel) if regel else re.compile("")
        raak = {
            set_.id
            for set_, antwoord in antwoorden.van_open_sets(sessie)
            if any(gezocht.search(zin.tekst) for zin in zinnen(antwoord.tekst))
        }
    for vragenset_id in sorted(raak):
        with buitenom(huis, Buitenom.AFGELEID) as sessie, sight.alles_zichtbaar(sessie):
            _herlees(huis, sessie, vragenset_id)


def _herlees(huis: Huis, sessie: Session, vragenset_id: int) -> None:
    """The set is held first, as every act on it does: who saves or decides now comes before or after, never in between."""
    rij = sessie.get(VragensetRij, vragenset_id)
    if rij is None:
        return
    vragensets.houd_vast(sessie, rij)
    for set_, antwoord in antwoorden.van_open_sets(sessie, vragenset_id):  # none when it was closed meanwhile
        op = set_.ontvangen or set_.gedagtekend or huis.vandaag()
        vondsten.herzie(sessie, vragenset_id=vragenset_id, antwoord_id=antwoord.id, tekst=antwoord.tekst, op=op)


def regel_van(sessie: Session, woorden_: str) -> Signaalregel | None:
    """The cue of these words on the list."""
    return next((s for s in _regels(sessie) if s.woorden.casefold() == woorden_.casefold()), None)


def gekeurd(tekst: str) -> str:
    """Words with single spaces. :raises Ongeldig: no pattern can be made of them, or there is but one."""
    schoon = " ".join(tekst.split())
    try:
        patroon(schoon)
        goed = len(schoon) <= _LANGSTE and len(schoon.split()) > 1
    except ValueError:
        goed = False
    if not goed:
        raise Ongeldig(
            "Schrijf twee tot twaalf woorden zonder leestekens; “…” staat voor hooguit zes andere woorden ertussen.",
            veld="tekst",
        )
    return schoon


def _gekozen(sessie: Session, code: str, tekst: str, werking: str, actief: bool) -> Signaalregel:
    """The line as the change would leave it."""
    regels = {s.code: s for s in _regels(sessie)}
    if code:
        oud = gevonden(regels, code)
        if oud.actief == actief:
            raise Ongeldig("Dit signaal staat al zo. Vernieuw de pagina.")
        return Signaalregel(code, oud.woorden, oud.werking, actief, oud.eigen, oud.laatste)
    schoon = gekeurd(tekst)
    if werking not in set(Werking):
        raise Ongeldig("Kies wat deze woorden doen.", veld="werking")
    if any(s.eigen and s.woorden.casefold() == schoon.casefold() for s in regels.values()):
        raise Ongeldig("De woorden “%(woorden)s” staan al op de lijst.", woorden=schoon, veld="tekst")
    nieuw = nieuwe_code(sessie, _LIJST)
    return Signaalregel(nieuw, schoon, Werking(werking), actief, True, None)


def _anders(
    huis: Huis, sessie: Session, regel: Signaalregel
) -> Iterator[tuple[VragensetRij, AntwoordRij, tuple[Zingevolg, ...]]]:
    """The answers of open sets in which the change makes a sentence a promise, or takes one back."""
    rijen = woorden.versies(sessie)
    oud = signalen_van(rijen)
    nieuw = signalen_van((*rijen, _rij(regel, huis.nu())))
    gezocht = _patroon_van(regel)
    kalender = recessen.tabel(sessie)
    for set_, antwoord in antwoorden.van_open_sets(sessie):
        op = set_.ontvangen or set_.gedagtekend or huis.vandaag()
        uit = []
        for zin in zinnen(antwoord.tekst):
            if len(zin.tekst) > MAX_ZIN or not gezocht.search(zin.tekst):
                continue
            was, wordt = (belofte_in(zin.tekst, op, recessen=kalender, signalen=s) is not None for s in (oud, nieuw))
            if was != wordt:
                uit.append(Zingevolg(set_.sleutel, zin.tekst, wordt))
        if uit:
            yield set_, antwoord, tuple(uit)


def _patroon_van(regel: Signaalregel) -> re.Pattern[str]:
    if regel.eigen:
        return patroon(regel.woorden)
    mee = {code: p for code, _stevigheid, p in SIGNALEN} | {code: p for code, p, _betreft in BLOKKADES}
    return mee[regel.code]


def _rij(regel: Signaalregel, moment: datetime) -> WoordregelRij:
    """The line as it would be kept, to read with before it is."""
    return WoordregelRij(
        id=0,
        lijst=_LIJST.value,
        code=regel.code,
        tekst=regel.woorden,
        werking=regel.werking.value if regel.eigen else None,
        actief=regel.actief,
        actor="",
        moment=moment,
    )


def _regels(sessie: Session) -> tuple[Signaalregel, ...]:
    nu = woorden.nu(sessie, _LIJST)
    mee = [(code, _werking(stevigheid)) for code, stevigheid, _p in SIGNALEN]
    mee += [(code, Werking.NEEMT_TERUG) for code, _p, _betreft in BLOKKADES]
    van_mee = [
        Signaalregel(code, VOORBEELDEN[code], w, (r := nu.get(code)) is None or r.actief, False, r) for code, w in mee
    ]
    eigen = [Signaalregel(r.code, r.tekst, Werking(r.werking), r.actief, True, r) for r in nu.values() if r.werking]
    return (*eigen, *van_mee)


def _werking(stevigheid: Stevigheid) -> Werking:
    return Werking.ZACHT if stevigheid is Stevigheid.ZACHT else Werking.HARD
