"""What sentences point at: pieces, motions, laws, sources, and answers of the same set."""
