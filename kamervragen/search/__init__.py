"""Earlier answers: found, ranked and explained. No database."""
