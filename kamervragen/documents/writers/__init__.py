"""Writers: one document each, `Vragenset` in, bytes out."""
