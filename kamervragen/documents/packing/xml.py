"""The one way XML is parsed here: no DTD, no entities, no network, no depth without end."""

from __future__ import annotations

from lxml import etree

from kamervragen.domain.errors import Ongeldig

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
MAX_DIEPTE = 200


def ontleed(data: bytes, naam: str, deel: str = "") -> etree._Element:
    """The root of an XML document. `deel` names the part of a zip in the message.

    :raises Ongeldig: not well-formed, with a DTD, or nested deeper than any text is.
    """
    waar = f" ({deel})" if deel else ""
    try:
        boom = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise Ongeldig(
            "%(naam)s is beschadigd%(waar)s. Bewaar het opnieuw en bied het nog eens aan.", naam=naam, waar=waar
        ) from fout
    if boom.getroottree().docinfo.doctype:
        raise Ongeldig("%(naam)s bevat een DTD en is daarom geweigerd.", naam=naam)
    if _diepte(boom) > MAX_DIEPTE:
        raise Ongeldig("%(naam)s is te diep genest%(waar)s en is daarom geweigerd.", naam=naam, waar=waar)
    return boom


def _diepte(boom: etree._Element) -> int:
    diepte = diepst = 0
    for gebeurtenis, _ in etree.iterwalk(boom, events=("start", "end")):
        diepte += 1 if gebeurtenis == "start" else -1
        diepst = max(diepst, diepte)
    return diepst
