"""Work spread over processes: real processes that really die."""

from __future__ import annotations

import faulthandler
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from postings_cli.batch.crew import WINDOW, Lost, in_order

FOREVER = "sleep"
A_WHILE = "a while"


def crash() -> None:
    """End as a library in C does that is wrong; without what pytest would say of it."""
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


DEADLY: dict[str, Callable[[], None]] = {
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "crash": crash,
    "exit": lambda: os._exit(3),
}


def work(task: str) -> str:
    """The task in capitals, unless it is one that ends its process or never ends itself."""
    if task in DEADLY:
        DEADLY[task]()
    while task == FOREVER:
        signal.pause()
    if task == A_WHILE:
        time.sleep(0.1)
    return task.upper()


def done(*tasks: str, jobs: int = 2, timeout: float | None = None) -> list[tuple[str, str | Lost]]:
    """All tasks with their results."""
    return list(in_order(work, tasks, jobs=jobs, timeout=timeout))


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    """No process outlives the work."""
    yield
    assert active_children() == []


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    tasks = [f"task {n}" for n in range(3 * WINDOW)]
    assert done(*tasks, jobs=jobs) == [(task, task.upper()) for task in tasks]


def test_nothing_to_do() -> None:
    assert done() == []


@pytest.mark.parametrize(
    ("deadly", "code"), [("killed", -signal.SIGKILL), ("crash", -signal.SIGSEGV), ("exit", 3)]
)
def test_a_process_that_dies_costs_the_task_that_it_was_at(deadly: str, code: int) -> None:
    tasks = [f"task {n}" for n in range(300)]
    for place in (0, 150, 300):
        mixed = [*tasks[:place], deadly, *tasks[place:]]
        results = dict(done(*mixed))
        assert list(results) == mixed
        assert results.pop(deadly) == Lost(code)
        assert list(results.values()) == [task.upper() for task in tasks]


def test_every_process_dies_again_and_again() -> None:
    tasks = ["killed", "a", "crash", "b", "exit", "c"] * 5
    fates = {"killed": Lost(-9), "crash": Lost(-11), "exit": Lost(3)}
    assert done(*tasks) == [(task, fates.get(task, task.upper())) for task in tasks]


def test_a_task_that_takes_too_long_is_given_up() -> None:
    tasks = ["a", FOREVER, "b", FOREVER, FOREVER, "c"]
    assert [result for _, result in done(*tasks, timeout=0.3)] == [
        "A", Lost(None), "B", Lost(None), Lost(None), "C"
    ]  # fmt: skip


def test_the_delay_is_of_each_task_and_not_of_those_given_together() -> None:
    tasks = ["quick"] * 100 + [A_WHILE] * 15  # quick ones first: more are given together
    results = [result for _, result in done(*tasks, jobs=1, timeout=1)]
    assert results == [task.upper() for task in tasks]


def test_a_slow_task_holds_up_a_bounded_number_of_others() -> None:
    told, ahead = 0, 0

    def tasks() -> Iterator[str]:
        nonlocal ahead
        for number in range(3 * WINDOW):
            ahead = max(ahead, number - told)
            yield f"task {number}" if number else FOREVER

    for number, (_, result) in enumerate(in_order(work, tasks(), jobs=2, timeout=1)):
        assert result == (f"TASK {number}" if number else Lost(None))
        told = number + 1
    assert WINDOW // 2 < ahead <= WINDOW


def test_long_tasks_and_long_answers_do_not_wait_for_each_other() -> None:
    tasks = [str(n) + "x" * 1_000_000 for n in range(60)]
    assert done(*tasks) == [(task, task.upper()) for task in tasks]


def test_stopping_early_ends_the_processes() -> None:
    results = in_order(work, ["a", *[FOREVER] * 10], jobs=2)
    assert next(results) == ("a", "A")
    assert len(active_children()) == 2
    results.close()  # type: ignore[attr-defined]


def test_processes_that_share_nothing_with_this_one() -> None:
    """As on systems that do not fork."""
    results = in_order(Path.exists, [Path("/"), Path("/nowhere")], jobs=2, start_method="spawn")
    assert [found for _, found in results] == [True, False]
