"""Tests of what trains the encoder, as far as it needs no more than the program has."""
