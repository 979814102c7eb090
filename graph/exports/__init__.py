"""Files that the graph is written to."""
