"""The pages of one set: the set, the desk, its papers and its archive."""
