"""The shapes that go over the wire; graph.extracts has the extract object."""
