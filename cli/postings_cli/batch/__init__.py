"""Many postings: spread over processes, told in order, kept when the run is cut short."""
