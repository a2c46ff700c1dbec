"""The glossary is complete: no name of the domain or the tables holds a Dutch word it does not explain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from kamervragen import wings

WORTEL = Path(__file__).parents[2]
DOMEIN = WORTEL / "kamervragen" / "domain"
BEGRIPPEN = WORTEL / "docs" / "begrippen.md"
ENGELS = Path(__file__).with_name("english_words.txt")

_DEEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_RIJ = re.compile(r"^\| *([^|]+?) *\| *([^|]+?) *\|$", re.MULTILINE)


def delen(naam: str) -> list[str]:
    """'TE_LAAT' -> te, laat; 'NietGevonden' -> niet, gevonden; 'sha256' -> sha."""
    return [deel.lower() for deel in _DEEL.findall(naam)]


def namen_in(boom: ast.Module) -> Iterator[str]:
    """The public names a module gives: classes, functions, arguments, members of classes and constants."""
    for knoop in ast.walk(boom):
        match knoop:
            case ast.ClassDef():
                yield knoop.name
                yield from _toegekend(knoop.body)
            case ast.FunctionDef():
                argumenten = knoop.args
                yield knoop.name
                yield from (arg.arg for arg in (*argumenten.posonlyargs, *argumenten.args, *argumenten.kwonlyargs))
                yield from (arg.arg for arg in (argumenten.vararg, argumenten.kwarg) if arg)
            case ast.Module():
                yield from _toegekend(knoop.body)


def _toegekend(regels: list[ast.stmt]) -> Iterator[str]:
    for regel in regels:
        doelen = regel.targets if isinstance(regel, ast.Assign) else []
        doelen = [regel.target] if isinstance(regel, ast.AnnAssign) else doelen
        yield from (doel.id for doel in doelen if isinstance(doel, ast.Name))


def namen() -> Iterator[tuple[str, str]]:
    """Every name with the place it is found."""
    for module in sorted(DOMEIN.glob("*.py")):
        yield module.name, module.stem
        for naam in namen_in(ast.parse(module.read_text(encoding="utf-8"))):
            yield module.name, naam
    assert wings.ROWS
    for tabel in SQLModel.metadata.sorted_tables:
        yield "rows.py", tabel.name
        yield from ((f"rows.py, {tabel.name}", kolom.name) for kolom in tabel.columns)


def gebruikt() -> dict[str, str]:
    """Each part of a public name, with one place and name it comes from."""
    publiek = ((plaats, naam) for plaats, naam in namen() if not naam.startswith("_"))
    return {deel: f"{naam} ({plaats})" for plaats, naam in publiek for deel in delen(naam)}


def begrippen() -> list[tuple[list[str], str]]:
    """The rows of the glossary: the word with its inflected forms, and what it means."""
    rijen = _RIJ.findall(BEGRIPPEN.read_text(encoding="utf-8"))
    assert rijen[0] == ("Begrip", "In English")
    return [([vorm.strip() for vorm in begrip.split(",")], uitleg) for begrip, uitleg in rijen[2:]]


def vormen() -> set[str]:
    return {vorm for begrip, _ in begrippen() for vorm in begrip}


def engels() -> list[str]:
    return ENGELS.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("TE_LAAT_NA_UITSTEL", ["te", "laat", "na", "uitstel"]),
        ("NietGevonden", ["niet", "gevonden"]),
        ("sha256", ["sha"]),
        ("URLVeld", ["url", "veld"]),
        ("werkdagen_tussen", ["werkdagen", "tussen"]),
    ],
)
def test_a_name_is_split_at_underscores_capitals_and_digits(naam: str, verwacht: list[str]) -> None:
    assert delen(naam) == verwacht


def test_every_kind_of_name_is_seen() -> None:
    bron = "VAST = 1\nclass Een:\n    veld: int\n    LID = 2\n    def doe(self, arg, *rest, sleutel): lokaal = 1\n"
    assert set(namen_in(ast.parse(bron))) == {"VAST", "Een", "veld", "LID", "doe", "self", "arg", "rest", "sleutel"}


def test_every_word_in_a_name_is_explained_or_english() -> None:
    bekend = vormen() | set(engels())
    assert {deel: naam for deel, naam in gebruikt().items() if deel not in bekend} == {}


def test_the_glossary_explains_no_word_twice_and_none_that_is_english() -> None:
    alle = [vorm for begrip, _ in begrippen() for vorm in begrip]
    assert sorted({vorm for vorm in alle if alle.count(vorm) > 1}) == []
    assert sorted(set(alle) & set(engels())) == []


def test_the_glossary_is_alphabetical_and_in_lower_case() -> None:
    woorden = [begrip[0] for begrip, _ in begrippen()]
    assert woorden == sorted(woorden)
    assert all(vorm.islower() for begrip, _ in begrippen() for vorm in begrip)


def test_the_english_words_are_sorted_unique_and_used() -> None:
    assert engels() == sorted(set(engels()))
    assert sorted(set(engels()) - set(gebruikt())) == []
