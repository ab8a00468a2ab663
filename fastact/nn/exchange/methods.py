"""What a network has to be kept and to come from elsewhere, as methods; what they do is imported when they are called."""

from fastact.nn.public import public


@public
class Exchange:
    """Saving and loading, weights and networks of other frameworks: the part of `Network` that is about these."""

    def save(self, path, optimizer=None):
        """Writes the network to a file, from which `load` makes it again.

        Parameters
        ----------
        path : str or os.PathLike
            Exactly this file is written.  Its format is that of safetensors, which must be installed, where the name ends in
            ".safetensors"; otherwise it is NumPy's `.npz`, which `numpy.load` reads too.
        optimizer : Optimizer, optional
            One of `nn.optimizers` that is kept with its state.

        Raises
        ------
        TypeError, ValueError
            If something cannot be kept, or an array has not the shape and type that its layer had when it was built.
        OSError
            If the file cannot be written.
        ImportError
            If safetensors is needed and not installed.

        Notes
        -----
        What is kept: the layers with their arguments and arrays, the loss, also that of the last `fit`, the type, and the shape
        of the inputs.  Generators, those of the network and of `Dropout`, are not.  A network that is not built is kept as it
        is.  Layers, activations, initialisers, losses, optimisers and learning rates of one's own cannot be kept; schedules of
        `nn.schedules` can.

        The file is written beside the old one and takes its place when all of it is on the disk; on an error the old one stays.
        A callback of `fit` may save after each epoch; another thread that saves during a step may get some arrays as they were
        before it and others as they are behind it.

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
        """The network of a file that `save` has written: it gives the same bits, and trains on with the same bits.

        Parameters
        ----------
        path : str or os.PathLike
            Its format is known by its contents, whatever it is called.
        optimizer : bool, default False
            Whether the optimiser that was saved with the network is returned too.

        Returns
        -------
        Network or tuple
            The network, or it and the optimiser.

        Raises
        ------
        ValueError
            If the file is damaged, cut short, of another format or version, or has no optimiser that is asked for.
        TypeError
            If an argument is of another type, or a subclass of Network does not take its arguments.
        OSError
            If it cannot be read.
        ImportError
            If it is of the format of safetensors, which is not installed.

        Notes
        -----
        Nothing that the file holds is executed, and it makes `load` take no more memory than a small multiple of its size.  Its
        checksum tells of damage by accident; who can write the file can write any network.

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
        """A network that computes what a module of PyTorch's computes at inference, with copies of its weights.

        Parameters
        ----------
        module : torch.nn.Module
            A Sequential, also of Sequentials, of Linear, Identity, Dropout, Flatten, BatchNorm1d, LayerNorm, RMSNorm, and the
            activations of torch.nn that are functions of a number or of the last axis; or one of these.  Whether it is in
            training or in evaluation, and on which device, does not matter.
        input_shape : tuple of int, optional
            Of a row of the inputs.  By default that of the first module which has a size, taken as rows of one axis for
            Linear, BatchNorm1d and PReLU; behind a Flatten, the network learns the shape of its inputs at the first call.

        Returns
        -------
        Network
            float64 where a weight is float64; else float32, also for weights of half precision.  It has no `loss`: as for
            every network without one, `predict` takes several outputs as logits of classes, or behind softmax as their
            probabilities, and a single output as a value, or behind sigmoid as a probability.
            ``Network(net.layers, loss, net.dtype)`` has the same layers and a loss.

        Raises
        ------
        TypeError
            If `module` is no module.
        ValueError
            If modules, or an argument of theirs, have no counterpart: the message names all of them and where they are.

        Notes
        -----
        A Linear and the activation that follows it become one `Dense`, whose W is the transposed weight.  Momentum m of
        BatchNorm1d becomes 1 - m; where a normalisation is not affine, gamma and beta stay 1 and 0 in training, as the factor
        of their learning rate is 0.  Slopes of PReLU are carried over and not trained; RReLU has the slope that it has at
        inference.  `requires_grad` is not carried over: all weights are trained, also those that were frozen.  Softplus is
        computed everywhere, also where PyTorch gives x itself: there, beyond its threshold of 20 or more, PyTorch errs by up to
        2e-9/beta.

        Subclasses, modules with forward hooks or parametrisations, and modules whose forward was replaced are refused: what
        they compute is not known.  For a module of one's own whose layers are these all the same, see `load_weights`.

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
            Built, also of Sequentials, of Dense, Activation, ReLU, LeakyReLU, PReLU, ELU, Softmax, Dropout, Flatten,
            BatchNormalization, LayerNormalization, RMSNormalization and Identity.

        Returns
        -------
        Network
            float64 where a weight is float64; else float32, also under a policy of half precision.  It has no `loss`.

        Raises
        ------
        TypeError
            If `model` is no Sequential of Keras 3.
        ValueError
            If it is not built, or layers or an argument of theirs have no counterpart: the message names all of them.

        Notes
        -----
        Activations are those of keras.activations, with Keras's own defaults: the slope of "leaky_relu" is .2, of the layer
        .3.  Its sparsemax, whose sums are not 1, is refused.  Slopes of PReLU are carried over and not trained.  Where a
        normalisation has neither center nor scale, gamma and beta stay 1 and 0 in training; `trainable`, regularisers and
        constraints are not carried over.  Keras multiplies float64 in float32, but on TensorFlow: this network does not.

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
            Of sklearn.neural_network, itself and no subclass.

        Returns
        -------
        Network
            Of the type in which the estimator was fitted.  `predict_proba` gives what that of the estimator gives.  `predict`
            gives numbers of classes, whose labels are ``estimator.classes_[net.predict(x)]``; of several labels 0 or 1 each,
            as the estimator does; and of a regressor values.

        Raises
        ------
        TypeError
            If `estimator` is none of the two.
        ValueError
            If it is not fitted.

        Notes
        -----
        The `loss` is softmax or sigmoid cross-entropy, or the squared error.  `fit` of the network goes on from the weights;
        it knows nothing of the estimator's alpha and solver.

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
        """Takes the weights of a network of the same layers, by their names in PyTorch or here.

        Parameters
        ----------
        state_dict : mapping of str to array_like
            Arrays or tensors by names such as "0.weight" and "0.bias".  Names that differ behind their last dot alone are a
            group, the arrays of one layer: there is a group for each layer that has arrays, in the order of the layers,
            whatever stands before the dot.  Names that are sorted as text, as in a file of safetensors, go by their numbers:
            "2.weight" before "10.weight".  Behind the dot stands PyTorch's name of the array, weight, bias, running_mean or
            running_var (num_batches_tracked is passed over), or that of the attribute here, W, b, gamma, beta, mean or var.

        Raises
        ------
        TypeError
            If it is no mapping of strings to arrays of real numbers.
        ValueError
            If arrays are missing, too many, unknown or of another shape; if names that are sorted as text do not tell the
            order of the layers; or if the network is not built and the arrays do not say for which rows.  The message names
            the array and what is wanted.  The network is as it was then.

        Notes
        -----
        ``weight`` of a dense layer is (outputs, inputs), as in PyTorch, and W is (inputs, outputs).  Values are rounded to
        the type of the network, which is float64 where it has none yet and an array is of that.

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
