"""The cupboards: rows and SQL, no rules. No dialect's SQL outside this room."""
