"""Tests of what the Korean extractor has learned."""
