"""Lanes: so many at once, a short row, and whoever comes then is told at once."""

from __future__ import annotations

import threading

import pytest

from kamervragen.domain.errors import Bezet
from kamervragen.lanes import Lane


def test_a_full_lane_turns_away_at_once_and_lets_in_again() -> None:
    lane = Lane("proef", at_once=1, waiting=1, patience=30)
    binnen, weg = threading.Event(), threading.Event()
    gelukt: list[str] = []

    def hold() -> None:
        with lane.turn():
            binnen.set()
            weg.wait(30)

    def follow() -> None:
        with lane.turn():
            gelukt.append("de wachtende")

    eerste, tweede = threading.Thread(target=hold), threading.Thread(target=follow)
    eerste.start()
    assert binnen.wait(30)
    tweede.start()
    while lane.inside < 2:
        pass
    with pytest.raises(Bezet), lane.turn():
        gelukt.append("de derde")
    assert lane.turned_away == 1
    weg.set()
    eerste.join()
    tweede.join()
    assert gelukt == ["de wachtende"]
    with lane.turn():
        assert lane.inside == 1


def test_who_waits_too_long_is_told() -> None:
    lane = Lane("proef", at_once=1, waiting=1, patience=0.01)
    with lane.turn(), pytest.raises(Bezet), lane.turn():
        raise AssertionError
    assert (lane.inside, lane.turned_away) == (0, 1)
