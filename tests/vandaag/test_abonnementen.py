"""The agenda in one's own calendar: whole days with stable names behind a secret address, until it is taken back."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.lijn import toewijzing
from kamervragen.mensen import collegas, gebruikers
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.register import toezeggingen
from kamervragen.vandaag import abonnementen
from tests.stukken import VRAGEN, brought, contents

_ZIN = "Ik zal uw Kamer, voor 1 oktober 2026; informeren."


@pytest.fixture
def mens(huis: Huis) -> Wie:
    """Mia is opsteller, and handles KV-000001 of the directie DGRR."""
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="mia", naam="Mia", wachtwoord="een lang wachtwoord", rollen=(Rol.OPSTELLER,)
    )
    brought(huis, VRAGEN)
    (directie,), _ = collegas.toewijsbaar(huis, OPDRACHTREGEL)
    toewijzing.wijs_toe(huis, OPDRACHTREGEL, "KV-000001", directie_id=directie.id, behandelaar_id=id, versie=1)
    toezeggingen.voeg_toe(
        huis, OPDRACHTREGEL, zin=_ZIN, gedaan_op=date(2026, 6, 1), vindplaats="debat", bewindspersoon="", aan=""
    )
    return Wie("Mia", frozenset({Rol.OPSTELLER}), "test", id)


def _dagen(huis: Huis, wie: Wie) -> dict[str, tuple[str, date, date]]:
    """uid -> summary, first day and the day after the last, of the newest subscription; recesses aside."""
    data = abonnementen.kalender(huis, abonnementen.lijst(huis, wie)[-1].sleutel, "https://kv.example")
    return {
        str(e["uid"]): (str(e["summary"]), e["dtstart"].dt, e["dtend"].dt)
        for e in Calendar.from_ical(data).walk("VEVENT")
        if not str(e["uid"]).startswith("reces-")
    }


_TERMIJN = ("Termijn: Proef met fietsen", date(2026, 6, 1), date(2026, 6, 2))


def test_a_person_gets_the_days_of_what_he_has_in_hand(huis: Huis, mens: Wie) -> None:
    abonnementen.maak(huis, mens)
    dagen = _dagen(huis, mens)
    assert list(dagen) == ["termijn-vragensets-KV-000001@kamervragen"]
    assert next(iter(dagen.values()))[1:] == _TERMIJN[1:]
    assert _dagen(huis, mens) == dagen


def test_a_directie_gets_those_of_its_sets(huis: Huis, mens: Wie) -> None:
    abonnementen.maak(huis, mens, directie="DGRR")
    assert list(_dagen(huis, mens)) == ["termijn-vragensets-KV-000001@kamervragen"]


def test_the_recess_lasts_through_its_last_day(huis: Huis, mens: Wie) -> None:
    abonnementen.maak(huis, mens)
    data = abonnementen.kalender(huis, abonnementen.lijst(huis, mens)[0].sleutel, "https://kv.example")
    zomer = next(e for e in Calendar.from_ical(data).walk("VEVENT") if e["uid"] == "reces-2026-07-03@kamervragen")
    assert (zomer["dtstart"].dt, zomer["dtend"].dt, str(zomer["summary"])) == (
        date(2026, 7, 3),
        date(2026, 9, 1),
        "zomerreces",
    )
    assert b"VALUE=DATE" in data
    assert b"\r\n" in data
    assert max(len(regel) for regel in data.split(b"\r\n")) <= 75  # *Bron:* RFC 5545, 3.1


def test_a_calendar_ends_when_it_is_taken_back(huis: Huis, mens: Wie) -> None:
    abonnementen.maak(huis, mens)
    (een,) = abonnementen.lijst(huis, mens)
    abonnementen.trek_in(huis, Wie("Ander", mens.rollen, "test", 99), een.id or 0)
    assert abonnementen.lijst(huis, mens) == (een,)  # that of another stays
    abonnementen.trek_in(huis, mens, een.id or 0)
    with pytest.raises(NietGevonden):
        abonnementen.kalender(huis, een.sleutel, "")


def test_a_calendar_ends_with_the_account(huis: Huis, mens: Wie) -> None:
    abonnementen.maak(huis, mens)
    (een,) = abonnementen.lijst(huis, mens)
    with writing(huis.engine) as sessie:
        assert isinstance(sessie, Session)
        rij = sessie.get(GebruikerRij, mens.gebruiker_id)
        assert rij is not None
        rij.actief = False
        sessie.add(rij)
    with pytest.raises(NietGevonden):
        abonnementen.kalender(huis, een.sleutel, "")


def test_what_cannot_be_is_refused(huis: Huis, mens: Wie, anna: Wie) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="ingelogd"):
        abonnementen.maak(huis, anna)
    with pytest.raises(Ongeldig, match="bestaat niet"):
        abonnementen.maak(huis, mens, directie="DGX")
    with pytest.raises(NietGevonden):
        abonnementen.kalender(huis, "geraden", "")
    assert contents(huis) == voor
    with pytest.raises(NietToegestaan):
        abonnementen.maak(huis, Wie("Niemand", frozenset(), "test", 1))


def test_two_addresses_are_two_secrets(huis: Huis, mens: Wie) -> None:
    for _ in range(20):
        abonnementen.maak(huis, mens)
    sleutels = {a.sleutel for a in abonnementen.lijst(huis, mens)}
    assert len(sleutels) == 20
    assert {len(s) for s in sleutels} == {32}
    with pytest.raises(Ongeldig, match="20 abonnementen"):
        abonnementen.maak(huis, mens)
