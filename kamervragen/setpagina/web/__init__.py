"""The doors of the pages of one set: parse, call one act, render."""
