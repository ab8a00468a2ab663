"""Children of forks, from any thread, and workers that are made by forks."""

import pytest
from subprocesses import PRELUDE, assert_done, interpreter, linux, script, with_openmp

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
    assert_done(script(FORKS[origin] + "assert right()\nprint('done')\n"))


@linux
@with_openmp
def test_a_forked_child_is_serial_and_says_so_while_its_parent_keeps_its_threads():
    assert_done(
        script(
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
    file = tmp_path / "script.py"
    file.write_text(MULTIPROCESSING)
    assert_done(interpreter("-W", "ignore", file, method))


@linux
@with_openmp
def test_workers_of_a_server_that_forks_before_it_serves_compute():
    assert_done(
        script("""
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
