"""Every promise of the design by its id: what it says, and where it is proved on every push, or why it is not yet.

`draai` writes the measured figure of an id where there is one; the rest of the table comes from here. What stands as not
yet is not proved, whatever the program does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Belofte:
    """A promise. `waar` are the test files that prove it on every push; `nog_niet` is what is missing, in words."""

    wat: str
    waar: tuple[str, ...] = ()
    nog_niet: str = ""


ALLES: dict[str, Belofte] = {
    # nothing is lost
    "D1": Belofte("wat bewaard is, overleeft een crash", ("promises/test_crash.py", "promises/test_storingen.py")),
    "D2": Belofte("een wijziging is heel of er is niets", ("promises/test_fault_injection.py",)),
    "D3": Belofte(
        "bestanden en rijen kloppen; een omgevallen bit wordt genoemd",
        ("promises/test_bytes.py", "beheer/test_onderhoud.py", "beheer/test_heelheid.py"),
        nog_niet="een losse waarde in een rij van SQLite waar niets uit volgt",
    ),
    "D4": Belofte("stroomuitval kost niets wat bevestigd is", ("core/test_engine.py", "core/test_files.py")),
    "D5": Belofte(
        "een reservekopie kan terug",
        ("promises/test_backup_restore.py", "beheer/test_onderhoud.py"),
        nog_niet="10 GB binnen een half uur is niet gemeten; een meelopende kopie (verlies van hooguit een minuut) is er niet",
    ),
    "D6": Belofte("twee keer innemen is één keer innemen", ("promises/test_import_idempotent.py",)),
    "D7": Belofte(
        "volle schijf, alleen-lezen, klok: een zin, en niets half",
        ("promises/test_storingen.py", "promises/test_database_weg.py"),
        nog_niet="een klok die verspringt",
    ),
    "D8": Belofte(
        "een migratie verliest niets",
        ("core/test_engine.py",),
        nog_niet="er is nog geen uitgave om van te komen; getoetst is dat de migraties de tabellen van de code maken",
    ),
    # nobody overwrites a colleague
    "C1": Belofte("twee schrijvers, één antwoord: niets verdwijnt", ("promises/test_lost_update.py",)),
    "C2": Belofte("wie te laat bewaart, ziet beide teksten", ("promises/test_lost_update_http.py",)),
    "C3": Belofte("kijken en doen is één", ("promises/test_races.py",)),
    "C4": Belofte(
        "lezers wachten nooit op schrijvers", nog_niet="geen proef van 60 s met 50 lezers naast een schrijver"
    ),
    "C5": Belofte("dubbelklikken is één handeling", ("promises/test_dubbel.py",)),
    # everything leaves a trace
    "A1": Belofte("elke handeling schrijft één regel, gelukt of geweigerd", ("core/test_act.py", "web/test_rollen.py")),
    "A2": Belofte("regel en wijziging horen bij elkaar", ("promises/test_fault_injection.py", "core/test_act.py")),
    "A3": Belofte("knoeien valt op", ("promises/test_audit_chain.py", "beheer/test_onderhoud.py")),
    "A4": Belofte(
        "een logboek bevat niets wat geheim is",
        ("web/test_logs.py", "web/test_inloggen.py"),
        nog_niet="de uitvoer van een hele testrun wordt niet doorzocht",
    ),
    "A5": Belofte("wie een afgeschermde set inzag, is bekend", ("sets/test_afscherming.py",)),
    "A6": Belofte(
        "wijzigingen van accounts en rechten worden gezien",
        ("mensen/test_accounts.py",),
        nog_niet="de eigenaar krijgt bericht en het spoor een regel; een bericht aan beheer bij elke wijziging is er niet",
    ),
    "A7": Belofte(
        "tijden zijn ondubbelzinnig",
        ("domain/test_termijn.py",),
        nog_niet="niet alle tests draaien ook op de twee dagen dat de klok verspringt",
    ),
    # the paper is right
    "P1": Belofte("wat uitgaat, is wat is vastgesteld", ("promises/test_papier.py",)),
    "P2": Belofte("Word heen en terug", ("promises/test_papier.py",)),
    "P3": Belofte("bijgehouden wijzigingen gaan nooit stil verloren", ("documents/test_wijzigingen.py",)),
    "P4": Belofte("het antwoord is er ook als ODF", ("documents/test_omzetten.py", "documents/test_voorbeelden.py")),
    "P5": Belofte(
        "de pdf is te bewaren en toegankelijk",
        ("documents/test_omzetten.py",),
        nog_niet="het keuren van elk voorbeeld in elke variant; veraPDF draait niet mee",
    ),
    "P6": Belofte("een termijn klopt", ("domain/test_termijn.py", "domain/test_termijnregels.py")),
    "P7": Belofte("geen antwoord gaat onvolledig weg", ("domain/test_gebreken.py", "lijn/test_controle.py")),
    "P8": Belofte(
        "een beschadigd of vijandig bestand wordt gelezen of geweigerd", ("promises/test_hostile_documents.py",)
    ),
    # hostile input changes nothing
    "I1": Belofte("rommel geeft nooit een 5xx", ("promises/test_hostile_requests.py", "web/test_rommel.py")),
    "I2": Belofte("de API houdt haar contract", nog_niet="er is nog geen API"),
    "I3": Belofte("een zipbom stopt aan de deur", ("documents/test_safe_zip.py",)),
    "I4": Belofte(
        "XML wordt gelezen en doet niets meer", ("documents/test_formaten.py", "promises/test_hostile_documents.py")
    ),
    "I5": Belofte("geen macro's, OLE of sjablonen van buiten", ("documents/test_safe_zip.py",)),
    "I6": Belofte("wat binnenkomt, gaat eerst langs de virusscanner", ("web/test_virusscanner.py",)),
    "I7": Belofte("namen zijn van ons", ("web/test_inname.py", "core/test_files.py")),
    "I8": Belofte("een rekenblad blijft een rekenblad", ("documents/test_lijst.py",)),
    "I9": Belofte("niets van een gebruiker wordt code", ("browser/test_toegankelijk.py", "web/test_rommel.py")),
    "I10": Belofte("geen veld te veel wordt aangenomen", ("web/test_rommel.py",)),
    "I11": Belofte("er wordt alleen bij de Kamer opgehaald", nog_niet="er wordt nog nergens iets opgehaald"),
    # only who may
    "S1": Belofte("elke route noemt haar handeling", ("architecture/test_routes.py",)),
    "S2": Belofte("elke rol x elke route x open en afgeschermd", ("promises/test_rechten.py",)),
    "S3": Belofte("een recht dat is afgenomen, werkt niet meer", ("web/test_rollen.py", "mensen/test_accounts.py")),
    "S4": Belofte("een geplante sessie wordt nooit overgenomen", ("promises/test_toegang.py",)),
    "S5": Belofte("sessies eindigen", ("web/test_inloggen.py",)),
    "S6": Belofte(
        "raden gaat langzaam, en sluit niemand buiten", ("promises/test_toegang.py", "mensen/test_gebruikers.py")
    ),
    "S7": Belofte(
        "een tweede stap",
        ("web/test_inloggen.py", "mensen/test_accounts.py"),
        nog_niet="TOTP, per rol te eisen; passkeys en SSO met MFA zijn er niet",
    ),
    "S8": Belofte(
        "wachtwoorden zijn moeilijk en argon2id", ("mensen/test_wachtwoordkeuze.py", "mensen/test_gebruikers.py")
    ),
    "S9": Belofte("een vervalst verzoek heeft geen gevolg", ("promises/test_toegang.py", "web/test_beveiliging.py")),
    "S10": Belofte(
        "elke beveiligingskop op elk antwoord", ("web/test_beveiliging.py", "promises/test_hostile_requests.py")
    ),
    "S11": Belofte("wat is geüpload, komt als bijlage terug", ("web/test_inname.py", "web/test_beveiliging.py")),
    "S12": Belofte("een foutpagina zegt niets", ("web/test_fouten.py",)),
    "S13": Belofte("inloggen via het ministerie", nog_niet="OIDC en SAML zijn er niet"),
    "S14": Belofte("afhankelijkheden zijn bekend", ("architecture/test_licenties.py",)),
    "S15": Belofte("een vinder kan ons bereiken", ("beheer/test_toestand.py",)),
    # everyone can use it
    "T1": Belofte("geen bekende drempel", ("browser/test_toegankelijk.py",)),
    "T2": Belofte("alles met het toetsenbord", ("browser/test_reizen.py", "browser/test_toetsenbord.py")),
    "T3": Belofte("het werkt zonder JavaScript", ("browser/test_reizen.py",)),
    "T4": Belofte("een mens heeft het nagekeken", nog_niet="geen onderzoek met een schermlezer door een gebruiker"),
    "T5": Belofte("geldige HTML, Nederlands op B1", ("browser/test_toegankelijk.py",)),
    "T6": Belofte("het drukt goed af", nog_niet="de printstijl is er; geen proef over elk overzicht"),
    # it speaks the government's language
    "N1": Belofte("de API volgt de Design Rules van NLGov", nog_niet="er is nog geen API"),
    "N2": Belofte("OpenAPI op de vaste plek, in het Nederlands", nog_niet="er is nog geen API"),
    "N3": Belofte("MDTO-metagegevens zijn geldig", ("papieren/test_maken.py",)),
    "N4": Belofte("publiccode.yml geldig, SPDX overal", nog_niet="publiccode.yml is er; geen keurder draait mee"),
    "N5": Belofte("transport", nog_niet="is van de opstelling bij het ministerie; TLS 1.2 en HSTS worden gesproken"),
    # what is kept, destroyed, published
    "R1": Belofte(
        "elk dossier kent categorie, termijn en datum", nog_niet="waardering staat per ministerie, niet per set"
    ),
    "R2": Belofte("vernietigen gebeurt één keer, met verklaring", nog_niet="er wordt niets vernietigd"),
    "R3": Belofte("het overbrengingspakket is volledig", ("papieren/test_maken.py",)),
    "R4": Belofte(
        "de beslisnota gaat mee", nog_niet="de beslisnota wordt gemaakt; zonder haar wordt verzenden niet tegengehouden"
    ),
    "R5": Belofte("publicatie is klaar voor de Woo", nog_niet="DiWoo-metagegevens zijn er niet"),
    "R6": Belofte(
        "persoonsgegevens van ambtenaren lekken niet",
        ("documents/test_opmaak.py",),
        nog_niet="alleen de documenten zijn getoetst",
    ),
    "R7": Belofte(
        "inzage en correctie kunnen worden beantwoord",
        nog_niet="er is geen opdracht die alle plekken van een mens noemt",
    ),
    # it stays fast and up
    "V1": Belofte(
        "lijsten",
        nog_niet="gemeten met 42.994 sets (docs/metingen.md); de grens van 200 ms is niet op elke pagina gehaald",
    ),
    "V2": Belofte(
        "eerdere antwoorden vinden", nog_niet="gemeten (docs/zoeksnelheid.md, docs/hergebruik.md), niet als belofte"
    ),
    "V3": Belofte("uitvoer", nog_niet="gemeten met make bench B=papier, niet als belofte"),
    "V4": Belofte(
        "belasting", nog_niet="make bench B=belasting is nooit in het geheel op een rustige machine gedraaid"
    ),
    "V5": Belofte("harde bovengrenzen", nog_niet="snelheid wordt met benchmarks gezegd, en houdt geen push tegen"),
    "V6": Belofte("gezondheid zegt de waarheid", ("beheer/test_toestand.py", "web/test_virusscanner.py")),
    "V7": Belofte(
        "mail raakt niet kwijt en gaat niet tweemaal", ("promises/test_database_weg.py", "mensen/test_post.py")
    ),
}
