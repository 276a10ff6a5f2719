"""Point 9: what a kernel costs in time and memory."""

import os
import statistics

from behaviour import NotApplicable
from behaviours.assistance import PREFIXES, complete, inspect, library, timed
from kernel import Kernel

STARTS = 5
CELLS = 1000
#: Seconds after which a reply counts as lost, and how many lost replies end the session.
PATIENCE, LOST = 5, 3


def speed(subject, tell):
    """All measurements of one kernel; the names end with their units: seconds, milliseconds or megabytes."""
    measured = {**starts(subject, tell), **session(subject, tell), **loaded(subject, tell)}
    return {**measured, "load": os.getloadavg()[0]}


def starts(subject, tell):
    start, cpu, first = [], [], []
    for i in range(STARTS):
        tell(f"start {i + 1} of {STARTS}")
        with Kernel(subject.name, subject.folder, subject.log) as kernel:
            start.append(kernel.start_seconds)
            cpu.append(kernel.cpu())
            first.append(kernel.reply_to("1 + 1", 10))
    return {
        "start_s": statistics.median(start),
        "start_cpu_s": statistics.median(cpu),
        "first_cell_ms": 1000 * statistics.median(seconds for seconds in first if seconds is not None),
    }


def session(subject, tell):
    """A session of many cells that each declare a name."""
    with Kernel(subject.name, subject.folder, subject.log) as kernel:
        before, seconds, cpu, lost = kernel.rss(), [], [kernel.cpu()], 0
        for i in range(CELLS):
            if i % 100 == 0:
                tell(f"cell {i} of {CELLS}")
            took = kernel.reply_to(subject.pick(py=f"x{i} = {i}; x{i} + 1", ts=f"const x{i} = {i}; x{i} + 1"), PATIENCE)
            lost += took is None
            if took is not None:
                seconds.append(took)
            if i % 100 == 99:
                cpu.append(kernel.cpu())
            if lost > LOST or not kernel.alive:
                break
        whole = len(seconds) + lost == CELLS and kernel.alive
        return {
            "rss_start_mb": before,
            "rss_end_mb": kernel.rss() if whole else None,
            "first_hundred_ms": 1000 * statistics.median(seconds[:100]),
            "last_hundred_ms": 1000 * statistics.median(seconds[-100:]) if whole else None,
            "first_hundred_cpu_ms": 10 * (cpu[1] - cpu[0]) if len(cpu) > 1 else None,
            "last_hundred_cpu_ms": 10 * (cpu[-1] - cpu[-2]) if whole else None,
            "replies_lost": lost,
        }


def loaded(subject, tell):
    """The same with TensorFlow.js or NumPy loaded."""
    with Kernel(subject.name, subject.folder, subject.log) as kernel:
        tell("with a large library")
        try:
            library(subject, kernel)
        except NotApplicable:
            return {}
        cells = [kernel.reply_to(subject.pick(py=f"y{i} = {i}", ts=f"const y{i} = {i};"), PATIENCE) for i in range(20)]
        complete(kernel, "tf.a")
        completions = [complete(kernel, f"tf.{prefix}") for prefix in PREFIXES]
        inspections = [inspect(kernel, f"tf.{name}") for name in ("add", "sum", "mean", "max", "min")]
        found = [bool(cell.reply and cell.reply.get("found")) for cell in inspections]
        matches = [bool(cell.reply and cell.reply.get("matches")) for cell in completions]
        return {
            "loaded_cell_ms": None if None in cells else 1000 * statistics.median(cells),
            "completion_ms": timed(completions) if any(matches) else None,
            "inspection_ms": timed(inspections) if any(found) else None,
            "rss_loaded_mb": kernel.rss(),
        }
