"""Typed questions to the graph, with typed answers."""
