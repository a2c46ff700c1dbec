"""Whether the database itself is whole: its pages, its references, and what must follow from what."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.act import Huis
from kamervragen.core.store import heartbeats, identity, jobs
from kamervragen.mensen import geheimen
from kamervragen.sets import standen
from kamervragen.sets.rows import AntwoordRij, AntwoordversieRij, VraagRij, VragensetRij
from kamervragen.sets.standrows import SetstandRij
from kamervragen.sets.store import overzichten, vragensets

_BATCH = 500


def bladzijden(sessie: Session, *, snel: bool) -> Iterator[tuple[str, str]]:
    """Lets SQLite look at its own pages and references; of each fault where it is and what. PostgreSQL keeps checksums."""
    if sessie.get_bind().dialect.name != "sqlite":
        return
    for (regel,) in sessie.execute(sa.text("PRAGMA quick_check" if snel else "PRAGMA integrity_check")):
        if regel != "ok":
            yield "database", f"De database is beschadigd: {regel}. Zet een reservekopie terug."
    if not identity.schema_is_whole(sessie):
        yield "database", "De tabellen zijn niet zoals ze werden gemaakt. Zet een reservekopie terug."
    for tabel, rij, naar, _nummer in sessie.execute(sa.text("PRAGMA foreign_key_check")):
        yield f"{tabel} {rij}", f"Deze rij verwijst naar een rij van {naar} die er niet is."


def datamap(huis: Huis, sessie: Session) -> Iterator[tuple[str, str]]:
    """The data folder is that of this database."""
    if not identity.is_folder_of(sessie, huis.settings.data):
        yield identity.MERK, "De datamap is niet die van deze database: zie het bestand met deze naam daarin."


def geheimen_leesbaar(huis: Huis, sessie: Session) -> Iterator[tuple[str, str]]:
    """What was sealed can be opened with the key file."""
    weg = geheimen.kwijt_in(sessie, huis.kluis)
    for naam in (*weg.geheimen, *(f"tweede stap van {naam}" for naam in weg.tweede_stappen)):
        yield (
            f"geheim {naam}",
            f"Dit is niet te lezen met {huis.settings.sleutelbestand}. Zet het goede sleutelbestand terug.",
        )


def antwoorden(sessie: Session) -> Iterator[tuple[str, str]]:
    """Holds every answer against its last version: they are the same text."""
    zelfde = sa.exists().where(
        col(AntwoordversieRij.antwoord_id) == col(AntwoordRij.id),
        col(AntwoordversieRij.versie) == col(AntwoordRij.versie),
        col(AntwoordversieRij.tekst) == col(AntwoordRij.tekst),
    )
    query = (
        sa.select(col(AntwoordRij.id), col(VragensetRij.sleutel))
        .join(VragensetRij, col(VragensetRij.id) == col(AntwoordRij.vragenset_id))
        .where(~zelfde)
        .order_by(col(AntwoordRij.id))
    )
    for id, sleutel in sessie.execute(query):
        yield f"antwoord {id}", f"Dit antwoord van {sleutel} is een andere tekst dan zijn laatste versie."


def vragen(sessie: Session) -> Iterator[tuple[str, str]]:
    """Holds the words of every question against the fingerprint that was made of them."""
    query = sa.select(col(VraagRij.id), col(VraagRij.tekst), col(VraagRij.afdruk)).order_by(col(VraagRij.id))
    for id, tekst, afdruk in sessie.execute(query.execution_options(yield_per=_BATCH)):
        if vragensets.afdruk(tekst) != afdruk:
            yield f"vraag {id}", "De tekst van deze vraag is niet die waarvan de vingerafdruk werd genomen."


def afgeleid(huis: Huis, sessie: Session) -> Iterator[tuple[str, str]]:
    """Derives every standing anew and holds it against the one that is kept."""
    if not standen.zijn_bij(sessie, huis.settings):
        return  # the worker is at it: a rule was changed
    regels, ids = standen.spelregels(huis.settings, sessie), overzichten.set_ids(sessie)
    for begin in range(0, len(ids), _BATCH):
        deel = ids[begin : begin + _BATCH]
        bewaard = {
            rij.vragenset_id: rij.model_dump()
            for rij in sessie.exec(select(SetstandRij).where(col(SetstandRij.vragenset_id).in_(deel)))
        }
        for regel in overzichten.regels(sessie, deel):
            if bewaard.get(regel.id) != standen.stand_van(regel, regels).model_dump():
                yield (
                    f"stand {regel.sleutel}",
                    "De bewaarde stand volgt niet uit de feiten. Maak de standen opnieuw op de pagina Beheer.",
                )


def blijft_liggen(sessie: Session) -> Iterator[tuple[str, str]]:
    """Names the jobs that were given up, and what could not be derived."""
    for taak in jobs.mislukte(sessie):
        yield f"taak {taak.id}", f"{taak.naam} is vijf keer mislukt: {taak.fout}. Zie de pagina Toestand."
    for rij in heartbeats.skipped(sessie):
        yield f"{rij.soort} {rij.sleutel}", f"Deze rij kan niet worden afgeleid: {rij.fout}."
