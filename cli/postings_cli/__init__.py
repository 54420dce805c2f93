"""The command line of `postings`."""

import gc

# A run allocates much and leaves few cycles behind: looking for them takes a twentieth of a
# short run. Set before the first heavy import.
gc.set_threshold(100_000, 20, 20)
