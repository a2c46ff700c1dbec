"""Back office for Dutch parliamentary questions (Kamervragen)."""

__version__ = "0.1.0"
