"""Lessons: what the notes that fastact grew out of say of activations and networks, shown by training some.

Each is a file here with a function `lesson(desk)` that returns what it found: pictures, tables, and what is to be seen.
"""

LESSONS = {
    "linear": "why a stack of linear layers draws one line, and a step does not learn",
    "vanishing": "gradients on their way through ten layers",
    "dead": "units of relu that never answer again",
    "xor": "what one neuron can learn",
    "softmax": "from scores to shares, and what temperature does",
    "initialisation": "how large the first weights should be",
    "normalisation": "what keeps the inputs of deep layers in place",
    "optimisers": "the ways down a slope",
}
