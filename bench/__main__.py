"""Runs the benchmarks: `python -m bench --help`, or `make bench ARGS='--sizes 100 1000'`."""

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bench.generate import SEED
from bench.measurements import MEASUREMENTS, Measurement
from bench.process import RunFailedError, empty
from bench.report import Json, Result
from bench.workspace import Limits, Workspace

_SIZES = (100, 1_000, 10_000)


def main() -> int:
    """Measure, print, clean up. Returns 1 if a build fails, but never because it is slow."""
    arguments = _arguments()
    # Otherwise what runs, in a session of its own, would go on, and its folder would stay.
    signal.signal(signal.SIGTERM, _end)
    folder = Path(tempfile.mkdtemp(prefix="toolkit-bench-"))
    limits = Limits(arguments.rounds, arguments.limit, arguments.plain_limit)
    workspace = Workspace(folder, tuple(sorted(set(arguments.sizes))), limits, arguments.seed)
    results: dict[str, Result] = {}
    _print_machine()
    try:
        for measurement in MEASUREMENTS:
            if arguments.only and measurement.NAME not in arguments.only:
                continue
            results[measurement.NAME] = measurement.measure(workspace)
            print(f"\n{_heading(measurement)}\n\n{results[measurement.NAME].text()}", flush=True)
    except RunFailedError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        if arguments.json and results:
            _write(arguments.json, workspace, results)
        if arguments.keep:
            print(f"\nContent and sites were kept in {folder}")
        else:
            empty(folder)
    if _load() > (os.cpu_count() or 1) + 0.5:
        print(f"\nLoad at the end: {_load()}. Other work was in the way of these builds.")
    return 0


def _end(*_: object) -> None:
    # `timeout` sends it twice: the second must not interrupt the cleanup after the first.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(143)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure builds of generated entries against plain MkDocs + Material.",
    )
    add = parser.add_argument
    add(
        "--sizes", type=_positive, nargs="+", default=_SIZES, metavar="N", help="numbers of entries"
    )
    add("--rounds", type=_positive, metavar="N", help="rounds of each size (3 up to 1,000, then 1)")
    add("--only", nargs="+", choices=[each.NAME for each in MEASUREMENTS], help="what to measure")
    add("--limit", type=_seconds, default=600, metavar="S", help="seconds until a run is stopped")
    add("--plain-limit", type=_positive, metavar="N", help="leave plain MkDocs out above N entries")
    add("--seed", type=int, default=SEED, help="of the generated text")
    add("--json", type=Path, metavar="FILE", help="write the figures there too")
    add("--keep", action="store_true", help="keep the content and the sites")
    arguments = parser.parse_args()
    if arguments.json and not arguments.json.parent.is_dir():
        parser.error(f"argument --json: there is no folder {arguments.json.parent}")
    return arguments


def _positive(text: str) -> int:
    digits = text.replace(",", "")
    if not digits.isdecimal() or int(digits) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number above 0")
    return int(digits)


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if 0 < float(text) < threading.TIMEOUT_MAX:
            return float(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number of seconds above 0")


def _heading(measurement: Measurement) -> str:
    title = (measurement.__doc__ or measurement.NAME).partition("\n")[0]
    return f"{title}\n{'=' * len(title)}"


def _machine() -> Mapping[str, Json]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": _load(),
    }


def _load() -> float:
    return round(os.getloadavg()[0], 2)


def _print_machine() -> None:
    machine = _machine()
    print(
        f"Python {machine['python']}, {machine['system']}, {machine['cores']} cores, "
        f"load {machine['load']} before the start"
    )


def _write(file: Path, workspace: Workspace, results: Mapping[str, Result]) -> None:
    data: Json = {
        "version": 1,
        "machine": _machine(),
        "seed": workspace.seed,
        "sizes": workspace.sizes,
        "measurements": {
            name: {**result.data, "verdicts": [verdict.data() for verdict in result.verdicts]}
            for name, result in results.items()
        },
    }
    file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
