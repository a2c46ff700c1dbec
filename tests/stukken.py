"""Documents for the tests, in the form the Kamer registers them, and what one does with them."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import signaalwoorden
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading, writing
from kamervragen.core.store.undo import GELDIG
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.inname.innemen import Uitkomst, Verslag, neem_in
from kamervragen.jobs import catch_up
from kamervragen.lijn import controle, poort
from kamervragen.register import herberekening
from kamervragen.setpagina.setblad import Setbeeld, beeld
from kamervragen.sets.blik import zie
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

IEDEREEN = Wie("Iedereen", frozenset(Rol), "test")
# Every table but the two that hold jobs and counters for the machine itself.
TABELLEN = (
    "vragenset",
    "inname",
    "bronwaarde",
    "aanhangsel",
    "betrokkene",
    "vraag",
    "antwoord",
    "antwoord_vraag",
    "antwoordversie",
    "noot",
    "feit",
    "document",
    "voorstel",
    "hergebruik",
    "toezegging",
    "toezeggingfeit",
    "toezeggingverband",
    "ambtsperiode",
    "kolomkeuze",
    "agendasleutel",
    "motie",
    "motiefeit",
    "motie_antwoord",
    "reces",
    "audit",
    "taak",
    "teller",
    "gebruiker",
    "directie",
    "lidmaatschap",
    "toewijzing",
    "lijnstap",
    "vervanging",
    "paraaf",
    "opmerking",
    "afweging",
    "wet",
    "aanwezigheid",
    "overdracht",
    "afscherming",
    "ingewijde",
    "uitnodiging",
    "bericht",
    "geheim",
    "eenmaal",
    "bijdrageverzoek",
    "bijdrage",
    "rectificatie",
    "terugkeer",
    "terugkeervoorstel",
    "woordregel",
    "tebezien",
)

VRAGEN = """\
2026Z00101
(ingezonden 11 mei 2026)

Vragen van de leden Proef (ABC) en Tester (XYZ) aan de minister van Justitie en Veiligheid over gele fietsen

1. Kent u het bericht «Gele fietsen verdwijnen»? 1)
2. Hoeveel gele fietsen zijn er in 2025 verdwenen?
3. Wat gaat u doen om de verdwijning te stoppen?

1) De Proefbode, 8 mei 2026, Gele fietsen verdwijnen (https://proefbode.example/gele-fietsen)
"""
UITSTEL = """\
AH 1500
2026Z00101
Mededeling van minister Van Proef (Justitie en Veiligheid) (ontvangen 29 mei 2026)

De vragen over gele fietsen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat overleg nodig is.
"""
ANTWOORD = """\
AH 1601
2026Z00101
Antwoord van minister Van Proef (Justitie en Veiligheid), mede namens de staatssecretaris van Defensie
(ontvangen 8 juni 2026)

Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1500

Vraag 1
Kent u het bericht «Gele fietsen verdwijnen»? 1)

Antwoord op vraag 1
Ja.

Vraag 2
Hoeveel gele fietsen zijn er in 2025 verdwenen?

Vraag 3
Wat gaat u doen om de verdwijning te stoppen?

Antwoord op vraag 2 en 3
In 2025 verdwenen 312 gele fietsen. Ik zal uw Kamer voor 1 oktober 2026 over de aanpak informeren. Ik voer de motie \
van het lid Proef (ABC) over gele fietsen uit.[footnoteRef:1] [1: Kamerstukken II, 2024-2025, 33552, nr. 124.]

1) De Proefbode, 8 mei 2026, Gele fietsen verdwijnen (https://proefbode.example/gele-fietsen)
"""
ANDERE_VRAGEN = """\
2026Z00202
(ingezonden 20 mei 2026)

Vragen van het lid Ander (DEF) aan de staatssecretaris van Defensie over blauwe bussen

1. Waarom rijden er geen blauwe bussen meer?
2. Hoeveel gele fietsen vervangen de bussen?
"""


def without(tekst: str, *regels: str) -> str:
    """The text without the lines that begin with one of these."""
    return "".join(regel for regel in tekst.splitlines(keepends=True) if not regel.startswith(regels))


def bring(huis: Huis, tekst: str, naam: str = "stuk.txt", wie: Wie = OPDRACHTREGEL) -> Verslag:
    """Takes a text in."""
    return neem_in(huis, wie, tekst.encode(), naam)


def herrekend(huis: Huis) -> int:
    """Lets the worker derive anew what a changed rule left to it, once it can no longer be undone. Returns how many jobs."""
    straks = replace(huis, nu=lambda: huis.nu() + GELDIG)
    return catch_up(huis, names=(herberekening.TAAK,)) + catch_up(straks, names=(signaalwoorden.TAAK,))


def brought(huis: Huis, *teksten: str) -> str:
    """Takes texts of one set in, none refused; its key."""
    verslagen = [bring(huis, tekst, f"stuk-{nummer}.txt") for nummer, tekst in enumerate(teksten)]
    assert Uitkomst.GEWEIGERD not in {verslag.uitkomst for verslag in verslagen}, verslagen
    (sleutel,) = {verslag.sleutel for verslag in verslagen}
    assert sleutel is not None
    return sleutel


def page(huis: Huis, sleutel: str = "KV-000001", wie: Wie = IEDEREEN) -> Setbeeld:
    """The set as its page shows it."""
    return zie(beeld, huis, wie, sleutel)


def answer_all(huis: Huis, sleutel: str, wie: Wie) -> None:
    """Writes an answer to every question that has none."""
    for vraag in page(huis, sleutel).onbeantwoord:
        schrijven.bewaar(huis, wie, sleutel, vraag.label, f"Antwoord {vraag.label}.", versie=0)


def pass_gate(huis: Huis, sleutel: str, stap: Feitsoort) -> None:
    """Lets everything pass that holds this step up, as people would with a reason each."""
    for gebrek in poort.tegen(zie(controle.controle, huis, IEDEREEN, sleutel).poort, stap):
        controle.passeer(
            huis, IEDEREEN, sleutel, code=gebrek.code, waar=gebrek.plaats, wat=gebrek.wat, reden="Nagekeken."
        )


def answer_id(huis: Huis, sleutel: str, label: str) -> int:
    """The id of the answer to a question."""
    with reading(huis.engine) as sessie:
        set_id = vind_set(sessie, sleutel).id or 0
        return next(rij.id or 0 for rij, labels in vragensets.antwoorden_van(sessie, set_id) if label in labels)


def contents(huis: Huis) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, to tell that nothing changed."""
    with reading(huis.engine) as sessie:
        return {
            tabel: sorted((tuple(rij) for rij in sessie.execute(sa.text(f"SELECT * FROM {tabel}"))), key=repr)
            for tabel in TABELLEN
        }


def files(huis: Huis) -> list[str]:
    """The names in the store of documents."""
    return sorted(pad.name for pad in huis.settings.documenten.rglob("*") if pad.is_file())


def audit_lines(huis: Huis) -> list[tuple[str, str, str, str]]:
    """The audit trail, oldest first: act, object, result, actor."""
    with reading(huis.engine) as sessie:
        rijen = sessie.execute(sa.text("SELECT actie, object, resultaat, actor FROM audit ORDER BY id"))
        return [(rij[0], rij[1], rij[2], rij[3]) for rij in rijen]


def sql(huis: Huis, opdracht: str) -> None:
    """Changes the database behind the program's back."""
    with writing(huis.engine) as sessie:
        sessie.execute(sa.text(opdracht))
