"""The command line with less time for each text: python -m tests.hostile.limited SECONDS ..."""

import sys

from toolkit import time_limit
from toolkit.cli.main import main

if __name__ == "__main__":
    time_limit.SECONDS = float(sys.argv.pop(1))
    main()
