"""The technical assistance toolkit against trafficking in persons, as a static site generator."""

import os

# Nothing here rests on local time, but babel reads the file that TZ names as it is imported, and
# fails where that is none of a time zone.
os.environ["TZ"] = "UTC"
