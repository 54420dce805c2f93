"""`python -m postings_cli`, the same as the command `postings`."""

from postings_cli.main import run

if __name__ == "__main__":
    run()
