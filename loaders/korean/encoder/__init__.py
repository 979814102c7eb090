"""The encoder: a network that has read much text and says what its names have in common."""
