"""What a returned concept comes to: its texts beside those of the record, its notes under their own numbers, its remarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from rapidfuzz import fuzz
from sqlmodel import Session

from kamervragen.antwoorden.store import afwegingen, antwoorden
from kamervragen.catalogue import plaats as _plaats
from kamervragen.core.act import Werk
from kamervragen.documents.lezing import Opmerking
from kamervragen.documents.text.drieweg import voeg_samen
from kamervragen.documents.text.markdown import canoniek, platte_tekst
from kamervragen.documents.word.teruglezing import Stukje, Teruglezing
from kamervragen.documents.word.terugweg import afdruk
from kamervragen.documents.word.tijd import van_word
from kamervragen.documents.writers.aanhangsel import kopregels
from kamervragen.documents.zichtbaar import genormaliseerd, zichtbaar
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.terugkeer import Herkend, Wijzigingsaard
from kamervragen.domain.vragenset import MERK, merken_in
from kamervragen.papieren.rows import TerugkeervoorstelRij
from kamervragen.sets.rows import AntwoordRij, VragensetRij
from kamervragen.sets.store import vragensets

STUK = "teruggekomen"  # the kind of paper that such a document is, with its set
_NIEUW = 900  # note marks from here on are those of notes the record does not have yet
_UIT_WORD, _ONBEKEND = " (Word)", "Onbekend"
_LANGSTE = 5_000
_DAG = timedelta(days=1)
_VROEGST = datetime(1990, 1, 1, tzinfo=UTC)
_ZELFDE = 60  # two notes, or two questions, are one for this share of their letters


@dataclass
class Opbrengst:
    """The proposals of a document, and the report of what was found in it."""

    voorstellen: list[TerugkeervoorstelRij] = field(default_factory=list)
    verslag: dict[str, Any] = field(default_factory=dict)


def opbrengst(werk: Werk, rij: VragensetRij, lezing: Teruglezing, naam: str) -> Opbrengst:
    """What the document proposes; its remarks are recorded. :raises Ongeldig: it is of another set."""
    _eis_zelfde_set(werk.sessie, rij, lezing, naam)
    return _Vergelijking(werk, rij, lezing).maak()


def _eis_zelfde_set(sessie: Session, rij: VragensetRij, lezing: Teruglezing, naam: str) -> None:
    herkomst = lezing.herkomst
    if herkomst is not None:
        if herkomst.sleutel != rij.sleutel:
            raise Ongeldig(
                "%(naam)s is het concept van %(sleutel)s. Breng het terug bij die set.",
                naam=naam,
                sleutel=herkomst.sleutel,
            )
        return
    vragen = {f"vraag-{v.label}": platte_tekst(MERK.sub("", v.tekst)) for v in vragensets.vragen(sessie, rij.id)}
    gelezen = {s.plaats: platte_tekst(s.met) for s in lezing.stukken if s.plaats in vragen}
    raak = sum(fuzz.ratio(tekst, vragen[plaats]) >= _ZELFDE for plaats, tekst in gelezen.items())
    op_inhoud = any(stukje.herkend is Herkend.INHOUD for stukje in lezing.stukken)
    if not op_inhoud and raak * 2 <= len(gelezen):
        raise Ongeldig(
            "%(naam)s hoort niet bij deze set: de vragen zijn andere, en het document noemt geen set. Haal "
            "hier het concept op en werk daarin.",
            naam=naam,
        )


class _Vergelijking:
    def __init__(self, werk: Werk, rij: VragensetRij, lezing: Teruglezing) -> None:
        self.werk, self.rij, self.lezing = werk, rij, lezing
        self.antwoorden = {
            labels[0]: antwoord for antwoord, labels in vragensets.antwoorden_van(werk.sessie, rij.id) if labels
        }
        self.noten = {f"{n.soort[0]}{n.nummer}": n.tekst for n in vragensets.noten(werk.sessie, rij.id)}
        self.labels = {
            label: labels[0] for _a, labels in vragensets.antwoorden_van(werk.sessie, rij.id) for label in labels
        }
        self.merken = self._merken()
        self.opmerkingen = Counter(
            (o.antwoord_id, o.tekst, o.actor.removesuffix(_UIT_WORD))
            for o in afwegingen.opmerkingen(werk.sessie, rij.id)
        )
        self.verslag: dict[str, Any] = {
            "los": self._los(),
            "dubbel": list(lezing.dubbel),
            "zonder_gevolg": lezing.zonder_gevolg,
            "samen": {},
            "vragen": [],
            "herkend": sorted({s.herkend.value for s in lezing.stukken}),
            "ouder": lezing.herkomst is not None and lezing.herkomst.versie < rij.versie,
        }

    def _los(self) -> list[str]:
        """Text outside the answers, but for the lines that we put there ourselves."""
        getoond = zichtbaar(vragensets.laad(self.werk.sessie, self.rij.id))
        eigen = {*kopregels(getoond), platte_tekst(f"Toelichting: {getoond.toelichting or ''}")}
        eigen |= {f"{n.nummer}) {platte_tekst(n.tekst)}" for n in getoond.noten}
        return [tekst for tekst in self.lezing.los if platte_tekst(tekst) not in eigen]

    def maak(self) -> Opbrengst:
        voorstellen: list[TerugkeervoorstelRij] = []
        for stukje in self.lezing.stukken:
            if stukje.plaats.startswith("vraag-"):
                self._vergelijk_vraag(stukje)
            else:
                voorstellen += self._van_antwoord(stukje)
        voorstellen += self._weggehaald()
        voorstellen += self._gewijzigde_noten()
        self.verslag["opmerkingen"] = sum(self._neem_op(o) for o in self.lezing.opmerkingen)
        return Opbrengst(voorstellen, self.verslag)

    def _van_antwoord(self, stukje: Stukje) -> Iterator[TerugkeervoorstelRij]:
        label = stukje.plaats.removeprefix("antwoord-")
        antwoord = self._antwoord_op(label)
        plaats = f"antwoord-{self._eerste_label(label)}"
        basis = self._basis(label, antwoord)
        zonder, met = self._tekst(stukje.zonder, basis), self._tekst(stukje.met, basis)
        nu = antwoord.tekst if antwoord is not None else ""
        gelijk = zonder == canoniek(genormaliseerd(basis))
        if not gelijk:
            yield self._voorstel(antwoord, plaats, Wijzigingsaard.ZONDER_SPOOR, "", "", basis, zonder)
        hoeveel = 0
        for w in stukje.wijzigingen:
            van, naar = self._tekst(w.zonder, basis), self._tekst(w.met, basis)
            if basis != nu and voeg_samen(van, naar, nu) == nu:  # it stands here already: our own change that came back
                continue
            hoeveel += 1
            yield self._voorstel(antwoord, plaats, w.aard, w.auteur, w.moment, van, naar)
        if hoeveel == len(stukje.wijzigingen) > 1 and gelijk and stukje.plaats not in self.lezing.dubbel:
            self.verslag["samen"][plaats] = met

    def _weggehaald(self) -> Iterator[TerugkeervoorstelRij]:
        """Answers that left with the document and did not come back."""
        terug = {
            self._eerste_label(s.plaats.removeprefix("antwoord-"))
            for s in self.lezing.stukken
            if s.plaats.startswith("antwoord-")
        }
        mee = self.lezing.herkomst.antwoorden if self.lezing.herkomst else {}
        for label, antwoord in self.antwoorden.items():
            if label in mee and label not in terug and antwoord.tekst.strip():
                basis = self._basis(label, antwoord)
                yield self._voorstel(antwoord, f"antwoord-{label}", Wijzigingsaard.WEGGEHAALD, "", "", basis, "")

    def _gewijzigde_noten(self) -> Iterator[TerugkeervoorstelRij]:
        for id, noot in self.lezing.noten.items():
            eigen = self.merken.get(id, "")
            if self._zo_vertrokken(eigen) == afdruk(noot.met):
                continue
            if eigen in self.noten and canoniek(genormaliseerd(self.noten[eigen])) != noot.met:
                yield self._voorstel(
                    None, f"noot-{eigen}", Wijzigingsaard.NOOT, noot.auteur, noot.moment, self.noten[eigen], noot.met
                )

    def _zo_vertrokken(self, eigen: str) -> str:
        """The fingerprint of a note as it left; empty when the document does not tell."""
        herkomst = self.lezing.herkomst
        daar = next((nu for nu, toen in herkomst.noten.items() if toen == eigen), "") if herkomst else ""
        return herkomst.nootafdrukken.get(daar, "") if herkomst else ""

    def _vergelijk_vraag(self, stukje: Stukje) -> None:
        """A question is the Kamer's: another text is told, not taken over."""
        label = stukje.plaats.removeprefix("vraag-")
        eigen = next((v for v in vragensets.vragen(self.werk.sessie, self.rij.id) if v.label == label), None)
        if eigen is None or _kaal(eigen.tekst) != _kaal(stukje.met):
            self.verslag["vragen"].append({"label": label, "nu": eigen.tekst if eigen else "", "document": stukje.met})

    def _basis(self, label: str, antwoord: AntwoordRij | None) -> str:
        """The text of the answer in the version that left."""
        if antwoord is None:
            return ""
        toen = self.lezing.herkomst.antwoorden.get(self._eerste_label(label)) if self.lezing.herkomst else None
        versies = antwoorden.versies(self.werk.sessie, antwoord.id)
        return next((v.tekst for v in versies if v.versie == toen), antwoord.tekst)

    def _antwoord_op(self, label: str) -> AntwoordRij | None:
        return self.antwoorden.get(self._eerste_label(label))

    def _eerste_label(self, label: str) -> str:
        """The label under which the record keeps the answer that covers this question."""
        return self.labels.get(label, label)

    def _tekst(self, tekst: str, basis: str) -> str:
        """The text with the marks of the record in place of those of the document, and the asker's notes of `basis`,
        which paper shows as "1)", again as marks."""
        eigen = MERK.sub(lambda treffer: f"[^{self.merken.get(treffer[1], treffer[1])}]", tekst)
        for nu, toen in (self.lezing.herkomst.noten if self.lezing.herkomst else {}).items():
            if nu.startswith("b") and f"[^{toen}]" in basis:
                eigen = re.sub(rf"\s{nu[1:]}\)", f"[^{toen}]", eigen, count=1)
        return canoniek(eigen)

    def _merken(self) -> dict[str, str]:
        """The document's note ids -> those of the record: by their place, else by their words; the rest are new.

        The marks of an answer without its changes stand as they left, one for one.
        """
        uit: dict[str, str] = {}
        for stukje in self.lezing.stukken:
            if not stukje.plaats.startswith("antwoord-") or stukje.plaats in self.lezing.dubbel:
                continue
            label = stukje.plaats.removeprefix("antwoord-")
            toen = [
                m for m in merken_in(self._basis(label, self._antwoord_op(label))) if m in self.noten and m[0] == "v"
            ]
            hier = merken_in(stukje.zonder)
            if len(toen) == len(hier):
                uit |= {id: eigen for id, eigen in zip(hier, toen, strict=True) if id not in uit}
        vrij = dict.fromkeys(id for id in self.noten if id.startswith("v") and id not in uit.values())
        for gelijk in (100, _ZELFDE):
            for id, noot in self.lezing.noten.items():
                beste = max(vrij, key=lambda v: self._gelijkenis(noot.zonder, v), default=None)
                if id not in uit and beste is not None and self._gelijkenis(noot.zonder, beste) >= gelijk:
                    uit[id] = beste
                    del vrij[beste]
        for nummer, id in enumerate((id for id in self.lezing.noten if id not in uit), _NIEUW + 1):
            uit[id] = f"v{nummer}"
        return uit

    def _gelijkenis(self, tekst: str, eigen: str) -> float:
        return fuzz.ratio(tekst, canoniek(genormaliseerd(self.noten[eigen])))

    def _voorstel(
        self,
        antwoord: AntwoordRij | None,
        plaats: str,
        aard: Wijzigingsaard,
        auteur: str,
        moment: str,
        basis: str,
        voorgesteld: str,
    ) -> TerugkeervoorstelRij:
        nieuw = {eigen: self.lezing.noten[id].met for id, eigen in self.merken.items() if eigen not in self.noten}
        return TerugkeervoorstelRij(
            terugkeer_id=0,
            antwoord_id=antwoord.id if antwoord is not None else None,
            plaats=plaats,
            soort=aard.value,
            auteur=auteur,
            gewijzigd_op=moment,
            basis=basis,
            voorgesteld=voorgesteld,
            noten={id: tekst for id, tekst in nieuw.items() if f"[^{id}]" in voorgesteld},
        )

    def _neem_op(self, opmerking: Opmerking) -> bool:
        """Records a remark with who made it and when, unless it is one of ours that came back.

        A remark where there is no answer has no place here; it is told.
        """
        soort, _, label = opmerking.plaats.partition("-")
        antwoord = self._antwoord_op(label) if soort in ("vraag", "antwoord") else None
        tekst = opmerking.tekst if len(opmerking.tekst) <= _LANGSTE else f"{opmerking.tekst[:_LANGSTE]}…"
        if antwoord is None or not tekst.strip():
            if tekst.strip():
                self.verslag["los"].append(f"{tekst} ({opmerking.auteur or _ONBEKEND}, {_plaats(opmerking.plaats)})")
            return False
        auteur = opmerking.auteur.strip().removesuffix(_UIT_WORD) or _ONBEKEND
        if self.opmerkingen[antwoord.id, tekst, auteur] > 0:
            self.opmerkingen[antwoord.id, tekst, auteur] -= 1
            return False
        passage = opmerking.passage if opmerking.passage in antwoord.tekst else ""
        afwegingen.merk_op(
            self.werk.sessie,
            antwoord.id,
            op_id=None,
            versie=antwoord.versie,
            citaat=passage,
            tekst=tekst,
            actor=f"{auteur}{_UIT_WORD}",
            moment=self._moment(opmerking.moment),
        )
        return True

    def _moment(self, tekst: str) -> datetime:
        """The moment that a document gives, or now: for a strange one, and for one that is still to come."""
        gelezen = van_word(tekst)
        if (
            gelezen is None
            or not _VROEGST <= gelezen.replace(tzinfo=UTC) <= self.werk.moment.replace(tzinfo=UTC) + _DAG
        ):
            return self.werk.moment
        return min(gelezen.astimezone(UTC), self.werk.moment)


def _kaal(tekst: str) -> str:
    """The words of a question, without the numbers of notes however they are written."""
    return "".join(re.sub(r"\s\d+\)", "", platte_tekst(MERK.sub("", tekst))).split())
