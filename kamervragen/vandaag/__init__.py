"""My work, the agenda, figures, quality, accounting and the morning message."""
