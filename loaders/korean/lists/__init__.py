"""Lists: words that are enumerated, and what one says of them all."""
