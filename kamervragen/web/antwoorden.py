"""The drafter's desk: one question, its answer, and what was said before."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import NietGevonden, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import antwoorden, hergebruik, vragensets
from kamervragen.usecases.vragensets import Setbeeld
from kamervragen.web.pagina import Verzoek, getal, huis, is_htmx, naar, pagina, veld, wie

_PAD = "/vragensets/{sleutel:str}/vragen/{label:str}"


class Antwoorden(Controller):
    @get(_PAD, sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def bureau(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[str]:
        eerder = hergebruik.search_bij_vraag(huis(request), wie(request), sleutel, label)
        return pagina(request, "antwoorden/bureau.html", eerder=eerder, **_bureau(request, sleutel, label))

    @post(f"{_PAD}/antwoord", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def bewaar(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        tekst = request.state.velden.get("tekst", "")
        try:
            antwoorden.save(huis(request), wie(request), sleutel, label, tekst, versie=getal(request, "versie") or 0)
        except Verouderd as fout:
            naam = "antwoorden/_conflict.html" if is_htmx(request) else "antwoorden/conflict.html"
            return pagina(
                request, naam, status=409, fout=fout, mijn_tekst=tekst,
                **_bureau(request, sleutel, label),
            )  # fmt: skip
        if is_htmx(request):
            eerder = hergebruik.search_bij_vraag(huis(request), wie(request), sleutel, label)
            return pagina(
                request, "antwoorden/bewaard.html", bewaard=True, eerder=eerder, **_bureau(request, sleutel, label)
            )
        return naar(f"/vragensets/{sleutel}/vragen/{label}")

    @post(f"{_PAD}/voorbeeld", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def voorbeeld(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[str]:
        return pagina(request, "antwoorden/_voorbeeld.html", tekst=request.state.velden.get("tekst", ""))

    @post(f"{_PAD}/overname", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def neem_over(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        antwoorden.neem_over(
            huis(request),
            wie(request),
            sleutel,
            label,
            getal(request, "bron") or 0,
            versie=getal(request, "versie") or 0,
        )
        return naar(f"/vragensets/{sleutel}/vragen/{label}")

    @post(f"{_PAD}/noten", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def voeg_noot_toe(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        merk = antwoorden.voeg_noot_toe(huis(request), wie(request), sleutel, veld(request, "noot"))
        if is_htmx(request):
            return pagina(request, "antwoorden/_noten.html", nieuw=merk, **_bureau(request, sleutel, label))
        return naar(f"/vragensets/{sleutel}/vragen/{label}#noten")


def _bureau(request: Verzoek, sleutel: str, label: str) -> dict[str, Any]:
    """What every part of the desk shows. :raises NietGevonden: no such question."""
    beeld: Setbeeld = vragensets.beeld(huis(request), wie(request), sleutel)
    vraag = next((v for v in beeld.vragenset.vragen if v.label == label), None)
    if vraag is None:
        raise NietGevonden(f"Vraag {label} staat niet in {sleutel}. Ga terug naar de set.")
    blok = next((b for b in beeld.blokken if any(v.label == label for v in b.vragen)), None)
    labels = [v.label for v in beeld.vragenset.vragen]
    plaats = labels.index(label)
    return {
        "beeld": beeld,
        "vraag": vraag,
        "blok": blok,
        "vorige": labels[plaats - 1] if plaats else None,
        "volgende": labels[plaats + 1] if plaats + 1 < len(labels) else None,
        "versies": antwoorden.versies(huis(request), wie(request), sleutel, label),
    }
