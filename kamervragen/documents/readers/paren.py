"""Questions and answers, paired from the parts of a document."""

from __future__ import annotations

from dataclasses import replace

from kamervragen.documents.lezing import Melding, melding
from kamervragen.documents.readers import noten
from kamervragen.documents.readers.delen import Deel
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, Tabel
from kamervragen.domain.vragenset import Antwoord, Vraag, nummer_van

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def paar(
    delen: list[Deel], bronnen: noten.Bronnen, *, antwoordt: bool = False
) -> tuple[tuple[Vraag, ...], tuple[Antwoord, ...], list[Melding]]:
    """Every question with its answer, whatever the habit of the headings; what does not fit is told.

    `antwoordt`: the head says that the document answers, so that answers may stand without any heading.
    """
    vragen: dict[str, Vraag] = {}
    antwoorden: list[Antwoord] = []
    meldingen: list[Melding] = []
    open_labels: list[str] = []
    for deel in _gelijkgesteld(delen, meldingen, antwoordt):
        if deel.is_antwoord:
            labels = deel.labels or open_labels or ([str(len(antwoorden) + 1)] if vragen else ["1"])
            _voeg_antwoord_toe(antwoorden, labels, schrijf_markdown(tuple(deel.blokken)), meldingen)
            open_labels = []
        else:
            for label, blokken in _verdeeld(deel, meldingen):
                tekst = schrijf_markdown(bronnen.gemerkt(tuple(blokken)))
                _voeg_vraag_toe(vragen, label, tekst, meldingen)
                open_labels.append(label)
    gedekt = {label for antwoord in antwoorden for label in antwoord.labels}
    if antwoorden:
        meldingen += [melding("vraag_zonder_antwoord", f"vraag-{label}") for label in vragen if label not in gedekt]
    if vragen:
        meldingen += [melding("antwoord_zonder_vraag", f"antwoord-{label}") for label in sorted(gedekt - vragen.keys())]
    return tuple(vragen.values()), tuple(antwoorden), meldingen


def _gelijkgesteld(delen: list[Deel], meldingen: list[Melding], antwoordt: bool) -> list[Deel]:
    """The parts with labels on which questions and answers agree, and with the answers whose heading is missing.

    'Antwoord 3a' and 'Antwoord 3b' after one 'Vraag 3' are one answer to it, each part under its label;
    'Antwoord 1' after 'Vraag 1a' and 'Vraag 1b' answers both. *Bron:* ah-tk-20232024-1770.
    """
    gevraagd = {label for deel in delen if not deel.is_antwoord for label in deel.labels}
    uit: list[Deel] = []
    for deel in delen:
        if deel.is_antwoord:
            los = deel.labels[0].rstrip(_LETTERS) if len(deel.labels) == 1 else ""
            if los in gevraagd and deel.labels[0] not in gevraagd:
                onderdeel = Alinea((Stuk(deel.labels[0], vet=True),))
                deel = Deel(True, [los], [onderdeel, *deel.blokken])
            deel.labels = [heel for label in deel.labels for heel in _delen_van(label, gevraagd)]
        uit.append(deel)
    return _met_antwoordkoppen(uit, meldingen, antwoordt)


def _delen_van(label: str, gevraagd: set[str]) -> list[str]:
    """'1' where the questions are 1a and 1b: both."""
    return (
        [label] if label in gevraagd else sorted(deel for deel in gevraagd if deel.rstrip(_LETTERS) == label) or [label]
    )


def _met_antwoordkoppen(delen: list[Deel], meldingen: list[Melding], antwoordt: bool) -> list[Deel]:
    """Answers without a heading of their own: what follows the last question mark under a question nobody answers.

    Only in a document that answers, when the questions around it are answered or none is.
    """
    antwoorden = [deel for deel in delen if deel.is_antwoord]
    if any(not deel.labels for deel in antwoorden):
        return delen  # a bare 'Antwoord' answers what stands before it
    gedekt = {label for deel in antwoorden for label in deel.labels}
    uit: list[Deel] = []
    for deel in delen:
        uit.append(deel)
        if deel.is_antwoord or not (antwoorden or antwoordt) or gedekt & set(deel.labels):
            continue
        gevuld = [i for i, blok in enumerate(deel.blokken) if isinstance(blok, Tabel) or not blok.leeg]
        eerste = next((i for i in gevuld if not _vraagt(deel.blokken[i])), None)
        if eerste is None or eerste == gevuld[0] or any(_vraagt(deel.blokken[i]) for i in gevuld if i > eerste):
            continue
        meldingen.append(melding("antwoordkop_ontbreekt", f"vraag-{deel.labels[0]}"))
        uit.append(Deel(True, list(deel.labels), deel.blokken[eerste:]))
        deel.blokken = deel.blokken[:eerste]
    return uit


def _vraagt(blok: Blok) -> bool:
    return isinstance(blok, Alinea) and "?" in blok.kaal


def heeft_vraag(romp: list[Blok]) -> bool:
    return any(isinstance(blok, Alinea) and "?" in blok.kaal for blok in romp)


def is_genummerd(romp: list[Blok]) -> bool:
    return any(isinstance(blok, Alinea) and blok.lijst is not None and blok.lijst.nummer is not None for blok in romp)


def genummerde_vragen(romp: list[Blok]) -> list[list[Blok]]:
    """Questions of a paper: its numbered paragraphs with what hangs under each; without numbers every paragraph."""
    genummerd = is_genummerd(romp)
    vragen: list[list[Blok]] = []
    for blok in romp:
        if isinstance(blok, Alinea) and blok.leeg:
            continue
        begint = not genummerd or (
            isinstance(blok, Alinea)
            and blok.lijst is not None
            and blok.lijst.nummer is not None
            and blok.lijst.niveau == 0
        )
        if begint and isinstance(blok, Alinea):
            vragen.append([replace(blok, lijst=None)])
        elif vragen:
            vragen[-1].append(blok)
        else:
            vragen.append([blok])
    return vragen


def _verdeeld(deel: Deel, meldingen: list[Melding]) -> list[tuple[str, list[Blok]]]:
    """One heading over several questions: a paragraph each when the numbers agree, else all under the first."""
    gevuld = [blok for blok in deel.blokken if isinstance(blok, Tabel) or not blok.leeg]
    if len(deel.labels) == 1:
        return [(deel.labels[0], gevuld)]
    if len(gevuld) == len(deel.labels):
        return [(label, [blok]) for label, blok in zip(deel.labels, gevuld, strict=True)]
    meldingen.append(melding("vragen_onder_een_kop", f"vraag-{deel.labels[0]}", labels=", ".join(deel.labels)))
    return [(label, gevuld if index == 0 else []) for index, label in enumerate(deel.labels)]


def _voeg_vraag_toe(vragen: dict[str, Vraag], label: str, tekst: str, meldingen: list[Melding]) -> None:
    if label not in vragen:
        vragen[label] = Vraag(nummer_van(label), label, tekst)
    elif vragen[label].tekst != tekst:
        meldingen.append(melding("vraag_dubbel", f"vraag-{label}"))
        vragen[label] = replace(vragen[label], tekst=f"{vragen[label].tekst}\n\n{tekst}".strip())


def _voeg_antwoord_toe(antwoorden: list[Antwoord], labels: list[str], tekst: str, meldingen: list[Melding]) -> None:
    eerder = next((i for i, antwoord in enumerate(antwoorden) if set(antwoord.labels) & set(labels)), None)
    if eerder is None:
        antwoorden.append(Antwoord(tuple(labels), tekst))
        return
    meldingen.append(melding("antwoord_dubbel", f"antwoord-{labels[0]}"))
    vorig = antwoorden[eerder]
    samen = tuple(dict.fromkeys((*vorig.labels, *labels)))
    antwoorden[eerder] = Antwoord(samen, f"{vorig.tekst}\n\n{tekst}".strip())
