"""Words for codes and labels for enums. `N_` only marks a text for the catalogue."""

from __future__ import annotations

from enum import StrEnum

from kamervragen.catalogue import gettext, plaats
from kamervragen.catalogue.labels import LABELS, N_, OORDELEN

ZINNEN: dict[str, str] = {
    # terms
    "ingezonden_onbekend": N_("de datum van inzending is niet bekend, daarom is er geen laatste dag"),
    "dagen_na_ingezonden": N_("%(dagen)s dagen na ingezonden %(ingezonden)s is %(laatste_dag)s"),
    "uitstel_gemeld": N_("uitstel gemeld op %(ontvangen)s, daarom zes weken in plaats van drie"),
    "valt_in_reces": N_("de laatste dag valt in het %(reces)s (%(begin)s tot en met %(einde)s); de termijn loopt door"),
    "geen_termijn": N_("geen regel noemt een laatste dag (%(bron)s)"),
    "opgeschort_in_reces": N_("opgeschort in reces, %(dagen)s dagen: tot en met %(laatste_dag)s"),
    "naar_werkdag": N_("geen werkdag, daarom %(laatste_dag)s"),
    "voor_debat": N_("het debat is op %(debat)s, daarom uiterlijk %(laatste_dag)s"),
    "werkdagen_ervoor": N_("%(werkdagen)s werkdagen voor %(laatste_dag)s"),
    "werkdagen_ervoor_een": N_("1 werkdag voor %(laatste_dag)s"),
    "afgedaan_op": N_("afgedaan op %(afgedaan)s"),
    # windows
    "eigen_dag": N_("%(dag)s is zelf gekozen, in plaats van wat de zin zegt"),
    "vanaf_het_document": N_("vanaf de datum van het document, %(datum)s"),
    "niet_voor_het_document": N_("niet eerder dan de datum van het document, %(datum)s"),
    "dag_voor_reces": N_("tot en met %(einde)s, de dag voor het %(reces)s dat op %(begin)s begint"),
    "dag_voor_reces_geschat": N_(
        "tot en met %(einde)s: het %(reces)s staat nog niet in de tabel en begint naar patroon op %(begin)s"
    ),
    "dag_voor_kerst": N_("tot en met %(einde)s, de dag voor kerst"),
    "einde_reces": N_("tot en met %(einde)s, de laatste dag van het %(reces)s"),
    "na_de_zomer": N_("september en oktober %(jaar)s"),
    "seizoen": N_("%(seizoen)s %(jaar)s"),
    "deel_van_jaar": N_("%(deel)s %(jaar)s"),
    "loop_van_jaar": N_("het jaar %(jaar)s"),
    "uiterlijk_einde_jaar": N_("uiterlijk 31 december %(jaar)s"),
    "halfjaar": N_("halfjaar %(helft)s van %(jaar)s"),
    "kwartaal": N_("kwartaal %(kwartaal)s van %(jaar)s"),
    "maand": N_("%(deel)s %(maand)s %(jaar)s"),
    "dag_voor": N_("tot en met %(einde)s, de dag voor %(datum)s"),
    "uiterlijk": N_("uiterlijk %(datum)s"),
    "op_dag": N_("op %(datum)s"),
    "na_verloop": N_("binnen %(aantal)s %(eenheid)s, tot en met %(einde)s"),
    "week_van": N_("de week die begint op %(begin)s"),
    "voor_periode": N_("daarvoor, dus tot en met %(einde)s"),
    "na_periode": N_("daarna: van %(begin)s tot en met %(einde)s"),
    "in_reces": N_("het %(reces)s duurt van %(begin)s tot en met %(einde)s"),
    "jaarwisseling": N_("de jaarwisseling, %(begin)s"),
    "kerst": N_("kerst %(jaar)s"),
    "prinsjesdag": N_("Prinsjesdag is %(datum)s"),
    "na_dag": N_("na %(datum)s, zonder einde: spreek zelf een dag af"),
    "nota": N_("rond de %(nota)s van %(jaar)s"),
    "jaren": N_("van %(begin)s tot en met %(einde)s"),
    "vaag": N_("“%(woorden)s” noemt geen einde: spreek zelf een dag af"),
    "gebeurtenis": N_("hangt af van een gebeurtenis: %(woorden)s"),
    # doubts of readers
    "wijzigingen_bijgehouden": N_(
        "Het document bevat bijgehouden wijzigingen (%(invoegingen)s ingevoegd, %(verwijderingen)s verwijderd); de invoegingen zijn gelezen."
    ),
    "opmerkingen_in_marge": N_("Opmerkingen in de marge: %(aantal)s. Ze komen niet in de tekst van de set."),
    "afbeeldingen_weggelaten": N_("Afbeeldingen die niet zijn overgenomen: %(aantal)s."),
    "externe_koppeling": N_(
        "Het document verwijst naar bestanden erbuiten (%(soorten)s); die zijn niet geopend en niet overgenomen."
    ),
    "vertrouwelijk_in_voettekst": N_(
        "In een kop- of voettekst staat VERTROUWELIJK. Haal dat weg voordat het document de deur uit gaat."
    ),
    "eigenschap_verouderd": N_("De documenteigenschap “%(naam)s” zegt “%(waarde)s”; in de tekst staat “%(tekst)s”."),
    "zaaknummer_onbekend": N_("Waar een zaaknummer hoort, staat “%(tekst)s”. Vul het zaaknummer aan."),
    "zaaknummers_verschillen": N_(
        "Het document noemt twee zaaknummers: %(eerste)s en %(tweede)s. Het eerste is genomen."
    ),
    "brief_van_de_kamer": N_(
        "De brief noemt “uw brief van %(datum)s”; de dag van inzending zelf staat niet in het document."
    ),
    "aanhangselnummers_verschillen": N_(
        "Het document noemt twee Aanhangselnummers: %(eerste)s en %(tweede)s. Het eerste is genomen."
    ),
    "aanhangselnummer_onvolledig": N_("Van “%(tekst)s” is het vergaderjaar niet te lezen."),
    "aanhangsel_zonder_vergaderjaar": N_(
        "Van AH %(nummer)s is het vergaderjaar niet bekend: er staat geen datum van ontvangst."
    ),
    "datum_onleesbaar": N_("De datum bij %(veld)s is niet te lezen: “%(tekst)s”."),
    "ontvangen_voor_ingezonden": N_(
        "Ontvangen (%(ontvangen)s) ligt voor ingezonden (%(ingezonden)s). Controleer de datums."
    ),
    "vraag_zonder_antwoord": N_("Bij deze vraag staat geen antwoord."),
    "antwoordkop_ontbreekt": N_(
        "Boven het antwoord op deze vraag ontbreekt de kop; het antwoord begint na het laatste vraagteken."
    ),
    "antwoord_zonder_vraag": N_("Bij dit antwoord staat geen vraag."),
    "vragen_onder_een_kop": N_(
        "De vragen %(labels)s staan onder één kop en zijn niet te verdelen; de tekst staat bij de eerste."
    ),
    "vraag_dubbel": N_("Deze vraag staat er twee keer, met verschillende tekst; beide teksten zijn bewaard."),
    "antwoord_dubbel": N_("Op deze vraag staan twee antwoorden; ze zijn samengevoegd."),
    "merk_zonder_noot": N_("De tekst verwijst naar een noot die er niet is."),
    "noot_zonder_merk": N_("Naar deze noot verwijst geen tekst."),
    "bron_ontbreekt": N_("De vraag noemt bron %(nummer)s, maar die staat niet onder de vragen."),
    "verwijzing_onvolledig": N_("“%(tekst)s” is onvolledig: %(gemis)s ontbreekt of is onleesbaar."),
    "verwijzing_dood": N_("“%(tekst)s” verwijst naar een antwoord dat niet in deze set staat."),
    "verwijzing_keten": N_("De antwoorden verwijzen door: %(pad)s."),
    "verwijzing_kring": N_("De antwoorden verwijzen naar elkaar terug: %(pad)s."),
    "veld_verschilt": N_(
        "Bij %(veld)s zegt het document “%(nieuw)s”, de set “%(bestaand)s”; de set is gehouden, kies op de pagina van de set."
    ),
    "wijst_naar_twee": N_(
        "De nummers wijzen naar %(sleutel)s en naar %(andere)s. Voeg de sets samen als het om dezelfde vragen gaat."
    ),
    "lijkt_op": N_(
        "De vragen lijken voor %(procent)s%% op die van %(sleutel)s (%(gelijk)s van %(vragen)s gelijk). Voeg de sets samen als het om dezelfde vragen gaat."
    ),
    "tekst_verschilt": N_("De tekst verschilt van wat er staat; de nieuwe tekst staat klaar als voorstel."),
    "nummer_uit_bestandsnaam": N_("Het nummer %(nummer)s komt uit de naam van het bestand."),
    "mededeling_zonder_nummer": N_("De mededeling heeft geen Aanhangselnummer; vul het aan zodra de Kamer het geeft."),
    "mededeling_zonder_datum": N_("De mededeling heeft geen datum van ontvangst; de termijn is daarom niet aangepast."),
    # shortcomings
    "vraag_zonder_tekst": N_("De tekst van deze vraag ontbreekt nog."),
    "geen_vragen": N_("De set heeft geen vragen."),
    "geen_ondertekenaar": N_("Er is geen ondertekenaar vastgelegd."),
    "vraag_dubbel_beantwoord": N_("Deze vraag is twee keer beantwoord."),
    "verwijzing_dood_in_set": N_("“%(wat)s” verwijst naar een antwoord dat niet in deze set staat."),
    "verwijzing_kring_in_set": N_("De antwoorden verwijzen naar elkaar terug: %(wat)s."),
    "verwijzing_onvolledig_in_set": N_("“%(wat)s” is onvolledig: het nummer ontbreekt of is onleesbaar."),
    "restant": N_("“%(wat)s” lijkt een restant van het schrijven."),
    "deelvraag_open": N_("Niet beantwoord: “%(wat)s”"),
    "strijd": N_("Mogelijk in strijd met elkaar: %(wat)s"),
    "wetsnaam": N_("De wet heet anders: %(wat)s"),
    "overname_niet_bevestigd": N_("In overgenomen tekst moet nog worden nagekeken of het klopt: %(wat)s plekken."),
    "bijdrage_gevraagd": N_("Een bijdrage is nog niet binnen: %(wat)s."),
    "bijdrage_onbeslist": N_("Over een bijdrage is nog niet besloten: %(wat)s."),
    "gerectificeerd": N_("Hier staat een zin die elders is gerectificeerd: “%(wat)s”"),
    "opmerking_open": N_("Een opmerking staat nog open. %(wat)s"),
    "paraaf_ongezien": N_("Dit antwoord is gewijzigd na de paraaf van %(wat)s."),
    "bsn": N_("“%(wat)s” kan een burgerservicenummer zijn."),
    "iban": N_("“%(wat)s” is een rekeningnummer."),
    "mail": N_("“%(wat)s” is een mailadres."),
    "telefoon": N_("“%(wat)s” lijkt een telefoonnummer."),
    "toezegging_open": N_("Over deze toezegging is nog niet besloten: “%(wat)s”"),
    "mede_niet_akkoord": N_("Het akkoord van %(wat)s is niet vastgelegd."),
    "geen_beslisnota": N_("Er is geen beslisnota bij de set gevoegd."),
    "geen_kenmerk": N_("De set heeft geen kenmerk van het ministerie."),
    "geen_zaaknummer": N_("De set heeft geen zaaknummer van de Kamer."),
    "datums_kloppen_niet": N_(
        "De datums kloppen niet met elkaar: ingezonden, gedagtekend en ontvangen horen op elkaar te volgen."
    ),
    "bijlage_restant": N_("De beslisnota bevat nog iets dat niet naar buiten mag. %(wat)s"),
    # what an answer does to a sub-question
    "deel_ja_of_nee": N_("het antwoord zegt ja of nee"),
    "deel_enige_vraag": N_("het antwoord hoort bij deze vraag"),
    "deel_deelt_woorden": N_("deze zin gaat over hetzelfde"),
    "deel_getal_genoemd": N_("deze zin noemt een getal"),
    "deel_tijd_genoemd": N_("deze zin noemt een tijd"),
    "deel_reden_genoemd": N_("deze zin geeft een reden"),
    "deel_oordeel_gegeven": N_("deze zin geeft een oordeel"),
    "deel_toegelicht": N_("het antwoord licht toe"),
    "deel_geen_gegevens": N_("het antwoord zegt dat dit niet bekend is"),
    "deel_verwijst": N_("het antwoord verwijst naar een ander stuk"),
    "deel_antwoord_is_ja": N_("het antwoord is ja, deze vraag geldt bij nee"),
    "deel_antwoord_is_nee": N_("het antwoord is nee, deze vraag geldt bij ja"),
    "deel_niets_gevonden": N_("geen zin lijkt hierover te gaan"),
    "deel_geen_antwoord": N_("er is nog geen antwoord"),
    # reasons of reuse
    "gedeelde_woorden": N_("deelt woorden die weinig voorkomen: %(woorden)s"),
    "gelijke_zin": N_("de vraag is bijna dezelfde (%(procent)s%% gelijk)"),
    "gelijk_onderwerp": N_("het onderwerp van de set komt overeen: %(woorden)s"),
    "antwoord_noemt": N_("het antwoord noemt: %(woorden)s"),
    "recent": N_("beantwoord in %(jaar)s"),
    "reden_verwijzing": N_("noemt dezelfde bron of hetzelfde Kamerstuk"),
    "reden_indiener": N_("van dezelfde indiener"),
    "reden_kort": N_("het antwoord zegt weinig, daarom lager"),
    "reden_procedure": N_("gaat over de wijze van beantwoorden, daarom lager"),
    "reden_ingehaald": N_("ingehaald door %(door)s van %(datum)s, daarom lager"),
    "reden_achterhaald": N_("achterhaald door %(door)s sinds %(sinds)s: %(reden)s (%(wie)s), daarom lager"),
    "reden_niet_bruikbaar": N_("niet bruikbaar voor deze vraag: %(reden)s (%(wie)s), daarom lager"),
    "reden_vervolg": N_("de vraag verwijst naar dit antwoord"),
    # parts of a score
    "deel_vraag": N_("woorden van de vraag in de eerdere vraag"),
    "deel_onderwerp": N_("woorden van vraag en onderwerp in het eerdere onderwerp"),
    "deel_onderwerp_in_vraag": N_("woorden van het onderwerp in de eerdere vraag"),
    "deel_antwoord": N_("woorden van de vraag in het antwoord"),
    "deel_verband": N_("woorden van de vraag in de rest van de eerdere set"),
    "deel_samenhang": N_("de twee sets gaan over hetzelfde"),
    "deel_gelijkenis": N_("de hele vraag lijkt erop"),
    "deel_reeksen": N_("dezelfde woorden naast elkaar"),
    "deel_namen": N_("dezelfde namen en getallen"),
    "deel_verwijzing": N_("dezelfde bron of hetzelfde Kamerstuk"),
    "deel_indiener": N_("dezelfde indiener"),
    "deel_tijd": N_("kort na elkaar gesteld"),
    "deel_recent": N_("recent beantwoord"),
    "deel_kort": N_("het antwoord zegt weinig"),
    "deel_procedure": N_("gaat over de wijze van beantwoorden"),
    "deel_ingehaald": N_("een nieuwer antwoord op dezelfde vraag"),
    "deel_achterhaald": N_("als achterhaald gemerkt"),
    "deel_niet_bruikbaar": N_("als niet bruikbaar gemerkt"),
    "deel_vervolg": N_("de vraag verwijst ernaar"),
    # what may be stale
    "slijt_termijn_voorbij": N_("deze termijn is voorbij"),
    "slijt_datum": N_("klopt deze datum nog?"),
    "slijt_getal": N_("klopt dit getal nog?"),
    "slijt_naam": N_("is deze bewindspersoon nog in functie?"),
    "verwijsantwoord": N_(
        "Ik verwijs u naar het antwoord op %(vraag)s %(labels)s van %(leden)s over %(onderwerp)s (%(waar)s)."
    ),
    "slijt_nu": N_("dit was zo toen het werd geschreven"),
}

PLAATSEN: dict[str, str] = {
    "set": N_("de hele set"),
    "kop": N_("de kop"),
    "vraag": N_("vraag"),
    "antwoord": N_("antwoord"),
    "noot": N_("noot"),
    "inleiding": N_("de inleiding"),
    "toelichting": N_("de toelichting"),
    "mededeling": N_("de mededeling"),
    "slot": N_("het slot"),
}

FACETTEN: dict[str, str] = {
    "soort": N_("soort"),
    "jaar": N_("jaar"),
    "bewindspersoon": N_("bewindspersoon"),
    "fractie": N_("fractie"),
    "indiener": N_("indiener"),
    "directie": N_("directie"),
    "beantwoord": N_("beantwoord"),
}

FACETWAARDEN: dict[str, str] = {
    "vraag": N_("vraag en antwoord"),
    "set": N_("brief of inleiding"),
    "toezegging": N_("toezegging"),
    "motie": N_("motie"),
    "passage": N_("passage"),
    "ja": N_("ja"),
    "nee": N_("nee"),
    "concept": N_("concept"),
}

# The words for the fields of a set.
VELDNAMEN: dict[str, str] = {
    "onderwerp": N_("onderwerp"),
    "zaaknummer": N_("zaaknummer"),
    "aanhangselnummer": N_("Aanhangselnummer"),
    "indieners": N_("indieners"),
    "gericht_aan": N_("gericht aan"),
    "ondertekenaars": N_("ondertekenaars"),
    "mede_namens": N_("mede namens"),
    "ingezonden": N_("ingezonden"),
    "ontvangen": N_("ontvangen"),
    "gedagtekend": N_("gedagtekend"),
    "zie_ook": N_("zie ook"),
    "kenmerken": N_("kenmerken"),
    "inleiding": N_("inleiding"),
    "toelichting": N_("toelichting"),
    "slot": N_("slot"),
    "samenvoegen": N_("samenvoegen"),
}


# What follows "omdat" in a delay notice.
_UITSTELCLAUSULES: dict[str, str] = {
    "afstemming": N_("de afstemming ten behoeve van de beantwoording meer tijd vergt"),
    "informatie": N_("nog niet alle benodigde informatie is ontvangen"),
    "interdepartementaal": N_("de afstemming met andere ministeries meer tijd vergt"),
    "overleg": N_("het overleg met de betrokken partijen meer tijd vergt"),
    "onderzoek": N_("het onderzoek dat voor de beantwoording nodig is nog niet is afgerond"),
}


def uitstelclausule(reden: StrEnum) -> str:
    """The clause of a delay notice for a reason from the list."""
    return gettext(_UITSTELCLAUSULES[reden.value])


def veldnaam(veld: str) -> str:
    """The Dutch words for a field of a set; 'vraag-3' becomes 'vraag 3'."""
    return gettext(VELDNAMEN[veld]) if veld in VELDNAMEN else plaats(veld)


def facet(naam: str) -> str:
    """The heading of a facet: 'Fractie'."""
    return gettext(FACETTEN[naam]).capitalize()


def facetwaarde(waarde: str) -> str:
    """A value of a facet in words; a name is its own word."""
    return gettext(FACETWAARDEN[waarde]) if waarde in FACETWAARDEN else waarde


def label(lid: str, soort: str = "") -> str:
    """Gives the word for a member of an enum of the rules; of a stored code `soort` says which enum it is of.

    :raises KeyError: no such member has a word.
    """
    return gettext(LABELS[f"{soort or type(lid).__name__.lower()}.{lid}"])


def soortlabel(code: str) -> str:
    """The Dutch word for a kind of document of a set."""
    return gettext(LABELS[f"soort.{code}"])


def oordeel(code: str) -> str:
    """The Dutch word for what a person said of a shortcoming or a sub-question."""
    return gettext(OORDELEN[code])
