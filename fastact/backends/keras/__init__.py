from fastact.backends.keras.overrides import LIBRARY
