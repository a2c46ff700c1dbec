"""Templates: no way around the escaping, nothing inline, every text through the catalogue, and Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from kamervragen.web.page import omgeving

WORTEL = Path(__file__).parents[2]
TEMPLATES = WORTEL / "templates"
NAMEN = sorted(str(pad.relative_to(TEMPLATES)) for pad in TEMPLATES.rglob("*.html"))
# Text that is the same in every language, or is data: the name of the program, and the demo's accounts.
ZO_GEBLEVEN = {
    "kamervragen",
    "– kamervragen",
    "anna",
    "Anna",
    "bram",
    "Bram",
    "chris",
    "Chris",
    "frank",
    "Frank",
    "eva",
    "Eva",
    "daan",
    "Daan",
    "greta",
    "Greta",
    "hugo",
    "Hugo",
    "iris",
    "Iris",
    "demo-ministerie-2026",
    "b",
    "v",
}
ZICHTBAAR = {"aria-label", "title", "placeholder", "alt", "aria-description", "label"}
ENGELS = re.compile(
    r"\b(?:save|saved|cancel|submit|delete|remove|search|edit|back|next|previous|login|log in|logout|log out|upload|"
    r"download|send|close|settings|loading|error|warning|required|please|click|here|yes|add|new|update|show|hide|more|"
    r"less|password|username|user|date|page|question|answer|draft|note|notes|from|with|and|the|not found)\b",
    re.IGNORECASE,
)
# Dutch in any language of the screen: these join names in a field whose value is printed and parsed as Dutch.
GEEN_SCHERMTEKST = {" en "}
_LETTER = re.compile(r"[^\W\d_]")


def _bron(naam: str) -> str:
    return (TEMPLATES / naam).read_text(encoding="utf-8")


def _omgeving() -> Environment:
    return omgeving()


class _Markup(HTMLParser):
    """What a template writes itself: its texts, its tags and its attributes. An expression became a blank."""

    def __init__(self, bron: str) -> None:
        super().__init__(convert_charrefs=True)
        self.teksten: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(_zonder_jinja(bron))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {naam: waarde or "" for naam, waarde in attrs}))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.teksten.append(" ".join(data.split()))


def _zonder_jinja(bron: str) -> str:
    """The markup with all of Jinja left out, as Jinja's own lexer cuts it; a tag whose name is computed becomes an x."""
    uit = ""
    for _, soort, waarde in _omgeving().lex(bron):
        if soort == "data":
            uit += waarde
        elif soort == "variable_begin" and uit.endswith(("<", "</")):
            uit += "x"
    return uit


def _zichtbare_teksten(bron: str) -> Iterator[str]:
    markup = _Markup(bron)
    yield from markup.teksten
    for _, attributen in markup.tags:
        yield from (waarde for naam, waarde in attributen.items() if naam in ZICHTBAAR)


def _vertaald(bron: str) -> Iterator[str]:
    """The texts that go through the catalogue."""
    for aanroep in _omgeving().parse(bron).find_all(nodes.Call):
        if isinstance(aanroep.node, nodes.Name) and aanroep.node.name in ("_", "gettext", "ngettext"):
            yield from (
                arg.value for arg in aanroep.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)
            )


def _losse_teksten(bron: str) -> list[str]:
    """Texts in expressions that a reader would see and that skip the catalogue: words with a space or a capital."""
    boom = _omgeving().parse(bron)
    vertaald = {
        id(arg)
        for a in boom.find_all(nodes.Call)
        if isinstance(a.node, nodes.Name) and a.node.name in ("_", "ngettext")
        for arg in a.args
    }
    return [
        const.value
        for const in boom.find_all(nodes.Const)
        if isinstance(const.value, str)
        and id(const) not in vertaald
        and const.value not in GEEN_SCHERMTEKST
        and re.search(r"[^\W\d_]{2,} |^[A-Z][a-z]|^ ?[a-z]{2,} $| [a-z]{2,} ", const.value)
    ]


@pytest.mark.parametrize("naam", NAMEN)
def test_every_text_goes_through_the_catalogue(naam: str) -> None:
    rauw = [tekst for tekst in _zichtbare_teksten(_bron(naam)) if _LETTER.search(tekst) and tekst not in ZO_GEBLEVEN]
    assert rauw == []


@pytest.mark.parametrize("naam", NAMEN)
def test_no_text_hides_in_an_expression(naam: str) -> None:
    assert _losse_teksten(_bron(naam)) == []


@pytest.mark.parametrize("naam", NAMEN)
def test_the_texts_are_dutch(naam: str) -> None:
    teksten = (*_vertaald(_bron(naam)), *_zichtbare_teksten(_bron(naam)))
    assert [tekst for tekst in teksten if ENGELS.search(re.sub(r"%\(\w+\)s", "", tekst))] == []


@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_goes_around_the_escaping(naam: str) -> None:
    boom = _omgeving().parse(_bron(naam))
    filters = {filter_.name for filter_ in boom.find_all(nodes.Filter)}
    assert filters & {"safe", "forceescape", "urlize", "striptags", "xmlattr", "tojson"} == set()
    assert list(boom.find_all((nodes.ScopedEvalContextModifier, nodes.MarkSafe, nodes.MarkSafeIfAutoescape))) == []


def test_autoescape_is_on_and_an_unknown_name_is_an_error() -> None:
    assert _omgeving().autoescape is True
    assert _omgeving().undefined.__name__ == "StrictUndefined"
    assert _omgeving().from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_is_inline(naam: str) -> None:
    """The policy of the browser would stop it, and the page would be broken."""
    fout = [
        (tag, attributen)
        for tag, attributen in _Markup(_bron(naam)).tags
        if tag == "style"
        or (tag == "script" and "src" not in attributen)
        or "style" in attributen
        or any(attribuut.startswith("on") for attribuut in attributen)
    ]
    assert fout == []


@pytest.mark.parametrize("naam", NAMEN)
def test_htmx_is_written_as_data_attributes(naam: str) -> None:
    attributen = [attribuut for _, alle in _Markup(_bron(naam)).tags for attribuut in alle]
    assert [attribuut for attribuut in attributen if attribuut.startswith("hx-")] == []


@pytest.mark.parametrize("naam", NAMEN)
def test_every_form_that_changes_something_carries_the_token(naam: str) -> None:
    formulieren = re.findall(r'<form[^>]*method="post".*?</form>', _bron(naam), re.DOTALL)
    assert [formulier[:80] for formulier in formulieren if "tokenveld(" not in formulier] == []
    zonder_merk = [formulier for formulier in formulieren if "tokenveld(herhaalbaar=true)" in formulier]
    assert len(zonder_merk) == (naam == "web/basis.html")  # only logging out may be done as often as one likes


@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_is_fetched_from_elsewhere(naam: str) -> None:
    adressen = [w for _, alle in _Markup(_bron(naam)).tags for a, w in alle.items() if a in ("src", "href", "action")]
    assert [adres for adres in adressen if re.match(r"(?:https?:)?//", adres)] == []


@pytest.mark.parametrize(
    "naam", [naam for naam in NAMEN if Path(naam).name.startswith("_") and naam != "web/_macros.html"]
)
def test_a_fragment_is_included_by_a_page(naam: str) -> None:
    """The fragment that htmx gets is a file that the whole page includes, or only such files: they cannot differ."""
    if naam == "setpagina/_voorbeeld.html":
        assert "m.gedrukt(tekst" in _bron(naam)
        assert "m.blokken(blok.antwoord.tekst" in _bron("setpagina/_antwoord.html")
        return
    if naam == "setpagina/_gevonden.html":  # it fills places of the ledger, and swaps nothing else
        assert '<span id="gevonden-{{ g.label }}">' in _bron("setpagina/_grootboek.html")
        assert '<span id="gevonden-{{ label }}" data-hx-swap-oob="true">' in _bron(naam)
        return
    ingesloten = any(f'include "{naam}"' in _bron(ander) for ander in NAMEN)
    alleen_delen = not _Markup(_bron(naam)).tags and 'include "' in _bron(naam)
    assert ingesloten or alleen_delen


def test_every_macro_is_used() -> None:
    macros = re.findall(r"{% macro (\w+)\(", _bron("web/_macros.html"))
    alles = "".join(_bron(naam) for naam in NAMEN)
    assert [macro for macro in macros if len(re.findall(rf"\b{macro}\(", alles)) < 2] == []


CONTROLE = """{% extends "web/basis.html" %}<p onclick="x()" style="y">Hallo {{ _("dag") }}</p><input placeholder="Zoek" hx-get="/x">
<script>var x</script>{{ "Losse tekst" }}{{ naam|safe }}{{ _("Save") }}"""


def test_the_checks_see_what_they_look_for() -> None:
    """The control: a template with every mistake in it."""
    assert list(_zichtbare_teksten(CONTROLE)) == ["Hallo", "var x", "Zoek"]
    assert _losse_teksten(CONTROLE) == ["Losse tekst"]
    assert list(_vertaald(CONTROLE)) == ["dag", "Save"]
    assert [tag for tag, _ in _Markup(CONTROLE).tags] == ["p", "input", "script"]
    assert ENGELS.search("Save") is not None
