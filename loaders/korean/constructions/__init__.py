"""Constructions: what noun phrases state."""
