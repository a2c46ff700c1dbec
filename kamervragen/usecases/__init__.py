"""The jobs: one module per noun, one function per job, one transaction and one audit line per act."""
