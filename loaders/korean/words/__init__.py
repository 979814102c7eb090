"""Words: what the analyzer finds, as nouns with particles and predicates with endings."""
