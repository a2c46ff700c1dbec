"""Every page of the app in every state worth looking at, with who sees it and how to get there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from playwright.sync_api import Page, expect

from kamervragen.antwoorden import schrijven
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import writing
from kamervragen.demo import WACHTWOORD
from kamervragen.domain.papier import Papier
from kamervragen.hergebruik import eerder
from kamervragen.lijn import bijdragen, rectificaties
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.mensen import accounts
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.papieren import maken, terugkeer, terugkeerbeeld
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.browser.conftest import Wereld
from tests.documents.bewerken import Bewerking

LEZERS = ("anna", "bram", "chris", "frank", "eva")
INNEMERS = ("bram", "chris", "eva")
VOORBEELD = "2026Z08844"
LEEG = "2026Z19874"  # Anna's, nothing written yet
HALF = "2026Z19743"  # Anna's, two questions left
GEREED = "2026Z19655"  # waits for Frank
VASTGESTELD = "2026Z19502"  # waits for Chris
NIEUW = "2026Z20001"  # waits for Bram
INGETROKKEN = "2026Z19566"
CONFLICT = "2026Z19118"  # question 1 is the conflict, 2 the journey with JavaScript, 3 has taken text
_GEGEVENS = "/vragensets/{sleutel:str}/gegevens"
_VRAAG = "/vragensets/{sleutel:str}/vragen/{label:str}"


@dataclass(frozen=True)
class Blad:
    """A page: the route it proves, who sees it, its heading, and the steps that lead to it."""

    route: str
    lezers: tuple[str | None, ...]
    h1: str
    open: Callable[[Page, Wereld], None]
    statussen: frozenset[int] = frozenset()


def _naar(pad: str) -> Callable[[Page, Wereld], None]:
    """An address; `{2026Z08844}` in it becomes the key of that set."""

    def open_(page: Page, wereld: Wereld) -> None:
        voor, _, rest = pad.partition("{")
        zaaknummer, _, na = rest.partition("}")
        page.goto(voor + wereld.sleutel(zaaknummer) + na if zaaknummer else pad)

    return open_


def _inloggen_met_fout(page: Page, _wereld: Wereld) -> None:
    page.goto("/inloggen")
    page.get_by_label("Inlognaam").fill("anna")
    page.get_by_label("Wachtwoord").fill("niet het wachtwoord")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _met_hulp(page: Page, wereld: Wereld) -> None:
    """The desk with its dialog open."""
    page.goto(f"/vragensets/{wereld.sleutel(LEEG)}/vragen/3")
    page.get_by_role("button", name="Hulp bij opmaak").click()
    expect(page.get_by_role("dialog", name="Hulp bij opmaak")).to_be_visible()


def _met_bronhulp(page: Page, wereld: Wereld) -> None:
    """The desk with the dialog of notes and sources, something found in it."""
    page.goto(f"/vragensets/{wereld.sleutel(LEEG)}/vragen/3")
    page.get_by_role("button", name="Noot of bron").click()
    page.get_by_label("Woorden of een nummer van de Kamer").fill("kst-29279-771")
    expect(page.locator("#bronnen")).to_contain_text("Kamerstuk 29 279, nr. 771")


def _zojuist_gedaan(page: Page, _wereld: Wereld) -> None:
    """The page after an act that can be undone, with the way back on it."""
    page.goto("/wetten")
    page.get_by_label("Officiële titel").fill("Wet op de wegwerpregels")
    page.get_by_label("Bron").fill("Stb. 2026, 1")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("row", name="Wet op de wegwerpregels").get_by_role("button").click()
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_visible()


def _woorden_bekeken(page: Page, _wereld: Wereld) -> None:
    """What words would do, before they are kept."""
    page.goto("/woordenlijsten")
    page.get_by_label("Woorden", exact=True).fill("fietspad verbreden")
    page.get_by_role("button", name="Bekijken wat dit doet").click()
    expect(page.get_by_role("button", name="Vastleggen")).to_be_visible()


def _bord_met_keuze(page: Page, _wereld: Wereld) -> None:
    page.goto("/vragensets")
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_role("button", name="Toewijzen")).to_be_visible()


def _conflict(page: Page, wereld: Wereld) -> None:
    """As a browser without scripts meets it: the form was opened before a colleague saved."""
    sleutel = wereld.sleutel(CONFLICT)
    if not _geschreven(wereld, sleutel, "1"):
        schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "1", "De tekst van een collega.", versie=0)
    page.goto(f"/vragensets/{sleutel}/vragen/1")
    page.evaluate("document.querySelector('#antwoord [name=versie]').value = 0")
    page.locator("#tekst").fill("De tekst van wie te laat was.")
    with page.expect_navigation():
        page.evaluate("document.querySelector('#antwoord form').submit()")  # past htmx


def _geschreven(wereld: Wereld, sleutel: str, label: str) -> bool:
    blokken = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).blokken
    return any(vraag.label == label for blok in blokken for vraag in blok.vragen)


def _bron(wereld: Wereld, sleutel: str) -> int:
    """The answer that stands first beside question 3."""
    return zie(eerder.zoek_bij_vraag, wereld.huis, OPDRACHTREGEL, sleutel, "3")[0].treffer.eenheid.antwoord_id


def _overgenomen(page: Page, wereld: Wereld) -> None:
    """The desk of an answer that took an earlier one over."""
    sleutel = wereld.sleutel(CONFLICT)
    if not _geschreven(wereld, sleutel, "3"):
        schrijven.neem_over(wereld.huis, OPDRACHTREGEL, sleutel, "3", _bron(wereld, sleutel), versie=0)
    page.goto(f"/vragensets/{sleutel}/vragen/3")


def _gebruik(page: Page, wereld: Wereld) -> None:
    page.goto(f"/antwoorden/{_bron(wereld, wereld.sleutel(CONFLICT))}/gebruik")


PAPIER = """Antwoord van minister Van Dam (Defensie) (ontvangen 8 juni 2026)

Vraag 1
Waarom rijden er geen blauwe bussen meer? 1)

Antwoord op vraag 1
Omdat zij groen zijn. Zie het antwoord op vraag 9 en AH 612.

Vraag 2
Hoeveel bussen zijn er?
"""


def _stapel(page: Page, _wereld: Wereld) -> None:
    """Three papers on the pile, laid there once in a world: one with doubts, one without, one refused."""
    page.goto("/inname")
    if page.get_by_role("row", name="leeg.txt").count() == 0:
        stukken = {
            "bussen.txt": PAPIER.encode(),
            "goed.txt": b"2026Z07777\n\n1. Kent u dit bericht?\n",
            "leeg.txt": b"\n",
        }
        page.get_by_label("Bestanden").set_input_files(
            [{"name": naam, "mimeType": "text/plain", "buffer": data} for naam, data in stukken.items()]
        )
        page.get_by_role("button", name="Neerleggen").click()
    expect(page.get_by_role("row", name="leeg.txt")).to_contain_text("geweigerd")
    expect(page.locator("progress")).to_have_count(0)


def _stuk(page: Page, wereld: Wereld) -> None:
    _stapel(page, wereld)
    page.get_by_role("link", name="Bekijken bussen.txt").click()


def _stuk_met_fout(page: Page, wereld: Wereld) -> None:
    _stuk(page, wereld)
    page.get_by_label("Zaaknummer").fill("2026-1")
    page.get_by_role("button", name="Opnemen", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("is geen zaaknummer")


def _eigen_lijst(page: Page, _wereld: Wereld) -> None:
    """A list of one new row and one that is refused, tried."""
    page.goto("/lijstinname")
    page.get_by_label("toezeggingen").check()
    rijen = "Toezegging;Datum;Bron;Deadline\nIk stuur een brief.;1-5-2026;debat;1-9-2026\nIk kijk ernaar.;1-5-2026;;\n"
    page.get_by_label("Bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": rijen.encode()}
    )
    page.get_by_role("button", name="Neerleggen").click()
    expect(page.get_by_role("row", name="3 geweigerd")).to_contain_text("Vindplaats ontbreekt")


def _getypt_met_fout(page: Page, _wereld: Wereld) -> None:
    page.goto("/inname/getypt")
    page.get_by_label("Vragen", exact=True).fill("Geen vraag.")
    page.get_by_role("button", name="Lezen").click()
    expect(page.get_by_role("alert")).to_contain_text("is geen vraag herkend")


def _gegevens_met_fout(page: Page, wereld: Wereld) -> None:
    page.goto(f"/vragensets/{wereld.sleutel(INGETROKKEN)}/gegevens")
    page.get_by_label("Zaaknummer").fill("2026-1")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("is geen zaaknummer")


def _tweestaps(page: Page, _wereld: Wereld) -> None:
    page.goto("/account")
    page.get_by_role("button", name="Instellen").click()
    expect(page.get_by_role("img", name="QR-code")).to_be_visible()


def _hugo(wereld: Wereld) -> int:
    """Hugo, whom nobody plays in a browser, with an invitation that is open."""
    regels, _ = accounts.lijst(wereld.huis, OPDRACHTREGEL)
    id = next(regel.rij.id or 0 for regel in regels if regel.rij.inlognaam == "hugo")
    if not accounts.beeld(wereld.huis, OPDRACHTREGEL, id).uitnodiging:
        accounts.nodig_uit(wereld.huis, OPDRACHTREGEL, id)
    return id


def _uitgenodigd(page: Page, wereld: Wereld) -> None:
    page.goto(f"/accounts/{_hugo(wereld)}")


def _vertrekt(page: Page, wereld: Wereld) -> None:
    """What leaving would change, before it is done."""
    page.goto(f"/accounts/{_hugo(wereld)}")
    page.get_by_label("Laatste dag zoals het nu is").fill((wereld.huis.vandaag() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Bekijken wat er verandert").click()
    expect(page.get_by_role("button", name="Vastleggen")).to_be_visible()


def _uitnodiging(page: Page, wereld: Wereld) -> None:
    link = accounts.beeld(wereld.huis, OPDRACHTREGEL, _hugo(wereld)).uitnodiging
    page.goto(link.removeprefix(wereld.huis.settings.basis))


def _code(page: Page, wereld: Wereld) -> None:
    """As Iris meets it when her second step is on; it is off again afterwards, for the other pages."""
    iris = next(r.rij.id for r in accounts.lijst(wereld.huis, OPDRACHTREGEL)[0] if r.rij.inlognaam == "iris")
    with writing(wereld.huis.engine) as sessie:
        sessie.get_one(GebruikerRij, iris).totp = wereld.huis.kluis.seal("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page.goto("/inloggen")
    page.get_by_label("Inlognaam").fill("iris")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_label("Code")).to_be_visible()
    with writing(wereld.huis.engine) as sessie:
        sessie.get_one(GebruikerRij, iris).totp = None


def _mens(wereld: Wereld, inlognaam: str) -> int:
    return next(r.rij.id or 0 for r in accounts.lijst(wereld.huis, OPDRACHTREGEL)[0] if r.rij.inlognaam == inlognaam)


def _verzoeken(wereld: Wereld) -> tuple[bijdragen.Verzoekbeeld, ...]:
    """Of the half set, one of Frank and one of another ministry: both open, the ministry's first."""
    sleutel = wereld.sleutel(HALF)
    if not zie(bijdragen.van_set, wereld.huis, OPDRACHTREGEL, sleutel):
        for aan in (Gevraagde(gebruiker_id=_mens(wereld, "frank")), Gevraagde(naam="Ministerie van Defensie")):
            bijdragen.vraag(
                wereld.huis,
                OPDRACHTREGEL,
                sleutel,
                aan,
                labels=["1", "2"],
                gevraagd="Graag de cijfers over dit jaar.",
                uiterlijk=wereld.huis.vandaag(),
                met_concept=True,
                versie=zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).rij.versie,
            )
    return zie(bijdragen.van_set, wereld.huis, OPDRACHTREGEL, sleutel)


def _bijdrage(page: Page, wereld: Wereld) -> None:
    page.goto(f"/bijdragen/{_verzoeken(wereld)[1].rij.id}")


def _stijl_met_dialoog(page: Page, _wereld: Wereld) -> None:
    page.goto("/stijl")
    page.get_by_role("button", name="Dialoog openen").click()
    expect(page.get_by_role("dialog", name="Een dialoog")).to_be_visible()


def _karwei(page: Page, wereld: Wereld) -> None:
    """Documents of a set that can be made and one that cannot, asked on the board and followed to the end."""
    page.goto("/vragensets")
    for zaaknummer in (VASTGESTELD, NIEUW):
        page.locator("tr", has_text=zaaknummer).get_by_role("checkbox").check()
    page.get_by_role("button", name="Maken").click()
    expect(page.get_by_role("link", name="Ophalen: antwoord-")).to_be_visible(timeout=20_000)


def _agenda_met_bijdrage(page: Page, wereld: Wereld) -> None:
    """The month in which a contribution is asked for."""
    _verzoeken(wereld)
    page.goto("/agenda")
    expect(page.get_by_text("Graag de cijfers over dit jaar.").first).to_be_visible()


def _gastbijdrage(page: Page, wereld: Wereld) -> None:
    page.goto(_verzoeken(wereld)[0].link.removeprefix(wereld.huis.settings.basis))


def _gastbijdrage_met_fout(page: Page, wereld: Wereld) -> None:
    _gastbijdrage(page, wereld)
    page.get_by_label("Uw naam").first.fill("J. Ander, Defensie")
    page.get_by_role("button", name="Bijdrage leveren").click()
    expect(page.get_by_role("alert")).to_contain_text("nog niets geschreven")


def _set_met_bijdragen(page: Page, wereld: Wereld) -> None:
    _verzoeken(wereld)
    page.goto(f"/vragensets/{wereld.sleutel(HALF)}")


def _teruggekomen(wereld: Wereld) -> tuple[str, int]:
    """A concept of the answers that wait for approval, edited in Word: brought back once in a world."""
    sleutel = wereld.sleutel(HALF)
    al = zie(terugkeer.van_set, wereld.huis, OPDRACHTREGEL, sleutel)
    if not al:
        concept = Bewerking(maken.maak(wereld.huis, OPDRACHTREGEL, sleutel, Papier.CONCEPT).data, "M. Collega")
        alineas = [p for p in concept.alineas("Antwoordtekst") if len(p.split()) > 8][:2]
        for alinea in alineas:
            woorden = alinea.split()
            concept.vervang(" ".join(woorden[3:5]), "anders dan")
            concept.verwijder(" ".join(woorden[-3:-1]))
        concept.opmerking(" ".join(alineas[0].split()[:3]), "Klopt dit nog?")
        terugkeer.neem_terug(wereld.huis, OPDRACHTREGEL, sleutel, concept.klaar(), "concept.docx")
        al = zie(terugkeer.van_set, wereld.huis, OPDRACHTREGEL, sleutel)
    return sleutel, al[0][0].id or 0


def _terug(page: Page, wereld: Wereld) -> None:
    sleutel, id = _teruggekomen(wereld)
    page.goto(f"/vragensets/{sleutel}/terugkeer/{id}")


def _botsing(page: Page, wereld: Wereld) -> None:
    """The first change, at a place that was written in meanwhile."""
    sleutel, id = _teruggekomen(wereld)
    beeld = terugkeerbeeld.beeld(wereld.huis, OPDRACHTREGEL, sleutel, id).voorstellen[0][1][0]
    voorstel, woord = beeld.rij, next(v.tekst.strip() for v in beeld.verschil if v.soort == "weg")
    label = voorstel.plaats.removeprefix("antwoord-")
    antwoord = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).vragenset.antwoord_op(label)
    assert antwoord is not None
    if "intussen" not in antwoord.tekst:
        versie = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, label)[0].versie
        voor, _, na = antwoord.tekst.partition(f" {woord} ")
        schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, label, f"{voor} intussen {na}", versie=versie)
    page.goto(f"/vragensets/{sleutel}/terugkeer/{id}")
    page.locator(f"#v-{voorstel.id}").get_by_role("button", name="Overnemen").click()


def _rectificatie(page: Page, wereld: Wereld) -> None:
    """Of the answer to question 2 of the example, begun once in a world."""
    sleutel = wereld.sleutel(VOORBEELD)
    if not zie(rectificaties.van_set, wereld.huis, OPDRACHTREGEL, sleutel):
        beeld = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel)
        rectificaties.meld(
            wereld.huis,
            OPDRACHTREGEL,
            sleutel,
            "2",
            reden="Eén brief is dubbel geteld.",
            versie=beeld.rij.versie,
            passage="In februari van dit jaar schreven elf burgemeesters mij gezamenlijk.",
            juist="In februari van dit jaar schreven tien burgemeesters mij gezamenlijk.",
        )
    page.goto(f"/rectificaties/{zie(rectificaties.van_set, wereld.huis, OPDRACHTREGEL, sleutel)[0][0].id}")


def _werkoverdracht(page: Page, wereld: Wereld) -> None:
    page.goto(f"/werkoverdracht?van={_mens(wereld, 'anna')}")


BLADEN: dict[str, Blad] = {
    "inloggen": Blad("/inloggen", (None,), "Inloggen", _naar("/inloggen")),
    "inloggen met fout": Blad("/inloggen", (None,), "Inloggen", _inloggen_met_fout, frozenset({403})),
    "begin": Blad("/", LEZERS, "Mijn werk", _naar("/")),
    "mijn werk": Blad("/werk", LEZERS, "Mijn werk", _naar("/werk")),
    "niets te doen": Blad("/werk", ("iris",), "Mijn werk", _naar("/werk")),
    "lijst": Blad("/vragensets", LEZERS, "Sets Kamervragen", _naar("/vragensets")),
    "lijst met alles": Blad("/vragensets", ("anna",), "Sets Kamervragen", _naar("/vragensets?toon=alle")),
    "lege lijst": Blad("/vragensets", ("anna",), "Sets Kamervragen", _naar("/vragensets?zoek=xylofoon")),
    "set": Blad("/vragensets/{sleutel:str}", LEZERS, "de oproep van burgemeesters", _naar("/vragensets/{2026Z08844}")),
    "nieuwe set": Blad(
        "/vragensets/{sleutel:str}", LEZERS, "toegang tot het rijbewijzenregister", _naar("/vragensets/{2026Z20001}")
    ),
    "set die gereed is": Blad(
        "/vragensets/{sleutel:str}", LEZERS, "de naleving van de aannamenorm", _naar("/vragensets/{2026Z19655}")
    ),
    "set die vaststaat": Blad(
        "/vragensets/{sleutel:str}", LEZERS, "het bijplaatsen van bedden", _naar("/vragensets/{2026Z19502}")
    ),
    "ingetrokken set": Blad(
        "/vragensets/{sleutel:str}", ("anna",), "het mogelijk samenvoegen", _naar("/vragensets/{2026Z19566}")
    ),
    "bureau": Blad(_VRAAG, LEZERS, "Vraag 2", _naar("/vragensets/{2026Z19874}/vragen/2")),
    "bureau met tekst": Blad(_VRAAG, LEZERS, "Vraag 1", _naar("/vragensets/{2026Z19743}/vragen/1")),
    "bureau met belofte": Blad(_VRAAG, LEZERS, "Vraag 5", _naar("/vragensets/{2026Z19655}/vragen/5")),
    "bureau met motie": Blad(_VRAAG, LEZERS, "Vraag 6", _naar("/vragensets/{2026Z08844}/vragen/6")),
    "bureau met hulp": Blad(_VRAAG, ("anna",), "Vraag 3", _met_hulp),
    "conflict": Blad(_VRAAG, ("anna",), "Een collega was eerder", _conflict, frozenset({409})),
    "eerste ronde": Blad(
        "/vragensets/{sleutel:str}/eerste-ronde", LEZERS, "Eerste ronde", _naar("/vragensets/{2026Z20001}/eerste-ronde")
    ),
    "bureau met overgenomen tekst": Blad(_VRAAG, ("anna", "chris"), "Vraag 3", _overgenomen),
    "gebruik": Blad("/antwoorden/{antwoord_id:int}/gebruik", LEZERS, "Waar is dit antwoord gebruikt?", _gebruik),
    "zoeken": Blad("/zoeken", LEZERS, "Zoeken", _naar("/zoeken")),
    "gevonden": Blad("/zoeken", LEZERS, "Zoeken", _naar("/zoeken?vraag=zwaar+vuurwerk+in+woonwijken")),
    "hele vraag": Blad(
        "/zoeken",
        ("anna",),
        "Zoeken",
        _naar("/zoeken?vraag=Hoeveel+inspecteurs+controleren+de+opslag+van+zwaar+vuurwerk"),
    ),
    "verfijnd": Blad("/zoeken", ("anna",), "Zoeken", _naar("/zoeken?vraag=vuurwerk&soort=toezegging&volgorde=datum")),
    "niets gevonden": Blad("/zoeken", ("anna",), "Zoeken", _naar("/zoeken?vraag=xylofoonbouwer")),
    "nummer": Blad("/nummers/{nummer:str}", LEZERS, "2026Z08844", _naar("/nummers/2026Z08844")),
    "passages": Blad("/passages", LEZERS, "Standaardpassages", _naar("/passages")),
    "passage": Blad("/passages/{passage_id:int}", LEZERS, "Bevoegdheden van boa's", _naar("/passages/2")),
    "nieuwe passage": Blad("/passages/nieuw", ("anna", "bram"), "Nieuwe passage", _naar("/passages/nieuw")),
    "toezeggingen": Blad("/toezeggingen", LEZERS, "Toezeggingen", _naar("/toezeggingen")),
    "te beoordelen": Blad("/toezeggingen", LEZERS, "Toezeggingen", _naar("/toezeggingen?status=voorgesteld")),
    "geen toezeggingen": Blad("/toezeggingen", ("anna",), "Toezeggingen", _naar("/toezeggingen?status=afgewezen")),
    "moties": Blad("/moties", LEZERS, "Moties", _naar("/moties")),
    "motie": Blad("/moties/{motie_id:int}", ("anna", "frank"), "Motie", _naar("/moties/1")),
    "werklijst": Blad("/werklijst", LEZERS, "Werklijst", _naar("/werklijst")),
    "verantwoording": Blad("/verantwoording", ("bram", "frank"), "Verantwoording", _naar("/verantwoording")),
    "cijfers": Blad("/cijfers", LEZERS, "Cijfers", _naar("/cijfers")),
    "agenda": Blad("/agenda", LEZERS, "Agenda", _naar("/agenda")),
    "agenda van juli": Blad("/agenda", ("bram",), "Agenda juli 2026", _naar("/agenda?maand=2026-07")),
    "vrijdaglijst": Blad("/agenda/vrijdag", ("bram", "frank"), "Vrijdaglijst", _naar("/agenda/vrijdag")),
    "vandaag": Blad("/vandaag", LEZERS, "Vandaag", _naar("/vandaag")),
    "bewindspersonen": Blad("/bewindspersonen", LEZERS, "Bewindspersonen", _naar("/bewindspersonen")),
    "wisseling": Blad(
        "/bewindspersonen/wisseling", ("bram", "eva"), "Wisseling van kabinet", _naar("/bewindspersonen/wisseling")
    ),
    "lijst innemen": Blad("/lijstinname", ("bram", "eva"), "Een eigen lijst innemen", _naar("/lijstinname")),
    "lijst bekijken": Blad("/lijstinname/{lijst_id:int}", ("bram",), "oezeggingen uit lijst.csv", _eigen_lijst),
    "motie toevoegen": Blad("/moties/nieuw", ("anna", "bram"), "Motie toevoegen", _naar("/moties/nieuw")),
    "recessen": Blad("/recessen", ("anna", "bram", "eva"), "Recessen van de Tweede Kamer", _naar("/recessen")),
    "toezegging": Blad("/toezeggingen/{toezegging_id:int}", LEZERS, "Toezegging", _naar("/toezeggingen/1")),
    "toezegging toevoegen": Blad(
        "/toezeggingen/nieuw", ("anna", "bram"), "Toezegging toevoegen", _naar("/toezeggingen/nieuw")
    ),
    "inname": Blad("/inname", INNEMERS, "Documenten innemen", _naar("/inname")),
    "stapel": Blad("/inname", ("bram",), "Documenten innemen", _stapel),
    "stuk": Blad("/inname/{inname_id:int}", ("bram",), "bussen.txt", _stuk),
    "stuk met fout": Blad("/inname/{inname_id:int}", ("bram",), "bussen.txt", _stuk_met_fout, frozenset({422})),
    "typen": Blad("/inname/getypt", INNEMERS, "Vragen typen of plakken", _naar("/inname/getypt")),
    "typen met fout": Blad("/inname/getypt", ("bram",), "Vragen typen", _getypt_met_fout, frozenset({422})),
    "gegevens": Blad(_GEGEVENS, INNEMERS, "Gegevens herstellen", _naar("/vragensets/{2026Z19566}/gegevens")),
    "gegevens met fout": Blad(_GEGEVENS, ("bram",), "Gegevens herstellen", _gegevens_met_fout, frozenset({422})),
    "controle": Blad(
        "/vragensets/{sleutel:str}/controle",
        LEZERS,
        "Controle voor verzending",
        _naar("/vragensets/{2026Z19655}/controle"),
    ),
    "controle die passeerde": Blad(
        "/vragensets/{sleutel:str}/controle",
        ("frank",),
        "Controle voor verzending",
        _naar("/vragensets/{2026Z19502}/controle"),
    ),
    "versies": Blad(
        f"{_VRAAG}/versies",
        ("anna", "frank"),
        "Versies van het antwoord",
        _naar("/vragensets/{2026Z19655}/vragen/5/versies"),
    ),
    "geschiedenis": Blad(
        "/vragensets/{sleutel:str}/geschiedenis",
        LEZERS,
        "Geschiedenis van",
        _naar("/vragensets/{2026Z19655}/geschiedenis"),
    ),
    "audit": Blad("/audit", ("iris",), "Auditspoor", _naar("/audit?resultaat=gelukt")),
    "audit leeg": Blad("/audit", ("iris",), "Auditspoor", _naar("/audit?object=KV-999999")),
    "rechten": Blad("/rechten", ("iris",), "Wie mag wat", _naar("/rechten")),
    "wetten": Blad("/wetten", ("bram",), "Namen van wetten", _naar("/wetten")),
    "woordenlijsten": Blad("/woordenlijsten", ("bram",), "Woordenlijsten", _naar("/woordenlijsten")),
    "woorden bekeken": Blad("", ("bram",), "“fietspad verbreden”: harde belofte", _woorden_bekeken),
    "parafenlijnen": Blad("/parafenlijnen", ("bram",), "Parafenlijnen", _naar("/parafenlijnen")),
    "te doen": Blad(
        "/vragensets/{sleutel:str}/te-doen",
        ("bram", "frank"),
        "",
        _naar("/vragensets/{2026Z19655}/te-doen"),
    ),
    "mijn account": Blad("/account", ("anna",), "Mijn account", _naar("/account")),
    "tweede stap instellen": Blad("/account", ("anna",), "Mijn account", _tweestaps),
    "mijn berichten": Blad("/berichten", ("anna", "chris"), "Mijn berichten", _naar("/berichten")),
    "accounts": Blad("/accounts", ("eva",), "Accounts", _naar("/accounts")),
    "account": Blad("/accounts/{gebruiker_id:int}", ("eva",), "Hugo", _uitgenodigd),
    "loopbaan": Blad("", ("eva",), "Hugo vertrekt", _vertrekt),
    "wachtwoord kiezen": Blad("", (None,), "Wachtwoord kiezen", _uitnodiging),
    "code": Blad("", (None,), "Tweede stap", _code),
    "bijdrage": Blad("/bijdragen/{verzoek_id:int}", ("frank",), "Uw bijdrage", _bijdrage),
    "bijdrage van een gast": Blad("", (None,), "Uw bijdrage", _gastbijdrage),
    "bijdrage met fout": Blad("", (None,), "Uw bijdrage", _gastbijdrage_met_fout, frozenset({422})),
    "set met bijdragen": Blad("/vragensets/{sleutel:str}", ("anna", "frank"), "", _set_met_bijdragen),
    "rectificatie": Blad("/rectificaties/{rectificatie_id:int}", ("anna", "frank"), "Rectificatie", _rectificatie),
    "agenda met bijdrage": Blad("/agenda", ("frank",), "Agenda", _agenda_met_bijdrage),
    "stijl": Blad("/stijl", ("anna",), "Stijl", _naar("/stijl")),
    "stijl met dialoog": Blad("/stijl", ("anna",), "Stijl", _stijl_met_dialoog),
    "toegankelijkheid": Blad("/toegankelijkheid", (None, "anna"), "Toegankelijkheid", _naar("/toegankelijkheid")),
    "beheer": Blad("/beheer", ("bram", "eva"), "Beheer", _naar("/beheer")),
    "toestand": Blad("/toestand", ("eva",), "Toestand", _naar("/toestand")),
    "leden": Blad("/leden", ("bram", "eva"), "Leden en fracties", _naar("/leden")),
    "directie": Blad("/directies/{directie_id:int}", ("eva",), "", _naar("/directies/1?opvolger=2")),
    "lang werk": Blad("/karweien", ("anna",), "Lang werk", _naar("/karweien")),
    "lang werk dat af is": Blad("/karweien/{karwei_id:int}", ("bram",), "Documenten van vele sets", _karwei),
    "kwaliteit": Blad("/kwaliteit", ("bram", "chris", "eva"), "Kwaliteit van de gegevens", _naar("/kwaliteit")),
    "bron opzoeken": Blad(
        f"{_VRAAG}/bronnen",
        ("anna", "frank"),
        "Bron opzoeken",
        _naar("/vragensets/{2026Z19655}/vragen/5/bronnen?bron=brandweer"),
    ),
    "hulp bij noten": Blad("", ("anna",), "Vraag 3", _met_bronhulp),
    "versies naast elkaar": Blad(
        f"{_VRAAG}/versies",
        ("anna",),
        "Versies van het antwoord",
        _naar("/vragensets/{2026Z19655}/vragen/5/versies?wijze=naast"),
    ),
    "zojuist gedaan": Blad("", ("bram",), "Namen van wetten", _zojuist_gedaan),
    "bord met keuze": Blad("/vragensets", ("bram",), "Sets Kamervragen", _bord_met_keuze),
    "bord van een maand": Blad(
        "/vragensets",
        ("frank",),
        "Sets Kamervragen",
        _naar("/vragensets?toon=alle&periode=2026-11&cijfers=ja&duur=zes"),
    ),
    "cijfers van een jaar": Blad("/cijfers", ("frank",), "Cijfers", _naar("/cijfers?periode=2025")),
    "geen cijfers": Blad("/cijfers", ("frank",), "Cijfers", _naar("/cijfers?periode=1999")),
    "papieren": Blad(
        "/vragensets/{sleutel:str}/papieren",
        ("anna", "bram", "chris"),
        "Papieren",
        _naar("/vragensets/{2026Z08844}/papieren"),
    ),
    "papieren om in te werken": Blad(
        "/vragensets/{sleutel:str}/papieren", ("anna",), "Papieren", _naar("/vragensets/{2026Z19743}/papieren")
    ),
    "teruggekomen uit Word": Blad(
        "/vragensets/{sleutel:str}/terugkeer/{terugkeer_id:int}", ("anna", "frank"), "Teruggekomen uit Word", _terug
    ),
    "botsing": Blad("", ("anna",), "Twee wijzigingen op één plek", _botsing, frozenset({409})),
    "sjablonen": Blad("/sjablonen", ("bram", "eva"), "Sjablonen", _naar("/sjablonen")),
    "werk overdragen": Blad("/werkoverdracht", ("bram",), "Werk van een collega overdragen", _werkoverdracht),
    "geen recht": Blad("/inname", ("anna",), "Dat lukte niet", _naar("/inname"), frozenset({403})),
    "niet gevonden": Blad(
        "/vragensets/{sleutel:str}", ("anna",), "Dat lukte niet", _naar("/vragensets/KV-999999"), frozenset({404})
    ),
    "geen pagina": Blad("", ("anna", None), "Dat lukte niet", _naar("/bestaat-niet"), frozenset({404})),
}
# No pages: documents, and the part of the pile that the page of the pile itself shows.
GEEN_BLAD = {
    "/gezond",
    "/klaar",
    "/metrics",
    "/robots.txt",
    "/.well-known/security.txt",
    "/taal/{taal:str}",
    "/karweien/{karwei_id:int}/voortgang",
    "/karweien/{karwei_id:int}/resultaat",
    "/vragensets/{sleutel:str}/zending.zip",
    "/vragensets/{sleutel:str}/gevonden",
    "/gedaan",
    "/lijstinname/{lijst_id:int}/{uitval:str}",
    "/vragensets/{sleutel:str}/antwoord.docx",
    "/inname/lijst",
    "/lijsten/{bestand:str}",
    "/verantwoording/{stuk:str}",
    "/vragensets/{sleutel:str}/uitstel.docx",
    "/vragensets/{sleutel:str}/papieren/{papier:str}",
    "/vragensets/{sleutel:str}/bijlagen/{document_id:int}/bestand",
    "/vragensets/{sleutel:str}/archief.zip",
    "/vragensets/{sleutel:str}/openbaar.zip",
    "/vragensets/{sleutel:str}/overdrachten/{overdracht_id:int}/bericht.docx",
    "/vragensets/{sleutel:str}/toewijsvoorstel",
    "/bijdragen/{verzoek_id:int}/formulier.docx",
    "/rectificaties/{rectificatie_id:int}/brieven/{antwoord_id:int}/brief.docx",
}


def bezoek(page: Page, wereld: Wereld, naam: str) -> None:
    """Opens a page and makes sure it is the one that was meant."""
    BLADEN[naam].open(page, wereld)
    expect(page.locator("h1")).to_contain_text(BLADEN[naam].h1)
