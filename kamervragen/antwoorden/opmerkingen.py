"""Remarks of reviewers on a passage of an answer, with replies, until they are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.antwoorden.rows import OpmerkingRij
from kamervragen.antwoorden.store import afwegingen, antwoorden
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import AntwoordRij, VragensetRij
from kamervragen.sets.toegang import set_voor, vind_vraag

_LANGSTE = 5_000


@dataclass(frozen=True, slots=True)
class Opmerkingbeeld:
    """A remark with its replies. `staat_er`: the passage still stands in the answer."""

    rij: OpmerkingRij
    antwoorden: tuple[OpmerkingRij, ...]
    staat_er: bool


def bij_vraag(blik: Blik, label: str) -> tuple[Opmerkingbeeld, ...]:
    """Gives the remarks on the answer to a question: open ones first."""
    antwoord = blik.antwoord_op(label)
    if antwoord is None:
        return ()
    alle = [o for o in afwegingen.opmerkingen(blik.sessie, blik.id) if o.antwoord_id == antwoord.id]
    beelden = [
        Opmerkingbeeld(o, tuple(r for r in alle if r.op_id == o.id), not o.citaat or o.citaat in antwoord.tekst)
        for o in alle
        if o.op_id is None
    ]
    return tuple(sorted(beelden, key=lambda b: b.rij.opgelost_op is not None))


def merk_op(
    huis: Huis, wie: Wie, sleutel: str, label: str, tekst: str, *, citaat: str = "", op_id: int | None = None
) -> int:
    """A remark on the answer or on a passage of it, or a reply to a remark. Returns its id.

    :raises Ongeldig: without words, on a passage that does not stand there, or where there is no answer yet.
    """
    if not tekst.strip():
        raise Ongeldig("Schrijf wat u wilt opmerken.", veld="opmerking")
    if len(tekst) > _LANGSTE or len(citaat) > _LANGSTE:
        raise TeGroot("Een opmerking mag hooguit 5.000 tekens hebben.")
    with handeling(huis, wie, Handeling.OPMERKEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        antwoord = _antwoord(werk.sessie, rij, label)
        if antwoord is None:
            raise Ongeldig("Deze vraag heeft nog geen antwoord om iets over op te merken.")
        kaal = citaat.strip()
        if kaal and kaal not in antwoord.tekst:
            raise Ongeldig(
                "Deze passage staat niet (meer) zo in het antwoord. Kopieer haar uit de tekst zoals die nu is."
            )
        if op_id is not None:
            _eigen(werk.sessie, antwoord, op_id)
        return afwegingen.merk_op(
            werk.sessie,
            antwoord.id,
            op_id=op_id,
            versie=antwoord.versie,
            citaat=kaal,
            tekst=tekst.strip(),
            actor=wie.naam,
            moment=werk.moment,
        )


def los_op(huis: Huis, wie: Wie, sleutel: str, label: str, opmerking_id: int, *, opgelost: bool) -> None:
    """Resolves a remark, or opens it again. :raises NietGevonden: it is not on this answer."""
    with handeling(huis, wie, Handeling.OPMERKEN, sleutel) as werk:
        antwoord = _antwoord(werk.sessie, set_voor(werk, sleutel), label)
        if antwoord is None:
            raise NietGevonden("Deze opmerking hoort niet bij deze vraag.")
        _eigen(werk.sessie, antwoord, opmerking_id)
        afwegingen.los_op(
            werk.sessie, opmerking_id, actor=wie.naam if opgelost else None, moment=werk.moment if opgelost else None
        )


def _antwoord(sessie: Session, rij: VragensetRij, label: str) -> AntwoordRij | None:
    return antwoorden.van_vraag(sessie, vind_vraag(sessie, rij, label))


def _eigen(sessie: Session, antwoord: AntwoordRij, opmerking_id: int) -> None:
    opmerking = afwegingen.opmerking(sessie, opmerking_id) if opmerking_id else None
    if opmerking is None or opmerking.antwoord_id != antwoord.id or opmerking.op_id is not None:
        raise NietGevonden("Deze opmerking hoort niet bij deze vraag.")
