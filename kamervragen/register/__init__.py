"""Promises, motions and offices over time."""
