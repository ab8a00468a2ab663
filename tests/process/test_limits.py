"""How many threads the surroundings allow: quotas of containers, OpenMP's variables, affinity, and no thread at all."""

import os

import pytest
from calls import call, values
from subprocesses import assert_done, linux, script, with_openmp
from threadpoolctl import threadpool_limits

import fastact as fa
from fastact._core.loops import parallel as core_threads
from fastact.process import thread_limits, threads

# ---- no thread to be had ----------------------------------------------------------------------------------------------------

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
        script(
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
        script(
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
    assert thread_limits.omp_stack_size() == size


# ---- limits -----------------------------------------------------------------------------------------------------------------

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
    assert thread_limits.cpu_quota(tmp_path) == quota


def test_a_system_without_proc_has_no_quota(tmp_path):
    assert thread_limits.cpu_quota(tmp_path) is None


@with_openmp
@pytest.mark.parametrize("quota, count", [(None, None), (0.5, 1), (1, 1), (1.5, 2), (1000, None)])
def test_the_quota_rounded_up_limits_who_did_not_ask(monkeypatch, nothing_asked, quota, count):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(threads, "_QUOTA", quota)
    free = min(core_threads.openmp_limit(), core_threads.processors(), core_threads.openmp_ceiling())
    kept = thread_limits.default_threads(thread_limits.cpu_quota())
    try:
        core_threads.set_thread_defaults(thread_limits.default_threads(quota), thread_limits.omp_stack_size())
        assert fa.get_num_threads() == min(free, count or free)
        if count and count < free:
            assert threads.decided() == (count, f"container quota {quota}")
        with fa.num_threads(5):
            assert threads.decided() == (5, "num_threads")
        fa.set_num_threads(6)
        assert threads.decided() == (6, "set_num_threads")
        assert call("gelu", values("float32", 300001))[0].shape == (300001,)
    finally:
        core_threads.set_thread_defaults(kept, thread_limits.omp_stack_size())


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
    assert thread_limits.omp_num_threads() == asked
    assert thread_limits.default_threads(1.5) == (0 if asked else 2)


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
    unset = {name: None for name in os.environ if name.startswith("OMP_")}
    done = script(
        f"""
{code}
assert fa.get_num_threads() == {count} and right()
fa.show_runtime()
""",
        **unset | environment,
    )
    assert done.returncode == 0, done.stderr
    assert f"\nthreads  {count} ({reason}), of " in done.stdout


@linux
@with_openmp
def test_affinity_that_is_set_after_the_import_is_obeyed(nothing_asked):
    if thread_limits.omp_num_threads():
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
