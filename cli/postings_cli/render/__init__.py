"""Postings for people: tables and cards, on a terminal or in a pipe."""
