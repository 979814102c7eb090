"""Readers of pages, texts, tables and registers, and extractors of claims from texts."""
