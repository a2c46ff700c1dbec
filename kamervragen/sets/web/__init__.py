"""The doors of one set: parse, call one act, render."""
