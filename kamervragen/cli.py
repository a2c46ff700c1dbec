"""The command line: `kamervragen lees | import | zoek | export | sjablonen | migreer | verify | backup | restore | serve | worker | demo | index | user`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from typer import rich_utils
from typer.exceptions import TyperException

from kamervragen import keeping
from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.domain.errors import Fout, Ongeldig

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Kamervragen beantwoorden."
)
gebruiker_app = typer.Typer(no_args_is_help=True, help="Accounts beheren.")
app.add_typer(gebruiker_app, name="user")
app.add_typer(keeping.app)
_Keuze = TypeVar("_Keuze", bound=StrEnum)


# The words of the command line's own library that show in its help and its errors.
rich_utils.ARGUMENTS_PANEL_TITLE, rich_utils.OPTIONS_PANEL_TITLE = _("Argumenten"), _("Opties")
rich_utils.COMMANDS_PANEL_TITLE = _("Opdrachten")
_GEBRUIK = {
    "MissingParameter": _("Er ontbreekt iets in de opdracht."),
    "NoSuchOption": _("Die optie bestaat niet."),
    "BadParameter": _("Een waarde in de opdracht klopt niet."),
    "UsageError": _("Die opdracht bestaat niet of heeft te veel woorden."),
}


def main() -> None:
    """Runs a command; an error of ours is one Dutch sentence on stderr and exit 1, a wrong call exit 2."""
    try:
        app(standalone_mode=False)
    except Fout as fout:
        print(fout.bericht, file=sys.stderr)
        raise SystemExit(1) from None
    except OSError as fout:  # a file, a folder or a disk: what it is stands in its own words
        print(f"{_('Dat lukte niet')}: {fout.strerror or fout} {fout.filename or ''}".rstrip(), file=sys.stderr)
        raise SystemExit(1) from None
    except typer.Abort:
        raise SystemExit(1) from None
    except TyperException as fout:
        soort = type(fout).__name__
        if soort != "NoArgsIsHelpError":
            uitleg = _("Met --help ziet u hoe het wel moet.")
            print(f"{_GEBRUIK.get(soort, _GEBRUIK['UsageError'])} {uitleg}", file=sys.stderr)
        raise SystemExit(2) from None


@app.command(name="lees")
def lees(
    bestand: Annotated[Path, typer.Argument(help="Word-document, .odt, .pdf, XML, HTML of tekst.")],
    als_json: keeping.Json = False,
    oorspronkelijk: Annotated[
        bool, typer.Option("--oorspronkelijk", help="Lees bijgehouden wijzigingen alsof ze niet zijn gemaakt.")
    ] = False,
) -> None:
    """Lees één document en laat zien wat erin staat, zonder het op te nemen."""
    from kamervragen.inname.lezen import lees_bestand

    uitkomst = lees_bestand(_inhoud(bestand), bestand.name, oorspronkelijk=oorspronkelijk)
    if als_json:
        keeping.print_json(uitkomst)
        return
    print(f"{uitkomst['soort']}: {len(uitkomst['vragen'])} vragen, {len(uitkomst['antwoorden'])} antwoorden")
    for sleutel in ("zaaknummer", "aanhangselnummer", "onderwerp", "ingezonden", "ontvangen"):
        if uitkomst[sleutel]:
            print(f"  {sleutel}: {uitkomst[sleutel]}")
    for melding in uitkomst["meldingen"]:
        print(f"  {_('let op')} ({melding['plaats']}): {melding['tekst']}")
    for rest in uitkomst["onverklaard"]:
        print(f"  {_('niet geplaatst')} ({rest['plaats']}): {rest['tekst']}")


@app.command(name="beloften")
def beloften(
    bestand: Annotated[str, typer.Argument(help="Tekstbestand; - leest de invoer.")] = "-",
    datum_: Annotated[
        str, typer.Option("--datum", help="Datum van het document, bijvoorbeeld 2026-06-08; anders vandaag.")
    ] = "",
    regels: Annotated[
        bool, typer.Option("--regels", help="Elke regel is een zin, of JSON met tekst en datum.")
    ] = False,
    als_json: keeping.Json = False,
) -> None:
    """Laat zien welke zinnen iets toezeggen, hoe stevig, en voor wanneer."""
    from datetime import date

    from kamervragen.register.beloftelezing import van_regels, van_tekst

    try:
        op = date.fromisoformat(datum_) if datum_ else date.today()  # noqa: DTZ011 - the user's own day
        ruw = sys.stdin.buffer.read() if bestand == "-" else _inhoud(Path(bestand))
        tekst = ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise Ongeldig(_("Dit is geen tekst in UTF-8. Sla het bestand op als platte tekst.")) from fout
    except ValueError as fout:
        raise Ongeldig(_("De datum klopt niet. Schrijf hem als 2026-06-08.")) from fout
    gevonden = van_regels(tekst, op) if regels else van_tekst(tekst, op)
    if als_json:
        keeping.print_json(gevonden)
        return
    for zin in (zin for zin in gevonden if zin["belofte"]):
        dag = datum(date.fromisoformat(zin["venster_einde"])) if zin["venster_einde"] else _("zonder einddatum")
        print(f"{zin['stevigheid']:10} {dag}  {zin['tekst']}")
        if zin["uitleg"]:
            print(f"{'':10} {zin['uitleg']}")


@app.command(name="ochtendbericht")
def ochtendbericht() -> None:
    """Schrijf van iedereen voor wie vandaag iets afloopt of te laat is, het bericht van deze ochtend."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.start import huis
    from kamervragen.vandaag.ochtendbericht import als_tekst, voor_iedereen

    thuis = huis()
    print("\n".join(als_tekst(mens.naam, van) for mens, van in voor_iedereen(thuis, OPDRACHTREGEL)), end="")


@app.command(name="import")
def importeer(
    paden: Annotated[list[Path], typer.Argument(help="Bestanden of mappen.")],
    als_json: keeping.Json = False,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="Waar het verslag komt; anders in de map van de uitvoer.")
    ] = None,
) -> None:
    """Neem documenten op. Eén slecht bestand houdt de rest niet tegen; een tweede keer gaat verder waar het bleef."""
    from kamervragen import jobs
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.inname.innemen import Uitkomst
    from kamervragen.inname.mapinname import als_csv, neem_map_in
    from kamervragen.start import huis

    thuis = huis()
    bestanden = _bestanden(paden)
    with typer.progressbar(
        length=len(bestanden), label=_("Innemen"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as balk:
        verslagen = neem_map_in(thuis, OPDRACHTREGEL, bestanden, lambda: balk.update(1))
    jobs.catch_up(thuis)
    doel = csv or thuis.settings.uit / f"inname-{thuis.nu():%Y%m%d-%H%M%S}.csv"
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(als_csv(verslagen))
    if als_json:
        keeping.print_json([verslag.als_json() for verslag in verslagen])
    for verslag in () if als_json else verslagen:
        aantallen = f"{verslag.vragen} vragen, {verslag.antwoorden} antwoorden, {verslag.noten} noten, {verslag.citaties} citaties"
        soort = verslag.soort.value if verslag.soort else ""
        print(
            f"{verslag.uitkomst.value:10} {verslag.sleutel or '':10} {verslag.bestand}  {soort}  {aantallen}, {len(verslag.meldingen)} meldingen"
        )
        if verslag.reden:
            print(f"           {verslag.reden}")
    if not als_json:
        print(f"{_('Verslag')}: {doel}")
    if any(verslag.uitkomst is Uitkomst.GEWEIGERD for verslag in verslagen):
        raise SystemExit(1)


@app.command(name="zoek")
def zoek(
    vraag: Annotated[str, typer.Argument(help="De vraag waarvoor u eerdere antwoorden zoekt.")],
    aantal: Annotated[int, typer.Option("--aantal", min=1, max=100, help="Hoeveel antwoorden hooguit.")] = 10,
    als_json: keeping.Json = False,
) -> None:
    """Zoek wat eerder is geantwoord, het beste eerst, met de redenen."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.hergebruik.eerder import zoek
    from kamervragen.start import huis

    gevonden = zoek(huis(), OPDRACHTREGEL, vraag, aantal=aantal)
    if als_json:
        keeping.print_json([eerder.als_json() for eerder in gevonden])
        return
    if not gevonden:
        print(_("Niets gevonden. Probeer andere of meer woorden uit het onderwerp."))
    for plaats, eerder in enumerate(gevonden, 1):
        e = eerder.treffer.eenheid
        nummer = e.zaaknummer or e.sleutel
        print(f"{plaats}. {nummer} vraag {e.label}  {datum(e.datum)}  {e.bewindspersoon}  ({eerder.treffer.score:.2f})")
        print(f"   {e.vraag}\n   > {' '.join(e.antwoord.split())[:300]}")
        print(f"   {'; '.join(eerder.redenen)}")


@app.command(name="export")
def exporteer(
    nummer: Annotated[str, typer.Argument(help="Sleutel, zaaknummer of Aanhangselnummer.")],
    naar: Annotated[Path | None, typer.Option("--naar", help="Map waarin de documenten komen.")] = None,
    opmaak: Annotated[
        str,
        typer.Option(
            "--opmaak",
            help="antwoord, gedrukt, brief, concept, wijzigingen, beslisnota, tas, uitstel, afdoening of lijst.",
        ),
    ] = "antwoord",
    als: Annotated[str, typer.Option("--als", help="docx, odt of pdf.")] = "docx",
) -> None:
    """Schrijf een document van een set en noem elk geschreven pad."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.documents.packing.omzetten import Vorm
    from kamervragen.domain.papier import Papier
    from kamervragen.papieren.maken import naar_map
    from kamervragen.start import huis

    thuis = huis()
    papier, vorm = _keuze(Papier, opmaak, "--opmaak"), _keuze(Vorm, als, "--als")
    for pad in naar_map(thuis, OPDRACHTREGEL, nummer, naar or thuis.settings.uit, (papier,), vorm):
        print(pad)


@app.command(name="serve")
def serve() -> None:
    """Start de server op 127.0.0.1, of elders zodra TLS of een proxy is ingesteld."""
    from kamervragen.app import draai

    draai()


@app.command(name="demo")
def demo(
    alleen_innemen: Annotated[
        bool, typer.Option("--alleen-innemen", help="Neem de demo op en start geen server.")
    ] = False,
) -> None:
    """Neem het demoministerie op (één keer) en start de server met de demo-accounts."""
    from kamervragen.app import draai
    from kamervragen.demo import neem_demo_in
    from kamervragen.start import huis

    thuis = huis(demo=True)
    print(neem_demo_in(thuis))
    if not alleen_innemen:
        draai(demo=True)


@gebruiker_app.command(name="nieuw")
def nieuwe_gebruiker(
    inlognaam: Annotated[str, typer.Argument()],
    naam: Annotated[str, typer.Option("--naam", help="Naam zoals collega's hem zien.")],
    rol: Annotated[
        list[str], typer.Option("--rol", help="opsteller, coordinator, kamerbureau, leidinggevende of beheerder.")
    ],
    directie: Annotated[str | None, typer.Option("--directie", help="Code van de directie.")] = None,
) -> None:
    """Maak een account. Het wachtwoord wordt gevraagd, of van stdin gelezen."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.domain.errors import Ongeldig
    from kamervragen.domain.rollen import Rol
    from kamervragen.mensen.gebruikers import maak
    from kamervragen.start import huis

    if onbekend := [r for r in rol if r not in {lid.value for lid in Rol}]:
        raise Ongeldig(
            "Onbekende rol %(onbekend)s. Kies uit %(rollen)s.",
            onbekend=", ".join(onbekend),
            rollen=", ".join(lid.value for lid in Rol),
        )
    wachtwoord = typer.prompt(_("Wachtwoord"), hide_input=True) if sys.stdin.isatty() else sys.stdin.readline().strip()
    maak(
        huis(),
        OPDRACHTREGEL,
        inlognaam=inlognaam,
        naam=naam,
        wachtwoord=wachtwoord,
        rollen=tuple(Rol(r) for r in rol),
        directie=directie,
    )
    print(f"{inlognaam}: {', '.join(rol)}")


@gebruiker_app.command(name="herstel")
def herstel_gebruiker(inlognaam: Annotated[str, typer.Argument()]) -> None:
    """Vraag of bevestig dat iemands tweede stap uitgaat en hij opnieuw wordt uitgenodigd. Dat doen er altijd twee."""
    from kamervragen.core.actor import OPDRACHTREGEL
    from kamervragen.domain.errors import NietGevonden
    from kamervragen.mensen import accounts
    from kamervragen.start import huis

    thuis = huis(upgrade=False)
    regel = next((r for r in accounts.lijst(thuis, OPDRACHTREGEL)[0] if r.rij.inlognaam == inlognaam), None)
    if regel is None:
        raise NietGevonden("Er is geen account %(naam)s.", naam=inlognaam)
    if accounts.nodig_uit(thuis, OPDRACHTREGEL, regel.rij.id):
        print(accounts.beeld(thuis, OPDRACHTREGEL, regel.rij.id).uitnodiging)
    else:
        print(_("Gevraagd. Een beheerder bevestigt het binnen een dag op de pagina van dit account."))


def _inhoud(pad: Path) -> bytes:
    from kamervragen.domain.errors import NietGevonden

    try:
        return pad.read_bytes()
    except OSError as fout:
        raise NietGevonden("%(pad)s is niet te openen. Controleer het pad en uw rechten.", pad=pad) from fout


def _bestanden(paden: list[Path]) -> list[Path]:
    uit: list[Path] = []
    for pad in paden:
        if pad.is_dir():
            uit += sorted(p for p in pad.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            uit.append(pad)
    return uit


def _keuze(soort: type[_Keuze], waarde: str, optie: str) -> _Keuze:
    """A member of an enum by its value. :raises Ongeldig: for another word, naming those that are known."""
    try:
        return soort(waarde)
    except ValueError as fout:
        bekend = ", ".join(lid.value for lid in soort)
        raise Ongeldig(_("Bij %(optie)s past een van: %(bekend)s.") % {"optie": optie, "bekend": bekend}) from fout
