"""The index of the search page: questions, answers, promises, motions and passages, by words, numbers and facets."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tantivy

from kamervragen.search.analyse import termen
from kamervragen.search.index import IndexBezet, IndexStuk, eis_merk, leesbaar
from kamervragen.search.zegel import verzegel
from kamervragen.search.zoekvraag import Deel, Soort, Zoekvraag

VERSIE = 2
FACETTEN = ("soort", "jaar", "bewindspersoon", "fractie", "indiener", "directie", "beantwoord")
_MERK = "archief.json"
_PER_FACET = 12
_KORTSTE = 4  # letters of a word that may have been mistyped


@dataclass(frozen=True, slots=True)
class Stuk:
    """Something that can be found. `facetten` holds the values per facet; `bron` is what the page shows of it."""

    groep: str
    titel: str
    tekst: str
    nummers: tuple[str, ...]
    facetten: Mapping[str, tuple[str, ...]]
    datum: date | None
    bron: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A page of what was found: how many in all, counts per facet, and words that occur nowhere as typed."""

    stukken: tuple[Mapping[str, Any], ...]
    aantal: int
    facetten: Mapping[str, tuple[tuple[str, int], ...]]
    benaderd: tuple[str, ...] = ()


class Archief:
    """An open index. `None` as folder keeps it in memory. `in_opbouw`: it is empty because there is none on disk yet."""

    def __init__(self, folder: Path | None, *, in_opbouw: bool = False) -> None:
        self.in_opbouw, self._folder = in_opbouw, folder
        self._schema = _schema()
        try:
            self._index = tantivy.Index(self._schema) if folder is None else tantivy.Index.open(str(folder))
            if folder is not None:
                eis_merk(folder, _MERK, VERSIE)
            self._index.register_tokenizer("woord", _woorden())
            self._lezer = self._index.searcher()
        except (ValueError, OSError, KeyError, TypeError) as fout:
            raise IndexStuk from fout

    @classmethod
    def nieuw(cls, folder: Path) -> Archief:
        """An empty index in `folder`; what was there goes."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        tantivy.Index(_schema(), path=str(folder))
        (folder / _MERK).write_text(json.dumps({"versie": VERSIE}))
        verzegel(folder)
        return cls(folder)

    def __len__(self) -> int:
        return int(self._lezer.num_docs)

    def schrijf(self, stukken: Iterable[Stuk], *, zonder_groepen: Iterable[str] = ()) -> int:
        """Adds, after dropping everything of `zonder_groepen`. :raises IndexBezet: when another process writes."""
        groepen, te_schrijven = list(zonder_groepen), iter(stukken)
        vooraf = [] if groepen else list(itertools.islice(te_schrijven, 1))
        if not groepen and not vooraf:
            return 0  # nothing to write is no reason to take the writer
        try:
            schrijver = self._index.writer(heap_size=64_000_000, num_threads=1)
        except ValueError as fout:
            raise IndexBezet from fout
        try:
            for groep in groepen:
                schrijver.delete_documents_by_term("groep", groep)
            aantal = 0
            for stuk in itertools.chain(vooraf, te_schrijven):
                schrijver.add_document(_document(stuk))
                aantal += 1
            schrijver.commit()
        finally:
            schrijver.wait_merging_threads()
        if self._folder is not None:
            verzegel(self._folder)
        self._index.reload()
        self._lezer = self._index.searcher()
        return aantal

    def zoek(
        self,
        vraag: Zoekvraag,
        *,
        facetten: Mapping[str, str],
        op_datum: bool = False,
        vanaf: int = 0,
        aantal: int = 20,
        nummer: str | None = None,
        zonder_groepen: Iterable[str] = (),
    ) -> Uitslag:
        """What meets every group of `vraag`, every facet and, where given, cites or bears `nummer`."""
        benaderd: list[str] = []
        eisen = [(tantivy.Occur.Must, self._term(naam, waarde)) for naam, waarde in facetten.items()]
        if nummer is not None:
            eisen.append((tantivy.Occur.Must, self._term("nummer", nummer)))
        for groep in vraag.groepen:
            keuze = [(tantivy.Occur.Should, zoek) for deel in groep if (zoek := self._deel(deel, benaderd)) is not None]
            if keuze:
                hoe = tantivy.Occur.MustNot if groep[0].niet else tantivy.Occur.Must
                eisen.append((hoe, tantivy.Query.boolean_query(keuze)))
        if not any(hoe == tantivy.Occur.Must for hoe, _ in eisen):
            eisen.append((tantivy.Occur.Must, tantivy.Query.all_query()))
        eisen += [(tantivy.Occur.MustNot, self._term("groep", weg)) for weg in zonder_groepen]
        alles = tantivy.Query.boolean_query(eisen)
        volgorde: dict[str, Any] = {"order_by_field": "dag"} if op_datum else {}
        with leesbaar():
            gevonden: Any = self._lezer.search(alles, limit=aantal, offset=vanaf, count=True, **volgorde)
            stukken = tuple(json.loads(bytes(self._lezer.doc(adres)["bron"][0])) for _, adres in gevonden.hits)
            return Uitslag(stukken, int(gevonden.count or 0), self._tellingen(alles), tuple(benaderd))

    def _tellingen(self, vraag: Any) -> dict[str, tuple[tuple[str, int], ...]]:
        gevraagd = {naam: {"terms": {"field": naam, "size": _PER_FACET}} for naam in FACETTEN}
        uit = self._lezer.aggregate(vraag, gevraagd)
        return {naam: tuple((str(b["key"]), int(b["doc_count"])) for b in uit[naam]["buckets"]) for naam in FACETTEN}

    def _deel(self, deel: Deel, benaderd: list[str]) -> Any:
        """The query for one part; None for a word that tells nothing."""
        vraag = tantivy.Query
        woorden: list[Any] = [woord for ruw in deel.woorden for woord in _VOUWER.analyze(ruw)] or list(deel.woorden)
        if deel.soort is Soort.BEGIN and len(woorden) > 1:
            return vraag.phrase_prefix_query(self._schema, "woord", woorden)
        if deel.soort is Soort.BEGIN:
            velden = (vraag.regex_query(self._schema, veld, f"{woorden[0]}.*") for veld in ("woord", "stam"))
            return vraag.boolean_query([(tantivy.Occur.Should, een) for een in velden])
        if deel.soort is Soort.ZIN and len(woorden) > 1:
            return vraag.phrase_query(self._schema, "woord", woorden, slop=deel.afstand)
        if deel.soort is Soort.ZIN:
            return self._term("woord", woorden[0])
        gevonden = termen(deel.tekst)
        if not gevonden:
            return None
        onbekend = not self._lezer.doc_freq("stam", gevonden[0]) and not self._lezer.doc_freq("woord", woorden[0])
        # What must be absent is taken as typed, and a short word is like too many others.
        if onbekend and not deel.niet and len(woorden[0]) >= _KORTSTE:
            benaderd.append(deel.tekst)
            verste = 1 if len(woorden[0]) < 6 else 2
            return vraag.fuzzy_term_query(self._schema, "woord", woorden[0], distance=verste)
        keuze = [self._term("stam", gevonden[0], "freq"), self._term("woord", woorden[0], "position")]
        return vraag.boolean_query([(tantivy.Occur.Should, een) for een in keuze])

    def _term(self, veld: str, waarde: str, optie: str = "basic") -> Any:
        return tantivy.Query.term_query(self._schema, veld, waarde, index_option=optie)


def _schema() -> tantivy.Schema:
    bouwer = tantivy.SchemaBuilder()
    bouwer.add_text_field("groep", tokenizer_name="raw", index_option="basic")
    bouwer.add_text_field("stam", tokenizer_name="whitespace", index_option="freq")
    bouwer.add_text_field("woord", tokenizer_name="woord", index_option="position")
    bouwer.add_text_field("nummer", tokenizer_name="raw", index_option="basic")
    for naam in FACETTEN:
        bouwer.add_text_field(naam, tokenizer_name="raw", index_option="basic", fast=True)
    bouwer.add_integer_field("dag", fast=True)
    bouwer.add_bytes_field("bron", stored=True, indexed=False, fast=False)
    return bouwer.build()


def _woorden() -> tantivy.TextAnalyzer:
    bouwer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return bouwer.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


_VOUWER = _woorden()


def _document(stuk: Stuk) -> tantivy.Document:
    document = tantivy.Document()
    heel = f"{stuk.titel}\n{stuk.tekst}"
    document.add_text("groep", stuk.groep)
    document.add_text("stam", " ".join(termen(heel)))
    document.add_text("woord", heel)
    for nummer in stuk.nummers:
        document.add_text("nummer", nummer)
    for naam, waarden in stuk.facetten.items():
        for waarde in waarden:
            document.add_text(naam, waarde)
    document.add_integer("dag", stuk.datum.toordinal() if stuk.datum else 0)
    document.add_bytes("bron", json.dumps(stuk.bron, ensure_ascii=False, default=str).encode())
    return document
