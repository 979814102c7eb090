"""Tests of the files that the graph is written to."""
