"""The console that tables and cards are drawn on."""

from __future__ import annotations

import os
import sys

from rich.console import Console


def console(*, color: bool = True) -> Console:
    """A console on stdout. It interprets no markup: what it prints comes from documents."""
    return Console(
        file=sys.stdout,
        no_color=True if not color or os.environ.get("NO_COLOR") else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
