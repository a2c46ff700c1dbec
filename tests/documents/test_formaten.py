"""What each format brings besides its words: notes, lists, tables, heads, numbers, doubts."""

from __future__ import annotations

import pytest

from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing
from kamervragen.documents.readers import pdf
from kamervragen.documents.readers.drukalineas import samen
from kamervragen.documents.readers.regels import Regel
from kamervragen.documents.text.opmaak import Stuk
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Soort
from tests.documents import vormen
from tests.documents.bouwsels import delen, docx, p, tabel
from tests.documents.vormen import Proefset, odt

_SET = Proefset((("Waarom is dat?",),), ((0,),), (("Daarom.",),), ((0, "NOS, 6 maart 2024, «Titel»"),))
_XML = """<?xml version="1.0"?><officiele-publicatie><metadata><metadata name="DC.identifier" content="ah-tk-20242025-100"/></metadata>
<kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel></kamervraagkop>
<kamervraagnummer>100</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Proef</achternaam></naam> (ABC) aan de Minister van Defensie over
 <kamervraagonderwerp>blauwe bussen</kamervraagonderwerp> (ingezonden <datum isodatum="2024-10-03">3 oktober 2024</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister Van Dam (Defensie) (ontvangen <datum isodatum="2024-10-24">24 oktober 2024</datum>).</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Kent u het <nadruk type="cur">bericht</nadruk>?<noot id="a" type="voet"><noot.nr>1</noot.nr><noot.al>De Proefbode, 1 mei 2024</noot.al></noot></al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja, zie <extref soort="URL" doc="https://defensie.example/x">de brief</extref>.<noot id="b" type="voet"><noot.nr>2</noot.nr><noot.al>Kamerstuk 33 552, nr. 124</noot.al></noot></al>
<lijst type="expliciet"><li><li.nr>1.</li.nr><al>een</al></li><li><li.nr>2.</li.nr><al>twee</al></li></lijst>
<lijst><li><li.nr>a.</li.nr><al>alfa</al></li><li><li.nr>–</li.nr><al>streep</al></li></lijst>
<table><tgroup><tbody><row><entry><al>Jaar</al></entry><entry><al>Aantal</al></entry></row><row><entry>2023</entry><entry>12</entry></row></tbody></tgroup></table>
<plaatje><illustratie naam="x"/></plaatje></antwoord>
<toelicht><al>Deze vragen dienen ter aanvulling op eerdere vragen.</al></toelicht></kamervragen></officiele-publicatie>"""


def _lees(data: str | bytes, naam: str = "stuk") -> Lezing:
    return lees(data.encode() if isinstance(data, str) else data, naam)


# the official XML


def test_the_official_xml_gives_its_whole_head() -> None:
    s = _lees(_XML).vragenset
    assert (str(s.aanhangselnummer), s.onderwerp) == ("ah-tk-20242025-100", "blauwe bussen")
    assert [(lid.naam, lid.fractie) for lid in s.indieners] == [("Proef", "ABC")]
    assert [str(p) for p in s.gericht_aan] == ["minister van Defensie"]
    assert [str(p) for p in s.ondertekenaars] == ["minister Van Dam (Defensie)"]
    assert (str(s.ingezonden), str(s.ontvangen)) == ("2024-10-03", "2024-10-24")
    assert s.toelichting == "Deze vragen dienen ter aanvulling op eerdere vragen."


def test_the_official_xml_keeps_notes_emphasis_links_lists_and_tables() -> None:
    lezing = _lees(_XML)
    s = lezing.vragenset
    assert s.vragen[0].tekst == "Kent u het *bericht*?[^b1]"
    assert s.antwoorden[0].tekst == (
        "Ja, zie [de brief](<https://defensie.example/x>).[^v2]\n\n1. een\n2. twee\n\na. alfa\n\n- streep\n\n"
        "| Jaar | Aantal |\n| --- | --- |\n| 2023 | 12 |"
    )
    assert [(noot.id, noot.tekst) for noot in s.noten] == [
        ("b1", "De Proefbode, 1 mei 2024"),
        ("v2", "Kamerstuk 33 552, nr. 124"),
    ]
    assert [m.code for m in lezing.meldingen] == ["afbeeldingen_weggelaten"]


def test_the_older_vraagdoc_pairs_by_number() -> None:
    s = _lees(
        "<vraagdoc><body><vragen><omschr>Vragen van het lid Proef (ABC) over x (ingezonden 1 mei 2003).</omschr>"
        "<vraagnummer>1234</vraagnummer><vraag><nr>1</nr><al>Waarom?</al></vraag><vraag><nr>2</nr><al>Hoeveel?</al></vraag></vragen>"
        "<reactie><omschr>Antwoord van Minister Van Dam (Defensie) (ontvangen 20 mei 2003).</omschr>"
        "<antwoord><nr>1</nr><al>Daarom.</al></antwoord><antwoord><nr>2</nr><al>Tien.</al></antwoord></reactie></body></vraagdoc>"
    ).vragenset
    assert [(v.label, v.tekst) for v in s.vragen] == [("1", "Waarom?"), ("2", "Hoeveel?")]
    assert [(a.labels, a.tekst) for a in s.antwoorden] == [(("1",), "Daarom."), (("2",), "Tien.")]
    assert str(s.aanhangselnummer) == "ah-tk-20022003-1234"


def test_a_notice_in_xml_is_a_notice() -> None:
    s = _lees(
        "<kamervragen><kamervraagnummer>545</kamervraagnummer><kamervraagomschrijving type='antwoord'>Mededeling van Minister Van Dam "
        "(Defensie) (ontvangen 14 november 2024).</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Waarom?</al></vraag>"
        "<kamervraagopmerking><al>De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.</al></kamervraagopmerking></kamervragen>"
    ).vragenset
    assert (s.soort, str(s.aanhangselnummer), len(s.vragen)) == (Soort.UITSTEL, "ah-tk-20242025-545", 1)
    assert s.mededeling == "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."


@pytest.mark.parametrize(
    ("data", "bericht"),
    [
        ("<a><b></a>", "stuk is beschadigd. Bewaar het opnieuw en bied het nog eens aan."),
        ("<a/>", "stuk is XML, maar geen officiële publicatie van Kamervragen. Bied het document zelf aan."),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><kamervragen>&x;</kamervragen>", "stuk bevat een DTD en is daarom geweigerd."),
        ("<vraag>" * 230 + "</vraag>" * 230, "stuk is te diep genest en is daarom geweigerd."),
    ],
)
def test_xml_that_is_no_set_or_no_good_is_refused(data: str, bericht: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        _lees(data)
    assert str(fout.value) == bericht


# HTML


def test_html_keeps_notes_lists_and_tables_and_runs_nothing() -> None:
    s = _lees(
        "<html><head><title>ah-tk-20242025-100</title><script>alert('Vraag 9')</script></head><body><nav>Vraag 8</nav>"
        "<div class='vraag'><h2>Vraag 1</h2><p>Waarom <b>dat</b>?<a class='nootnum' href='#n1'>1</a></p></div>"
        "<div class='antwoord'><h2>Antwoord 1</h2><p>Daarom:</p><ol start='3'><li>een</li><li>twee</li></ol>"
        "<table><tr><th>Jaar</th><th>Aantal</th></tr><tr><td>2023</td><td>12</td></tr></table></div>"
        "<div class='voet noot' id='n1'><span class='nootnum'>1</span> NOS, 6 maart 2024</div></body></html>"
    ).vragenset
    assert [v.tekst for v in s.vragen] == ["Waarom **dat**?[^b1]"]
    assert s.antwoorden[0].tekst == "Daarom:\n\n3. een\n4. twee\n\n| Jaar | Aantal |\n| --- | --- |\n| 2023 | 12 |"
    assert [(n.id, n.tekst) for n in s.noten] == [("b1", "NOS, 6 maart 2024")]
    assert str(s.aanhangselnummer) == "ah-tk-20242025-100"


def test_a_call_of_a_note_that_is_not_in_the_page_is_told() -> None:
    lezing = _lees("<div class='vraag'><h2>Vraag 1</h2><p>Waarom?<a class='nootnum'>1</a></p></div>")
    assert lezing.vragenset.vragen[0].tekst == "Waarom?[^b1]"
    assert [(m.code, m.plaats) for m in lezing.meldingen] == [("merk_zonder_noot", "vraag-1")]


# OpenDocument


def test_an_odt_keeps_bold_lists_tables_and_text_boxes_once() -> None:
    stijlen = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    )
    lichaam = (
        "<text:p>Vraag 1</text:p><text:p>Waarom<text:s/><text:span text:style-name='T1'>dat</text:span>?</text:p>"
        "<text:p>Antwoord op vraag 1</text:p><text:list text:style-name='L1'><text:list-item><text:p>een</text:p></text:list-item>"
        "<text:list-item><text:p>twee</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Jaar</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Slot.<draw:frame><draw:text-box><text:p>Ons kenmerk 5401166</text:p></draw:text-box></draw:frame></text:p>"
    )
    s = _lees(odt(lichaam, stijlen)).vragenset
    assert s.vragen[0].tekst == "Waarom **dat**?"
    assert s.antwoorden[0].tekst == "1. een\n2. twee\n\n| Jaar |\n| --- |\n| 2023 |\n\nSlot."
    assert s.kenmerken == ("5401166",)


# PDF


def test_a_pdf_gives_head_notes_and_joined_lines() -> None:
    s = _lees(vormen.als_pdf(_SET)).vragenset
    assert (s.onderwerp, str(s.ingezonden), str(s.ontvangen)) == ("blauwe bussen", "2026-05-20", "2026-06-08")
    assert s.vragen[0].tekst == "Waarom is dat?[^b1]"
    assert [(n.id, n.tekst) for n in s.noten] == [("b1", "NOS, 6 maart 2024, «Titel»")]
    assert str(s.aanhangselnummer) == "ah-tk-20252026-1433"


@pytest.mark.parametrize(
    ("data", "bericht"),
    [
        (b"%PDF-1.7\nrommel", "beschadigd en kan niet worden gelezen"),
        (vormen._pdf([b""]), "bevat geen tekst, maar een scan"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, bericht: str) -> None:
    with pytest.raises(Ongeldig, match=bericht):
        _lees(data)


def test_the_hyphen_of_the_printer_goes_and_that_of_a_word_stays() -> None:
    regels = [
        "Vergaderjaar 2025–2026 Aanhangsel van de Handelingen",
        "Vraag 1",
        "Kent u de gevolgen voor de zorgverzeke-",
        "raars, voor sociaal-",
        "economische raden en voor VNO-",
        "NCW, zoals de sociaal-economische raad zegt, en de vraag-",
        "en aanbodkant?",
        "Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1",
    ]
    (vraag,) = _lees("\n".join(regels)).vragenset.vragen
    assert vraag.tekst == (
        "Kent u de gevolgen voor de zorgverzekeraars, voor sociaal-economische raden en voor VNO-NCW, zoals de "
        "sociaal-economische raad zegt, en de vraag- en aanbodkant?"
    )


@pytest.mark.parametrize(
    ("regels", "adres"),
    [
        (("Bode (bode.nl/2024/14-weer-", "vrijgelaten-na/)."), "bode.nl/2024/14-weer-vrijgelaten-na/)."),
        (
            ("https://www.bode.nl/maak-je-organisatie-", "quantumveilig"),
            "https://www.bode.nl/maak-je-organisatie-quantumveilig",
        ),
    ],
)
def test_the_hyphen_of_an_address_stays(regels: tuple[str, ...], adres: str) -> None:
    alinea = samen([Regel((Stuk(tekst),), 0, 40, 5) for tekst in regels], set())
    assert alinea.kaal.endswith(adres)


def test_a_figure_at_the_foot_of_the_line_is_no_call_and_a_code_without_letter_is_a_bullet() -> None:
    """The 2 of CO2 stands as low as its word; the call of a note does not."""

    def woord(tekst: str, x: float, maat: float, voet: float) -> dict[str, object]:
        return {"text": tekst, "x0": x, "x1": x + 5 * len(tekst), "size": maat, "bottom": voet, "fontname": "Univers"}

    regel = [
        woord("(cid:129)", 0, 10, 100),
        woord("CO", 50, 10, 100),
        woord("2", 60, 6, 101.5),
        woord("daalt.", 70, 10, 100),
        woord("2", 100, 6, 96),
    ]
    stukken = [stuk for stuk in pdf._stukken(regel, 10) if stuk.tekst.strip()]
    assert [(stuk.tekst, stuk.hoog) for stuk in stukken] == [
        ("•", False),
        ("CO", False),
        ("2", False),
        ("daalt.", False),
        ("2", True),
    ]


def test_a_heading_glued_to_a_running_line_is_a_heading() -> None:
    s = _lees(
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen\nVraag 1\nWaarom?\nAntwoord 1\nDaarom.\nah-tk-20232024-706\n"
        "ISSN 0921 - 7398’s-Gravenhage 2023Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1Vraag 2\nHoeveel?\nAntwoord 2\nTien."
    ).vragenset
    assert [(v.label, v.tekst) for v in s.vragen] == [("1", "Waarom?"), ("2", "Hoeveel?")]
    assert str(s.aanhangselnummer) == "ah-tk-20232024-706"


# habits of headings


@pytest.mark.parametrize(
    ("tekst", "vragen", "antwoorden"),
    [
        ("Vraag 1a\nX?\nVraag 1b\nY?\nAntwoord 1\nZ.", ["1a", "1b"], [("1a", "1b")]),
        ("Vraag 3\nX?\nAntwoord 3a\nEen.\nAntwoord 3b\nTwee.", ["3"], [("3",)]),
        (
            "Vraag 1\nX?\nVraag 2\nY?\nVraag 3\nZ?\nAntwoord op vraag 2\nB.\nAntwoord op vraag 1 en 3\nA.",
            ["1", "2", "3"],
            [("2",), ("1", "3")],
        ),
        ("Vraag 1 t/m 3\nX?\nY?\nZ?\nAntwoord 1 tot en met 3\nA.", ["1", "2", "3"], [("1", "2", "3")]),
        ("Vraag [2, 3]\nX?\nY?\nAntwoord [2, 3]\nA.", ["2", "3"], [("2", "3")]),
        ("Vraag1\nX?\nAntwoord1\nA.", ["1"], [("1",)]),
        ("Vraag 1\nX?\nAntwoord\nA.\nVraag 2\nY?\nAntwoord\nB.", ["1", "2"], [("1",), ("2",)]),
        (
            "Vraag 1\nX?\nAntwoord 1\nZie Vraag 3 hieronder.\nVraag 3 gaat daarover.\nVraag 3\nY?\nAntwoord 3\nB.",
            ["1", "3"],
            [("1",), ("3",)],
        ),
    ],
    ids=["parts answered at once", "parts of one answer", "out of order", "range", "list", "glued", "bare", "sentence"],
)
def test_every_habit_of_headings(tekst: str, vragen: list[str], antwoorden: list[tuple[str, ...]]) -> None:
    s = _lees(tekst).vragenset
    assert [vraag.label for vraag in s.vragen] == vragen
    assert [antwoord.labels for antwoord in s.antwoorden] == antwoorden


def test_an_answer_without_a_heading_begins_after_the_last_question_mark() -> None:
    lezing = _lees(
        "Vraag 1\nX?\nAntwoord 1\nA.\nVraag 2\nHoe? Of wat?\nZo is het.\nEn niet anders.\nVraag 3\nZ?\nAntwoord 3\nC."
    )
    assert [(a.labels, a.tekst) for a in lezing.vragenset.antwoorden] == [
        (("1",), "A."),
        (("2",), "Zo is het.\n\nEn niet anders."),
        (("3",), "C."),
    ]
    assert [(m.code, m.plaats) for m in lezing.meldingen] == [("antwoordkop_ontbreekt", "vraag-2")]


def test_a_letter_without_any_heading_of_answers_answers_all_the_same() -> None:
    lezing = _lees(
        "Antwoord van minister Van Dam (Defensie) (ontvangen 8 juni 2026)\n\nVraag 1\nX?\nZo is het.\n\nVraag 2\nY?\nTien."
    )
    assert [(a.labels, a.tekst) for a in lezing.vragenset.antwoorden] == [(("1",), "Zo is het."), (("2",), "Tien.")]


# the list of a committee


def test_a_list_of_a_committee_gives_who_asks_whom_about_what() -> None:
    kop = (
        p("2022D15528 LIJST VAN VRAGEN"),
        p(
            "De vaste commissie voor Defensie heeft een aantal vragen voorgelegd aan de Minister van Defensie over de brief van "
            "7 maart 2022 inzake de bussen (Kamerstuk 31 332, nr. 86)."
        ),
    )
    rijen = [(p("Nr"), p("Vraag"), p("Blz."))] + [
        (p(str(n)), p(f"Waarom {n}?"), p("12") if n == 2 else p("")) for n in range(1, 131)
    ]
    lezing = _lees(docx(delen(*kop, tabel(*rijen[:60]), tabel(*rijen[60:]))))
    s = lezing.vragenset
    assert (len(s.vragen), s.vragen[129].label, s.instrument.value, s.soort) == (
        130,
        "130",
        "lijst_van_vragen",
        Soort.VRAGEN,
    )
    assert s.vragen[1].tekst == "Waarom 2?\n\n(Blz.: 12)"
    assert [lid.naam for lid in s.indieners] == ["vaste commissie voor Defensie"]
    assert s.onderwerp == "de brief van 7 maart 2022 inzake de bussen (Kamerstuk 31 332, nr. 86)"
    assert (s.kenmerken, lezing.onverklaard) == (("2022D15528",), ())


# doubts about Word


def test_what_a_real_letter_leaves_behind_is_told() -> None:
    leden = delen(p("Vraag 1"), p("Waarom?"))
    leden["word/footer1.xml"] = leden["word/document.xml"].replace(b"Waarom?", b"Vertrouwelijk")
    leden["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        b'Type="http://x/attachedTemplate" Target="file:///C:/brief.dotm" TargetMode="External"/></Relationships>'
    )
    assert [(m.code, dict(m.feiten)) for m in _lees(docx(leden)).meldingen] == [
        ("externe_koppeling", {"aantal": 1, "soorten": "attachedTemplate"}),
        ("vertrouwelijk_in_voettekst", {}),
    ]


@pytest.mark.parametrize(
    "veld", ['<w:fldSimple w:instr=" DDEAUTO c:\\\\x "/>', "<w:r><w:instrText> DDE </w:instrText></w:r>"]
)
def test_a_field_that_starts_a_program_is_refused(veld: str) -> None:
    with pytest.raises(Ongeldig, match="bevat een veld dat een ander programma start"):
        _lees(docx(delen(p("Vraag 1", veld), p("Waarom?"))))
