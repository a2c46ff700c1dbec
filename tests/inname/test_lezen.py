"""The contract of `kamervragen lees --json`: its schema, a text with everything in it, the real documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Nootsoort, Soort
from kamervragen.inname.lezen import lees_bestand
from kamervragen.language.citations.verwijzingen import Verwijzingsoort

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "lees.schema.json").read_text("utf-8"))
KEURDER = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
BRIEVEN = (
    "brief-0900-nummer-brandweer.docx",
    "brief-2023Z14759-bijtincidenten.docx",
    "brief-2024Z11859-politiebureau-wolvega.docx",
    "brief-hoofddoekjes-boa.docx",
)
SEED = "antwoord-aanpak-sektes.txt"
ALLES = """\
AH 1970
2026Z08701
Datum 5 juni 2026
Ons kenmerk 5401166
Losse woorden
Vragen van de leden Temmink en Van Nispen (beiden SP) aan de ministers van Justitie en Veiligheid en voor
Rechtsbescherming over de proef (ingezonden 8 mei 2026).
Antwoord van minister Van Weel (Justitie en Veiligheid), mede namens de staatssecretaris van Defensie
(ontvangen 8 juni 2026)
Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966

Hierbij zend ik u de antwoorden op vraag 2026Z08701 en verdere vragen.

Vraag 1a
Kent u «de coördinator» 🙂 en Kamerstuk 29 628, nr. 1099? 1)
Vraag 1b
En Aanhangsel Handelingen, nr. 7?
Antwoord op vraag 1a en 1b
Ja 🙂, zie het antwoord op vraag 2 en 2024D27196.[footnoteRef:1] [1: Handelingen II 2014/15, nr. 86, item 9 (TZ202306-026).]
Vraag 2
Waarom?
Vraag 3
Hoezo?
Antwoord 2
*Daarom*.
1) De Proefkrant (https://x.nl/a)
Toelichting: Aanvulling op Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121.
Tot slot: Kamerstuk 21 501-02, nr. 2733.
"""


def _teksten(contract: dict[str, Any]) -> dict[str, str]:
    """Every text that `bij` may name."""
    teksten = {veld: contract[veld] for veld in ("inleiding", "toelichting", "mededeling", "slot")}
    teksten |= {f"vraag-{vraag['label']}": vraag["tekst"] for vraag in contract["vragen"]}
    teksten |= {f"antwoord-{antwoord['labels'][0]}": antwoord["tekst"] for antwoord in contract["antwoorden"]}
    return teksten | {f"noot-{noot['id']}": noot["tekst"] for noot in contract["noten"]}


def _voldoet(contract: dict[str, Any]) -> None:
    """The schema holds, also after a trip through JSON; every offset and every mark points at something."""
    KEURDER.validate(json.loads(json.dumps(contract)))
    teksten = _teksten(contract)
    for verwijzing in contract["verwijzingen"]:
        assert teksten[verwijzing["bij"]][verwijzing["begin"] : verwijzing["einde"]] == verwijzing["tekst"]
    noten = {noot["id"] for noot in contract["noten"]}
    assert all(noot["id"] == f"{noot['soort'][0]}{noot['nummer']}" for noot in contract["noten"])
    assert {merk for tekst in teksten.values() if tekst for merk in re.findall(r"\[\^([bv]\d+)\]", tekst)} <= noten


def _objecten(deel: Any) -> Iterator[dict[str, Any]]:
    if isinstance(deel, dict):
        if deel.get("type") == "object":
            yield deel
        for onder in deel.values():
            yield from _objecten(onder)
    elif isinstance(deel, list):
        for onder in deel:
            yield from _objecten(onder)


# --- the schema itself


def test_the_schema_is_a_schema_of_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_is_closed_and_every_key_required_and_described() -> None:
    objecten = list(_objecten(SCHEMA))
    assert len(objecten) == 12
    for deel in objecten:
        assert deel["additionalProperties"] is False
        assert deel["required"] == list(deel["properties"])
        for naam, eigenschap in deel["properties"].items():
            assert eigenschap["description"], naam


def test_the_schema_names_the_members_of_the_enums() -> None:
    delen = SCHEMA["properties"]
    assert delen["soort"]["enum"] == [soort.value for soort in Soort]
    assert delen["noten"]["items"]["properties"]["soort"]["enum"] == [soort.value for soort in Nootsoort]
    assert delen["verwijzingen"]["items"]["properties"]["soort"]["enum"] == [soort.value for soort in Verwijzingsoort]


def test_the_schema_says_how_offsets_count() -> None:
    beschrijving = SCHEMA["properties"]["verwijzingen"]["items"]["description"]
    assert "0-based, counted in Unicode code points, half open" in beschrijving
    assert "in the text that `bij` names" in beschrijving


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        (("extra",), "x"),
        (("soort",), "brief"),
        (("soort",), None),
        (("zaaknummer",), "2026Z8701"),
        (("aanhangselnummer",), "1966"),
        (("aanhangselnummer",), "ah-tk-20252026-12345"),
        (("vergaderjaar",), "2025/26"),
        (("ontvangen",), "8 juni 2026"),
        (("ontvangen",), "2026-06-31"),
        (("onderwerp",), ""),
        (("zie_ook",), ["1966"]),
        (("indieners", 0, "partij"), "SP"),
        (("ondertekenaars", 0, "functie"), "ministers"),
        (("vragen", 0, "label"), "een"),
        (("vragen", 0, "nummer"), "1"),
        (("antwoorden", 0, "labels"), []),
        (("noten", 0, "id"), "n1"),
        (("noten", 0, "soort"), "eindnoot"),
        (("noten", 0, "url"), "ftp://x.nl"),
        (("verwijzingen", 0, "soort"), "wet"),
        (("verwijzingen", 0, "id"), "zomaar"),
        (("verwijzingen", 0, "bij"), "kop"),
        (("verwijzingen", 0, "bij"), "antwoord-6-7"),
        (("verwijzingen", 0, "begin"), -1),
        (("meldingen", 0, "code"), "Geen code"),
        (("meldingen", 0, "plaats"), "ergens"),
        (("onverklaard", 0, "tekst"), ""),
    ],
)
def test_the_schema_refuses_nonsense(pad: tuple[str | int, ...], waarde: Any) -> None:
    contract = lees_bestand(ALLES.encode(), "alles.txt")
    KEURDER.validate(contract)
    doel: Any = contract
    for stap in pad[:-1]:
        doel = doel[stap]
    doel[pad[-1]] = waarde
    with pytest.raises(ValidationError):
        KEURDER.validate(contract)


@pytest.mark.parametrize("veld", list(SCHEMA["properties"]))
def test_the_schema_misses_any_key_that_is_left_out(veld: str) -> None:
    contract = lees_bestand(ALLES.encode(), "alles.txt")
    del contract[veld]
    with pytest.raises(ValidationError, match=f"'{veld}' is a required property"):
        KEURDER.validate(contract)


# --- a text with everything in it


def test_a_text_with_everything_in_it() -> None:
    contract = lees_bestand(ALLES.encode(), "alles.txt")
    _voldoet(contract)
    assert list(contract) == list(SCHEMA["properties"])
    assert {veld: contract[veld] for veld in contract if veld not in ("verwijzingen", "meldingen")} == {
        "soort": "antwoord",
        "instrument": "schriftelijke_vragen",
        "zaaknummer": "2026Z08701",
        "aanhangselnummer": "ah-tk-20252026-1970",
        "vergaderjaar": "2025-2026",
        "onderwerp": "de proef",
        "indieners": [{"naam": "Temmink", "fractie": "SP"}, {"naam": "Van Nispen", "fractie": "SP"}],
        "gericht_aan": [
            {"functie": "minister", "naam": None, "portefeuille": "Justitie en Veiligheid"},
            {"functie": "minister", "naam": None, "portefeuille": "Rechtsbescherming"},
        ],
        "ondertekenaars": [{"functie": "minister", "naam": "Van Weel", "portefeuille": "Justitie en Veiligheid"}],
        "mede_namens": [{"functie": "staatssecretaris", "naam": None, "portefeuille": "Defensie"}],
        "ingezonden": "2026-05-08",
        "ontvangen": "2026-06-08",
        "gedagtekend": "2026-06-05",
        "zie_ook": ["ah-tk-20252026-1966"],
        "kenmerken": ["5401166"],
        "inleiding": "Hierbij zend ik u de antwoorden op vraag 2026Z08701 en verdere vragen.",
        "vragen": [
            {"nummer": 1, "label": "1a", "tekst": "Kent u «de coördinator» 🙂 en Kamerstuk 29 628, nr. 1099?[^b1]"},
            {"nummer": 1, "label": "1b", "tekst": "En Aanhangsel Handelingen, nr. 7?"},
            {"nummer": 2, "label": "2", "tekst": "Waarom?"},
            {"nummer": 3, "label": "3", "tekst": "Hoezo?"},
        ],
        "antwoorden": [
            {
                "nummers": [1],
                "labels": ["1a", "1b"],
                "tekst": "Ja 🙂, zie het antwoord op vraag 2 en 2024D27196.[^v1]",
            },
            {"nummers": [2], "labels": ["2"], "tekst": "\\*Daarom\\*."},
        ],
        "noten": [
            {
                "id": "b1",
                "nummer": 1,
                "soort": "bron",
                "tekst": "De Proefkrant (https://x.nl/a)",
                "url": "https://x.nl/a",
                "bron": {"medium": "De Proefkrant", "datum": None, "titel": None, "url": "https://x.nl/a"},
            },
            {
                "id": "v1",
                "nummer": 1,
                "soort": "voetnoot",
                "tekst": "Handelingen II 2014/15, nr. 86, item 9 (TZ202306-026).",
                "url": None,
                "bron": None,
            },
        ],
        "toelichting": "Aanvulling op Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121.",
        "mededeling": None,
        "slot": "Tot slot: Kamerstuk 21 501-02, nr. 2733.",
        "wijzigingen": [],
        "opmerkingen": [],
        "onverklaard": [{"tekst": "Losse woorden", "plaats": "kop"}],
    }


def test_every_kind_of_verwijzing_has_its_place() -> None:
    contract = lees_bestand(ALLES.encode(), "alles.txt")
    assert [tuple(verwijzing.values()) for verwijzing in contract["verwijzingen"]] == [
        ("zaak", "2026Z08701", "2026Z08701", "inleiding", 41, 51),
        ("kamerstuk", "kst-29628-1099", "Kamerstuk 29 628, nr. 1099", "vraag-1a", 29, 55),
        ("aanhangsel", None, "Aanhangsel Handelingen, nr. 7", "vraag-1b", 3, 32),
        ("antwoord", "antwoord-2", "antwoord op vraag 2", "antwoord-1a", 14, 33),
        ("document", "2024D27196", "2024D27196", "antwoord-1a", 37, 47),
        ("handelingen", "h-tk-20142015-86-9", "Handelingen II 2014/15, nr. 86, item 9", "noot-v1", 0, 38),
        ("toezegging", "TZ202306-026", "TZ202306-026", "noot-v1", 40, 52),
        (
            "aanhangsel",
            "ah-tk-20232024-1121",
            "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121",
            "toelichting",
            14,
            70,
        ),
        ("kamerstuk", "kst-21501-02-2733", "Kamerstuk 21 501-02, nr. 2733", "slot", 10, 39),
    ]


def test_meldingen_are_codes_with_a_dutch_sentence() -> None:
    contract = lees_bestand(ALLES.encode(), "alles.txt")
    assert contract["meldingen"] == [
        {"code": "vraag_zonder_antwoord", "tekst": "Bij deze vraag staat geen antwoord.", "plaats": "vraag-3"},
        {
            "code": "verwijzing_onvolledig",
            "tekst": "“Aanhangsel Handelingen, nr. 7” is onvolledig: vergaderjaar ontbreekt of is onleesbaar.",
            "plaats": "vraag-1b",
        },
    ]


def test_a_mededeling_meets_the_contract() -> None:
    zin = "De vragen (2024Z16988) kunnen niet binnen de gebruikelijke termijn worden beantwoord."
    contract = lees_bestand(
        f"Mededeling van minister Agema (Defensie) (ontvangen 15 november 2024)\n\n{zin}".encode(), "mededeling.txt"
    )
    _voldoet(contract)
    assert (contract["soort"], contract["mededeling"], contract["ontvangen"]) == ("uitstel", zin, "2024-11-15")
    assert contract["verwijzingen"] == [
        {"soort": "zaak", "id": "2024Z16988", "tekst": "2024Z16988", "bij": "mededeling", "begin": 11, "einde": 21}
    ]


def test_a_vraag_that_shares_its_heading_meets_the_contract() -> None:
    contract = lees_bestand(b"Vraag 1 en 2\nWaarom? En hoe?\nAntwoord 1 en 2\nDaarom.", "samen.txt")
    _voldoet(contract)
    assert [vraag["tekst"] for vraag in contract["vragen"]] == ["Waarom? En hoe?", ""]
    assert [(m["code"], m["tekst"]) for m in contract["meldingen"]] == [
        (
            "vragen_onder_een_kop",
            "De vragen 1, 2 staan onder één kop en zijn niet te verdelen; de tekst staat bij de eerste.",
        )
    ]


def test_what_cannot_be_read_is_an_error_and_no_contract() -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_bestand(b"%PDF-1.7", "stuk.pdf")
    assert str(fout.value) == "stuk.pdf is beschadigd en kan niet worden gelezen. Bied het opnieuw aan."


# --- the real documents


@pytest.mark.corpus
@pytest.mark.parametrize("naam", BRIEVEN)
def test_a_real_letter_meets_the_contract(corpus: Path, naam: str) -> None:
    contract = lees_bestand((corpus / "docx" / naam).read_bytes(), naam)
    _voldoet(contract)
    assert contract["soort"] == "antwoord"
    assert contract["onverklaard"] == []


@pytest.mark.corpus
def test_the_verwijzingen_of_the_real_letters(corpus: Path) -> None:
    assert {
        naam: [
            (verwijzing["bij"], verwijzing["id"])
            for verwijzing in lees_bestand((corpus / "docx" / naam).read_bytes(), naam)["verwijzingen"]
        ]
        for naam in BRIEVEN
    } == {
        BRIEVEN[0]: [
            ("inleiding", "2023Z19677"),
            ("antwoord-7", "antwoord-4"),
            ("antwoord-7", "antwoord-5"),
            ("noot-v1", "kst-29628-1135"),
        ],
        BRIEVEN[1]: [
            ("inleiding", "2023Z14759"),
            ("antwoord-9", "TZ202306-026"),
            ("antwoord-10", "antwoord-9"),
            ("noot-b6", "kst-28286-1056"),
        ],
        BRIEVEN[2]: [("inleiding", "2024Z11859")],
        BRIEVEN[3]: [
            ("noot-b2", "kst-33047-25"),
            ("noot-v1", "kst-29628-1099"),
            ("noot-v2", "kst-35925-VI-56"),
            ("noot-v2", "kst-35925-VI-41"),
            ("noot-v2", "kst-36410-VI-65"),
        ],
    }


@pytest.mark.corpus
def test_the_seed_exactly(corpus: Path) -> None:
    contract = lees_bestand((corpus / "seed" / SEED).read_bytes(), SEED)
    _voldoet(contract)
    labels = [str(nummer) for nummer in range(1, 11)]
    assert [(vraag["nummer"], vraag["label"]) for vraag in contract["vragen"]] == [(int(n), n) for n in labels]
    assert [(antwoord["nummers"], antwoord["labels"]) for antwoord in contract["antwoorden"]] == [
        ([int(label)], [label]) for label in labels
    ]
    assert {
        veld: contract[veld] for veld in contract if veld not in ("vragen", "antwoorden", "noten", "verwijzingen")
    } == {
        "soort": "antwoord",
        "instrument": "schriftelijke_vragen",
        "zaaknummer": None,
        "aanhangselnummer": None,
        "vergaderjaar": "2025-2026",
        "onderwerp": None,
        "indieners": [],
        "gericht_aan": [],
        "ondertekenaars": [{"functie": "minister", "naam": "Van Weel", "portefeuille": "Justitie en Veiligheid"}],
        "mede_namens": [{"functie": "staatssecretaris", "naam": None, "portefeuille": "Justitie en Veiligheid"}],
        "ingezonden": None,
        "ontvangen": "2026-06-08",
        "gedagtekend": None,
        "zie_ook": ["ah-tk-20252026-1966"],
        "kenmerken": [],
        "inleiding": None,
        "toelichting": None,
        "mededeling": None,
        "slot": None,
        "meldingen": [
            {"code": "verwijzing_keten", "tekst": "De antwoorden verwijzen door: 2 → 6 → 7.", "plaats": "antwoord-2"}
        ],
        "wijzigingen": [],
        "opmerkingen": [],
        "onverklaard": [],
    }
    assert [(noot["id"], noot["soort"], noot["url"] is not None) for noot in contract["noten"]] == [
        ("b1", "bron", True),
        ("v1", "voetnoot", False),
        ("v2", "voetnoot", False),
    ]
    assert [tuple(verwijzing.values()) for verwijzing in contract["verwijzingen"]] == [
        ("antwoord", "antwoord-6", "antwoord op vraag 6", "antwoord-2", 293, 312),
        ("antwoord", "antwoord-7", "antwoord op vraag 7", "antwoord-6", 473, 492),
        ("kamerstuk", "kst-33552-124", "Kamerstukken II, 2024-2025, 33552, nr. 124", "noot-v1", 0, 42),
        ("kamerstuk", "kst-28345-285", "Kamerstukken II, 2024-2025, 28345, nr. 285", "noot-v2", 0, 42),
    ]
    teksten = _teksten(contract)
    assert {bij: re.findall(r"\[\^\w+\]", tekst) for bij, tekst in teksten.items() if tekst and "[^" in tekst} == {
        "vraag-1": ["[^b1]"],
        "antwoord-6": ["[^v1]"],
        "antwoord-7": ["[^v2]"],
    }


@pytest.mark.corpus
def test_no_word_of_the_seed_is_lost(corpus: Path) -> None:
    """What stands in no text is the head (in its fields), the headings (in the labels) and the marks of notes."""
    data = (corpus / "seed" / SEED).read_bytes()
    contract = lees_bestand(data, SEED)
    gelezen = Counter(
        woord
        for tekst in _teksten(contract).values()
        if tekst
        for woord in re.findall(r"\w+", re.sub(r"\[\^\w+\]", " ", tekst))
    )
    hoofd = (
        "Antwoord van minister Van Weel (Justitie en Veiligheid), mede namens de staatssecretaris van Justitie en "
        "Veiligheid (ontvangen 8 juni 2026) Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966"
    )
    koppen = " ".join(f"Vraag {nummer} Antwoord op vraag {nummer}" for nummer in range(1, 11))
    merken = "1) 1) [footnoteRef:1] [1: ] [footnoteRef:2] [2: ]"
    alle = Counter(re.findall(r"\w+", data.decode()))
    assert alle.total() == 1584
    assert alle - gelezen == Counter(re.findall(r"\w+", f"{hoofd} {koppen} {merken}"))
    assert gelezen - alle == Counter()
