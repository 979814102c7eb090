"""Statements: what rules state, how it stands, and of which referents."""
