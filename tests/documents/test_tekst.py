"""Plain text: encodings, lists, and footnotes as `[footnoteRef:1] [1: body]`."""

from __future__ import annotations

import time

import pytest

from kamervragen.documents.readers import tekst
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk
from kamervragen.domain.errors import Ongeldig


def _lees(inhoud: str) -> Ruw:
    return tekst.lees(inhoud.encode(), "proef.txt")


def _stukken(ruw: Ruw) -> list[tuple[Stuk, ...]]:
    return [blok.stukken for blok in ruw.blokken if isinstance(blok, Alinea)]


def test_every_line_is_an_alinea_and_an_empty_one_parts() -> None:
    assert _lees(" Vraag 1 \r\n\r\nIs  dit\tzo?\n").blokken == (
        Alinea((Stuk("Vraag 1"),)),
        Alinea(),
        Alinea((Stuk("Is dit zo?"),)),
    )


@pytest.mark.parametrize(
    ("regel", "lijst", "woorden"),
    [
        ("- punt", Lijst(0, None), "punt"),
        ("• punt", Lijst(0, None), "punt"),
        ("\t– punt", Lijst(0, None), "punt"),
        ("· punt", Lijst(0, None), "punt"),
        ("1. eerste", Lijst(0, 1), "eerste"),
        ("  12. twaalfde", Lijst(0, 12), "twaalfde"),
        ("-geen punt", None, "-geen punt"),
        ("1.000 meldingen", None, "1.000 meldingen"),
        ("1) bron", None, "1) bron"),
        ("1.", None, "1."),
    ],
)
def test_a_line_may_be_a_point_of_a_lijst(regel: str, lijst: Lijst | None, woorden: str) -> None:
    assert _lees(regel).blokken == (Alinea((Stuk(woorden),), lijst),)


def test_a_voetnoot_stands_behind_its_alinea_and_leaves_a_mark() -> None:
    ruw = _lees(
        "Naar de Kamer gestuurd.[footnoteRef:2] Hierin meer. [2:  Kamerstukken II, 28345, nr. 285. ] \nOok dit."
    )
    assert _stukken(ruw) == [
        (Stuk("Naar de Kamer gestuurd."), Stuk("", noot="v2"), Stuk(" Hierin meer.")),
        (Stuk("Ook dit."),),
    ]
    assert ruw.voetnoten == {"v2": "Kamerstukken II, 28345, nr. 285."}


def test_brackets_in_the_body_are_counted() -> None:
    ruw = _lees("Ja[footnoteRef:1], zie [1: Kamerstuk [II] (nr. [3]), 4] verder.")
    assert _stukken(ruw) == [(Stuk("Ja"), Stuk("", noot="v1"), Stuk(", zie verder."))]
    assert ruw.voetnoten == {"v1": "Kamerstuk [II] (nr. [3]), 4"}


def test_a_body_without_end_runs_to_the_end_of_the_line() -> None:
    ruw = _lees("Ja[footnoteRef:1] [1: Kamerstuk [II, nr. 3\nVolgende regel.")
    assert ruw.voetnoten == {"v1": "Kamerstuk [II, nr. 3"}
    assert _stukken(ruw)[1] == (Stuk("Volgende regel."),)


def test_several_voetnoten_in_one_line_keep_their_own_body() -> None:
    ruw = _lees("Ja[footnoteRef:1] en nee[footnoteRef:12]. [1: een *ster*] [12: twaalf]")
    assert _stukken(ruw) == [(Stuk("Ja"), Stuk("", noot="v1"), Stuk(" en nee"), Stuk("", noot="v12"), Stuk("."))]
    assert ruw.voetnoten == {"v1": "een \\*ster\\*", "v12": "twaalf"}


def test_a_call_without_body_keeps_its_mark() -> None:
    ruw = _lees("Ja[footnoteRef:3].")
    assert _stukken(ruw) == [(Stuk("Ja"), Stuk("", noot="v3"), Stuk("."))]
    assert ruw.voetnoten == {}


def test_a_bracket_that_nothing_calls_stays() -> None:
    assert _stukken(_lees("Zie [1: dit].")) == [(Stuk("Zie [1: dit]."),)]


def test_many_calls_in_one_line_are_read_in_time() -> None:
    begin = time.perf_counter()
    ruw = _lees("[footnoteRef:1]" * 8_000)
    assert time.perf_counter() - begin < 2
    assert len(_stukken(ruw)[0]) == 8_000


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_is_known_by_its_bytes(codering: str) -> None:
    zin = "Is de “coördinator” – naar zo’n € 5 – gegaan?"
    assert tekst.lees(zin.encode(codering), "proef.txt").blokken == (Alinea((Stuk(zin),)),)


def test_utf_16_big_endian_with_a_mark_is_read() -> None:
    assert tekst.lees(b"\xfe\xff" + "één".encode("utf-16-be"), "proef.txt").blokken == (Alinea((Stuk("één"),)),)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(32)) * 8, id="control characters"),
        pytest.param("Vraag 1".encode("utf-16-le"), id="utf-16 without a mark"),
        pytest.param(b"\x8d\x81\x90\x9d" * 20, id="no Windows-1252"),
        pytest.param(b"GIF89a\x01\0\x01\0\0\xff\0,", id="image"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Ongeldig) as fout:
        tekst.lees(data, "proef.txt")
    assert str(fout.value) == "proef.txt is geen leesbare tekst. Bied het document aan als .docx of .txt."


def test_a_stray_control_character_is_left_out() -> None:
    assert _stukken(_lees("Ja\x02 hoor, " + "x" * 400)) == [(Stuk("Ja hoor, " + "x" * 400),)]
