"""The house of a process: settings read, data folder made, database at the newest schema. Knows no page and no server."""

from __future__ import annotations

from kamervragen import wings
from kamervragen.core.act import Huis
from kamervragen.core.store.engine import maak_engine, migreer
from kamervragen.register import herberekening
from kamervragen.settings import Settings, lees_settings


def huis(*, demo: bool = False, settings: Settings | None = None) -> Huis:
    """Opens the house of this process, with these settings or those of the environment."""
    gelezen = settings or (lees_settings(demo=True) if demo else lees_settings())
    wings.hang()
    gelezen.data.mkdir(parents=True, exist_ok=True)
    engine = maak_engine(gelezen.database_url)
    migreer(engine)
    thuis = Huis(engine, gelezen)
    herberekening.kom_bij(thuis)
    return thuis
