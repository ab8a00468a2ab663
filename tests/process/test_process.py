"""What a process may rely on: forks, limits, threads, the floating-point environment, interrupts, neighbours."""

import ctypes
import ctypes.util
import importlib.util
import itertools
import os
import platform
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from calls import assert_same_bits, call, specials, values
from reliability.coexistence import WORK, program
from threadpoolctl import threadpool_limits

import fastact as fa
from fastact._core import parametric, pool, ufuncs
from fastact._core.loops import elementwise, losses, projections, reductions
from fastact._core.loops import threads as core_threads
from fastact.process import limits, runtime, threads

COMPILED = [parametric, pool, ufuncs, core_threads, elementwise, losses, projections, reductions]

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the threads in /proc, or sets limits of Linux")
with_openmp = pytest.mark.skipif(not core_threads.openmp_version, reason="built without OpenMP: every call is serial")
with_libgomp = pytest.mark.skipif(
    "libgomp" not in dict(runtime.runtime())["OpenMP"], reason="LLVM's runtime keeps the threads of every caller"
)

# x, the right results, and what the scripts below ask of a call; a hanging process ends after a minute.
PRELUDE = """
import os, signal, sys, threading, time, warnings
import numpy as np
import fastact as fa
if hasattr(signal, "alarm"):
    signal.alarm(60)
x = np.linspace(-3, 3, 10**6, dtype="f")
fa.set_num_threads(1)
want = fa.mish(x)

def right():
    return bool((fa.mish(x) == want).all())

def tasks():
    return len(os.listdir("/proc/self/task"))

def have_team(size=2):
    "Until a region of this thread has started threads, of which it had fewer: a busy machine may take some calls."
    fa.set_num_threads(size)
    before = tasks()
    while tasks() == before:
        assert right()

def child_of_fork(check=right):
    "The exit status of a forked child, which has a minute of its own."
    child = os.fork()
    if not child:
        status = 9
        try:
            signal.alarm(60)
            status = 0 if check() else 7
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]
"""


def python(code, prelude=PRELUDE, arguments=(), **environment):
    command = [sys.executable, "-W", "ignore", "-c", prelude + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **environment})


def assert_done(done):
    """The script came to its last line, which prints `done`, and wrote nothing else."""
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", ""), done.stderr + done.stdout


# ---- fork ------------------------------------------------------------------------------------------------------------------

FORKS = {
    "the main thread": "have_team()\nassert child_of_fork() == 0\n",
    "another thread, which had a team": """
def work():
    have_team()
    found.append(child_of_fork())
found = []
thread = threading.Thread(target=work)
thread.start()
thread.join()
assert found == [0]
""",
    "another thread, where the main one had a team": """
have_team()
found = []
thread = threading.Thread(target=lambda: found.append(child_of_fork()))
thread.start()
thread.join()
assert found == [0]
""",
    "a thread beside one in a region": """
stop = threading.Event()
def work():
    fa.set_num_threads(2)
    while not stop.is_set():
        fa.gelu(x)
thread = threading.Thread(target=work)
thread.start()
try:
    assert [child_of_fork() for _ in range(20)] == [0] * 20
finally:
    stop.set()
    thread.join()
""",
    "a child": "have_team()\nassert child_of_fork(lambda: right() and child_of_fork() == 0 and right()) == 0\n",
}


@linux
@with_openmp
@pytest.mark.parametrize("origin", FORKS)
def test_a_child_of_a_fork_computes(origin):
    assert_done(python(FORKS[origin] + "assert right()\nprint('done')\n"))


@linux
@with_openmp
def test_a_forked_child_is_serial_and_says_so_while_its_parent_keeps_its_threads():
    assert_done(
        python(
            "from fastact.process import threads\n"
            "have_team()\n"
            "def check():\n"
            "    before = tasks()\n"
            "    fa.set_num_threads(2)\n"
            "    return right() and tasks() == before == 1 and threads.decided() == (1, 'forked process')\n"
            "assert child_of_fork(check) == 0\n"
            "assert fa.get_num_threads() == 2 and right()\n"
            "print('done')\n"
        )
    )


MULTIPROCESSING = (
    PRELUDE
    + """
import multiprocessing

def work(k):
    signal.alarm(60)
    return right() and fa.get_num_threads() >= 1

if __name__ == "__main__":
    have_team()
    if sys.argv[1] in ("loky", "joblib's multiprocessing"):
        import joblib
        with joblib.parallel_config(sys.argv[1].split()[-1], n_jobs=2):
            assert all(joblib.Parallel()(joblib.delayed(work)(k) for k in range(4)))
    else:
        with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
            assert all(pool.map(work, range(4)))
    assert right()
    print("done")
"""
)


@linux
@with_openmp
@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn", "loky", "joblib's multiprocessing"])
def test_workers_of_multiprocessing_and_joblib_compute(method, tmp_path):
    if method in ("loky", "joblib's multiprocessing"):
        pytest.importorskip("joblib")
    script = tmp_path / "script.py"
    script.write_text(MULTIPROCESSING)
    assert_done(subprocess.run([sys.executable, "-W", "ignore", script, method], capture_output=True, text=True, timeout=120))


@linux
@with_openmp
def test_workers_of_a_server_that_forks_before_it_serves_compute():
    assert_done(
        python("""
import socket
have_team()
server = socket.create_server(("127.0.0.1", 0))
workers = []
for _ in range(3):
    workers.append(os.fork())
    if not workers[-1]:
        signal.alarm(60)
        while True:
            with server.accept()[0] as connection:
                asked = connection.recv(1)
                connection.sendall(b"yes" if right() else b"no")
            if asked == b"q":
                os._exit(0)
for k in range(9):
    with socket.create_connection(server.getsockname()) as connection:
        connection.sendall(b"q" if k >= 6 else b"?")
        assert connection.recv(3) == b"yes"
    assert right()
assert {os.waitpid(worker, 0)[1] for worker in workers} == {0}
print("done")
""")
    )


# ---- no thread to be had ---------------------------------------------------------------------------------------------------

# Memory has room for the arrays, but not for a stack of 1 GiB; root has as many threads as it likes, so it becomes nobody.
NO_THREAD = {
    "memory": """
import resource
kind, least = resource.RLIMIT_AS, int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize() + 2**28
""",
    "processes": """
import resource
if os.getuid() == 0:
    os.setuid(65534)
kind, least = resource.RLIMIT_NPROC, 1
""",
}


@linux
@with_openmp
@pytest.mark.parametrize("kind", NO_THREAD)
def test_where_no_thread_can_be_had_a_call_is_serial_and_warns_once(kind):
    assert_done(
        python(
            NO_THREAD[kind]
            + """
before, most = tasks(), resource.getrlimit(kind)
resource.setrlimit(kind, (least, most[1]))
fa.set_num_threads(4)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    for _ in range(3):
        assert right()
    assert (fa.softmax(np.ones((1000, 1000))) == 1e-3).all()
assert [w.category for w in told] == [RuntimeWarning] and "thread" in str(told[0].message), told
assert tasks() == before
resource.setrlimit(kind, most)
have_team()
print("done")
""",
            OMP_STACKSIZE="1G",
        )
    )


@linux
@with_openmp
@pytest.mark.parametrize(
    "call",
    [
        "fa.mish(x)",
        "fa.leaky_relu(x, 0.5)",
        "fa.softmax(x.reshape(1000, -1))",
        "fa.mish(x, where=x == x, out=x)",
    ],
)
def test_where_warnings_are_errors_no_thread_is_an_exception_and_nothing_stays_locked(call):
    assert_done(
        python(
            NO_THREAD["memory"]
            + f"""
most = resource.getrlimit(kind)
resource.setrlimit(kind, (least, most[1]))
fa.set_num_threads(2)
warnings.simplefilter("error")
try:
    {call}
except RuntimeWarning as error:
    assert "thread" in str(error)
else:
    raise AssertionError("no warning")
x = np.linspace(-3, 3, 10**6, dtype="f")
assert right()
resource.setrlimit(kind, most)
have_team()
print("done")
""",
            OMP_STACKSIZE="1G",
        )
    )


@pytest.mark.parametrize(
    "text, size",
    [
        ("", 0),
        ("512", 512 << 10),
        (" 4 m ", 4 << 20),
        ("1G", 1 << 30),
        ("65536B", 65536),
        ("20k", 20 << 10),
        ("much", 0),
        ("-1", 0),
        ("99999999999999999999G", 0),
    ],
)
@pytest.mark.parametrize("variable", ["OMP_STACKSIZE", "GOMP_STACKSIZE"])
def test_the_size_of_a_stack_is_read_as_openmp_reads_it(monkeypatch, variable, text, size):
    for name in ("OMP_STACKSIZE", "GOMP_STACKSIZE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, text)
    assert limits.omp_stack_size() == size


# ---- crowds ----------------------------------------------------------------------------------------------------------------


@linux
@with_libgomp
@pytest.mark.parametrize("team", [2, 4])
def test_eight_python_threads_have_one_team_between_them(team):
    """And another's threads asleep: those of the one caller that keeps its own between its regions."""
    assert_done(
        python(
            """
team, stop, most = int(sys.argv[1]), threading.Event(), []
def watch():
    while not stop.is_set():
        most.append(tasks())
        time.sleep(0.0005)
def work():
    fa.set_num_threads(team)
    good.append(all([right() for _ in range(20)]))
good, before = [], tasks()
watcher = threading.Thread(target=watch)
callers = [threading.Thread(target=work) for _ in range(8)]
for thread in [watcher, *callers]:
    thread.start()
for thread in callers:
    thread.join()
stop.set()
watcher.join()
assert good == [True] * 8
assert max(most) <= before + 1 + 8 + 2 * (team - 1), (before, max(most))
print("done")
""",
            arguments=[team],
        )
    )


@linux
@with_libgomp
def test_the_pools_of_threads_that_call_in_turn_do_not_add_up():
    assert_done(
        python("""
have_team()
before = tasks()
turns = [threading.Semaphore(0) for _ in range(5)]
back = threading.Semaphore(0)
def work(turn):
    fa.set_num_threads(2)
    for _ in range(4):
        turn.acquire()
        good.append(right())
        back.release()
good = []
callers = [threading.Thread(target=work, args=(turn,)) for turn in turns]
for thread in callers:
    thread.start()
for turn in 4 * turns:
    assert right()
    turn.release()
    back.acquire()
    assert tasks() <= before + 5 + 1
for thread in callers:
    thread.join()
assert good == [True] * 20
print("done")
""")
    )


@linux
@with_openmp
def test_a_call_inside_a_parallel_region_is_serial():
    """libgomp's own entry opens the region; its threads call Python, and nested regions are allowed."""
    assert_done(
        python(
            """
import ctypes
from threadpoolctl import threadpool_info
paths = [i["filepath"] for i in threadpool_info() if i["prefix"] == "libgomp"]
openmp = ctypes.CDLL(paths[0])
fa.set_num_threads(2)
good, most = [], []
@ctypes.CFUNCTYPE(None, ctypes.c_void_p)
def work(_):
    fa.set_num_threads(2)
    for _ in range(5):
        good.append(right())
        most.append(tasks())
before = tasks()
openmp.GOMP_parallel(work, None, 2, 0)
assert good == [True] * 10 and max(most) == before + 1, (good, before, most)
print("done")
""",
            OMP_MAX_ACTIVE_LEVELS="3",
        )
    )


def test_threads_of_a_pool_compute_side_by_side():
    assert_done(
        python(
            "from concurrent.futures import ThreadPoolExecutor\n"
            "with ThreadPoolExecutor(8) as pool:\n"
            "    assert all(pool.map(lambda _: right(), range(64)))\n"
            "print('done')\n"
        )
    )


# ---- limits ----------------------------------------------------------------------------------------------------------------

V2 = "31 23 0:28 {base} {mount} rw,relatime - cgroup2 cgroup2 rw,nsdelegate\n"
V1 = "33 31 0:30 {base} {mount} rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct\n"
NOISE = "22 1 8:1 / / rw - ext4 /dev/root rw\n35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\nbad line\n"
QUOTAS = {
    "version 2, the root of a namespace": ("0::/", V2.format(base="/", mount="/c"), {"c/cpu.max": "150000 100000"}, 1.5),
    "version 2, a group": ("0::/a/b", V2.format(base="/", mount="/c"), {"c/a/b/cpu.max": "400000 100000"}, 4),
    "version 2, the least of its ancestors": (
        "0::/a/b",
        V2.format(base="/", mount="/c"),
        {"c/cpu.max": "max 100000", "c/a/cpu.max": "50000 100000", "c/a/b/cpu.max": "max 100000"},
        0.5,
    ),
    "version 2, no quota": ("0::/a", V2.format(base="/", mount="/c"), {"c/a/cpu.max": "max 100000"}, None),
    "version 2, another group's": ("0::/a", V2.format(base="/", mount="/c"), {"c/b/cpu.max": "100000 100000"}, None),
    "version 2, mounted from inside": ("0::/k/p/q", V2.format(base="/k/p", mount="/c"), {"c/q/cpu.max": "20000 10000"}, 2),
    "version 2, outside of the namespace": ("0::/../../p", V2.format(base="/", mount="/c"), {"c/cpu.max": "30000 10000"}, 3),
    "version 2, a space in the path": ("0::/a", V2.format(base="/", mount="/c\\040d"), {"c d/a/cpu.max": "30000 10000"}, 3),
    "version 1": (
        "4:cpu,cpuacct:/a\n0::/",
        V1.format(base="/", mount="/c"),
        {"c/a/cpu.cfs_quota_us": "250000", "c/a/cpu.cfs_period_us": "100000"},
        2.5,
    ),
    "version 1, bind-mounted": (
        "4:cpu,cpuacct:/docker/a",
        V1.format(base="/docker/a", mount="/c"),
        {"c/cpu.cfs_quota_us": "250000", "c/cpu.cfs_period_us": "100000"},
        2.5,
    ),
    "version 1, no quota": (
        "4:cpu,cpuacct:/a",
        V1.format(base="/", mount="/c"),
        {"c/a/cpu.cfs_quota_us": "-1", "c/a/cpu.cfs_period_us": "100000"},
        None,
    ),
    "both": (
        "4:cpu:/a\n0::/b",
        V1.format(base="/", mount="/c") + V2.format(base="/", mount="/c/unified"),
        {"c/a/cpu.cfs_quota_us": "300000", "c/a/cpu.cfs_period_us": "100000", "c/unified/b/cpu.max": "200000 100000"},
        2,
    ),
    "text that is no number": ("0::/", V2.format(base="/", mount="/c"), {"c/cpu.max": "some 100000"}, None),
    "a period of nothing": ("0::/", V2.format(base="/", mount="/c"), {"c/cpu.max": "100000 0"}, None),
    "no control groups": ("", "", {}, None),
}


@pytest.mark.parametrize("case", QUOTAS)
def test_the_quota_of_a_container_is_found(case, tmp_path):
    groups, mounts, files, quota = QUOTAS[case]
    files = {**files, "proc/self/cgroup": f"9:name=systemd:/\n{groups}\n", "proc/self/mountinfo": NOISE + mounts}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert limits.cpu_quota(tmp_path) == quota


def test_a_system_without_proc_has_no_quota(tmp_path):
    assert limits.cpu_quota(tmp_path) is None


@pytest.fixture
def nothing_asked():
    """What another test left of set_num_threads in this thread is gone for a while."""
    asked = core_threads.request()
    core_threads.set_request(0, 0)
    yield
    core_threads.set_request(*asked)


@with_openmp
@pytest.mark.parametrize("quota, count", [(None, None), (0.5, 1), (1, 1), (1.5, 2), (1000, None)])
def test_the_quota_rounded_up_limits_who_did_not_ask(monkeypatch, nothing_asked, quota, count):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(threads, "_QUOTA", quota)
    free = min(core_threads.openmp_limit(), core_threads.processors(), core_threads.openmp_ceiling())
    kept = limits.default_threads(limits.cpu_quota())
    try:
        core_threads.set_thread_defaults(limits.default_threads(quota), limits.omp_stack_size())
        assert fa.get_num_threads() == min(free, count or free)
        if count and count < free:
            assert threads.decided() == (count, f"container quota {quota}")
        with fa.num_threads(5):
            assert threads.decided() == (5, "set_num_threads")
        assert call("gelu", values("float32", 300001))[0].shape == (300001,)
    finally:
        core_threads.set_thread_defaults(kept, limits.omp_stack_size())


@pytest.mark.parametrize(
    "text, asked",
    [
        ("", None),
        ("3", 3),
        (" 4 , 2", 4),
        ("+2", 2),
        ("0", None),
        ("-2", None),
        ("many", None),
        ("3,", None),
    ],
)
def test_omp_num_threads_is_read_as_openmp_reads_it(monkeypatch, text, asked):
    monkeypatch.setenv("OMP_NUM_THREADS", text)
    assert limits.omp_num_threads() == asked
    assert limits.default_threads(1.5) == (0 if asked else 2)


DECIDED = [
    ({"OMP_NUM_THREADS": "3"}, "", 3, "OMP_NUM_THREADS"),
    ({"OMP_NUM_THREADS": "3,2"}, "", 3, "OMP_NUM_THREADS"),
    ({"OMP_THREAD_LIMIT": "1"}, "", 1, "OMP_THREAD_LIMIT"),
    ({"OMP_THREAD_LIMIT": "2", "OMP_NUM_THREADS": "5"}, "fa.set_num_threads(4)", 2, "OMP_THREAD_LIMIT"),
    ({"OMP_NUM_THREADS": "3"}, "fa.set_num_threads(7)", 7, "set_num_threads"),
    ({"OMP_NUM_THREADS": "3"}, "import threadpoolctl; threadpoolctl.threadpool_limits(2)", 2, "OpenMP's limit"),
    ({"OMP_DYNAMIC": "true", "OMP_NUM_THREADS": "4"}, "", 4, "OMP_NUM_THREADS"),
    ({"OMP_NUM_THREADS": "3"}, "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})", 3, "OMP_NUM_THREADS"),
]


@linux
@with_openmp
@pytest.mark.parametrize("environment, code, count, reason", DECIDED)
def test_show_runtime_says_what_decides_the_number_of_threads(environment, code, count, reason):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OMP_")}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{PRELUDE}\nfa._core.loops.threads.set_request(0, 0)\n{code}\n"
            f"assert fa.get_num_threads() == {count} and right()\nfa.show_runtime()\n",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        env={**kept, **environment},
    )
    assert done.returncode == 0, done.stderr
    assert f"\nthreads  {count} ({reason}), of " in done.stdout


@linux
@with_openmp
def test_affinity_that_is_set_after_the_import_is_obeyed(nothing_asked):
    if limits.omp_num_threads():
        pytest.skip("OMP_NUM_THREADS is set, and rules")
    allowed = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert fa.get_num_threads() == 1
        if os.cpu_count() > 1:
            assert threads.decided()[1] in ("affinity", f"container quota {threads._QUOTA}")
    finally:
        os.sched_setaffinity(0, allowed)


@with_openmp
def test_threadpoolctl_limits_the_number_of_threads_and_restores_it():
    before = fa.get_num_threads()
    with threadpool_limits(1, user_api="openmp"):
        assert fa.get_num_threads() == 1
    assert fa.get_num_threads() == before
    with fa.num_threads(2):
        with threadpool_limits(1, user_api="openmp"):
            assert fa.get_num_threads() == (1 if before > 1 else 2)
        assert fa.get_num_threads() == 2


# ---- the floating-point environment ----------------------------------------------------------------------------------------

libm = ctypes.CDLL(ctypes.util.find_library("m")) if os.name == "posix" else None
MACHINE = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}.get(platform.machine().lower())
INVALID, DIVIDE, OVERFLOW, UNDERFLOW, INEXACT = (1, 4, 8, 16, 32) if MACHINE == "x86_64" else (1, 2, 4, 8, 16)
FLAGS = INVALID | DIVIDE | OVERFLOW | UNDERFLOW | INEXACT
# FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO; the word of fenv_t that holds the modes, and its flush-to-zero bits
ROUNDINGS, WORD, FLUSH = [0, 0x800000, 0x400000, 0xC00000], 0, 1 << 24
if MACHINE == "x86_64":
    ROUNDINGS, WORD, FLUSH = [0, 0x400, 0x800, 0xC00], 7, 0x8040
knows_fenv = pytest.mark.skipif(
    libm is None or MACHINE is None or not sys.platform.startswith("linux"), reason="fenv_t is known for glibc alone"
)


class Modes:
    """The rounding mode and flush-to-zero of this thread, for a `with` block."""

    def __init__(self, rounding=0, flush=False):
        self.rounding, self.flush = rounding, flush
        self.before = (ctypes.c_uint32 * 16)()

    def __enter__(self):
        libm.fegetenv(self.before)
        changed = (ctypes.c_uint32 * 16)(*self.before)
        changed[WORD] |= FLUSH if self.flush else 0
        libm.fesetenv(changed)
        libm.fesetround(self.rounding)

    def __exit__(self, *_):
        libm.fesetenv(self.before)


def modes():
    found = (ctypes.c_uint32 * 16)()
    libm.fegetenv(found)
    return libm.fegetround(), found[WORD] & FLUSH


SPECIAL = {dtype: np.resize(specials(dtype), 999) for dtype in ("float16", "float32", "float64")}
LARGE = np.resize(values("float32", 5000), 300001)
ROWS = np.linspace(-100, 3, 300000, dtype="float32").reshape(1000, 300).T
KINDS = {
    "ufunc": lambda: fa.gelu(SPECIAL["float32"]),
    "float64": lambda: fa.mish_grad(SPECIAL["float64"]),
    "float16": lambda: fa.sigmoid(SPECIAL["float16"]),
    "two results": lambda: fa.silu_with_grad(SPECIAL["float32"]),
    "parameters": lambda: fa.elu_backward(SPECIAL["float32"], SPECIAL["float32"], 0.5),
    "strided": lambda: fa.softplus(SPECIAL["float32"][::-3]),
    "cast": lambda: fa.tanh(np.arange(-20, 20)),
    "scalar": lambda: fa.exponential(np.float32(200)),
    "where": lambda: fa.exponential(SPECIAL["float64"], where=SPECIAL["float64"] > 0, out=np.zeros(999)),
    "gufunc": lambda: fa.softmax(SPECIAL["float32"].reshape(27, 37)),
    "gufunc over another axis": lambda: fa.log_softmax(SPECIAL["float64"].reshape(37, 27), axis=0),
    "reduction": lambda: fa.logsumexp(SPECIAL["float32"]),
    "threads": lambda: fa.gelu_with_grad(LARGE),
    "threads, strided": lambda: fa.gelu(LARGE[::-1]),
    "threads, gufunc": lambda: fa.softmax(ROWS),
    "composite": lambda: fa.crelu(SPECIAL["float32"]),
}


def results_of(kind, count):
    with fa.num_threads(count):
        found = KINDS[kind]()
    return found if isinstance(found, tuple) else (found,)


@knows_fenv
@pytest.mark.parametrize("pooled", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_modes_and_flags_of_the_caller_are_left_as_found(kind, pooled):
    """NumPy itself clears all flags but that of inexact results before it calls a loop; the interpreter may raise that one
    between two instructions, so it has three chances not to."""
    compute = KINDS[kind]
    with fa.num_threads(2):
        if pooled:
            with fa.pooled():
                compute()
        for rounding, flush, raised in [(0, False, 0), (ROUNDINGS[2], False, 0), (ROUNDINGS[3], True, INEXACT)]:
            with Modes(rounding, flush):
                before = modes()
                for _ in range(3):
                    libm.feclearexcept(FLAGS)
                    libm.feraiseexcept(raised)
                    compute()
                    flags, after = libm.fetestexcept(FLAGS), modes()
                    if flags == raised:
                        break
            assert flags == raised
            assert after == before == (rounding, FLUSH if flush else 0)


@knows_fenv
@with_openmp
@pytest.mark.parametrize("kind", ["threads", "threads, strided", "threads, gufunc"])
@pytest.mark.parametrize("rounding, flush", [*itertools.product(ROUNDINGS[1:], [False]), (0, True)])
def test_workers_compute_in_the_modes_of_the_caller(kind, rounding, flush):
    plain = results_of(kind, 1)
    with Modes(rounding, flush):
        serial = results_of(kind, 1)
        parallel = [results_of(kind, 2) for _ in range(5)]
    again = results_of(kind, 2)
    assert not all(np.array_equal(s, p, equal_nan=True) for s, p in zip(serial, plain, strict=True))
    for found in parallel:
        assert_same_bits(found, serial)
    assert_same_bits(again, plain)


def test_import_leaves_subnormal_numbers_on_in_every_thread():
    assert_done(
        python(
            """
import threading, numpy as np, fastact
def check():
    small = np.finfo("f").tiny, np.finfo("d").tiny
    good.append(all(x / 2 != 0 and x / 2 * 2 == x for x in small) and np.float32(1e-45) * np.float32(1) != 0)
good = []
thread = threading.Thread(target=check)
thread.start()
thread.join()
check()
assert good == [True, True]
print("done")
""",
            prelude="",
        )
    )
    for module in COMPILED:
        code = Path(module.__file__).read_bytes()
        assert b"set_fast_math" not in code and b"crtfastmath" not in code


# ---- threads of Python -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, -1, 2**31, -(2**70)])
def test_a_count_out_of_range_is_a_value_error_and_changes_nothing(count):
    with fa.num_threads(2):
        with pytest.raises(ValueError, match="count"):
            fa.set_num_threads(count)
        with pytest.raises(ValueError, match="count"), fa.num_threads(count):
            pass
        assert fa.get_num_threads() == 2


@pytest.mark.parametrize("count", ["a", 1.5, None, 2.0, [1]])
def test_a_count_that_is_no_integer_is_a_type_error_and_changes_nothing(count):
    with fa.num_threads(2):
        with pytest.raises(TypeError, match="count"):
            fa.set_num_threads(count)
        with pytest.raises(TypeError, match="count"), fa.num_threads(count):
            pass
        assert fa.get_num_threads() == 2


@pytest.mark.parametrize("count", [1, 3, np.int32(5), np.uint8(2)])
def test_a_count_is_what_get_num_threads_returns(count):
    with fa.num_threads(1):
        fa.set_num_threads(count)
        assert fa.get_num_threads() == count and type(fa.get_num_threads()) is int


def test_num_threads_nests_and_restores_even_on_an_exception():
    before = fa.get_num_threads()
    with fa.num_threads(3):
        with pytest.raises(KeyError), fa.num_threads(5):
            assert fa.get_num_threads() == 5
            raise KeyError
        assert fa.get_num_threads() == 3
    assert fa.get_num_threads() == before


def test_the_number_of_threads_is_of_the_calling_thread():
    found = {}

    def other():
        found["at first"] = fa.get_num_threads()
        fa.set_num_threads(11)
        found["then"] = fa.get_num_threads()

    before = fa.get_num_threads()
    with fa.num_threads(7):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert fa.get_num_threads() == 7
    assert found == {"at first": before, "then": 11}
    assert fa.get_num_threads() == before


def test_counts_and_calls_of_many_threads_do_not_meet():
    x = values("float32", 300001)
    names = ["gelu", "relu_with_grad", "silu", "softsign"]
    want = {name: call(name, x) for name in names}
    failures = []

    def work(k):
        try:
            rng = np.random.default_rng(k)
            own = int(rng.integers(1, 4))
            fa.set_num_threads(own)
            for _ in range(20):
                name, count = names[rng.integers(len(names))], int(rng.integers(1, 5))
                with fa.num_threads(count):
                    assert fa.get_num_threads() == min(count, core_threads.openmp_ceiling()) or not core_threads.openmp_version
                    assert_same_bits(call(name, x), want[name], name)
                assert core_threads.request()[0] == own
        except BaseException as error:
            failures.append(error)

    callers = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in callers:
        thread.start()
    for thread in callers:
        thread.join()
    assert not failures


@pytest.mark.parametrize("module", COMPILED)
def test_a_module_declares_that_it_needs_no_gil(module):
    """Its definition, a PyModuleDef, says it in a slot from Python 3.13 on."""
    name = module.__name__.rpartition(".")[2]
    make = getattr(ctypes.PyDLL(module.__file__), f"PyInit_{name}")
    make.restype = ctypes.c_void_p
    words = ctypes.cast(make(), ctypes.POINTER(ctypes.c_void_p))
    slot = ctypes.cast(words[object.__basicsize__ // 8 + 3 + 4], ctypes.POINTER(ctypes.c_void_p))
    slots = {}
    while slot[2 * len(slots)]:
        slots[slot[2 * len(slots)]] = slot[2 * len(slots) + 1]
    create, execute, gil = 1, 2, 4
    assert {create, execute} <= set(slots)
    if sys.version_info >= (3, 13):
        assert slots[gil] == 1


@pytest.mark.parametrize("name", ["fastact", *(module.__name__ for module in COMPILED)])
def test_another_interpreter_is_refused_and_harms_nothing(name):
    """NumPy, too, is for one interpreter of a process alone."""
    for module in ("_interpreters", "_xxsubinterpreters"):
        if importlib.util.find_spec(module):
            break
    else:
        pytest.skip("this Python has no module for interpreters")
    assert_done(
        python(f"""
import {module} as interpreters
source, target = os.pipe()
interpreters.run_string(interpreters.create(), f'''
import os
try:
    import {name}
    os.write({{target}}, b"imported")
except ImportError:
    os.write({{target}}, b"refused")
''')
assert os.read(source, 1000) == b"refused"
assert right()
print("done")
""")
    )


# ---- interrupts and exceptions ---------------------------------------------------------------------------------------------


@linux
def test_an_interrupt_is_seen_after_the_call_and_nothing_is_lost():
    assert_done(
        python("""
def interrupt():
    time.sleep(0.0005)
    os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
x, out, complete = np.resize(x, 4 * 10**6), np.empty(4 * 10**6, "f"), 0
want = np.resize(want, x.size)
fa.set_num_threads(2)
while complete < 3:
    out[:] = 9
    thread = threading.Thread(target=interrupt)
    try:
        thread.start()
        fa.mish(x, out=out)
        while True:
            pass
    except KeyboardInterrupt:
        pass
    thread.join()
    assert (out == want).all() or (out == 9).all()
    complete += bool((out == want).all())
have_team(3)
print("done")
""")
    )


@linux
@with_openmp
def test_exceptions_of_overrides_leave_nothing_locked():
    assert_done(
        python("""
class Broken:
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        fa.mish(x)
        raise KeyError(ufunc.__name__)
have_team()
for function in (fa.mish, fa.mish_backward, fa.leaky_relu, fa.softmax):
    try:
        function(x, Broken()) if function in (fa.mish_backward, fa.leaky_relu) else function(Broken())
    except (KeyError, TypeError):
        pass
    else:
        raise AssertionError(function)
try:
    fa.mish(x, out=Broken())
except KeyError:
    pass
else:
    raise AssertionError("out")
have_team(3)
print("done")
""")
    )


# ---- neighbours ------------------------------------------------------------------------------------------------------------


@linux
@with_openmp
def test_threadpoolctl_lists_the_runtime():
    assert_done(
        python("""
import threadpoolctl
runtimes = [i for i in threadpoolctl.threadpool_info() if i["user_api"] == "openmp"]
assert len(runtimes) == 1 and runtimes[0]["prefix"] in ("libgomp", "libomp", "libiomp")
print("done")
""")
    )


@linux
@with_openmp
@pytest.mark.parametrize("first", ["fastact", "other"])
@pytest.mark.parametrize("library", WORK)
def test_another_library_works_beside_fastact_and_so_does_a_forked_child(library, first):
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    assert_done(
        python(
            PRELUDE
            + """
fa.set_num_threads(2)
for _ in range(3):
    work()
    for _ in range(20):
        ours()
    assert ours_right()
assert child_of_fork() == 0 and right()
work()
print("done")
""",
            program(library, first),
        )
    )
