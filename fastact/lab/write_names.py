"""Writes docs/names.md, the names of the functions in other frameworks:

python -m fastact.lab.write_names > docs/names.md
"""

import inspect

from fastact.catalogue import names
from fastact.catalogue.activations import activations, function

OF_UFUNCS = {"where", "casting", "order", "dtype", "subok"}  # arguments that every ufunc takes


def document():
    """The text of docs/names.md."""
    catalogue = activations()
    spellings = {name: dict.fromkeys(names.SPELLINGS, "") for name in names.names()}
    for framework in names.SPELLINGS:
        for spelling, name in names.spellings(framework):
            spellings[name][framework] += f" `{spelling}`"
    columns = ["fastact", *names.SPELLINGS]
    lines = [
        "# Names",
        "",
        "<!-- Made by `python -m fastact.lab.write_names`. -->",
        "",
        "This page lists the functions of fastact that have a name in other frameworks, or might have one.",
        "`fastact.get(name)` returns the function of fastact for each of these names. Upper and lower case, underscores,",
        "hyphens, spaces and dots do not matter.",
        "",
        "A name may begin with a module: `torch.`, `nn.` or `F.` for PyTorch, `keras.`, `jax.`, `jnp.`, `optax.`, `tf.`,",
        "`tensorflow.` or `onnx.`. Then `get` looks it up in the column of that framework alone. A name without a module",
        "means the function of fastact with that name. If there is none, it means the function that has this name in any",
        "other column.",
        "",
        f"| {' | '.join(columns)} |",
        "|" + "---|" * len(columns),
    ]
    for name, row in spellings.items():
        lines.append(f"| `{name}` | {' | '.join(cell.strip() for cell in row.values())} |")
    lines += [
        "",
        "## What differs",
        "",
        "`get` returns the functions of fastact with fastact's own defaults and conventions. The following frameworks have",
        "other ones, which the last column describes. A function after a colon is the one of fastact that does the same.",
        "",
        "| fastact | framework | difference |",
        "|---|---|---|",
    ]
    for name, framework, text in names.DIFFERENCES:
        lines.append(f"| `{name}({defaults_of(name, catalogue)})` | {framework} | {text} |")
    return "\n".join(lines) + "\n"


def defaults_of(name, catalogue):
    """The arguments of a function that have defaults, written as in a call; of an activation its parameters alone."""
    if name in catalogue:
        defaults = {p: parameter.default for p, parameter in catalogue[name].parameters.items()}
    else:
        defaults = {p.name: p.default for p in inspect.signature(function(name)).parameters.values()}
        defaults = {
            p: default for p, default in defaults.items() if p not in OF_UFUNCS and default is not inspect.Parameter.empty
        }
    shown = {p: f"{d:.4g}" if type(d) in (int, float) else repr(d) for p, d in defaults.items() if d is not None}
    return ", ".join(f"{p}={default}" for p, default in shown.items())


if __name__ == "__main__":
    print(document(), end="")
