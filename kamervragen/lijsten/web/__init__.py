"""The doors of lists: parse, call one act, render."""
