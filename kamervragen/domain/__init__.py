"""The rules: pure functions over small frozen values. Standard library only."""
