"""Lessons: what the notes that fastact grew out of say about activations and networks, shown by training small networks.

Each is a file here with a function `lesson(desk)` that returns what it found: pictures, tables, and a text that explains them.
"""

LESSONS = {
    "linear": "why networks need activations, and why these need a derivative",
    "vanishing": "how gradients shrink on their way back through ten layers",
    "dead": "why units of relu can stop learning for good",
    "xor": "what a single neuron can learn, and what it cannot",
    "softmax": "how scores become probabilities, and what temperature does",
    "initialisation": "how large the weights should be at the start",
    "normalisation": "what batch and layer normalisation do in a deep network",
    "optimisers": "how optimisers find their way down to a minimum",
}
