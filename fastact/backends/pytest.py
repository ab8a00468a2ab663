"""A plug-in of pytest, which runs any tests with libraries switched to fastact:

python -m pytest -p fastact.backends.pytest --fastact sklearn,scipy --pyargs sklearn.neural_network
"""

import pytest

from fastact.backends.patch import LIBRARIES, patch, patches, unpatch


def pytest_addoption(parser):
    group = parser.getgroup("fastact", "libraries that compute with fastact")
    group.addoption("--fastact", metavar="LIBRARY[,LIBRARY...]", help="switch these libraries to fastact while the tests run")


def libraries(config):
    return [name.strip() for name in (config.getoption("fastact") or "").split(",") if name.strip()]


def pytest_configure(config):
    if names := libraries(config):
        try:
            patch(*names)
        except (ImportError, ValueError) as error:
            raise pytest.UsageError(f"--fastact: {error}") from None


def pytest_terminal_summary(terminalreporter, config):
    """A line for each library, those that it needs too: how many calls were served, and how many passed on, by the reason."""
    names = libraries(config)
    found = patches() if names else ()
    for name in dict.fromkeys([*names, *(one.library for one in found)]):
        own = [one for one in found if one.library == name]
        passed = {}
        for reason, count in (item for one in own for item in one.passed.items()):
            passed[reason] = passed.get(reason, 0) + count
        why = f" ({', '.join(f'{count} {reason}' for reason, count in sorted(passed.items()))})" if passed else ""
        served, on = sum(one.served for one in own), sum(passed.values())
        terminalreporter.write_line(f"fastact: {name}: {served} calls served, {on} passed on{why}")


def pytest_unconfigure(config):
    if names := [name for name in libraries(config) if name in LIBRARIES]:
        unpatch(*names)
