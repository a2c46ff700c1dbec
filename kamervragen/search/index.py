"""The index of earlier answers: candidates out of a million pairs. One process writes, all read."""

from __future__ import annotations

import itertools
import json
import shutil
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from kamervragen.search.analyse import is_procedure, termen
from kamervragen.search.zegel import verzegel

# Raise it when the analysis or the fields change: an index of another version is built anew.
VERSIE = 2
_MERK = "kamervragen.json"
_KORT = 4  # terms of an answer that says something
_ONTHOUDEN = 256  # answers to a question that are kept as long as the index stays as it is
_MAX_ANTWOORD = 250  # terms of an answer that count: the rest repeats

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A question with its answer as it is searched. `groep` is what belongs to one set.

    `via` is the number of the answer a mere reference was resolved to ("Zie het antwoord op vraag 6"); `antwoord` and
    `antwoord_id` are then of that one. `profiel` holds the terms of that whole set (`analyse.profiel`), `verwijzingen` what question, answer and their
    notes cite: canonical numbers and addresses.
    """

    bron: str
    groep: str
    onderwerp: str
    vraag: str
    antwoord: str
    datum: date | None = None
    bewindspersoon: str = ""
    indieners: tuple[str, ...] = ()
    sleutel: str = ""
    zaaknummer: str | None = None
    aanhangselnummer: str | None = None
    label: str = ""
    antwoord_id: int = 0
    via: str = ""
    profiel: tuple[str, ...] = ()
    verwijzingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """What the ranking compares of a unit, taken apart when it was indexed; `eenheid()` has the texts.

    `aard` is "kort" for an answer that says next to nothing ("Ja."), "procedure" for a pair about the answering itself.
    """

    bron: str
    groep: str
    antwoord_id: int
    naam: str
    aard: str
    datum: date | None
    indieners: tuple[str, ...]
    verwijzingen: tuple[str, ...]
    vraag: tuple[str, ...]
    onderwerp: tuple[str, ...]
    antwoord: tuple[str, ...]
    profiel: tuple[str, ...]
    _ruw: bytes

    def eenheid(self) -> Eenheid:
        """The unit with its texts. What the index was given, it gives back."""
        with leesbaar():
            waarden: dict[str, Any] = {
                naam: tuple(waarde) if isinstance(waarde, list) else waarde
                for naam, waarde in json.loads(self._ruw).items()
            }
        return Eenheid(datum=self.datum, profiel=self.profiel, **waarden)


class IndexBezet(Exception):  # noqa: N818
    """Another process writes at this moment."""


class IndexStuk(Exception):  # noqa: N818
    """The index is missing, damaged or of another version: build it anew."""


_OPZIJ = "opzij"  # a file beside it: what lies here could not be read


def zet_opzij(folder: Path) -> None:
    """Marks an index as one that cannot be read: whoever opens it next finds none, and the worker builds it anew."""
    if folder.is_dir():
        (folder / _OPZIJ).touch()


def is_opzij(folder: Path) -> bool:
    """Tells whether an index was set aside."""
    return (folder / _OPZIJ).exists()


def eis_merk(folder: Path, merk: str, versie: object) -> None:
    """Demands an index that this program made and could read until now. :raises IndexStuk: it is not."""
    if is_opzij(folder) or json.loads((folder / merk).read_text())["versie"] != versie:
        raise IndexStuk


@contextmanager
def leesbaar() -> Iterator[None]:
    """Gives what a damaged index does to its reader one name; the library below may even panic.

    :raises IndexStuk: with what went wrong as its cause.
    """
    try:
        yield
    except (ValueError, OSError, KeyError, IndexError) as fout:
        raise IndexStuk from fout
    except BaseException as fout:
        if type(fout).__name__ != "PanicException":
            raise
        raise IndexStuk from fout


class Index:
    """An open index. `None` as folder keeps it in memory. `in_opbouw`: it is empty because there is none on disk yet."""

    def __init__(self, folder: Path | None, taal: str = "nl", *, in_opbouw: bool = False) -> None:
        self.taal, self.in_opbouw, self._folder = taal, in_opbouw, folder
        self._schema = _schema()
        try:
            if folder is None:
                self._index = tantivy.Index(self._schema)
            else:
                self._index = tantivy.Index.open(str(folder))
                eis_merk(folder, _MERK, VERSIE)
            self._lezer = self._index.searcher()
            self._onthouden: OrderedDict[Hashable, Any] = OrderedDict()
        except (ValueError, OSError, KeyError, TypeError) as fout:
            raise IndexStuk from fout

    @classmethod
    def nieuw(cls, folder: Path, taal: str = "nl") -> Index:
        """An empty index in `folder`; what was there goes."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        tantivy.Index(_schema(), path=str(folder))
        (folder / _MERK).write_text(json.dumps({"versie": VERSIE, "taal": taal}))
        verzegel(folder)
        return cls(folder, taal)

    def __len__(self) -> int:
        return int(self._lezer.num_docs)

    def ververs(self) -> None:
        """Sees what was committed since."""
        self._index.reload()
        self._lezer = self._index.searcher()
        self._onthouden.clear()

    def onthoud(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """What was made of this picture of the index for the same question before, or what `maak` makes of it now."""
        if sleutel in self._onthouden:
            return self._onthouden[sleutel]  # type: ignore[no-any-return]
        gemaakt = self._onthouden[sleutel] = maak()
        while len(self._onthouden) > _ONTHOUDEN:
            self._onthouden.popitem(last=False)
        return gemaakt

    def schrijf(
        self, eenheden: Iterable[Eenheid], *, zonder_groepen: Iterable[str] = (), heap: int = 64_000_000
    ) -> int:
        """Adds units, after dropping every unit of `zonder_groepen`. Returns how many were added.

        :raises IndexBezet: when another process writes.
        """
        groepen, te_schrijven = list(zonder_groepen), iter(eenheden)
        vooraf = [] if groepen else list(itertools.islice(te_schrijven, 1))
        if not groepen and not vooraf:
            return 0  # nothing to write is no reason to take the writer
        try:
            schrijver = self._index.writer(heap_size=heap, num_threads=1)
        except ValueError as fout:
            raise IndexBezet from fout
        try:
            for groep in groepen:
                schrijver.delete_documents_by_term("groep", groep)
            aantal = 0
            for eenheid in itertools.chain(vooraf, te_schrijven):
                schrijver.add_document(self._document(eenheid))
                aantal += 1
            schrijver.commit()
        finally:
            schrijver.wait_merging_threads()
        if self._folder is not None:
            verzegel(self._folder)
        self.ververs()
        return aantal

    def zoek(
        self, vraagtermen: Iterable[str], *, aantal: int = 200, zonder_groep: str | None = None
    ) -> list[Kandidaat]:
        """The candidates for these terms, best first, units of `zonder_groep` left out."""
        # Only bare terms of one field, joined by "or", let tantivy skip what cannot reach the first `aantal`:
        # so one's own set is left out afterwards.
        delen = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "termen", term, index_option="freq"))
            for term in dict.fromkeys(vraagtermen)
        ]
        if not delen:
            return []
        extra = self.aantal_in(zonder_groep) if zonder_groep is not None else 0
        gevonden = self._gelezen(tantivy.Query.boolean_query(delen), aantal + extra)
        return [kandidaat for kandidaat in gevonden if kandidaat.groep != zonder_groep][:aantal]

    def van_groep(self, groep: str) -> list[Kandidaat]:
        """Every unit of one set."""
        kern = tantivy.Query.term_query(self._schema, "groep", groep, index_option="basic")
        return self._gelezen(kern, self.aantal_in(groep) + 1)

    def alle(self) -> list[Kandidaat]:
        """Every unit there is: for an index that is small."""
        return self._gelezen(tantivy.Query.all_query(), max(len(self), 1))

    def _gelezen(self, vraag: Any, aantal: int) -> list[Kandidaat]:
        with leesbaar():
            treffers = self._lezer.search(vraag, limit=aantal, count=False).hits
            return [_kandidaat(self._lezer.doc(adres)) for _, adres in treffers]

    def aantal_in(self, groep: str) -> int:
        """How many units one set has."""
        with leesbaar():
            return int(self._lezer.doc_freq("groep", groep))

    def voorkomens(self, term: str) -> int:
        """In how many units a term occurs."""
        with leesbaar():
            return int(self._lezer.doc_freq("termen", term))

    def _document(self, eenheid: Eenheid) -> tantivy.Document:
        vraag, onderwerp, antwoord = (
            termen(tekst, self.taal) for tekst in (eenheid.vraag, eenheid.onderwerp, eenheid.antwoord)
        )
        kort = tuple(dict.fromkeys(antwoord))[:_MAX_ANTWOORD]
        document = tantivy.Document()
        document.add_text("groep", eenheid.groep)
        # The question counts twice, so that the plain count of the candidates knows where a term stands.
        document.add_text("termen", " ".join((*vraag, *vraag, *onderwerp, *kort)))
        document.add_bytes("kern", _kern(eenheid, vraag, onderwerp, kort))
        document.add_bytes("bron", _bron(eenheid))
        return document


def _schema() -> tantivy.Schema:
    bouwer = tantivy.SchemaBuilder()
    bouwer.add_text_field("groep", stored=False, tokenizer_name="raw", index_option="basic")
    bouwer.add_text_field("termen", stored=False, tokenizer_name="whitespace", index_option="freq")
    bouwer.add_bytes_field("kern", stored=True, indexed=False, fast=False)
    bouwer.add_bytes_field("bron", stored=True, indexed=False, fast=False)
    return bouwer.build()


def _kern(eenheid: Eenheid, *termlijsten: tuple[str, ...]) -> bytes:
    """What `_kandidaat` reads back: fields apart, lists in them apart, by signs no text keeps."""
    lijsten = (*termlijsten, eenheid.profiel)
    velden = (
        eenheid.bron,
        eenheid.groep,
        str(eenheid.antwoord_id),
        f"{eenheid.zaaknummer or eenheid.sleutel} vraag {eenheid.label}",
        _aard(eenheid, termlijsten[-1]),
        eenheid.datum.isoformat() if eenheid.datum else "",
    )
    reeksen = (eenheid.indieners, eenheid.verwijzingen, *lijsten)
    schoon = [*(_kaal(veld) for veld in velden), *("\x1f".join(map(_kaal, reeks)) for reeks in reeksen)]
    return "\x1e".join(schoon).encode()


def _aard(eenheid: Eenheid, antwoord: tuple[str, ...]) -> str:
    if eenheid.antwoord.strip() and len(antwoord) < _KORT:
        return "kort"
    return "procedure" if is_procedure(eenheid.vraag) and len(antwoord) < 5 * _KORT else ""


def _kaal(tekst: str) -> str:
    return tekst.replace("\x1e", " ").replace("\x1f", " ")


def _bron(eenheid: Eenheid) -> bytes:
    waarden = asdict(eenheid)
    for veld in ("datum", "profiel"):  # these two are in the core already
        del waarden[veld]
    return json.dumps(waarden, ensure_ascii=False).encode()


def _kandidaat(document: tantivy.Document) -> Kandidaat:
    bron, groep, id, naam, aard, datum, *ruw = bytes(document["kern"][0]).decode().split("\x1e")
    reeksen = [tuple(reeks.split("\x1f")) if reeks else () for reeks in ruw]
    indieners, verwijzingen, vraag, onderwerp, antwoord, profiel = reeksen
    return Kandidaat(
        bron,
        groep,
        int(id),
        naam,
        aard,
        date.fromisoformat(datum) if datum else None,
        indieners,
        verwijzingen,
        vraag,
        onderwerp,
        antwoord,
        profiel,
        bytes(document["bron"][0]),
    )
