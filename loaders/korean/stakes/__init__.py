"""Stakes: who holds how much of whom."""
