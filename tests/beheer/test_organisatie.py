"""A directie that goes on as another, and members whom the record writes in two ways."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.beheer import organisatie
from kamervragen.beheer.organisatie import Gevolg
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.lijn import bijdragen, toewijzing
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.mensen import accounts, collegas, gebruikers
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import afscherming, bord
from kamervragen.sets.blik import zie
from tests.conftest import Klok
from tests.stukken import VRAGEN, bring, brought

KV = "KV-000001"


def _versie(huis: Huis) -> int:
    return zie(setblad.beeld, huis, OPDRACHTREGEL, KV).rij.versie


@pytest.fixture
def vol(elk_huis: Huis, klok: Klok) -> Huis:
    """Anna of DSV since last week; a set, a request and a promise are of her directie."""
    for code, naam in (("DSV", "Slachtofferbeleid"), ("DGRR", "Recht")):
        gebruikers.maak_directie(elk_huis, OPDRACHTREGEL, code, naam)
    klok.vooruit(days=-7)
    gebruikers.maak(
        elk_huis,
        OPDRACHTREGEL,
        inlognaam="anna",
        naam="Anna",
        wachtwoord="een-lang-wachtwoord",
        rollen=(Rol.OPSTELLER,),
        directie="DSV",
    )
    klok.vooruit(days=7)
    brought(elk_huis, VRAGEN)
    toewijzing.wijs_toe(elk_huis, OPDRACHTREGEL, KV, directie_id=1, behandelaar_id=1, versie=_versie(elk_huis))
    bijdragen.vraag(
        elk_huis,
        OPDRACHTREGEL,
        KV,
        Gevraagde(directie_id=1),
        labels=["1"],
        gevraagd="Cijfers.",
        uiterlijk=date(2026, 6, 20),
        met_concept=False,
        versie=_versie(elk_huis),
    )
    toezeggingen.voeg_toe(
        elk_huis,
        OPDRACHTREGEL,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 1, 5),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2027, 1, 1),
        directie="DSV",
    )
    return elk_huis


def test_everything_open_goes_along_and_history_stays(vol: Huis, eva: Wie, anna: Wie) -> None:
    _van, _naar, gevolg = organisatie.gevolg(vol, eva, 1, 2)
    assert gevolg == Gevolg(sets=1, toewijzingen=1, verzoeken=1, leden=1, toezeggingen=1, moties=0)
    organisatie.voeg_samen(vol, eva, van_id=1, naar_id=2, gezien=5)
    assert [b.regel.directie for b in bord.sets(vol, anna)] == ["DGRR"]
    assert [d.code for d in collegas.toewijsbaar(vol, OPDRACHTREGEL)[0]] == ["DGRR"]
    assert zie(bijdragen.van_set, vol, OPDRACHTREGEL, KV)[0].rij.aan == "Recht"
    assert [r.toezegging.directie for r in toezeggingen.lijst(vol, anna)] == ["DGRR"]
    rollen = accounts.beeld(vol, eva, 1).rollen
    assert sorted((lid.directie, lid.rij.van, lid.rij.tot) for lid in rollen) == [
        ("Recht", date(2026, 6, 9), None),
        ("Slachtofferbeleid", date(2026, 6, 2), date(2026, 6, 8)),
    ]
    assert [(b.rij.code, b.rij.tot, b.opvolger) for b in organisatie.directies(vol, eva)] == [
        ("DGRR", None, ""),
        ("DSV", date(2026, 6, 9), "Recht"),
    ]
    with pytest.raises(NietGevonden):
        organisatie.gevolg(vol, eva, 1, 2)


def test_a_shielded_set_goes_along_and_its_counts_say_no_more(vol: Huis, eva: Wie) -> None:
    afscherming.scherm_af(vol, OPDRACHTREGEL, KV, [1], reden="Gezin.", versie=_versie(vol))
    iemand = Wie("Eva", eva.rollen, "test", 99)
    assert organisatie.gevolg(vol, iemand, 1, 2)[2].sets == 1, "a reorganisation holds for every set"
    organisatie.voeg_samen(vol, iemand, van_id=1, naar_id=2, gezien=5)
    directie = zie(setblad.beeld, vol, OPDRACHTREGEL, KV).directie
    assert directie is not None
    assert directie.code == "DGRR"


@pytest.mark.parametrize(
    ("naar", "gezien", "bericht"), [(None, 5, "Kies de directie"), (1, 5, "een andere"), (2, 4, "u zag er 4")]
)
def test_what_was_not_shown_is_not_done(vol: Huis, eva: Wie, naar: int | None, gezien: int, bericht: str) -> None:
    with pytest.raises(Ongeldig, match=bericht):
        organisatie.voeg_samen(vol, eva, van_id=1, naar_id=naar, gezien=gezien)
    assert organisatie.gevolg(vol, eva, 1, 2)[2].samen == 5


def test_only_who_keeps_accounts_reorganises(vol: Huis, bram: Wie) -> None:
    with pytest.raises(NietToegestaan):
        organisatie.voeg_samen(vol, bram, van_id=1, naar_id=2, gezien=5)


NAMEN = {
    "2026Z01001": "Van der Wielen (D66)",
    "2026Z01002": "Van der Wielen (D66)",
    "2026Z01003": "Van der Wiellen (D66)",
    "2026Z01004": "van der wielen (D66)",
    "2026Z01005": "Bolhuis (SP)",
    "2026Z01006": "Bolhuis (VVD)",
    "2026Z01007": "Quispel (SGP)",
}


@pytest.fixture
def leden(elk_huis: Huis) -> Huis:
    for n, (nummer, naam) in enumerate(NAMEN.items()):
        kop = f"Vragen van het lid {naam} aan de minister van Justitie en Veiligheid over zaak {n} (ingezonden 8 juni 2026)."
        bring(elk_huis, f"{nummer}\n{kop}\n\nVraag 1\nWat vindt u van zaak nummer {n}?\n")
    return elk_huis


def test_names_that_may_be_one_member_are_shown(leden: Huis, bram: Wie) -> None:
    alle, paren = organisatie.leden(leden, bram)
    assert ("Van der Wielen", "D66", 2) in [(g.naam, g.fractie, g.sets) for g in alle]
    assert {frozenset({(p.een.naam, p.een.fractie), (p.ander.naam, p.ander.fractie)}) for p in paren} >= {
        frozenset({("Van der Wielen", "D66"), ("Van der Wiellen", "D66")}),
        frozenset({("Bolhuis", "SP"), ("Bolhuis", "VVD")}),
    }
    assert not any("Quispel" in (p.een.naam, p.ander.naam) for p in paren)


def test_a_member_is_written_in_one_way(leden: Huis, bram: Wie) -> None:
    organisatie.voeg_leden_samen(leden, bram, van=("Van der Wiellen", "D66"), naar=("Van der Wielen", "D66"), gezien=1)
    assert ("Van der Wielen", "D66", 3) in [(g.naam, g.fractie, g.sets) for g in organisatie.leden(leden, bram)[0]]
    assert [b.regel.zaaknummer for b in bord.sets(leden, bram, zoek="wielen")].count("2026Z01003") == 1
    with pytest.raises(NietGevonden, match="nergens"):
        organisatie.voeg_leden_samen(
            leden, bram, van=("Van der Wiellen", "D66"), naar=("Van der Wielen", "D66"), gezien=1
        )


@pytest.mark.parametrize("naar", [("", ""), ("Bolhuis", "SP"), ("x" * 201, "")])
def test_a_name_must_be_another_name(leden: Huis, bram: Wie, naar: tuple[str, str]) -> None:
    with pytest.raises(Ongeldig, match="zoals hij moet worden"):
        organisatie.voeg_leden_samen(leden, bram, van=("Bolhuis", "SP"), naar=naar, gezien=1)
