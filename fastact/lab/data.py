"""What the laboratory's networks learn."""

from typing import NamedTuple

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


class Digits(NamedTuple):
    """scikit-learn's 1797 digits of 8 x 8 pixels, from 0 (white) to 1, and what they are: those to learn from, and others."""

    x: np.ndarray
    unseen: np.ndarray
    labels: np.ndarray
    answers: np.ndarray

    def asked(self, answers):
        """With the labels modulo a number."""
        return self._replace(labels=self.labels % answers, answers=self.answers % answers)


def digits(seed):
    """The digits, of which a quarter are the others."""
    data = load_digits()
    x = (data.data / 16).astype(np.float32)
    return Digits(*train_test_split(x, data.target, test_size=0.25, random_state=seed, stratify=data.target))


def standardised(seed):
    """The digits, with all pixels of the training part together of the mean 0 and the variance 1, as initialisers suppose."""
    data = digits(seed)
    mean, deviation = data.x.mean(), data.x.std()
    return data._replace(x=(data.x - mean) / deviation, unseen=(data.unseen - mean) / deviation)
