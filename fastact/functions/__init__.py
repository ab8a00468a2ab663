"""Over the ufuncs: softmax and its kin, losses, packed gates, biases, folds."""
