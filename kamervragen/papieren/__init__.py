"""Documents out, attachments, and Word there and back."""
