"""What is said of a source that cannot be read, and of a defect of this program."""

from __future__ import annotations

import sys

from postings.errors import PostingsError


def line_for(error: Exception) -> str:
    """The line that a source gets whose reading raised this."""
    if isinstance(error, PostingsError):
        return str(error)
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror}); check the path and its rights"
    return internal_error(error)


def internal_error(error: Exception) -> str:
    """The line that a defect of this program gets."""
    return f"internal error ({type(error).__name__}: {error}); please report it with --debug"


def print_traceback() -> None:
    """Show where the exception being handled came from."""
    import traceback

    traceback.print_exc(file=sys.stderr)
