"""The decorator of what is public in `fastact.nn`: it is named, pickled and shown by that place."""


def public(one):
    """Gives a class or a function the module under which its user finds it."""
    one.__module__ = "fastact.nn"
    return one
