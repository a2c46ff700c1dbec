"""A derivation is codes and facts; the words come later."""

from __future__ import annotations

from datetime import date

from kamervragen.domain.afleiding import Stap, stap


def test_a_step_keeps_its_facts_in_the_order_they_are_told() -> None:
    verteld = stap("op_dag", datum=date(2026, 6, 8), aantal=3, naam="zomerreces")
    assert verteld == Stap("op_dag", (("datum", date(2026, 6, 8)), ("aantal", 3), ("naam", "zomerreces")))


def test_a_step_may_have_no_facts() -> None:
    assert stap("ingezonden_onbekend") == Stap("ingezonden_onbekend", ())
