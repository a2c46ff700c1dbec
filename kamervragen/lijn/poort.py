"""What still holds a set up: every shortcoming, from which step, and whether it was let pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kamervragen.antwoorden.rows import AfwegingRij
from kamervragen.antwoorden.store import afwegingen
from kamervragen.antwoorden.store.afwegingen import afdruk
from kamervragen.catalogue import datum, plaats, woorden
from kamervragen.domain.bijlage import Bijlagesoort
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.gebreken import POORT, POORTSTAPPEN, Gebrek, gebreken, houdt_tegen
from kamervragen.domain.status import STAPPEN, Feitsoort, Status
from kamervragen.domain.vragenset import Instrument, Vragenset
from kamervragen.hergebruik import herkomst
from kamervragen.language.beweringen import Strijd, beweringen, binnen
from kamervragen.language.citations.citaten import teksten as teksten_van
from kamervragen.language.citations.kruisverwijzingen import verband
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.citations.wetten import afwijkende_namen
from kamervragen.language.deelvragen import Dekking, Gedekt, dekking
from kamervragen.language.lekken import lekken
from kamervragen.language.zinnen import is_herkenbaar
from kamervragen.lijn.store import bijdragen, rectificaties, route
from kamervragen.papieren import bijlagen
from kamervragen.register.store import toezeggingen
from kamervragen.sets.blik import Blik

_NOEM = 5  # shortcomings in the message that the set is not ready; the page of the gate has them all


@dataclass(frozen=True, slots=True)
class Gebrekbeeld:
    """A shortcoming, from which step it holds the set up, and the weighing that let it pass, if any."""

    gebrek: Gebrek
    stap: Feitsoort
    afweging: AfwegingRij | None
    mag: bool = False


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What the sentences of a set say about themselves, read once for the gate and for its page."""

    gedekt: tuple[tuple[str, Gedekt], ...]
    strijd: tuple[tuple[Strijd, Gebrek], ...]
    gewogen: dict[tuple[str, str, str], AfwegingRij]


def lees(blik: Blik) -> _Gelezen:
    return _Gelezen(
        gedekt=tuple(gedekt(blik.vragenset)),
        strijd=tuple(_strijd(blik)),
        gewogen=afwegingen.van_set(blik.sessie, blik.id),
    )


def poort_van(blik: Blik, gelezen: _Gelezen | None = None) -> tuple[Gebrekbeeld, ...]:
    """Finds every shortcoming of a set today, those that hold up the first step first, each with its weighing."""
    gelezen = gelezen or lees(blik)
    beelden = [
        Gebrekbeeld(g, POORT[g.code][0], gewogen(gelezen.gewogen, g)) for g in dict.fromkeys(_alle(blik, gelezen))
    ]
    return tuple(sorted(beelden, key=lambda b: POORTSTAPPEN.index(b.stap)))


def tegen(poort: Iterable[Gebrekbeeld], stap: Feitsoort) -> tuple[Gebrek, ...]:
    """What of the gate holds this step up: not mended and not let pass."""
    return tuple(b.gebrek for b in poort if b.afweging is None and houdt_tegen(b.gebrek, stap))


def volgende_stap(status: Status) -> Feitsoort | None:
    """The next step of the gate from this status; None when nothing is left to hold up."""
    return next((stap for stap in POORTSTAPPEN if stap in STAPPEN[status]), None) or (
        Feitsoort.CONCEPT_GEREED if status is Status.GEREGISTREERD else None
    )


def eis_poort(blik: Blik, stap: Feitsoort) -> None:
    """:raises Ongeldig: while something holds this step up, in words that say what."""
    if gevonden := tegen(poort_van(blik), stap):
        wat = "".join(f"\n{plaats(g.plaats)}: {woorden(g.code, (('wat', g.wat),))}" for g in gevonden[:_NOEM])
        meer = f"\nEn nog {len(gevonden) - _NOEM}." if len(gevonden) > _NOEM else ""
        raise Ongeldig("De set is nog niet af. Los dit op en probeer het opnieuw.%(wat)s%(meer)s", wat=wat, meer=meer)


def gewogen(gewogen: dict[tuple[str, str, str], AfwegingRij], gebrek: Gebrek) -> AfwegingRij | None:
    return gewogen.get((gebrek.code, gebrek.plaats, afdruk(gebrek.wat)))


def _alle(blik: Blik, gelezen: _Gelezen) -> Iterator[Gebrek]:
    vragenset = blik.vragenset
    yield from gebreken(vragenset)
    yield from _verwijzingen(vragenset)
    for waar, tekst in teksten_van(vragenset):
        if not waar.startswith("vraag"):
            yield from (Gebrek(vondst.soort.value, waar, vondst.tekst) for vondst in lekken(tekst))
    for label, gedekt in gelezen.gedekt:
        gebrek = Gebrek("deelvraag_open", f"vraag-{label}", gedekt.deelvraag.tekst)
        if vragenset.antwoord_op(label) and (gedekt.dekking is Dekking.OPEN or gewogen(gelezen.gewogen, gebrek)):
            yield gebrek
    yield from (gebrek for _, gebrek in gelezen.strijd)
    register = [wet.titel for wet in afwegingen.wetten(blik.sessie)]
    for antwoord in vragenset.antwoorden:
        for naam in afwijkende_namen(antwoord.tekst, register):
            yield Gebrek("wetsnaam", f"antwoord-{antwoord.labels[0]}", f"{naam.geschreven} – {naam.titel}")
    yield from _van_mensen(blik)
    yield from _om_te_verzenden(blik)


def _verwijzingen(vragenset: Vragenset) -> Iterator[Gebrek]:
    bekend = {label for antwoord in vragenset.antwoorden for label in antwoord.labels}
    for antwoord in vragenset.antwoorden:
        waar = f"antwoord-{antwoord.labels[0]}"
        for verwijzing in verwijzingen(antwoord.tekst):
            if verwijzing.gemis:
                yield Gebrek("verwijzing_onvolledig_in_set", waar, verwijzing.tekst)
            elif verwijzing.soort is Verwijzingsoort.ANTWOORD and _label(verwijzing.id) not in bekend:
                yield Gebrek("verwijzing_dood_in_set", waar, verwijzing.tekst)
    for kring in verband(vragenset).kringen:
        yield Gebrek("verwijzing_kring_in_set", f"antwoord-{kring[0]}", " → ".join((*kring, kring[0])))


def _label(id: str | None) -> str:
    return (id or "").removeprefix("antwoord-")


def _van_mensen(blik: Blik) -> Iterator[Gebrek]:
    """What waits for a decision of someone: stale text, remarks, initials on an older text, promises."""
    sessie = blik.sessie
    for label, aantal in herkomst.na_te_kijken(blik).items():
        yield Gebrek("overname_niet_bevestigd", f"antwoord-{label}", str(aantal))
    labels = {a.id: van[0] for a, van in blik.antwoorden if van}
    for opmerking in afwegingen.opmerkingen(sessie, blik.id):
        if opmerking.op_id is None and opmerking.opgelost_op is None and opmerking.antwoord_id in labels:
            yield Gebrek(
                "opmerking_open", f"antwoord-{labels[opmerking.antwoord_id]}", f"{opmerking.actor}: {opmerking.tekst}"
            )
    for verzoek in bijdragen.verzoeken(sessie, blik.id):
        if verzoek.besluit is None:
            yield Gebrek(
                "bijdrage_gevraagd", f"vraag-{verzoek.labels[0]}", f"{verzoek.aan}, {datum(verzoek.uiterlijk)}"
            )
    for bijdrage, label in bijdragen.onbeslist(sessie, blik.id):
        yield Gebrek("bijdrage_onbeslist", f"vraag-{label}", bijdrage.auteur)
    onjuist = [passage for passage in rectificaties.elders(sessie, blik.id) if is_herkenbaar(passage)]
    for antwoord, van in blik.antwoorden:
        for passage in (passage for passage in onjuist if van and passage in antwoord.tekst):
            yield Gebrek("gerectificeerd", f"antwoord-{van[0]}", passage)
    nu = route.versies_nu(sessie, blik.id)
    for paraaf in route.laatste_ronde(sessie, blik.id):
        if paraaf.besluit == "akkoord":
            gewijzigd = [labels[int(id)] for id, v in nu.items() if int(id) in labels and v > paraaf.gezien.get(id, 0)]
            for label in gewijzigd:
                yield Gebrek("paraaf_ongezien", f"antwoord-{label}", paraaf.naam)
    for toezegging in toezeggingen.van_set(sessie, blik.id):
        if toezegging.status == "voorgesteld":
            waar = labels.get(toezegging.antwoord_id or 0)
            yield Gebrek("toezegging_open", f"antwoord-{waar}" if waar else "set", toezegging.zin)


def _om_te_verzenden(blik: Blik) -> Iterator[Gebrek]:
    rij = blik.rij
    for persoon in blik.vragenset.mede_namens:
        yield Gebrek("mede_niet_akkoord", "set", str(persoon))
    mee = bijlagen.naar_de_kamer(blik.sessie, blik.id)
    if not any(d.soort == Bijlagesoort.BESLISNOTA for d in mee):
        yield Gebrek("geen_beslisnota", "set")
    for document in mee:
        for soort, aantal in document.aantallen.items():
            yield Gebrek("bijlage_restant", "set", f"{document.naam}: {soort} ({aantal})")
    if not rij.kenmerken and not rij.dms_kenmerk:
        yield Gebrek("geen_kenmerk", "set")
    if not rij.zaaknummer and rij.instrument == Instrument.SCHRIFTELIJKE_VRAGEN:
        yield Gebrek("geen_zaaknummer", "set")
    dagen = [
        geschreven_op for geschreven_op in (rij.ingezonden, rij.gedagtekend, rij.ontvangen) if geschreven_op is not None
    ]
    if dagen != sorted(dagen):
        yield Gebrek("datums_kloppen_niet", "set")


def gedekt(vragenset: Vragenset) -> Iterator[tuple[str, Gedekt]]:
    """Every sub-question of the set with what its answer does to it."""
    for vraag in vragenset.vragen:
        antwoord = vragenset.antwoord_op(vraag.label)
        tekst, gedeeld = (antwoord.tekst, len(antwoord.labels) > 1) if antwoord else ("", False)
        for gedekt in dekking(vraag.tekst, tekst, gedeeld=gedeeld):
            yield vraag.label, gedekt


def _strijd(blik: Blik) -> list[tuple[Strijd, Gebrek]]:
    """Sentences of one set that may contradict each other, each pair with the shortcoming it is."""
    alle = [
        b for a in blik.vragenset.antwoorden for b in beweringen(a.tekst, a.labels[0], geschreven=geschreven_op(blik))
    ]
    return [(s, Gebrek("strijd", f"antwoord-{s.een.plaats}", f"{s.een.zin} ⟷ {s.ander.zin}")) for s in binnen(alle)]


def geschreven_op(blik: Blik) -> date:
    return blik.rij.ontvangen or blik.rij.gedagtekend or blik.op
