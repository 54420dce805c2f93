"""What the answers of a tool are worth against postings annotated by hand."""
