"""Is everything still whole? The chain of the trail, the papers, the index, and what runs out; copies and putting back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from kamervragen.beheer import anker, heelheid
from kamervragen.core.act import Huis, leg_uitgifte_vast
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store import audit, files
from kamervragen.core.store import backup as copies
from kamervragen.core.store.engine import known_revisions, reading, revision
from kamervragen.core.store.vault import Vault
from kamervragen.domain.errors import Onbereikbaar, Ongeldig
from kamervragen.domain.parafenlijn import Vervangsoort
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen.store import berichten, gebruikers, vervangingen
from kamervragen.papieren import sjablonen
from kamervragen.search.index import Index, IndexStuk
from kamervragen.search.zegel import gebroken
from kamervragen.sets.index import aantal_eerder
from kamervragen.sets.store import overzichten, recessen
from kamervragen.sets.store.afscherming import openbaar
from kamervragen.settings import Settings

_JAAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something found: `ernst` is 'fout' or 'waarschuwing', `waar` names the line, file or row."""

    ernst: str
    waar: str
    tekst: str


def verify(huis: Huis, *, snel: bool = False) -> tuple[Bevinding, ...]:
    """Finds everything that is not as it should be; nothing when all is whole. Changes nothing.

    `snel` leaves out what reads every row: for who asks before each start, the whole is for the night. What cannot be
    read is a finding too: a check that a broken database ends would call it whole.
    """
    heel: tuple[tuple[str, Callable[[Session], Iterable[Bevinding]]], ...] = (
        ("database", lambda sessie: _fouten(heelheid.bladzijden(sessie, snel=snel))),
        ("datamap", lambda sessie: _fouten(heelheid.datamap(huis, sessie))),
        ("sleutels", lambda sessie: _fouten(heelheid.geheimen_leesbaar(huis, sessie))),
        ("auditspoor", _keten),
        ("anker", lambda sessie: _anker(huis, sessie)),
        ("taken", lambda sessie: _fouten(heelheid.blijft_liggen(sessie), "waarschuwing")),
        ("wat afloopt", lambda sessie: _loopt_af(huis, sessie)),
        ("sjablonen", lambda _sessie: _sjablonen(huis)),
    )
    grondig: tuple[tuple[str, Callable[[Session], Iterable[Bevinding]]], ...] = (
        ("stukken", lambda sessie: _papieren(huis, sessie)),
        ("vragen", lambda sessie: _fouten(heelheid.vragen(sessie))),
        ("antwoorden", lambda sessie: _fouten(heelheid.antwoorden(sessie))),
        ("standen", lambda sessie: _fouten(heelheid.afgeleid(huis, sessie))),
        ("zoekindex", lambda _sessie: _index(huis)),
    )
    return tuple(
        bevinding for wat, kijk in (heel if snel else heel + grondig) for bevinding in _gezien(huis, wat, kijk)
    )


def _gezien(huis: Huis, wat: str, kijk: Callable[[Session], Iterable[Bevinding]]) -> list[Bevinding]:
    """What one check finds. What it chokes on is found too: a damaged row is no day, no number and no text any more."""
    uit: list[Bevinding] = []
    try:
        with reading(huis.engine) as sessie:
            uit.extend(kijk(sessie))
    except (SQLAlchemyError, Onbereikbaar, ValueError, LookupError, TypeError, OverflowError) as fout:
        oorzaak = fout.__cause__ or fout
        uit.append(Bevinding("fout", wat, f"Dit kan niet worden gelezen: {oorzaak}. Zet een reservekopie terug."))
    return uit


def _fouten(gevonden: Iterable[tuple[str, str]], ernst: str = "fout") -> Iterator[Bevinding]:
    return (Bevinding(ernst, waar, tekst) for waar, tekst in gevonden)


def backup(huis: Huis, wie: Wie, doel: Path) -> int:
    """Copies everything to one file while the program runs. Returns how many files are in it.

    :raises Ongeldig: PostgreSQL, or `doel` exists.
    """
    database = huis.engine.url.database
    if huis.engine.dialect.name != "sqlite" or database is None:
        raise Ongeldig(
            "Van PostgreSQL maakt u een reservekopie met pg_dump; kopieer daarna de map met documenten, in deze volgorde."
        )
    leg_uitgifte_vast(huis, wie, Handeling.ONDERHOUDEN, "reservekopie")  # its line is in the copy
    with reading(huis.engine) as sessie:
        schema, _nieuwste = revision(sessie)
    herkomst = copies.Herkomst(huis.nu(), schema or "", huis.kluis)
    voor = huis.settings.reservekopie_voor
    return len(copies.maak(Path(database), huis.settings.documenten, doel, herkomst, voor=voor))


def restore(bron: Path, settings: Settings, *, sleutel: Path | None = None, zonder_handtekening: bool = False) -> int:
    """Puts a copy back in an empty folder, but for the key file. Returns how many files.

    :raises Ongeldig: it would overwrite, is not whole, was made by another or by a newer program, or there is no key file
        to know our signature by.
    """
    sleutels = settings.sleutelbestand
    if not zonder_handtekening and not sleutels.exists():
        raise Ongeldig(
            "Er is geen sleutelbestand %(sleutels)s om de handtekening mee te controleren. Zet het eerst terug, of gebruik "
            "--zonder-handtekening als u zeker weet waar de kopie vandaan komt.",
            sleutels=sleutels,
        )
    eis = copies.Eis(
        van=None if zonder_handtekening else Vault(sleutels).public,
        schemas=known_revisions(),
        sleutel=sleutel,
        mag_er_staan=(sleutels,),
    )
    return copies.zet_terug(bron, settings.data, eis)


def _keten(sessie: Session) -> list[Bevinding]:
    fout = audit.eerste_fout(sessie)
    if fout is None:
        return []
    return [
        Bevinding(
            "fout",
            f"audit regel {fout}",
            "Deze regel volgt niet op de vorige: er is iets gewijzigd, gewist of tussengevoegd.",
        )
    ]


def _anker(huis: Huis, sessie: Session) -> Iterator[Bevinding]:
    if huis.settings.anker is None:
        tekst = "Er is geen anker ingesteld: afgeknipte regels vallen niet op."
        yield Bevinding("waarschuwing", "KAMERVRAGEN_ANKER", tekst)
    else:
        yield from _fouten(anker.fouten(huis.settings.anker, sessie))


def _papieren(huis: Huis, sessie: Session) -> list[Bevinding]:
    """Every paper a row names is there with the bytes it had; every file has a row."""
    map, uit = huis.settings.documenten, []
    genoemd = overzichten.papieren(sessie)
    aanwezig = {pad.name: pad for pad in map.rglob("*") if pad.is_file()} if map.is_dir() else {}
    for sha in sorted(genoemd):
        if sha not in aanwezig:
            uit.append(
                Bevinding("fout", f"bestand {sha[:12]}", "Dit stuk staat in de database, maar het bestand ontbreekt.")
            )
        elif files.sha256(aanwezig[sha].read_bytes()) != sha:
            uit.append(Bevinding("fout", f"bestand {sha[:12]}", "De inhoud van dit bestand is gewijzigd."))
    uit += [
        Bevinding("waarschuwing", f"bestand {naam[:12]}", "Geen stuk verwijst naar dit bestand.")
        for naam in sorted(set(aanwezig) - genoemd)
    ]
    return uit


def _index(huis: Huis) -> Iterator[Bevinding]:
    """Every file of the indexes is as it was written, and that of earlier answers holds as many as there are."""
    folders = (huis.settings.index, huis.settings.archief, huis.settings.lopend)
    stuk = {folder: delen for folder in folders if folder.is_dir() and (delen := gebroken(folder))}
    for folder, delen in stuk.items():
        yield Bevinding(
            "waarschuwing",
            f"zoekindex {folder.name}",
            f"{', '.join(delen)} is niet zoals het werd geschreven. Draai kamervragen index.",
        )
    if huis.settings.index in stuk:
        return
    with openbaar(huis.engine) as sessie:
        paren = aantal_eerder(sessie)
    try:
        gevonden = len(Index(huis.settings.index)) if huis.settings.index.is_dir() else 0
    except IndexStuk:
        tekst = "De zoekindex is beschadigd of van een andere versie. Draai kamervragen index."
        yield Bevinding("waarschuwing", "zoekindex", tekst)
        return
    if gevonden != paren:
        tekst = f"De zoekindex kent {gevonden} van {paren} antwoorden. Draai kamervragen worker --klaar of kamervragen index."
        yield Bevinding("waarschuwing", "zoekindex", tekst)


def _loopt_af(huis: Huis, sessie: Session) -> list[Bevinding]:
    op, uit = huis.vandaag(), []
    laatste = max((rij.einde for rij in recessen.rijen(sessie)), default=date.min)
    if laatste < op + _JAAR:
        uit.append(
            Bevinding(
                "waarschuwing",
                "recessen",
                "De tabel met recessen eindigt binnen een jaar. Vul haar aan onder Recessen.",
            )
        )
    namen = {mens.id: mens.naam for mens in gebruikers.alle(sessie)}
    for v in vervangingen.alle(sessie):
        if v.soort == Vervangsoort.MANDAAT and v.tot is not None and v.tot < op:
            uit.append(
                Bevinding(
                    "waarschuwing",
                    f"mandaat {v.id}",
                    f"Het mandaat van {namen[v.gebruiker_id]} aan {namen[v.door_id]} is verlopen op {v.tot.isoformat()}.",
                )
            )
    if huis.settings.smtp and (aantal := berichten.blijven_liggen(sessie, huis.nu() - timedelta(days=1))):
        uit.append(
            Bevinding(
                "waarschuwing",
                "mail",
                f"{aantal} berichten konden langer dan een dag niet worden gemaild. Controleer KAMERVRAGEN_SMTP.",
            )
        )
    return uit


def _sjablonen(huis: Huis) -> list[Bevinding]:
    return [
        Bevinding("waarschuwing", f"sjabloon {beeld.pad.name}", beeld.tekort)
        for beeld in sjablonen.alle(huis, OPDRACHTREGEL)
        if beeld.tekort
    ]
