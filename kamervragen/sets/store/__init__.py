"""What is kept of sets: SQL without rules."""
