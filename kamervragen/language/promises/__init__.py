"""Sentences that promise something, and by when."""
