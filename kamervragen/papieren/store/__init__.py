"""What is kept of papers that came back: SQL without rules."""
