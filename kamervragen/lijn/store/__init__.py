"""What the line keeps: SQL without rules."""
