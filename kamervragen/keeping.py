"""The commands of who keeps the program running: upgrade, verify, copy and put back, build anew, work."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamervragen.catalogue import gettext as _
from kamervragen.domain.errors import Ongeldig

if TYPE_CHECKING:
    from kamervragen.mensen.geheimen import Kwijt

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Schrijf JSON en niets anders.")]


@app.command(name="sjablonen")
def keur_sjablonen() -> None:
    """Controleer de Word-sjablonen en zeg wat eraan ontbreekt."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.papieren.sjablonen import alle
    from kamervragen.start import huis

    beelden = alle(huis(), OPDRACHTREGEL)
    for beeld in beelden:
        print(f"{beeld.soort.bestand:16} {_('eigen') if beeld.eigen else _('van ons')}  {beeld.tekort or _('in orde')}")
    if any(beeld.tekort for beeld in beelden):
        raise Ongeldig(_("Vul in Word aan wat hierboven ontbreekt en controleer opnieuw."))


@app.command(name="index")
def herindexeer() -> None:
    """Bouw de zoekindexen opnieuw op uit de database."""
    from kamervragen.hergebruik import archiefindex
    from kamervragen.register import lopendindex
    from kamervragen.sets.index import herbouw
    from kamervragen.start import huis

    thuis = huis()
    index = herbouw(thuis, lambda gedaan, totaal: print(f"{gedaan} van {totaal}", file=sys.stderr))
    archiefindex.herbouw(thuis)
    lopendindex.herbouw(thuis)
    print(f"{len(index)} vragen met antwoord in de index")


@app.command(name="worker")
def worker(klaar: Annotated[bool, typer.Option("--klaar", help="Stop als er niets meer te doen is.")] = False) -> None:
    """Voer gepland werk uit. Er mogen er meer tegelijk draaien."""
    from kamervragen import jobs
    from kamervragen.start import alleen_wij, huis
    from kamervragen.web import logs
    from kamervragen.worker import draai_alleen

    alleen_wij()
    thuis = huis()
    if klaar:
        print(f"{jobs.catch_up(thuis)} taken gedaan")
        return
    logs.to_stderr(as_json=thuis.settings.logboek == "json")
    if not draai_alleen(thuis):
        raise SystemExit(1)


@app.command(name="migreer")
def migreer() -> None:
    """Breng de database naar de vorm van dit programma. Van SQLite blijft eerst een kopie naast de nieuwe staan."""
    from kamervragen.start import huis

    huis()
    print(_("De database heeft de vorm van dit programma."))


@app.command(name="verify")
def verify(
    als_json: Json = False,
    snel: Annotated[bool, typer.Option("--snel", help="Laat weg wat elke rij leest; voor elke start.")] = False,
) -> None:
    """Controleer of alles heel is: de database, het auditspoor, de stukken, de index, en wat binnenkort afloopt."""
    from dataclasses import asdict

    from kamervragen.beheer.onderhoud import verify as controleer
    from kamervragen.start import huis

    gevonden = controleer(huis(upgrade=False), snel=snel)
    if als_json:
        print_json([asdict(bevinding) for bevinding in gevonden])
    for bevinding in () if als_json else gevonden:
        print(f"{bevinding.ernst}: {bevinding.waar}: {bevinding.tekst}")
    if not gevonden and not als_json:
        print(_("Alles is heel."))
    if any(bevinding.ernst == "fout" for bevinding in gevonden):
        raise SystemExit(1)


@app.command(name="backup")
def backup(bestand: Annotated[Path, typer.Argument(help="Waar de reservekopie komt, bijvoorbeeld kopie.zip.")]) -> None:
    """Maak een reservekopie van alles in één bestand, terwijl het programma doorwerkt."""
    from kamervragen.beheer.onderhoud import backup as kopieer
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.start import huis

    thuis = huis(upgrade=False)
    print(f"{bestand}: {kopieer(thuis, OPDRACHTREGEL, bestand)} bestanden")
    print(
        _("Het sleutelbestand %(pad)s zit er niet in: bewaar het apart.") % {"pad": thuis.settings.sleutelbestand},
        file=sys.stderr,
    )
    if not thuis.settings.reservekopie_voor:
        print(_("De kopie is niet versleuteld. Zet KAMERVRAGEN_RESERVEKOPIE_VOOR om dat wel te doen."), file=sys.stderr)


@app.command(name="restore")
def restore(
    bestand: Annotated[Path, typer.Argument(help="De reservekopie.")],
    sleutel: Annotated[
        Path | None, typer.Option("--sleutel", help="Bestand met de geheime age-sleutel van een versleutelde kopie.")
    ] = None,
    zonder_handtekening: Annotated[
        bool, typer.Option("--zonder-handtekening", help="Zet ook een kopie terug waarvan niet blijkt wie haar maakte.")
    ] = False,
) -> None:
    """Zet een reservekopie terug in een lege datamap. Er wordt nooit iets overschreven."""
    from kamervragen.beheer.onderhoud import restore as zet_terug
    from kamervragen.mensen import geheimen
    from kamervragen.settings import lees_settings
    from kamervragen.start import huis

    instelling = lees_settings()
    aantal = zet_terug(bestand, instelling, sleutel=sleutel, zonder_handtekening=zonder_handtekening)
    print(f"{instelling.data}: {aantal} bestanden")
    if verloren := geheimen.kwijt(huis(settings=instelling)):
        _noem_verloren(verloren)


@app.command(name="sleutels")
def sleutels(
    wat: Annotated[str, typer.Argument(help="nieuw of reservekopie; leeg laat zien wat er is.")] = "",
    bestand: Annotated[Path | None, typer.Argument(help="Waar de sleutel van een reservekopie komt.")] = None,
) -> None:
    """Laat zien of alles wat verzegeld is gelezen kan worden, vernieuw de sleutel, of maak er een voor reservekopieën."""
    from kamervragen.core.store import backup as copies
    from kamervragen.mensen import geheimen
    from kamervragen.start import huis

    if wat == "reservekopie":
        if bestand is None:
            raise Ongeldig(_("Noem het bestand waarin de geheime sleutel komt, en bewaar het buiten deze machine."))
        print(f"KAMERVRAGEN_RESERVEKOPIE_VOOR={copies.nieuwe_sleutel(bestand)}")
        return
    if wat not in ("", "nieuw"):
        raise Ongeldig(_("Kies nieuw of reservekopie, of laat het leeg."))
    thuis = huis(upgrade=False)
    if wat == "nieuw":
        naam = thuis.kluis.add_key()
        verloren = geheimen.vervang_verloren(thuis)
        keer = geheimen.verzegel_alles(thuis)
        print(
            _("Sleutel %(naam)s verzegelt nu; %(keer)s geheimen zijn ermee verzegeld.") % {"naam": naam, "keer": keer}
        )
    else:
        verloren = geheimen.kwijt(thuis)
        print(f"{thuis.settings.sleutelbestand}: {thuis.kluis.newest}")
    if verloren:
        _noem_verloren(verloren)


def _noem_verloren(verloren: Kwijt) -> None:
    print(_("Niet te lezen zonder het oude sleutelbestand:"), file=sys.stderr)
    for naam in verloren.tweede_stappen:
        print(f"  {_('de tweede stap van %(naam)s: nodig hem opnieuw uit') % {'naam': naam}}", file=sys.stderr)
    for naam in verloren.geheimen:
        print(f"  {_('de handtekening onder %(naam)s: wat is verstuurd, vervalt') % {'naam': naam}}", file=sys.stderr)


def print_json(waarde: object) -> None:
    print(json.dumps(waarde, ensure_ascii=False, indent=2))
