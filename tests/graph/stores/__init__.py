"""Tests of the stores: one body over both, and what is Neo4j's own."""
