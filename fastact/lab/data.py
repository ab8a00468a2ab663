"""What the laboratory's networks learn."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def digits(seed):
    """Training and test parts of scikit-learn's 1797 digits of 8 x 8 pixels, a quarter for the test: x and x_test, in [0, 1],
    labels and labels_test."""
    data = load_digits()
    return train_test_split(
        (data.data / 16).astype(np.float32), data.target, test_size=0.25, random_state=seed, stratify=data.target
    )


def standardised(seed):
    """The digits, with all pixels of the training part together of the mean 0 and the variance 1, as initialisers suppose."""
    x, x_test, labels, labels_test = digits(seed)
    mean, deviation = x.mean(), x.std()
    return (x - mean) / deviation, (x_test - mean) / deviation, labels, labels_test
