"""Markdown <-> blocks: one spelling, a fixed point, no word lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kamervragen.documents.text.markdown import canoniek, lees_markdown, platte_tekst, schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, alinea, bijgesneden

TEKENS = "abc éÉ1.)(*_[]<>#-+|~`\\!&;:^v\n “’€"
TEKSTEN = st.text(alphabet=TEKENS, min_size=1, max_size=25)
STUKKEN = st.builds(Stuk, TEKSTEN, vet=st.booleans(), cursief=st.booleans()) | st.builds(
    lambda nummer: Stuk("", noot=f"v{nummer}"), st.integers(1, 9)
)
ALINEAS = st.lists(STUKKEN, min_size=1, max_size=4).map(lambda stukken: bijgesneden(Alinea(tuple(stukken))))
# Lines of Markdown as people type them, lists, quotations and tables through each other.
REGELBEGIN = st.sampled_from(
    ["", "- ", "1. ", "3. ", "  - ", "   1. ", "   ", "    ", "> ", "# ", "| ", "> - ", "- > ", "1. # "]
)
REGELS = st.builds(
    lambda begin, rest: begin + rest,
    REGELBEGIN,
    st.text(alphabet="ab1.*_[]|\\!& ", max_size=6)
    | st.sampled_from(["a", "b c", "| a | b |", "|---|---|", "---", "**a** b", "[^v1]", "[a](b)"]),
)


def _kaal(blokken: tuple[Blok, ...]) -> list[str]:
    return [blok.kaal for blok in blokken if isinstance(blok, Alinea)]


def _noten(blokken: tuple[Blok, ...]) -> list[str]:
    return [stuk.noot for blok in blokken if isinstance(blok, Alinea) for stuk in blok.stukken if stuk.noot]


def _rij(*cellen: str) -> tuple[tuple[Alinea, ...], ...]:
    return tuple((alinea(cel),) for cel in cellen)


@settings(max_examples=1000, deadline=None)
@given(st.lists(ALINEAS, min_size=1, max_size=3))
def test_what_is_written_keeps_words_and_noten_and_is_canoniek(alineas: list[Alinea]) -> None:
    blokken: tuple[Blok, ...] = tuple(blok for blok in alineas if not blok.leeg)
    geschreven = schrijf_markdown(blokken)
    terug = lees_markdown(geschreven)
    assert _kaal(terug) == _kaal(blokken)
    assert _noten(terug) == _noten(blokken)
    assert canoniek(geschreven) == schrijf_markdown(terug)
    assert canoniek(canoniek(geschreven)) == canoniek(geschreven)


@settings(max_examples=500, deadline=None)
@example("1\\\n1. \n---")
@given(st.lists(REGELS, max_size=5).map("\n".join))
def test_canoniek_is_a_fixed_point_for_any_text_and_keeps_its_words(tekst: str) -> None:
    een_keer = canoniek(tekst)
    assert canoniek(een_keer) == een_keer
    assert platte_tekst(een_keer).split() == platte_tekst(tekst).split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 0, 1, 2]), st.booleans(), TEKSTEN), min_size=1, max_size=6))
def test_a_lijst_reads_back_with_its_levels_numbers_and_words(punten: list[tuple[int, bool, str]]) -> None:
    blokken = _als_lijst(punten)
    assert lees_markdown(schrijf_markdown(blokken)) == blokken


def _als_lijst(punten: list[tuple[int, bool, str]]) -> tuple[Blok, ...]:
    """List items numbered as a list is: no level skipped, each level one kind, counted from 1."""
    soorten: list[bool] = []
    tellers: list[int] = []
    uit: list[Blok] = []
    for wens, genummerd, ruw in punten:
        tekst = " ".join("".join(teken for teken in ruw if teken.isalnum()).split())
        if not tekst:
            continue
        niveau = min(wens, len(tellers))
        del soorten[niveau + 1 :], tellers[niveau + 1 :]
        if niveau == len(tellers):
            soorten.append(genummerd)
            tellers.append(0)
        tellers[niveau] += 1
        uit.append(Alinea((Stuk(tekst),), Lijst(niveau, tellers[niveau] if soorten[niveau] else None)))
    return tuple(uit)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 3), st.lists(st.lists(TEKSTEN, min_size=3, max_size=3), min_size=1, max_size=3))
def test_a_tabel_reads_back_with_its_cells(breedte: int, teksten: list[list[str]]) -> None:
    rijen = [[" ".join(tekst.split()) for tekst in rij[:breedte]] for rij in teksten]
    tabel = Tabel(tuple(_rij(*rij) for rij in rijen))
    assert lees_markdown(schrijf_markdown((tabel,))) == (tabel,)


@pytest.mark.parametrize(
    ("ruw", "een_spelling"),
    [
        ("* een\n* twee", "- een\n- twee"),
        ("1) een\n2) twee", "1. een\n2. twee"),
        ("4. vier\n5. vijf", "4. vier\n5. vijf"),
        ("- een\n  - twee\n    1. drie", "- een\n  - twee\n    1. drie"),
        ("9. negen\n10. tien\n    - punt", "9. negen\n10. tien\n    - punt"),
        ("__vet__ en _cursief_", "**vet** en *cursief*"),
        ("***beide***", "***beide***"),
        ("# Kop #", "# Kop"),
        ("Kop\n===", "# Kop"),
        ("een  \ntwee", "een\\\ntwee"),
        ("een\ntwee", "een twee"),
        ("> een\n> twee\n\n> drie", "> een twee\n\n> drie"),
        ("|a|b|\n|---|---|\n|c|d|", "| a | b |\n| --- | --- |\n| c | d |"),
        ("[site](http://x.nl)", "[site](<http://x.nl>)"),
        ("<https://x.nl>", "https://x.nl"),
        ("![plaatje](x.png)", "plaatje"),
        ("`code*`", "code\\*"),
        ("```\ncode\n```", "code"),
        ("<b>x</b>", "\\<b>x\\</b>"),
        ("Ja.[^b1][^v12]", "Ja.[^b1][^v12]"),
        ("[^b1](x)", "[^b1](x)"),
        ("", ""),
    ],
)
def test_canoniek_has_one_spelling(ruw: str, een_spelling: str) -> None:
    assert canoniek(ruw) == een_spelling
    assert canoniek(een_spelling) == een_spelling


@pytest.mark.parametrize(
    "ruw",
    [
        pytest.param("> - een\n> - twee", id="list in a quotation"),
        pytest.param("- een\n- > twee", id="quotation in a list"),
        pytest.param("1. # een\n2. twee", id="heading in a list"),
        pytest.param("1. een\n\n   vervolg\n2. twee", id="second paragraph in an item"),
    ],
)
def test_canoniek_is_a_fixed_point_of_nested_blocks(ruw: str) -> None:
    assert canoniek(canoniek(ruw)) == canoniek(ruw)
    assert len(lees_markdown(canoniek(ruw))) == len(lees_markdown(ruw))


@pytest.mark.parametrize(
    "nummers",
    [
        pytest.param((1, 2, 1, 2), id="restart"),
        pytest.param((1, 5), id="jump"),
    ],
)
def test_a_numbered_list_keeps_its_numbers(nummers: tuple[int, ...]) -> None:
    blokken = tuple(Alinea((Stuk(f"punt {nummer}"),), Lijst(0, nummer)) for nummer in nummers)
    terug = lees_markdown(schrijf_markdown(blokken))
    assert [blok.lijst for blok in terug if isinstance(blok, Alinea)] == [Lijst(0, nummer) for nummer in nummers]


def test_a_mark_is_read_as_a_noot_with_its_id() -> None:
    (blok,) = lees_markdown("Ja[^b1], **nee**[^v12].")
    assert isinstance(blok, Alinea)
    assert blok.stukken == (
        Stuk("Ja"),
        Stuk("", noot="b1"),
        Stuk(", "),
        Stuk("nee", vet=True),
        Stuk("", noot="v12"),
        Stuk("."),
    )


@pytest.mark.parametrize(
    ("tekst", "markdown"),
    [
        ("3. geen lijst", "3\\. geen lijst"),
        ("1) geen lijst", "1\\) geen lijst"),
        ("2024. Een jaar", "2024\\. Een jaar"),
        ("- geen punt", "\\- geen punt"),
        ("+ geen punt", "\\+ geen punt"),
        ("# geen kop", "\\# geen kop"),
        ("> geen citaat", "\\> geen citaat"),
        ("---", "\\---"),
        ("***", "\\*\\*\\*"),
        ("[x](y)", "[x\\](y)"),
        ("[^b1]", "\\[^b1]"),
        ("[1]: http://x.nl", "[1]: http://x.nl"),
        ("a_b_c _d_", "a_b_c \\_d\\_"),
        ("<b> &amp; 3 < 4", "\\<b> \\&amp; 3 < 4"),
        ("c:\\map", "c:\\\\map"),
        ("| a | b |", "| a | b |"),
        ("10.000 - 3 * 4", "10.000 - 3 \\* 4"),
    ],
)
def test_plain_text_is_escaped_only_where_it_would_mean_something(tekst: str, markdown: str) -> None:
    assert schrijf_markdown((alinea(tekst),)) == markdown
    assert lees_markdown(markdown) == (alinea(tekst),)


def test_a_soft_line_break_does_not_make_a_tabel() -> None:
    blok = alinea("jaar | aantal\n--- | ---")
    assert lees_markdown(schrijf_markdown((blok,))) == (blok,)


def test_marks_of_one_alinea_are_written_side_by_side() -> None:
    blok = Alinea(
        (
            Stuk("Zie "),
            Stuk("dit ", vet=True),
            Stuk("en dat", vet=True, cursief=True),
            Stuk(" op "),
            Stuk("de site", url="https://x.nl/a b"),
            Stuk("."),
            Stuk("", noot="v1"),
        )
    )
    assert schrijf_markdown((blok,)) == "Zie **dit *en dat*** op [de site](<https://x.nl/a%20b>).[^v1]"


def test_emphasis_that_markdown_cannot_spell_gives_way_to_the_words() -> None:
    blok = Alinea((Stuk("ant"), Stuk("woord,", vet=True), Stuk("en")))
    assert platte_tekst(schrijf_markdown((blok,))) == "antwoord,en"


def test_an_address_that_is_its_own_text_is_written_once() -> None:
    assert schrijf_markdown((Alinea((Stuk("https://x.nl/a", url="https://x.nl/a"),)),)) == "https://x.nl/a"


def test_blocks_are_parted_and_empty_ones_left_out() -> None:
    tabel = Tabel((_rij("jaar", "aantal"), _rij("2024", "1|2"), _rij("2025", "")))
    blokken = (
        Alinea((Stuk("Kop"),), kop=2),
        alinea("Tekst."),
        alinea(""),
        Alinea((Stuk("een"),), Lijst(0, 1)),
        Alinea((Stuk("diep"),), Lijst(1, None)),
        Alinea((Stuk("twee"),), Lijst(0, 2)),
        tabel,
        Alinea((Stuk("citaat"),), citaat=True),
    )
    markdown = (
        "## Kop\n\nTekst.\n\n1. een\n   - diep\n2. twee\n\n"
        "| jaar | aantal |\n| --- | --- |\n| 2024 | 1\\|2 |\n| 2025 |  |\n\n> citaat"
    )
    assert schrijf_markdown(blokken) == markdown
    assert canoniek(markdown) == markdown


def test_a_row_with_too_few_cells_is_filled_up() -> None:
    tabel = Tabel((_rij("a", "b"), _rij("c")))
    assert schrijf_markdown((tabel,)) == "| a | b |\n| --- | --- |\n| c |  |"


def test_a_tabel_without_rows_writes_nothing() -> None:
    assert schrijf_markdown((alinea("voor"), Tabel(()), alinea("na"))) == "voor\n\nna"


def test_a_level_that_was_skipped_is_pulled_up() -> None:
    assert schrijf_markdown((Alinea((Stuk("diep"),), Lijst(2, None)),)) == "- diep"


def test_what_stood_deeper_before_a_table_begins_a_list_after_it() -> None:
    """A table ends a list: indented under an item that is no longer open, the line would read back at another level."""
    tekst = "- 1\n  - |1\n   |---|---|\n  - 1"
    assert canoniek(canoniek(tekst)) == canoniek(tekst) == "- 1\n\n| \\- | 1 |\n| --- | --- |\n\n- 1"


@pytest.mark.parametrize("tekst", ["__1__", "_a_", "__init__.py", "a_b", "_", "__"])
def test_underscores_stay_what_they_are(tekst: str) -> None:
    assert platte_tekst(schrijf_markdown((alinea(tekst),))) == tekst


def test_platte_tekst_is_the_words_of_every_block() -> None:
    tekst = "**Ja**[^v1], *zie* [site](<https://x.nl>).\n\n- een\n- twee\n\n| a | b |\n| --- | --- |\n| c | d |"
    assert platte_tekst(tekst) == "Ja, zie site.\neen\ntwee\na\nb\nc\nd"
