"""What is said of a defect of this program."""

from __future__ import annotations

import sys


def internal_error(error: Exception) -> str:
    """The line that a defect of this program gets."""
    return f"internal error ({type(error).__name__}: {error}); please report it with --debug"


def print_traceback() -> None:
    """Show where the exception being handled came from."""
    import traceback

    traceback.print_exc(file=sys.stderr)
