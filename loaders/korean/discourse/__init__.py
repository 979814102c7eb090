"""Discourse: what one sentence leaves to the next."""
