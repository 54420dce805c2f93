"""How far a long run is: a bar on the terminal, with the rate and the time left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, Task

T = TypeVar("T")

_LONG = 1.0  # seconds: a run that is over sooner shows nothing
_REDRAWN = 0.2  # seconds between two pictures


def with_progress(
    outcomes: Iterable[T], count: Callable[[], int | None], *, after: float = _LONG
) -> Iterator[T]:
    """Go through outcomes; from `after` seconds on, draw a bar on stderr, gone at the end.

    `count` says how many there will be, None if that is not known.
    """
    bar: Progress | None = None
    due = monotonic() + after
    try:
        for number, outcome in enumerate(outcomes, start=1):
            yield outcome
            if monotonic() >= due:
                bar = bar or _bar(count())
                bar.update(bar.task_ids[0], completed=number, refresh=True)
                due = monotonic() + _REDRAWN
    finally:
        if bar:
            bar.stop()


def _bar(total: int | None) -> Progress:
    from rich import progress
    from rich.console import Console

    bar = progress.Progress(
        progress.MofNCompleteColumn(),
        progress.BarColumn(),
        _rate(),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # no thread: processes are forked while the bar is drawn
        redirect_stdout=False,
    )
    bar.add_task("", total=total)
    bar.start()
    return bar


def _rate() -> ProgressColumn:
    from rich import progress
    from rich.text import Text

    class Rate(progress.ProgressColumn):
        """Postings a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    return Rate()
