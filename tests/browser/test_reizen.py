"""Four journeys from begin to end: with the keys alone, and in a browser without scripts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from kamervragen.antwoorden import schrijven
from kamervragen.catalogue import datum, maandnaam
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.demo import WACHTWOORD
from kamervragen.domain.status import Feitsoort
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import collegas
from kamervragen.setpagina import setblad
from tests.browser.conftest import Openen, Wereld
from tests.stukken import brought, pass_gate
from tests.web.daden import versie_van

pytestmark = pytest.mark.browser
HOOGSTENS = 400  # controls on a page, and the places Tab has between its end and its beginning
ONDERTEKENAAR = "minister Van Ravensteyn (Justitie en Veiligheid)"


class Hand(Protocol):
    """How someone works a page: the journeys are the same for every hand."""

    page: Page

    def druk(self, doel: Locator) -> None:
        """Follows a link, sends a form, opens what was closed."""

    def vul(self, veld: Locator, tekst: str) -> None:
        """Puts a text where another may stand."""

    def zet_dag(self, veld: Locator, dag: date) -> None: ...

    def kies(self, lijst: Locator, naam: str) -> None: ...

    def vink_aan(self, vak: Locator) -> None: ...

    def schrijf_bij(self, tekst: str) -> None:
        """Writes behind what stands in the answer that is open, and saves."""

    def volgende_vraag(self) -> None: ...


class Toetsen:
    """Someone without a mouse: Tab goes to every control, and the desk has keys of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def _tab_naar(self, doel: Locator) -> None:
        expect(doel).to_be_visible()
        for _ in range(HOOGSTENS):
            self.page.keyboard.press("Tab")
            if doel.evaluate("element => element === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {doel}")

    def druk(self, doel: Locator) -> None:
        self._tab_naar(doel)
        self.page.keyboard.press("Enter")

    def vul(self, veld: Locator, tekst: str) -> None:
        self._tab_naar(veld)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(tekst)
        expect(veld).to_have_value(tekst)

    def zet_dag(self, veld: Locator, dag: date) -> None:
        """The parts of a day stand in the order of the browser's own language, whatever that of the page."""
        self._tab_naar(veld)
        for volgorde in ("%d%m%Y", "%m%d%Y"):
            self.page.keyboard.type(dag.strftime(volgorde))
            if veld.input_value() == dag.isoformat():
                return
            for _deel in ("the month", "the day"):
                self.page.keyboard.press("ArrowLeft")
        pytest.fail(f"{dag} is not what {veld} has")

    def kies(self, lijst: Locator, naam: str) -> None:
        self._tab_naar(lijst)
        self.page.keyboard.press("Home")
        for _ in range(lijst.locator("option").count()):
            if lijst.locator("option:checked").inner_text() == naam:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"no {naam} in {lijst}")

    def vink_aan(self, vak: Locator) -> None:
        self._tab_naar(vak)
        self.page.keyboard.press("Space")
        expect(vak).to_be_checked()

    def schrijf_bij(self, tekst: str) -> None:
        self.page.wait_for_load_state()  # its keys work once its script has come
        for _deel in ("the questions", "the text"):
            self.page.keyboard.press("F6")
        expect(self.page.locator("#tekst")).to_be_focused()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(tekst)
        self.page.keyboard.press("Control+s")
        expect(self.page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()

    def volgende_vraag(self) -> None:
        self.page.keyboard.press("Alt+ArrowDown")


class ZonderScripts:
    """Someone whose browser runs no scripts: every step is a link or a form."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def druk(self, doel: Locator) -> None:
        doel.click()

    def vul(self, veld: Locator, tekst: str) -> None:
        veld.fill(tekst)

    def zet_dag(self, veld: Locator, dag: date) -> None:
        veld.fill(dag.isoformat())

    def kies(self, lijst: Locator, naam: str) -> None:
        lijst.select_option(label=naam)

    def vink_aan(self, vak: Locator) -> None:
        vak.check()

    def schrijf_bij(self, tekst: str) -> None:
        veld = self.page.locator("#tekst")
        veld.fill(veld.input_value() + tekst)
        self.page.get_by_role("button", name="Bewaren").click()

    def volgende_vraag(self) -> None:
        self.page.locator("a[rel=next]").click()


Binnen = Callable[[str], Hand]


@pytest.fixture(params=["toetsen", "zonder scripts"])
def wijze(request: pytest.FixtureRequest) -> str:
    """How the people of a journey work."""
    return str(request.param)


@pytest.fixture
def log_in(open_als: Openen, wijze: str) -> Binnen:
    """Someone who logs in with an account of his own, in a browser of his own."""

    def van(wie: str) -> Hand:
        hand: Hand = (
            Toetsen(open_als(None)) if wijze == "toetsen" else ZonderScripts(open_als(None, java_script_enabled=False))
        )
        page = hand.page
        page.goto("/inloggen")
        hand.vul(page.get_by_label("Inlognaam"), wie)
        hand.vul(page.get_by_label("Wachtwoord"), WACHTWOORD)
        hand.druk(page.get_by_role("button", name="Inloggen"))
        expect(page.locator("h1")).to_have_text("Mijn werk")
        return hand

    return van


def _neem_in(wereld: Wereld, zaaknummer: str, onderwerp: str, *vragen: str) -> str:
    """Takes in a set that came the day before yesterday; its key."""
    ingezonden = datum(wereld.huis.vandaag() - timedelta(days=2))
    genummerd = "\n".join(f"{nummer}. {vraag}" for nummer, vraag in enumerate(vragen, 1))
    return brought(
        wereld.huis,
        f"{zaaknummer}\n(ingezonden {ingezonden})\n\nVragen van het lid Lampion (ABC) aan de minister van Justitie en "
        f"Veiligheid over {onderwerp}\n\n{genummerd}\n",
    )


def _menu(hand: Hand, naam: str, kop: str | re.Pattern[str]) -> None:
    """Goes to a page of the main menu."""
    hand.druk(hand.page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=naam, exact=True))
    expect(hand.page.locator("h1")).to_have_text(kop)


def _open_set(hand: Hand, onderwerp: str) -> None:
    """From the menu to a set, by the list of sets."""
    _menu(hand, "Sets", "Sets Kamervragen")
    hand.druk(hand.page.locator("#sets").get_by_role("link", name=onderwerp, exact=True))
    expect(hand.page.locator("h1")).to_have_text(onderwerp)


def _open_vraag(hand: Hand, label: str) -> None:
    """From a set to the desk of one of its questions."""
    hand.druk(hand.page.get_by_role("link", name=f"Schrijven vraag {label}", exact=True))
    expect(hand.page.locator("h1")).to_have_text(f"Vraag {label}")


def _schrijf(hand: Hand, *alineas: str) -> None:
    """Writes an answer where there was none, and saves it."""
    hand.schrijf_bij("\n\n".join(alineas))
    expect(hand.page.locator("#voorbeeld p")).to_have_text(list(alineas))


def _terug_naar_set(hand: Hand, onderwerp: str, *, link: str = "") -> None:
    """From a page of a set to the set, by the link that leads there: its subject, or what is named."""
    hand.druk(hand.page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name=link or onderwerp))
    expect(hand.page.locator("h1")).to_have_text(onderwerp)


def _stand(hand: Hand, stand: str) -> None:
    expect(hand.page.locator(".kv-stand .kv-badge").first).to_have_text(stand)


def _zet_stap(hand: Hand, knop: str, stand: str) -> None:
    """Presses a button that takes the set on to where it stands then."""
    hand.druk(hand.page.get_by_role("button", name=knop, exact=True))
    _stand(hand, stand)


# How -> the set, its subject, its question, the answer that stands beside it, and two sentences of that.
HERGEBRUIK = {
    "toetsen": (
        "2026Z32101",
        "het nabootsen van telefoonnummers van banken",
        "Welke afspraken maakt u met telecomaanbieders om te voorkomen dat criminelen het nummer van een bank kunnen "
        "nabootsen?",
        "2023Z80893",
        "6",
        "Aanbieders blokkeren sinds 2022 gesprekken die vanuit het buitenland binnenkomen met een Nederlands vast "
        "nummer, tenzij de herkomst aantoonbaar klopt.",
        "Daardoor is het nabootsen van banknummers met naar schatting driekwart afgenomen.",
    ),
    "zonder scripts": (
        "2026Z32102",
        "geweld tegen boa's in de tram",
        "Hoe vaak kregen boa's in het openbaar vervoer sinds 2021 te maken met lichamelijk geweld, en hoe vaak volgde "
        "daarop een aanhouding?",
        "2024Z83829",
        "2",
        "De vervoerders registreerden 1.034 gevallen van fysiek geweld tegen personeel in 2021, 1.296 in 2022 en 1.388 "
        "in 2023.",
        "In ongeveer zeven op de tien gevallen was een boa het doelwit, meestal bij een controle van het vervoerbewijs.",
    ),
}


def test_an_answer_is_drafted_from_an_earlier_one(log_in: Binnen, wereld: Wereld, wijze: str) -> None:
    zaak, onderwerp, vraag, bron, label, een, twee = HERGEBRUIK[wijze]
    _neem_in(wereld, zaak, onderwerp, "Kent u het bericht?", vraag)
    anna = log_in("anna")
    page = anna.page
    _open_set(anna, onderwerp)
    _open_vraag(anna, "2")
    eerder = page.locator("#eerder article", has=page.get_by_role("link", name=f"{bron}, vraag {label}", exact=True))
    anna.druk(eerder.locator("summary", has_text="Zinnen kiezen"))
    for zin in (een, twee):
        anna.vink_aan(eerder.get_by_label(zin, exact=True))
    anna.druk(eerder.get_by_role("button", name="Gekozen zinnen overnemen"))
    expect(page.locator("#tekst")).to_have_value(f"{een} {twee}")
    anna.schrijf_bij(" Dit jaar volgt een nieuwe telling.")
    geschreven = f"{een} {twee} Dit jaar volgt een nieuwe telling."
    expect(page.locator("#voorbeeld p")).to_have_text([geschreven])
    anna.druk(page.locator("#overgenomen summary", has_text="Zin voor zin"))
    expect(page.locator(".kv-bronzinnen li")).to_have_text([f"ongewijzigd {een}", f"ongewijzigd {twee}"])

    _terug_naar_set(anna, onderwerp)
    antwoord = page.locator("#vraag-2")
    expect(antwoord.locator(".kv-antwoordtekst p")).to_have_text([geschreven])
    expect(antwoord.locator(".kv-herkomst")).to_have_text(re.compile(rf"^Overgenomen uit {bron}, Anna, \d"))
    anna.druk(antwoord.get_by_role("link", name=bron))
    expect(page.locator(f"#vraag-{label} .kv-antwoordtekst")).to_contain_text(f"{een} {twee}")


_TOEGEZEGD = {
    "toetsen": ("2026Z32201", "haperende pinautomaten", "kst-29279-771"),
    "zonder scripts": ("2026Z32202", "stilstaande roltrappen", "kst-29279-772"),
}


def test_a_promise_is_watched_to_its_end(log_in: Binnen, wereld: Wereld, wijze: str) -> None:
    zaak, onderwerp, stuk = _TOEGEZEGD[wijze]
    belofte = f"Ik zal uw Kamer over het onderzoek naar {onderwerp} informeren."
    vandaag = wereld.huis.vandaag()
    uiterlijk = (vandaag.replace(day=1) + timedelta(days=32)).replace(day=15)
    _neem_in(wereld, zaak, onderwerp, "Kent u het bericht?", f"Wat doet u aan {onderwerp}?")
    anna = log_in("anna")
    _open_set(anna, onderwerp)
    _open_vraag(anna, "2")
    _schrijf(anna, "Er loopt een onderzoek.", belofte)
    expect(anna.page.locator("#toezeggingen .kv-citaat")).to_have_text(belofte)

    bram = log_in("bram")
    page = bram.page
    beloofd = page.locator(".kv-toezeggingrij", has_text=belofte)
    _menu(bram, "Toezeggingen", "Toezeggingen")
    _bekijk(bram, "te beoordelen")
    bram.zet_dag(beloofd.get_by_label("Eigen uiterste dag"), uiterlijk)
    bram.druk(beloofd.get_by_role("button", name="Aannemen"))
    expect(beloofd).to_have_count(0)
    _bekijk(bram, "openstaand")
    expect(beloofd.locator("dd").first).to_have_text(f"uiterlijk {datum(uiterlijk)}")
    expect(beloofd).to_contain_text("Openstaand – Aangenomen door Bram")

    agenda = page.get_by_role("region", name="In deze maand").get_by_role("row").filter(has_text=belofte)
    _agenda(bram, uiterlijk)
    waarom = f"{datum(uiterlijk)} is zelf gekozen, in plaats van wat de zin zegt"
    expect(agenda.get_by_role("cell")).to_have_text(["toezegging", f"{belofte}{waarom}", "–"])
    expect(agenda.get_by_role("rowheader")).to_have_text(datum(uiterlijk))
    bram.druk(agenda.get_by_role("link"))
    expect(page.locator("h1")).to_have_text(re.compile(r"^Toezegging \d+$"))
    _stand(bram, "openstaand")

    bram.kies(page.get_by_label("Wat", exact=True), "nagekomen")
    bram.zet_dag(page.get_by_label("Op welke dag"), vandaag)
    bram.vul(page.get_by_label("Stuk waarmee de Kamer is geïnformeerd"), stuk)
    bram.vul(page.get_by_label("De zin in dat stuk"), "Het onderzoek is af.")
    bram.druk(page.locator("#vastleggen").get_by_role("button", name="Vastleggen"))
    _stand(bram, "voldaan")
    verloop = page.locator("#verloop li")
    expect(verloop).to_have_count(1)
    expect(verloop.locator("strong")).to_have_text("nagekomen")
    expect(verloop).to_contain_text(datum(vandaag))
    expect(verloop.get_by_role("link")).to_have_text(stuk)
    expect(verloop.locator("q")).to_have_text("Het onderzoek is af.")
    expect(verloop.locator(".kv-uitleg")).to_have_text("Bram")
    _menu(bram, "Toezeggingen", "Toezeggingen")
    expect(beloofd).to_have_count(0)
    _bekijk(bram, "voldaan")
    expect(beloofd).to_contain_text("Voldaan – Aangenomen door Bram")
    _agenda(bram, uiterlijk)
    expect(agenda).to_have_count(0)


def _bekijk(hand: Hand, status: str) -> None:
    """The promises with one status."""
    tab = hand.page.get_by_role("navigation", name="Status").get_by_role("link", name=status, exact=True)
    hand.druk(tab)
    expect(tab).to_have_attribute("aria-current", "page")


def _agenda(hand: Hand, dag: date) -> None:
    """From the menu to the month after this one, in which the day falls."""
    _menu(hand, "Agenda", re.compile("^Agenda "))
    hand.druk(hand.page.get_by_role("link", name=maandnaam(dag), exact=True))
    expect(hand.page.locator("h1")).to_have_text(f"Agenda {maandnaam(dag)}")


LIJN = {
    "toetsen": ("2026Z32301", "verlichting van speelplaatsen", "speelplaatsen"),
    "zonder scripts": ("2026Z32302", "verlichting van parkeerdekken", "parkeerdekken"),
}


def test_a_set_goes_through_the_line(log_in: Binnen, wereld: Wereld, wijze: str) -> None:
    zaak, onderwerp, wat = LIJN[wijze]
    _neem_in(wereld, zaak, onderwerp, "Kent u het bericht «Donker in de stad»?", f"Hoeveel {wat} zijn onverlicht?")
    bram = log_in("bram")
    _open_set(bram, onderwerp)
    _stand(bram, "geregistreerd")
    bram.kies(bram.page.get_by_label("Directie", exact=True), "Directie Slachtofferbeleid en Veiligheid")
    bram.kies(bram.page.get_by_label("Behandelaar", exact=True), "Anna")
    _zet_stap(bram, "Toewijzen", "toegewezen")

    anna = log_in("anna")
    _open_set(anna, onderwerp)
    _zet_stap(anna, "Aanvaarden", "aanvaard")
    _open_vraag(anna, "1")
    _schrijf(anna, "Ja.")
    anna.volgende_vraag()
    expect(anna.page.locator("h1")).to_have_text("Vraag 2")
    _schrijf(anna, f"In 2025 waren 140 {wat} onverlicht.")
    _terug_naar_set(anna, onderwerp)
    ondertekening = anna.page.locator("#ondertekening")
    anna.vul(ondertekening.get_by_label("Ondertekenaar"), ONDERTEKENAAR)
    anna.druk(ondertekening.get_by_role("button", name="Vastleggen"))
    expect(anna.page.locator("#gegevens dd").filter(has_text="Ravensteyn")).to_have_text(ONDERTEKENAAR)
    _zet_stap(anna, "Concept gereedmelden", "concept gereed")

    _open_set(bram, onderwerp)
    _zet_stap(bram, "Akkoord geven", "afgestemd")
    frank = log_in("frank")
    _open_set(frank, onderwerp)
    _zet_stap(frank, "Paraferen", "geparafeerd")
    greta = log_in("greta")
    _open_set(greta, onderwerp)
    _zet_stap(greta, "Vaststellen", "vastgesteld")

    lijn = greta.page.locator("#lijn li")
    expect(lijn.locator("strong")).to_have_text(["afstemming met de coördinator", "directeur"])
    expect(lijn.locator(".kv-badge")).to_have_text(["akkoord", "akkoord"])
    expect(lijn.nth(0)).to_contain_text(re.compile(r"akkoord\s+Bram, "))
    expect(lijn.nth(1)).to_contain_text(re.compile(r"akkoord\s+Frank, "))
    _verloop(
        greta,
        ("geregistreerd", "opdrachtregel"),
        ("toegewezen", "Bram"),
        ("aanvaard", "Anna"),
        ("concept gereed", "Anna"),
        ("afgestemd", "Bram"),
        ("geparafeerd", "Frank"),
        ("vastgesteld", "Greta"),
    )
    _open_set(anna, onderwerp)
    expect(anna.page.get_by_role("link", name="Bekijken vraag 2")).to_be_visible()


def _verloop(hand: Hand, *feiten: tuple[str, str]) -> None:
    """What happened to the set whose page is open, and who did it."""
    regels = hand.page.locator("#verloop li")
    expect(regels.locator("strong")).to_have_text([wat for wat, _ in feiten])
    expect(regels.locator(".kv-uitleg")).to_have_text([wie for _, wie in feiten])


ZENDINGEN = {
    "toetsen": ("2026Z32401", "lekkende dakgoten"),
    "zonder scripts": ("2026Z32402", "kromme lantaarnpalen"),
}


def _stel_vast(wereld: Wereld, sleutel: str) -> None:
    """Answers the one question of a set and approves it; nothing stands in the way of the sending."""
    huis = wereld.huis
    schrijven.bewaar(huis, OPDRACHTREGEL, sleutel, "1", "Ja, dat bericht ken ik.", versie=0)
    bram = next(mens.id for mens in collegas.toewijsbaar(huis, OPDRACHTREGEL)[1] if mens.naam == "Bram")
    toewijzing.wijs_toe(
        huis, OPDRACHTREGEL, sleutel, directie_id=None, behandelaar_id=bram, versie=versie_van(huis, sleutel)
    )
    setblad.zet_ondertekening(
        huis, OPDRACHTREGEL, sleutel, ondertekenaar=ONDERTEKENAAR, mede_namens="", versie=versie_van(huis, sleutel)
    )
    pass_gate(huis, sleutel, Feitsoort.VERZONDEN)
    for stap in (Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD):
        route.zet_stap(huis, OPDRACHTREGEL, sleutel, stap, versie=versie_van(huis, sleutel))


def test_the_papers_go_to_the_kamer(log_in: Binnen, wereld: Wereld, wijze: str) -> None:
    zaak, onderwerp = ZENDINGEN[wijze]
    _stel_vast(wereld, _neem_in(wereld, zaak, onderwerp, f"Kent u het bericht over {onderwerp}?"))
    vandaag = wereld.huis.vandaag()
    chris = log_in("chris")
    page = chris.page
    _open_set(chris, onderwerp)
    _stand(chris, "vastgesteld")
    _papieren(chris)
    with page.expect_download(timeout=90_000) as ophalen:
        chris.druk(page.get_by_role("link", name="Alles voor de Kamer (.zip)"))
    assert ophalen.value.suggested_filename == f"zending-{zaak}.zip"
    with zipfile.ZipFile(Path(ophalen.value.path())) as pakket:
        brief = Document(io.BytesIO(pakket.read("brief.docx")))
    assert "Ja, dat bericht ken ik." in [alinea.text for alinea in brief.paragraphs]
    expect(page.get_by_text("Zodra de Kamer de antwoorden heeft")).to_be_visible()

    _terug_naar_set(chris, onderwerp, link=zaak)
    _zet_stap(chris, "Verzonden aan de Kamer", "verzonden")
    _papieren(chris)
    chris.zet_dag(page.get_by_label("Ontvangen door de Kamer op"), vandaag)
    chris.druk(page.locator("#zending").get_by_role("button", name="Vastleggen"))
    _stand(chris, "ontvangen")
    ontvangen = page.locator("#gegevens dl > div", has=page.get_by_text("Ontvangen", exact=True))
    expect(ontvangen.locator("dd")).to_have_text(datum(vandaag))
    _verloop(
        chris,
        ("geregistreerd", "opdrachtregel"),
        ("toegewezen", "opdrachtregel"),
        ("concept gereed", "opdrachtregel"),
        ("vastgesteld", "opdrachtregel"),
        ("verzonden", "Chris"),
        ("ontvangen", "Chris"),
    )
    expect(page.locator("#verloop li").last).to_contain_text(f"{datum(vandaag)} – bevestigd door de Kamer")
    _papieren(chris)
    expect(page.get_by_role("link", name="Om te delen (.zip)")).to_be_visible()


def _papieren(hand: Hand) -> None:
    """From a set to its papers."""
    hand.druk(hand.page.get_by_role("link", name="Papieren", exact=True))
    expect(hand.page.locator("h1")).to_have_text("Papieren")
