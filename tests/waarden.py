"""Sets as values, and the rows they become."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis
from kamervragen.core.store.engine import writing
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Lid, Noot, Nootsoort, Soort, Vraag, Vragenset
from kamervragen.sets.rows import AanhangselRij, NootRij, VraagRij
from kamervragen.sets.store import koppen, vragensets

MOMENT = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
JAAR = Vergaderjaar(2025)

VRAGEN = Vragenset(
    soort=Soort.VRAGEN,
    zaaknummer=Zaaknummer(2026, 8701),
    onderwerp="gele fietsen",
    ingezonden=date(2026, 5, 11),
    vragen=(Vraag(1, "1", "Kent u het bericht?"), Vraag(2, "2", "Hoeveel fietsen zijn er?")),
)

RIJK = Vragenset(
    soort=Soort.ANTWOORD,
    zaaknummer=Zaaknummer(2026, 8701),
    aanhangselnummer=Aanhangselnummer(JAAR, 1970),
    vergaderjaar=JAAR,
    onderwerp="gele fietsen in Zuid-Limburg — «één» proef €",
    indieners=(Lid("Proef", "ABC"), Lid("Tester", "XYZ"), Lid("Los")),
    gericht_aan=(
        Bewindspersoon("minister", None, "Justitie en Veiligheid"),
        Bewindspersoon("minister", None, "Rechtsbescherming"),
    ),
    ondertekenaars=(Bewindspersoon("minister", "Van Proef", "Justitie en Veiligheid"),),
    mede_namens=(Bewindspersoon("staatssecretaris", None, "Defensie"),),
    ingezonden=date(2026, 5, 11),
    ontvangen=date(2026, 6, 8),
    gedagtekend=date(2026, 6, 5),
    zie_ook=(Aanhangselnummer(JAAR, 1500), Aanhangselnummer(JAAR, 7, "ek")),
    kenmerken=("5401166", "5401167"),
    inleiding="Hierbij de antwoorden 🙂.",
    vragen=(
        Vraag(1, "1a", "Kent u het bericht?[^b1]"),
        Vraag(1, "1b", "En het andere?"),
        Vraag(2, "2", "Waarom *niet*?"),
        Vraag(10, "10", "En verder?"),
    ),
    antwoorden=(
        Antwoord(("1a", "1b"), "Ja.\n\nBeide.[^v2]"),
        Antwoord(("10", "2"), "Omdat het [kan](https://x.nl).[^v1]"),
    ),
    noten=(
        Noot(Nootsoort.BRON, 1, "De Proefbode, 8 mei 2026", "https://proefbode.example/fiets"),
        Noot(Nootsoort.VOETNOOT, 1, "Kamerstuk 33 552, nr. 124."),
        Noot(Nootsoort.VOETNOOT, 2, "Zie bijlage."),
    ),
    toelichting="Aanvulling.",
    mededeling="De vragen kunnen niet tijdig worden beantwoord.",
    slot="Tot slot.",
)


def store(sessie: Session, waarde: Vragenset) -> int:
    """All rows of a set; returns its id."""
    rij = koppen.nieuw(sessie, waarde, MOMENT)
    assert rij.id is not None
    vraag_ids: dict[str, int] = {}
    for volgorde, vraag in enumerate(waarde.vragen):
        vraagrij = VraagRij(
            vragenset_id=rij.id,
            volgorde=volgorde,
            nummer=vraag.nummer,
            label=vraag.label,
            tekst=vraag.tekst,
            afdruk=vragensets.afdruk(vraag.tekst),
        )
        sessie.add(vraagrij)
        sessie.flush()
        assert vraagrij.id is not None
        vraag_ids[vraag.label] = vraagrij.id
    for noot in waarde.noten:
        sessie.add(NootRij(vragenset_id=rij.id, soort=noot.soort, nummer=noot.nummer, tekst=noot.tekst, url=noot.url))
    for volgorde, antwoord in enumerate(waarde.antwoorden):
        antwoorden.nieuw(
            sessie,
            rij.id,
            [vraag_ids[label] for label in antwoord.labels],
            antwoord.tekst,
            volgorde=volgorde,
            auteur="Anna",
            moment=MOMENT,
            bewerkt=False,
        )
    koppen.zet_betrokkenen(sessie, rij.id, waarde)
    if waarde.aanhangselnummer:
        sessie.add(
            AanhangselRij(
                vragenset_id=rij.id,
                nummer=str(waarde.aanhangselnummer),
                soort=Soort.ANTWOORD.value,
                ontvangen=waarde.ontvangen,
            )
        )
    for nummer in waarde.zie_ook[:1] if waarde.mededeling else ():
        sessie.add(
            AanhangselRij(
                vragenset_id=rij.id,
                nummer=str(nummer),
                soort=Soort.UITSTEL.value,
                ontvangen=date(2026, 5, 29),
                mededeling=waarde.mededeling,
            )
        )
    sessie.flush()
    return rij.id


def stored(huis: Huis, waarde: Vragenset = VRAGEN) -> int:
    """A set in the database of this house; its id."""
    with writing(huis.engine) as sessie:
        return store(sessie, waarde)


def with_answer(huis: Huis, tekst: str = "Ja.") -> int:
    """A set whose first question has this answer; the id of the answer."""
    waarde = replace(VRAGEN, antwoorden=(Antwoord(("1",), tekst),))
    with writing(huis.engine) as sessie:
        id = store(sessie, waarde)
        antwoord, _ = vragensets.antwoorden_van(sessie, id)[0]
        assert antwoord.id is not None
        return antwoord.id
