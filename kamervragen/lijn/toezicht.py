"""Looking back: the history of a set in plain words, the whole trail for the auditor, and the list of all rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kamervragen.catalogue import gettext as _
from kamervragen.catalogue import tijdstip
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.rows import AuditRij
from kamervragen.core.store import audit
from kamervragen.core.store.audit import Zoekvraag
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.writers.lijst import Lijstblad, Lijstsoort, render
from kamervragen.domain.rollen import RECHTEN, Handeling, Rol
from kamervragen.domain.status import Status
from kamervragen.mensen.store import gebruikers
from kamervragen.mensen.store.gebruikers import Recht
from kamervragen.sets.toegang import vind_set

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_MEEST = 500
_MEEST_UITVOER = 100_000
_KOLOMMEN = ("regel", "tijdstip", "actor", "account", "actie", "object", "resultaat", "oorsprong")


@dataclass(frozen=True, slots=True)
class Spoor:
    """The lines that fit a search, and what one can search for."""

    regels: tuple[AuditRij, ...]
    resultaten: tuple[str, ...]


def geschiedenis(huis: Huis, wie: Wie, sleutel: str) -> tuple[AuditRij, ...]:
    """Everything that was done, or refused, on a set, newest first. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        return audit.regels(sessie, Zoekvraag(object=rij.sleutel), aantal=_MEEST)


def zoek(huis: Huis, wie: Wie, vraag: Zoekvraag) -> Spoor:
    """The trail as an auditor searches it; that he did stands in the trail too."""
    with handeling(huis, wie, Handeling.AUDIT_ZIEN, "auditspoor") as werk:
        return Spoor(audit.regels(werk.sessie, vraag, aantal=_MEEST), audit.resultaten(werk.sessie))


def spoor_als_bestand(huis: Huis, wie: Wie, vraag: Zoekvraag, soort: Lijstsoort) -> Bestand:
    """The lines that fit, for a spreadsheet; at most 100.000."""
    with handeling(huis, wie, Handeling.AUDIT_ZIEN, "auditspoor-uitvoer") as werk:
        regels = audit.regels(werk.sessie, vraag, aantal=_MEEST_UITVOER)
        rijen = tuple(
            (
                r.id,
                tijdstip(r.tijdstip),
                r.actor,
                r.actor_id or "",
                label(Handeling(r.actie)),
                r.object,
                r.resultaat,
                r.oorsprong,
            )
            for r in regels
        )
    return Bestand(
        f"auditspoor-{huis.vandaag().isoformat()}.{soort.value}",
        render(Lijstblad(_("Auditspoor"), _KOLOMMEN, rijen), soort),
    )


def rechten(huis: Huis, wie: Wie) -> tuple[Recht, ...]:
    """Every role of every account with its days, for the quarterly review. *Bron:* BIO2 8.02.01."""
    with handeling(huis, wie, Handeling.RECHTEN_ZIEN, "rechten") as werk:
        return gebruikers.alle_rechten(werk.sessie)


def matrix() -> tuple[tuple[Handeling, tuple[tuple[Status, ...] | None, ...]], ...]:
    """Act x role: the statuses in which the role may do the act; None for never. The roles stand as in `Rol`."""
    return tuple(
        (welke, tuple(_statussen(RECHTEN.get(welke, {}).get(rol)) for rol in Rol))
        for welke in Handeling
        if welke is not Handeling.INLOGGEN
    )


def zoekvraag(*, actor: str, actie: str, object: str, resultaat: str, van: date | None, tot: date | None) -> Zoekvraag:
    """What someone looks for, its days taken as days in Amsterdam, both included."""
    return Zoekvraag(actor, actie, object, resultaat, _moment(van), _moment(tot, na=True))


def _moment(dag: date | None, *, na: bool = False) -> datetime | None:
    if dag is None:
        return None
    return datetime.combine(dag + timedelta(days=na), time(), tzinfo=_AMSTERDAM).astimezone(UTC)


def _statussen(toegestaan: frozenset[Status] | None) -> tuple[Status, ...] | None:
    return tuple(status for status in Status if status in toegestaan) if toegestaan else None
