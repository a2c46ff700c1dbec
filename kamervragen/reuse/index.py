"""The index of earlier answers: candidates out of a million pairs. One process writes, all read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import tantivy

from kamervragen.reuse.analyse import termen

# Raise it when the analysis or the fields change: an index of another version is built anew.
VERSIE = 1
_VELDEN = {"vraag": 1.0, "onderwerp": 0.8, "antwoord": 0.35}
_MERK = "kamervragen.json"


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A question with its answer as it is searched. `groep` is what belongs to one set."""

    bron: str
    groep: str
    onderwerp: str
    vraag: str
    antwoord: str
    datum: date | None = None
    bewindspersoon: str = ""
    indieners: str = ""
    sleutel: str = ""
    zaaknummer: str | None = None
    aanhangselnummer: str | None = None
    label: str = ""
    antwoord_id: int = 0


class IndexBezet(Exception):  # noqa: N818
    """Another process writes at this moment."""


class IndexStuk(Exception):  # noqa: N818
    """The index is missing, damaged or of another version: build it anew."""


class Index:
    """An open index. `None` as folder keeps it in memory, for measurements."""

    def __init__(self, folder: Path | None, taal: str = "nl") -> None:
        self.taal = taal
        self._schema = _schema()
        try:
            if folder is None:
                self._index = tantivy.Index(self._schema)
            else:
                self._index = tantivy.Index.open(str(folder))
                if json.loads((folder / _MERK).read_text())["versie"] != VERSIE:
                    raise IndexStuk
            self._lezer = self._index.searcher()
        except (ValueError, OSError, KeyError, TypeError) as fout:
            raise IndexStuk from fout

    @classmethod
    def nieuw(cls, folder: Path, taal: str = "nl") -> Index:
        """An empty index in `folder`; what was there goes."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        tantivy.Index(_schema(), path=str(folder))
        (folder / _MERK).write_text(json.dumps({"versie": VERSIE, "taal": taal}))
        return cls(folder, taal)

    def __len__(self) -> int:
        return int(self._lezer.num_docs)

    def ververs(self) -> None:
        """Sees what was committed since."""
        self._index.reload()
        self._lezer = self._index.searcher()

    def schrijf(
        self, eenheden: Iterable[Eenheid], *, zonder_groepen: Iterable[str] = (), heap: int = 64_000_000
    ) -> int:
        """Adds units, after dropping every unit of `zonder_groepen`. Returns how many were added.

        :raises IndexBezet: when another process writes.
        """
        try:
            schrijver = self._index.writer(heap_size=heap, num_threads=1)
        except ValueError as fout:
            raise IndexBezet from fout
        try:
            for groep in zonder_groepen:
                schrijver.delete_documents_by_term("groep", groep)
            aantal = 0
            for eenheid in eenheden:
                schrijver.add_document(self._document(eenheid))
                aantal += 1
            schrijver.commit()
        finally:
            schrijver.wait_merging_threads()
        self.ververs()
        return aantal

    def zoek(
        self, vraagtermen: tuple[str, ...], *, aantal: int = 200, zonder_groep: str | None = None
    ) -> list[Eenheid]:
        """The candidates for these terms, best first, units of `zonder_groep` left out."""
        delen: list[tuple[Any, Any]] = []
        for term in dict.fromkeys(vraagtermen):
            for veld, gewicht in _VELDEN.items():
                kern = tantivy.Query.term_query(self._schema, f"{veld}_termen", term, index_option="freq")
                delen.append((tantivy.Occur.Should, tantivy.Query.boost_query(kern, gewicht)))
        if not delen:
            return []
        if zonder_groep is not None:
            eigen = tantivy.Query.term_query(self._schema, "groep", zonder_groep, index_option="basic")
            delen.append((tantivy.Occur.MustNot, eigen))
        treffers = self._lezer.search(tantivy.Query.boolean_query(delen), limit=aantal, count=False).hits
        return [_eenheid(self._lezer.doc(adres)["bron"][0]) for _, adres in treffers]

    def voorkomens(self, term: str) -> int:
        """In how many questions and subjects a term occurs."""
        return int(self._lezer.doc_freq("vraag_termen", term)) + int(self._lezer.doc_freq("onderwerp_termen", term))

    def _document(self, eenheid: Eenheid) -> tantivy.Document:
        document = tantivy.Document()
        document.add_text("groep", eenheid.groep)
        document.add_text("bron", json.dumps(asdict(eenheid), default=str, ensure_ascii=False))
        for veld in _VELDEN:
            document.add_text(f"{veld}_termen", " ".join(termen(getattr(eenheid, veld), self.taal)))
        return document


def _schema() -> tantivy.Schema:
    bouwer = tantivy.SchemaBuilder()
    bouwer.add_text_field("groep", stored=False, tokenizer_name="raw", index_option="basic")
    bouwer.add_text_field("bron", stored=True, tokenizer_name="raw", index_option="basic")
    for veld in _VELDEN:
        bouwer.add_text_field(f"{veld}_termen", stored=False, tokenizer_name="whitespace", index_option="freq")
    return bouwer.build()


def _eenheid(ruw: str) -> Eenheid:
    waarden = json.loads(ruw)
    datum = waarden.get("datum")
    bekend = {veld.name for veld in fields(Eenheid)}
    schoon = {naam: waarde for naam, waarde in waarden.items() if naam in bekend}
    return Eenheid(**{**schoon, "datum": date.fromisoformat(datum) if datum else None})
