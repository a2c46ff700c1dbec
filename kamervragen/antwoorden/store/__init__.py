"""What is kept of answers: SQL without rules."""
