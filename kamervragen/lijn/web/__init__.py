"""The doors of the line: parse, call one act, render."""
