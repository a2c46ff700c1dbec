"""The front door: HTML and htmx. Handlers parse, call one use case, and render."""
