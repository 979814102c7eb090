"""Facts found by others: written by hand in YAML or CSV, or another extractor's objects."""
