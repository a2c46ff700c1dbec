"""Everything that still blocks sending, each as a code and the place it is found."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.rollen import Handeling, Rol, mag
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Vragenset, merken_in


@dataclass(frozen=True, slots=True)
class Gebrek:
    """One shortcoming. `plaats` is 'vraag-3', 'antwoord-6', 'noot-b1' or 'set'; `wat` the words it is about."""

    code: str
    plaats: str
    wat: str = ""


# Code -> the first step it holds up, and the act that lets it pass with a reason. Without one it must be mended.
POORT: dict[str, tuple[Feitsoort, Handeling | None]] = {
    "geen_vragen": (Feitsoort.CONCEPT_GEREED, None),
    "geen_ondertekenaar": (Feitsoort.CONCEPT_GEREED, None),
    "vraag_zonder_tekst": (Feitsoort.CONCEPT_GEREED, None),
    "vraag_zonder_antwoord": (Feitsoort.CONCEPT_GEREED, None),
    "vraag_dubbel_beantwoord": (Feitsoort.CONCEPT_GEREED, None),
    "antwoord_zonder_vraag": (Feitsoort.CONCEPT_GEREED, None),
    "merk_zonder_noot": (Feitsoort.CONCEPT_GEREED, None),
    "noot_zonder_merk": (Feitsoort.CONCEPT_GEREED, None),
    "verwijzing_dood_in_set": (Feitsoort.CONCEPT_GEREED, None),
    "verwijzing_kring_in_set": (Feitsoort.CONCEPT_GEREED, None),
    "restant": (Feitsoort.CONCEPT_GEREED, Handeling.GEBREK_PASSEREN),
    "bijdrage_gevraagd": (Feitsoort.CONCEPT_GEREED, Handeling.GEBREK_PASSEREN),
    "bijdrage_onbeslist": (Feitsoort.CONCEPT_GEREED, Handeling.AFWEGEN),
    "deelvraag_open": (Feitsoort.VASTGESTELD, Handeling.AFWEGEN),
    "strijd": (Feitsoort.VASTGESTELD, Handeling.AFWEGEN),
    "wetsnaam": (Feitsoort.VASTGESTELD, Handeling.AFWEGEN),
    "verwijzing_onvolledig_in_set": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "overname_niet_bevestigd": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "gerectificeerd": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "opmerking_open": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "paraaf_ongezien": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "bsn": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "iban": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "mail": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "telefoon": (Feitsoort.VASTGESTELD, Handeling.GEBREK_PASSEREN),
    "toezegging_open": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
    "mede_niet_akkoord": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
    "geen_beslisnota": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
    "geen_kenmerk": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
    "geen_zaaknummer": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
    "datums_kloppen_niet": (Feitsoort.VERZONDEN, None),
    "bijlage_restant": (Feitsoort.VERZONDEN, Handeling.GEBREK_PASSEREN),
}
# The steps of the gate, in the order they are taken.
POORTSTAPPEN = (Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD, Feitsoort.VERZONDEN)


def houdt_tegen(gebrek: Gebrek, stap: Feitsoort) -> bool:
    """Whether this step may not be taken while the shortcoming stands."""
    return POORTSTAPPEN.index(POORT[gebrek.code][0]) <= POORTSTAPPEN.index(stap)


def mag_passeren(code: str, rollen: frozenset[Rol]) -> bool:
    """Whether someone with these roles may let a shortcoming of this kind pass with a reason."""
    handeling = POORT[code][1] if code in POORT else None
    return handeling is not None and mag(rollen, handeling)


def gebreken(vragenset: Vragenset) -> tuple[Gebrek, ...]:
    """The shortcomings of a set as it would be sent, in the order of the set.

    Every question answered exactly once, no empty answer, every note mark with its note and every note with its mark,
    a signatory.
    """
    gevonden: list[Gebrek] = []
    if not vragenset.vragen:
        gevonden.append(Gebrek("geen_vragen", "set"))
    if not vragenset.ondertekenaars:
        gevonden.append(Gebrek("geen_ondertekenaar", "set"))
    for vraag in vragenset.vragen:
        if not vraag.tekst.strip():
            gevonden.append(Gebrek("vraag_zonder_tekst", f"vraag-{vraag.label}"))
        dekking = [antwoord for antwoord in vragenset.antwoorden if vraag.label in antwoord.labels]
        if not any(antwoord.tekst.strip() for antwoord in dekking):
            gevonden.append(Gebrek("vraag_zonder_antwoord", f"vraag-{vraag.label}"))
        elif len(dekking) > 1:
            gevonden.append(Gebrek("vraag_dubbel_beantwoord", f"vraag-{vraag.label}"))
    bekend = {vraag.label for vraag in vragenset.vragen}
    for antwoord in vragenset.antwoorden:
        if not set(antwoord.labels) & bekend:
            gevonden.append(Gebrek("antwoord_zonder_vraag", f"antwoord-{antwoord.labels[0]}"))
    return (*gevonden, *_noten(vragenset))


def _noten(vragenset: Vragenset) -> tuple[Gebrek, ...]:
    teksten = [(f"vraag-{vraag.label}", vraag.tekst) for vraag in vragenset.vragen]
    teksten += [(f"antwoord-{antwoord.labels[0]}", antwoord.tekst) for antwoord in vragenset.antwoorden]
    rest = {"inleiding": vragenset.inleiding, "toelichting": vragenset.toelichting, "slot": vragenset.slot}
    teksten += [(plaats, tekst) for plaats, tekst in rest.items() if tekst]
    aanwezig = {noot.id for noot in vragenset.noten}
    gebruikt = {merk for _, tekst in teksten for merk in merken_in(tekst)}
    zonder_noot = [Gebrek("merk_zonder_noot", plaats) for plaats, tekst in teksten if set(merken_in(tekst)) - aanwezig]
    zonder_merk = [Gebrek("noot_zonder_merk", f"noot-{noot.id}") for noot in vragenset.noten if noot.id not in gebruikt]
    return (*zonder_noot, *zonder_merk)
