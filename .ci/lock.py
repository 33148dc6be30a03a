"""Write the four lock files, requirements*.txt, from pyproject.toml (make lock).

Without an argument, versions stay as they are if pyproject.toml still allows them; --upgrade takes
the newest. All files have hashes for every platform and name no package index, so they work with
whatever index pip is set to.
"""

import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.txt"
EDITIONS = "requirements-editions.txt"
DEVELOPMENT = "requirements-dev.txt"
READBACK = "requirements-readback.txt"
OLDEST_PYTHON = "3.11"


def find_uv(pyproject: dict[str, dict[str, dict[str, list[str]]]]) -> Path:
    """Return uv from the locked tools, or from a small environment made for this purpose."""
    locked = ROOT / ".venv/bin/uv"
    if locked.exists():
        return locked
    folder = ROOT / ".cache/lock-venv"
    uv = folder / "bin/uv"
    if not uv.exists():
        wanted = [
            requirement
            for requirement in pyproject["project"]["optional-dependencies"]["dev"]
            if requirement.startswith("uv>")
        ]
        venv.create(folder, with_pip=True, clear=True)
        python = str(folder / "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return uv


def compile_lock(uv: Path, setup: list[str], output: str, *options: str) -> None:
    """Resolve pyproject.toml together with what its setup needs, for all platforms."""
    print(f"Locking {output} ...", flush=True)
    subprocess.run(
        [
            str(uv),
            "pip",
            "compile",
            "pyproject.toml",
            "-",
            "--universal",
            f"--python-version={OLDEST_PYTHON}",
            "--generate-hashes",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--custom-compile-command=make lock",
            "--quiet",
            f"--output-file={output}",
            *options,
        ],
        cwd=ROOT,
        input="\n".join(setup) + "\n",
        text=True,
        check=True,
    )
    text = (ROOT / output).read_text(encoding="utf-8")
    if "://" in text or str(ROOT) in text:
        sys.exit(f"error: {output} contains an address or a path of this machine; see the file.")


def main() -> None:
    """Lock development first, so that the versions that run are those that were tested."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    uv = find_uv(pyproject)
    setup = pyproject["build-system"]["requires"] + pyproject["dependency-groups"]["setup"]
    upgrade = [argument for argument in sys.argv[1:] if argument == "--upgrade"]
    compile_lock(uv, setup, DEVELOPMENT, "--extra=dev", "--extra=editions", *upgrade)
    extras = ("--extra=dev", "--extra=editions", "--extra=readback")
    compile_lock(uv, setup, READBACK, *extras, f"--constraint={DEVELOPMENT}", *upgrade)
    compile_lock(uv, setup, EDITIONS, "--extra=editions", f"--constraint={DEVELOPMENT}", *upgrade)
    compile_lock(uv, setup, RUNTIME, f"--constraint={DEVELOPMENT}", *upgrade)
    print("Done. Look at `git diff requirements*.txt`, then run `make test`.")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"error: locking failed: {error.cmd[0]} ended with exit code {error.returncode}.")
