"""Recognising grades, corps and cadres d'emplois by any of their spellings."""
