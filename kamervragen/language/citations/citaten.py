"""Every citation in a set, with the place it stands."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.citations.verwijzingen import Verwijzing, verwijzingen


@dataclass(frozen=True, slots=True)
class Citaat:
    """A citation and its place: 'vraag-3', 'antwoord-6', 'noot-v1', 'inleiding', ... Offsets are in that text."""

    verwijzing: Verwijzing
    bij: str


def teksten(vragenset: Vragenset) -> tuple[tuple[str, str], ...]:
    """The texts of a set as (place, Markdown), in order. A grouped answer stands under its first label."""
    stukken = [
        ("inleiding", vragenset.inleiding),
        *((f"vraag-{vraag.label}", vraag.tekst) for vraag in vragenset.vragen),
        *((f"antwoord-{antwoord.labels[0]}", antwoord.tekst) for antwoord in vragenset.antwoorden),
        *((f"noot-{noot.id}", noot.tekst) for noot in vragenset.noten),
        ("toelichting", vragenset.toelichting),
        ("mededeling", vragenset.mededeling),
        ("slot", vragenset.slot),
    ]
    return tuple((plaats, tekst) for plaats, tekst in stukken if tekst)


def citaten(vragenset: Vragenset) -> tuple[Citaat, ...]:
    """All citations of a set, in the order of its texts."""
    return tuple(
        Citaat(verwijzing, plaats) for plaats, tekst in teksten(vragenset) for verwijzing in verwijzingen(tekst)
    )
