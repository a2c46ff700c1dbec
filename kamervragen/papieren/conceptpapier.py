"""The concept as it leaves for Word: anchored, with the open remarks, and if asked with what changed."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from kamervragen.antwoorden.store import afwegingen, antwoorden
from kamervragen.core.act import Huis
from kamervragen.documents.lezing import Opmerking
from kamervragen.documents.word.sjabloon import AANHANGSEL
from kamervragen.documents.word.terugweg import Herkomst
from kamervragen.documents.word.tijd import naar_word
from kamervragen.documents.writers import concept
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Vragenset
from kamervragen.papieren import sjablonen
from kamervragen.sets.rows import AntwoordRij, VragensetRij
from kamervragen.sets.store import vragensets


def maak(huis: Huis, sessie: Session, rij: VragensetRij, s: Vragenset, *, met_wijzigingen: bool = False) -> bytes:
    """The concept as a .docx that finds its way back.

    `met_wijzigingen`: what an answer became since the concept was last reported ready, else since its first version, stands
    in it as tracked changes of who wrote it last.
    """
    alle = [(antwoord, labels) for antwoord, labels in vragensets.antwoorden_van(sessie, rij.id) if labels]
    eerder = {
        labels[0]: was for antwoord, labels in alle if met_wijzigingen and (was := _eerder(sessie, rij, antwoord))
    }
    versies = {labels[0]: antwoord.versie for antwoord, labels in alle} | {
        label: was.versie for label, was in eerder.items()
    }
    return concept.render(
        s,
        Herkomst(rij.sleutel, rij.versie, versies),
        _laatst(sessie, alle) if alle else rij.aangemaakt.date(),
        sjablonen.pad(huis, AANHANGSEL),
        eerder=eerder,
        opmerkingen={labels[0]: _opmerkingen(sessie, antwoord) for antwoord, labels in alle},
    )


def _laatst(sessie: Session, alle: list[tuple[AntwoordRij, tuple[str, ...]]]) -> date:
    """The day of the youngest text in it."""
    return max(antwoorden.versies(sessie, antwoord.id)[0].moment for antwoord, _labels in alle).date()


def _opmerkingen(sessie: Session, antwoord: AntwoordRij) -> list[Opmerking]:
    """The open remarks with their replies, each at the passage it is about."""
    rijen = [o for o in afwegingen.opmerkingen(sessie, antwoord.vragenset_id) if o.antwoord_id == antwoord.id]
    open_ = {rij.id: rij for rij in rijen if rij.op_id is None and rij.opgelost_op is None}
    return [
        Opmerking(rij.actor, naar_word(rij.moment), rij.tekst, open_[rij.op_id or rij.id].citaat)
        for rij in rijen
        if (rij.op_id or rij.id) in open_
    ]


def _eerder(sessie: Session, rij: VragensetRij, antwoord: AntwoordRij) -> concept.Eerder | None:
    versies = antwoorden.versies(sessie, antwoord.id)
    gereed = [f.moment for f in vragensets.feitrijen(sessie, rij.id) if f.soort == Feitsoort.CONCEPT_GEREED]
    # The newest first: the version of the last time it was reported ready, else the very first.
    was = next((v for v in versies if v.moment <= gereed[-1]), None) if gereed else versies[-1]
    nu = versies[0]
    if was is None or was.versie == nu.versie:
        return None
    return concept.Eerder(was.versie, was.tekst, nu.auteur, naar_word(nu.moment))
