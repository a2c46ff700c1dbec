"""The doors of finding: parse, call one act, render."""
