"""Word itself: templates, notes, changes, and the way out and back."""
