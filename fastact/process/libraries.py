"""Other libraries that compute with fastact: for the whole process, until they are told otherwise."""

from importlib import import_module


def _module():
    """What does it, once it is asked for: it is of a floor above, and importing fastact imports none of it."""
    return import_module("fastact.backends.patch")


def patch(*names: str):
    """Let other libraries compute with fastact, wherever fastact is faster.

    Functions of these libraries are replaced in the whole process, in modules that have imported them before and in modules
    that will import them later.  If fastact does not support the types or options of a call, the call is passed on to the
    library's own function.  A second call of `patch` for the same library changes nothing.

    Parameters
    ----------
    *names : str
        The libraries, by the names under which they are imported: "scipy", "sklearn", "torch".

    Raises
    ------
    ImportError
        If a library is not installed, or fastact is not tested with its version.  Nothing is replaced then.
    TypeError, ValueError
        If no name is given, or a name is not a string or not a library that fastact can patch.

    See Also
    --------
    unpatch : gives the libraries their own functions back.
    patched : the same for a `with` block.
    patches : which functions are replaced, and which calls fastact has computed.

    Notes
    -----
    docs/backends.md says for each library which functions and versions are supported, and how much faster they become.  A
    reference to a function is replaced only if it is in a module or in a dict of a module.  References elsewhere, such as in a
    `functools.partial`, still lead to the library's own function.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.patch("sklearn", "scipy")  # doctest: +SKIP
    >>> fa.unpatch()
    """
    _module().patch(*names)


def unpatch(*names: str):
    """Give libraries their own functions back, in every module where `patch` has replaced them.

    Parameters
    ----------
    *names : str
        As for `patch`.  Without names, all libraries get their functions back.

    Raises
    ------
    TypeError, ValueError
        As for `patch`.

    See Also
    --------
    patch : replaces the functions.

    Notes
    -----
    A library that is not patched stays as it is.  A library that is in use by a `patched` block gets its own functions back
    when the block ends.

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
        As for `patch`.  The error is raised where the block begins.

    See Also
    --------
    patch : the same until `unpatch` is called.

    Notes
    -----
    Functions are replaced for all threads.  Blocks may be nested, and may run in several threads.  The library gets its own
    functions back when the last block ends, unless `patch` has been called for it.

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
    """Which functions `patch` and `patched` have replaced, and how many calls fastact has computed since.

    Returns
    -------
    tuple
        A named tuple for each function.  `library` and `name` identify the function, and `where` has the places in which it was
        replaced.  `served` is the number of calls that fastact has computed.  `passed` is a dict with the number of calls that
        were passed on to the library's own function, by reason: the "type" or "dtype" of an argument, a "shape", an "option",
        an "alignment", a "value", or a "size" at which fastact is not faster.  The tuple prints as a table.

    See Also
    --------
    patch : replaces the functions.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.patches()
    nothing is patched
    """
    return _module().patches()
