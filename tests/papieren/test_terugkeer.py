"""A concept that comes back from Word: every change proposed once, decided apart, and nothing of the record lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kamervragen.antwoorden import opmerkingen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents.text.drieweg import voeg_samen
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot, Verouderd
from kamervragen.domain.papier import Papier
from kamervragen.papieren import maken, terugkeer, terugkeerbeeld
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from kamervragen.sets.store import documenten
from kamervragen.sets.toegang import vind_set
from tests.documents.bewerken import MOMENT, Bewerking, W
from tests.documents.bouwsels import zip_van
from tests.stukken import ANDERE_VRAGEN, VRAGEN, bring, brought

EEN = "Ja, ik ken het bericht."
TWEE = (
    "In 2025 verdwenen 312 gele fietsen, waarvan 40 in Utrecht.\n\n- eerste punt\n- tweede punt\n\n"
    "De politie telt verder.[^v1]\n\n| jaar | aantal |\n| --- | --- |\n| 2024 | 290 |\n| 2025 | 312 |"
)


@pytest.fixture
def sleutel(huis: Huis, anna: Wie) -> str:
    """Three questions; 1 answered, 2 at length with a note, 3 not yet."""
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", EEN, versie=0)
    schrijven.voeg_noot_toe(huis, anna, sleutel, "Kamerstuk 33 552, nr. 124.")
    schrijven.bewaar(huis, anna, sleutel, "2", TWEE, versie=0)
    return sleutel


def concept(huis: Huis, sleutel: str) -> Bewerking:
    return Bewerking(maken.maak(huis, OPDRACHTREGEL, sleutel, Papier.CONCEPT).data)


def tekst(huis: Huis, sleutel: str, label: str) -> str:
    antwoord = zie(setblad.beeld, huis, OPDRACHTREGEL, sleutel).vragenset.antwoord_op(label)
    return antwoord.tekst if antwoord else ""


def terug(huis: Huis, wie: Wie, sleutel: str, data: bytes, naam: str = "concept.docx") -> Any:
    return terugkeerbeeld.beeld(huis, wie, sleutel, terugkeer.neem_terug(huis, wie, sleutel, data, naam))


def soorten(beeld: Any) -> list[tuple[str, str]]:
    return [(plaats, b.rij.soort) for plaats, groep in beeld.voorstellen for b in groep]


def alle(beeld: Any) -> list[Any]:
    return [b.rij for _, groep in beeld.voorstellen for b in groep]


def test_what_comes_back_unchanged_proposes_nothing(huis: Huis, anna: Wie, sleutel: str) -> None:
    beeld = terug(huis, anna, sleutel, concept(huis, sleutel).klaar())
    assert (beeld.voorstellen, beeld.open, beeld.rij.setversie) == (
        (),
        0,
        zie(setblad.beeld, huis, anna, sleutel).rij.versie,
    )
    assert beeld.rij.verslag["herkend"] == ["anker"]
    assert (beeld.rij.verslag["vragen"], beeld.rij.verslag["dubbel"], beeld.rij.verslag["opmerkingen"]) == ([], [], 0)


def test_the_same_document_twice_is_one(huis: Huis, anna: Wie, sleutel: str) -> None:
    data = concept(huis, sleutel).klaar()
    eerste = terugkeer.neem_terug(huis, anna, sleutel, data, "a.docx")
    assert terugkeer.neem_terug(huis, anna, sleutel, data, "b.docx") == eerste
    assert len(zie(terugkeer.van_set, huis, anna, sleutel)) == 1


# What is done in Word -> the kind of the one proposal, the answer it is about, and its text once taken over.
BEWERKINGEN: dict[str, tuple[Any, str, str, str]] = {
    "words come in": (
        lambda c: c.voeg_in("312", " of meer"),
        "invoeging",
        "2",
        TWEE.replace("312 gele", "312 of meer gele"),
    ),
    "words go": (
        lambda c: c.verwijder(", waarvan 40 in Utrecht"),
        "verwijdering",
        "2",
        TWEE.replace(", waarvan 40 in Utrecht", ""),
    ),
    "other words": (
        lambda c: c.vervang("312 gele", "321 gele"),
        "vervanging",
        "2",
        TWEE.replace("312 gele", "321 gele"),
    ),
    "a paragraph comes in": (
        lambda c: c.nieuwe_alinea("Ja, ik ken", "Het kwam uit de krant."),
        "invoeging",
        "1",
        f"{EEN}\n\nHet kwam uit de krant.",
    ),
    "a paragraph goes": (
        lambda c: c.verwijder_alinea("tweede punt"),
        "verwijdering",
        "2",
        TWEE.replace("\n- tweede punt", ""),
    ),
    "an item of a list comes in": (
        lambda c: c.nieuwe_alinea("eerste punt", "tussenpunt"),
        "invoeging",
        "2",
        TWEE.replace("eerste punt", "eerste punt\n- tussenpunt"),
    ),
    "a cell of a table": (lambda c: c.vervang("290", "291"), "vervanging", "2", TWEE.replace("290", "291")),
    "a move": (
        lambda c: c.verplaats("In 2025 ", "312 gele fietsen"),
        "verplaatsing",
        "2",
        TWEE.replace("In 2025 verdwenen 312 gele fietsen", "verdwenen 312 gele fietsenIn 2025 "),
    ),
    "an answer where there was none": (
        lambda c: c.pas_toe(lambda body: _vul(body, "Ik grijp in.")),
        "zonder_spoor",
        "3",
        "Ik grijp in.",
    ),
    "nobody tracked it": (
        lambda c: c.zonder_spoor("De politie telt verder.", "De politie telt niet meer."),
        "zonder_spoor",
        "2",
        TWEE.replace("De politie telt verder.", "De politie telt niet meer."),
    ),
}


def _vul(body: Any, woorden: str) -> None:
    """Words in the room under 'Antwoord op vraag 3'."""
    kop = next(p for p in body.iter(f"{W}p") if "Antwoord op vraag 3" in "".join(t.text or "" for t in p.iter(f"{W}t")))
    run = body.makeelement(f"{W}r")
    t = run.makeelement(f"{W}t")
    t.text = woorden
    run.append(t)
    kop.getnext().append(run)


@pytest.mark.parametrize("wat", BEWERKINGEN)
def test_a_change_is_one_proposal_and_taken_over_it_is_in_the_answer(
    huis: Huis, anna: Wie, sleutel: str, wat: str
) -> None:
    bewerk, soort, label, verwacht = BEWERKINGEN[wat]
    c = concept(huis, sleutel)
    bewerk(c)
    voor = {een: tekst(huis, sleutel, een) for een in ("1", "2", "3")}
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert soorten(beeld) == [(f"antwoord-{label}", soort)]
    assert {een: tekst(huis, sleutel, een) for een in ("1", "2", "3")} == voor
    (voorstel,) = alle(beeld)
    if soort != "zonder_spoor":
        assert (voorstel.auteur, voorstel.gewijzigd_op) == ("J. Tester", MOMENT)
    terugkeer.beslis(huis, anna, sleutel, voorstel.id, "overgenomen", versie=1)
    assert tekst(huis, sleutel, label) == verwacht
    assert {een: tekst(huis, sleutel, een) for een in voor if een != label} == {
        een: was for een, was in voor.items() if een != label
    }


def test_changes_are_decided_one_by_one(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("312 gele", "321 gele")
    c.verwijder(" in Utrecht")
    c.voeg_in("De politie", " van Utrecht")
    een, twee, drie = alle(terug(huis, anna, sleutel, c.klaar()))
    terugkeer.beslis(huis, anna, sleutel, drie.id, "overgenomen", versie=1)
    terugkeer.beslis(huis, anna, sleutel, twee.id, "afgewezen", versie=1)
    terugkeer.beslis(huis, anna, sleutel, een.id, "overgenomen", versie=1)
    assert tekst(huis, sleutel, "2") == TWEE.replace("312 gele", "321 gele").replace(
        "De politie", "De politie van Utrecht"
    )
    with pytest.raises(Verouderd, match="intussen besloten"):
        terugkeer.beslis(huis, anna, sleutel, een.id, "afgewezen", versie=1)


@pytest.mark.parametrize(
    ("besluit", "verwacht"),
    [
        ("overgenomen", TWEE.replace("312 gele", "321 gele").replace(" in Utrecht", "")),
        ("afgewezen", TWEE),
    ],
)
def test_an_answer_is_decided_at_once(huis: Huis, anna: Wie, sleutel: str, besluit: str, verwacht: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("312 gele", "321 gele")
    c.verwijder(" in Utrecht")
    beeld = terug(huis, anna, sleutel, c.klaar())
    terugkeer.beslis_alle(huis, anna, sleutel, beeld.rij.id, "antwoord-2", besluit)
    assert tekst(huis, sleutel, "2") == verwacht
    with pytest.raises(Ongeldig, match="niets meer"):
        terugkeer.beslis_alle(huis, anna, sleutel, beeld.rij.id, "antwoord-2", besluit)


def test_the_change_of_one_inside_that_of_another_waits_for_it(huis: Huis, anna: Wie, sleutel: str) -> None:
    """Frank strikes out what Anna put in: two proposals, and his alone is about her words."""
    c = concept(huis, sleutel)
    c.voeg_in("ken het bericht", " helaas ook")
    binnen = next(r for ins in c.boom.iter(f"{W}ins") for r in ins)
    c.auteur = "Frank"
    weg = c._wijziging("del", [])
    binnen.addprevious(weg)
    weg.append(binnen)
    binnen.find(f"{W}t").tag = f"{W}delText"
    een, twee = alle(terug(huis, anna, sleutel, c.klaar()))
    assert (een.auteur, een.soort, twee.auteur, twee.soort) == ("J. Tester", "invoeging", "Frank", "verwijdering")
    assert (een.voorgesteld, twee.basis, twee.voorgesteld) == ("Ja, ik ken het bericht helaas ook.",) * 2 + (EEN,)


def test_a_note_that_was_changed_and_one_that_is_new(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    noten = c.delen["word/footnotes.xml"]
    c.delen["word/footnotes.xml"] = noten.replace(b"nr. 124.", b"nr. 125.").replace(
        b"</w:footnotes>",
        b'<w:footnote w:id="9"><w:p><w:r><w:t>Stb. 2024, 220.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    )
    c.voeg_in("ken het bericht", " goed")
    run = next(r for ins in c.boom.iter(f"{W}ins") for r in ins)
    run.addnext(merk := run.makeelement(f"{W}r"))
    merk.append(verwijzing := run.makeelement(f"{W}footnoteReference"))
    verwijzing.set(f"{W}id", "9")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert soorten(beeld) == [("antwoord-1", "invoeging"), ("noot-v1", "noot")]
    for voorstel in alle(beeld):
        terugkeer.beslis(huis, anna, sleutel, voorstel.id, "overgenomen", versie=1)
    s = zie(setblad.beeld, huis, anna, sleutel).vragenset
    assert tekst(huis, sleutel, "1") == "Ja, ik ken het bericht goed[^v2]."
    # Words of a note that were changed are another note: versions of before keep what they called.
    assert tekst(huis, sleutel, "2") == TWEE.replace("[^v1]", "[^v3]")
    assert [(n.id, n.tekst) for n in s.noten if n.id.startswith("v")] == [
        ("v1", "Kamerstuk 33 552, nr. 124."),
        ("v2", "Stb. 2024, 220."),
        ("v3", "Kamerstuk 33 552, nr. 125."),
    ]


def test_a_comment_becomes_a_remark_and_ours_come_back_once(huis: Huis, anna: Wie, frank: Wie, sleutel: str) -> None:
    opmerkingen.merk_op(huis, frank, sleutel, "2", "Klopt 312?", citaat="312 gele fietsen")
    c = concept(huis, sleutel)
    assert b"Klopt 312?" in c.delen["word/comments.xml"]
    c.opmerking("De politie", "Welke eenheid?")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert (beeld.voorstellen, beeld.rij.verslag["opmerkingen"]) == ((), 1)
    gevonden = {b.rij.tekst: (b.rij.actor, b.rij.citaat) for b in zie(opmerkingen.bij_vraag, huis, anna, sleutel, "2")}
    assert gevonden == {
        "Klopt 312?": ("Frank", "312 gele fietsen"),
        "Welke eenheid?": ("J. Tester (Word)", "De politie"),
    }
    opnieuw = concept(huis, sleutel)
    opnieuw.voeg_in("ken het bericht", " wel")
    assert terug(huis, anna, sleutel, opnieuw.klaar()).rij.verslag["opmerkingen"] == 0


def test_an_older_document_goes_with_what_was_written_since(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("312 gele", "321 gele")
    c.vervang("telt verder", "stopt")
    schrijven.bewaar(huis, anna, sleutel, "2", TWEE.replace("telt verder", "gaat door"), versie=1)
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert beeld.rij.verslag["ouder"]
    een, twee = alle(beeld)
    terugkeer.beslis(huis, anna, sleutel, een.id, "overgenomen", versie=1)
    assert tekst(huis, sleutel, "2") == TWEE.replace("312 gele", "321 gele").replace("telt verder", "gaat door")
    with pytest.raises(Verouderd, match="Voeg de teksten zelf samen") as fout:
        terugkeer.beslis(huis, anna, sleutel, twee.id, "overgenomen", versie=1)
    nu = tekst(huis, sleutel, "2")
    assert (fout.value.hun_tekst, "stopt" in fout.value.mijn_tekst) == (nu, True)
    samen = nu.replace("gaat door", "stopt en gaat door")
    botsing = terugkeerbeeld.botsing(huis, anna, sleutel, twee.id)
    assert (botsing.nu, botsing.versie) == (nu, 3)
    with pytest.raises(Ongeldig, match="Vul de tekst in"):
        terugkeer.beslis(huis, anna, sleutel, twee.id, "overgenomen", versie=1, tekst=" ", antwoordversie=3)
    schrijven.bewaar(huis, anna, sleutel, "2", f"{nu}\n\nNog iets.", versie=3)
    with pytest.raises(Verouderd, match="schreef intussen verder"):
        terugkeer.beslis(huis, anna, sleutel, twee.id, "overgenomen", versie=1, tekst=samen, antwoordversie=3)
    assert tekst(huis, sleutel, "2").endswith("Nog iets.")
    terugkeer.beslis(huis, anna, sleutel, twee.id, "overgenomen", versie=1, tekst=samen, antwoordversie=4)
    assert tekst(huis, sleutel, "2") == samen


def test_all_or_nothing_where_one_collides(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("312 gele", "321 gele")
    c.vervang("telt verder", "stopt")
    schrijven.bewaar(huis, anna, sleutel, "2", TWEE.replace("telt verder", "gaat door"), versie=1)
    beeld = terug(huis, anna, sleutel, c.klaar())
    with pytest.raises(Verouderd):
        terugkeer.beslis_alle(huis, anna, sleutel, beeld.rij.id, "antwoord-2", "overgenomen")
    assert tekst(huis, sleutel, "2") == TWEE.replace("telt verder", "gaat door")
    assert terugkeerbeeld.beeld(huis, anna, sleutel, beeld.rij.id).open == 2


def _verplaats_antwoord_1(body: Any) -> None:
    """Question 1 with its answer behind all others, as with cut and paste."""
    ankers = [k for k in body if any(b.get(f"{W}name", "") == "kv_vraag_2" for b in k.iter(f"{W}bookmarkStart"))]
    slot = next(k for k in body if any(b.get(f"{W}name") == "kv_slot" for b in k.iter(f"{W}bookmarkStart")))
    begin = next(k for k in body if any(b.get(f"{W}name") == "kv_vraag_1" for b in k.iter(f"{W}bookmarkStart")))
    kinderen = list(body)
    for kind in kinderen[kinderen.index(begin) : kinderen.index(ankers[0])]:
        slot.addprevious(kind)


def _haal_antwoord_1_weg(body: Any) -> None:
    kinderen = list(body)
    begin = next(k for k in body if any(b.get(f"{W}name") == "kv_antwoord_1" for b in k.iter(f"{W}bookmarkStart")))
    einde = next(k for k in body if any(b.get(f"{W}name") == "kv_vraag_2" for b in k.iter(f"{W}bookmarkStart")))
    for kind in kinderen[kinderen.index(begin) : kinderen.index(einde)]:
        body.remove(kind)


def _verdubbel_antwoord_1(body: Any) -> None:
    from copy import deepcopy

    kinderen = list(body)
    begin = next(k for k in body if any(b.get(f"{W}name") == "kv_antwoord_1" for b in k.iter(f"{W}bookmarkStart")))
    einde = next(k for k in body if any(b.get(f"{W}name") == "kv_vraag_2" for b in k.iter(f"{W}bookmarkStart")))
    for kind in kinderen[kinderen.index(begin) : kinderen.index(einde)]:
        kopie = deepcopy(kind)
        for t in kopie.iter(f"{W}t"):
            t.text = (t.text or "").replace("bericht", "artikel")
        einde.addprevious(kopie)


def test_an_answer_that_was_moved_is_still_itself(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("ik ken", "ik las")
    c.pas_toe(_verplaats_antwoord_1)
    assert soorten(terug(huis, anna, sleutel, c.klaar())) == [("antwoord-1", "vervanging")]


def test_an_answer_that_was_taken_out_is_proposed_as_gone(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.pas_toe(_haal_antwoord_1_weg)
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert soorten(beeld) == [("antwoord-1", "weggehaald")]
    assert tekst(huis, sleutel, "1") == EEN


def test_an_answer_that_stands_twice_is_told(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.pas_toe(_verdubbel_antwoord_1)
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert beeld.rij.verslag["dubbel"] == ["antwoord-1"]
    assert [(v.soort, v.voorgesteld) for v in alle(beeld)] == [("zonder_spoor", "Ja, ik ken het artikel.")]


def test_an_anchor_that_is_gone_is_made_up_for_by_the_heading(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("ik ken", "ik las")
    c.weg("kv_antwoord_1")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert (soorten(beeld), beeld.rij.verslag["herkend"]) == ([("antwoord-1", "vervanging")], ["anker", "kop"])


def test_a_document_without_anchors_is_read_by_its_headings(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("ik ken", "ik las")
    c.weg()
    del c.delen["docProps/custom.xml"]
    c.delen["_rels/.rels"] = c.delen["_rels/.rels"].replace(b"docProps/custom.xml", b"docProps/app.xml")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert (soorten(beeld), beeld.rij.verslag["herkend"]) == ([("antwoord-1", "vervanging")], ["kop"])


def test_a_document_without_headings_is_read_by_the_words_of_the_questions(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.vervang("ik ken", "ik las")
    c.weg()
    for p in [
        p
        for p in c.boom.iter(f"{W}p")
        if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") in ("Vraagkop", "Antwoordkop")
    ]:
        p.getparent().remove(p)
    del c.delen["docProps/custom.xml"]
    c.delen["_rels/.rels"] = c.delen["_rels/.rels"].replace(b"docProps/custom.xml", b"docProps/app.xml")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert ("antwoord-1", "vervanging") in soorten(beeld)
    assert beeld.rij.verslag["herkend"] == ["inhoud"]


def test_a_question_that_was_changed_is_told_and_not_taken_over(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.zonder_spoor("Hoeveel gele fietsen", "Hoeveel rode fietsen")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert beeld.voorstellen == ()
    assert [(v["label"], "rode" in v["document"]) for v in beeld.rij.verslag["vragen"]] == [("2", True)]


def test_the_concept_of_another_set_is_refused_and_the_record_untouched(huis: Huis, anna: Wie, sleutel: str) -> None:
    ander = bring(huis, ANDERE_VRAGEN).sleutel
    assert ander is not None
    data = concept(huis, ander).klaar()
    with pytest.raises(Ongeldig, match=rf"is het concept van {ander}. Breng het terug bij die set."):
        terugkeer.neem_terug(huis, anna, sleutel, data, "ander.docx")
    zonder = concept(huis, ander)
    zonder.weg()
    del zonder.delen["docProps/custom.xml"]
    zonder.delen["_rels/.rels"] = zonder.delen["_rels/.rels"].replace(b"docProps/custom.xml", b"docProps/app.xml")
    with pytest.raises(Ongeldig, match="hoort niet bij deze set"):
        terugkeer.neem_terug(huis, anna, sleutel, zonder.klaar(), "ander.docx")
    assert zie(terugkeer.van_set, huis, anna, sleutel) == ()


@pytest.mark.parametrize(
    ("data", "fout", "woorden"),
    [
        (b"", Ongeldig, "is leeg"),
        (b"Vraag 1", Ongeldig, "Breng het concept terug als .docx of .odt"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, Ongeldig, "is versleuteld of een oud .doc-bestand"),
        (zip_van({"word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"}), Ongeldig, "bevat macro's"),
        (
            zip_van({"word/document.xml": b"<x>" + b" " * 101_000_000}),
            TeGroot,
            "uitgepakt te groot|verdacht sterk ingepakt",
        ),
        (zip_van({"word/document.xml": b"<stuk"}), Ongeldig, "is beschadigd"),
    ],
    ids=["empty", "text", "encrypted", "macros", "200 MB inside", "broken"],
)
def test_a_bad_document_gives_a_dutch_sentence_and_changes_nothing(
    huis: Huis, anna: Wie, sleutel: str, data: bytes, fout: type[Exception], woorden: str
) -> None:
    versie = zie(setblad.beeld, huis, anna, sleutel).rij.versie
    with pytest.raises(fout, match=woorden):
        terugkeer.neem_terug(huis, anna, sleutel, data, "slecht.docx")
    assert zie(terugkeer.van_set, huis, anna, sleutel) == ()
    assert zie(setblad.beeld, huis, anna, sleutel).rij.versie == versie
    assert not [
        pad for pad in Path(huis.settings.documenten).rglob("*") if pad.is_file() and pad.read_bytes() == data and data
    ]


def test_who_may_not_write_brings_nothing_back(huis: Huis, chris: Wie, anna: Wie, sleutel: str) -> None:
    data = concept(huis, sleutel).klaar()
    with pytest.raises(NietToegestaan):
        terugkeer.neem_terug(huis, chris, sleutel, data, "c.docx")
    c = concept(huis, sleutel)
    c.voeg_in("ken het bericht", " wel")
    (voorstel,) = alle(terug(huis, anna, sleutel, c.klaar()))
    with pytest.raises(NietToegestaan):
        terugkeer.beslis(huis, chris, sleutel, voorstel.id, "overgenomen", versie=1)
    with pytest.raises(NietGevonden):
        terugkeer.beslis(huis, anna, sleutel, 999, "overgenomen", versie=1)


@pytest.mark.parametrize(
    ("basis", "onze", "hunne", "samen"),
    [
        ("a b c d", "a X c d", "a b c Y", "a X c Y"),
        ("a b c d", "a b c d", "a b Y d", "a b Y d"),
        ("a b c d", "a X c d", "a X c d", "a X c d"),
        ("a b c d", "a X c d", "a Y c d", None),
        ("a b c d", "a X b c d", "a Y b c d", None),
        ("a b c d", "a c d", "a b Y d", "a Y d"),
        ("", "nieuw", "", "nieuw"),
        ("a\n\nb", "a\n\nb\n\nc", "A\n\nb", "A\n\nb\n\nc"),
    ],
)
def test_two_changes_of_one_text(basis: str, onze: str, hunne: str, samen: str | None) -> None:
    assert voeg_samen(basis, onze, hunne) == samen


def test_the_document_stays_with_the_set(huis: Huis, anna: Wie, sleutel: str) -> None:
    data = concept(huis, sleutel).klaar()
    terugkeer.neem_terug(huis, anna, sleutel, data, "concept.docx")
    with reading(huis.engine) as sessie:
        stukken = documenten.documenten(sessie, vind_set(sessie, sleutel).id or 0)
    assert [(d.naam, d.soort) for d in stukken][-1] == ("concept.docx", "teruggekomen")


def _achter_het_slot(body: Any, *regels: str) -> None:
    """Words in the last, empty paragraph of the concept, and paragraphs behind it."""
    slot = next(k for k in body if any(b.get(f"{W}name") == "kv_slot" for b in k.iter(f"{W}bookmarkStart")))
    for nummer, woorden in enumerate(regels):
        p = slot if nummer == 0 else slot.makeelement(f"{W}p")
        run = p.makeelement(f"{W}r")
        t = run.makeelement(f"{W}t")
        t.text = woorden
        run.append(t)
        p.append(run)
        if nummer:
            slot.addnext(p)


def test_who_types_on_at_the_end_writes_in_the_last_answer(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.pas_toe(lambda body: _achter_het_slot(body, "Aan het eind getypt.", "En nog verder."))
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert [(v.plaats, v.voorgesteld) for v in alle(beeld)] == [("antwoord-3", "Aan het eind getypt.")]
    assert beeld.rij.verslag["los"] == ["En nog verder."]


@pytest.mark.parametrize(
    ("bewerk", "plaats", "verwacht"),
    [
        (lambda c: _in_de_kop(c, ": Nee, hoezo."), "antwoord-1", f"Nee, hoezo.\n\n{EEN}"),
        (lambda c: _in_de_kop(c, " (let op: afstemmen)"), "antwoord-1", f"(let op: afstemmen)\n\n{EEN}"),
    ],
    ids=["an answer in the heading", "a note in the heading"],
)
def test_words_in_a_heading_are_not_lost(
    huis: Huis, anna: Wie, sleutel: str, bewerk: Any, plaats: str, verwacht: str
) -> None:
    c = concept(huis, sleutel)
    bewerk(c)
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert [(v.plaats, v.voorgesteld) for v in alle(beeld)] == [(plaats, verwacht)]


def _in_de_kop(c: Bewerking, woorden: str) -> None:
    """Tracked words behind 'Antwoord op vraag 1'."""
    p = c._alinea("Antwoord op vraag 1")
    laatste = [run for run in p if run.tag == f"{W}r"][-1]
    laatste.addnext(c._wijziging("ins", [c._als_run(laatste, woorden)]))


def test_an_answer_that_stands_twice_is_not_taken_over_at_once_with_a_loss(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.pas_toe(_verdubbel_antwoord_1)
    c.vervang("ik ken", "ik las")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert beeld.rij.verslag["samen"] == {}


def test_equal_comments_at_three_places_are_three_remarks(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    for bij in ("312 gele", "in Utrecht", "De politie"):
        c.opmerking(bij, "Bron?")
    c.opmerking("Wat gaat u doen", "Wie schrijft dit?")
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert beeld.rij.verslag["opmerkingen"] == 3
    gevonden = zie(opmerkingen.bij_vraag, huis, anna, sleutel, "2")
    assert [(b.rij.tekst, b.rij.citaat) for b in gevonden] == [
        ("Bron?", "312 gele"),
        ("Bron?", "in Utrecht"),
        ("Bron?", "De politie"),
    ]
    assert beeld.rij.verslag["los"] == ["Wie schrijft dit? (J. Tester, vraag 3)"]


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+05:00", "gisteren", ""])
def test_a_strange_moment_is_now(huis: Huis, anna: Wie, sleutel: str, moment: str) -> None:
    c = concept(huis, sleutel)
    c.moment = moment
    c.opmerking("De politie", "Welke?")
    terug(huis, anna, sleutel, c.klaar())
    (gemaakt,) = zie(opmerkingen.bij_vraag, huis, anna, sleutel, "2")
    assert gemaakt.rij.moment.year == huis.nu().year


def test_notes_keep_their_place_whatever_their_words_become(huis: Huis, anna: Wie, sleutel: str) -> None:
    """nr. 1 becomes nr. 2 and nr. 2 becomes nr. 3: each stays the note of its own answer."""
    schrijven.voeg_noot_toe(huis, anna, sleutel, "Kamerstuk, nr. 2.")
    schrijven.bewaar(huis, anna, sleutel, "1", f"{EEN}[^v2]", versie=1)
    c = concept(huis, sleutel)
    noten = c.delen["word/footnotes.xml"]
    c.delen["word/footnotes.xml"] = noten.replace(b"Kamerstuk 33 552, nr. 124.", b"Kamerstuk, nr. 3.").replace(
        b"Kamerstuk, nr. 2.", b"Kamerstuk 33 552, nr. 124."
    )
    beeld = terug(huis, anna, sleutel, c.klaar())
    assert [(v.plaats, v.basis, v.voorgesteld) for v in alle(beeld)] == [
        ("noot-v2", "Kamerstuk, nr. 2.", "Kamerstuk 33 552, nr. 124."),
        ("noot-v1", "Kamerstuk 33 552, nr. 124.", "Kamerstuk, nr. 3."),
    ]


def test_an_enumeration_is_no_source_of_the_asker(huis: Huis, anna: Wie, sleutel: str) -> None:
    schrijven.bewaar(huis, anna, sleutel, "1", "Ik noem: 1) geld en 2) tijd.", versie=1)
    schrijven.bewaar(huis, anna, sleutel, "2", f"Zie de krant[^b1].\n\n{TWEE}", versie=1)
    assert alle(terug(huis, anna, sleutel, concept(huis, sleutel).klaar())) == []


def test_a_note_that_changed_here_is_not_put_back_by_an_older_document(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    ander = concept(huis, sleutel)
    ander.delen["word/footnotes.xml"] = ander.delen["word/footnotes.xml"].replace(b"nr. 124.", b"nr. 125.")
    (voorstel,) = alle(terug(huis, anna, sleutel, ander.klaar(), "nieuwer.docx"))
    terugkeer.beslis(huis, anna, sleutel, voorstel.id, "overgenomen", versie=1)
    assert alle(terug(huis, anna, sleutel, c.klaar(), "ouder.docx")) == []


def test_the_concept_with_changes_comes_back_clean(huis: Huis, anna: Wie, sleutel: str) -> None:
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja, ik ken dit bericht al lang.", versie=1)
    c = Bewerking(maken.maak(huis, OPDRACHTREGEL, sleutel, Papier.WIJZIGINGEN).data)
    assert next(c.boom.iter(f"{W}ins"), None) is not None
    assert alle(terug(huis, anna, sleutel, c.klaar())) == []


def test_two_people_write_where_there_was_no_answer(huis: Huis, anna: Wie, sleutel: str) -> None:
    c = concept(huis, sleutel)
    c.pas_toe(lambda body: _vul(body, "Ik grijp in."))
    (voorstel,) = alle(terug(huis, anna, sleutel, c.klaar()))
    schrijven.bewaar(huis, anna, sleutel, "3", "Ik wacht af.", versie=0)
    with pytest.raises(Verouderd):
        terugkeer.beslis(huis, anna, sleutel, voorstel.id, "overgenomen", versie=1)
    botsing = terugkeerbeeld.botsing(huis, anna, sleutel, voorstel.id)
    assert (botsing.nu, botsing.versie) == ("Ik wacht af.", 1)
    terugkeer.beslis(
        huis, anna, sleutel, voorstel.id, "overgenomen", versie=1, tekst="Ik wacht, en grijp in.", antwoordversie=1
    )
    assert tekst(huis, sleutel, "3") == "Ik wacht, en grijp in."


def test_a_heading_inside_an_answer_is_text(huis: Huis, anna: Wie, sleutel: str) -> None:
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.\n\nAntwoord op vraag 7: zie aldaar.\n\nEn verder.", versie=1)
    assert alle(terug(huis, anna, sleutel, concept(huis, sleutel).klaar())) == []
