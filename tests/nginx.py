"""nginx on this machine, with a server block like a publisher's."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
_TYPES = "text/html html; text/xml xml;"


@contextmanager
def nginx(folder: Path, rules: str) -> Iterator[str]:
    """Run a server with `rules` in its block, keeping its files in `folder`; its address."""
    (folder / "temporary").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = "".join(
        f"  {name}_temp_path {folder}/temporary/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        # One process, as the user who runs the tests.
        f"master_process off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{\n  access_log off;\n{temporary}  types {{ {_TYPES} }}\n"
        f"  server {{\n    listen 127.0.0.1:{port};\n{rules}\n  }}\n}}\n",
        encoding="utf-8",
    )
    command = [_NGINX, "-c", f"{folder}/nginx.conf", "-p", str(folder), "-e", f"{folder}/errors"]
    subprocess.run(command, check=True)  # returns once it listens
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        subprocess.run([*command, "-s", "stop"], check=True)
