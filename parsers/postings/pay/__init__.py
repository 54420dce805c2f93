"""From indices and grades to euros, with the table behind each figure."""
