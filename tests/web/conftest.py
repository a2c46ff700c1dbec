"""A house with people in it, an application on it, and browsers that visit."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib import resources
from pathlib import Path

import pytest
import sqlalchemy as sa
from litestar import Litestar
from litestar.testing import TestClient
from sqlmodel import SQLModel

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.rows import TaakRij
from kamervragen.core.store.engine import writing
from kamervragen.domain.rollen import Rol
from kamervragen.inname import innemen, stapel
from kamervragen.jobs import catch_up
from kamervragen.mensen import gebruikers
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.register.rows import MotieRij
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.conftest import BEGIN, Klok
from tests.web.bezoeker import WACHTWOORD, Bezoeker
from tests.web.daden import richt_in

MENSEN: dict[str, tuple[Rol, ...]] = {
    "anna": (Rol.OPSTELLER,),
    "bram": (Rol.COORDINATOR,),
    "chris": (Rol.KAMERBUREAU,),
    "frank": (Rol.LEIDINGGEVENDE,),
    "greta": (Rol.BUREAU_BEWINDSPERSOON,),
    "hugo": (Rol.LEZER,),
    "iris": (Rol.AUDITOR,),
    "eva": (Rol.BEHEERDER,),
    "iedereen": tuple(Rol),
}
Bezoek = Callable[[str], Bezoeker]
OP_DE_STAPEL = b"2026Z00777\n\n1. Wat vindt u van de stapel?\n"


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    """HTTPS, because the cookies insist on it."""
    with TestClient(app, base_url="https://testserver.local") as geopend:
        yield geopend


@pytest.fixture
def gast(client: TestClient[Litestar]) -> Bezoeker:
    """A browser in which nobody is logged in."""
    return Bezoeker(client)


@pytest.fixture
def account(huis: Huis) -> Callable[[str], int]:
    """Makes the account of someone of the cast, once, and gives its id."""
    return partial(account_van, huis)


def account_van(huis: Huis, inlognaam: str) -> int:
    with huis.engine.connect() as verbinding:
        bekend = verbinding.scalar(sa.select(GebruikerRij.id).where(GebruikerRij.inlognaam == inlognaam))
    return bekend or gebruikers.maak(
        huis,
        OPDRACHTREGEL,
        inlognaam=inlognaam,
        naam=inlognaam.capitalize(),
        wachtwoord=WACHTWOORD,
        rollen=MENSEN[inlognaam],
    )


@pytest.fixture
def bezoek(client: TestClient[Litestar], account: Callable[[str], int]) -> Bezoek:
    """Someone of the cast in a browser of his own, logged in."""

    def log_in(inlognaam: str) -> Bezoeker:
        account(inlognaam)
        bezoeker = Bezoeker(client)
        assert bezoeker.log_in(inlognaam).status_code == 303
        return bezoeker

    return log_in


@pytest.fixture
def stuk() -> Callable[[str], bytes]:
    """A document of the demo, by its name without `.txt`."""
    return demostuk


def demostuk(naam: str) -> bytes:
    return resources.files("kamervragen.demo").joinpath("documenten", f"{naam}.txt").read_bytes()


def werk_af(huis: Huis) -> None:
    """Does what is planned, and waits for the job that the worker of the app itself took.

    Ahead of the clock that stands still, each time a little further: a job that met a busy index waits for a second.
    """
    tot = time.monotonic() + 60
    for verder in itertools.count(2, 2):
        straks = replace(huis, nu=lambda verder=verder: huis.nu() + timedelta(seconds=verder))
        if not (catch_up(straks) or _werk(huis)):
            return
        assert time.monotonic() < tot, "a job was not finished"
        time.sleep(0.005)


def _werk(huis: Huis) -> int:
    with huis.engine.connect() as verbinding:
        return verbinding.execute(sa.select(sa.func.count()).select_from(TaakRij)).scalar_one()


@pytest.fixture
def set_met_vragen(huis: Huis) -> str:
    """Ten questions, none answered: KV-000001. On the pile lies a document, read: number 1."""
    return neem_vragen_in(huis)


def neem_vragen_in(huis: Huis) -> str:
    stapel.leg_neer(huis, OPDRACHTREGEL, [("stapel.txt", OP_DE_STAPEL)])
    verslag = innemen.neem_in(huis, OPDRACHTREGEL, demostuk("voorbeeld-sekten-vragen"), "vragen.txt")
    with writing(huis.engine) as sessie:
        sessie.add(MotieRij(kamerstuk="kst-28286-203", indieners="Graus", onderwerp="hekken"))
    werk_af(huis)
    assert verslag.sleutel == "KV-000001"
    return verslag.sleutel


@pytest.fixture
def eerdere_set(huis: Huis, set_met_vragen: str) -> str:
    """Six answered questions of 2023, with promises: KV-000002."""
    return neem_archief_in(huis)


def neem_archief_in(huis: Huis) -> str:
    verslag = innemen.neem_in(huis, OPDRACHTREGEL, demostuk("archief-01-dwingende-groepen-meldpunt"), "archief.txt")
    werk_af(huis)
    assert verslag.sleutel == "KV-000002"
    return verslag.sleutel


@pytest.fixture
def inhoud(huis: Huis) -> Callable[..., dict[str, list[tuple[object, ...]]]]:
    """Every row of every table as it is now, but for the tables that are named."""

    def lees(*zonder: str) -> dict[str, list[tuple[object, ...]]]:
        with huis.engine.connect() as verbinding:
            return {
                tabel.name: [tuple(rij) for rij in verbinding.execute(sa.select(tabel).order_by(*tabel.primary_key))]
                for tabel in SQLModel.metadata.sorted_tables
                if tabel.name not in zonder
            }

    return lees


@pytest.fixture(scope="session")
def ingericht(tmp_path_factory: pytest.TempPathFactory, lege_sqlite: Path, sleutelbestand: Path) -> Path:
    """The data folder of a house with something to do for every post, made once."""
    data = tmp_path_factory.mktemp("ingericht")
    shutil.copy(lege_sqlite, data / "kamervragen.db")
    shutil.copy(sleutelbestand, data / "sleutels")
    thuis = replace(maak_huis(settings=Settings(data=data)), nu=Klok(BEGIN))
    neem_vragen_in(thuis)
    neem_archief_in(thuis)
    richt_in(thuis, demostuk, partial(account_van, thuis))
    thuis.engine.dispose()
    return data


@pytest.fixture
def klaar(huis: Huis, ingericht: Path) -> None:
    """A copy of it, before anyone looks."""
    huis.engine.dispose()
    shutil.copytree(ingericht, huis.settings.data, dirs_exist_ok=True)
