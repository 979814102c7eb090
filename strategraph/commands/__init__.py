"""Commands: what `strategraph` can be told to do; each puts the parts together and no more."""
