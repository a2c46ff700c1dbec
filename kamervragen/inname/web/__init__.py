"""The doors of the intake: parse, call one act, render."""
