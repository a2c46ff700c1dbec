"""The drafter's journey: with JavaScript, without it, and with a colleague in between."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from kamervragen.antwoorden import schrijven
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.demo import WACHTWOORD
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from tests.browser.bladen import CONFLICT, NIEUW
from tests.browser.conftest import Openen, Wacht, Wereld

pytestmark = pytest.mark.browser
MET = "2026Z19874"  # Anna's own set
ZONDER = "2026Z18940"
BELOFTE = "Ik zal uw Kamer voor de zomer van 2027 over de uitkomsten informeren."


def _open_vraag(page: Page, wereld: Wereld, zaaknummer: str, label: str) -> str:
    """From the list to a question, by its links. Returns the path of the question."""
    sleutel = wereld.sleutel(zaaknummer)
    page.goto("/vragensets")
    page.locator(f'a[href="/vragensets/{sleutel}"]').click()
    page.get_by_role("link", name=f"Schrijven vraag {label}", exact=True).click()
    expect(page.locator("h1")).to_have_text(f"Vraag {label}")
    return f"/vragensets/{sleutel}/vragen/{label}"


def _neem_over(page: Page) -> str:
    """Takes the first earlier answer over; gives the number of its set."""
    kop = page.locator("#eerder article h3 a").first.inner_text()
    page.get_by_role("button", name="Overnemen").first.click()
    return kop.partition(",")[0]


def _accepteer(page: Page) -> None:
    """Accepts the promise that stands on the desk."""
    voorstel = page.locator("#toezeggingen .kv-toezegging", has_text="voor de zomer van 2027")
    expect(voorstel.locator(".kv-citaat")).to_have_text(BELOFTE)
    voorstel.get_by_role("button", name="Aannemen").click()
    expect(page.locator(".kv-toezegging--openstaand", has_text=BELOFTE)).to_contain_text("Aangenomen door Anna")


def test_the_journey_with_javascript(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    pad = _open_vraag(page, wereld, CONFLICT, "2")
    page.evaluate("window.zelfdePagina = true")

    page.locator("#tekst").fill("Ja, **dat** bericht ken ik.")
    expect(page.locator("#voorbeeld strong")).to_have_text("dat")
    page.locator("#tekst").press_sequentially(f"\n\n{BELOFTE}")
    expect(page.locator("#voorbeeld p")).to_have_text(["Ja, dat bericht ken ik.", BELOFTE])

    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    expect(page.locator("#tekst")).to_be_focused()
    assert page.evaluate("window.zelfdePagina") is True
    assert page.url.endswith(pad)

    bron = _neem_over(page)
    expect(page.locator(".kv-herkomst")).to_contain_text(f"Overgenomen uit {bron}, Anna")
    expect(page.locator("#tekst")).to_have_value(
        re.compile(rf"^Ja, \*\*dat\*\* bericht ken ik\.\n\n{re.escape(BELOFTE)}\n\n\S")
    )

    page.get_by_label("Nieuwe voetnoot").fill("Kamerstuk 29279, nr. 771.")
    page.get_by_role("button", name="Noot toevoegen").click()
    expect(page.locator("#noten [role=status]")).to_have_text(
        re.compile(r"^Zet \[\^v\d+\] in de tekst waar de noot hoort\.$")
    )
    expect(page.locator("#noten .kv-noten")).to_contain_text("Kamerstuk 29279, nr. 771.")

    _accepteer(page)


def test_the_journey_without_javascript(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna", java_script_enabled=False)
    pad = _open_vraag(page, wereld, ZONDER, "1")

    page.locator("#tekst").fill(f"Ja, **dat** bericht ken ik.\n\n{BELOFTE}")
    page.get_by_role("button", name="Bewaren").click()
    expect(page).to_have_url(re.compile(f"{pad}$"))
    expect(page.locator("#voorbeeld p")).to_have_text(["Ja, dat bericht ken ik.", BELOFTE])

    bron = _neem_over(page)
    expect(page.locator(".kv-herkomst")).to_contain_text(f"Overgenomen uit {bron}, Anna")

    page.get_by_label("Nieuwe voetnoot").fill("Kamerstuk 29279, nr. 771.")
    page.get_by_role("button", name="Noot toevoegen").click()
    expect(page.locator("#noten .kv-noten")).to_contain_text("Kamerstuk 29279, nr. 771.")

    _accepteer(page)


def test_a_promise_shows_as_soon_as_it_is_saved(open_als: Openen, wereld: Wereld) -> None:
    """The panel says 'Zinnen die iets beloven verschijnen hier na het bewaren'."""
    page = open_als("anna")
    _open_vraag(page, wereld, MET, "2")
    page.locator("#tekst").fill(BELOFTE)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    expect(page.locator("#toezeggingen .kv-toezegging .kv-citaat")).to_have_text(BELOFTE)


def test_after_saving_an_earlier_answer_can_be_taken_over(open_als: Openen, wereld: Wereld) -> None:
    """Without a reload in between: the forms beside the text must know the new version."""
    page = open_als("anna")
    _open_vraag(page, wereld, MET, "3")
    page.locator("#tekst").fill("Eerst dit.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    _neem_over(page)
    expect(page.locator(".kv-herkomst")).to_contain_text("Overgenomen uit")


def test_saving_twice_on_the_same_page_makes_two_versions(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    _open_vraag(page, wereld, MET, "4")
    for nummer in (1, 2):
        page.locator("#tekst").fill(f"Versie {nummer}.")
        page.get_by_role("button", name="Bewaren").click()
        expect(page.locator('#antwoord input[name="versie"]')).to_have_value(str(nummer))
    gevonden = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, wereld.sleutel(MET), "4")
    assert [(versie.versie, versie.tekst) for versie in gevonden] == [(2, "Versie 2."), (1, "Versie 1.")]


def _betrap(page: Page, wereld: Wereld, zaaknummer: str, label: str) -> None:
    """Opens a question, lets a colleague save first, and saves."""
    sleutel = wereld.sleutel(zaaknummer)
    page.goto(f"/vragensets/{sleutel}/vragen/{label}")
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, label, "De tekst van een collega.", versie=0)
    page.locator("#tekst").fill("De tekst van Anna.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("De tekst van een collega.")).to_be_visible()


@pytest.mark.parametrize(("java_script_enabled", "label"), [(True, "1"), (False, "2")])
def test_the_loser_sees_both_texts_and_can_save_his_own(
    open_als: Openen, wereld: Wereld, wacht: Wacht, java_script_enabled: bool, label: str
) -> None:
    wacht.verwacht = {409}
    page = open_als("anna", java_script_enabled=java_script_enabled)
    _betrap(page, wereld, NIEUW, label)
    with page.expect_response("**/antwoord"):  # the preview shows her text before it is saved
        page.get_by_role("button", name="Bewaren als nieuwe versie").click()
    expect(page.locator("#voorbeeld")).to_have_text("De tekst van Anna.")
    gevonden = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, wereld.sleutel(NIEUW), label)
    assert [(versie.auteur, versie.tekst) for versie in gevonden] == [
        ("Anna", "De tekst van Anna."),
        ("opdrachtregel", "De tekst van een collega."),
    ]


def test_a_conflict_leaves_one_page_and_not_two(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    """A whole page put into the message area gives two menus and two fields named `tekst`."""
    wacht.verwacht = {409}
    page = open_als("anna")
    _betrap(page, wereld, NIEUW, "3")
    assert {wat: page.locator(wat).count() for wat in ("main", "h1", "header.kv-kop", "#tekst")} == {
        "main": 1,
        "h1": 1,
        "header.kv-kop": 1,
        "#tekst": 1,
    }


def test_every_refusal_is_shown_and_not_only_the_first(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    wacht.verwacht = {422}
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(NIEUW)}/vragen/4")
    for keer in range(2):
        with page.expect_response("**/noten"):
            page.get_by_role("button", name="Noot toevoegen").click()
        melding = page.get_by_role("alert").filter(has_text="Vul de tekst van de voetnoot in.")
        expect(melding).to_have_count(1)
        assert page.locator("#meldingen").count() == 1, f"after refusal {keer + 1}"


def test_what_went_wrong_is_said_where_the_reader_is(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    """The button is far below the message area: the message must come into view."""
    wacht.verwacht = {422}
    page = open_als("anna", breedte=360, hoogte=700)
    page.goto(f"/vragensets/{wereld.sleutel(NIEUW)}/vragen/4")
    page.get_by_role("button", name="Noot toevoegen").click()
    expect(page.get_by_role("alert")).to_be_in_viewport()


def test_a_session_that_ended_leads_to_the_log_in_page(open_als: Openen) -> None:
    page = open_als("anna")
    page.goto("/vragensets")
    page.context.clear_cookies()
    page.get_by_role("link", name="Moties").click()
    expect(page.locator("h1")).to_have_text("Inloggen")
    expect(page).to_have_url(re.compile("/inloggen$"))


def test_a_session_that_ended_while_writing_costs_no_text(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    wacht.verwacht = {401}
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(ZONDER)}/vragen/5")
    page.locator("#tekst").fill("Een half uur werk.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Bewaren").click()
    melding = page.get_by_role("alert")
    expect(melding).to_have_text("Uw sessie is verlopen. Kopieer uw tekst, log opnieuw in en plak hem terug.")
    expect(melding).to_be_in_viewport()
    expect(page.locator("#tekst")).to_have_value("Een half uur werk.")


def test_the_list_narrows_while_typing(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto("/vragensets")
    page.get_by_label("alle", exact=True).check()
    expect(page.locator("#sets tbody tr")).to_have_count(len(bord.sets(wereld.huis, OPDRACHTREGEL)))
    page.get_by_label("Zoek op woord, nummer of naam").press_sequentially("2026Z08844")
    expect(page.locator("#sets tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?zoek=2026Z08844&toon=alle$"))
    page.reload()
    expect(page.locator("#sets tbody tr")).to_have_count(1)
    expect(page.get_by_label("alle", exact=True)).to_be_checked()


def test_going_back_from_the_list_shows_the_page_and_not_the_fragment(open_als: Openen, wereld: Wereld) -> None:
    """The list answers with a page or a part of it at one address: the cache must not mix them up."""
    page = open_als("anna")
    page.goto("/vragensets")
    page.get_by_label("alle", exact=True).check()
    expect(page).to_have_url(re.compile("toon=alle"))
    page.locator("#sets tbody a").first.click()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Sets Kamervragen")
    expect(page.locator("header.kv-kop")).to_have_count(1)


def _gevraagd(page: Page) -> list[str]:
    """The questions the browser asks before it leaves; each is answered with 'stay'."""
    gevraagd: list[str] = []

    def blijf(dialoog: object) -> None:
        gevraagd.append(dialoog.type)  # type: ignore[attr-defined]
        dialoog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", blijf)
    return gevraagd


def test_leaving_by_a_link_saves_and_asks_nothing(open_als: Openen, wereld: Wereld) -> None:
    page, sleutel = open_als("anna"), wereld.sleutel(NIEUW)
    page.goto(f"/vragensets/{sleutel}/vragen/5")
    gevraagd = _gevraagd(page)
    page.locator("#tekst").press_sequentially("Nog niet bewaard.")
    page.get_by_role("link", name="Moties").click()
    expect(page.locator("h1")).to_have_text("Moties")
    assert gevraagd == []
    assert zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "5")[0].tekst == "Nog niet bewaard."


def test_after_saving_leaving_asks_nothing(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(MET)}/vragen/5")
    gevraagd = _gevraagd(page)
    page.locator("#tekst").press_sequentially("Bewaard.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    page.get_by_role("link", name="Moties").click()
    expect(page.locator("h1")).to_have_text("Moties")
    assert gevraagd == []


def test_logging_out_saves_first(open_als: Openen, wereld: Wereld) -> None:
    page, sleutel = open_als("anna"), wereld.sleutel(ZONDER)
    page.goto("/inloggen")
    page.context.clear_cookies()  # a session of its own: the one of this run must not end
    page.goto("/inloggen")
    page.get_by_label("Inlognaam").fill("daan")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/werk")
    page.goto(f"/vragensets/{sleutel}/vragen/2")
    gevraagd = _gevraagd(page)
    page.locator("#tekst").press_sequentially("Nog niet bewaard.")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.locator("h1")).to_have_text("Inloggen")
    assert gevraagd == []
    assert zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "2")[0].tekst == "Nog niet bewaard."


def test_leaving_a_conflict_asks_first(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    """The loser's text stands on the page and nowhere else."""
    wacht.verwacht = {409}
    page = open_als("anna")
    gevraagd = _gevraagd(page)
    sleutel = wereld.sleutel(ZONDER)
    page.goto(f"/vragensets/{sleutel}/vragen/5")
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "5", "De tekst van een collega.", versie=0)
    page.locator("#tekst").press_sequentially("De tekst van Anna.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("Wat er nu staat")).to_be_visible()
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Moties").click(no_wait_after=True)
    assert gevraagd == ["beforeunload"]


def test_a_note_does_not_make_the_browser_forget_unsaved_text(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(ZONDER)}/vragen/3")
    gevraagd = _gevraagd(page)
    page.locator("#tekst").press_sequentially("Nog niet bewaard.")
    page.get_by_label("Nieuwe voetnoot").fill("Een noot.")
    page.get_by_role("button", name="Noot toevoegen").click()
    expect(page.locator("#noten [role=status]")).to_be_visible()
    expect(page.locator("#tekst")).to_have_value("Nog niet bewaard.")
    page.evaluate("location.reload()")
    expect(page.locator("#tekst")).to_have_value("Nog niet bewaard.")
    assert gevraagd == ["beforeunload"]


def test_a_save_that_failed_does_not_make_the_browser_forget_the_text(
    open_als: Openen, wereld: Wereld, wacht: Wacht
) -> None:
    wacht.verwacht = {413}
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(ZONDER)}/vragen/4")
    gevraagd = _gevraagd(page)
    page.locator("#tekst").fill("woorden. " * 11_112)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("hooguit 100.000 tekens")
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Moties").click(no_wait_after=True)
    assert gevraagd == ["beforeunload"]


def test_a_promise_is_underlined_while_it_is_typed(open_als: Openen, wereld: Wereld) -> None:
    """The line stands where the sentence stands, and goes when the sentence is broken, before the server says so."""
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(ZONDER)}/vragen/4")
    veld = page.locator("#tekst")
    veld.fill("Een 😀 vooraf. Ik zal uw Kamer voor de kerst informeren. Dat was alles.")
    streep = page.locator(".kv-strepen span")
    expect(streep).to_have_text("Ik zal uw Kamer voor de kerst informeren.")
    expect(streep).to_have_attribute("data-stevigheid", "hard")
    expect(page.locator("#strepen")).to_contain_text("1 zin belooft iets")
    expect(page.locator("#strepen")).to_contain_text("de dag voor kerst")
    plek_laag, plek_veld = streep.bounding_box(), veld.bounding_box()
    assert plek_laag is not None
    assert plek_veld is not None
    assert plek_veld["y"] < plek_laag["y"] < plek_veld["y"] + 40  # on the first line of the field
    veld.press("Home")
    page.keyboard.type("x")
    expect(streep).to_have_count(1)  # found again where it moved to
    veld.fill("Niets meer.")
    expect(streep).to_have_count(0)
