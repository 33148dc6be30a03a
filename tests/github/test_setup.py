"""`make` on a contributor's computer: the environment that each target sets up first."""

import errno
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import ROOT


def test_an_environment_on_a_stick_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = importlib.util.spec_from_file_location("setup", ROOT / ".ci/setup.py")
    assert spec is not None
    assert spec.loader is not None
    setup: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setup)
    for name, path in (("VENV", ""), ("PYTHON", "bin/python"), ("STAMP", "toolkit-setup.json")):
        monkeypatch.setattr(setup, name, tmp_path / ".venv" / path)
    # Pip would take seconds, and then a network.
    make = setup.venv.create
    monkeypatch.setattr(setup.venv, "create", lambda folder, **_: make(folder))
    for name in ("install", "remove_unlocked", "pip"):
        monkeypatch.setattr(setup, name, lambda *_, **__: None)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(os, "symlink", refuse)
    setup.set_up("runtime")
    assert setup.venv_version().startswith("Python 3.")
    monkeypatch.delenv("PYTHON", raising=False)
    monkeypatch.setattr(setup.sys, "version", "3.99.0 (another)")
    capsys.readouterr()
    setup.set_up("runtime")
    assert capsys.readouterr().out == ""
    monkeypatch.setenv("PYTHON", "python3.99")
    setup.set_up("runtime")
    assert "for 3.99.0, first: make clean ALL=1" in capsys.readouterr().out


def test_a_dry_run_runs_nothing(tmp_path: Path) -> None:
    """Next to no other file, whatever a target really ran would fail."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    targets = re.findall(r"^\.PHONY: (.+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert "test" in targets
    for target in " ".join(targets).split():
        subprocess.run(["make", "-n", target], cwd=tmp_path, check=True, capture_output=True)
