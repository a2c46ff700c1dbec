"""Overdragen: asked with a reason, answered by the other ministry, and in view whatever became of it."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.status import Status
from kamervragen.domain.termijn import Stand
from kamervragen.lijn import overdracht
from kamervragen.sets.blik import zie
from tests.stukken import VRAGEN, brought, page

KV = "KV-000001"
VANDAAG = date(2026, 6, 9)


def vraag(
    huis: Huis,
    wie: Wie,
    labels: tuple[str, ...] = (),
    aan: str = "minister van Defensie",
    reden: str = "Het gaat over kazernes",
) -> None:
    overdracht.vraag(huis, wie, KV, bewindspersoon=aan, reden=reden, labels=labels, versie=page(huis).rij.versie)


def beslis(
    huis: Huis, wie: Wie, besluit: str, id: int = 1, versie: int = 1, dag: date | None = VANDAAG, door: str = "J. Ander"
) -> None:
    overdracht.beslis(huis, wie, KV, id, besluit=besluit, door=door, dag=dag, versie=versie)


def tekst(data: bytes) -> str:
    return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_set_stays_ours_until_the_other_ministry_accepts(huis: Huis, chris: Wie) -> None:
    brought(huis, VRAGEN)
    vraag(huis, chris)
    assert page(huis).status is Status.GEREGISTREERD
    beslis(huis, chris, "aanvaard")
    beeld = page(huis)
    assert (beeld.status, beeld.termijn.stand) == (Status.OVERGEDRAGEN, Stand.AFGEDAAN)
    assert (beeld.feiten[-1].soort, beeld.feiten[-1].toelichting) == ("overgedragen", "minister van Defensie")
    (rij,) = zie(overdracht.van_set, huis, chris, KV)
    assert (rij.besluit, rij.besloten_door, rij.vastgelegd_door) == ("aanvaard", "J. Ander", "Chris")


def test_a_refusal_stays_in_view_and_the_set_goes_on(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    vraag(huis, bram)
    beslis(huis, bram, "geweigerd")
    with pytest.raises(Verouderd):
        beslis(huis, bram, "aanvaard")
    vraag(huis, bram, aan="staatssecretaris van Defensie")
    assert page(huis).status is Status.GEREGISTREERD
    assert [(o.bewindspersoon, o.besluit) for o in zie(overdracht.van_set, huis, bram, KV)] == [
        ("staatssecretaris van Defensie", None),
        ("minister van Defensie", "geweigerd"),
    ]


def test_some_questions_go_and_the_set_stays(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    vraag(huis, bram, ("3", "2"))
    beslis(huis, bram, "aanvaard")
    assert page(huis).status is Status.GEREGISTREERD
    bericht = tekst(overdracht.bericht(huis, bram, KV, 1).data)
    assert (
        "De vragen 2 en 3 van de vragen van de leden Proef (ABC) en Tester (XYZ) aan de minister van Justitie en Veiligheid "
        "over gele fietsen (2026Z00101, ingezonden 11 mei 2026) worden beantwoord door de minister van Defensie. Het gaat "
        "over kazernes."
    ) in bericht
    with pytest.raises(NietGevonden):
        overdracht.bericht(huis, bram, KV, 2)


def test_the_letter_of_a_whole_set_and_of_one_question(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    vraag(huis, bram, ("1", "2", "3"))
    vraag(huis, bram, ("2",))
    heel, een = (tekst(overdracht.bericht(huis, bram, KV, id).data) for id in (1, 2))
    assert "\nDe vragen van de leden Proef" in heel
    assert "\nVraag 2 van de vragen van de leden Proef" in een
    assert "wordt beantwoord door de minister van Defensie." in een


@pytest.mark.parametrize(
    ("aan", "reden", "labels"),
    [("Defensie", "x", ()), ("minister van Defensie", " ", ()), ("minister van Defensie", "x", ("9",))],
)
def test_what_is_not_complete_is_refused(
    huis: Huis, bram: Wie, anna: Wie, aan: str, reden: str, labels: tuple[str, ...]
) -> None:
    brought(huis, VRAGEN)
    with pytest.raises(Ongeldig):
        vraag(huis, bram, labels, aan, reden)
    with pytest.raises(NietToegestaan):
        vraag(huis, anna)
    assert zie(overdracht.van_set, huis, bram, KV) == ()


def test_a_decision_without_who_and_when_is_refused(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    vraag(huis, bram)
    with pytest.raises(Ongeldig, match="Kies"):
        beslis(huis, bram, "misschien")
    with pytest.raises(Ongeldig, match="wie dit besloot"):
        beslis(huis, bram, "aanvaard", door=" ")
    for dag in (date(2026, 6, 8), date(2026, 6, 10), None):
        with pytest.raises(Ongeldig):
            beslis(huis, bram, "aanvaard", dag=dag)
    with pytest.raises(NietGevonden):
        beslis(huis, bram, "aanvaard", id=7)
    assert page(huis).status is Status.GEREGISTREERD
