"""The drafter's desk: one question, its answer, and what was said before."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.antwoorden import aanwezigheid, groepen, opmerkingen, schrijven, versies
from kamervragen.domain.errors import Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import bronzoeken, eerder, herkomst, passages, verwijsantwoord
from kamervragen.hergebruik.indexwerk import met_wat_heel_is
from kamervragen.lijn import bijdragen
from kamervragen.register import beloftelezing
from kamervragen.setpagina import bij_de_vraag, grootboek, setblad
from kamervragen.setpagina.setblad import Setbeeld
from kamervragen.sets.blik import Blik, open_set
from kamervragen.web.form import Verzoek, dag, gekozen, getal, gezien_versie, rij, veld
from kamervragen.web.page import huis, is_htmx, naar, pagina, wie

_PAD = "/vragensets/{sleutel:str}/vragen/{label:str}"


class Antwoorden(Controller):
    @get(_PAD, sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def bureau(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[str]:
        return pagina(request, "setpagina/bureau.html", **_bureau(request, sleutel, label, bijwerk=True))

    @post(f"{_PAD}/antwoord", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def bewaar(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        tekst, vanzelf = request.state.velden.get("tekst", ""), veld(request, "vanzelf") == "ja"
        try:
            versie = schrijven.bewaar(
                huis(request),
                wie(request),
                sleutel,
                label,
                tekst,
                versie=gezien_versie(request),
                vanzelf=vanzelf,
            )
        except Verouderd as fout:
            if vanzelf:
                return pagina(request, "setpagina/vanzelf.html", status=409, vanzelf_fout=fout)
            if is_htmx(request):  # the field keeps the text that was sent, and what was typed since
                antwoord = pagina(
                    request,
                    "setpagina/botsing.html",
                    status=409,
                    fout=fout,
                    pad_vraag=request.url.path.removesuffix("/antwoord"),
                )
                antwoord.headers |= {"HX-Retarget": "#botsing", "HX-Reswap": "innerHTML"}
                return antwoord
            return pagina(
                request,
                "setpagina/conflict.html",
                status=409,
                fout=fout,
                mijn_tekst=tekst,
                **_bureau(request, sleutel, label),
            )
        if vanzelf or veld(request, "stil") == "ja":
            return pagina(request, "setpagina/vanzelf.html", versie=versie, vanzelf_om=huis(request).nu())
        if is_htmx(request):
            return pagina(
                request,
                "setpagina/bewaard.html",
                bewaard=True,
                versie=versie,
                **_bureau(request, sleutel, label, bijwerk=True),
            )
        return naar(f"/vragensets/{sleutel}/vragen/{label}")

    @post(f"{_PAD}/voorbeeld", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def voorbeeld(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[str]:
        tekst = request.state.velden.get("tekst", "")
        with open_set(huis(request), wie(request), sleutel) as blik:
            strepen, noten = beloftelezing.bij_het_schrijven(blik, tekst), blik.noten
        return pagina(
            request, "setpagina/_voorbeeld.html", tekst=tekst, sleutel=sleutel, strepen=strepen, noten=noten, los=True
        )

    @post(f"{_PAD}/overname", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def neem_over(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        bron, versie = getal(request, "bron") or 0, gezien_versie(request)
        if veld(request, "wijze") == "verwijzing":
            verwijsantwoord.neem_over(huis(request), wie(request), sleutel, label, bron, versie=versie)
        else:
            zinnen = gekozen(request, "zin-") if veld(request, "wijze") == "zinnen" else None
            schrijven.neem_over(
                huis(request),
                wie(request),
                sleutel,
                label,
                bron,
                versie=versie,
                zinnen=None if zinnen is None else {int(zin) for zin in zinnen if zin.isdecimal() and len(zin) < 6},
            )
        return naar(f"/vragensets/{sleutel}/vragen/{label}")

    @post(f"{_PAD}/bevestiging", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def bevestig(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        herkomst.bevestig(huis(request), wie(request), sleutel, label, gekozen(request, "plek-"))
        return naar(f"/vragensets/{sleutel}/vragen/{label}#overgenomen")

    @post(f"{_PAD}/oordeel", sync_to_thread=True, opt={"handeling": Handeling.EERDER_BEOORDELEN})
    def beoordeel(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        herkomst.markeer_niet_bruikbaar(
            huis(request), wie(request), sleutel, label, getal(request, "bron") or 0, reden=veld(request, "reden")
        )
        return naar(f"/vragensets/{sleutel}/vragen/{label}#eerder")

    @get("/antwoorden/{antwoord_id:int}/gebruik", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def gebruik(self, request: Verzoek, antwoord_id: FromPath[int]) -> Response[str]:
        gevonden = herkomst.gebruik(huis(request), wie(request), rij(antwoord_id, "Dit antwoord"))
        return pagina(request, "setpagina/gebruik.html", gebruik=gevonden)

    @post(
        "/antwoorden/{antwoord_id:int}/achterhaald", sync_to_thread=True, opt={"handeling": Handeling.EERDER_BEOORDELEN}
    )
    def markeer_achterhaald(self, request: Verzoek, antwoord_id: FromPath[int]) -> Response[Any]:
        id = rij(antwoord_id, "Dit antwoord")
        if veld(request, "intrekken"):
            herkomst.trek_achterhaald_in(huis(request), wie(request), id)
        else:
            herkomst.markeer_achterhaald(
                huis(request),
                wie(request),
                id,
                reden=veld(request, "reden"),
                door=veld(request, "door"),
                sinds=dag(request, "sinds"),
            )
        return naar(f"/antwoorden/{id}/gebruik")

    @post("/vragensets/{sleutel:str}/groepen", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def voeg_samen(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        labels, versie = gekozen(request, "vraag-"), gezien_versie(request)
        groepen.voeg_samen(huis(request), wie(request), sleutel, labels, versie=versie)
        return naar(f"/vragensets/{sleutel}")

    @post(f"{_PAD}/uiteen", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def haal_uiteen(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        groepen.haal_uiteen(huis(request), wie(request), sleutel, label, versie=gezien_versie(request))
        return naar(f"/vragensets/{sleutel}#vraag-{label}")

    @post(f"{_PAD}/aanwezig", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def meld_aanwezig(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[str]:
        anderen = aanwezigheid.meld(
            huis(request), wie(request), sleutel, label, bewerkt=veld(request, "bewerkt") == "ja"
        )
        return pagina(request, "setpagina/_aanwezig.html", anderen=anderen)

    @get(f"{_PAD}/versies", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def vergelijk(
        self,
        request: Verzoek,
        sleutel: FromPath[str],
        label: FromPath[str],
        van: FromQuery[str] = "",
        tot: FromQuery[str] = "",
        wijze: FromQuery[str] = "",
    ) -> Response[str]:
        gevonden = versies.vergelijk(huis(request), wie(request), sleutel, label, van=van, naar=tot)
        wijze = wijze if wijze in ("in-een", "naast") else "in-een"
        return pagina(request, "setpagina/versies.html", v=gevonden, sleutel=sleutel, label=label, wijze=wijze)

    @post(f"{_PAD}/opmerkingen", sync_to_thread=True, opt={"handeling": Handeling.OPMERKEN})
    def merk_op(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        opmerkingen.merk_op(
            huis(request),
            wie(request),
            sleutel,
            label,
            veld(request, "opmerking"),
            citaat=veld(request, "citaat"),
            op_id=getal(request, "op"),
        )
        return naar(f"/vragensets/{sleutel}/vragen/{label}#opmerkingen")

    @post(f"{_PAD}/opmerkingen/{{opmerking_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.OPMERKEN})
    def los_op(
        self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str], opmerking_id: FromPath[int]
    ) -> Response[Any]:
        id = rij(opmerking_id, "Deze opmerking")
        opgelost = not veld(request, "heropen")
        opmerkingen.los_op(huis(request), wie(request), sleutel, label, id, opgelost=opgelost)
        return naar(f"/vragensets/{sleutel}/vragen/{label}#opmerkingen")

    @get(f"{_PAD}/bronnen", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def bronnen(
        self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str], bron: FromQuery[str] = ""
    ) -> Response[str]:
        """What a note could say: notes of the set, and what the archive knows by these words."""
        gevonden = bronzoeken.zoek(huis(request), wie(request), sleutel, bron)
        naam = "setpagina/_bronnen.html" if is_htmx(request) else "setpagina/bronnen.html"
        return pagina(request, naam, gevonden=gevonden, sleutel=sleutel, label=label, bron=bron)

    @post(f"{_PAD}/noten", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def voeg_noot_toe(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        merk = schrijven.voeg_noot_toe(huis(request), wie(request), sleutel, veld(request, "noot"))
        if is_htmx(request):
            return pagina(request, "setpagina/_noten.html", nieuw=merk, **_bureau(request, sleutel, label))
        return naar(f"/vragensets/{sleutel}/vragen/{label}#noten")


def _bureau(request: Verzoek, sleutel: str, label: str, *, bijwerk: bool = False) -> dict[str, Any]:
    """What every part of the desk shows; with `bijwerk` also what stands beside the text.

    :raises NietGevonden: no such question.
    """
    with open_set(huis(request), wie(request), sleutel) as blik:
        blik.vraag(label)
        beeld = setblad.beeld(blik)
        tekst = _tekst(blik, beeld, label)
        return tekst | met_wat_heel_is(blik.huis, lambda: _bijwerk(blik, label)) if bijwerk else tekst


def _tekst(blik: Blik, beeld: Setbeeld, label: str) -> dict[str, Any]:
    blok = next((b for b in beeld.blokken if any(v.label == label for v in b.vragen)), None)
    labels = [v.label for v in beeld.vragenset.vragen]
    plaats = labels.index(label)
    return {
        "beeld": beeld,
        "anderen": aanwezigheid.anderen(blik, label),
        "vraag": beeld.vragenset.vragen[plaats],
        "blok": blok,
        "vorige": labels[plaats - 1] if plaats else None,
        "volgende": labels[plaats + 1] if plaats + 1 < len(labels) else None,
        "strepen": beloftelezing.bij_het_schrijven(blik, blok.antwoord.tekst if blok else ""),
        "versies": schrijven.versies(blik, label),
        "grootboek": grootboek.van(blik, beeld),
    }


def _bijwerk(blik: Blik, label: str) -> dict[str, Any]:
    """What stands beside the text: earlier answers, a reference to propose, and what was taken over."""
    gevonden = eerder.zoek_bij_vraag(blik, label)
    return {
        "eerder": gevonden,
        "in_opbouw": eerder.in_opbouw(blik.huis),
        "verwijsvoorstel": verwijsantwoord.voorstel(blik, label, gevonden),
        "passages": passages.bij_vraag(blik, label),
        "bij": bij_de_vraag.voor(blik, label, gevonden),
        "bijdragen": bijdragen.bij_vraag(blik, label),
        "opmerkingen": opmerkingen.bij_vraag(blik, label),
        "controle": herkomst.controle(blik, label),
    }
