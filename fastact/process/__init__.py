"""What the process lets a call use: threads, limits, the pool."""
