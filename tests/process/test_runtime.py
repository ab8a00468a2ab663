"""What runs, printed and as data."""

import json
import os
import sys

import numpy as np
import pytest
from subprocesses import python

import fastact as fa
from fastact._core import ufuncs
from fastact.process import threads


def test_the_data_say_what_is_printed(capsys):
    facts = fa.show_runtime(mode="dicts")
    assert capsys.readouterr().out == "" and fa.show_runtime() is None
    text = capsys.readouterr().out
    assert text.splitlines()[0].split() == ["fastact", facts["fastact"]] and facts["fastact"] == fa.__version__
    assert f"{facts['isa']['used']}, of {', '.join(facts['isa']['available'])}\n" in text or facts["isa"]["forced"]
    assert f"{facts['threads']['count']} ({facts['threads']['decided_by']})" in text
    assert facts["isa"]["available"] == list(ufuncs.isas) and facts["numpy"] == np.__version__
    assert (facts["threads"]["count"], facts["threads"]["decided_by"]) == threads.decided()
    if facts["openmp"]:
        assert f"{facts['openmp']['library']} (OpenMP {facts['openmp']['version']})" in text
        assert facts["threads"]["runtime"] == "OpenMP"
    assert facts["python"]["version"] == ".".join(map(str, sys.version_info[:3]))


def test_the_data_are_json_and_name_no_person_and_no_folder():
    facts = fa.show_runtime(mode="dicts")
    text = json.dumps(facts)
    assert json.loads(text) == facts
    assert os.getcwd() not in text and os.path.expanduser("~") not in text


def test_the_data_see_the_pool_and_the_choice_of_isa():
    code = "import json, fastact; print(json.dumps(fastact.show_runtime(mode='dicts')))"
    isa = ufuncs.isas[-1]
    done = python(code, FASTACT_ISA=isa, FASTACT_POOL="1")
    facts = json.loads(done.stdout)
    assert facts["isa"]["used"] == isa and facts["isa"]["forced"]
    assert facts["pool"]["on"] == facts["pool"]["available"]
    assert not json.loads(python(code, FASTACT_ISA=None, FASTACT_POOL=None).stdout)["isa"]["forced"]


def test_another_mode_is_refused():
    with pytest.raises(ValueError, match="mode must be 'stdout' or 'dicts', not 'json'"):
        fa.show_runtime(mode="json")
