"""The doors of the upkeep: parse, call one act, render."""
