"""What is kept of passages and saved searches: SQL without rules."""
