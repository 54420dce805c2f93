"""Other libraries made to answer as we do: one module for each, on a common protocol."""
