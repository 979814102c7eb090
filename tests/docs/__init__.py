"""Tests of the documentation: what it tells people to run is run."""
