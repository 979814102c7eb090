"""Strangers: names that no list knows, told by what stands beside them."""
