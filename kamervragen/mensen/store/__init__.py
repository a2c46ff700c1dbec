"""What is kept of people: SQL without rules."""
