"""Official reference tables, each with its sources."""
