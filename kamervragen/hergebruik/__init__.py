"""Earlier answers, passages and the search page."""
