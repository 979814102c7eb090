"""Tests of the Korean extractor."""
