"""The Korean extractor: a news text in, claims with their spans out."""
