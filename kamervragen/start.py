"""The house of a process: settings read, data folder made, database at the newest schema. Knows no page and no server."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from kamervragen import wings
from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import backup, identity
from kamervragen.core.store.engine import maak_engine, migreer, reading, revision
from kamervragen.domain.errors import Ongeldig
from kamervragen.mensen import geheimen
from kamervragen.register import herberekening
from kamervragen.settings import Settings, lees_settings

_ALLEEN_WIJ = 0o077


def huis(*, demo: bool = False, settings: Settings | None = None, upgrade: bool = True) -> Huis:
    """Opens the house of this process, with these settings or those of the environment.

    Without `upgrade`, as for who only reads, a database of an older form is left as it is.
    :raises Ongeldig: then, in words that say what to do; and for a database of a newer program.
    """
    gelezen = settings or (lees_settings(demo=True) if demo else lees_settings())
    wings.hang()
    gelezen.data.mkdir(parents=True, exist_ok=True)
    gelezen.data.chmod(0o700)  # nobody else of this machine looks in
    engine = maak_engine(gelezen.database_url)
    with ExitStack() as anders:
        anders.callback(engine.dispose)
        thuis = _geopend(Huis(engine, gelezen), upgrade=upgrade)
        anders.pop_all()
        return thuis


def _geopend(thuis: Huis, *, upgrade: bool) -> Huis:
    with reading(thuis.engine) as sessie:
        was, wordt = revision(sessie)
    if was is not None and was != wordt:
        if not upgrade:
            raise Ongeldig("De database heeft een oudere vorm dan dit programma. Draai eerst: kamervragen migreer.")
        if thuis.settings.database is None:
            _kopieer_eerst(thuis.settings, was)
    migreer(thuis.engine)
    with buitenom(thuis, Buitenom.OPENEN) as sessie:
        identity.claim(sessie, thuis.settings.data, inside=thuis.settings.database is None)
    geheimen.verzegel_alles(thuis)
    herberekening.kom_bij(thuis)
    return thuis


def alleen_wij() -> None:
    """From here on what this process writes is for who runs it alone: files 0600, folders 0700."""
    os.umask(_ALLEEN_WIJ)


def _kopieer_eerst(settings: Settings, was: str) -> None:
    """Keeps the database as it was beside the new one, until somebody takes it away."""
    database = Path(settings.database_url.removeprefix("sqlite:///"))
    kopie = database.with_name(f"{database.name}.voor-{was}")
    if database.is_file() and not kopie.exists():
        backup.kopieer_database(database, kopie)
