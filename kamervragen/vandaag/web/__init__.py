"""The doors of the day: parse, call one act, render."""
