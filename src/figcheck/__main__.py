"""Arguments in, exit status out: `python -m figcheck` is `figcheck`."""

import sys

from figcheck.cli import main

sys.exit(main())
