"""The activations as data, and their names elsewhere."""
