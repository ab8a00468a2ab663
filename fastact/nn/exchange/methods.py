"""Methods that save and load networks and translate those of other frameworks; their code is imported when they are called."""

from fastact.nn.public import public


@public
class Exchange:
    """The methods of `Network` for saving and loading, and for weights and networks of other frameworks."""

    def save(self, path, optimizer=None):
        """Writes the network to a file, from which `load` restores it.

        Parameters
        ----------
        path : str or os.PathLike
            Exactly this file is written.  If the name ends in ".safetensors", the format is that of safetensors, which must be
            installed; otherwise it is NumPy's `.npz`, which `numpy.load` reads too.
        optimizer : Optimizer, optional
            An optimiser of `nn.optimizers`, which is saved with its state.

        Raises
        ------
        TypeError, ValueError
            If something cannot be saved, or an array no longer has the shape and type with which its layer was built.
        OSError
            If the file cannot be written.
        ImportError
            If safetensors is needed and not installed.

        Notes
        -----
        Saved are the layers with their arguments and arrays, the loss (also one that the last `fit` chose), the type, and the
        shape of the inputs.  The random generators of the network and of `Dropout` are not saved.  A network that is not built
        is saved without weights.  Your own layers, activations, initialisers, losses, optimisers and functions as learning
        rates cannot be saved; schedules of `nn.schedules` can.

        A new file is written beside the old one, and replaces it when it is completely on the disk; after an error the old file
        is unchanged.  A callback of `fit` may save after each epoch; if another thread saves during a step, some arrays may be
        those before the step and others those after it.

        Examples
        --------
        >>> import os, tempfile
        >>> import numpy as np
        >>> from fastact import nn
        >>> net = nn.Network([nn.Dense(4, "gelu"), nn.Dense(2)], rng=0)
        >>> x = np.ones((3, 5))
        >>> y = net.forward(x)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "net.npz")
        ...     net.save(path)
        ...     again = nn.Network.load(path)
        >>> again, bool((again.forward(x) == y).all())
        (Network([Dense(4, activation='gelu'), Dense(2)]), True)
        """
        from fastact.nn.exchange import files

        files.save(self, path, optimizer)

    @classmethod
    def load(cls, path, optimizer=False):
        """Reads a network from a file that `save` has written.  Its outputs are the same bit for bit, and so is more training.

        Parameters
        ----------
        path : str or os.PathLike
            The format is recognised by the contents, whatever the name is.
        optimizer : bool, default False
            Whether to return the optimiser that was saved with the network, too.

        Returns
        -------
        Network or tuple
            The network, or the network and the optimiser.

        Raises
        ------
        ValueError
            If the file is damaged, cut short, of another format or version, or has no optimiser although one is asked for.
        TypeError
            If an argument is of another type, or a subclass of Network does not take the arguments of Network.
        OSError
            If the file cannot be read.
        ImportError
            If its format is that of safetensors, which is not installed.

        Notes
        -----
        Nothing in the file is executed, and `load` takes no more memory than a small multiple of its size.  The checksum
        detects accidental damage only: whoever can write the file can write any network.

        Examples
        --------
        >>> import os, tempfile
        >>> import numpy as np
        >>> from fastact import nn
        >>> net, adam = nn.Network([nn.Dense(1)], rng=0), nn.optimizers.Adam(0.1)
        >>> x = np.linspace(-1, 1, 50)[:, None]
        >>> _ = net.fit(x, 2 * x, epochs=3, optimizer=adam, rng=0)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "net.npz")
        ...     net.save(path, optimizer=adam)
        ...     again, optimizer = nn.Network.load(path, optimizer=True)
        >>> optimizer, optimizer.step
        (Adam(learning_rate=0.1), 6)
        >>> again.fit(x, 2 * x, optimizer=optimizer, rng=1) == net.fit(x, 2 * x, optimizer=adam, rng=1)
        True
        """
        from fastact.nn.exchange import files

        return files.load(cls, path, optimizer)

    @classmethod
    def from_torch(cls, module, input_shape=None):
        """A network that computes what a PyTorch module computes at inference, with copies of its weights.

        Parameters
        ----------
        module : torch.nn.Module
            One of Linear, Identity, Dropout, Flatten, BatchNorm1d, LayerNorm, RMSNorm and the activations of torch.nn that are
            functions of a number or of the last axis; or a Sequential, possibly nested, of these.  It may be in training or in
            evaluation mode, on any device.
        input_shape : tuple of int, optional
            The shape of a row of the inputs.  By default it is taken from the first module that has a size: rows of one axis
            for Linear, BatchNorm1d and PReLU.  After a Flatten the network takes it from the first call.

        Returns
        -------
        Network
            Its type is float64 if a weight is float64, else float32, also for half precision.  It has no `loss`: as for every
            network without one, `predict` takes several outputs as logits of classes, unless they are probabilities, and a
            single output as a value, unless its activation is sigmoid.  ``Network(net.layers, loss, net.dtype)`` has the same
            layers and a loss.

        Raises
        ------
        TypeError
            If `module` is not a module.
        ValueError
            If a module or one of its arguments has no counterpart: the message names all such modules and their places.

        Notes
        -----
        A Linear and the activation that follows it become one `Dense`, whose W is the transposed weight.  The momentum m of
        BatchNorm1d becomes 1 - m.  If a normalisation is not affine, gamma and beta stay 1 and 0 in training, because the
        factor of their learning rate is 0.  The slopes of PReLU are copied but not trained; RReLU has its slope at inference.
        `requires_grad` is not copied: all weights are trained, also frozen ones.
        Softplus is computed for all x; PyTorch returns x itself beyond its threshold (20 or more), with an error of up to
        2e-9/beta.

        Subclasses, modules with forward hooks or parametrisations, and modules with a replaced forward are refused, because it
        is not known what they compute.  If your own module consists of the layers above, use `load_weights`.

        Examples
        --------
        >>> import numpy as np
        >>> from fastact import nn
        >>> import torch  # doctest: +SKIP
        >>> module = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.GELU(), torch.nn.Linear(8, 3))  # doctest: +SKIP
        >>> net = nn.Network.from_torch(module)  # doctest: +SKIP
        >>> net  # doctest: +SKIP
        Network([Dense(8, activation='gelu'), Dense(3)])
        >>> net.predict_proba(np.zeros((1, 4))).shape  # doctest: +SKIP
        (1, 3)
        """
        from fastact.nn.exchange import pytorch

        return pytorch.translated(cls, module, input_shape)

    @classmethod
    def from_keras(cls, model):
        """A network that computes what a Sequential of Keras 3 computes at inference, with copies of its weights.

        Parameters
        ----------
        model : keras.Sequential
            A built model, possibly nested, of Dense, Activation, ReLU, LeakyReLU, PReLU, ELU, Softmax, Dropout, Flatten,
            BatchNormalization, LayerNormalization, RMSNormalization and Identity.

        Returns
        -------
        Network
            Its type is float64 if a weight is float64, else float32, also if Keras has a half-precision policy.  It has no
            `loss`.

        Raises
        ------
        TypeError
            If `model` is not a Sequential of Keras 3.
        ValueError
            If it is not built, or a layer or one of its arguments has no counterpart: the message names all such layers.

        Notes
        -----
        Activations are those of keras.activations, with Keras's own defaults: the slope of "leaky_relu" is .2, that of the
        layer LeakyReLU is .3.  Keras's sparsemax, whose sums are not 1, is refused.  The slopes of PReLU are copied but not
        trained.  If a normalisation has neither center nor scale, gamma and beta stay 1 and 0 in training.  `trainable`,
        regularisers and constraints are ignored.  Except on TensorFlow, Keras computes products of float64 in float32; this
        network computes them in float64.

        Examples
        --------
        >>> from fastact import nn
        >>> import keras  # doctest: +SKIP
        >>> layers = [keras.Input((4,)), keras.layers.Dense(8, "silu"), keras.layers.Dense(3)]  # doctest: +SKIP
        >>> model = keras.Sequential(layers)  # doctest: +SKIP
        >>> nn.Network.from_keras(model)  # doctest: +SKIP
        Network([Dense(8, activation='silu'), Dense(3)])
        """
        from fastact.nn.exchange import keras

        return keras.translated(cls, model)

    @classmethod
    def from_sklearn(cls, estimator):
        """A network that computes what a fitted MLPClassifier or MLPRegressor of scikit-learn computes.

        Parameters
        ----------
        estimator : MLPClassifier or MLPRegressor
            An estimator of sklearn.neural_network, not of a subclass.

        Returns
        -------
        Network
            Its type is that in which the estimator was fitted.  `predict_proba` gives the estimator's probabilities.  `predict`
            gives class numbers, and ``estimator.classes_[net.predict(x)]`` their labels.  With several labels per row it gives
            0 or 1 for each, and for a regressor values, as the estimator does.

        Raises
        ------
        TypeError
            If `estimator` is neither of the two.
        ValueError
            If it is not fitted.

        Notes
        -----
        The `loss` is softmax or sigmoid cross-entropy, or the squared error.  `fit` of the network continues from the weights,
        but does not use the estimator's alpha and solver.

        Examples
        --------
        >>> from fastact import nn
        >>> from sklearn.neural_network import MLPClassifier  # doctest: +SKIP
        >>> estimator = MLPClassifier((8,)).fit([[0.0], [1.0]], ["no", "yes"])  # doctest: +SKIP
        >>> nn.Network.from_sklearn(estimator)  # doctest: +SKIP
        Network([Dense(8, activation='relu'), Dense(1, activation='sigmoid')], loss='sigmoid_cross_entropy')
        """
        from fastact.nn.exchange import scikit_learn

        return scikit_learn.translated(cls, estimator)

    def load_weights(self, state_dict):
        """Loads the weights of a network with the same layers, by their names in PyTorch or here.

        Parameters
        ----------
        state_dict : mapping of str to array_like
            Arrays or tensors by names such as "0.weight" and "0.bias".  Names with the same part before their last dot form a
            group.  There must be a group for each layer that has arrays, in the order of the layers; what the groups are called
            does not matter.  Names that are sorted as text, as in a file of safetensors, are put in the order of their numbers:
            "2.weight" before "10.weight".  After the dot follows PyTorch's name, weight, bias, running_mean or running_var
            (num_batches_tracked is ignored), or the name of the attribute here: W, b, gamma, beta, mean, var.

        Raises
        ------
        TypeError
            If it is not a mapping of strings to arrays of real numbers.
        ValueError
            If arrays are missing, too many, unknown or of another shape; if names that are sorted as text do not tell the order
            of the layers; or if the network is not built and the arrays do not determine the shape of its rows.  The message
            names the array and what is wanted, and the network is unchanged.

        Notes
        -----
        The ``weight`` of a dense layer has the shape (outputs, inputs), as in PyTorch, and W has (inputs, outputs).  Values are
        rounded to the type of the network.  A network that has no type yet becomes float64 if one of the arrays is float64.

        Examples
        --------
        >>> import numpy as np
        >>> from fastact import nn
        >>> net = nn.Network([nn.Dense(2, "relu"), nn.Dense(1)])
        >>> weights = {"0.weight": np.array([[1, 2, 3], [4, 5, 6]]), "0.bias": np.zeros(2)}
        >>> net.load_weights(weights | {"2.weight": np.ones((1, 2)), "2.bias": np.zeros(1)})
        >>> net.layers[0].W
        array([[1., 4.],
               [2., 5.],
               [3., 6.]])
        >>> net.forward([[1.0, 0.0, 0.0]])
        array([[5.]])
        """
        from fastact.nn.exchange import weights

        weights.load(self, state_dict)
