"""The figures that a monitor reads: requests by route and outcome, how long they took, the lanes, and the jobs."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from kamervragen import lanes

CONTENT_TYPE = CONTENT_TYPE_LATEST
_REGISTRY = CollectorRegistry()
_REQUESTS = Counter(
    "kamervragen_verzoeken", "Verzoeken per pad en uitkomst", ("methode", "pad", "status"), registry=_REGISTRY
)
_DURATION = Histogram(
    "kamervragen_verzoek_seconden",
    "Duur van een verzoek",
    ("pad",),
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=_REGISTRY,
)
_INSIDE = Gauge("kamervragen_baan_bezet", "Wie er in een baan is, wachtenden erbij", ("baan",), registry=_REGISTRY)
_TURNED_AWAY = Gauge("kamervragen_baan_geweigerd", "Wie een baan niet in kon", ("baan",), registry=_REGISTRY)
_FIGURES = {
    "wachtend": Gauge("kamervragen_taken_wachtend", "Taken die nog moeten", registry=_REGISTRY),
    "mislukt": Gauge("kamervragen_taken_mislukt", "Taken die zijn opgegeven", registry=_REGISTRY),
    "oudste_s": Gauge("kamervragen_oudste_taak_seconden", "Hoe lang de oudste taak wacht", registry=_REGISTRY),
    "workers": Gauge("kamervragen_workers", "Workers die leven", registry=_REGISTRY),
    "ruimte": Gauge("kamervragen_vrije_bytes", "Vrije ruimte bij de gegevens", registry=_REGISTRY),
}


def count(method: str, path: str, status: int, seconds: float) -> None:
    """Counts one request, under the template of its route: what stands in an address stands in no figure."""
    _REQUESTS.labels(method, path, str(status)).inc()
    _DURATION.labels(path).observe(seconds)


def set_figures(figures: Mapping[str, float]) -> None:
    """Sets what is measured when it is asked."""
    for name, value in figures.items():
        _FIGURES[name].set(value)
    for lane in lanes.ALL:
        _INSIDE.labels(lane.name).set(lane.inside)
        _TURNED_AWAY.labels(lane.name).set(lane.turned_away)


def exposition() -> bytes:
    """Writes all figures in the text format of Prometheus."""
    return bytes(generate_latest(_REGISTRY))
