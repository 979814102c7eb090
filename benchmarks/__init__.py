"""Benchmarks: ours beside what a user would pick instead, both in one run; `scripts/bench`."""
