"""Other libraries that compute with fastact: for the whole process, until they are told otherwise."""

from importlib import import_module


def _module():
    """What does it, once it is asked for: it is of a floor above, and importing fastact imports none of it."""
    return import_module("fastact.backends.patch")


def patch(*names: str):
    """Let other libraries compute with fastact, wherever fastact is faster.

    Their functions are replaced in the whole process, also in modules that have imported them before or will.  Calls that
    fastact does not serve, of other types or with other options, go on to the library's own function.  What has been
    replaced is replaced once, however often this is called.

    Parameters
    ----------
    *names : str
        Libraries, by the names by which they are imported: "scipy", "sklearn", "torch".

    Raises
    ------
    ImportError
        If a library is not installed, or its version is not one that fastact is tested with.  Nothing is replaced then.
    TypeError, ValueError
        If there is no name, or one that is no string or no library that fastact serves.

    See Also
    --------
    unpatch : the way back.
    patched : for a `with` block.
    patches : what has been replaced, and which calls were served.

    Notes
    -----
    docs/backends.md says for each library what is served, what it gains, and in which versions.  Functions that are held
    elsewhere than in a module or in a dict of a module, as in a `functools.partial`, stay what they are.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.patch("sklearn", "scipy")  # doctest: +SKIP
    >>> fa.unpatch()
    """
    _module().patch(*names)


def unpatch(*names: str):
    """Give libraries their own functions back, in every module that has those of fastact.

    Parameters
    ----------
    *names : str
        As for `patch`; without names, all.

    Raises
    ------
    TypeError, ValueError
        As for `patch`.

    See Also
    --------
    patch : what this takes back.

    Notes
    -----
    A library that is not patched stays as it is, and one that a block of `patched` holds is given back at its end.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.unpatch("scipy")
    """
    _module().unpatch(*names)


def patched(*names: str):
    """Let other libraries compute with fastact in a `with` block.

    Parameters
    ----------
    *names : str
        As for `patch`.

    Raises
    ------
    ImportError, TypeError, ValueError
        As for `patch`, where the block begins.

    See Also
    --------
    patch : until `unpatch`.

    Notes
    -----
    Functions are replaced for all threads.  Blocks may be in one another and in several threads: the last one out gives the
    library its own functions back, if `patch` has not been called for it.

    Examples
    --------
    >>> import fastact as fa
    >>> with fa.patched("scipy"):  # doctest: +SKIP
    ...     scipy.special.expit(x)
    >>> fa.patches()
    nothing is patched
    """
    return _module().patched(*names)


def patches():
    """What `patch` and `patched` have replaced, and what became of the calls since.

    Returns
    -------
    tuple
        Of a named tuple for each function: its `library` and `name`, the places `where` it was found, how many calls were
        `served`, and how many were `passed` on to the library's own function, a dict by the reason: the "type" or "dtype"
        of an argument, a "shape", an "option", an "alignment", a "value", or a "size" below that from which fastact is
        faster.  It prints as a table.

    See Also
    --------
    patch : which replaces them.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.patches()
    nothing is patched
    """
    return _module().patches()
