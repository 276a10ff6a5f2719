"""Interrupt, where a cell waits for something that does not come."""

import time

import psutil

from behaviour import NotApplicable, behaviour, no, verdict
from behaviours.interrupts import judged


@behaviour("Interrupt", "Interrupt stops an await that never settles")
def never(subject, kernel):
    code = subject.pick(
        py='import asyncio\nprint("go", flush=True)\nawait asyncio.Event().wait()',
        ts='console.log("go");\nawait new Promise(() => {});',
    )
    return judged(subject, kernel, code)[2]


@behaviour("Interrupt", "Interrupt stops a display method that never ends")
def display(subject, kernel):
    code = subject.pick(
        py="""import time
class Slow:
    def _repr_mimebundle_(self, **_):
        print("go", flush=True)
        time.sleep(60)
Slow()""",
        ts="""({ [Symbol.for("Jupyter.display")]() {
  console.log("go");
  return new Promise(() => {});
} })""",
    )
    cell, _, after = judged(subject, kernel, code)
    if "go" not in cell.printed():
        raise NotApplicable  # the kernel calls no such method
    return after


def child(kernel):
    """The program that a cell has started; None if it has ended."""
    processes = psutil.Process(kernel.manager.provisioner.process.pid).children(recursive=True)
    return next((process for process in processes if process.name() == "sleep"), None)


def waiting(subject, kernel, code):
    """Whether Interrupt stops a cell and the program that it has started."""
    cell, _, after = judged(subject, kernel, code)
    if cell.status == "error" and "go" not in cell.printed():
        return no("the cell fails at once")
    if not after.good:
        return after
    end = time.monotonic() + 2
    while child(kernel) and time.monotonic() < end:
        time.sleep(0.1)
    return verdict(child(kernel) is None, "the program goes on")


@behaviour("Interrupt", 'Interrupt stops `spawnSync("sleep", ["60"])` and the program (`subprocess.run`)')
def synchronous_child(subject, kernel):
    code = subject.pick(
        py='import subprocess\nprint("go", flush=True)\nsubprocess.run(["sleep", "60"])',
        ts='import { spawnSync } from "node:child_process";\nconsole.log("go");\nspawnSync("sleep", ["60"]);',
    )
    return waiting(subject, kernel, code)


@behaviour("Interrupt", "… also when the cell awaits the end of the program")
def awaited_child(subject, kernel):
    code = subject.pick(
        py="""import asyncio
program = await asyncio.create_subprocess_exec("sleep", "60")
print("go", flush=True)
await program.wait()""",
        ts="""import { spawn } from "node:child_process";
const program = spawn("sleep", ["60"]);
console.log("go");
await new Promise((done) => program.on("close", done));""",
    )
    return waiting(subject, kernel, code)
