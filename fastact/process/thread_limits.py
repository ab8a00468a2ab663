"""What the environment lets a process use: the processor quota of its container, and OpenMP's variables."""

import math
import os
import re


def cpu_quota(root="/"):
    """How many processors' time the container of this process may use; None where there is no quota.

    `root` is where the file system begins: below it lie proc/self/cgroup, proc/self/mountinfo and the control groups."""
    quotas = [quota for folder, version in _control_groups(root) for quota in _quotas(folder, version)]
    return min(quotas, default=None)


def _control_groups(root):
    """The folders with this process's processor quotas, from its own group up to the mount, and the version of each."""
    paths = {}
    for line in _lines(root, "proc/self/cgroup"):
        number, _, rest = line.partition(":")
        controllers, _, path = rest.partition(":")
        if number == "0" and not controllers:
            paths[2] = path
        elif "cpu" in controllers.split(","):
            paths[1] = path
    for line in _lines(root, "proc/self/mountinfo"):
        before, _, after = line.partition(" - ")
        fields, kind = before.split(), after.split()
        if len(fields) < 5 or len(kind) < 3:
            continue
        version = {"cgroup2": 2, "cgroup": 1}.get(kind[0])
        if version not in paths or (version == 1 and "cpu" not in kind[2].split(",")):
            continue
        base, mount = (re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), text) for text in fields[3:5])
        inside = [] if base == "/" else base.strip("/").split("/")
        names = [name for name in paths[version].split("/") if name]
        # a path that does not begin with the mount's is of another namespace: then the mount itself is the group
        names = names[len(inside) :] if names[: len(inside)] == inside and ".." not in names else []
        for depth in range(len(names), -1, -1):
            yield os.path.join(root, mount.lstrip("/"), *names[:depth]), version


def _quotas(folder, version):
    if version == 2:
        words = " ".join(_lines(folder, "cpu.max")).split()
    else:
        words = [word for file in ("cpu.cfs_quota_us", "cpu.cfs_period_us") for word in _lines(folder, file)]
    try:
        quota, period = map(int, words)
    except ValueError:  # "max", or no such file
        return
    if quota > 0 and period > 0:
        yield quota / period


def _lines(folder, name):
    try:
        with open(os.path.join(folder, name)) as file:
            return file.read().splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def omp_num_threads():
    """The number for the outermost level in ``OMP_NUM_THREADS``; None where OpenMP does not take it."""
    found = re.fullmatch(r"\s*\+?(\d+)\s*(,\s*\+?\d+\s*)*", os.environ.get("OMP_NUM_THREADS", ""))
    return int(found[1]) or None if found else None


def omp_stack_size():
    """Bytes of stack that OpenMP gives a thread; 0: the system's default."""
    for name in ("OMP_STACKSIZE", "GOMP_STACKSIZE"):
        found = re.fullmatch(r"\s*(\d+)\s*([bkmg]?)\s*", os.environ.get(name, ""), re.IGNORECASE)
        if found:
            size = int(found[1]) << {"b": 0, "": 10, "k": 10, "m": 20, "g": 30}[found[2].lower()]
            return size if size < 2**63 else 0
    return 0


def default_threads(quota):
    """The most threads for a call that did not ask; 0: ``OMP_NUM_THREADS`` asked."""
    if omp_num_threads():
        return 0
    return 2**31 - 1 if quota is None else min(max(1, math.ceil(quota)), 2**31 - 1)
