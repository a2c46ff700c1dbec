"""The process that serves: what it asks of the machine."""

from __future__ import annotations

import ctypes

from kamervragen.app import deel_geheugen


def test_threads_share_their_heaps_where_the_c_library_knows_of_it() -> None:
    """On glibc it is accepted; elsewhere it is left alone, and does no harm."""
    assert deel_geheugen() == hasattr(ctypes.CDLL(None), "mallopt")
