"""Frames: what predicates state of their arguments."""
