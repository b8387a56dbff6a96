"""What the benchmarks share: generated briefs, and CPU time measured side by side."""
