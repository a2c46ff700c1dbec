"""A house with a set in it, served, and people in browsers: what the promises about requests share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from litestar.testing import TestClient

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers
from tests.conftest import app_op
from tests.web.bezoeker import WACHTWOORD, Bezoeker

ALLEN = "iedereen"


def account(huis: Huis, inlognaam: str, *rollen: Rol) -> int:
    """An account with these roles, or with all."""
    return gebruikers.maak(
        huis,
        OPDRACHTREGEL,
        inlognaam=inlognaam,
        naam=inlognaam.title(),
        wachtwoord=WACHTWOORD,
        rollen=rollen or tuple(Rol),
    )


@contextmanager
def bediend(huis: Huis) -> Iterator[TestClient]:
    """The application on this house, over HTTPS."""
    with TestClient(app_op(huis), base_url="https://testserver.local") as client:
        yield client


def bezoek(client: TestClient, inlognaam: str) -> Bezoeker:
    """Someone who is logged in, in a browser of his own."""
    bezoeker = Bezoeker(client)
    assert bezoeker.log_in(inlognaam).status_code == 303
    return bezoeker
