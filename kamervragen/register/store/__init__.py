"""What the register keeps: SQL without rules."""
