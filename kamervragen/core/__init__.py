"""The machinery that knows no noun of the Kamer: the act, the look, undo, jobs, the audit chain, the engine."""
