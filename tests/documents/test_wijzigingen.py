"""P3: tracked changes are never silently lost: both readings are known exactly, with who and when."""

from __future__ import annotations

import pytest

from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Opmerking, Wijziging, Wijzigingsoort
from kamervragen.documents.packing.safe_zip import open_zip
from kamervragen.documents.readers import odt, word
from kamervragen.documents.readers.ruw import Ruw
from tests.documents.bouwsels import delen, docx, p, r, roep, tabel, woorden
from tests.documents.vormen import odt as maak_odt

_WIE = 'w:author="Bram" w:date="2026-06-01T10:00:00Z"'


def ins(*runs: str, soort: str = "ins") -> str:
    return f'<w:{soort} w:id="1" {_WIE}>{"".join(run if run.startswith("<") else r(run) for run in runs)}</w:{soort}>'


def weg(tekst: str, soort: str = "del") -> str:
    return f'<w:{soort} w:id="2" {_WIE}><w:r><w:delText xml:space="preserve">{tekst}</w:delText></w:r></w:{soort}>'


def merk(soort: str, *runs: str) -> str:
    """A paragraph whose mark was inserted or deleted."""
    inhoud = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr><w:rPr><w:{soort} w:id='3' {_WIE}/></w:rPr></w:pPr>{inhoud}</w:p>"


def rij(soort: str, tekst: str) -> str:
    return f"<w:tr><w:trPr><w:{soort} w:id='4' {_WIE}/></w:trPr><w:tc>{p(tekst)}</w:tc></w:tr>"


def _lees(xml: tuple[str, ...], *, oorspronkelijk: bool) -> Ruw:
    leden = open_zip(docx(delen(*xml, voetnoten={1: p("Noot.")})), "proef.docx")
    return word.lees(leden, "proef.docx", oorspronkelijk=oorspronkelijk)


def _teksten(ruw: Ruw) -> list[str]:
    uit = []
    for blok in ruw.blokken:
        if hasattr(blok, "rijen"):
            uit += [" | ".join(" ".join(a.kaal for a in cel) for cel in rij) for rij in blok.rijen]
        elif not blok.leeg:
            uit.append(blok.kaal)
    return uit


# what Word writes | with the changes accepted | as if none were made
ZOO: dict[str, tuple[tuple[str, ...], list[str], list[str]]] = {
    "nothing tracked": ((p("De tekst."),), ["De tekst."], ["De tekst."]),
    "inserted words": ((p("De ", ins("nieuwe "), "tekst."),), ["De nieuwe tekst."], ["De tekst."]),
    "deleted words": ((p("De ", weg("oude "), "tekst."),), ["De tekst."], ["De oude tekst."]),
    "replaced": ((p("De ", weg("oude"), ins("nieuwe"), " tekst."),), ["De nieuwe tekst."], ["De oude tekst."]),
    "inserted in half a word": ((p("be", ins("ge"), "leid"),), ["begeleid"], ["beleid"]),
    "at the start": ((p(ins("Nu "), "wel."),), ["Nu wel."], ["wel."]),
    "at the end": ((p("Ja", weg(", maar niet nu"), "."),), ["Ja."], ["Ja, maar niet nu."]),
    "all of a paragraph inserted": (
        (p("Een."), merk("ins", ins("Twee.")), p("Drie.")),
        ["Een.", "Twee.", "Drie."],
        ["Een.", "Drie."],
    ),
    "all of a paragraph deleted": (
        (p("Een."), merk("del", weg("Twee.")), p("Drie.")),
        ["Een.", "Drie."],
        ["Een.", "Twee.", "Drie."],
    ),
    "a paragraph cut in two": ((merk("ins", "Een. "), p("Twee.")), ["Een.", "Twee."], ["Een. Twee."]),
    "two paragraphs joined": ((merk("del", "Een. "), p("Twee.")), ["Een. Twee."], ["Een.", "Twee."]),
    "three joined": (
        (merk("del", "Een. "), merk("del", "Twee. "), p("Drie.")),
        ["Een. Twee. Drie."],
        ["Een.", "Twee.", "Drie."],
    ),
    "the last mark deleted": ((p("Een."), merk("del", "Twee.")), ["Een.", "Twee."], ["Een.", "Twee."]),
    "moved": (
        (p("A ", weg("verplaatst ", "moveFrom"), "b."), p("C ", ins("verplaatst ", soort="moveTo"), "d.")),
        ["A b.", "C verplaatst d."],
        ["A verplaatst b.", "C d."],
    ),
    "deleted inside an insertion": ((p("A ", ins("nieuw ", weg("weer weg ")), "b."),), ["A nieuw b."], ["A b."]),
    "by two people in a row": ((p(ins("een "), ins("twee "), "drie"),), ["een twee drie"], ["drie"]),
    "in a table": ((tabel((p("A ", ins("b")), p("c ", weg("d")))),), ["A b | c"], ["A | c d"]),
    "an inserted row": (
        (f"<w:tbl>{rij('ins', 'nieuw')}<w:tr><w:tc>{p('oud')}</w:tc></w:tr></w:tbl>",),
        ["nieuw", "oud"],
        ["oud"],
    ),
    "a deleted row": (
        (f"<w:tbl>{rij('del', 'weg')}<w:tr><w:tc>{p('blijft')}</w:tc></w:tr></w:tbl>",),
        ["blijft"],
        ["weg", "blijft"],
    ),
    "a heading changed": ((p("Vraag ", weg("1"), ins("2")), p("Hoe?")), ["Vraag 2", "Hoe?"], ["Vraag 1", "Hoe?"]),
    "bold inserted": ((p("A ", ins(r("b", "<w:b/>")), "."),), ["A b."], ["A ."]),
    "in a link": ((p(f'<w:hyperlink r:id="rId1">{ins("nieuw")}{weg("oud")}</w:hyperlink>'),), ["nieuw"], ["oud"]),
    "in a content control": ((f"<w:sdt><w:sdtContent>{p('A ', ins('b'))}</w:sdtContent></w:sdt>",), ["A b"], ["A"]),
    "around a paragraph": (
        (f"<w:ins w:id='1' {_WIE}>{p('Nieuw.')}</w:ins>", p("Oud.")),
        ["Nieuw.", "Oud."],
        ["Nieuw.", "Oud."],
    ),
    "a tab and a line break inserted": ((p("a", ins("<w:r><w:tab/><w:t>b</w:t></w:r>"), "c"),), ["a bc"], ["ac"]),
    "only white space": ((p("a", ins(" "), "b"),), ["a b"], ["ab"]),
    "a property only": (
        (p(f"<w:r><w:rPr><w:rPrChange w:id='5' {_WIE}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"),),
        ["a"],
        ["a"],
    ),
    "a paragraph property only": (
        (f"<w:p><w:pPr><w:pPrChange w:id='6' {_WIE}><w:pPr/></w:pPrChange></w:pPr>{r('a')}</w:p>",),
        ["a"],
        ["a"],
    ),
    "with entities": ((p("a ", ins("&lt;b&gt; &amp; ë")),), ["a <b> & ë"], ["a"]),
    "nested in a field": ((p(f'<w:fldSimple w:instr="PAGE">{ins("2")}{weg("1")}</w:fldSimple>'),), ["2"], ["1"]),
}


@pytest.mark.parametrize("geval", ZOO)
def test_p3_both_readings_of_a_changed_document_are_known_exactly(geval: str) -> None:
    xml, aanvaard, oorspronkelijk = ZOO[geval]
    assert _teksten(_lees(xml, oorspronkelijk=False)) == aanvaard
    assert _teksten(_lees(xml, oorspronkelijk=True)) == oorspronkelijk


@pytest.mark.parametrize(
    "geval", [geval for geval in ZOO if "ins" in "".join(ZOO[geval][0]) or "del" in "".join(ZOO[geval][0])]
)
def test_p3_whatever_was_changed_is_told(geval: str) -> None:
    xml, aanvaard, oorspronkelijk = ZOO[geval]
    ruw = _lees(xml, oorspronkelijk=False)
    if aanvaard != oorspronkelijk and "row" not in geval and "joined" not in geval and "cut" not in geval:
        assert [m.code for m in ruw.meldingen] == ["wijzigingen_bijgehouden"]


def test_each_change_has_its_author_moment_words_and_place() -> None:
    data = docx(delen(p("Vraag 1"), p("Hoe ", ins("dan "), "?"), p("Antwoord op vraag 1"), p("Zo", weg(" niet"), ".")))
    lezing = lees(data, "proef.docx")
    assert lezing.wijzigingen == (
        Wijziging(Wijzigingsoort.INGEVOEGD, "Bram", "2026-06-01T10:00:00Z", "dan ", "vraag-1"),
        Wijziging(Wijzigingsoort.VERWIJDERD, "Bram", "2026-06-01T10:00:00Z", " niet", "antwoord-1"),
    )
    assert lezing.vragenset.antwoorden[0].tekst == "Zo."
    assert lees(data, "proef.docx", oorspronkelijk=True).vragenset.antwoorden[0].tekst == "Zo niet."


def test_a_note_that_was_deleted_is_only_in_the_original() -> None:
    xml = (p("Ja", f'<w:del w:id="2" {_WIE}>{roep(1)}</w:del>', "."),)
    assert _lees(xml, oorspronkelijk=False).voetnoten == {}
    assert _lees(xml, oorspronkelijk=True).voetnoten == {"v1": "Noot."}


# OpenDocument

_REGIOS = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Bram</dc:creator>'
    "<dc:date>2026-06-01T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>"
    '<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Anna</dc:creator>'
    "<dc:date>2026-06-02T10:00:00</dc:date></office:change-info><text:p>oude </text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)
_ALINEA = (
    '<text:p>De <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>nieuwe '
    '<text:change-end text:change-id="c1"/>tekst.</text:p>'
)


def test_p3_an_odt_is_read_both_ways_too() -> None:
    leden = open_zip(maak_odt(_REGIOS + _ALINEA), "proef.odt")
    aanvaard, oorspronkelijk = (odt.lees(leden, "proef.odt", oorspronkelijk=o) for o in (False, True))
    assert (woorden(aanvaard), woorden(oorspronkelijk)) == (["De nieuwe tekst."], ["De oude tekst."])
    assert list(aanvaard.wijzigingen.values()) == [
        Wijziging(Wijzigingsoort.VERWIJDERD, "Anna", "2026-06-02T10:00:00", "oude "),
        Wijziging(Wijzigingsoort.INGEVOEGD, "Bram", "2026-06-01T10:00:00", "nieuwe "),
    ]


def test_a_remark_in_an_odt_is_kept_with_its_passage() -> None:
    noot = '<office:annotation office:name="a"><dc:creator>Bram</dc:creator><dc:date>2026-06-01</dc:date><text:p>Klopt dit?</text:p></office:annotation>'
    leden = open_zip(
        maak_odt(f'<text:p>Ja, {noot}zeker<office:annotation-end office:name="a"/>.</text:p>'), "proef.odt"
    )
    ruw = odt.lees(leden, "proef.odt")
    assert woorden(ruw) == ["Ja, zeker."]
    assert list(ruw.opmerkingen.values()) == [Opmerking("Bram", "2026-06-01", "Klopt dit?", "zeker")]
