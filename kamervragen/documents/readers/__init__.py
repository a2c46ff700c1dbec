"""Readers: one format each, bytes in, blocks of text out. `opbouw` makes a set of them."""
