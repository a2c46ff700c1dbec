"""What is kept of papers that came in: SQL without rules."""
