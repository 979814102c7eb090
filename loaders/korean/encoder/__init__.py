"""The encoder: a network that tells what the names of a text have to do with each other."""
