"""What the upkeep counts: SQL without rules."""
