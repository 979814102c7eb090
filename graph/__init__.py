"""The graph: ontology, documents and claims, identity, facts, ledger, stores, questions."""
