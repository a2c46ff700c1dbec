"""Paper: bytes in, `Vragenset` out; `Vragenset` in, bytes out. No database."""
