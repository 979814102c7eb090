"""Naming: which words of a sentence are names, and of what."""
