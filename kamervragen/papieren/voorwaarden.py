"""What must hold before a paper can be made, each in words that say what to do; and the facts a notice tells of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.domain.status import BEWERKBAAR, Feitsoort, Status, status_van
from kamervragen.domain.uitstel import gelezen
from kamervragen.domain.vragenset import Instrument, Vragenset, opsomming
from kamervragen.sets import afdoening, uitstelredenen
from kamervragen.sets.rows import FeitRij, VragensetRij
from kamervragen.sets.store import documenten, vragensets

_ZONDER_ANTWOORD = frozenset({Status.BEANTWOORD_BIJ_BRIEF, Status.INGETROKKEN, Status.OVERGEDRAGEN})
# (session, row, value) -> why not; nothing when it holds.
Voorwaarde = Callable[[Session, VragensetRij, Vragenset], str]


def heeft_vragen(_sessie: Session, rij: VragensetRij, s: Vragenset) -> str:
    """Demands questions or answers."""
    if s.vragen or s.antwoorden:
        return ""
    return _("%(sleutel)s heeft nog geen vragen. Neem eerst het document met de vragen in.") % {"sleutel": rij.sleutel}


def niet_zonder_antwoorden(sessie: Session, rij: VragensetRij, _s: Vragenset) -> str:
    """Demands that the set did not end without answers of its own."""
    if status_van(vragensets.feiten(sessie, rij.id)) not in _ZONDER_ANTWOORD:
        return ""
    return _("Deze set is afgedaan zonder antwoorden.")


def is_lijst_van_vragen(sessie: Session, rij: VragensetRij, _s: Vragenset) -> str:
    """Demands a committee's list, taken in as Word: its own table is filled."""
    if rij.instrument != Instrument.LIJST_VAN_VRAGEN:
        return _("Dit is geen lijst van vragen van een commissie.")
    if lijstdocument(sessie, rij) is None:
        return _("De lijst van de commissie is niet als Word-document ingenomen. Neem haar in als .docx.")
    return ""


def is_geschreven(_sessie: Session, _rij: VragensetRij, s: Vragenset) -> str:
    """Demands an answer to one of the questions."""
    if s.vragen and len(_over(s)) == len(s.vragen):
        return _("Er is nog geen antwoord geschreven. Schrijf eerst een antwoord bij een vraag.")
    return ""


def is_af(sessie: Session, rij: VragensetRij, s: Vragenset) -> str:
    """Demands an answer to every question, while they can still be written."""
    over = _over(s)
    if over and status_van(vragensets.feiten(sessie, rij.id)) in BEWERKBAAR:
        return _("Nog niet beantwoord: vraag %(labels)s.") % {"labels": opsomming(over)}
    return ""


def uitstel_is_gemeld(sessie: Session, rij: VragensetRij, _s: Vragenset) -> str:
    """Demands a delay that was reported here, with its reason."""
    if uitstel(sessie, rij):
        return ""
    if (op := dag(sessie, rij, Feitsoort.UITSTEL)) is not None:
        return _("Het uitstel van %(dag)s kwam als document binnen; er is hier geen bericht van te maken.") % {
            "dag": datum(op)
        }
    return _("Voor deze set is hier nog geen uitstel gemeld. Meld het eerst op de pagina van de set.")


def is_afgedaan(sessie: Session, rij: VragensetRij, _s: Vragenset) -> str:
    """Demands that the set was answered by another letter, or taken back."""
    if afgedaan(sessie, rij):
        return ""
    return _("Deze set is niet bij brief beantwoord en niet ingetrokken. Leg dat eerst vast bij Afdoen.")


def _over(s: Vragenset) -> list[str]:
    gedekt = {label for antwoord in s.antwoorden if antwoord.tekst.strip() for label in antwoord.labels}
    return [vraag.label for vraag in s.vragen if vraag.label not in gedekt]


def pdf_later(sessie: Session, rij: VragensetRij) -> bool:
    """Tells whether a PDF to publish has to wait: the answers are not approved yet."""
    return status_van(vragensets.feiten(sessie, rij.id)) in BEWERKBAAR


def uitstel(sessie: Session, rij: VragensetRij) -> FeitRij | None:
    """Finds the delay that was reported here, with its reason."""
    alle = vragensets.feitrijen(sessie, rij.id)
    redenen = uitstelredenen.redenen(sessie)
    return next((f for f in alle if f.soort == Feitsoort.UITSTEL and gelezen(f.toelichting, redenen)), None)


def afgedaan(sessie: Session, rij: VragensetRij) -> FeitRij | None:
    """Finds the fact by which a set ended without answers of its own."""
    return next((f for f in vragensets.feitrijen(sessie, rij.id) if f.soort in afdoening.WIJZEN), None)


def dag(sessie: Session, rij: VragensetRij, soort: Feitsoort) -> date | None:
    """Finds the first day of such a fact."""
    return next((f.datum for f in vragensets.feitrijen(sessie, rij.id) if f.soort == soort), None)


def lijstdocument(sessie: Session, rij: VragensetRij) -> tuple[str, str] | None:
    """Finds the committee's own table, as it was taken in: its sha-256 and its name."""
    return next(
        (
            (d.sha256, d.naam)
            for d in reversed(documenten.documenten(sessie, rij.id))
            if d.soort == "vragen" and d.naam.lower().endswith(".docx")
        ),
        None,
    )
