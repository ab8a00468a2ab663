"""Docstrings of the estimators: the parts that both share are written once."""

PARAMETERS = """\
    hidden_layer_sizes : int or array-like of int, default (100,)
        The number of units of each hidden layer.  Without hidden layers, ``()``, the model is {without}.
    activation : str, callable or nn.Activation, default "relu"
        The activation of the hidden layers: a name that `fastact.get` knows ("identity", "logistic", "tanh" and "relu" among
        them), the function itself, or an `nn.Activation` with parameters.  A gated unit, such as "swiglu", has a W with twice
        as many columns, whose halves are its two operands.
    solver : str or nn.optimizers.Optimizer, default "adam"
        "sgd" and "adam" are as in scikit-learn, with the parameters below; "lbfgs" is SciPy's L-BFGS-B on all rows at once.
        Any other name of `nn.optimizers` is that optimiser, with the rate `learning_rate_init` and otherwise its own defaults.
        An optimiser object is copied, and keeps all of its settings.
    alpha : float, default 1e-4
        The strength of the L2 regularisation: alpha/2 times the sum of the squares of all W, divided by the sum of the sample
        weights of the batch, is added to the loss.  Biases, gamma and beta are not regularised.
    batch_size : int or "auto", default "auto"
        The number of rows in a batch, ``min(200, n)`` by default.
    learning_rate : {{"constant", "invscaling", "adaptive"}}, default "constant"
        For ``solver="sgd"``.  "invscaling" sets the rate to ``learning_rate_init/(t_ + 1)**power_t`` after each epoch.
        "adaptive" divides the rate by 5 when training would otherwise end, until it is 1e-6 or less.
    learning_rate_init : float, default 0.001
        The learning rate at the start, for every solver that is given by its name, except "lbfgs".
    power_t : float, default 0.5
        The exponent of the learning rate "invscaling".
    max_iter : int, default 200
        The largest number of epochs, or of iterations of "lbfgs".
    shuffle : bool, default True
        Whether the rows are in a new random order in each epoch.
    random_state : int, RandomState or None, default None
        Draws the weights, the validation rows and the orders, in the same way as scikit-learn.  Dropout and initialisers of
        `nn.init`, which scikit-learn does not have, use a generator whose seed is drawn first.
    tol : float, default 1e-4
        The least improvement of the loss, or of the validation score, that counts.  "lbfgs" ends when no element of the
        gradient is larger in size.
    verbose : bool, default False
        Whether to print the loss of each epoch.
    warm_start : bool, default False
        Whether `fit` continues from the weights of the previous fit, which must have the same architecture{same}.
    momentum : float, default 0.9
        The momentum of "sgd", at least 0 and below 1.
    nesterovs_momentum : bool, default True
        Whether it is Nesterov's momentum.
    early_stopping : bool, default False
        Whether to hold out a part of the rows for validation{stratified},
        and to end training when the score on it no longer improves; the weights of the best epoch are restored, also if
        training diverges after it.  Not for "lbfgs".
    validation_fraction : float, default 0.1
        The part of the rows that is held out.
    beta_1, beta_2 : float, default 0.9 and 0.999
        The decay rates of the two averages of "adam".
    epsilon : float, default 1e-8
        The epsilon of "adam", added to the root of the uncorrected moment (``epsilon_at="hat"``).
    n_iter_no_change : int, default 10
        The number of epochs without improvement after which training ends.
    max_fun : int, default 15000
        The largest number of evaluations of the loss by "lbfgs".
    normalization : {{"batch", "layer", "rms"}}, optional
        The normalisation in every hidden layer, between the product with W and the activation.
    dropout : float, default 0
        The rate of the dropout after every hidden layer.  Not for "lbfgs".
    initializer : str or callable, optional
        The initialiser of all W: a name of `nn.init`, or a function of a shape, `rng` and `dtype`; biases then start as zeros.
        By default W and b are uniformly distributed in [-r, r] with r = ``sqrt(6/(inputs + outputs))``, or
        ``sqrt(2/(inputs + outputs))`` for the logistic activation, as in scikit-learn.
"""

ATTRIBUTES = """\
    network_ : nn.Network
        The trained network{ends}
    coefs_, intercepts_ : list of ndarray
        W and b of each dense layer: the arrays of `network_` themselves.
    loss_ : float
        The mean loss over the rows in the steps of the last epoch, with the penalty; with "lbfgs" the loss at the last weights.
    best_loss_ : float or None
        The smallest loss of an epoch; None with early stopping.
    loss_curve_ : list of float
        The loss of every epoch.
    validation_scores_, best_validation_score_ : list of float and float, or None
        {score} on the validation rows after each epoch, and the best of them; None without early stopping.
    n_iter_ : int
        The number of epochs, or of iterations of "lbfgs".
    t_ : int
        The number of rows that training has processed, over all epochs.
    n_layers_, n_outputs_ : int
        The number of layers, including those of the inputs and the outputs, and the number of outputs.
    out_activation_ : str
        {out_activation}
    n_features_in_ : int
        The number of columns of X.
    feature_names_in_ : ndarray of str
        The names of the columns, if X has names.
"""

NOTES = """\
    With the parameters that scikit-learn has, the same `random_state` gives scikit-learn's own results within rounding:
    weights, orders and validation rows are drawn alike.  There are these differences besides: the loss of an epoch is the mean
    over rows with their sample weights, so that a weight of 2 counts as the row twice; sample weights must not be negative;
    `coefs_` and `intercepts_` can be written to array by array, but not set; and a loss that is not finite ends the training in
    the step where it occurs, with a ValueError unless early stopping has weights to restore.

    Inputs of float32 are computed in float32, and outputs have the type of `network_`.  A sparse X is made dense one batch at a
    time in training, all at once with "lbfgs", and 4096 rows at a time in predictions.
"""

REFERENCES = """\
    X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.

    D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015.
"""

CLASSIFIER = f"""A multilayer perceptron for classification: scikit-learn's estimator, with every activation of the table,
    normalisation, dropout and initialisers.

    It minimises the cross-entropy of a softmax for three or more classes, of a sigmoid for two classes, and of a sigmoid for
    each label if `y` has several labels.

    Parameters
    ----------
{
    PARAMETERS.format(
        without="multinomial logistic regression",
        same=" and classes",
        stratified=" (of two classes the same part of each)",
    )
}
    Attributes
    ----------
    classes_ : ndarray
        The classes in sorted order, or the numbers of the labels.
{
    ATTRIBUTES.format(
        ends="; its outputs are logits.",
        score="The accuracy",
        out_activation='What makes probabilities of the logits: "softmax", or "logistic" for two classes and for labels.',
    )
}
    See Also
    --------
    sklearn.neural_network.MLPClassifier : The estimator whose conventions are followed.
    fastact.nn.Network : The network that is trained.

    Notes
    -----
    Logarithms of probabilities are not cut off where these round to 0 or 1: rows that are far off have a larger loss than in
    scikit-learn, where it is at most 36 (16 in float32), and `predict_log_proba` has no infinities.

{NOTES}
    References
    ----------
{REFERENCES}
    Examples
    --------
    >>> from fastact.nn.sklearn import MLPClassifier
    >>> from sklearn.datasets import make_moons
    >>> X, y = make_moons(200, noise=0.1, random_state=0)
    >>> clf = MLPClassifier((16, 16), "mish", normalization="layer", learning_rate_init=0.02, max_iter=100, random_state=0)
    >>> clf.fit(X, y).score(X, y) > 0.95
    True
    >>> clf.predict_proba(X[:3]).shape, clf.decision_function(X[:3]).shape
    ((3, 2), (3,))
    """

REGRESSOR = f"""A multilayer perceptron for regression: scikit-learn's estimator, with every activation of the table,
    normalisation, dropout and initialisers.

    Parameters
    ----------
    loss : {{"squared_error", "poisson"}}, default "squared_error"
        "squared_error" is half of the squared error.  "poisson" is half of the Poisson deviance, for y that are counts or
        rates and not negative; the last activation is then exp.
{
    PARAMETERS.format(
        without="a linear regression",
        same="",
        stratified="",
    )
}
    Attributes
    ----------
{
    ATTRIBUTES.format(
        ends=".",
        score="R^2",
        out_activation='The last activation: "identity", or "exp" for the loss "poisson".',
    )
}
    See Also
    --------
    sklearn.neural_network.MLPRegressor : The estimator whose conventions are followed.
    fastact.nn.Network : The network that is trained.

    Notes
    -----
    The reported loss is ``((a - y)**2).mean()/2`` and the penalty, but the gradients are those of the sum over the outputs, as
    in scikit-learn.  "lbfgs" minimises this sum.  scikit-learn gives its search the mean and the gradient of the sum, so with
    several outputs its results differ.

{NOTES}
    References
    ----------
{REFERENCES}
    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn.sklearn import MLPRegressor
    >>> X = np.linspace(-3, 3, 100)[:, None]
    >>> model = MLPRegressor(hidden_layer_sizes=(20,), activation="sine", solver="lbfgs", max_iter=500, random_state=0)
    >>> model.fit(X, np.sin(3 * X[:, 0])).score(X, np.sin(3 * X[:, 0])) > 0.99
    True
    """
