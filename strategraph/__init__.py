"""Settings and command line: the one place that puts the parts together."""

import os

# Documents are read in parallel by processes: threads within one would only be in the way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
