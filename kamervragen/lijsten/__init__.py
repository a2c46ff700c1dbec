"""Lists in and out, and work that takes long."""
