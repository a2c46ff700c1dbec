"""Every list as a file for a spreadsheet: what is worked on, the agenda, the figures and the registers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kamervragen.beheer import organisatie, recessen, signaalwoorden
from kamervragen.catalogue import getal
from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, dag_van, eis_vooraf, leg_uitgifte_vast
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.writers.lijst import Cel, Lijstblad, Lijstsoort, render
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.periode import TWAALF, is_periode
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import Toezeggingsoort, Toezeggingstatus
from kamervragen.language.citations.verwijzingen import citeer
from kamervragen.lijn import wetten
from kamervragen.register import bewindspersonen, moties, toezeggingen
from kamervragen.register.toezeggingen import vindplaats
from kamervragen.sets import bord, uitstelredenen
from kamervragen.sets.bord import Filter
from kamervragen.sets.kolommen import KOLOMMEN
from kamervragen.sets.rows import WoordregelRij
from kamervragen.vandaag import agenda, cijfers

_TOEZEGGINGKOLOMMEN = (
    "nummer",
    "toezegging",
    "stevigheid",
    "gedaan op",
    "termijn",
    "uiterlijk",
    "status",
    "vindplaats",
    "bewindspersoon",
    "aan",
    "dossierhouder",
    "soort",
    "portefeuille",
    "directie",
)
_MOTIEKOLOMMEN = (
    "kamerstuk",
    "indieners",
    "onderwerp",
    "ingediend",
    "verzoek",
    "gevraagd voor",
    "stand",
    "appreciatie",
    "directie",
)


_GEEN_TIJD: tuple[Cel, ...] = (None,) * 5  # of open sets there is no time to the answer


def als_bestand(huis: Huis, wie: Wie, naam: str, soort: Lijstsoort, vraag: Mapping[str, str] = {}) -> Bestand:
    """The list of this name as it stands today, narrowed as its page was: `vraag` are the fields of its address. :raises NietGevonden: there is no such list."""
    if naam not in _LIJSTEN:
        raise NietGevonden(
            "De lijst %(naam)s bestaat niet. Kies uit %(lijsten)s.", naam=naam, lijsten=", ".join(_LIJSTEN)
        )
    eis_vooraf(huis, wie, _RECHT.get(naam, Handeling.EXPORTEREN), f"lijst-{naam}")
    blad = _LIJSTEN[naam](huis, wie, vraag)  # read as for the screen
    leg_uitgifte_vast(huis, wie, Handeling.EXPORTEREN, f"lijst-{naam}")
    return Bestand(f"{naam}-{huis.vandaag().isoformat()}.{soort.value}", render(blad, soort))


def _sets(huis: Huis, wie: Wie, vraag: Mapping[str, str]) -> Lijstblad:
    gekozen = bord.gekozen(huis, wie, Filter.gelezen({"toon": "alle"} | dict(vraag)))
    rijen: list[tuple[Cel, ...]] = [tuple(kolom.waarde(b) for kolom in KOLOMMEN) for b in gekozen]
    return Lijstblad(_("Sets Kamervragen"), tuple(kolom.naam for kolom in KOLOMMEN), tuple(rijen))


def _toezeggingen(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (
            t.nummer,
            platte_tekst(t.zin),
            t.stevigheid,
            t.gedaan_op,
            t.tijdsaanduiding,
            t.interne_dag or t.venster_einde,
            label(Toezeggingstatus(t.status)),
            vindplaats(t, r.vragenset, r.label),
            t.bewindspersoon,
            t.aan,
            t.dossierhouder,
            label(Toezeggingsoort(t.soort)) if t.soort else None,
            t.portefeuille,
            t.directie,
        )
        for r in toezeggingen.lijst(huis, wie)
        for t in (r.toezegging,)
    ]
    return Lijstblad(_("Toezeggingen"), _TOEZEGGINGKOLOMMEN, tuple(rijen))


def _moties(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (
            citeer(m.kamerstuk) if m.kamerstuk else None,
            m.indieners,
            m.onderwerp,
            m.ingediend,
            m.verzoek,
            m.gevraagde_dag,
            label(Motiestatus(m.status)),
            m.appreciatie,
            m.directie,
        )
        for m in (regel.motie for regel in moties.lijst(huis, wie))
    ]
    return Lijstblad(_("Moties"), _MOTIEKOLOMMEN, tuple(rijen))


def _agenda(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (p.dag, p.einde, label(p.soort), platte_tekst(p.tekst), p.wie, _("te laat") if p.laat else "")
        for p in agenda.alles(huis, wie)
    ]
    return Lijstblad(_("Agenda"), ("dag", "tot en met", "wat", "waarover", "bij wie", "te laat"), tuple(rijen))


def _vrijdag(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    _maandag, per_ambt = agenda.vrijdaglijst(huis, wie)
    rijen: list[tuple[Cel, ...]] = [
        (
            ambt,
            r.sleutel,
            r.onderwerp,
            r.laatste_dag,
            r.dagen_te_laat,
            _("gemeld") if r.uitgesteld else _("niet gemeld"),
            r.behandelaar,
        )
        for ambt, regels in per_ambt.items()
        for r in regels
    ]
    kolommen = ("bewindspersoon", "sleutel", "onderwerp", "laatste dag", "dagen te laat", "uitstel", "bij wie")
    return Lijstblad(_("Vrijdaglijst"), kolommen, tuple(rijen))


def _cijfers(huis: Huis, wie: Wie, vraag: Mapping[str, str]) -> Lijstblad:
    periode = vraag.get("periode", "")
    alles = cijfers.bereken(huis, wie, periode if is_periode(periode) else TWAALF)
    per = (
        ("geheel", (alles.geheel,)),
        ("maand", alles.maanden),
        ("directie", alles.directies),
        ("bewindspersoon", alles.ambten),
    )
    rijen: list[tuple[Cel, ...]] = [
        (
            naam,
            c.groep,
            c.tijd.aantal if c.tijd else 0,
            c.tijd.binnen_drie_weken if c.tijd else None,
            c.tijd.binnen_zes_weken if c.tijd else None,
            getal(c.tijd.mediaan) if c.tijd else None,
            c.tijd.p90 if c.tijd else None,
            c.open,
            c.te_laat,
        )
        for naam, groepen in per
        for c in groepen
    ]
    rijen += [("status", label(s.status), *_GEEN_TIJD, s.aantal, s.te_laat) for s in alles.stadia]
    rijen += [("weken oud", o.leeftijd, *_GEEN_TIJD, o.aantal, o.te_laat) for o in alles.ouderdom]
    rijen += [("teruggestuurd om", label(r), n, *_GEEN_TIJD[1:], None, None) for r, n in alles.teruggestuurd]
    kolommen = (
        "per",
        "groep",
        "beantwoord",
        "binnen drie weken",
        "binnen zes weken",
        "mediaan in dagen",
        "90 % binnen dagen",
        "nog open",
        "te laat",
    )
    return Lijstblad(_("Cijfers"), kolommen, tuple(rijen))


def _bewindspersonen(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (p.functie, p.naam, p.portefeuille, p.kabinet, p.van, p.tot, p.demissionair, p.bron)
        for p, _nu in bewindspersonen.lijst(huis, wie)
    ]
    kolommen = ("functie", "naam", "portefeuille", "kabinet", "van", "tot", "demissionair", "bron")
    return Lijstblad(_("Bewindspersonen"), kolommen, tuple(rijen))


def _wetten(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (w.titel, w.afkorting, w.bron, w.actor, dag_van(w.moment)) for w in wetten.register(huis, wie)
    ]
    return Lijstblad(_("Namen van wetten"), ("titel", "afkorting", "bron", "door", "op"), tuple(rijen))


def _recessen(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [(r.naam, r.begin, r.einde, r.bron) for r in recessen.lijst(huis, wie)]
    return Lijstblad(_("Recessen"), ("reces", "van", "tot en met", "bron"), tuple(rijen))


def _directies(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [(d.rij.code, d.rij.naam, d.rij.tot) for d in organisatie.directies(huis, wie)]
    return Lijstblad(_("Directies"), ("code", "naam", "tot"), tuple(rijen))


def _uitstelredenen(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (r.reden.naam, r.reden.omdat, _ja_nee(r.reden.actief), r.gebruikt, *_door_en_op(r.laatste))
        for r in uitstelredenen.lijst(huis, wie)
    ]
    return Lijstblad(_("Redenen van uitstel"), ("reden", "omdat", "in gebruik", "gegeven", "door", "op"), tuple(rijen))


def _signalen(huis: Huis, wie: Wie, _vraag: Mapping[str, str]) -> Lijstblad:
    rijen: list[tuple[Cel, ...]] = [
        (s.woorden, label(s.werking), _ja_nee(s.actief), *_door_en_op(s.laatste))
        for s in signaalwoorden.lijst(huis, wie)
    ]
    return Lijstblad(_("Signaalwoorden"), ("woorden", "werking", "in gebruik", "door", "op"), tuple(rijen))


def _ja_nee(waar: bool) -> str:
    return _("ja") if waar else _("nee")


def _door_en_op(rij: WoordregelRij | None) -> tuple[Cel, Cel]:
    return (rij.actor, dag_van(rij.moment)) if rij else (None, None)


# What only who keeps a register may take along.
_RECHT = {
    "wetten": Handeling.WETTEN_BEHEREN,
    "directies": Handeling.GEBRUIKERS_BEHEREN,
    "uitstelredenen": Handeling.WOORDEN_BEHEREN,
    "signalen": Handeling.WOORDEN_BEHEREN,
}
_LIJSTEN: dict[str, Callable[[Huis, Wie, Mapping[str, str]], Lijstblad]] = {
    "sets": _sets,
    "toezeggingen": _toezeggingen,
    "moties": _moties,
    "agenda": _agenda,
    "vrijdaglijst": _vrijdag,
    "cijfers": _cijfers,
    "bewindspersonen": _bewindspersonen,
    "wetten": _wetten,
    "recessen": _recessen,
    "directies": _directies,
    "uitstelredenen": _uitstelredenen,
    "signalen": _signalen,
}
