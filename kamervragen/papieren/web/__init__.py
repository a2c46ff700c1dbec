"""The doors of papers: parse, call one act, render."""
