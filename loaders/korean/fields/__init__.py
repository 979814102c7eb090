"""Fields: the trades, products and undertakings that firms are told by."""
