"""What this processor is called: a virtual machine often tells no more than "AMD EPYC", so its microarchitecture stands beside,
which follows from the family and the model."""

import platform
import re
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")

MODELS = {  # by vendor and family, in hexadecimal: one, or from the first to the last
    ("AuthenticAMD", 0x17): {"Zen": "00-2f", "Zen 2": "30-af"},
    ("AuthenticAMD", 0x19): {"Zen 3": "00-0f 20-5f", "Zen 4": "10-1f 60-af"},
    ("AuthenticAMD", 0x1A): {"Zen 5": "00-4f 60-7f"},
    ("GenuineIntel", 0x06): {
        "Haswell": "3c 3f 45-46",
        "Broadwell": "3d 47 4f 56",
        "Skylake": "4e 5e",
        "Kaby Lake": "8e 9e",
        "Skylake-X": "55",
        "Ice Lake": "6a 6c 7d-7e",
        "Tiger Lake": "8c-8d",
        "Rocket Lake": "a7",
        "Alder Lake": "97 9a",
        "Raptor Lake": "b7 ba bf",
        "Sapphire Rapids": "8f",
        "Emerald Rapids": "cf",
        "Granite Rapids": "ad-ae",
    },
}
STEPPINGS = {("Skylake-X", 5): "Cascade Lake", ("Skylake-X", 10): "Cooper Lake"}  # from which on the model is another
ARM = {  # by implementer and part
    ("0x41", "0xd08"): "Cortex-A72",
    ("0x41", "0xd0b"): "Cortex-A76",
    ("0x41", "0xd0c"): "Neoverse N1",
    ("0x41", "0xd40"): "Neoverse V1",
    ("0x41", "0xd49"): "Neoverse N2",
    ("0x41", "0xd4f"): "Neoverse V2",
    ("0xc0", "0xac3"): "Ampere-1",
}
NOISE = r"\((?:R|TM|r|tm)\)|\bCPU\b|\bProcessor\b|@.*|\d+-Core|\s+with .*"  # in a model's name


def described():
    """The first processor's entries in /proc/cpuinfo; none elsewhere than on Linux."""
    try:
        first = CPUINFO.read_text().partition("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in first.splitlines() if ":" in line)
    return {key.strip(): value.strip() for key, _, value in pairs}


def microarchitecture(entries):
    """Or None where the table does not know it."""
    if "CPU part" in entries:
        return ARM.get((entries.get("CPU implementer"), entries["CPU part"]))
    try:
        family, model, stepping = (int(entries[key]) for key in ("cpu family", "model", "stepping"))
    except (KeyError, ValueError):
        return None
    for found, spans in MODELS.get((entries.get("vendor_id"), family), {}).items():
        if any(int(span[:2], 16) <= model <= int(span[-2:], 16) for span in spans.split()):
            later = [other for (of, least), other in STEPPINGS.items() if of == found and stepping >= least]
            return later[-1] if later else found
    return None


def name(entries=None):
    """As its maker calls it, and its microarchitecture."""
    entries = described() if entries is None else entries
    found, micro = " ".join(re.sub(NOISE, " ", entries.get("model name", "")).split()), microarchitecture(entries)
    if not found:
        return micro or platform.processor() or platform.machine()
    return found if micro is None else f"{found} ({micro})"


def slug(processor, isa):
    """What files of its results are called."""
    return re.sub(r"[^a-z0-9]+", "-", f"{processor} {isa}".lower()).strip("-")
