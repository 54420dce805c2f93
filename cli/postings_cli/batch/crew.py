"""Tasks spread over processes: results in the order of the tasks, whatever befalls a process.

Each process has a pipe of its own, so that one that dies takes nothing of the others with it.
It is given a few tasks at a time and answers each as it is done; the first without an answer
when it dies is the one that it was at, and the rest go to another process. No task is given to
a process that may still have something to say, so that neither end waits for the other.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.util import register_after_fork
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeVar

from postings_cli.streams import uninterrupted

Task = TypeVar("Task")
Result = TypeVar("Result")

WINDOW = 1000  # tasks begun and not yet told: what a slow one makes the others keep
_MOST = 32  # tasks given at once
_A_WHILE = 0.1  # seconds that the tasks given at once should take


class Lost(NamedTuple):
    """A task that cost its process: the process's exit code, None if it was given up as late."""

    exit_code: int | None


def in_order(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    jobs: int,
    timeout: float | None = None,
    start_method: str | None = None,
) -> Iterator[tuple[Task, Result | Lost]]:
    """Do `work` on each task in `jobs` processes; yield each with its result, in order.

    A task that takes longer than `timeout` seconds, or whose process dies, is `Lost`, and the
    process is replaced. `work` must raise nothing. Tasks are drawn as they are needed.
    """
    crew = _Crew(work, iter(tasks), jobs, timeout, start_method)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()


class _Crew(Generic[Task, Result]):
    def __init__(
        self,
        work: Callable[[Task], Result],
        tasks: Iterator[Task],
        jobs: int,
        timeout: float | None,
        start_method: str | None,
    ) -> None:
        self._terms = work, timeout, start_method
        self._tasks = enumerate(tasks)
        self._returned: deque[tuple[int, Task]] = deque()
        self._begun = 0  # tasks drawn
        self._told = 0  # results yielded
        self._done: dict[int, tuple[Task, Result | Lost]] = {}
        self._workers = [self._hire() for _ in range(jobs)]

    def results(self) -> Iterator[tuple[Task, Result | Lost]]:
        while self._hand_out():
            self._collect()
            while self._told in self._done:
                yield self._done.pop(self._told)
                self._told += 1

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.kill()

    def _hire(self) -> _Worker[Task, Result]:
        return _Worker(*self._terms)

    def _hand_out(self) -> bool:
        """Give tasks to those who have none; tell whether anybody has some."""
        for worker in self._workers:
            if not worker.tasks:
                worker.give(self._draw(worker.appetite))
        return any(worker.tasks for worker in self._workers)

    def _draw(self, most: int) -> list[tuple[int, Task]]:
        drawn: list[tuple[int, Task]] = []
        while len(drawn) < most and (task := self._next()):
            drawn.append(task)
        return drawn

    def _next(self) -> tuple[int, Task] | None:
        if self._returned:
            return self._returned.popleft()
        if self._begun - self._told >= WINDOW:
            return None
        task = next(self._tasks, None)
        self._begun += task is not None
        return task

    def _collect(self) -> None:
        """Wait for an answer, a death or a delay that is over."""
        by_pipe: dict[Any, _Worker[Task, Result]] = {w.pipe: w for w in self._workers}
        patience = [p for worker in self._workers if (p := worker.patience()) is not None]
        for pipe in wait(list(by_pipe), min(patience, default=None)):
            self._hear(by_pipe.pop(pipe))
        for worker in by_pipe.values():
            if worker.patience() == 0:
                self._replace(worker, late=True)

    def _hear(self, worker: _Worker[Task, Result]) -> None:
        try:
            result = worker.answer()
        except (EOFError, OSError):  # it ended, perhaps in the middle of a word
            self._replace(worker)
        else:
            number, task = worker.next_task()
            self._done[number] = (task, result)

    def _replace(self, worker: _Worker[Task, Result], *, late: bool = False) -> None:
        code = worker.kill()
        if worker.tasks and worker.heard:
            number, task = worker.tasks.popleft()
            self._done[number] = (task, Lost(None if late else code))
        self._returned.extendleft(reversed(worker.tasks))
        self._workers[self._workers.index(worker)] = self._hire()


class _Worker(Generic[Task, Result]):
    """A process, and the tasks that it was given and has not answered."""

    def __init__(
        self, work: Callable[[Task], Result], timeout: float | None, start_method: str | None
    ) -> None:
        # Forking is safe here, where no thread runs, and shares what is already imported.
        context: Any = get_context(start_method or ("fork" if sys.platform == "linux" else "spawn"))
        self.pipe, theirs = context.Pipe()
        self.tasks: deque[tuple[int, Task]] = deque()
        self.heard = True
        self.appetite = 1
        self._timeout = timeout
        self._given_at = self._begun_at = monotonic()
        # A process forked later must not keep this end open, nor this one its own.
        register_after_fork(self.pipe, Connection.close)
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with uninterrupted():  # Ctrl-C is for the parent
            self._process.start()
        theirs.close()

    def give(self, tasks: list[tuple[int, Task]]) -> None:
        """Set the tasks going; one that died while it had none is found out by its silence."""
        if not tasks:
            return
        self.tasks.extend(tasks)
        self._given_at = self._begun_at = monotonic()
        try:
            self.pipe.send([task for _, task in tasks])
        except OSError:
            self.heard = False

    def answer(self) -> Result:
        """Take the next answer; EOFError or OSError if the process has ended."""
        result: Result = self.pipe.recv()
        return result

    def next_task(self) -> tuple[int, Task]:
        """Go on from the task that was answered, which is returned."""
        task = self.tasks.popleft()
        self._begun_at = monotonic()
        if not self.tasks:
            quick = self._begun_at - self._given_at < _A_WHILE
            self.appetite = min(_MOST, self.appetite * 2) if quick else max(1, self.appetite // 2)
        return task

    def patience(self) -> float | None:
        """Seconds that the task in hand may still take; None for ever."""
        if self._timeout is None or not self.tasks:
            return None
        return max(0.0, self._begun_at + self._timeout - monotonic())

    def kill(self) -> int | None:
        """End the process at once; its exit code."""
        self._process.kill()
        self._process.join()
        self.pipe.close()
        code: int | None = self._process.exitcode
        return code


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """What a process does until the parent is gone."""
    try:
        while True:
            for task in pipe.recv():
                pipe.send(work(task))
    except (EOFError, OSError):
        return
