"""Contributions: a colleague, a directie or another ministry is asked for its part of an answer, by its own date.

What comes back stands beside its question as a proposal with its author; the drafter takes it over or leaves it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from kamervragen.antwoorden.schrijven import voeg_toe
from kamervragen.antwoorden.store import antwoorden
from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.vragenset import MERK, Nootsoort, opsomming
from kamervragen.lijn.rows import BijdrageRij, BijdrageverzoekRij
from kamervragen.lijn.store import bijdragen
from kamervragen.mensen import adres, koppelingen, post
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.mensen.store import accounts, vervangingen
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import VraagRij, VragensetRij
from kamervragen.sets.store import afscherming, vragensets
from kamervragen.sets.toegang import eis_vragen, set_voor, vind_set, vind_vraag

_LANGSTE = 2_000
_VERST = timedelta(days=366)
_NALOOP = timedelta(days=14)  # a link still opens when the day it was asked for is past
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# Of a directie that is asked, these hear of it; without them everyone of it does.
_ONTVANGERS = (Rol.COORDINATOR, Rol.LEIDINGGEVENDE)


@dataclass(frozen=True, slots=True)
class Gevraagde:
    """Who is asked: one of a colleague, a directie, or someone outside with a name and, if there is one, an address."""

    gebruiker_id: int | None = None
    directie_id: int | None = None
    naam: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Verzoekbeeld:
    """A request as the page of its set shows it; `link` opens it for who has no account, as long as it is open.

    `mijn`: it is to the reader, or to whom he stands in for. `bereikbaar`: a message can reach whoever is asked.
    `te_beslissen` are the labels of questions with a contribution nobody decided about, `leeg` those with none yet.
    """

    rij: BijdrageverzoekRij
    laat: bool
    link: str
    mijn: bool
    bereikbaar: bool
    te_beslissen: tuple[str, ...]
    leeg: tuple[str, ...]


def vraag(
    huis: Huis,
    wie: Wie,
    sleutel: str,
    aan: Gevraagde,
    *,
    labels: Collection[str],
    gevraagd: str,
    uiterlijk: date | None,
    met_concept: bool,
    versie: int,
) -> int:
    """Asks for a contribution to some questions. Returns the id of the request.

    :raises Ongeldig: nobody, no question, nothing or no day; someone who may not know of a shielded set.
    """
    if not gevraagd.strip() or len(gevraagd) > _LANGSTE:
        raise Ongeldig("Schrijf in hooguit 2.000 tekens welke bijdrage u nodig hebt.")
    if uiterlijk is None or not huis.vandaag() <= uiterlijk <= huis.vandaag() + _VERST:
        raise Ongeldig("Kies de dag waarop de bijdrage er moet zijn, van vandaag tot een jaar vooruit.")
    with handeling(huis, wie, Handeling.BIJDRAGE_VRAGEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        eis_vragen(werk.sessie, rij, labels)
        if not labels:
            raise Ongeldig("Kies bij welke vragen u een bijdrage vraagt.")
        verzoek = BijdrageverzoekRij(
            vragenset_id=rij.id,
            labels=[v.label for v in vragensets.vragen(werk.sessie, rij.id) if v.label in labels],
            aan=_naam(werk.sessie, aan),
            gebruiker_id=aan.gebruiker_id,
            directie_id=aan.directie_id,
            mail=adres.gelezen(aan.mail),
            gevraagd=gevraagd.strip(),
            met_concept=met_concept,
            uiterlijk=uiterlijk,
            actor=wie.naam,
            actor_id=wie.gebruiker_id,
            moment=werk.moment,
        )
        _eis_ingewijd(werk, rij, aan)
        werk.sessie.add(verzoek)
        werk.sessie.flush()
        rij.versie += 1
        werk.sessie.add(rij)
        laat_weten(huis, werk.sessie, rij, verzoek, _("Bijdrage gevraagd: %(onderwerp)s"), door=wie.gebruiker_id)
        return verzoek.id


def herinner(huis: Huis, wie: Wie, sleutel: str, verzoek_id: int) -> None:
    """Reminds whoever was asked, now. :raises Ongeldig: it was answered or withdrawn, or he was reminded today."""
    with handeling(huis, wie, Handeling.BIJDRAGE_VRAGEN, sleutel) as werk:
        rij, verzoek = _open(werk, sleutel, verzoek_id)
        if not bereikbaar(verzoek):
            raise Ongeldig("Van deze ontvanger is geen mailadres bekend. Geef de link zelf nog eens door.")
        if verzoek.herinnerd_op == werk.dag:
            raise Ongeldig("Vandaag is al een herinnering gestuurd.")
        laat_weten(huis, werk.sessie, rij, verzoek, _("Herinnering, bijdrage gevraagd: %(onderwerp)s"))
        bijdragen.noteer_herinnering(werk.sessie, verzoek_id, werk.dag)


def trek_in(huis: Huis, wie: Wie, sleutel: str, verzoek_id: int, *, versie: int) -> None:
    """Withdraws a request: its link opens nothing any more. :raises Verouderd: it was answered meanwhile."""
    with handeling(huis, wie, Handeling.BIJDRAGE_VRAGEN, sleutel, herroepbaar=True) as werk:
        _open(werk, sleutel, verzoek_id)
        bijdragen.beslis_verzoek(
            werk.sessie,
            verzoek_id,
            besluit="ingetrokken",
            reden=None,
            actor=wie.naam,
            moment=werk.moment,
            versie=versie,
        )


def van_set(blik: Blik) -> tuple[Verzoekbeeld, ...]:
    """Gives every request of a set, the newest first; what was refused or withdrawn stays in view."""
    labels = {v.id: v.label for v in blik.vragen}
    gegeven = bijdragen.van_set(blik.sessie, blik.id)
    return tuple(_beeld(blik, v, labels, gegeven) for v in bijdragen.verzoeken(blik.sessie, blik.id))


def _beeld(
    blik: Blik, verzoek: BijdrageverzoekRij, labels: Mapping[int, str], gegeven: Sequence[BijdrageRij]
) -> Verzoekbeeld:
    open_ = verzoek.besluit is None
    hier = [(labels[b.vraag_id], b.besluit) for b in gegeven if b.verzoek_id == verzoek.id and b.besluit != "vervallen"]
    return Verzoekbeeld(
        rij=verzoek,
        laat=open_ and verzoek.uiterlijk < blik.op,
        link=link(blik.huis, blik.sessie, verzoek) if open_ and _buiten(verzoek) else "",
        mijn=blik.wie.gebruiker_id in gevraagden(blik.sessie, verzoek, blik.op),
        bereikbaar=bereikbaar(verzoek),
        te_beslissen=tuple(label for label in verzoek.labels if (label, None) in hier),
        leeg=tuple(label for label in verzoek.labels if label not in dict(hier)),
    )


def bij_vraag(blik: Blik, label: str) -> tuple[BijdrageRij, ...]:
    """Gives the contributions to a question, undecided ones first, then the newest; those that made place are left out."""
    een, alle = blik.vraag(label), bijdragen.van_set(blik.sessie, blik.id)
    eigen = (r for r in alle if r.vraag_id == een.id and r.besluit != "vervallen")
    return tuple(sorted(eigen, key=lambda r: r.besluit is not None))


def neem_over(huis: Huis, wie: Wie, sleutel: str, label: str, bijdrage_id: int, *, versie: int, antwoord: int) -> int:
    """Puts a contribution behind what the answer says, with its notes. Returns the new version of the answer.

    `versie` is that of the contribution, `antwoord` that of the answer one saw (0: none yet).
    :raises Verouderd: one of them changed meanwhile.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        bijdrage = _van_vraag(werk.sessie, vind_vraag(werk.sessie, rij, label), bijdrage_id)
        tekst = _met_noten(werk.sessie, rij, bijdrage)
        bijdragen.beslis_bijdrage(
            werk.sessie, bijdrage_id, besluit="overgenomen", actor=wie.naam, moment=werk.moment, versie=versie
        )
        return voeg_toe(werk, vind_set(werk.sessie, sleutel), label, tekst, versie=antwoord)[1]


def wijs_af(huis: Huis, wie: Wie, sleutel: str, label: str, bijdrage_id: int, *, versie: int) -> None:
    """Leaves a contribution; it stays in view. :raises Verouderd: it was decided meanwhile."""
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel, herroepbaar=True) as werk:
        rij = set_voor(werk, sleutel)
        bijdrage = _van_vraag(werk.sessie, vind_vraag(werk.sessie, rij, label), bijdrage_id)
        verzoek = bijdragen.verzoek(werk.sessie, bijdrage.verzoek_id)
        bijdragen.beslis_bijdrage(
            werk.sessie, bijdrage_id, besluit="afgewezen", actor=wie.naam, moment=werk.moment, versie=versie
        )
        lezer = verzoek.gebruiker_id if verzoek is not None else None
        if lezer not in (None, wie.gebruiker_id) and afscherming.mag_weten(werk.sessie, rij.id, lezer or 0):
            naam = platte_tekst(rij.onderwerp or "") or rij.sleutel
            tekst = _("%(wie)s heeft uw bijdrage aan vraag %(label)s niet overgenomen.")
            post.schrijf_aan(
                huis,
                werk.sessie,
                lezer or 0,
                _("Niet overgenomen: %(onderwerp)s") % {"onderwerp": naam},
                tekst % {"wie": wie.naam, "label": label},
                pad=f"/bijdragen/{bijdrage.verzoek_id}",
                vragenset_id=rij.id,
            )


def laat_weten(
    huis: Huis,
    sessie: Session,
    rij: VragensetRij,
    verzoek: BijdrageverzoekRij,
    onderwerp: str,
    *,
    door: int | None = None,
) -> None:
    """A message to whoever is asked, with a link that brings him to it; `door` does not write to himself."""
    naam = platte_tekst(rij.onderwerp or "") or rij.sleutel
    welke = (_("vraag") if len(verzoek.labels) == 1 else _("de vragen")) + f" {opsomming(verzoek.labels)}"
    tekst = _("%(wie)s vraagt uw bijdrage aan %(welke)s, uiterlijk %(dag)s.") % {
        "wie": verzoek.actor,
        "welke": welke,
        "dag": datum(verzoek.uiterlijk),
    }
    tekst = f"{tekst}\n\n{verzoek.gevraagd}\n\n{naam} ({rij.zaaknummer or rij.sleutel})"
    if _buiten(verzoek):
        if verzoek.mail and afscherming.van_set(sessie, verzoek.vragenset_id) is None:
            post.schrijf_naar(
                huis,
                sessie,
                verzoek.mail,
                onderwerp % {"onderwerp": naam},
                f"{tekst}\n\n{link(huis, sessie, verzoek)}",
                vragenset_id=rij.id,
            )
        return
    for gebruiker_id in sorted(_ontvangers(sessie, verzoek, huis.vandaag()) - {door}):
        if afscherming.mag_weten(sessie, verzoek.vragenset_id, gebruiker_id):
            post.schrijf_aan(
                huis,
                sessie,
                gebruiker_id,
                onderwerp % {"onderwerp": naam},
                tekst,
                pad=f"/bijdragen/{verzoek.id}",
                vragenset_id=rij.id,
            )


def link(huis: Huis, sessie: Session, verzoek: BijdrageverzoekRij) -> str:
    """What opens a request without an account: signed, and good until two weeks after its day."""
    tot = datetime.combine(verzoek.uiterlijk, time.max, _AMSTERDAM) + _NALOOP
    deel = koppelingen.maak(huis, sessie, koppelingen.Soort.BIJDRAGE, {"verzoek": verzoek.id}, tot)
    return f"{huis.settings.basis}/bijdrage/{deel}"


def gevraagden(sessie: Session, verzoek: BijdrageverzoekRij, op: date) -> frozenset[int]:
    """Who may give the contribution: whoever is asked, and who stands in for him."""
    zelf = bijdragen.gevraagden(sessie, verzoek, op)
    return zelf | vervangingen.vervangers(sessie, zelf, op)


def namen(labels: Collection[str]) -> str:
    """'vraag 3', 'vragen 3 en 5'."""
    return f"{_('vraag') if len(labels) == 1 else _('vragen')} {opsomming(tuple(labels))}"


def bereikbaar(rij: BijdrageverzoekRij) -> bool:
    """Whether a message can reach whoever is asked; else the link is handed over by hand."""
    return not _buiten(rij) or rij.mail is not None


def _buiten(rij: BijdrageverzoekRij) -> bool:
    return rij.gebruiker_id is None and rij.directie_id is None


def _naam(sessie: Session, aan: Gevraagde) -> str:
    """What whoever is asked is called today. :raises Ongeldig: nobody, more than one, or who is not there."""
    if sum(map(bool, (aan.gebruiker_id, aan.directie_id, aan.naam.strip()))) != 1:
        raise Ongeldig("Kies één collega of directie, of schrijf de naam van het andere ministerie.")
    if aan.naam.strip():
        if len(aan.naam) > 200:
            raise Ongeldig("Schrijf een naam van hooguit 200 tekens.")
        return aan.naam.strip()
    mens = sessie.get(GebruikerRij, aan.gebruiker_id) if aan.gebruiker_id else None
    directie = sessie.get(DirectieRij, aan.directie_id) if aan.directie_id else None
    if (mens is None or not mens.actief) and directie is None:
        raise Ongeldig("Deze collega of directie bestaat niet (meer). Vernieuw de pagina.")
    return mens.naam if mens else f"{directie.naam} ({directie.code})" if directie else ""


def _eis_ingewijd(werk: Werk, rij: VragensetRij, aan: Gevraagde) -> None:
    """A shielded set is for named people only. :raises Ongeldig: for anyone else."""
    if afscherming.van_set(werk.sessie, rij.id) is None:
        return
    if aan.gebruiker_id is None or not afscherming.mag_weten(werk.sessie, rij.id, aan.gebruiker_id):
        raise Ongeldig(
            "Deze set is afgeschermd: een bijdrage vraagt u alleen aan een collega die ervan mag weten. "
            "Voeg die eerst toe bij Afscherming."
        )


def _ontvangers(sessie: Session, verzoek: BijdrageverzoekRij, op: date) -> set[int]:
    """Who hears of a request: the colleague with his deputies, or who leads the directie."""
    gevraagden = bijdragen.gevraagden(sessie, verzoek, op)
    if verzoek.gebruiker_id is None:
        leiding = frozenset().union(*(accounts.met_rol(sessie, rol, op) for rol in _ONTVANGERS))
        gevraagden = gevraagden & leiding or gevraagden
    return set(gevraagden) | vervangingen.vervangers(sessie, gevraagden, op)


def _open(werk: Werk, sleutel: str, verzoek_id: int) -> tuple[VragensetRij, BijdrageverzoekRij]:
    """A request of this set that waits for an answer. :raises NietGevonden, Ongeldig: it is not there, or does not wait."""
    rij = set_voor(werk, sleutel)
    verzoek = bijdragen.verzoek(werk.sessie, verzoek_id)
    if verzoek is None or verzoek.vragenset_id != rij.id:
        raise NietGevonden("Dit verzoek hoort niet bij deze set. Ga terug naar de set.")
    if verzoek.besluit is not None:
        raise Ongeldig("Dit verzoek is al afgedaan. Vernieuw de pagina.")
    return rij, verzoek


def _van_vraag(sessie: Session, een: VraagRij, bijdrage_id: int) -> BijdrageRij:
    bijdrage = bijdragen.bijdrage(sessie, bijdrage_id)
    if bijdrage is None or bijdrage.vraag_id != een.id:
        raise NietGevonden("Deze bijdrage hoort niet bij deze vraag. Ga terug naar de vraag.")
    return bijdrage


def _met_noten(sessie: Session, rij: VragensetRij, bijdrage: BijdrageRij) -> str:
    """The text with its notes recorded in this set under numbers of their own; a mark without its note goes."""
    nieuw: dict[str, str] = {}
    for merk, (tekst, url) in bijdrage.noten.items():
        noot = antwoorden.voeg_noot_toe(sessie, rij.id, Nootsoort.VOETNOOT.value, tekst, url or None)
        nieuw[merk] = f"[^v{noot.nummer}]"
    return MERK.sub(lambda treffer: nieuw.get(treffer[1], ""), bijdrage.tekst)
