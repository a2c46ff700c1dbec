"""Accounts: let in by invitation, in roles with days, and out again at once."""

from __future__ import annotations

from datetime import date, timedelta

import pyotp
import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.lijn import bijdragen
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.mensen import accounts, eigen_account, gebruikers, post
from tests.conftest import Klok
from tests.stukken import IEDEREEN, VRAGEN, audit_lines, brought, contents

GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NIEUW = "een zin van vier woorden"


@pytest.fixture
def eva(huis: Huis) -> Wie:
    """The only keeper of accounts."""
    id = gebruikers.maak(huis, OPDRACHTREGEL, inlognaam="eva", naam="Eva", wachtwoord=NIEUW, rollen=(Rol.BEHEERDER,))
    return Wie("Eva", frozenset({Rol.BEHEERDER}), "test", id)


@pytest.fixture
def joris(huis: Huis, eva: Wie) -> int:
    """Invited, nothing chosen yet."""
    gebruikers.maak_directie(huis, eva, "DSV", "Slachtofferbeleid")
    return accounts.nodig_nieuw_uit(
        huis, eva, inlognaam=" Joris ", naam="Joris J.", mail="joris@ministerie.example", rol="opsteller", directie_id=1
    )


def koppeling(huis: Huis, eva: Wie, id: int) -> str:
    return accounts.beeld(huis, eva, id).uitnodiging.rpartition("/")[2]


def aanvaard(huis: Huis, deel: str, wachtwoord: str = NIEUW, herhaald: str = NIEUW) -> None:
    eigen_account.aanvaard_uitnodiging(huis, deel, wachtwoord=wachtwoord, herhaald=herhaald, oorsprong="10.0.0.1")


def als(huis: Huis, id: int) -> Wie:
    mens = gebruikers.op_id(huis, id)
    assert mens is not None
    return Wie(mens.naam, mens.rollen, "test", id)


def test_who_is_invited_chooses_a_password_once_and_comes_in(huis: Huis, eva: Wie, joris: int) -> None:
    deel = koppeling(huis, eva, joris)
    assert eigen_account.uitgenodigde(huis, deel).inlognaam == "joris"
    for kort, anders in (("x" * 14, "x" * 14), (NIEUW, NIEUW + "!"), ("x" * 1001, "x" * 1001)):
        with pytest.raises(Ongeldig):
            aanvaard(huis, deel, kort, anders)
    aanvaard(huis, deel)
    mens = gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1")
    assert (mens.naam, mens.rollen, mens.directies) == ("Joris J.", frozenset({Rol.OPSTELLER}), ("DSV",))
    with pytest.raises(NietGevonden, match="al gebruikt"):
        aanvaard(huis, deel)
    assert ("inloggen", "uitnodiging-joris", "gelukt", "Joris J.") in audit_lines(huis)


def test_an_invitation_ends_after_a_week_and_by_a_newer_one(huis: Huis, eva: Wie, joris: int, klok: Klok) -> None:
    eerste = koppeling(huis, eva, joris)
    klok.vooruit(days=1)
    accounts.nodig_uit(huis, eva, joris)
    tweede = koppeling(huis, eva, joris)
    with pytest.raises(NietGevonden, match="al gebruikt of ingetrokken"):
        aanvaard(huis, eerste)
    klok.vooruit(days=7, seconds=1)
    with pytest.raises(NietGevonden, match="verlopen"):
        aanvaard(huis, tweede)
    assert accounts.beeld(huis, eva, joris).uitnodiging == ""


@pytest.mark.parametrize(
    "anders",
    [
        {"inlognaam": "  "},
        {"naam": ""},
        {"inlognaam": "EVA"},
        {"mail": "geen adres"},
        {"mail": "a@b"},
        {"rol": "koning"},
        {"directie_id": 77},
        {"naam": "x" * 101},
    ],
)
def test_an_account_that_is_not_right_is_refused_and_nothing_stays(
    huis: Huis, eva: Wie, anders: dict[str, object]
) -> None:
    voor = contents(huis)
    velden = {"inlognaam": "jan", "naam": "Jan", "mail": "", "rol": "lezer", "directie_id": None} | anders
    with pytest.raises(Ongeldig):
        accounts.nodig_nieuw_uit(huis, eva, **velden)  # type: ignore[arg-type]
    assert contents(huis) == voor


def test_a_role_holds_from_its_first_day_until_its_last_and_ends_at_once(
    huis: Huis, eva: Wie, joris: int, klok: Klok
) -> None:
    accounts.geef_rol(
        huis, eva, joris, rol="coordinator", directie_id=None, van=date(2026, 6, 10), tot=date(2026, 6, 11)
    )
    rollen = []
    for _ in range(4):  # 9 to 12 June
        rollen.append(Rol.COORDINATOR in als(huis, joris).rollen)
        klok.vooruit(days=1)
    assert rollen == [False, True, True, False]
    lid = next(r for r in accounts.beeld(huis, eva, joris).rollen if r.rij.rol == "opsteller")
    accounts.beeindig_rol(huis, eva, joris, lid.rij.id or 0, tot=None)
    assert als(huis, joris).rollen == frozenset()
    assert [r.rij.rol for r in accounts.beeld(huis, eva, joris).rollen] == ["coordinator", "opsteller"]


def test_the_last_keeper_stays(huis: Huis, eva: Wie, joris: int) -> None:
    assert eva.gebruiker_id is not None
    eigen = accounts.beeld(huis, eva, eva.gebruiker_id)
    with pytest.raises(Ongeldig, match="geen beheerder meer"):
        accounts.beeindig_rol(huis, eva, eva.gebruiker_id, eigen.rollen[0].rij.id or 0, tot=None)
    with pytest.raises(Ongeldig, match="geen beheerder meer"):
        accounts.beeindig_rol(huis, eva, eva.gebruiker_id, eigen.rollen[0].rij.id or 0, tot=date(2026, 12, 31))
    with pytest.raises(Ongeldig, match="geen beheerder meer"):
        accounts.sluit(huis, eva, eva.gebruiker_id, versie=eigen.rij.versie)
    accounts.geef_rol(huis, eva, joris, rol="beheerder", directie_id=None, van=None, tot=None)
    accounts.sluit(huis, eva, eva.gebruiker_id, versie=eigen.rij.versie)
    assert gebruikers.op_id(huis, eva.gebruiker_id) is None


def test_a_closed_account_lets_nobody_in_and_keeps_its_name(huis: Huis, eva: Wie, joris: int) -> None:
    aanvaard(huis, koppeling(huis, eva, joris))
    versie = accounts.beeld(huis, eva, joris).rij.versie
    accounts.nodig_uit(huis, eva, joris)
    deel, versie = koppeling(huis, eva, joris), accounts.beeld(huis, eva, joris).rij.versie
    accounts.sluit(huis, eva, joris, versie=versie)
    with pytest.raises(NietToegestaan):
        gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1")
    with pytest.raises(NietGevonden):
        aanvaard(huis, deel)
    with pytest.raises(Ongeldig, match="al in gebruik"):
        accounts.nodig_nieuw_uit(huis, eva, inlognaam="joris", naam="Ander", mail="", rol="lezer", directie_id=None)
    with pytest.raises(Verouderd):
        accounts.heropen(huis, eva, joris, versie=versie)
    accounts.heropen(huis, eva, joris, versie=versie + 1)
    assert gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1").naam == "Joris J."


def test_a_directie_gets_another_name_and_keeps_its_code(huis: Huis, eva: Wie, joris: int) -> None:
    accounts.bewaar_directie(huis, eva, "DSV", "Slachtoffers en Veiligheid")
    accounts.bewaar_directie(huis, eva, "DGX", "Iets anders")
    assert [(d.code, d.naam) for d in accounts.lijst(huis, eva)[1]] == [
        ("DGX", "Iets anders"),
        ("DSV", "Slachtoffers en Veiligheid"),
    ]


def test_a_second_step_asks_a_code_that_counts_once(huis: Huis, eva: Wie, joris: int, klok: Klok) -> None:
    aanvaard(huis, koppeling(huis, eva, joris))
    wie, totp = als(huis, joris), pyotp.TOTP(GEHEIM)
    with pytest.raises(Ongeldig, match="code klopt niet"):
        eigen_account.zet_tweestaps_aan(huis, wie, geheim=GEHEIM, code="000000", wachtwoord=NIEUW)
    eigen_account.zet_tweestaps_aan(huis, wie, geheim=GEHEIM, code=f" {totp.at(huis.nu())} ", wachtwoord=NIEUW)
    assert gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1").tweestaps
    gebruikt = totp.at(huis.nu())
    with pytest.raises(NietToegestaan, match="is al gebruikt"):
        gebruikers.tweede_stap(huis, joris, gebruikt, "10.0.0.1")
    klok.vooruit(seconds=30)
    assert gebruikers.tweede_stap(huis, joris, totp.at(huis.nu()), "10.0.0.1").inlognaam == "joris"
    klok.vooruit(seconds=60)
    te_laat = totp.at(huis.nu() - timedelta(seconds=60))
    with pytest.raises(NietToegestaan):
        gebruikers.tweede_stap(huis, joris, te_laat, "10.0.0.1")
    assert [regel[2] for regel in audit_lines(huis) if regel[1] == "gebruiker-joris" and regel[0] == "inloggen"] == [
        "eerste stap gelukt",
        "geweigerd",
        "gelukt",
        "geweigerd",
    ]


def test_codes_cannot_be_guessed_and_a_colleague_elsewhere_comes_in(
    huis: Huis, eva: Wie, joris: int, klok: Klok
) -> None:
    aanvaard(huis, koppeling(huis, eva, joris))
    totp = pyotp.TOTP(GEHEIM)
    eigen_account.zet_tweestaps_aan(huis, als(huis, joris), geheim=GEHEIM, code=totp.at(huis.nu()), wachtwoord=NIEUW)
    klok.vooruit(seconds=60)
    goed = totp.at(huis.nu())
    fout = next(
        f"{n:06}"
        for n in range(10)
        if f"{n:06}" not in {totp.generate_otp(int(huis.nu().timestamp()) // 30 + i) for i in (-1, 0, 1)}
    )
    for _ in range(10):
        with pytest.raises(NietToegestaan, match="code klopt niet"):
            gebruikers.tweede_stap(huis, joris, fout, "6.6.6.6")
    with pytest.raises(NietToegestaan, match="Te veel"):
        gebruikers.tweede_stap(huis, joris, goed, "6.6.6.6")
    assert gebruikers.tweede_stap(huis, joris, goed, "10.0.0.1").inlognaam == "joris"


def test_who_borrowed_a_session_cannot_set_or_replace_a_second_step(huis: Huis, eva: Wie, joris: int) -> None:
    """His secret would keep the owner out; and without the password it would come in the place of the owner's."""
    aanvaard(huis, koppeling(huis, eva, joris))
    wie, ander = als(huis, joris), pyotp.random_base32()
    with pytest.raises(Ongeldig, match="wachtwoord klopt niet"):
        eigen_account.zet_tweestaps_aan(
            huis, wie, geheim=ander, code=pyotp.TOTP(ander).at(huis.nu()), wachtwoord="geraden"
        )
    eigen_account.zet_tweestaps_aan(huis, wie, geheim=GEHEIM, code=pyotp.TOTP(GEHEIM).at(huis.nu()), wachtwoord=NIEUW)
    with pytest.raises(Ongeldig, match="staat al aan"):
        eigen_account.zet_tweestaps_aan(huis, wie, geheim=ander, code=pyotp.TOTP(ander).at(huis.nu()), wachtwoord=NIEUW)
    assert huis.kluis.unseal(eigen_account.toon(huis, wie).totp or "") == GEHEIM


@pytest.mark.parametrize(("seconden", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_the_standard(seconden: int, code: str) -> None:
    """*Bron:* RFC 6238, appendix B, its last six digits; the secret is 12345678901234567890."""
    geheim = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert gebruikers.stap_van(geheim, code, seconden) == seconden // 30
    assert gebruikers.stap_van(geheim, code, seconden + 60) is None
    assert gebruikers.stap_van(geheim, "٢٨٧٠٨٢", seconden) is None


def test_who_lost_his_telephone_is_invited_again(huis: Huis, eva: Wie, joris: int) -> None:
    aanvaard(huis, koppeling(huis, eva, joris))
    eigen_account.zet_tweestaps_aan(
        huis, als(huis, joris), geheim=GEHEIM, code=pyotp.TOTP(GEHEIM).at(huis.nu()), wachtwoord=NIEUW
    )
    assert not accounts.nodig_uit(huis, eva, joris)
    assert accounts.beeld(huis, eva, joris).herstel_door == "Eva"
    assert not accounts.nodig_uit(huis, eva, joris), "asked twice by one is asked once"
    assert gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1").tweestaps
    assert accounts.nodig_uit(huis, OPDRACHTREGEL, joris)
    assert not gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1").tweestaps
    assert accounts.beeld(huis, eva, joris).herstel_door == ""


def test_a_request_to_drop_a_second_step_ends_after_a_day_and_is_never_ones_own(
    huis: Huis, eva: Wie, joris: int, klok: Klok
) -> None:
    aanvaard(huis, koppeling(huis, eva, joris))
    eigen_account.zet_tweestaps_aan(
        huis, als(huis, joris), geheim=GEHEIM, code=pyotp.TOTP(GEHEIM).at(huis.nu()), wachtwoord=NIEUW
    )
    accounts.geef_rol(huis, eva, joris, rol="beheerder", directie_id=None, van=None, tot=None)
    with pytest.raises(Ongeldig, match="twee collega's"):
        accounts.nodig_uit(huis, als(huis, joris), joris)
    assert not accounts.nodig_uit(huis, OPDRACHTREGEL, joris)
    klok.vooruit(days=1)
    assert not accounts.nodig_uit(huis, eva, joris), "the first request is past its day: this is one of its own"
    assert next(b.onderwerp for b in post.postvak(huis, als(huis, joris))) == "Herstel van uw tweede stap"


def test_one_keeper_cannot_be_both(huis: Huis, eva: Wie, joris: int, klok: Klok) -> None:
    """He asks, makes a second keeper himself and comes in as him: that one was no keeper when it was asked."""
    aanvaard(huis, koppeling(huis, eva, joris))
    eigen_account.zet_tweestaps_aan(
        huis, als(huis, joris), geheim=GEHEIM, code=pyotp.TOTP(GEHEIM).at(huis.nu()), wachtwoord=NIEUW
    )
    assert not accounts.nodig_uit(huis, eva, joris)
    pop = accounts.nodig_nieuw_uit(huis, eva, inlognaam="pop", naam="Pop", mail="", rol="beheerder", directie_id=None)
    aanvaard(huis, koppeling(huis, eva, pop))
    with pytest.raises(Ongeldig, match="al langer dan vandaag beheerder"):
        accounts.nodig_uit(huis, als(huis, pop), joris)
    assert gebruikers.log_in(huis, "joris", NIEUW, "10.0.0.1").tweestaps
    klok.vooruit(days=3)
    assert not accounts.nodig_uit(huis, eva, joris)
    assert accounts.nodig_uit(huis, als(huis, pop), joris), "after some days he is a keeper like another"


@pytest.mark.parametrize(
    "mail",
    ["a@b", "a b@c.nl", "a@b.nl,c@d.nl", "a@b.nl;c@d.nl", "Jan <a@b.nl>", "a@b.nl\nBcc: c@d.nl", "@b.nl", "a@b..nl"],
)
def test_an_address_is_one_address_wherever_one_is_asked(huis: Huis, eva: Wie, mail: str) -> None:
    with pytest.raises(Ongeldig, match="mailadres klopt niet"):
        accounts.nodig_nieuw_uit(huis, eva, inlognaam="x", naam="X", mail=mail, rol="lezer", directie_id=None)
    brought(huis, VRAGEN)
    with pytest.raises(Ongeldig, match="mailadres klopt niet"):
        bijdragen.vraag(
            huis,
            IEDEREEN,
            "KV-000001",
            Gevraagde(naam="Ministerie van Defensie", mail=mail),
            labels=("1",),
            gevraagd="Cijfers.",
            uiterlijk=date(2026, 6, 20),
            met_concept=False,
            versie=1,
        )


def test_ones_own_password_needs_the_old_one(huis: Huis, eva: Wie) -> None:
    with pytest.raises(Ongeldig, match="huidige wachtwoord"):
        eigen_account.wijzig_wachtwoord(huis, eva, oud="iets anders", nieuw=NIEUW + "!", herhaald=NIEUW + "!")
    eigen_account.wijzig_wachtwoord(huis, eva, oud=NIEUW, nieuw=NIEUW + "!", herhaald=NIEUW + "!")
    assert gebruikers.log_in(huis, "eva", NIEUW + "!", "10.0.0.1").naam == "Eva"


def test_the_invitation_is_mailed_to_the_address_and_not_kept_on_anybodys_page(
    huis: Huis, eva: Wie, joris: int
) -> None:
    assert post.postvak(huis, als(huis, joris)) == ()
    [bericht] = [rij for rij in contents(huis)["bericht"] if "joris@ministerie.example" in rij]
    assert any("Uw inlognaam is joris" in str(veld) for veld in bericht)
