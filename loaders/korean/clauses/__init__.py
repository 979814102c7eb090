"""Clauses: every predicate with its arguments."""
