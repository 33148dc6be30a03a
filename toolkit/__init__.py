"""The technical assistance toolkit against trafficking in persons, as a static site generator."""

import os

# Nothing here depends on local time, but on import, babel reads the file that TZ names and fails if
# it isn't a time zone file.
os.environ["TZ"] = "UTC"
