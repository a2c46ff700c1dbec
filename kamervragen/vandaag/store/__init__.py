"""What the day reads: SQL without rules."""
