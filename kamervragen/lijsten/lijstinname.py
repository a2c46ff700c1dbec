"""The lists of people's own come along: laid down, their columns chosen, tried row by row, and only then taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kamervragen.core.act import Huis, Werk, eis_vooraf, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.apart import lees_werkblad_apart
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.binnen import korte_naam
from kamervragen.documents.werkblad import Werkblad
from kamervragen.documents.writers.lijst import Cel, Lijstblad, Lijstsoort, render
from kamervragen.domain.errors import Fout, NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.inname.innemen import Uitkomst
from kamervragen.inname.store import inname
from kamervragen.lijsten import lijstregisters, lijstrijen, lijstsets
from kamervragen.lijsten.lijstrij import Gedaan, Rij
from kamervragen.lijsten.lijstvelden import VELDEN, Lijst, Lijstveld, gekeurd, geraden
from kamervragen.lijsten.store import kolomkeuzen
from kamervragen.sets.rows import InnameRij

_STATUS, _KLAAR = "lijst", "lijst_verwerkt"
_VERWERK: dict[Lijst, Callable[[Huis, Werk, Rij], Gedaan]] = {
    Lijst.TOEZEGGINGEN: lambda _huis, werk, rij: lijstrijen.toezegging(werk, rij),
    Lijst.MOTIES: lambda _huis, werk, rij: lijstrijen.motie(werk, rij),
    Lijst.SETS: lambda _huis, werk, rij: lijstsets.vragenset(werk, rij),
    Lijst.BEWINDSPERSONEN: lambda _huis, werk, rij: lijstsets.bewindspersoon(werk, rij),
    Lijst.WETTEN: lambda _huis, werk, rij: lijstregisters.wet(werk, rij),
    Lijst.RECESSEN: lijstregisters.reces,
    Lijst.DIRECTIES: lambda _huis, werk, rij: lijstregisters.directie(werk, rij),
    Lijst.UITSTELREDENEN: lambda _huis, werk, rij: lijstregisters.uitstelreden(werk, rij),
    Lijst.SIGNALEN: lambda _huis, werk, rij: lijstregisters.signaal(werk, rij),
}
# A list does no more than its person could do by hand.
_RECHT = {
    Lijst.BEWINDSPERSONEN: Handeling.AMBTEN_BEHEREN,
    Lijst.WETTEN: Handeling.WETTEN_BEHEREN,
    Lijst.RECESSEN: Handeling.KALENDER_BEHEREN,
    Lijst.DIRECTIES: Handeling.GEBRUIKERS_BEHEREN,
    Lijst.UITSTELREDENEN: Handeling.WOORDEN_BEHEREN,
    Lijst.SIGNALEN: Handeling.WOORDEN_BEHEREN,
}
# What tells a row of a list apart: twice in one file is a mistake.
_SLEUTEL = {
    Lijst.TOEZEGGINGEN: ("toezegging", "gedaan op"),
    Lijst.MOTIES: ("kamerstuk",),
    Lijst.SETS: ("zaaknummer",),
    Lijst.BEWINDSPERSONEN: ("functie", "naam", "portefeuille", "van"),
    Lijst.WETTEN: ("titel",),
    Lijst.RECESSEN: ("reces", "van"),
    Lijst.DIRECTIES: ("code",),
    Lijst.UITSTELREDENEN: ("reden",),
    Lijst.SIGNALEN: ("woorden",),
}


@dataclass(frozen=True, slots=True)
class Rijverslag:
    """What a row would do, or did. `nummer` is its number in the file."""

    nummer: int
    uitkomst: Uitkomst
    wat: str
    velden: tuple[str, ...] = ()
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Lijstbeeld:
    """A list that was laid down: its sheet, which column is which, and what each row would do once that is chosen."""

    rij: InnameRij
    soort: Lijst
    blad: Werkblad
    velden: tuple[Lijstveld, ...]
    keuze: dict[str, int]
    verslag: tuple[Rijverslag, ...]
    fout: Ongeldig | None
    klaar: bool

    @property
    def aantallen(self) -> dict[Uitkomst, int]:
        telling = Counter(r.uitkomst for r in self.verslag)
        return {uitkomst: telling[uitkomst] for uitkomst in Uitkomst}


class _Terug(Exception):  # noqa: N818 - no error: it undoes a trial
    pass


def leg_neer(huis: Huis, wie: Wie, soort: str, naam: str, data: bytes) -> int:
    """Lays a list down. Returns its number.

    :raises Ongeldig, TeGroot: an unknown kind, or a file that is no list.
    """
    if soort not in set(Lijst):
        raise Ongeldig("Kies wat voor lijst het is.", veld="soort")
    eis_vooraf(huis, wie, _RECHT.get(Lijst(soort), Handeling.LIJST_INNEMEN), korte_naam(naam))
    kort = korte_naam(naam)
    lees_werkblad_apart(data, kort)
    with files.bewaard(huis.settings.documenten, data), handeling(huis, wie, Handeling.LIJST_INNEMEN, kort) as werk:
        rij = inname.leg_neer(werk.sessie, naam=kort, sha256=files.sha256(data), actor=wie.naam, moment=werk.moment)
        rij.status, rij.verslag = _STATUS, {"soort": soort}
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id


def bekijk(huis: Huis, wie: Wie, id: int, velden: Mapping[str, int] | None = None) -> Lijstbeeld:
    """The list with what each row would do: tried in full, and undone. Without `velden`: as chosen before, or guessed.

    :raises NietGevonden: no such list.
    """
    rij, soort, blad = _geopend(huis, wie, id)
    with inzage(huis, wie, Handeling.LIJST_INNEMEN) as sessie:
        bewaard = kolomkeuzen.keuze(sessie, soort, blad.koppen)
    keuze = dict(velden) if velden is not None else bewaard or geraden(soort, blad.koppen)
    verslag: tuple[Rijverslag, ...] = ()
    fout: Ongeldig | None = None
    try:
        goed = gekeurd(soort, keuze, len(blad.koppen))
        verslag = _proef(huis, wie, soort, blad, goed, rij.naam)
    except Ongeldig as reden:
        fout = reden
    return Lijstbeeld(rij, soort, blad, VELDEN[soort], keuze, verslag, fout, rij.status == _KLAAR)


def neem_in(huis: Huis, wie: Wie, id: int, velden: Mapping[str, int]) -> tuple[Rijverslag, ...]:
    """Takes in what can be taken in; refused rows are left out, and can be had back as a sheet. The choice is remembered.

    :raises Ongeldig: a needed field has no column. :raises NietGevonden: no such list.
    """
    rij, soort, blad = _geopend(huis, wie, id)
    keuze = gekeurd(soort, velden, len(blad.koppen))
    with handeling(huis, wie, Handeling.LIJST_INNEMEN, rij.naam) as werk:
        kolomkeuzen.onthoud(werk.sessie, soort, blad.koppen, keuze, actor=wie.naam, moment=werk.moment)
        verslag = tuple(_rijen(huis, werk, soort, blad, keuze))
        inname.wijzig(
            werk.sessie,
            id,
            versie=rij.versie,
            status=_KLAAR,
            uitkomst=", ".join(f"{n} {u.value}" for u, n in Counter(r.uitkomst for r in verslag).items()),
        )
    return verslag


def geweigerd(huis: Huis, wie: Wie, id: int, soort: Lijstsoort) -> Bestand:
    """The rows that are refused, as they came, each with its reason, to mend and bring again."""
    beeld = bekijk(huis, wie, id)
    redenen = {r.nummer: r.reden for r in beeld.verslag if r.uitkomst is Uitkomst.GEWEIGERD}
    rijen: list[tuple[Cel, ...]] = [
        (*rij, redenen[nummer])
        for nummer, rij in enumerate(beeld.blad.rijen, start=beeld.blad.eerste)
        if nummer in redenen
    ]
    blad = Lijstblad("Geweigerde rijen", (*beeld.blad.koppen, "reden van weigering"), tuple(rijen))
    return Bestand(f"geweigerd-{beeld.soort.value}.{soort.value}", render(blad, soort))


def _geopend(huis: Huis, wie: Wie, id: int) -> tuple[InnameRij, Lijst, Werkblad]:
    with inzage(huis, wie, Handeling.LIJST_INNEMEN) as sessie:
        rij = inname.op_id(sessie, id)
    if rij is None or rij.status not in (_STATUS, _KLAAR):
        raise NietGevonden("Deze lijst is er niet. Leg haar opnieuw neer.")
    blad = lees_werkblad_apart(files.lees(huis.settings.documenten, rij.sha256), rij.naam)
    soort = Lijst(rij.verslag["soort"])
    eis_vooraf(huis, wie, _RECHT.get(soort, Handeling.LIJST_INNEMEN), rij.naam)
    return rij, soort, blad


def _proef(
    huis: Huis, wie: Wie, soort: Lijst, blad: Werkblad, keuze: Mapping[str, int], naam: str
) -> tuple[Rijverslag, ...]:
    """The very acts of `neem_in`, taken back: a trial that says something else than the act would be worse than none."""
    verslag: tuple[Rijverslag, ...] = ()
    try:
        with handeling(huis, wie, Handeling.LIJST_INNEMEN, naam) as werk:
            verslag = tuple(_rijen(huis, werk, soort, blad, keuze))
            raise _Terug
    except _Terug:
        return verslag


def _rijen(huis: Huis, werk: Werk, soort: Lijst, blad: Werkblad, keuze: Mapping[str, int]) -> Iterator[Rijverslag]:
    gezien: dict[tuple[str, ...], int] = {}
    for nummer, cellen in enumerate(blad.rijen, start=blad.eerste):
        if not any(cellen):
            continue
        rij = Rij({naam: cellen[plaats] for naam, plaats in keuze.items()})
        sleutel = _sleutel(soort, rij)
        try:
            if sleutel in gezien:
                raise Ongeldig("Staat twee keer in de lijst: ook op rij %(gezien)s.", gezien=gezien[sleutel])
            gedaan = _VERWERK[soort](huis, werk, rij)
        except Fout as fout:
            naam = next(filter(None, (rij.tekst(veld) for veld in ("nummer", *_SLEUTEL[soort]))), "")
            yield Rijverslag(nummer, Uitkomst.GEWEIGERD, naam, reden=fout.bericht)
        else:
            gezien[sleutel] = nummer
            yield Rijverslag(nummer, gedaan.uitkomst, gedaan.wat, gedaan.velden)


def _sleutel(soort: Lijst, rij: Rij) -> tuple[str, ...]:
    """A promise with a number of the Kamer is that number, whatever its words."""
    velden = ("nummer",) if soort is Lijst.TOEZEGGINGEN and rij.tekst("nummer") else _SLEUTEL[soort]
    return tuple(rij.tekst(veld).casefold() for veld in velden)
