"""Word: what stands in the XML parts of a .docx, through the zip door. Promises F6 to F8, I4 and I5."""

from __future__ import annotations

import socket
import time

import pytest

from kamervragen.documents.lezing import Melding, Opmerking
from kamervragen.documents.readers import word
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk, Tabel, alinea
from kamervragen.domain.errors import Ongeldig
from tests.documents.bouwsels import (
    NAAM,
    alineas,
    delen,
    lees_word,
    lijsten,
    p,
    r,
    roep,
    tabel,
    woorden,
)

_HOOG = '<w:vertAlign w:val="superscript"/>'
_DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def _markdown(*lichaam: str, links: dict[str, str] | None = None) -> str:
    return schrijf_markdown(lees_word(delen(*lichaam, links=links)).blokken)


def _lijsten(*lichaam: str, nummering: str) -> list[Lijst | None]:
    return [blok.lijst for blok in alineas(lees_word(delen(*lichaam, nummering=nummering)))]


# --- tracked changes


def test_f6_tracked_insertions_are_read_and_deletions_are_not() -> None:
    ruw = lees_word(
        delen(
            p("De ", f"<w:ins>{r('nieuwe')}</w:ins>", "<w:del><w:r><w:delText>oude</w:delText></w:r></w:del>", " tekst")
        )
    )
    assert woorden(ruw) == ["De nieuwe tekst"]
    assert ruw.meldingen == (Melding("wijzigingen_bijgehouden", "set", (("invoegingen", 1), ("verwijderingen", 1))),)


def test_an_insertion_that_was_deleted_again_is_not_read() -> None:
    ruw = lees_word(delen(p("Blijft", "<w:ins><w:del><w:r><w:delText> weg</w:delText></w:r></w:del></w:ins>")))
    assert woorden(ruw) == ["Blijft"]


def test_moved_text_is_read_where_it_went() -> None:
    ruw = lees_word(
        delen(p("a", f"<w:moveFrom>{r(' verhuisd')}</w:moveFrom>"), p("b", f"<w:moveTo>{r(' verhuisd')}</w:moveTo>"))
    )
    assert woorden(ruw) == ["a", "b verhuisd"]
    assert ruw.meldingen == (Melding("wijzigingen_bijgehouden", "set", (("invoegingen", 1), ("verwijderingen", 1))),)


def test_an_inserted_alinea_and_a_deleted_row_are_seen() -> None:
    rij = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("weg") + "</w:tc></w:tr>"
    ruw = lees_word(
        delen(f"<w:ins>{p('erbij')}</w:ins>", f"<w:tbl>{rij}<w:tr><w:tc>{p('blijft')}</w:tc></w:tr></w:tbl>")
    )
    assert ruw.blokken == (alinea("erbij"), Tabel((((alinea("blijft"),),),)))


def test_a_document_without_changes_says_nothing() -> None:
    assert lees_word(delen(p("Ja."))).meldingen == ()


def test_a_remark_is_kept_apart_with_its_author_and_passage() -> None:
    bereik = '<w:commentRangeStart w:id="1"/>', r("zeker"), '<w:commentRangeEnd w:id="1"/>'
    leden = delen(p("Ja, ", *bereik, ".", '<w:r><w:commentReference w:id="1"/></w:r>'))
    opmerking = f'<w:comment w:id="1" w:author="Bram" w:date="2026-06-01T10:00:00Z">{p("Klopt dit?")}</w:comment>'
    leden["word/comments.xml"] = f"{_DOCUMENT.replace('document', 'comments', 1)}{opmerking}</w:comments>".encode()
    ruw = lees_word(leden)
    assert woorden(ruw) == ["Ja, zeker."]
    assert ruw.meldingen == (Melding("opmerkingen_in_marge", "set", (("aantal", 1),)),)
    assert list(ruw.opmerkingen.values()) == [Opmerking("Bram", "2026-06-01T10:00:00Z", "Klopt dit?", "zeker")]


# --- text boxes


def test_a_text_box_is_read_once_and_apart() -> None:
    doos = f"<w:txbxContent>{p('Ons kenmerk')}{p('5401166')}{p('')}</w:txbxContent>"
    ruw = lees_word(
        delen(
            p(
                "Tekst",
                '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
                f"{doos}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{doos}"
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                " loopt door",
            )
        )
    )
    assert woorden(ruw) == ["Tekst loopt door"]
    assert ruw.hoofd == ("Ons kenmerk", "5401166")


# --- notes


def test_voetnoten_are_numbered_in_the_order_of_their_calls() -> None:
    ruw = lees_word(
        delen(
            p("Ja", roep(7), " en nee", roep(3), "."),
            p("Nogmaals", roep(7)),
            voetnoten={-1: p("scheiding"), 3: p("drie"), 7: p("zeven ", r("vet", "<w:b/>")), 9: p("niet geroepen")},
        )
    )
    assert [[stuk.noot for stuk in blok.stukken if stuk.noot] for blok in alineas(ruw)] == [["v1", "v2"], ["v1"]]
    assert list(ruw.voetnoten.items()) == [("v1", "zeven **vet**"), ("v2", "drie")]


def test_eindnoten_count_on_in_the_same_row() -> None:
    ruw = lees_word(
        delen(p("a", roep(1, "endnote"), "b", roep(1)), voetnoten={1: p("voet")}, eindnoten={1: p("eind") + p("slot")})
    )
    assert list(ruw.voetnoten.items()) == [("v1", "eind slot"), ("v2", "voet")]


def test_a_voetnoot_in_a_tabel_is_found() -> None:
    ruw = lees_word(delen(tabel((p("a", roep(2)),)), voetnoten={2: p("noot")}))
    assert ruw.blokken == (Tabel((((Alinea((Stuk("a"), Stuk("", noot="v1"))),),),)),)
    assert ruw.voetnoten == {"v1": "noot"}


def test_a_call_without_a_part_keeps_its_mark() -> None:
    ruw = lees_word(delen(p("a", roep(2))))
    assert ruw.blokken == (Alinea((Stuk("a"), Stuk("", noot="v1"))),)
    assert ruw.voetnoten == {}


# --- tables and lists


def test_a_tabel_has_rows_of_cells_of_alineas() -> None:
    ruw = lees_word(delen(tabel((p("jaar"), p("aantal") + p("(x 1.000)")), (p("2024"), tabel((p("diep"), p("er")))))))
    assert ruw.blokken == (
        Tabel(
            (
                ((alinea("jaar"),), (alinea("aantal"), alinea("(x 1.000)"))),
                ((alinea("2024"),), (alinea("diep"), alinea("er"))),
            )
        ),
    )


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param("<w:tbl></w:tbl>", id="no rows"),
        pytest.param(
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('weg')}</w:tc></w:tr></w:tbl>", id="rows deleted"
        ),
    ],
)
def test_a_tabel_of_nothing_writes_nothing(xml: str) -> None:
    assert _markdown(p("voor"), xml, p("na")) == "voor\n\nna"


def test_lists_count_per_level_and_bullets_do_not() -> None:
    assert _lijsten(
        p("a", num=(1, 0)),
        p("b", num=(1, 0)),
        p("b1", num=(1, 1)),
        p("b2", num=(1, 1)),
        p("c", num=(1, 0)),
        p("c1", num=(1, 1)),
        p("punt", num=(2, 0)),
        p("tekst"),
        p("d", num=(1, 0)),
        nummering=lijsten("decimal", "bullet"),
    ) == [
        Lijst(0, 1),
        Lijst(0, 2),
        Lijst(1, 1),
        Lijst(1, 2),
        Lijst(0, 3),
        Lijst(1, 1),
        Lijst(0, None),
        None,
        Lijst(0, 4),
    ]


def test_a_list_restarts_where_the_document_says_so() -> None:
    opnieuw = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )
    assert _lijsten(
        p("a", num=(1, 0)),
        p("b", num=(1, 0)),
        p("vier", num=(3, 0)),
        p("vijf", num=(3, 0)),
        nummering=lijsten("decimal") + opnieuw,
    ) == [Lijst(0, 1), Lijst(0, 2), Lijst(0, 4), Lijst(0, 5)]


def test_numid_0_and_format_none_are_no_list() -> None:
    assert _lijsten(p("a", num=(0, 0)), p("b", num=(1, 0)), p("c", num=(9, 0)), nummering=lijsten("none")) == [None] * 3


def test_a_style_may_carry_the_list() -> None:
    stijlen = (
        '<w:style w:styleId="Lijstnummering"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Gewoon"/>'
    )
    ruw = lees_word(
        delen(
            p("a", stijl="Lijstnummering"),
            p("b", stijl="Gewoon"),
            p("c", stijl="Lijstnummering"),
            nummering=lijsten("decimal"),
            stijlen=stijlen,
        )
    )
    assert [blok.lijst for blok in alineas(ruw)] == [Lijst(0, 1), None, Lijst(0, 2)]


def test_an_empty_list_item_does_not_count() -> None:
    assert _lijsten(p("a", num=(1, 0)), p(num=(1, 0)), p("b", num=(1, 0)), nummering=lijsten("decimal")) == [
        Lijst(0, 1),
        None,
        Lijst(0, 2),
    ]


@pytest.mark.parametrize(
    ("goed", "fout"),
    [
        pytest.param('w:ilvl="0"', 'w:ilvl="abc"', id="level is no number"),
        pytest.param('w:start w:val="1"', 'w:start w:val="²"', id="start is a superscript"),
        pytest.param('w:start w:val="1"', 'w:start w:val="--1"', id="start is no number"),
    ],
)
def test_numbering_that_is_no_number_is_read_or_refused_and_never_crashes(goed: str, fout: str) -> None:
    leden = delen(p("Vraag 1"), p("Is dit zo?", num=(1, 0)), nummering=lijsten("decimal").replace(goed, fout))
    try:
        assert woorden(lees_word(leden)) == ["Vraag 1", "Is dit zo?"]
    except Ongeldig as fout_:
        assert NAAM in str(fout_)  # noqa: PT017 - either is right


# --- runs


def test_a_hyperlink_keeps_its_address() -> None:
    xml = p("Zie ", f'<w:hyperlink r:id="r1">{r("de site")}</w:hyperlink>', ".")
    assert _markdown(xml, links={"r1": "https://x.nl/a_b"}) == "Zie [de site](<https://x.nl/a_b>)."


def test_a_hyperlink_inside_the_document_is_plain_text() -> None:
    assert _markdown(p("Zie ", f'<w:hyperlink w:anchor="b">{r("boven")}</w:hyperlink>', ".")) == "Zie boven."


def test_marks_and_breaks_of_runs() -> None:
    xml = p(
        "<w:r><w:t>APV</w:t><w:noBreakHyphen/><w:t>zaak</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>"
    )
    (blok,) = lees_word(delen(xml)).blokken
    assert blok == alinea("APV\N{NON-BREAKING HYPHEN}zaak a\nb\nc")


def test_a_page_break_is_no_line_but_parts_words() -> None:
    (blok,) = alineas(lees_word(delen(p('<w:r><w:t>voor</w:t><w:br w:type="page"/><w:t>na</w:t></w:r>'))))
    assert blok.kaal.split() == ["voor", "na"]
    assert woorden(lees_word(delen(p('<w:r><w:br w:type="page"/></w:r>')))) == [""]


def test_i5_field_codes_are_not_read_only_their_result() -> None:
    xml = p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE \\\\@ "d MMMM yyyy" </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>',
        "8 juni 2026",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:fldSimple w:instr="DOCPROPERTY onderwerp">{r(" over sektes")}</w:fldSimple>',
    )
    assert woorden(lees_word(delen(xml))) == ["8 juni 2026 over sektes"]


def test_content_controls_are_read_in_text_and_around_it() -> None:
    inhoud = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Vraag 1')}</w:sdtContent></w:sdt>"
    binnen = p("Is dit ", f"<w:sdt><w:sdtContent>{r('zo?')}</w:sdtContent></w:sdt>")
    assert woorden(lees_word(delen(inhoud, binnen))) == ["Vraag 1", "Is dit zo?"]


def test_superscript_is_kept_as_hoog() -> None:
    (blok,) = lees_word(delen(p("Is dit zo?", r("1", _HOOG)))).blokken
    assert blok == Alinea((Stuk("Is dit zo?"), Stuk("1", hoog=True)))


def test_a_wholly_bold_alinea_is_a_look_and_no_emphasis() -> None:
    assert (
        _markdown(
            p(r("Vraag 1", "<w:b/>")),
            p(r("Half", "<w:b/>"), " vet"),
            p(r("Uit", '<w:b w:val="0"/>')),
            p(r("Schuin", "<w:i/>")),
            p(r("Beide", '<w:b w:val="true"/>'), r(" ", ""), r("vet", "<w:b/>")),
        )
        == "Vraag 1\n\n**Half** vet\n\nUit\n\n*Schuin*\n\nBeide vet"
    )


# --- what is refused


def test_f8_a_zip_without_a_document_is_no_word_document() -> None:
    with pytest.raises(Ongeldig, match=r"^proef\.docx is geen Word-document\. Bewaar het als \.docx"):
        word.lees({"content.xml": b"<a/>"}, NAAM)


@pytest.mark.parametrize("xml", [b"", b"<a>", b"\xff\xfe\0", b"<a/><b/>", b"<w:document/>"])
def test_f8_broken_xml_is_one_error_that_names_the_part(xml: bytes) -> None:
    with pytest.raises(Ongeldig) as fout:
        word.lees({"word/document.xml": xml}, NAAM)
    assert (
        str(fout.value) == "proef.docx is beschadigd (word/document.xml). Bewaar het opnieuw en bied het nog eens aan."
    )


@pytest.mark.parametrize("deel", ["word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_f8_any_broken_part_is_named(deel: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_word({**delen(p("Ja.")), deel: b"<a>"})
    assert str(fout.value) == f"proef.docx is beschadigd ({deel}). Bewaar het opnieuw en bied het nog eens aan."


def test_a_document_without_body_is_refused() -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_word({"word/document.xml": f"{_DOCUMENT}</w:document>".encode()})
    assert str(fout.value) == "proef.docx is een leeg Word-document."


def test_i4_xml_opens_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        luisteraar.setblocking(False)
        adres = f"http://127.0.0.1:{luisteraar.getsockname()[1]}/x"
        for doctype in (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            f'<!DOCTYPE a [<!ENTITY x SYSTEM "{adres}">]>',
            f'<!DOCTYPE a [<!ENTITY x "x"><!ENTITY % p SYSTEM "{adres}"> %p;]>',
            f'<!DOCTYPE a SYSTEM "{adres}">',
            "<!DOCTYPE a>",
        ):
            roept = "&x;" if "ENTITY x" in doctype else ""
            xml = f"{doctype}{_DOCUMENT}<w:body><w:p><w:r><w:t>{roept}</w:t></w:r></w:p></w:body></w:document>"
            with pytest.raises(Ongeldig) as fout:
                lees_word({"word/document.xml": xml.encode()})
            assert str(fout.value) == "proef.docx bevat een DTD en is daarom geweigerd."
        with pytest.raises(BlockingIOError):
            luisteraar.accept()


def test_i4_i5_links_templates_and_inclusions_are_not_followed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        luisteraar.setblocking(False)
        adres = f"http://127.0.0.1:{luisteraar.getsockname()[1]}/x"
        opneming = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{adres}" parse="text"/>'
        leden = delen(p(f"<w:r><w:t>Ja.</w:t>{opneming}</w:r>"), links={"r1": adres, "r2": "file://server/deel/x"})
        leden["word/_rels/settings.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{adres}" '
            'TargetMode="External"/></Relationships>'
        ).encode()
        assert woorden(lees_word(leden)) == ["Ja."]
        with pytest.raises(BlockingIOError):
            luisteraar.accept()


def test_i4_a_billion_laughs_are_refused_at_once() -> None:
    lach = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    xml = f'<!DOCTYPE a [<!ENTITY l0 "lach">{lach}]>{_DOCUMENT}<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    begin = time.perf_counter()
    with pytest.raises(Ongeldig) as fout:
        lees_word({"word/document.xml": xml.encode()})
    assert time.perf_counter() - begin < 1
    assert NAAM in str(fout.value)
