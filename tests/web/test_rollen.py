"""Every route x every role: allowed exactly when the table of rights says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from litestar import Litestar

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.rollen import RECHTEN, STAPRECHT, Handeling, Rol, mag
from kamervragen.domain.status import Feitsoort
from kamervragen.mensen import gebruikers
from kamervragen.mensen.rows import LidmaatschapRij
from tests.web.bezoeker import HTMX, WACHTWOORD, Bezoeker, melding_in
from tests.web.conftest import Bezoek
from tests.web.paden import handlers, is_static, vul

GEEN_RECHT = "U hebt hiervoor geen recht. Vraag een coördinator of de beheerder om hulp."
# What someone who may do it gets to see, for an empty form on KV-000001.
TOEGELATEN: dict[tuple[str, str], int] = {
    ("GET", "/"): 303,
    ("GET", "/vragensets"): 200,
    ("GET", "/vragensets/{sleutel:str}"): 200,
    ("GET", "/vragensets/{sleutel:str}/antwoord.docx"): 200,
    ("GET", "/vragensets/{sleutel:str}/vragen/{label:str}"): 200,
    ("GET", "/vragensets/{sleutel:str}/gegevens"): 200,
    ("GET", "/vragensets/{sleutel:str}/eerste-ronde"): 200,
    ("GET", "/zoeken"): 200,
    ("GET", "/nummers/{nummer:str}"): 200,
    ("GET", "/passages"): 200,
    ("GET", "/passages/nieuw"): 200,
    ("GET", "/passages/{passage_id:int}"): 404,
    ("POST", "/passages"): 422,
    ("POST", "/passages/{passage_id:int}"): 422,
    ("POST", "/zoeken/bewaard"): 422,
    ("POST", "/zoeken/bewaard/{zoekopdracht_id:int}"): 303,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/passage"): 404,
    ("GET", "/toezeggingen"): 200,
    ("GET", "/moties"): 200,
    ("GET", "/moties/{motie_id:int}"): 200,
    ("POST", "/moties/{motie_id:int}/feiten"): 422,
    ("POST", "/moties/{motie_id:int}/tekst"): 422,
    ("GET", "/toezeggingen/nieuw"): 200,
    ("GET", "/lijsten/{bestand:str}"): 200,
    ("GET", "/verantwoording"): 200,
    ("GET", "/verantwoording/{stuk:str}"): 200,
    ("GET", "/cijfers"): 200,
    ("GET", "/toezeggingen/{toezegging_id:int}"): 200,
    ("POST", "/toezeggingen"): 422,
    ("POST", "/toezeggingen/{toezegging_id:int}/feiten"): 422,
    ("GET", "/werklijst"): 200,
    ("POST", "/werklijst"): 422,
    ("GET", "/agenda"): 200,
    ("GET", "/agenda/vrijdag"): 200,
    ("POST", "/agenda/abonnementen"): 303,
    ("POST", "/agenda/abonnementen/{abonnement_id:int}"): 303,
    ("GET", "/recessen"): 200,
    ("GET", "/vandaag"): 200,
    ("GET", "/werk"): 200,
    ("GET", "/karweien"): 200,
    ("GET", "/toestand"): 200,
    ("POST", "/toestand/taken/{taak_id:int}"): 404,
    ("GET", "/karweien/{karwei_id:int}"): 404,
    ("GET", "/karweien/{karwei_id:int}/voortgang"): 404,
    ("GET", "/karweien/{karwei_id:int}/resultaat"): 404,
    ("POST", "/karweien/{karwei_id:int}"): 404,
    ("POST", "/karweien/papieren"): 422,
    ("POST", "/karweien/onderhoud"): 422,
    ("GET", "/beheer"): 200,
    ("GET", "/leden"): 200,
    ("POST", "/leden"): 422,
    ("GET", "/directies/{directie_id:int}"): 404,
    ("POST", "/directies/{directie_id:int}"): 422,
    ("GET", "/stijl"): 200,
    ("GET", "/kwaliteit"): 200,
    ("GET", "/vragensets/{sleutel:str}/zending.zip"): 422,
    ("POST", "/vragensets/{sleutel:str}/ontvangst"): 403,
    ("GET", "/vragensets/{sleutel:str}/gevonden"): 200,
    ("GET", "/vragensets/{sleutel:str}/vragen/{label:str}/bronnen"): 200,
    ("POST", "/toewijzingen"): 422,
    ("GET", "/gedaan"): 200,
    ("POST", "/ongedaan"): 422,
    ("GET", "/bewindspersonen"): 200,
    ("POST", "/bewindspersonen"): 422,
    ("POST", "/bewindspersonen/{ambt_id:int}/einde"): 404,
    ("POST", "/bewindspersonen/demissionair"): 422,
    ("GET", "/bewindspersonen/wisseling"): 200,
    ("POST", "/bewindspersonen/wisseling"): 422,
    ("GET", "/lijstinname"): 200,
    ("POST", "/lijstinname"): 422,
    ("GET", "/lijstinname/{lijst_id:int}"): 404,
    ("POST", "/lijstinname/{lijst_id:int}"): 404,
    ("GET", "/lijstinname/{lijst_id:int}/{uitval:str}"): 404,
    ("GET", "/moties/nieuw"): 200,
    ("POST", "/moties"): 422,
    ("POST", "/toezeggingen/{toezegging_id:int}/gegevens"): 422,
    ("POST", "/toezeggingen/{toezegging_id:int}/verband"): 422,
    ("POST", "/toezeggingen/{toezegging_id:int}/verband/{verband_id:int}"): 404,
    ("POST", "/vragensets/{sleutel:str}/instrument"): 422,
    ("POST", "/vragensets/{sleutel:str}/herinnering"): 422,
    ("POST", "/recessen"): 422,
    ("POST", "/recessen/{reces_id:int}/weg"): 303,
    ("POST", "/vragensets/{sleutel:str}/debat"): 409,
    ("POST", "/vragensets/{sleutel:str}/uitstel"): 422,
    ("GET", "/vragensets/{sleutel:str}/uitstel.docx"): 404,
    ("GET", "/vragensets/{sleutel:str}/papieren"): 200,
    ("GET", "/vragensets/{sleutel:str}/papieren/{papier:str}"): 200,
    ("GET", "/vragensets/{sleutel:str}/archief.zip"): 200,
    ("GET", "/vragensets/{sleutel:str}/openbaar.zip"): 422,
    ("POST", "/vragensets/{sleutel:str}/bijlagen"): 422,
    ("GET", "/vragensets/{sleutel:str}/bijlagen/{document_id:int}/bestand"): 404,
    ("POST", "/vragensets/{sleutel:str}/bijlagen/{document_id:int}"): 422,
    ("POST", "/vragensets/{sleutel:str}/dms-kenmerk"): 303,
    ("POST", "/vragensets/{sleutel:str}/afdoening"): 422,
    ("GET", "/sjablonen"): 200,
    ("POST", "/vragensets/{sleutel:str}/terugkeer"): 422,
    ("GET", "/vragensets/{sleutel:str}/terugkeer/{terugkeer_id:int}"): 404,
    ("POST", "/vragensets/{sleutel:str}/terugkeer/{terugkeer_id:int}/plaatsen/{plaats:str}"): 422,
    ("POST", "/vragensets/{sleutel:str}/terugkeer/wijzigingen/{voorstel_id:int}"): 422,
    ("GET", "/inname"): 200,
    ("GET", "/inname/lijst"): 200,
    ("GET", "/inname/getypt"): 200,
    ("GET", "/inname/{inname_id:int}"): 200,
    ("POST", "/inname"): 422,
    ("POST", "/inname/alles"): 303,
    ("POST", "/inname/getypt"): 422,
    ("POST", "/inname/{inname_id:int}"): 303,
    ("POST", "/vragensets/{sleutel:str}/gegevens"): 409,
    ("POST", "/vragensets/{sleutel:str}/toewijzing"): 422,
    ("POST", "/vragensets/{sleutel:str}/toewijzingen/{toewijzing_id:int}"): 422,
    ("POST", "/vragensets/{sleutel:str}/parafen/{paraaf_id:int}"): 403,
    ("POST", "/vragensets/{sleutel:str}/stappen/teruggestuurd"): 422,
    ("GET", "/vragensets/{sleutel:str}/controle"): 200,
    ("POST", "/vragensets/{sleutel:str}/controle/gebreken"): 422,
    ("POST", "/vragensets/{sleutel:str}/controle/deelvragen"): 422,
    ("POST", "/vragensets/{sleutel:str}/beslisnota"): 422,
    ("GET", "/vragensets/{sleutel:str}/vragen/{label:str}/versies"): 200,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/opmerkingen"): 422,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/opmerkingen/{opmerking_id:int}"): 404,
    ("GET", "/vragensets/{sleutel:str}/geschiedenis"): 200,
    ("POST", "/vragensets/{sleutel:str}/groepen"): 409,
    ("POST", "/vragensets/{sleutel:str}/afscherming"): 422,
    ("POST", "/vragensets/{sleutel:str}/afscherming/einde"): 409,
    ("POST", "/vragensets/{sleutel:str}/overdrachten"): 422,
    ("POST", "/vragensets/{sleutel:str}/overdrachten/{overdracht_id:int}"): 422,
    ("GET", "/vragensets/{sleutel:str}/overdrachten/{overdracht_id:int}/bericht.docx"): 404,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/uiteen"): 409,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/aanwezig"): 200,
    ("GET", "/vragensets/{sleutel:str}/te-doen"): 200,
    ("GET", "/account"): 200,
    ("POST", "/account/wachtwoord"): 422,
    ("POST", "/account/tweestaps"): 422,
    ("GET", "/berichten"): 200,
    ("GET", "/accounts"): 200,
    ("POST", "/accounts"): 422,
    ("GET", "/accounts/{gebruiker_id:int}"): 200,
    ("POST", "/accounts/{gebruiker_id:int}"): 422,
    ("POST", "/accounts/{gebruiker_id:int}/uitnodiging"): 303,
    ("POST", "/accounts/{gebruiker_id:int}/loopbaan"): 422,
    ("POST", "/accounts/{gebruiker_id:int}/rollen"): 422,
    ("POST", "/accounts/{gebruiker_id:int}/rollen/{lidmaatschap_id:int}"): 422,
    ("POST", "/directies"): 422,
    ("GET", "/audit"): 200,
    ("GET", "/rechten"): 200,
    ("GET", "/wetten"): 200,
    ("GET", "/woordenlijsten"): 200,
    ("POST", "/woordenlijsten/redenen"): 422,
    ("POST", "/woordenlijsten/signalen"): 422,
    ("POST", "/wetten"): 422,
    ("POST", "/wetten/{wet_id:int}/weg"): 303,
    ("GET", "/parafenlijnen"): 200,
    ("POST", "/parafenlijnen/{directie_id:int}"): 404,
    ("POST", "/vervangingen"): 422,
    ("POST", "/vervangingen/{vervanging_id:int}"): 404,
    ("POST", "/vragensets/{sleutel:str}/ondertekening"): 422,
    ("POST", "/vragensets/{sleutel:str}/stappen/concept_gereed"): 403,
    ("POST", "/vragensets/{sleutel:str}/stappen/vastgesteld"): 403,
    ("POST", "/vragensets/{sleutel:str}/stappen/verzonden"): 403,
    ("POST", "/vragensets/{sleutel:str}/voorstellen/{voorstel_id:int}"): 422,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/antwoord"): 303,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/voorbeeld"): 200,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/overname"): 404,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/bevestiging"): 422,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/oordeel"): 404,
    ("GET", "/antwoorden/{antwoord_id:int}/gebruik"): 200,
    ("POST", "/antwoorden/{antwoord_id:int}/achterhaald"): 422,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/noten"): 422,
    ("POST", "/toezeggingen/{toezegging_id:int}/besluit"): 422,
    ("POST", "/vragensets/{sleutel:str}/nummers"): 409,
    ("GET", "/vragensets/{sleutel:str}/toewijsvoorstel"): 200,
    ("POST", "/vragensets/{sleutel:str}/bijdragen"): 422,
    ("POST", "/vragensets/{sleutel:str}/bijdragen/{verzoek_id:int}"): 404,
    ("POST", "/vragensets/{sleutel:str}/vragen/{label:str}/bijdragen/{bijdrage_id:int}"): 404,
    ("GET", "/bijdragen/{verzoek_id:int}"): 404,
    ("POST", "/bijdragen/{verzoek_id:int}"): 404,
    ("GET", "/bijdragen/{verzoek_id:int}/formulier.docx"): 404,
    ("POST", "/vragensets/{sleutel:str}/rectificaties"): 422,
    ("GET", "/rectificaties/{rectificatie_id:int}"): 404,
    ("POST", "/rectificaties/{rectificatie_id:int}"): 422,
    ("POST", "/rectificaties/{rectificatie_id:int}/vastgesteld"): 404,
    ("POST", "/rectificaties/{rectificatie_id:int}/verzonden"): 404,
    ("GET", "/rectificaties/{rectificatie_id:int}/brieven/{antwoord_id:int}/brief.docx"): 404,
    ("GET", "/werkoverdracht"): 200,
    ("POST", "/werkoverdracht"): 422,
    ("POST", "/account/afwezig"): 422,
    ("POST", "/account/afwezig/{vervanging_id:int}"): 404,
}
VAN_ROL = {
    Rol.OPSTELLER: "anna",
    Rol.COORDINATOR: "bram",
    Rol.KAMERBUREAU: "chris",
    Rol.LEIDINGGEVENDE: "frank",
    Rol.BUREAU_BEWINDSPERSOON: "greta",
    Rol.LEZER: "hugo",
    Rol.AUDITOR: "iris",
    Rol.BEHEERDER: "eva",
}


def _bewaakt(app: Litestar) -> dict[tuple[str, str], Handeling]:
    """Each method and path behind the log-in, with its handeling."""
    return {
        (methode, pad): handler.opt["handeling"]
        for pad, handler in handlers(app)
        for methode in handler.http_methods
        if not is_static(pad) and handler.opt["handeling"] is not Handeling.INLOGGEN
    }


def _probeer(bezoeker: Bezoeker, methode: str, pad: str) -> int:
    return (bezoeker.get(vul(pad)) if methode == "GET" else bezoeker.post(vul(pad))).status_code


def test_every_guarded_route_is_in_the_table(app: Litestar) -> None:
    assert sorted(_bewaakt(app)) == sorted(TOEGELATEN)


@pytest.mark.parametrize("rol", list(Rol))
def test_a_role_may_exactly_what_the_table_says(bezoek: Bezoek, app: Litestar, eerdere_set: str, rol: Rol) -> None:
    bezoeker = bezoek(VAN_ROL[rol])
    eigen = bezoeker.token
    verwacht, gekregen = {}, {}
    for (methode, pad), handeling in _bewaakt(app).items():
        bezoeker.token = eigen  # whatever page came before
        verwacht[methode, pad] = TOEGELATEN[methode, pad] if mag(frozenset({rol}), handeling) else 403
        gekregen[methode, pad] = _probeer(bezoeker, methode, pad)
    assert gekregen == verwacht


def test_every_role_meets_a_refusal(app: Litestar) -> None:
    """The control of the test above: a role that may everything would prove nothing."""
    geweigerd = {rol for rol in Rol for handeling in _bewaakt(app).values() if not mag(frozenset({rol}), handeling)}
    assert geweigerd == set(Rol)


def test_a_refusal_changes_nothing_but_the_audit(
    bezoek: Bezoek, app: Litestar, eerdere_set: str, inhoud: Callable[..., dict[str, object]]
) -> None:
    eva = bezoek("eva")
    voor = inhoud("audit")
    for (methode, pad), handeling in _bewaakt(app).items():
        if not mag(frozenset({Rol.BEHEERDER}), handeling):
            eva.get("/berichten")
            assert _probeer(eva, methode, pad) == 403
    assert inhoud("audit") == voor


def test_the_refusal_is_a_dutch_page_and_for_htmx_a_fragment(bezoek: Bezoek) -> None:
    anna = bezoek("anna")
    pagina, fragment = anna.get("/inname"), anna.htmx("/inname")
    assert melding_in(pagina) == melding_in(fragment) == GEEN_RECHT
    assert "<h1>Dat lukte niet</h1>" in pagina.text
    assert "<html" not in fragment.text


def test_a_person_without_a_role_sees_nothing(bezoek: Bezoek, app: Litestar, eerdere_set: str, huis: Huis) -> None:
    """An account whose last role ended is still an account: logged in, and nothing else."""
    bezoeker = bezoek("anna")
    with huis.engine.begin() as verbinding:
        verbinding.execute(sa.delete(LidmaatschapRij))
    assert {_probeer(bezoeker, *route) for route in _bewaakt(app)} == {403}


def test_a_stranger_is_sent_to_the_log_in_page(gast: Bezoeker, app: Litestar, eerdere_set: str) -> None:
    for methode, pad in _bewaakt(app):
        antwoord = gast.vraag(methode, vul(pad))
        assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inloggen"), pad


def test_a_stranger_in_htmx_is_told_so_and_keeps_what_he_typed(gast: Bezoeker, app: Litestar, eerdere_set: str) -> None:
    """A redirect would put the log-in page inside the fragment, or take the page with the text away."""
    for methode, pad in _bewaakt(app):
        antwoord = gast.vraag(methode, vul(pad), koppen=HTMX)
        assert antwoord.status_code == 401, pad
        assert melding_in(antwoord) == "Uw sessie is verlopen. Kopieer uw tekst, log opnieuw in en plak hem terug."
        assert {"hx-redirect", "location"} & set(antwoord.headers) == set()


def test_a_stranger_changes_nothing(
    gast: Bezoeker, app: Litestar, eerdere_set: str, inhoud: Callable[..., dict[str, object]]
) -> None:
    voor = inhoud()
    for methode, pad in _bewaakt(app):
        gast.vraag(methode, vul(pad))
    assert inhoud() == voor


@pytest.mark.parametrize("methode", ["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE"])
def test_a_stranger_learns_nothing_through_another_method(
    gast: Bezoeker, app: Litestar, eerdere_set: str, methode: str
) -> None:
    for _, pad in _bewaakt(app):
        antwoord = gast.vraag(methode, vul(pad))
        assert antwoord.status_code < 500
        assert "sektarische" not in antwoord.text


@pytest.mark.parametrize("rol", list(Rol))
def test_a_step_in_the_wrong_status_is_refused_in_other_words(bezoek: Bezoek, set_met_vragen: str, rol: Rol) -> None:
    """KV-000001 is geregistreerd: who might take a step later hears that, who never may hears that."""
    bezoeker = bezoek(VAN_ROL[rol])
    gehoord = {}
    for stap in STAPRECHT:
        bezoeker.get("/vragensets")
        antwoord = bezoeker.post(f"/vragensets/KV-000001/stappen/{stap.value}", {"versie": "1"})
        gehoord[stap] = (antwoord.status_code, melding_in(antwoord))
    ooit = "Dat kan niet meer: deze set is geregistreerd."
    assert gehoord == {
        stap: (403, ooit if mag(frozenset({rol}), nodig) else GEEN_RECHT) for stap, nodig in STAPRECHT.items()
    }


@pytest.mark.parametrize("feit", sorted(set(Feitsoort) - set(STAPRECHT) - {Feitsoort.TERUGGESTUURD}))
def test_a_fact_that_follows_from_a_document_is_no_step(bezoek: Bezoek, set_met_vragen: str, feit: Feitsoort) -> None:
    antwoord = bezoek("iedereen").post(f"/vragensets/KV-000001/stappen/{feit.value}", {"versie": "1"})
    assert antwoord.status_code == 404


def test_two_roles_may_what_either_may(bezoek: Bezoek, huis: Huis, gast: Bezoeker) -> None:
    gebruikers.maak(
        huis,
        OPDRACHTREGEL,
        inlognaam="guus",
        naam="Guus",
        wachtwoord=WACHTWOORD,
        rollen=(Rol.LEIDINGGEVENDE, Rol.KAMERBUREAU),
    )
    gast.log_in("guus")
    assert gast.get("/inname").status_code == 200
    assert mag(frozenset({Rol.LEIDINGGEVENDE}), Handeling.DOCUMENT_INNEMEN) is False


@pytest.mark.parametrize("rol", list(Rol))
def test_the_menu_shows_only_what_the_person_may(bezoek: Bezoek, rol: Rol) -> None:
    pagina = bezoek(VAN_ROL[rol]).get("/vragensets").text
    assert ('href="/inname"' in pagina) is (rol in RECHTEN[Handeling.DOCUMENT_INNEMEN])


@pytest.mark.parametrize("rol", list(Rol))
def test_the_page_of_a_set_shows_only_the_forms_the_person_may_send(
    bezoek: Bezoek, set_met_vragen: str, rol: Rol
) -> None:
    pagina = bezoek(VAN_ROL[rol]).get("/vragensets/KV-000001").text
    getoond = {naam: f"/{naam}" in pagina.replace('action="', "") for naam in ("toewijzing", "ondertekening")}
    assert getoond == {
        "toewijzing": rol in RECHTEN[Handeling.TOEWIJZEN],
        "ondertekening": rol in RECHTEN[Handeling.ANTWOORD_SCHRIJVEN],
    }


@pytest.mark.parametrize("rol", list(Rol))
def test_the_desk_shows_its_forms_only_to_who_may_write(bezoek: Bezoek, eerdere_set: str, rol: Rol) -> None:
    pagina = bezoek(VAN_ROL[rol]).get("/vragensets/KV-000001/vragen/9").text
    schrijft = rol in RECHTEN[Handeling.ANTWOORD_SCHRIJVEN]
    assert {naam: f'/vragen/9/{naam}"' in pagina for naam in ("antwoord", "overname", "noten")} == {
        "antwoord": schrijft,
        "overname": schrijft,
        "noten": schrijft,
    }
