"""The stores that can hold the graph, behind one contract."""

from graph.stores.opening import open_store

__all__ = ["open_store"]
