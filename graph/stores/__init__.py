"""The stores that can hold the graph, behind one contract."""
