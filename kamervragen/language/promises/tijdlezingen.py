"""How the window of each time phrase is read."""

from __future__ import annotations

from datetime import date, timedelta

from kamervragen.domain.afleiding import stap
from kamervragen.domain.kalender import GESCHAT, eerstvolgend_reces, prinsjesdag, reces_van
from kamervragen.language.promises.tijdvakken import (
    DAG,
    MAANDEN,
    Lezing,
    Vak,
    Venster,
    Zekerheid,
    in_jaar,
    later,
    maandeinde,
    maanden,
    periode,
    tot,
    venster,
)

_RANG = {
    "eerste": 1,
    "1e": 1,
    "tweede": 2,
    "2e": 2,
    "derde": 3,
    "3e": 3,
    "vierde": 4,
    "4e": 4,
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
}


WOORDGETAL = {
    "een": 1,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}


WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


_SEIZOENEN = {"lente": 3, "voorjaar": 3, "zomer": 6, "herfst": 9, "najaar": 9, "winter": 12}


_ZOMER = ("zomer", "zomerreces", "zomervakantie")


def seizoen(lezing: Lezing) -> Venster | None:
    naam = lezing.groep("seizoen")
    if not any(lezing.groep(groep) for groep in ("vz", "aanw", "jaar", "deel")):
        return None  # "het voorjaar" says nothing of when
    if naam == "zomer" and not lezing.deel and (anders := _om_de_zomer(lezing)):
        return anders
    eerste = _SEIZOENEN[naam]
    rond = naam == "zomer" and lezing.groep("vz").startswith(("rond", "omstreeks"))

    def vak(jaar: int) -> Vak:
        begin, aantal = {"begin": (0, 1), "medio": (1, 1), "einde": (2, 1)}.get(lezing.deel, (0, 3 + rond))
        verder = later(date(jaar, eerste, 1), begin, "maanden")
        return maanden(verder.year, verder.month, aantal)

    jaar, gekozen = in_jaar(lezing, vak)
    if lezing.groep("aanw").startswith("volgend") and gekozen[0].year == lezing.op.year and not lezing.groep("jaar"):
        jaar, gekozen = jaar + 1, vak(jaar + 1)
    return venster(lezing, gekozen, stap("seizoen", seizoen=naam, jaar=jaar))


def _om_de_zomer(lezing: Lezing) -> Venster | None:
    """Before and after the summer are told by the recess, not by the season."""
    voorzetsel = lezing.groep("vz").replace("ó", "o")
    if "voor" in voorzetsel or voorzetsel in ("tegen", "tot", "tot aan"):
        return _voor_reces(lezing, "zomerreces")
    if "na" in voorzetsel.split():
        jaar, vak = in_jaar(lezing, lambda jaar: maanden(jaar, 9, 2))
        return periode(lezing.op, vak, stap("na_de_zomer", jaar=jaar))
    return None


def _voor_reces(lezing: Lezing, naam: str) -> Venster:
    _, (_, einde) = in_jaar(lezing, lambda jaar: (lezing.op, reces_van(jaar, naam, lezing.recessen).begin - DAG))
    reces = reces_van((einde + DAG).year, naam, lezing.recessen)
    code = "dag_voor_reces_geschat" if reces.bron == GESCHAT else "dag_voor_reces"
    return tot(lezing.op, einde, stap(code, reces=naam, begin=reces.begin, einde=einde))


def reces(lezing: Lezing) -> Venster | None:
    naam = lezing.groep("reces")
    voorzetsel = lezing.groep("vz").replace("ó", "o")
    if naam in ("reces", "kamerreces"):
        naam = eerstvolgend_reces(lezing.op, lezing.recessen).naam
    naam = {"zomervakantie": "zomerreces", "kerstvakantie": "kerstreces", "krokusreces": "voorjaarsreces"}.get(
        naam, naam
    )
    if naam not in ("zomerreces", "kerstreces", "voorjaarsreces", "meireces", "herfstreces"):
        return None
    if not lezing.deel and "voor" in voorzetsel:
        return _voor_reces(lezing, naam)
    if naam == "zomerreces" and not lezing.deel and (anders := _om_de_zomer(lezing)):
        return anders
    _, vak = in_jaar(lezing, lambda jaar: _dagen(jaar, naam, lezing))
    if lezing.deel == "einde":
        return tot(lezing.op, vak[1], stap("einde_reces", reces=naam, einde=vak[1]))
    return venster(lezing, vak, stap("in_reces", reces=naam, begin=vak[0], einde=vak[1]))


def _dagen(jaar: int, naam: str, lezing: Lezing) -> Vak:
    reces = reces_van(jaar, naam, lezing.recessen)
    return reces.begin, reces.einde


def kerst(lezing: Lezing) -> Venster | None:
    voorzetsel = lezing.groep("vz").replace("ó", "o")
    if "jaarwisseling" in lezing.treffer.group().lower():
        _, vak = in_jaar(lezing, lambda jaar: (date(jaar + 1, 1, 1), date(jaar + 1, 1, 1)))
        return venster(lezing, vak, stap("jaarwisseling", begin=vak[0])) if voorzetsel else None
    _, vak = in_jaar(lezing, lambda jaar: (date(jaar, 12, 25), date(jaar, 12, 26)))
    if "voor" in voorzetsel:
        if vak[0] - DAG < lezing.op and not lezing.groep("jaar"):
            vak = (vak[0].replace(year=vak[0].year + 1), vak[1])
        return tot(lezing.op, vak[0] - DAG, stap("dag_voor_kerst", einde=vak[0] - DAG))
    return venster(lezing, vak, stap("kerst", jaar=vak[0].year)) if voorzetsel else None


def jaargetal(lezing: Lezing) -> Venster | None:
    deel, woord = lezing.deel, lezing.groep("deel")
    voorzetsel = lezing.groep("vz").replace("ó", "o")
    kaal = not deel and not woord and not lezing.groep("aanw")
    if not lezing.groep("jaartal"):
        if kaal and not lezing.groep("jaar"):
            return None  # "het jaar", "per jaar"
        if lezing.groep("aanw").startswith(("volgend", "komend", "aankomend")):
            eigen = lezing.op.year + 1
        elif lezing.groep("aanw").startswith(("vorig", "afgelopen")):
            eigen = lezing.op.year - 1
        else:
            eigen = int(lezing.groep("jaar")[-4:]) if lezing.groep("jaar")[-4:].isdigit() else lezing.op.year
    else:
        eigen = int(lezing.groep("jaartal"))
        anders = voorzetsel in ("", "bij", "met", "op", "aan", "rond", "voor", "om", "per", "tegen", "na")
        if kaal and (anders or voorzetsel.startswith("rondom")) and "ó" not in lezing.groep("vz"):
            return None  # "de begroting voor 2027", "sinds 2024"
    maak = _DELEN_VAN_JAAR.get(deel, (1, 1, 12, 31))
    vak = (date(eigen, *maak[:2]), date(eigen, *maak[2:]))
    if not deel:
        if voorzetsel.startswith(("uiterlijk", "tot", "binnen")):
            return tot(lezing.op, vak[1], stap("uiterlijk_einde_jaar", jaar=eigen))
        return venster(lezing, vak, stap("loop_van_jaar", jaar=eigen))
    if deel == "einde" and ("voor" in voorzetsel or voorzetsel.startswith(("uiterlijk", "tot", "binnen"))):
        return tot(lezing.op, vak[1], stap("uiterlijk_einde_jaar", jaar=eigen))
    if deel in ("eerste helft", "tweede helft", "eerste halfjaar", "tweede halfjaar"):
        return venster(lezing, vak, stap("halfjaar", helft=_RANG[deel.split()[0]], jaar=eigen))
    return venster(lezing, vak, stap("deel_van_jaar", deel=woord, jaar=eigen))


_DELEN_VAN_JAAR = {
    "begin": (1, 1, 3, 31),
    "medio": (5, 1, 8, 31),
    "einde": (11, 15, 12, 31),
    "eerste maanden": (1, 1, 3, 31),
    "laatste maanden": (10, 1, 12, 31),
    "eerste helft": (1, 1, 6, 30),
    "tweede helft": (7, 1, 12, 31),
}


def halfjaar(lezing: Lezing) -> Venster:
    helft = _RANG[lezing.groep("rang")]
    jaar, vak = in_jaar(lezing, lambda jaar: maanden(jaar, 6 * helft - 5, 6))
    return venster(lezing, vak, stap("halfjaar", helft=helft, jaar=jaar))


def kwartaal(lezing: Lezing) -> Venster | None:
    woord = lezing.groep("rang") or lezing.groep("cijfer")
    if woord:
        kwartaal = _RANG.get(woord) or int(woord[0])
        jaar, vak = in_jaar(lezing, lambda jaar: maanden(jaar, 3 * kwartaal - 2, 3))
    else:
        nu = (lezing.op.month - 1) // 3
        verschuif = {"dit": 0, "deze": 0, "vorig": -1, "afgelopen": -1}.get(lezing.groep("aanw").removesuffix("e"), 1)
        if not lezing.groep("aanw") and not lezing.deel:
            return None
        verschuif = verschuif if lezing.groep("aanw") else 0
        jaar, kwartaal = lezing.op.year + (nu + verschuif) // 4, (nu + verschuif) % 4 + 1
        vak = maanden(jaar, 3 * kwartaal - 2, 3)
    if maand := {"begin": 1, "medio": 2, "einde": 3}.get(lezing.deel):
        vak = maanden(jaar, 3 * kwartaal - 3 + maand)
        if lezing.deel == "medio":
            vak = (vak[0], maandeinde(jaar, 3 * kwartaal))
    return venster(lezing, vak, stap("kwartaal", kwartaal=kwartaal, jaar=jaar))


def maand(lezing: Lezing) -> Venster | None:
    naam = lezing.groep("maand")
    if naam == "maand":
        verschuif = {"deze": 0, "vorige": -1, "afgelopen": -1, "": 0}.get(lezing.groep("aanw"), 1)
        if not lezing.groep("aanw") and lezing.deel != "einde":
            return None
        begin = later(lezing.op.replace(day=1), verschuif, "maanden")
        jaar, vak = begin.year, _deel_van_maand(lezing.deel, begin.year, begin.month)
        return venster(
            lezing, vak, stap("maand", deel=lezing.groep("deel") or "in", maand=MAANDEN[begin.month - 1], jaar=jaar)
        )
    maand = MAANDEN.index(naam) + 1
    tweede = lezing.groep("maand2")

    def vak_van(jaar: int) -> Vak:
        begin, einde = _deel_van_maand(lezing.deel, jaar, maand)
        if tweede:
            ander = MAANDEN.index(tweede) + 1
            einde = maandeinde(jaar + (ander < maand), ander)
        return begin, einde

    def nog_deze_maand(jaar: int) -> Vak:
        return vak_van(jaar)[0], maandeinde(jaar, maand) if not tweede else vak_van(jaar)[1]

    jaar, _ = in_jaar(lezing, nog_deze_maand)
    stapje = stap("maand", deel=lezing.groep("deel") or "in", maand=MAANDEN[maand - 1], jaar=jaar)
    return venster(lezing, vak_van(jaar), stapje)


def _deel_van_maand(deel: str, jaar: int, maand: int) -> Vak:
    laatste = maandeinde(jaar, maand)
    van, tot_ = {
        "begin": (1, 10),
        "medio": (10, 20),
        "einde": (21, 31),
        "eerste helft": (1, 15),
        "tweede helft": (16, 31),
        "eerste week": (1, 7),
        "tweede week": (8, 14),
        "derde week": (15, 21),
        "vierde week": (22, 28),
        "laatste week": (22, 31),
    }.get(deel, (1, 31))
    return date(jaar, maand, van), date(jaar, maand, min(tot_, laatste.day))


def dag(lezing: Lezing) -> Venster | None:
    groepen = lezing.treffer.groupdict()
    dag = datum_van(groepen, lezing.op, verleden=lezing.verleden)
    if dag is None:
        return None
    voor = lezing.groep("vz").replace("ó", "o")
    if lezing.groep("bijeenkomst"):
        return tot(lezing.op, dag - DAG, stap("dag_voor", datum=dag, einde=dag - DAG), zekerheid=Zekerheid.DATUM)
    if lezing.groep("weekvan"):
        maandag = dag - timedelta(days=dag.weekday())
        return periode(lezing.op, (maandag, maandag + 6 * DAG), stap("week_van", begin=maandag))
    if "voor" in voor:
        einde = dag - DAG
        return tot(lezing.op, einde, stap("dag_voor", datum=dag, einde=einde), zekerheid=Zekerheid.DATUM)
    if voor.startswith(("uiterlijk", "per", "tot", "met ingang", "tegen", "binnen")):
        return tot(lezing.op, dag, stap("uiterlijk", datum=dag), zekerheid=Zekerheid.DATUM)
    if "na" in voor.split():
        if dag < lezing.op:
            return None
        return max(dag + DAG, lezing.op), None, Zekerheid.VAAG, (stap("na_dag", datum=dag),)
    return dag, dag, Zekerheid.DATUM, (stap("op_dag", datum=dag),)


def datum_van(groepen: dict[str, str | None], op: date, *, verleden: bool = False) -> date | None:
    """The day of 'dag' and 'maand' (a name or a number) with the year it means; None when it does not exist."""
    woord = (groepen["maand"] or "").lower()
    maand = MAANDEN.index(woord) + 1 if woord in MAANDEN else int(woord)
    dag, genoemd = int(groepen["dag"] or 0), groepen.get("jaar") or ""
    if genoemd:
        jaren = [int(genoemd)]
    elif verleden:
        jaren = [op.year, op.year - 1]
    elif (maand, dag) == (2, 29):
        jaren = list(range(op.year, op.year + 9))
    else:
        jaren = [op.year, op.year + 1]
    for jaar in jaren:
        try:
            kandidaat = date(jaar, maand, dag)
        except ValueError:
            continue
        if genoemd or (kandidaat <= op if verleden else kandidaat >= op - timedelta(days=60)):
            return kandidaat
    return None


def over_tijd(lezing: Lezing) -> Venster | None:
    eenheid, woord = lezing.groep("eenheid"), lezing.groep("aantal2") or lezing.groep("aantal")
    if lezing.groep("half"):
        aantal, eenheid = {"een half": 6, "half": 6, "anderhalf": 18}[lezing.groep("half")], "maanden"
    else:
        aantal = int(woord) if woord.isdigit() else WOORDGETAL.get(woord, 0)
    if not 0 < aantal <= 120:
        return None
    einde = later(lezing.op, aantal, eenheid)
    return tot(lezing.op, einde, stap("na_verloop", aantal=aantal, eenheid=eenheid, einde=einde))


def week(lezing: Lezing) -> Venster | None:
    maandag = lezing.op - timedelta(days=lezing.op.weekday())
    if nummer := lezing.groep("weeknummer"):
        jaar = (
            int(lezing.groep("jaar") or lezing.op.year) if (lezing.groep("jaar") or "0").isdigit() else lezing.op.year
        )
        try:
            maandag = date.fromisocalendar(jaar, int(nummer), 1)
        except ValueError:
            return None
    elif lezing.groep("aanw").startswith(("vorig", "afgelopen")):
        maandag -= timedelta(weeks=1)
    elif lezing.groep("aanw") not in ("deze", "dit"):
        maandag += timedelta(weeks=1)
    return periode(lezing.op, (maandag, maandag + 6 * DAG), stap("week_van", begin=maandag))


def weekdag(lezing: Lezing) -> Venster:
    verder = (WEEKDAGEN.index(lezing.groep("weekdag")) - lezing.op.weekday() - 1) % 7 + 1
    dag = lezing.op + timedelta(days=verder)
    return dag, dag, Zekerheid.DATUM, (stap("op_dag", datum=dag),)


def nota(lezing: Lezing) -> Venster:
    naam = lezing.groep("nota")
    grenzen = ((11, 1), (11, 30)) if "najaar" in naam or "tweede" in naam else ((3, 1), (6, 1))
    jaar, vak = in_jaar(lezing, lambda jaar: (date(jaar, *grenzen[0]), date(jaar, *grenzen[1])))
    if "voor" in lezing.groep("vz").replace("ó", "o"):
        return tot(lezing.op, vak[1], stap("nota", nota=naam, jaar=jaar))
    return venster(lezing, vak, stap("nota", nota=naam, jaar=jaar))


def op_prinsjesdag(lezing: Lezing) -> Venster | None:
    begroting = lezing.groep("begrotingsjaar")
    if begroting:
        if not lezing.groep("vz"):
            return None  # "de begroting voor 2027" is a thing, not a moment
        dag = prinsjesdag(int(begroting) - 1)
    else:
        _, (dag, _) = in_jaar(lezing, lambda jaar: (prinsjesdag(jaar), prinsjesdag(jaar)))
    return venster(lezing, (dag, dag), stap("prinsjesdag", datum=dag))


def jaren(lezing: Lezing) -> Venster:
    begin, einde = int(lezing.treffer["van"]), int(lezing.treffer["tot"])
    return periode(lezing.op, (date(begin, 1, 1), date(einde, 12, 31)), stap("jaren", begin=begin, einde=einde))


def vaag(lezing: Lezing) -> Venster:
    woorden = " ".join(lezing.treffer.group().lower().split())
    return lezing.op, None, Zekerheid.VAAG, (stap("vaag", woorden=woorden),)


def gebeurtenis(lezing: Lezing) -> Venster:
    return lezing.op, None, Zekerheid.GEBEURTENIS, (stap("gebeurtenis", woorden=lezing.treffer.group()),)
