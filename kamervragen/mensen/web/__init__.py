"""The doors of people: parse, call one act, render."""
