"""One set in every layout: written, read back, equal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kamervragen.documents.lees import lees
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.vragenset import merken_in
from tests.documents import vormen
from tests.documents.vormen import KOPPEN, Proefset, proefsets
from tests.promises import aantal

VOORBEELDEN = aantal(klein=25, vol=300)
# Shrinking a PDF takes minutes and tells little more.
_ZONDER_KRIMPEN = (Phase.explicit, Phase.reuse, Phase.generate)
_INSTELLING = settings(
    max_examples=VOORBEELDEN,
    deadline=None,
    phases=_ZONDER_KRIMPEN,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MET_NOTEN: dict[str, Callable[[Proefset], bytes]] = {
    **{f"text, {koppen}": lambda s, k=koppen: vormen.als_tekst(s, k) for koppen in KOPPEN},  # type: ignore[misc]
    **{f"docx, {koppen}": lambda s, k=koppen: vormen.als_docx(s, k) for koppen in KOPPEN},  # type: ignore[misc]
    **{f"odt, {koppen}": lambda s, k=koppen: vormen.als_odt(s, k) for koppen in KOPPEN},  # type: ignore[misc]
    "docx with footnotes and soft breaks": vormen.als_docx_met_voetnoten,
    "official XML": vormen.als_xml,
    "HTML": vormen.als_html,
    "print as text": vormen.als_druktekst,
    "print as PDF": vormen.als_pdf,
}
ZONDER_NOTEN: dict[str, Callable[[Proefset], bytes]] = {
    "docx, numbered list": vormen.als_docx_met_lijst,
}


def _plat(tekst: str) -> str:
    return " ".join(re.sub(r"\[\^[bv]\d+\]", "", platte_tekst(tekst)).split())


def _gelezen(proef: Proefset, data: bytes) -> tuple[list[str], list[str], list[tuple[tuple[str, ...], str]]]:
    s = lees(data, "proef").vragenset
    return (
        [vraag.label for vraag in s.vragen],
        [_plat(vraag.tekst) for vraag in s.vragen],
        [(antwoord.labels, _plat(antwoord.tekst)) for antwoord in s.antwoorden],
    )


def _verwacht(proef: Proefset) -> tuple[list[str], list[str], list[tuple[tuple[str, ...], str]]]:
    return (
        [str(n + 1) for n in range(len(proef.vragen))],
        [" ".join(vraag) for vraag in proef.vragen],
        [
            (tuple(str(vraag + 1) for vraag in groep), " ".join(" ".join(antwoord).split()))
            for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True)
        ],
    )


@pytest.mark.parametrize("vorm", MET_NOTEN | ZONDER_NOTEN)
@given(proef=proefsets())
@_INSTELLING
def test_every_layout_reads_back_as_the_same_questions_and_answers(vorm: str, proef: Proefset) -> None:
    assert _gelezen(proef, (MET_NOTEN | ZONDER_NOTEN)[vorm](proef)) == _verwacht(proef)


@pytest.mark.parametrize("vorm", MET_NOTEN)
@given(proef=proefsets())
@_INSTELLING
def test_every_layout_keeps_its_notes_where_they_are_called(vorm: str, proef: Proefset) -> None:
    s = lees(MET_NOTEN[vorm](proef), "proef").vragenset
    per_vraag = [[_plat(noot.tekst) for id in merken_in(vraag.tekst) if (noot := s.noot(id))] for vraag in s.vragen]
    assert per_vraag == [[tekst for _, tekst in proef.noten_van(vraag)] for vraag in range(len(proef.vragen))]
    assert len(s.noten) == len(proef.noten)


@given(proef=proefsets())
@_INSTELLING
def test_the_table_of_a_committee_reads_back_question_by_question(proef: Proefset) -> None:
    s = lees(vormen.als_tabel(proef), "lijst.docx").vragenset
    _, vragen, antwoorden = _verwacht(proef)
    assert [_plat(vraag.tekst) for vraag in s.vragen] == vragen
    per_label = {label: tekst for labels, tekst in antwoorden for label in labels}
    assert {antwoord.labels: _plat(antwoord.tekst) for antwoord in s.antwoorden} == {
        (label,): tekst for label, tekst in per_label.items()
    }
    assert s.instrument.value == "lijst_van_vragen"
