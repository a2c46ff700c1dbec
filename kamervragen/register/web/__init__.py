"""The doors of the register: parse, call one act, render."""
