"""Tests of facts that somebody else found."""
