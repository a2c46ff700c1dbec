"""Is this file fit to open? Promises I3 and I5: every limit and every refusal, each with a zip made here."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest

from kamervragen.documents.packing.safe_zip import MAX_BESTAND, MAX_LEDEN, MAX_UITGEPAKT, MAX_VERHOUDING, open_zip
from kamervragen.domain.errors import Ongeldig, TeGroot
from tests.documents.bouwsels import zip_van

NAAM = "stuk van Anna.docx"
BESCHADIGD = f"{NAAM} is beschadigd en kan niet worden geopend. Bewaar het opnieuw in Word."
BUITEN = f"{NAAM} bevat een verwijzing buiten zichzelf en is daarom geweigerd."
UITGEPAKT = f"{NAAM} is uitgepakt te groot. Bewaar het opnieuw in Word zonder afbeeldingen."
VERDACHT = f"{NAAM} is verdacht sterk ingepakt en is daarom geweigerd."
MACRO = f"{NAAM} bevat macro's of ingesloten programma's. Bewaar het als gewoon .docx-document."
ARCHIEF = f"{NAAM} bevat een ander archief en is daarom geweigerd."
WACHTWOORD = f"{NAAM} is versleuteld. Bewaar het zonder wachtwoord en bied het opnieuw aan."
DUBBEL = f"{NAAM} bevat twee delen met dezelfde naam en is daarom geweigerd."
GROOTTE = f"{NAAM} geeft een onjuiste grootte op en is daarom geweigerd."
_CENTRAAL, _EINDE = b"PK\1\2", b"PK\5\6"


def _geweigerd(data: bytes) -> Ongeldig | TeGroot:
    with pytest.raises((Ongeldig, TeGroot)) as fout:
        open_zip(data, NAAM)
    assert isinstance(fout.value, Ongeldig | TeGroot)
    return fout.value


def _met_opgave(data: bytes, *, grootte: int, crc: int | None = None) -> bytes:
    """A zip of one member whose directory claims another unpacked size."""
    anders = bytearray(data)
    plaats = anders.find(_CENTRAAL)
    anders[plaats + 24 : plaats + 28] = struct.pack("<I", grootte)
    if crc is not None:
        anders[plaats + 16 : plaats + 20] = struct.pack("<I", crc)
    return bytes(anders)


def _met_vlag_versleuteld(data: bytes) -> bytes:
    anders = bytearray(data)
    anders[6] |= 1
    anders[anders.find(_CENTRAAL) + 8] |= 1
    return bytes(anders)


def _met_link() -> bytes:
    lid = zipfile.ZipInfo("word/document.xml")
    lid.create_system = 3
    lid.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        archief.writestr(lid, "/etc/passwd")
    return buffer.getvalue()


def _overlappend(aantal: int) -> bytes:
    """Many directory entries that all point at one member: the bomb that needs no nesting."""
    data = zip_van({"a": b"x" * 1_000})
    begin, einde = data.find(_CENTRAAL), data.find(_EINDE)
    ingang = data[begin:einde]
    ingangen = b"".join(ingang[:46] + bytes([97 + i]) + ingang[47:] for i in range(aantal))
    slot = bytearray(data[einde:])
    slot[8:10] = slot[10:12] = struct.pack("<H", aantal)
    slot[12:16] = struct.pack("<I", len(ingangen))
    return data[:begin] + ingangen + bytes(slot)


def test_members_come_out_by_name_without_folders() -> None:
    data = zip_van({"word/": b"", "word/document.xml": b"<a/>", "leeg.xml": b""})
    assert open_zip(data, NAAM) == {"word/document.xml": b"<a/>", "leeg.xml": b""}


def test_a_bestand_above_25_mb_is_te_groot() -> None:
    fout = _geweigerd(bytes(MAX_BESTAND + 1))
    assert isinstance(fout, TeGroot)
    assert str(fout) == f"{NAAM} is groter dan 25 MB. Verklein de afbeeldingen of splits het document."
    assert str(_geweigerd(bytes(MAX_BESTAND))) == BESCHADIGD


def test_1000_members_are_enough() -> None:
    assert len(open_zip(zip_van({f"d{i}": b"x" for i in range(MAX_LEDEN)}), NAAM)) == 1_000
    fout = _geweigerd(zip_van({f"d{i}": b"x" for i in range(MAX_LEDEN + 1)}))
    assert isinstance(fout, TeGroot)
    assert str(fout) == UITGEPAKT


def test_100_mb_unpacked_is_the_limit_before_anything_is_unpacked() -> None:
    data = zip_van({"a.xml": b"x"})
    fout = _geweigerd(_met_opgave(data, grootte=MAX_UITGEPAKT + 1))
    assert isinstance(fout, TeGroot)
    assert str(fout) == UITGEPAKT
    assert str(_geweigerd(_met_opgave(data, grootte=MAX_UITGEPAKT))) == VERDACHT


def test_a_ratio_of_100_is_the_limit() -> None:
    data = zip_van({"a.xml": b"x"})
    fout = _geweigerd(_met_opgave(data, grootte=MAX_VERHOUDING * len(data) + 1))
    assert isinstance(fout, TeGroot)
    assert str(fout) == VERDACHT
    assert str(_geweigerd(_met_opgave(data, grootte=MAX_VERHOUDING * len(data)))) == GROOTTE


@pytest.mark.parametrize(
    ("naam", "bericht"),
    [
        ("../../evil.txt", BUITEN),
        ("word/../../evil.txt", BUITEN),
        ("..\\evil.txt", BUITEN),
        ("/etc/passwd", BUITEN),
        ("\\\\server\\deel\\x", BUITEN),
        ("word/vbaProject.bin", MACRO),
        ("word/vbaData.xml", MACRO),
        ("word/embeddings/oleObject1.bin", MACRO),
        ("word/activeX/activeX1.xml", MACRO),
        ("EncryptedPackage", MACRO),
        ("binnen.zip", ARCHIEF),
        ("word/embeddings/Microsoft_Word_Document.docx", MACRO),
        ("word/embeddings/Blad.XLSX", MACRO),
        ("Basic/Standard/Module1.xml", MACRO),
        ("Scripts/python/x.py", MACRO),
        ("customXml/Blad.XLSX", ARCHIEF),
        ("a.tar.gz", ARCHIEF),
    ],
)
def test_a_member_by_this_name_is_refused(naam: str, bericht: str) -> None:
    fout = _geweigerd(zip_van({"word/document.xml": b"<a/>", naam: b"x"}))
    assert isinstance(fout, Ongeldig)
    assert str(fout) == bericht


def test_a_symlink_is_refused() -> None:
    fout = _geweigerd(_met_link())
    assert isinstance(fout, Ongeldig)
    assert str(fout) == BUITEN


def test_a_versleuteld_member_is_refused() -> None:
    fout = _geweigerd(_met_vlag_versleuteld(zip_van({"a.xml": b"<a/>"})))
    assert isinstance(fout, Ongeldig)
    assert str(fout) == WACHTWOORD


def test_two_members_of_one_name_are_refused() -> None:
    fout = _geweigerd(zip_van({"aa.xml": b"1", "bb.xml": b"2"}).replace(b"bb.xml", b"aa.xml"))
    assert isinstance(fout, Ongeldig)
    assert str(fout) == DUBBEL


def test_a_size_that_is_too_small_in_the_directory_is_refused() -> None:
    assert str(_geweigerd(_met_opgave(zip_van({"a.xml": b"ja " * 50}), grootte=10))) == BESCHADIGD


def test_a_size_that_is_too_large_in_the_directory_is_refused() -> None:
    assert str(_geweigerd(_met_opgave(zip_van({"a.xml": b"ja " * 50}), grootte=151))) == GROOTTE


def test_a_size_forged_with_its_checksum_gives_no_more_than_it_claims() -> None:
    data = _met_opgave(zip_van({"a": bytes(20_000_000)}), grootte=10, crc=zlib.crc32(bytes(10)))
    assert open_zip(data, NAAM) == {"a": bytes(10)}


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9])
def test_a_truncated_zip_is_beschadigd(deel: float) -> None:
    data = zip_van({"a.xml": bytes(range(256)) * 4, "b.xml": b"<b/>"})
    fout = _geweigerd(data[: int(len(data) * deel)])
    assert isinstance(fout, Ongeldig)
    assert str(fout) == BESCHADIGD


def test_members_that_overlap_are_beschadigd() -> None:
    assert str(_geweigerd(_overlappend(5))) == BESCHADIGD


@pytest.mark.parametrize("soort", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED])
def test_any_byte_of_the_packed_data_may_be_wrong(soort: int) -> None:
    buffer = io.BytesIO()
    inhoud = b"Hoeveel meldingen zijn er geregistreerd? " * 3
    with zipfile.ZipFile(buffer, "w", soort) as archief:
        archief.writestr("a", inhoud)
    data = buffer.getvalue()
    for plaats in range(31, data.find(_CENTRAAL)):
        anders = bytearray(data)
        anders[plaats] ^= 0xFF
        try:
            assert open_zip(bytes(anders), NAAM) == {"a": inhoud}
        except Ongeldig as fout:
            assert str(fout) in (BESCHADIGD, GROOTTE)  # noqa: PT017 - most bytes break it, a spare one need not


@pytest.mark.parametrize(
    "bom",
    [
        pytest.param(lambda: zip_van({"a": bytes(20_000_000)}), id="one member, ratio 1000"),
        pytest.param(lambda: zip_van({f"d{i}": bytes(100_000) for i in range(1_000)}), id="many members"),
        pytest.param(lambda: zip_van({"a.zip": zip_van({"a": bytes(1_000_000)})}), id="nested"),
        pytest.param(lambda: _overlappend(20), id="overlapping"),
        pytest.param(lambda: _met_opgave(zip_van({"a": bytes(20_000_000)}), grootte=10), id="size forged"),
    ],
)
def test_i3_a_bom_is_refused_within_a_second_and_50_mb(bom: Callable[[], bytes]) -> None:
    data = bom()
    tracemalloc.start()
    begin = time.perf_counter()
    try:
        fout = _geweigerd(data)
        duur, (_, piek) = time.perf_counter() - begin, tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert NAAM in str(fout)
    assert duur < 1
    assert piek < 50_000_000
