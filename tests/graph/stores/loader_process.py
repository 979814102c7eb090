"""A process that loads documents one by one and says so of each: `python -m … URL`.

Reads extract objects from standard input, a line each, and prints a document's id once it is
acknowledged.
"""

import sys

from graph.admission import admit
from graph.extracts import parse_extract
from graph.ledger import Ledger
from graph.stores import open_store


def main() -> None:
    """Load what stands on standard input."""
    lines = sys.stdin.read().splitlines()
    ledger = Ledger(open_store(sys.argv[1]))
    for line in lines:
        (loaded,) = ledger.load([admit(parse_extract(line).proposal())])
        sys.stdout.write(loaded.document + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
