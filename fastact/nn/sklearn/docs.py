"""Docstrings of the estimators: what both have is said once."""

PARAMETERS = """\
    hidden_layer_sizes : int or array-like of int, default (100,)
        The units of each hidden layer.  Without any, ``()``, the model is {without}.
    activation : str, callable or nn.Activation, default "relu"
        Of the hidden layers: any that `nn.Dense` takes, by a name that `fastact.get` knows ("identity", "logistic", "tanh" and
        "relu" among them), the function itself, or `nn.Activation`, which has parameters.  A gated unit, as "swiglu", has twice
        as many columns of W, and halves them.
    solver : str or nn.optimizers.Optimizer, default "adam"
        "sgd" and "adam" are scikit-learn's, with the parameters below; "lbfgs" is SciPy's L-BFGS-B on all rows at once.  Any
        other name of `nn.optimizers` is that optimiser, of the rate `learning_rate_init` and its own defaults.  One that is
        made already is copied, and all of its settings are its own.
    alpha : float, default 1e-4
        L2 regularisation: alpha/2 times the sum of the squares of all W, divided by the sum of the weights of a batch's rows,
        is added to the loss.  Biases, gamma and beta are left out.
    batch_size : int or "auto", default "auto"
        Rows of a step, ``min(200, n)`` by default.
    learning_rate : {{"constant", "invscaling", "adaptive"}}, default "constant"
        For ``solver="sgd"``.  "invscaling" divides the rate by ``(t_ + 1)**power_t`` after each epoch; "adaptive" goes on at a
        fifth of it, down to 1e-6, where training would end.
    learning_rate_init : float, default 0.001
        The rate at the start, of every solver that is a name, but "lbfgs".
    power_t : float, default 0.5
        The exponent of "invscaling".
    max_iter : int, default 200
        The most epochs, or iterations of "lbfgs".
    shuffle : bool, default True
        Whether rows are gone through in another order each epoch.
    random_state : int, RandomState or None, default None
        Draws the weights, what is held out, and the orders, as scikit-learn draws them.  What it does not have, dropout and
        initialisers of `nn.init`, draws from a generator whose seed is drawn first.
    tol : float, default 1e-4
        By how much the loss, or the score on what is held out, must become better to count.  The largest element of the
        gradient at which "lbfgs" ends.
    verbose : bool, default False
        Whether the loss of each epoch is printed.
    warm_start : bool, default False
        Whether `fit` goes on from the weights of the fit before.
    momentum : float, default 0.9
        Of "sgd", from 0 to below 1.
    nesterovs_momentum : bool, default True
        Whether that is Nesterov's.
    early_stopping : bool, default False
        Whether a part of the rows is held out, {stratified}and training ends when the score on it does not become better; the
        weights of the best epoch are restored.  Not for "lbfgs".
    validation_fraction : float, default 0.1
        That part.
    beta_1, beta_2 : float, default 0.9 and 0.999
        Of "adam".
    epsilon : float, default 1e-8
        Of "adam", on the uncorrected moment (``epsilon_at="hat"``).
    n_iter_no_change : int, default 10
        After how many epochs that are no better training ends.
    max_fun : int, default 15000
        The most evaluations of the loss by "lbfgs".
    normalization : {{"batch", "layer", "rms"}}, optional
        Normalises in every hidden layer what the activation is given: it stands between the product and the activation.
    dropout : float, default 0
        The rate of a dropout behind every hidden layer.  Not for "lbfgs".
    initializer : str or callable, optional
        Of all W: a name of `nn.init`, or a function of a shape, `rng` and `dtype`; biases are zeros then.  By default W and b
        are uniform up to ``sqrt(6/(inputs + outputs))``, for the logistic activation ``sqrt(2/(inputs + outputs))``, as in
        scikit-learn.
"""

ATTRIBUTES = """\
    network_ : nn.Network
        The network that was trained{ends}
    coefs_, intercepts_ : list of ndarray
        W and b of each dense layer: the arrays of `network_` themselves.
    loss_ : float
        The mean loss of the last epoch with its penalty, as rows were met in its steps; with "lbfgs" that of the last weights.
    best_loss_ : float or None
        The least of them; None with early stopping.
    loss_curve_ : list of float
        That of every epoch.
    validation_scores_, best_validation_score_ : list of float and float, or None
        {score} on what is held out, after each epoch, and the best; None without early stopping.
    n_iter_ : int
        How many epochs, or iterations of "lbfgs", there were.
    t_ : int
        How many rows went through training.
    n_layers_, n_outputs_ : int
        How many layers there are, those of inputs and outputs counted, and how many outputs.
    out_activation_ : str
        {out_activation}
    n_features_in_ : int
        How many columns X has.
    feature_names_in_ : ndarray of str
        Their names, where X has such.
"""

NOTES = """\
    With the parameters that scikit-learn has, the same `random_state` gives scikit-learn's own results within rounding:
    weights, orders and what is held out are drawn alike.  What differs from it: {differs}the loss of an epoch is the mean over
    rows with their weights, so that a weight of 2 is the row twice; weights are not negative; and a loss that is not finite is
    a ValueError in the step where it happens.

    float32 is computed in float32, and what comes out is of the type of `network_`.  Sparse X becomes dense a batch at a time
    in training, all at once with "lbfgs", and 4096 rows at a time in predictions.
"""

REFERENCES = """\
    X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.

    D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015.
"""

CLASSIFIER = f"""A multilayer perceptron that classifies: scikit-learn's estimator, with every activation of the table,
    normalisation, dropout and initialisers.

    It minimises the cross-entropy: of softmax for three classes and more, of a sigmoid for two, and of one for each label where
    `y` has several.

    Parameters
    ----------
{
    PARAMETERS.format(
        without="multinomial logistic regression",
        stratified="from each of two classes its share, ",
    )
}
    Attributes
    ----------
    classes_ : ndarray
        The classes, in order, or the numbers of the labels.
{
    ATTRIBUTES.format(
        ends="; its outputs are logits.",
        score="The share of right predictions",
        out_activation='"softmax", or "logistic" for two classes and for labels: what makes probabilities of the logits.',
    )
}
    See Also
    --------
    sklearn.neural_network.MLPClassifier : The estimator whose conventions these are.
    fastact.nn.Network : What is trained.

    Notes
    -----
{NOTES.format(differs="")}
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

REGRESSOR = f"""A multilayer perceptron that gives values: scikit-learn's estimator, with every activation of the table,
    normalisation, dropout and initialisers.

    Parameters
    ----------
    loss : {{"squared_error", "poisson"}}, default "squared_error"
        Half of the squared error, or half of Poisson's deviance, of counts or rates y that are not negative; the last
        activation is exp then.
{
    PARAMETERS.format(
        without="linear",
        stratified="",
    )
}
    Attributes
    ----------
{
    ATTRIBUTES.format(
        ends=".",
        score="R^2",
        out_activation='"identity", or "exp" for the loss "poisson".',
    )
}
    See Also
    --------
    sklearn.neural_network.MLPRegressor : The estimator whose conventions these are.
    fastact.nn.Network : What is trained.

    Notes
    -----
    The loss that is told is ``((a - y)**2).mean()/2`` and the penalty; gradients are those of the sum over the outputs, as in
    scikit-learn.  "lbfgs" minimises that sum: scikit-learn's search is given the mean beside the gradient of the sum, and goes
    other ways where there are several outputs.

{NOTES.format(differs='"lbfgs" with several outputs; ')}
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
