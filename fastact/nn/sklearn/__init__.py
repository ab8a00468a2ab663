"""Estimators of scikit-learn's conventions, trained by the networks of `fastact.nn`.

This room needs scikit-learn and SciPy (the extra `sklearn`); nothing else of fastact imports it.
"""

from fastact.nn.sklearn.estimators import MLPClassifier, MLPRegressor

__all__ = ["MLPClassifier", "MLPRegressor"]
