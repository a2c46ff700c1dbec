"""What is kept of lists: SQL without rules."""
