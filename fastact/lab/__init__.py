"""The laboratory: demo, verify, bench, what they compare with, and what writes the generated files."""
