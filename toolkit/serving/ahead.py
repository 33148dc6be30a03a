"""Loaded by the process that starts builds: what each build would otherwise load or make anew."""

from contextlib import suppress

import toolkit.output  # noqa: F401 - MkDocs' hook needs it, and what it loads
from toolkit.forms.files import form_script
from toolkit.search.client import client_scripts
from toolkit.site.scripts import small_scripts, small_style

# A build reads the scripts again, and minifies those that have changed: each in its own process.
for small in (small_scripts, small_style, client_scripts, form_script):
    with suppress(Exception):  # the build will say what is wrong
        small()
    small.cache_clear()
