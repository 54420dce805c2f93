"""Postings for other programs: JSON, CSV, TSV, Markdown."""
