"""The command line, as a user calls it: a process of its own, its words, its exit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.kiem import Kiem
from tests.kiem import kiem as gestart
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, UITSTEL, VRAGEN

_ZONDER_HUIS = ("lees", "beloften", "restore", "serve", "--help")
Opdracht = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def kiem() -> Iterator[Kiem]:
    with gestart() as proces:
        yield proces


@pytest.fixture
def kv(tmp_path: Path, lege_sqlite: Path, sleutelbestand: Path, kiem: Kiem) -> Opdracht:
    """Runs `kamervragen` with its data under the folder of the test; what needs a house finds one that is migrated."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("KAMERVRAGEN_")}

    def run(*woorden: str | Path, stdin: str = "", **omgeving: str) -> subprocess.CompletedProcess[str]:
        if not omgeving and woorden[0] not in _ZONDER_HUIS and not (tmp_path / "data").exists():
            (tmp_path / "data").mkdir()
            shutil.copy(lege_sqlite, tmp_path / "data" / "kamervragen.db")
            shutil.copy(sleutelbestand, tmp_path / "data" / "sleutels")
        geheel = schoon | {"KAMERVRAGEN_DATA": str(tmp_path / "data")} | omgeving
        return kiem.draai([str(woord) for woord in woorden], geheel, stdin)

    return run


@pytest.fixture
def stukken(tmp_path: Path) -> Path:
    """A folder with a paper, a notice and an answer of one set."""
    folder = tmp_path / "stukken"
    (folder / "verder").mkdir(parents=True)
    (folder / "1-vragen.txt").write_text(VRAGEN, encoding="utf-8")
    (folder / "2-uitstel.txt").write_text(UITSTEL, encoding="utf-8")
    (folder / "verder" / "antwoord.txt").write_text(ANTWOORD, encoding="utf-8")
    (folder / ".verborgen").write_text("x", encoding="utf-8")
    return folder


def _json(uit: subprocess.CompletedProcess[str]) -> Any:
    """What was printed, as JSON and nothing else."""
    assert (uit.stderr, uit.returncode) == ("", 0)
    return json.loads(uit.stdout)


def _refused(uit: subprocess.CompletedProcess[str], *woorden: str) -> None:
    """One Dutch message on stderr with these words, nothing on stdout, exit 1."""
    assert (uit.returncode, uit.stdout) == (1, "")
    assert "Traceback" not in uit.stderr
    assert len(uit.stderr.splitlines()) == 1
    for woord in woorden:
        assert woord in uit.stderr


@pytest.mark.parametrize(
    ("naam", "inhoud", "reden"),
    [
        ("leeg.txt", b"", "is leeg"),
        ("brief.txt", b"Zomaar een brief.", "is geen vraag herkend"),
        ("stuk.docx", b"PK\x03\x04 kapot", ""),
        ("oud.doc", b"\xd0\xcf\x11\xe0" * 100, "oud .doc-bestand"),
        ("binair.txt", bytes(range(1, 32)) * 100, "geen leesbare tekst"),
    ],
)
def test_a_bad_file_is_refused_by_its_name(kv: Opdracht, tmp_path: Path, naam: str, inhoud: bytes, reden: str) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    _refused(kv("lees", tmp_path / naam, "--json"), naam, reden)


def test_a_file_that_is_not_there_is_refused_by_its_name(kv: Opdracht, tmp_path: Path) -> None:
    _refused(kv("lees", tmp_path / "weg.txt"), "weg.txt is niet te openen")
    _refused(kv("lees", tmp_path), f"{tmp_path} is niet te openen")


@pytest.mark.parametrize("woorden", [("zoek", "x"), ("worker", "--klaar"), ("serve",)])
def test_an_unknown_setting_stops_the_start(kv: Opdracht, tmp_path: Path, woorden: tuple[str, ...]) -> None:
    _refused(kv(*woorden, KAMERVRAGEN_POORTT="8001"), "Onbekende instelling KAMERVRAGEN_POORTT", "KAMERVRAGEN_POORT,")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("omgeving", [{"KAMERVRAGEN_POORT": "abc"}, {"KAMERVRAGEN_DEMO": "misschien"}])
def test_a_setting_of_a_wrong_kind_stops_the_start_by_its_name(kv: Opdracht, omgeving: dict[str, str]) -> None:
    (naam,) = omgeving
    _refused(kv("zoek", "x", **omgeving), naam)


@pytest.mark.parametrize(
    "omgeving",
    [
        {"KAMERVRAGEN_ADRES": "0.0.0.0"},
        {"KAMERVRAGEN_ADRES": "::"},
        {"KAMERVRAGEN_ADRES": "0.0.0.0", "KAMERVRAGEN_TLS_CERTIFICAAT": "/x.pem"},
    ],
)
def test_serving_the_network_without_tls_is_refused(kv: Opdracht, omgeving: dict[str, str]) -> None:
    _refused(kv("serve", **omgeving), f"Luisteren op {omgeving['KAMERVRAGEN_ADRES']} kan alleen met TLS")


def test_an_unknown_number_is_not_exported(kv: Opdracht, tmp_path: Path) -> None:
    _refused(kv("export", "2026Z99999", "--naar", tmp_path / "uit"), "Geen set met nummer 2026Z99999")
    assert not (tmp_path / "uit").exists()


def test_an_account_with_an_unknown_role_or_a_short_password_is_refused(kv: Opdracht) -> None:
    _refused(kv("user", "nieuw", "anna", "--naam", "Anna", "--rol", "chef"), "Onbekende rol chef")
    kort = kv("user", "nieuw", "anna", "--naam", "Anna", "--rol", "opsteller", stdin="kort\n")
    _refused(kort, "ten minste 15 tekens")


def test_lees_prints_json_and_nothing_else(kv: Opdracht, stukken: Path, tmp_path: Path) -> None:
    gelezen = _json(kv("lees", stukken / "verder" / "antwoord.txt", "--json"))
    assert (gelezen["soort"], gelezen["zaaknummer"], gelezen["aanhangselnummer"]) == (
        "antwoord",
        "2026Z00101",
        "ah-tk-20252026-1601",
    )
    assert [antwoord["labels"] for antwoord in gelezen["antwoorden"]] == [["1"], ["2", "3"]]
    assert not (tmp_path / "data").exists()


def test_lees_tells_in_words(kv: Opdracht, stukken: Path) -> None:
    uit = kv("lees", stukken / "1-vragen.txt")
    assert (uit.returncode, uit.stderr) == (0, "")
    assert uit.stdout.splitlines() == [
        "vragen: 3 vragen, 0 antwoorden",
        "  zaaknummer: 2026Z00101",
        "  onderwerp: gele fietsen",
        "  ingezonden: 2026-05-11",
    ]


def test_import_twice_is_nieuw_and_then_gelijk(kv: Opdracht, stukken: Path) -> None:
    eerste, tweede = (_json(kv("import", stukken, "--json")) for _ in range(2))
    assert [(v["bestand"], v["sleutel"], v["uitkomst"]) for v in eerste] == [
        ("1-vragen.txt", "KV-000001", "nieuw"),
        ("2-uitstel.txt", "KV-000001", "gewijzigd"),
        ("antwoord.txt", "KV-000001", "gewijzigd"),
    ]
    assert {v["uitkomst"] for v in tweede} == {"gelijk"}
    assert list(eerste[0]) == [
        "bestand",
        "sleutel",
        "uitkomst",
        "soort",
        "vragen",
        "antwoorden",
        "noten",
        "citaties",
        "meldingen",
    ]


def test_one_bad_file_does_not_stop_the_rest(kv: Opdracht, stukken: Path, tmp_path: Path) -> None:
    (stukken / "0-slecht.txt").write_bytes(b"")
    uit = kv("import", stukken, tmp_path / "weg.txt", "--json")
    verslagen = json.loads(uit.stdout)
    assert (uit.returncode, uit.stderr) == (1, "")
    assert [(v["bestand"], v["uitkomst"]) for v in verslagen] == [
        ("0-slecht.txt", "geweigerd"),
        ("1-vragen.txt", "nieuw"),
        ("2-uitstel.txt", "gewijzigd"),
        ("antwoord.txt", "gewijzigd"),
        ("weg.txt", "geweigerd"),
    ]
    assert verslagen[0]["meldingen"] == [
        {
            "code": "geweigerd",
            "tekst": "0-slecht.txt is leeg. Controleer het bestand en bied het opnieuw aan.",
            "plaats": "set",
        }
    ]


def test_import_in_words_names_each_file_and_the_reason(kv: Opdracht, stukken: Path, tmp_path: Path) -> None:
    (stukken / "0-slecht.txt").write_bytes(b"")
    verslag = tmp_path / "verslag.csv"
    uit = kv("import", stukken, "--csv", verslag)
    assert uit.returncode == 1
    assert [" ".join(regel.split()) for regel in uit.stdout.splitlines()] == [
        "geweigerd 0-slecht.txt 0 vragen, 0 antwoorden, 0 noten, 0 citaties, 0 meldingen",
        "0-slecht.txt is leeg. Controleer het bestand en bied het opnieuw aan.",
        "nieuw KV-000001 1-vragen.txt vragen 3 vragen, 0 antwoorden, 1 noten, 0 citaties, 0 meldingen",
        "gewijzigd KV-000001 2-uitstel.txt uitstel 0 vragen, 0 antwoorden, 0 noten, 0 citaties, 0 meldingen",
        "gewijzigd KV-000001 antwoord.txt antwoord 3 vragen, 2 antwoorden, 2 noten, 1 citaties, 0 meldingen",
        f"Verslag: {verslag}",
    ]
    rijen = verslag.read_bytes().decode("utf-8-sig").split("\r\n")
    assert rijen[0] == "bestand;uitkomst;sleutel;soort;vragen;antwoorden;noten;citaties;meldingen;reden;toelichting"
    assert rijen[2] == "1-vragen.txt;nieuw;KV-000001;vragen;3;0;1;0;0;;"
    assert len(rijen) == 6


def test_zoek_prints_the_best_first(kv: Opdracht, stukken: Path) -> None:
    assert _json(kv("zoek", "gele fietsen", "--json")) == []
    kv("import", stukken)
    gevonden = _json(kv("zoek", "Hoeveel gele fietsen zijn er verdwenen?", "--json"))
    assert list(gevonden[0]) == [
        "sleutel",
        "zaaknummer",
        "aanhangselnummer",
        "vraagnummer",
        "vraag",
        "antwoord",
        "datum",
        "bewindspersoon",
        "kabinet",
        "score",
        "delen",
        "redenen",
        "overgenomen",
    ]
    assert [g["vraagnummer"] for g in gevonden] == ["2", "3", "1"]
    scores = [g["score"] for g in gevonden]
    assert scores == sorted(scores, reverse=True)
    assert all(g["redenen"] for g in gevonden)
    assert len(_json(kv("zoek", "gele fietsen", "--aantal", "1", "--json"))) == 1


def test_zoek_in_words(kv: Opdracht, stukken: Path) -> None:
    assert kv("zoek", "gele fietsen").stdout == "Niets gevonden. Probeer andere of meer woorden uit het onderwerp.\n"
    kv("import", stukken)
    uit = kv("zoek", "Hoeveel gele fietsen zijn er verdwenen?")
    assert uit.stdout.startswith("1. 2026Z00101 vraag 2  8 juni 2026  minister Van Proef  (")


def test_export_prints_the_path_it_wrote(kv: Opdracht, stukken: Path, tmp_path: Path) -> None:
    kv("import", stukken)
    geschreven = []
    for nummer, folder in (("2026Z00101", "a"), ("KV-000001", "b"), ("ah-tk-20252026-1601", "c")):
        uit = kv("export", nummer, "--naar", tmp_path / folder)
        assert (uit.stdout, uit.returncode) == (f"{tmp_path / folder / 'antwoord-2026Z00101.docx'}\n", 0)
        geschreven.append(Path(uit.stdout.strip()).read_bytes())
    assert geschreven[0].startswith(b"PK")
    assert len(set(geschreven)) == 1
    assert kv("export", "KV-000001").stdout == f"{tmp_path / 'data' / 'uit' / 'antwoord-2026Z00101.docx'}\n"


def test_the_index_is_built_again(kv: Opdracht, stukken: Path) -> None:
    kv("import", stukken)
    uit = kv("index")
    assert (uit.returncode, uit.stdout) == (0, "3 vragen met antwoord in de index\n")
    assert uit.stderr.splitlines()[-1] == "3 van 3"


def test_a_worker_stops_when_it_is_ready(kv: Opdracht, stukken: Path) -> None:
    kv("import", stukken)
    uit = kv("worker", "--klaar")
    assert (uit.returncode, uit.stdout, uit.stderr) == (0, "0 taken gedaan\n", "")


def test_an_account_is_made_with_the_password_of_stdin(kv: Opdracht) -> None:
    woorden = ("user", "nieuw", "Anna", "--naam", "Anna A.", "--rol", "opsteller", "--rol", "coordinator")
    uit = kv(*woorden, stdin="correct paard batterij\n")
    assert (uit.returncode, uit.stdout) == (0, "Anna: opsteller, coordinator\n")
    _refused(kv(*woorden, stdin="correct paard batterij\n"), "De inlognaam anna is al in gebruik.")


def test_a_set_of_another_paper_is_another_set(kv: Opdracht, stukken: Path, tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_text(ANDERE_VRAGEN, encoding="utf-8")
    kv("import", stukken)
    (verslag,) = _json(kv("import", tmp_path / "ander.txt", "--json"))
    assert (verslag["sleutel"], verslag["uitkomst"]) == ("KV-000002", "nieuw")


@pytest.mark.corpus
def test_the_document_this_project_starts_from_answers_question_three(kv: Opdracht, corpus: Path) -> None:
    (verslag,) = _json(kv("import", corpus / "seed" / "antwoord-aanpak-sektes.txt", "--json"))
    assert (verslag["uitkomst"], verslag["vragen"], verslag["antwoorden"]) == ("nieuw", 10, 10)
    gevonden = _json(kv("zoek", "Hoeveel meldingen over sektes zijn er geregistreerd?", "--json"))
    assert gevonden[0]["vraagnummer"] == "3"


def test_a_call_that_imports_all_by_itself_does_the_same(kv: Opdracht, stukken: Path) -> None:
    """The control of `kiem`, which the other calls are split off from."""
    for woorden in (("lees", str(stukken / "1-vragen.txt"), "--json"), ("lees", str(stukken / "weg.txt"))):
        zelf = subprocess.run(
            [sys.executable, "-m", "kamervragen", *woorden], capture_output=True, text=True, check=False
        )
        mee = kv(*woorden)
        assert (mee.stdout, mee.stderr, mee.returncode) == (zelf.stdout, zelf.stderr, zelf.returncode)
