"""`python -m strategraph` is the command line."""

from strategraph.main import main

if __name__ == "__main__":
    main()
