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
Once such a step got no answer the kernel is stuck: later steps are hardly waited for.
Prints {"info": kernel_info_reply,
        "cells": [{"reply": content, "replyType": type, "messages": [{"type", "content", "state": of the kernel then}], "beat": bool,
                   "seconds": time from the request to its reply, and up to 0.02 more,
                   "secondsAfterInterrupt": time from an interrupt to the reply}],
        "alive": whether the kernel lived to the end,
        "shutdownReply": content, "ended": whether the process ended by itself when asked to}.
"""

import json
import queue
import sys
import time

import zmq
from jupyter_client.manager import KernelManager

LIMIT = 60

SHOWN = ("reply", "replyType", "messages", "idle", "seconds", "secondsAfterInterrupt", "beat")

# Seconds to wait for what a patient run sees at once, and one that lacks repairs never: text after a reply, the end.
LATE = {True: 30, False: 1}
LEAVING = {True: 20, False: 1}
HANGING = 2
STUCK = 0.3


def send(client, step):
    if "request" in step:
        message = client.session.msg(step["request"]["type"], step["request"]["content"])
        client.shell_channel.send(message)
        reply_id = message["header"]["msg_id"]
    else:
        reply_id = client.execute(
            step["code"], stop_on_error=step.get("stopOnError", True), allow_stdin="inputs" in step)
    return {"id": reply_id, "step": step, "reply": None, "replyType": None, "messages": [],
            "inputs": list(step.get("inputs", [])), "idle": False, "interrupted": None,
            "secondsAfterInterrupt": None, "beat": None, "began": time.monotonic(), "seconds": None}


def beats(manager):
    """Whether the kernel sends a beat back within a second."""
    with zmq.Context.instance().socket(zmq.REQ) as heart:
        heart.linger = 0
        heart.connect(f"{manager.transport}://{manager.ip}:{manager.hb_port}")
        heart.send(b"beat")
        return heart.poll(1000) != 0


def printed(cell):
    return "".join(m["content"]["text"] for m in cell["messages"] if m["type"] == "stream")


def expects_reply(step):
    return "request" not in step or step["request"]["type"].endswith("_request")


def answer(client, by_id):
    """Answers what a cell asks its reader."""
    message = take(client.stdin_channel)
    cell = by_id.get(message["parent_header"].get("msg_id")) if message else None
    if cell:
        cell["messages"].append(
            {"type": message["msg_type"], "content": message["content"], "state": None})
        client.input(cell["inputs"].pop(0))


def take(channel):
    try:
        return channel.get_msg(timeout=0.02)
    except queue.Empty:
        return None


def collect(manager, client, cells, patient, stuck):
    """Fills the cells until each has its reply and its idle, or the time is over."""
    by_id = {cell["id"]: cell for cell in cells}
    state = None
    hangs = not patient and any(cell["step"].get("mayHang") for cell in cells)
    limit = STUCK if stuck else HANGING if hangs else LIMIT
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline and manager.is_alive():
        message = take(client.iopub_channel)
        cell = by_id.get(message["parent_header"].get("msg_id")) if message else None
        if message and message["msg_type"] == "status":
            state = message["content"]["execution_state"]
        if cell and message["msg_type"] == "status":
            cell["idle"] = state == "idle"
        elif cell:
            cell["messages"].append({"type": message["msg_type"], "content": message["content"], "state": state})
        if message is None:
            reply = take(client.shell_channel)
            if reply and reply["parent_header"].get("msg_id") in by_id:
                cell = by_id[reply["parent_header"]["msg_id"]]
                cell["reply"], cell["replyType"] = reply["content"], reply["msg_type"]
                cell["seconds"] = time.monotonic() - cell["began"]
                if cell["interrupted"]:
                    cell["secondsAfterInterrupt"] = time.monotonic() - cell["interrupted"]
                deadline = min(deadline, time.monotonic() + limit)
            if any(cell["inputs"] for cell in cells):
                answer(client, by_id)
        for cell in cells:
            wanted = cell["step"].get("interruptOn")
            if wanted and not cell["interrupted"] and wanted in printed(cell):
                cell["interrupted"] = time.monotonic()
                manager.interrupt_kernel()
            wanted = cell["step"].get("beatOn")
            if wanted and cell["beat"] is None and wanted in printed(cell):
                cell["beat"] = beats(manager)
        # A plain kernel may lose its idle; a second after the last reply nothing more is to come.
        # Nor does one answer what it does not know, and a message that is no request is never replied to.
        if all(cell["reply"] or cell["idle"] and "request" in cell["step"] for cell in cells):
            printed_all = all(cell["step"].get("until", "") in printed(cell) for cell in cells)
            if printed_all and all(cell["idle"] and (cell["reply"] or not expects_reply(cell["step"])) for cell in cells):
                return
            deadline = min(deadline, time.monotonic() + (1 if printed_all else LATE[patient]))


def batches(steps):
    batch = []
    for step in steps:
        batch.append(step)
        if not step.get("queued"):
            yield batch
            batch = []


def main():
    job = json.load(sys.stdin)
    manager = KernelManager(kernel_name=job["kernel"])
    if "key" in job:
        manager.session.key = job["key"].encode()
    manager.start_kernel(cwd=job["cwd"], stdout=sys.stderr)  # our stdout is for the result
    client = manager.blocking_client()
    client.start_channels()
    done = []
    farewell = None
    patient = job["patient"]
    try:
        client.wait_for_ready(timeout=LIMIT)
        info = client.kernel_info(reply=True, timeout=LIMIT)["content"]
        stuck = False
        for batch in batches(job["steps"]):
            cells = [send(client, step) for step in batch]
            collect(manager, client, cells, patient, stuck)
            stuck = stuck or any(cell["step"].get("mayHang") and not cell["reply"] and not cell["idle"] for cell in cells)
            done += cells
        alive = manager.is_alive()
    finally:
        began = time.monotonic()
        client.control_channel.send(client.session.msg("shutdown_request", {"restart": True}))
        while manager.is_alive() and time.monotonic() < began + LEAVING[patient]:
            message = take(client.control_channel)
            if message and message["msg_type"] == "shutdown_reply":
                farewell = message
        ended = not manager.is_alive()
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    print(json.dumps({
        "info": info,
        "alive": alive,
        "shutdownReply": farewell["content"] if farewell else None,
        "ended": ended,
        "cells": [{key: cell[key] for key in SHOWN} for cell in done],
    }))


main()
