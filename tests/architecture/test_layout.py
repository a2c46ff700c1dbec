"""What a reader may count on in every file."""

from __future__ import annotations

import ast
import fnmatch
import json
import re
from pathlib import Path

WORTEL = Path(__file__).parents[2]
PAKKET = WORTEL / "kamervragen"
VENDOR = PAKKET / "web" / "static" / "vendor"
HOOGSTENS = 400
# The places where anything may go wrong, because they say so to someone.
VANGT_ALLES = {
    *("web/errors.py", "core/jobs.py", "worker.py"),
    "core/skipping.py",  # one row that cannot be derived is named, and the others go on
    "search/index.py",  # a panic of the library below is no Exception
    "core/store/files.py",  # no half file stays, whatever ended it: it is raised again
}
LICENTIES = {"0BSD": "Zero-Clause BSD", "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1"}


def _modules() -> list[Path]:
    """Our modules. A migration is a schema of its day, written by Alembic and never edited: not for reading."""
    return sorted(pad for pad in PAKKET.rglob("*.py") if "migrations" not in pad.parts)


def _eigen_bestanden() -> list[Path]:
    """Everything a person of this project wrote, as text."""
    mappen = (PAKKET, WORTEL / "templates", WORTEL / "tests", WORTEL / "benchmarks")
    soorten = {".py", ".html", ".css", ".js", ".mako", ".toml"}
    return [
        pad for map_ in mappen for pad in sorted(map_.rglob("*")) if pad.suffix in soorten and VENDOR not in pad.parents
    ]


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lang = {
        str(pad.relative_to(WORTEL)): aantal
        for pad in _modules()
        if (aantal := len(pad.read_text(encoding="utf-8").splitlines())) > HOOGSTENS
    }
    assert lang == {}


def test_every_module_says_in_a_docstring_what_it_is_for() -> None:
    zonder = [
        str(pad.relative_to(WORTEL))
        for pad in _modules()
        if not ast.get_docstring(ast.parse(pad.read_text(encoding="utf-8")))
    ]
    assert zonder == []


def _vangt_alles(knoop: ast.ExceptHandler) -> bool:
    soorten = knoop.type.elts if isinstance(knoop.type, ast.Tuple) else [knoop.type]
    return any(
        soort is None or (isinstance(soort, ast.Name) and soort.id in ("Exception", "BaseException"))
        for soort in soorten
    )


def test_only_these_places_catch_everything() -> None:
    gevonden = {
        str(pad.relative_to(PAKKET))
        for pad in _modules()
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.ExceptHandler) and _vangt_alles(knoop)
    }
    assert gevonden - VANGT_ALLES == set()


def test_the_check_on_catching_everything_sees_each_form() -> None:
    """The control of the test above."""
    vormen = (
        "except:",
        "except Exception:",
        "except (ValueError, Exception) as fout:",
        "except BaseException:",
        "except ValueError:",
    )
    gezien = []
    for vorm in vormen:
        [knoop] = [
            k for k in ast.walk(ast.parse(f"try:\n    pass\n{vorm}\n    pass")) if isinstance(k, ast.ExceptHandler)
        ]
        gezien.append(_vangt_alles(knoop))
    assert gezien == [True, True, True, True, False]


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME)\b")
    gevonden = [
        f"{pad.relative_to(WORTEL)}:{nummer}"
        for pad in _eigen_bestanden()
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1)
        if later.search(regel)
    ]
    assert gevonden == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    weg = re.compile(r"pytest\.(?:mark\.)?(?:ski" + "p|xfai" + r"l|importorski" + "p)")
    gevonden = [
        f"{pad.relative_to(WORTEL)}:{nummer}"
        for pad in sorted((WORTEL / "tests").rglob("*.py"))
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1)
        if weg.search(regel)
    ]
    assert gevonden == []


def _manifest() -> dict[str, dict[str, str]]:
    gelezen: dict[str, dict[str, str]] = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    return gelezen


def test_the_vendored_files_are_those_of_the_manifest() -> None:
    aanwezig = {pad.name for pad in VENDOR.iterdir()} - {"manifest.json", "LICENSES.txt"}
    assert aanwezig == set(_manifest())


def test_every_vendored_file_has_its_licence_with_it() -> None:
    """A heading names the version and the files, and the text of the licence follows."""
    tekst = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    koppen = re.findall(r"^(.+) (\d+\.\d+\.\d+) \((.+)\)$", tekst, re.MULTILINE)
    for bestand, herkomst in _manifest().items():
        gedekt = [versie for _, versie, patroon in koppen if fnmatch.fnmatch(bestand, patroon)]
        assert gedekt == [herkomst["version"]], bestand
        assert LICENTIES[herkomst["licence"]] in tekst, bestand


def test_the_vendored_files_are_what_they_are_called() -> None:
    for bestand, herkomst in _manifest().items():
        data = (VENDOR / bestand).read_bytes()
        if bestand.endswith(".woff2"):
            assert data.startswith(b"wOF2"), bestand
        else:
            assert f'version:"{herkomst["version"]}"'.encode() in data, bestand


def test_every_static_file_is_used_by_a_page_or_a_stylesheet() -> None:
    bronnen = [*(WORTEL / "templates").rglob("*.html"), PAKKET / "web" / "static" / "kamervragen.css"]
    tekst = "".join(pad.read_text(encoding="utf-8") for pad in bronnen)
    ongebruikt = [
        pad.name
        for pad in (PAKKET / "web" / "static").rglob("*")
        if pad.is_file() and pad.suffix in {".css", ".js", ".woff2"} and pad.name not in tekst
    ]
    assert ongebruikt == []


def test_every_class_of_a_template_is_in_the_stylesheet_and_the_other_way_round() -> None:
    """A class nobody styles is a typing error, a style nobody uses is dead weight."""
    css = (PAKKET / "web" / "static" / "kamervragen.css").read_text(encoding="utf-8")
    html = "".join(pad.read_text(encoding="utf-8") for pad in (WORTEL / "templates").rglob("*.html"))
    gestyled = set(re.findall(r"\.(kv-[\w-]+)", css))
    gebruikt = {
        naam for klassen in re.findall(r'class="([^"]*)"', html) for naam in re.findall(r"kv-[\w-]*\w", klassen)
    }
    samengesteld = set(re.findall(r"(kv-[\w-]+-)\{\{", html))
    los = {naam for naam in gestyled - gebruikt if not any(naam.startswith(stam) for stam in samengesteld)}
    assert los == set()
