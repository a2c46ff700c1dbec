"""Long work: done by a worker as the person who asked, told as it goes, stopped, and its result for him alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Rol
from kamervragen.jobs import catch_up
from kamervragen.mensen import gebruikers
from kamervragen.papieren import karweien, maken
from kamervragen.setpagina import setblad
from kamervragen.sets import afscherming
from kamervragen.sets.blik import zie
from tests.stukken import ANDERE_VRAGEN, VRAGEN, bring, brought


@pytest.fixture
def mens(huis: Huis) -> Callable[[str, Rol], Wie]:
    def maak(naam: str, rol: Rol) -> Wie:
        id = gebruikers.maak(
            huis, OPDRACHTREGEL, inlognaam=naam.lower(), naam=naam, wachtwoord="een-lang-wachtwoord", rollen=(rol,)
        )
        return Wie(naam, frozenset({rol}), "test", id)

    return maak


@pytest.fixture
def anna(mens: Callable[[str, Rol], Wie]) -> Wie:
    return mens("Anna", Rol.OPSTELLER)


def test_documents_of_many_sets_come_in_one_package(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    bring(huis, ANDERE_VRAGEN)
    schrijven.bewaar(huis, OPDRACHTREGEL, "KV-000001", "1", "Ja.", versie=0)
    id = karweien.papieren_van(huis, anna, ["KV-000002", "KV-000001", "KV-999999"], "antwoord")
    assert karweien.toon(huis, anna, id).status == "wacht"
    catch_up(huis)
    rij = karweien.toon(huis, anna, id)
    assert (rij.status, rij.gedaan, rij.totaal, rij.klaar_op) == ("klaar", 3, 3, huis.nu())
    assert [regel.partition(":")[0] for regel in rij.verslag][-1] == "KV-999999"
    with zipfile.ZipFile(io.BytesIO(karweien.resultaat(huis, anna, id).data)) as pakket:
        los = maken.maak(huis, anna, "KV-000001", Papier.ANTWOORD)
        assert pakket.read(los.naam) == los.data


def test_work_that_is_stopped_stops_and_says_so(huis: Huis, anna: Wie, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(huis, VRAGEN)
    id = karweien.papieren_van(huis, anna, ["KV-000001", "KV-000002"], "antwoord")
    echt, gemaakt = maken.maak, []

    def maak(*waarden: object) -> object:
        gemaakt.append(waarden[2])
        karweien.stop(huis, anna, id)
        return echt(*waarden)  # type: ignore[arg-type]

    monkeypatch.setattr(maken, "maak", maak)
    catch_up(huis)
    rij = karweien.toon(huis, anna, id)
    assert (rij.status, gemaakt, rij.bestand) == ("gestopt", ["KV-000001"], None)
    with pytest.raises(NietGevonden, match="geen bestand"):
        karweien.resultaat(huis, anna, id)


def test_another_sees_nothing_of_it(huis: Huis, anna: Wie, mens: Callable[[str, Rol], Wie]) -> None:
    brought(huis, VRAGEN)
    id = karweien.papieren_van(huis, anna, ["KV-000001"], "antwoord")
    catch_up(huis)
    bram = mens("Bram", Rol.COORDINATOR)
    for vraag in (karweien.toon, karweien.resultaat, karweien.stop):
        with pytest.raises(NietGevonden):
            vraag(huis, bram, id)
    assert (karweien.mijn(huis, bram), len(karweien.mijn(huis, anna))) == ((), 1)


def test_a_set_that_was_shielded_meanwhile_is_not_in_it(huis: Huis, anna: Wie, mens: Callable[[str, Rol], Wie]) -> None:
    brought(huis, VRAGEN)
    id = karweien.papieren_van(huis, anna, ["KV-000001"], "antwoord")
    bram = mens("Bram", Rol.COORDINATOR)
    versie = zie(setblad.beeld, huis, bram, "KV-000001").rij.versie
    afscherming.scherm_af(huis, bram, "KV-000001", [], reden="Gezin.", versie=versie)
    catch_up(huis)
    rij = karweien.toon(huis, anna, id)
    assert (rij.status, rij.bestand) == ("klaar", None)
    assert rij.verslag == ["Een van de gekozen sets is er voor u niet (meer)."]


@pytest.mark.parametrize("soort", ["zoekindex", "standen"])
def test_what_is_derived_is_made_anew(huis: Huis, mens: Callable[[str, Rol], Wie], anna: Wie, soort: str) -> None:
    brought(huis, VRAGEN)
    eva = mens("Eva", Rol.BEHEERDER)
    id = karweien.bouw_opnieuw(huis, eva, soort)
    catch_up(huis)
    assert karweien.toon(huis, eva, id).status == "klaar"
    with pytest.raises(NietToegestaan):
        karweien.bouw_opnieuw(huis, anna, soort)
    with pytest.raises(Ongeldig, match="Kies wat"):
        karweien.bouw_opnieuw(huis, eva, "alles")


def test_what_cannot_be_asked_is_said(huis: Huis, anna: Wie) -> None:
    with pytest.raises(Ongeldig, match="ten minste één"):
        karweien.papieren_van(huis, anna, [], "antwoord")
    with pytest.raises(Ongeldig, match="Kies welk document"):
        karweien.papieren_van(huis, anna, ["KV-000001"], "gedicht")
    with pytest.raises(Ongeldig, match="Log in"):
        karweien.papieren_van(huis, OPDRACHTREGEL, ["KV-000001"], "antwoord")
