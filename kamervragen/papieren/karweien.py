"""Long work that shows itself: it goes on when the page is closed, can be stopped, and leaves a result.

A worker does it as the person who asked for it, with the rights he has then.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Buitenom, Huis, buitenom, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import files, jobs, sight
from kamervragen.core.store.engine import reading
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.domain.errors import Bezet, Fout, NietGevonden, Onbereikbaar, Ongeldig
from kamervragen.domain.karwei import EINDE, Karweisoort, Karweistatus
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen.store import gebruikers
from kamervragen.papieren import maken
from kamervragen.papieren.rows import KarweiRij
from kamervragen.papieren.store import karweien
from kamervragen.register import herberekening
from kamervragen.sets import index

TAAK = "karwei"
_HOOGSTENS = 500  # sets in one export
_BEWAARD = timedelta(days=7)
_Voortgang = Callable[[int, int], None]


class Gestopt(Exception):  # noqa: N818 - no fault: its person asked for it
    """The work was asked to stop."""


def papieren_van(huis: Huis, wie: Wie, sleutels: Sequence[str], papier: str) -> int:
    """Asks for one document of many sets, in one package. Returns the number of the work.

    :raises Ongeldig: no set, too many, or no such document.
    """
    if not 0 < len(sleutels) <= _HOOGSTENS:
        raise Ongeldig("Kies ten minste één en ten hoogste %(hoogstens)s sets.", hoogstens=_HOOGSTENS)
    if papier not in set(Papier):
        raise Ongeldig("Kies welk document u van deze sets wilt.")
    gegevens = {"sleutels": sorted(sleutels), "papier": papier}
    return _begin(huis, wie, Handeling.EXPORTEREN, Karweisoort.PAPIEREN, gegevens)


def zet_om(huis: Huis, wie: Wie, sleutel: str, papier: Papier, vorm: Vorm) -> int:
    """Asks for one document that takes longer to convert than one waits for a page. Returns the number of the work."""
    gegevens = {"sleutels": [sleutel], "papier": papier.value, "vorm": vorm.value}
    return _begin(huis, wie, Handeling.EXPORTEREN, Karweisoort.OMZETTING, gegevens)


def bouw_opnieuw(huis: Huis, wie: Wie, soort: str) -> int:
    """Asks for the search index, or the standings of all sets, anew. Returns the number of the work."""
    if soort not in (Karweisoort.ZOEKINDEX, Karweisoort.STANDEN):
        raise Ongeldig("Kies wat opnieuw moet worden gemaakt.")
    return _begin(huis, wie, Handeling.ONDERHOUDEN, Karweisoort(soort), {})


def _begin(huis: Huis, wie: Wie, welke: Handeling, soort: Karweisoort, gegevens: Mapping[str, object]) -> int:
    with handeling(huis, wie, welke, f"karwei-{soort.value}") as werk:
        if wie.gebruiker_id is None:
            raise Ongeldig("Lang werk is van een persoon. Log in.")
        rij = KarweiRij(soort=soort.value, gebruiker_id=wie.gebruiker_id, gegevens=dict(gegevens), begonnen=werk.moment)
        werk.sessie.add(rij)
        werk.sessie.flush()
        jobs.plan(werk.sessie, TAAK, {"karwei_id": rij.id}, sleutel=f"{TAAK}-{rij.id}", op=werk.moment)
        return rij.id


def mijn(huis: Huis, wie: Wie) -> tuple[KarweiRij, ...]:
    """What this person asked for, newest first."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        return karweien.van(sessie, wie.gebruiker_id or 0)


def toon(huis: Huis, wie: Wie, id: int) -> KarweiRij:
    """How far it is. :raises NietGevonden: it is another's, or there is none."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        rij = _eigen(karweien.op_id(sessie, id), wie)
        sessie.expunge(rij)
        rij.verslag = [
            _("Een van de gekozen sets is er voor u niet (meer).") if sight.names_hidden(sessie, regel) else regel
            for regel in rij.verslag
        ]
        return rij


def stand(huis: Huis, id: int) -> KarweiRij:
    """As it is at this moment, outside the picture of a page: for who showed that it is his."""
    with reading(huis.engine) as sessie:
        rij = karweien.op_id(sessie, id)
        assert rij is not None
        return rij


def stop(huis: Huis, wie: Wie, id: int) -> None:
    """Asks it to stop at the next step. :raises NietGevonden: it is another's."""
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, f"karwei-{id}") as werk:
        _eigen(karweien.op_id(werk.sessie, id), wie)
        karweien.vraag_stop(werk.sessie, id)


def resultaat(huis: Huis, wie: Wie, id: int) -> Bestand:
    """What it made, with the rights of this moment: a set may have been shielded since.

    :raises NietGevonden: it is another's, it made nothing, it was cleared away, or holds what he may not know of now.
    """
    rij = toon(huis, wie, id)
    pad = _plek(huis, id)
    if rij.bestand is None or not pad.is_file():
        raise NietGevonden("Dit werk heeft geen bestand (meer). Vraag het opnieuw aan.")
    niet_gelukt = {regel.partition(":")[0] for regel in stand(huis, id).verslag}
    with inzage(huis, wie, Handeling.EXPORTEREN) as sessie:
        erin = set(rij.gegevens.get("sleutels", ())) - niet_gelukt
        if erin & set(sight.verborgen(sessie).values()):
            raise NietGevonden("In dit bestand zit een set die er voor u niet (meer) is. Vraag het opnieuw aan.")
    return Bestand(rij.bestand, pad.read_bytes())


def ruim_op(huis: Huis) -> int:
    """Drops the files of work that ended longer ago than a week: who wants them asks anew. Returns how many went."""
    with reading(huis.engine) as sessie:
        oud = karweien.klaar_voor(sessie, huis.nu() - _BEWAARD)
    weg = [pad for id in oud if (pad := _plek(huis, id)).is_file()]
    for pad in weg:
        pad.unlink(missing_ok=True)
    return len(weg)


def voer_uit(huis: Huis, id: int) -> None:
    """Does the work that was asked for; a worker calls it. What failed is said in its report, not thrown."""
    rij = stand(huis, id)
    if rij.status in EINDE:
        return
    with reading(huis.engine) as sessie:
        mens = gebruikers.op_id(sessie, rij.gebruiker_id, huis.vandaag())
    verslag: list[str] = []
    status, bestand = Karweistatus.KLAAR, None
    try:
        if mens is None:
            raise Ongeldig("Het account van wie dit vroeg, is gesloten.")
        wie = Wie(mens.naam, mens.rollen, "worker", mens.id)
        bestand = _doe(huis, wie, rij, lambda gedaan, totaal: _meld(huis, id, gedaan, totaal), verslag)
    except (Bezet, Onbereikbaar):  # it passes by itself: the job is tried again
        raise
    except Gestopt:
        status = Karweistatus.GESTOPT
    except Fout as fout:
        status = Karweistatus.MISLUKT
        verslag.append(fout.bericht)
    with buitenom(huis, Buitenom.WORKER) as sessie:
        karweien.eindig(sessie, id, status, huis.nu(), verslag=verslag, bestand=bestand)


def _doe(huis: Huis, wie: Wie, rij: KarweiRij, voortgang: _Voortgang, verslag: list[str]) -> str | None:
    match Karweisoort(rij.soort):
        case Karweisoort.ZOEKINDEX:
            index.herbouw(huis, voortgang)
        case Karweisoort.STANDEN:
            aantal = herberekening.herbouw(huis, voortgang)
            verslag.append(f"{aantal} standen waren anders en zijn hersteld.")
        case Karweisoort.PAPIEREN:
            return _papieren(huis, wie, rij, voortgang, verslag)
        case Karweisoort.OMZETTING:
            return _omgezet(huis, wie, rij, voortgang)
    return None


def _omgezet(huis: Huis, wie: Wie, rij: KarweiRij, voortgang: _Voortgang) -> str:
    voortgang(0, 1)
    (sleutel,) = rij.gegevens["sleutels"]
    bestand = maken.maak(huis, wie, sleutel, Papier(rij.gegevens["papier"]), Vorm(rij.gegevens["vorm"]))
    files.schrijf_heel(_plek(huis, rij.id), bestand.data)
    voortgang(1, 1)
    return bestand.naam


def _papieren(huis: Huis, wie: Wie, rij: KarweiRij, voortgang: _Voortgang, verslag: list[str]) -> str | None:
    sleutels, papier = rij.gegevens["sleutels"], Papier(rij.gegevens["papier"])
    uit, gemaakt = io.BytesIO(), 0
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for n, sleutel in enumerate(sleutels):
            voortgang(n, len(sleutels))
            try:
                bestand = maken.maak(huis, wie, sleutel, papier)
            except (Bezet, Onbereikbaar):
                raise
            except Fout as fout:
                verslag.append(f"{sleutel}: {fout.bericht}")
                continue
            pakket.writestr(bestand.naam, bestand.data)
            gemaakt += 1
    voortgang(len(sleutels), len(sleutels))
    if gemaakt == 0:
        return None
    files.schrijf_heel(_plek(huis, rij.id), uit.getvalue())
    return f"{papier.value}-{huis.vandaag().isoformat()}.zip"


def _meld(huis: Huis, id: int, gedaan: int, totaal: int) -> None:
    with buitenom(huis, Buitenom.WORKER) as sessie:
        verder = karweien.meld(sessie, id, gedaan=gedaan, totaal=totaal)
    if not verder:
        raise Gestopt


def _eigen(rij: KarweiRij | None, wie: Wie) -> KarweiRij:
    if rij is None or rij.gebruiker_id != wie.gebruiker_id:
        raise NietGevonden("Dit werk is er niet. Kijk in de lijst van uw lange werk.")
    return rij


def _plek(huis: Huis, id: int) -> Path:
    """Where the result of a piece of work lies; its row has the name it is handed over under."""
    return huis.settings.data / "karweien" / f"{id}.zip"
