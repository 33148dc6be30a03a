"""An address leads to a private drive or a service for sharing files.

Files on Google Drive, OneDrive, SharePoint, Dropbox and the like belong to a person's or an
office's account. They often ask readers to sign in, tell the owner and the service who reads, and
vanish when the account is closed.

## What to do

Use the page of the publisher or of a co-publisher. If the work is nowhere else, ask its publisher
to put it on a public page, and leave the address out until then.

## Example

Wrong:

```yaml
url: https://drive.google.com/file/d/1AbC/view
```

Right:

```yaml
url: https://www.unodc.org/guide
```
"""

from urllib.parse import urlsplit

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.hosts import is_within
from toolkit.validation.links import Aim, targets

SEVERITY = Severity.WARNING

_HOSTS = (
    *("drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "sharepoint.com"),
    *("dropbox.com", "box.com", "wetransfer.com", "we.tl", "icloud.com", "mega.nz", "mega.io"),
    *("disk.yandex.ru", "disk.yandex.com", "yadi.sk", "pan.baidu.com", "mediafire.com"),
)


def check(context: Context) -> Findings:
    """Look at the addresses of all fields, and at all links in texts."""
    for leaf in context.content.leaves(Form.ADDRESS):
        if leaf.name == "described_at":
            continue  # reported as not being a library
        yield from _finding(leaf.text, leaf.location, leaf.name)
    for target in targets(context.content):
        if target.aim is Aim.OUTSIDE:
            yield from _finding(target.link.target, target.link.location, "")


def _finding(address: str, place: Location, field: str) -> Findings:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return  # reported as not being an address
    if is_within(host, _HOSTS):
        message = f"{host} is a file-sharing service, not a publisher."
        label = "use the publisher's page"
        hint = "such files ask readers to sign in, and vanish when the account is closed."
        yield Finding(message, place, label, hint, field)
