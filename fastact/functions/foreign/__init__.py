"""Arrays that are not NumPy's own: labels and masks are kept, what is lazy stays lazy, and the rest is a TypeError."""
