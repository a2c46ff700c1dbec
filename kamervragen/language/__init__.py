"""What Dutch sentences say. Pure and standard library only, like `domain`."""
