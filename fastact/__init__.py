from fastact import _ufuncs
globals().update(_ufuncs.functions)
