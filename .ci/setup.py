"""Make .venv match the lock files: `setup.py runtime` for the site, `setup.py editions` for all
formats of downloads, `setup.py dev` for the tests too, `setup.py readback` for third-party programs
that read our files back.

Does nothing, and needs no network, while the environment matches. What it was made from is in
.venv/toolkit-setup.json; an interrupted run is resumed.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin/python"
STAMP = VENV / "toolkit-setup.json"
# Packages that exist only as source, and are so small that all of it was reviewed: its setup file
# only names its one module. It is built from the file whose hash is locked, with the setuptools in
# the same lock file.
SOURCES = ("jstyleson",)
# Pip works on one package at a time, so this many pips share a lock file. Modules are compiled on
# first use, since most are never used.
PIPS = 3
# We only read neuxml's schemas. This file would load all of it whenever Python starts.
UNWANTED = "lib/python*/site-packages/hatch_autorun_neuxml.pth"
# Each includes all of those before it.
LOCKS = {
    "runtime": ROOT / "requirements.txt",
    "editions": ROOT / "requirements-editions.txt",
    "dev": ROOT / "requirements-dev.txt",
    "readback": ROOT / "requirements-readback.txt",
}


def digest(data: bytes) -> str:
    """Return the digest of `data`."""
    return hashlib.sha256(data).hexdigest()


def project_digest() -> str:
    """Return a digest of what an installation takes from pyproject.toml (not tool settings)."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    used = {table: pyproject.get(table) for table in ("build-system", "project")}
    return digest(json.dumps(used, sort_keys=True).encode())


def venv_version() -> str | None:
    """Return the version of the environment's Python, or None if it does not run."""
    try:
        run = subprocess.run([PYTHON, "-V"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout.strip()


def read_stamp() -> dict[str, Any]:
    """Return what .venv was made from; empty if unknown."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, Any]) -> None:
    """Record what .venv was made from, atomically."""
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    part.replace(STAMP)


def pip(*arguments: str, beside: Sequence[str] = ("",)) -> None:
    """Run the environment's pip, quietly and without questions.

    Makes one run for each of `beside`, all at once, with it as the last argument.
    """
    command = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += arguments
    runs = [subprocess.Popen([*command, *filter(None, [last])], cwd=ROOT) for last in beside]
    for code in [run.wait() for run in runs]:
        if code:
            raise subprocess.CalledProcessError(code, command)


def normalized(name: str) -> str:
    """Return a package name in the form used for comparisons."""
    return re.sub(r"[-_.]+", "-", name).lower()


def install(lock: Path) -> None:
    """Install what a lock file names: as wheels, since a source package would run code and fetch
    what is not locked; then those in SOURCES. Pip comes first: the one in Python 3.11 needs three
    times as long for the others.
    """
    each = re.findall(r"^\w.*(?:\n[ ].*)*\n", lock.read_text(encoding="utf-8"), re.MULTILINE)
    newer = [one for one in each if one.startswith("pip==")]
    sources = [one for one in each if one.startswith(tuple(f"{name}==" for name in SOURCES))]
    wheels = [one for one in each if one not in newer and one not in sources]
    strict = ("install", "--require-hashes", "--no-deps", "--no-compile")
    with tempfile.TemporaryDirectory() as folder:
        listed: list[str] = []
        for part in (newer, *(wheels[first::PIPS] for first in range(PIPS)), sources):
            file = Path(folder, f"{len(listed)}.txt")
            file.write_text("".join(part), encoding="utf-8")
            listed.append(f"--requirement={file}")
        pip(*strict, "--only-binary=:all:", listed[0])
        pip(*strict, "--only-binary=:all:", beside=listed[1:-1])
        if sources:
            built = (f"--no-binary={','.join(SOURCES)}", "--no-build-isolation")
            pip(*strict, *built, listed[-1])
    for path in VENV.glob(UNWANTED):
        path.unlink()


def remove_unlocked() -> None:
    """Uninstall what is not locked, such as leftovers of an earlier lock file."""
    lock = LOCKS["readback"].read_text(encoding="utf-8")
    keep = {normalized(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, re.MULTILINE)}
    keep.add("toolkit")
    listing = "import importlib.metadata as m; print(*(d.name for d in m.distributions()))"
    run = subprocess.run([PYTHON, "-I", "-c", listing], capture_output=True, text=True, check=True)
    leftovers = sorted({name for name in run.stdout.split() if normalized(name) not in keep})
    if leftovers:
        pip("uninstall", "--yes", *leftovers)


@contextmanager
def alone() -> Iterator[None]:
    """Let only one setup at a time run in this checkout; others wait."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def fits(stamp: dict[str, Any], level: str, locks: dict[str, str]) -> bool:
    """Return whether the packages of this level, or of one that includes it, are installed."""
    levels = list(LOCKS)
    return any(stamp.get(one) == locks[one] for one in levels[levels.index(level) :])


def set_up(level: str) -> None:
    """Bring .venv to this level, doing only what is missing."""
    started = time.monotonic()
    locks = {name: digest(path.read_bytes()) for name, path in LOCKS.items()}
    project = project_digest()
    version = venv_version()
    stamp = read_stamp()
    base = {"root": str(ROOT), "python": version}
    if version is None or {key: stamp.get(key) for key in base} != base:
        # Never made, half-made, moved to another folder, or its Python has changed.
        stamp = {}
    if fits(stamp, level, locks) and stamp.get("project") == project:
        here = sys.version.split()[0]
        if os.environ.get("PYTHON") and version != f"Python {here}":
            print(f"note: .venv keeps {version}; for {here}, first: make clean ALL=1", flush=True)
        return

    if not stamp:
        print(f"Making .venv with Python {sys.version.split()[0]} ...", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        try:
            venv.create(VENV, with_pip=True)
        except OSError:
            # On a USB stick, which has no links, lib64 can't be one that leads to lib.
            (VENV / "lib64").mkdir(exist_ok=True)
            venv.create(VENV, with_pip=True)
        stamp = {"root": str(ROOT), "python": venv_version()}
    if not fits(stamp, level, locks):
        # Until everything is installed, record nothing as installed: an interrupted run is resumed.
        write_stamp({key: stamp[key] for key in base})
        print(f"Installing {LOCKS[level].name} (needs a package index, once) ...", flush=True)
        install(LOCKS[level])
        remove_unlocked()
        levels = list(LOCKS)
        stamp = {key: value for key, value in stamp.items() if key not in levels}
        stamp |= {one: locks[one] for one in levels[: levels.index(level) + 1]}
    pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", ".")
    write_stamp(stamp | {"project": project})
    print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)


def main() -> None:
    """Set up the level named on the command line."""
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        sys.exit(f"usage: setup.py {'|'.join(LOCKS)}")
    # Shell settings that would install packages elsewhere or mix others in.
    for name in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONPATH", "PYTHONHOME"):
        os.environ.pop(name, None)
    with alone():
        set_up(sys.argv[1])


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"error: setting up .venv failed with exit code {error.returncode}; see above.\n"
            "  The first set-up and changed lock files need a package index. Then run make again."
        )
    except KeyboardInterrupt:
        sys.exit(130)
