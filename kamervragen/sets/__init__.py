"""One set: its rows, facts, term, standing and shielding, and the way to it."""
