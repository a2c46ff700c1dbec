"""What the machinery keeps: SQL without rules."""
