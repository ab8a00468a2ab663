"""Writes docs/names.md, what other frameworks call the functions:

python -m fastact.lab.write_names > docs/names.md
"""

from fastact.catalogue import names
from fastact.catalogue.activations import activations


def document():
    """The text of docs/names.md."""
    catalogue = activations()
    spellings = {name: dict.fromkeys(names.SPELLINGS, "") for name in catalogue}
    for framework in names.SPELLINGS:
        for spelling, name in names.spellings(framework):
            spellings[name][framework] += f" `{spelling}`"
    columns = ["fastact", *names.SPELLINGS]
    lines = [
        "# Names",
        "",
        "<!-- Made by `python -m fastact.lab.write_names`. -->",
        "",
        "`fastact.get(name)` takes each of these spellings; case, underscores, hyphens, spaces and dots do not matter. After",
        "a module (`torch.`, `nn.` and `F.` for PyTorch, `keras.`, `jax.`, `jnp.`, `tf.`, `onnx.`) a spelling means what it",
        "means there; alone it means the function of fastact with that name, where there is one.",
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
        "The functions that `get` returns have fastact's own defaults and conventions. These frameworks have others:",
        "",
        "| fastact | framework | there |",
        "|---|---|---|",
    ]
    for name, framework, text in names.DIFFERENCES:
        defaults = {p: number.default for p, number in catalogue[name].parameters.items() if number.default is not None}
        call = ", ".join(f"{p}={default:.4g}" for p, default in defaults.items())
        lines.append(f"| `{name}({call})` | {framework} | {text} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(document(), end="")
