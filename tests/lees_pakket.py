"""Reads an archive package with the standard library and lxml alone: an independent reader, run as a program of its own.

`python lees_pakket.py PAKKET.zip SCHEMA.xsd` prints what it found as JSON; it fails at the first thing that is not right.
"""

import hashlib
import io
import json
import sys
import zipfile

from lxml import etree

M = "{https://www.nationaalarchief.nl/mdto}"


def main(pakket: str, schema: str) -> None:
    keur = etree.XMLSchema(etree.parse(schema))
    with zipfile.ZipFile(pakket) as archief:
        delen = {naam: archief.read(naam) for naam in archief.namelist()}
    sommen = dict(reversed(regel.split("  ", 1)) for regel in delen.pop("controlesommen.sha256").decode().splitlines())
    assert sommen == {naam: hashlib.sha256(data).hexdigest() for naam, data in delen.items()}, "checksums"
    dossier = etree.parse(io.BytesIO(delen["mdto.xml"]))
    keur.assertValid(dossier)
    genoemd = [e.findtext(f"{M}verwijzingNaam") for e in dossier.iter(f"{M}heeftRepresentatie")]
    stukken = sorted(naam for naam in delen if not naam.endswith(".mdto.xml") and naam != "mdto.xml")
    assert genoemd == stukken, "files named in the metadata"
    for naam in stukken:
        bestand = etree.parse(io.BytesIO(delen[f"{naam}.mdto.xml"]))
        keur.assertValid(bestand)
        assert bestand.findtext(f".//{M}checksumWaarde") == hashlib.sha256(delen[naam]).hexdigest()
        assert bestand.findtext(f".//{M}omvang") == str(len(delen[naam]))
    gegevens = json.loads(delen["gegevens.json"])
    print(
        json.dumps(
            {
                "naam": dossier.findtext(f".//{M}naam"),
                "waardering": dossier.findtext(f".//{M}waardering/{M}begripLabel"),
                "archiefvormer": dossier.findtext(f".//{M}archiefvormer/{M}verwijzingNaam"),
                "gebeurtenissen": [e.findtext(f"{M}eventType/{M}begripLabel") for e in dossier.iter(f"{M}event")],
                "stukken": stukken,
                "versies": [[v["tekst"] for v in a["versies"]] for a in gegevens["antwoorden"]],
                "opmerkingen": [o["tekst"] for o in gegevens["opmerkingen"]],
            }
        )
    )


main(*sys.argv[1:])
