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
    temporary = "".join(
        f'  {name}_temp_path "{folder}/temporary/{name}";\n'
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    command = [_NGINX, "-c", f"{folder}/nginx.conf", "-p", str(folder), "-e", f"{folder}/errors"]
    # It is given a socket that listens already: nobody can take the port before.
    with socket.create_server(("127.0.0.1", 0)) as given:
        place = "{}:{}".format(*given.getsockname())
        (folder / "nginx.conf").write_text(
            # One process, as the user who runs the tests.
            f'master_process off;\npid "{folder}/pid";\nerror_log "{folder}/errors";\nevents {{}}\n'
            f"http {{\n  access_log off;\n{temporary}  types {{ {_TYPES} }}\n"
            f"  server {{\n    listen {place};\n{rules}\n  }}\n}}\n",
            encoding="utf-8",
        )
        environment = {**os.environ, "NGINX": f"{given.fileno()};"}
        process = subprocess.Popen(command, env=environment, pass_fds=[given.fileno()])
    try:
        yield f"http://{place}"
    finally:
        process.terminate()
        assert process.wait() == 0
