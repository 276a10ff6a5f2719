"""Runs steps in a real kernel and prints what came back, as JSON.

Reads one object from standard input:
  {"kernel": name of the kernelspec, "cwd": folder, "key": of the signatures, one is made without it,
   "patient": false where the kernel lacks repairs, so that some answers never come,
   "steps": [{"code": text, "stopOnError": bool, "queued": bool,
              "interruptOn": text that must have been printed,
              "beatOn": text that must have been printed before the heart is listened to for a second,
              "until": text that the cell must have printed, after its reply perhaps, before the next step begins,
              "mayHang": whether no answer comes where its repair is missing,
              "inputs": answers to what the cell asks; without it the front end cannot be asked,
              "request": {"type", "content"} of a message to send instead of the code}]}
A queued step is sent together with the one after it, without waiting for a reply.
Once a step that owes an answer got none the kernel is stuck: later steps are hardly waited for.
Prints {"info": kernel_info_reply,
        "cells": [{"reply": content, "replyType": type, "messages": [{"type", "content", "state": of the kernel then}], "beat": bool,
                   "seconds": time from the request to its reply,
                   "secondsAfterInterrupt": time from an interrupt to the reply}],
        "alive": whether the kernel lived to the end,
        "shutdownReply": content, "ended": whether the process ended by itself when asked to}.
"""

import json
import sys
import time
from dataclasses import dataclass

from cell import Cell
from kernel_client import Kernel

LIMIT = 60

# Seconds to wait for what a patient run sees at once, and one that lacks repairs never: text after a reply, the end.
LATE = {True: 30, False: 1}
LEAVING = {True: 20, False: 1}
HANGING = 2
STUCK = 0.3


@dataclass
class Taken:
    """A step that was sent, and what was done while it ran."""

    step: dict
    cell: Cell
    answered: int = 0
    interrupted: float | None = None
    beat: bool | None = None

    @property
    def idle(self):
        """Whether the kernel is idle after all that it told."""
        return self.cell.states[-1:] == ["idle"]

    @property
    def printed_enough(self):
        return self.step.get("until", "") in self.cell.printed()

    @property
    def expects_reply(self):
        return "request" not in self.step or self.step["request"]["type"].endswith("_request")

    def result(self):
        """What is printed of it."""
        cell = self.cell
        return {
            "reply": cell.reply,
            "replyType": cell.reply_type,
            "messages": [{"type": it.type, "content": it.content, "state": it.state} for it in cell.messages],
            "idle": self.idle,
            "seconds": cell.seconds,
            "secondsAfterInterrupt": cell.began + cell.seconds - self.interrupted if cell.reply and self.interrupted else None,
            "beat": self.beat,
        }


def take(kernel, step):
    """Sends a step."""
    if "request" in step:
        return Taken(step, kernel.send(step["request"]["type"], step["request"]["content"]))
    stop, stdin = step.get("stopOnError", True), "inputs" in step
    return Taken(step, kernel.submit(step["code"], stop_on_error=stop, allow_stdin=stdin))


def react(kernel, taken):
    """Does what the step wants once its cell printed something or asks."""
    step, cell = taken.step, taken.cell
    inputs = step.get("inputs", [])
    if taken.answered < len(inputs) and taken.answered < len(cell.of("input_request")):
        kernel.client.input(inputs[taken.answered])
        taken.answered += 1
    if "interruptOn" in step and not taken.interrupted and step["interruptOn"] in cell.printed():
        taken.interrupted = time.monotonic()
        kernel.interrupt()
    if "beatOn" in step and taken.beat is None and step["beatOn"] in cell.printed():
        taken.beat = kernel.beats()


def collect(kernel, batch, patient, stuck):
    """Fills the cells until each has its reply and its idle, or the time is over."""
    hangs = not patient and any(taken.step.get("mayHang") for taken in batch)
    deadline = time.monotonic() + (STUCK if stuck else HANGING if hangs else LIMIT)
    while time.monotonic() < deadline:
        came = kernel.collect(0.02)
        for taken in batch:
            react(kernel, taken)
        if came:
            continue
        if not kernel.alive:
            return
        # A plain kernel may lose its idle; a second after the last reply nothing more is to come.
        # Nor does one answer what it does not know, and a message that is no request is never replied to.
        if all(taken.cell.reply or taken.idle and "request" in taken.step for taken in batch):
            printed_all = all(taken.printed_enough for taken in batch)
            if printed_all and all(taken.idle and (taken.cell.reply or not taken.expects_reply) for taken in batch):
                return
            deadline = min(deadline, time.monotonic() + (1 if printed_all else LATE[patient]))


def is_stuck(taken, patient):
    """Whether the kernel runs the step for ever: no answer came, and a kernel that has all repairs owes one."""
    return not taken.cell.reply and not taken.idle and (patient or taken.step.get("mayHang"))


def batches(steps):
    batch = []
    for step in steps:
        batch.append(step)
        if not step.get("queued"):
            yield batch
            batch = []


def main():
    job = json.load(sys.stdin)
    patient, done, stuck = job["patient"], [], False
    started = Kernel(job["kernel"], job["cwd"], sys.stderr)  # our stdout is for the result
    if "key" in job:
        started.manager.session.key = job["key"].encode()
    with started as kernel:
        kernel.client.wait_for_ready(timeout=LIMIT)
        info = kernel.client.kernel_info(reply=True, timeout=LIMIT)["content"]
        for steps in batches(job["steps"]):
            kernel.forget()
            batch = [take(kernel, step) for step in steps]
            collect(kernel, batch, patient, stuck)
            stuck = stuck or any(is_stuck(taken, patient) for taken in batch)
            done += batch
        alive = kernel.alive
        farewell = kernel.ask_to_end(LEAVING[patient])
        ended = not kernel.alive
    print(json.dumps({
        "info": info,
        "alive": alive,
        "shutdownReply": farewell.reply,
        "ended": ended,
        "cells": [taken.result() for taken in done],
    }))


main()
