"""Tasks spread over processes: results in the order of the tasks, whatever befalls a process.

Each process has pipes of its own, so that one that dies takes nothing of the others with it.
It is given a few tasks at a time, the next ones before it is through with those, and answers
each as it is done; the first without an answer when it dies is the one that it was at, and the
rest go to another process.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from multiprocessing.util import register_after_fork
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeVar

from postings_cli.streams import uninterrupted

Task = TypeVar("Task")
Result = TypeVar("Result")

WINDOW = 1000  # tasks begun and not yet told: what a slow one makes the others keep
_MOST = 32  # tasks given at once
_A_WHILE = 0.1  # seconds that the tasks given at once should take
# Bytes that a process may be sent while it is busy: they fit into any pipe, so that sending
# them never waits for a process that itself waits for its answers to be heard.
_ALONGSIDE = 8192


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
        """Give tasks to those who have few; tell whether there is anything to wait for."""
        for worker in self._workers:
            tasks = self._draw(worker.appetite) if worker.wants_more() else []
            if tasks and not worker.give(tasks):
                self._take_back(tasks)
        return bool(self._returned) or any(worker.tasks for worker in self._workers)

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

    def _take_back(self, tasks: Iterable[tuple[int, Task]]) -> None:
        self._returned.extendleft(reversed(list(tasks)))

    def _collect(self) -> None:
        """Wait for an answer, a death or a delay that is over."""
        by_pipe: dict[Any, _Worker[Task, Result]] = {w.answers: w for w in self._workers}
        patience = [p for worker in self._workers if (p := worker.patience()) is not None]
        for pipe in wait(list(by_pipe), min(patience, default=None)):
            self._hear(by_pipe.pop(pipe))
        for worker in by_pipe.values():
            if worker.patience() == 0:
                self._replace(worker, late=True)

    def _hear(self, worker: _Worker[Task, Result]) -> None:
        try:
            result = worker.answers.recv()
        except (EOFError, OSError):  # it ended, perhaps in the middle of a word
            self._replace(worker)
        else:
            number, task = worker.answered()
            self._done[number] = (task, result)

    def _replace(self, worker: _Worker[Task, Result], *, late: bool = False) -> None:
        code = worker.kill()
        if worker.tasks:
            number, task = worker.tasks.popleft()
            self._done[number] = (task, Lost(None if late else code))
        self._take_back(worker.tasks)
        self._workers[self._workers.index(worker)] = self._hire()


class _Worker(Generic[Task, Result]):
    """A process, and the tasks that it was given and has not answered."""

    def __init__(
        self, work: Callable[[Task], Result], timeout: float | None, start_method: str | None
    ) -> None:
        # Forking is safe here, where no thread runs, and shares what is already imported.
        context: Any = get_context(start_method or ("fork" if sys.platform == "linux" else "spawn"))
        to_do, self._orders = context.Pipe(duplex=False)
        self.answers, said = context.Pipe(duplex=False)
        self.tasks: deque[tuple[int, Task]] = deque()
        self.appetite = 1
        self._ahead = 0  # of the tasks, those at the end that it was given while it was busy
        self._only_when_idle = False
        self._timeout = timeout
        self._given_at = self._begun_at = monotonic()
        # A process forked later must not keep these ends open, nor this one its own.
        register_after_fork(self._orders, Connection.close)
        register_after_fork(self.answers, Connection.close)
        self._process = context.Process(target=_serve, args=(to_do, said, work), daemon=True)
        with uninterrupted():  # Ctrl-C is for the parent
            self._process.start()
        to_do.close()
        said.close()

    def wants_more(self) -> bool:
        """Tell whether it should be given tasks: it has none, or may have none before long."""
        return not self.tasks or not (self._ahead or self._only_when_idle)

    def give(self, tasks: list[tuple[int, Task]]) -> bool:
        """Set tasks going; False if it is dead, or must be idle to be given so much."""
        orders = ForkingPickler.dumps([task for _, task in tasks])
        self._only_when_idle = bool(self.tasks) and len(orders) > _ALONGSIDE
        if self._only_when_idle:
            return False
        try:
            self._orders.send_bytes(orders)
        except OSError:
            return False
        if self.tasks:
            self._ahead = len(tasks)
        else:
            self._given_at = self._begun_at = monotonic()
        self.tasks.extend(tasks)
        return True

    def answered(self) -> tuple[int, Task]:
        """Go on from the task that was answered, which is returned."""
        task = self.tasks.popleft()
        self._begun_at = monotonic()
        if len(self.tasks) == self._ahead:  # those given before are all done
            self._learn(self._begun_at - self._given_at)
            self._given_at, self._ahead = self._begun_at, 0
        return task

    def _learn(self, taken: float) -> None:
        more = self.appetite * 2 if taken < _A_WHILE else self.appetite // 2
        self.appetite = min(max(more, 1), _MOST)

    def patience(self) -> float | None:
        """Seconds that the task in hand may still take; None for ever."""
        if self._timeout is None or not self.tasks:
            return None
        return max(0.0, self._begun_at + self._timeout - monotonic())

    def kill(self) -> int | None:
        """End the process at once; its exit code."""
        self._process.kill()
        self._process.join()
        self._orders.close()
        self.answers.close()
        code: int | None = self._process.exitcode
        return code


def _serve(to_do: Connection, said: Connection, work: Callable[[Any], Any]) -> None:
    """What a process does until the parent is gone."""
    try:
        while True:
            for task in to_do.recv():
                said.send(work(task))
    except (EOFError, OSError):
        return
