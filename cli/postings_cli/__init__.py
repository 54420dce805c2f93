"""The command line of `postings`."""
