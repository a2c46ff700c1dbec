"""Everything that still blocks sending, each as a code and the place it is found."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.vragenset import Vragenset, merken_in


@dataclass(frozen=True, slots=True)
class Gebrek:
    """One shortcoming. `plaats` is 'vraag-3', 'antwoord-6', 'noot-b1' or 'set'."""

    code: str
    plaats: str


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
