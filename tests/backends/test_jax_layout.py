"""What the handler declares of XLA's interface is as JAX's own header has it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import pytest

jax = pytest.importorskip("jax")

SOURCES = Path(__file__).parents[2] / "src_c"
CC = shutil.which(os.environ.get("CC", "cc").split()[0])
CONSTANTS = {
    "XLA_MAJOR": "XLA_FFI_API_MAJOR",
    "XLA_MINOR": "XLA_FFI_API_MINOR",
    "XLA_METADATA": "XLA_FFI_Extension_Metadata",
    "XLA_INVALID_ARGUMENT": "XLA_FFI_Error_Code_INVALID_ARGUMENT",
    "XLA_UNIMPLEMENTED": "XLA_FFI_Error_Code_UNIMPLEMENTED",
    "XLA_FLOAT16": "XLA_FFI_DataType_F16",
    "XLA_BFLOAT16": "XLA_FFI_DataType_BF16",
    "XLA_FLOAT32": "XLA_FFI_DataType_F32",
    "XLA_FLOAT64": "XLA_FFI_DataType_F64",
    "XLA_BUFFER": "XLA_FFI_ArgType_BUFFER",
    "XLA_ARRAY": "XLA_FFI_AttrType_ARRAY",
    "XLA_STRING": "XLA_FFI_AttrType_STRING",
    "XLA_EXECUTE": "XLA_FFI_ExecutionStage_EXECUTE",
}
# For each structure its name in the header, the last field that its size counts, and its fields in their order.
STRUCTURES = {
    "xla_extension": ("Extension_Base", "next", "struct_size type next"),
    "xla_version": ("Api_Version", "minor_version", "struct_size extension_start major_version minor_version"),
    "xla_message": ("Error_Create_Args", "errc", "struct_size extension_start message errc"),
    "xla_api": ("Api", "", "struct_size extension_start api_version internal_api XLA_FFI_Error_Create"),
    "xla_metadata": ("Metadata", "traits", "struct_size api_version traits state_type_id"),
    "xla_asks_metadata": ("Metadata_Extension", "metadata", "extension_base metadata"),
    "xla_buffer": ("Buffer", "dims", "struct_size extension_start dtype data rank dims"),
    "xla_operands": ("Args", "args", "struct_size extension_start size types args"),
    "xla_operands ": ("Rets", "rets", "struct_size extension_start size types rets"),
    "xla_text": ("ByteSpan", "", "ptr len"),
    "xla_numbers": ("Array", "", "dtype size data"),
    "xla_attributes": ("Attrs", "attrs", "struct_size extension_start size types names attrs"),
    "xla_call": ("CallFrame", "attrs", "struct_size extension_start api ctx stage args rets attrs"),
}


def fields(declarations, structure):
    """The names of the fields, as our header declares them."""
    body = re.search(rf"struct (?:\w+ )?{{([^}}]*)}} {structure};", declarations)[1]
    body = re.sub(r"/\*.*?\*/", "", re.sub(r"\(\*(\w+)\)\(.*?\)", r"\1", body), flags=re.S)
    return [name for line in body.split(";") if line.strip() for name in re.findall(r"(\w+)(?=,|$)", line.strip())]


@pytest.mark.skipif(CC is None or not SOURCES.is_dir(), reason="needs a C compiler and the sources")
def test_structures_and_codes(tmp_path):
    declarations = (SOURCES / "jax" / "xla.h").read_text()
    claims = [f"(int){own} == (int){theirs}" for own, theirs in CONSTANTS.items()]
    for own, (theirs, last, names) in STRUCTURES.items():
        own, theirs = own.strip(), f"XLA_FFI_{theirs}"
        known = fields(declarations, own)
        assert len(known) == len(names.split()), known
        for one, other in zip(known, names.split()):
            claims.append(f"offsetof({own}, {one}) == offsetof({theirs}, {other})")
            claims.append(f"sizeof((({own} *)0)->{one}) == sizeof((({theirs} *)0)->{other})")
        if last:
            claims.append(f"{theirs}_STRUCT_SIZE == XLA_FFI_STRUCT_SIZE({theirs}, {last})")
    for own, theirs in (("operands", "Args"), ("operands", "Rets"), ("attributes", "Attrs"), ("call", "CallFrame")):
        claims.append(f"sizeof(xla_{own}) == XLA_FFI_{theirs}_STRUCT_SIZE")  # what the handler asks for
    source = ['#include "jax/xla.h"', "#include <xla/ffi/api/c_api.h>"]
    source += [f'_Static_assert({claim}, "{claim}");' for claim in claims]
    (tmp_path / "layout.c").write_text("\n".join(source) + "\n")
    command = [CC, "-std=c11", "-fsyntax-only", f"-I{SOURCES}", f"-isystem{jax.ffi.include_dir()}", "layout.c"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
