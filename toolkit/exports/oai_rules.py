"""Server configuration for answering OAI-PMH requests from the files made by `oai`.

A request is turned into file names, and the first that exists is sent. For a record, they are
`GetRecord/oai_dc/id/guide`, `GetRecord/oai_dc/id`, `GetRecord/oai_dc`, `GetRecord` and `badVerb`;
for a list from a given day, `ListRecords/mods/from/2026-11-25`, `.../from/2026-11`,
`.../from/2026`, `.../from/2`, `.../from`, and so on; for a part of one,
`ListRecords/token/mods-guide`. Only letters, digits, underscores and hyphens from a request get
into a name.
"""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_FOLDER = Path(__file__).with_name("servers")
SERVERS = {"nginx": "nginx.conf", "Apache": "apache.conf", "Caddy": "caddy.conf"}


def rules(site_url: str) -> dict[str, bytes]:
    """The rules of each server for the site at `site_url`, by file name."""
    parts = urlsplit(site_url)
    host = re.escape(parts.hostname or "")
    return {
        name: (_FOLDER / name)
        .read_text(encoding="utf-8")
        .replace("SITE_PATH", unquote(parts.path))  # servers compare it decoded
        .replace("SITE_HOST", host)
        .encode()
        for name in SERVERS.values()
    }
