"""Runs steps in a real kernel and prints what came back, as JSON.

Reads one object from standard input:
  {"kernel": name of the kernelspec, "cwd": folder,
   "steps": [{"code": text, "stopOnError": bool, "queued": bool,
              "interruptOn": text that must have been printed, "interruptBy": "signal" or "message"}]}
A queued step is sent together with the one after it, without waiting for a reply.
Prints {"info": kernel_info_reply, "cells": [{"reply": content, "messages": [{"type", "content"}]}],
        "alive": whether the kernel lived to the end, "shutdownSeconds": time to shut down}.
"""

import json
import queue
import sys
import time

from jupyter_client.manager import KernelManager

LIMIT = 20


def send(client, step):
    reply_id = client.execute(step["code"], stop_on_error=step.get("stopOnError", True))
    return {"id": reply_id, "step": step, "reply": None, "messages": [], "idle": False, "interrupted": False}


def interrupt(manager, client, step):
    if step.get("interruptBy") == "message":
        client.control_channel.send(client.session.msg("interrupt_request", {}))
    else:
        manager.interrupt_kernel()


def printed(cell):
    return "".join(m["content"]["text"] for m in cell["messages"] if m["type"] == "stream")


def take(channel):
    try:
        return channel.get_msg(timeout=0.02)
    except queue.Empty:
        return None


def collect(manager, client, cells):
    """Fills the cells until each has its reply and its idle, or the time is over."""
    by_id = {cell["id"]: cell for cell in cells}
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline and manager.is_alive():
        message = take(client.iopub_channel)
        cell = by_id.get(message["parent_header"].get("msg_id")) if message else None
        if cell and message["msg_type"] == "status":
            cell["idle"] = message["content"]["execution_state"] == "idle"
        elif cell:
            cell["messages"].append({"type": message["msg_type"], "content": message["content"]})
        if message is None:
            reply = take(client.shell_channel)
            if reply and reply["parent_header"].get("msg_id") in by_id:
                by_id[reply["parent_header"]["msg_id"]]["reply"] = reply["content"]
                deadline = min(deadline, time.monotonic() + LIMIT)
        for cell in cells:
            wanted = cell["step"].get("interruptOn")
            if wanted and not cell["interrupted"] and wanted in printed(cell):
                cell["interrupted"] = True
                interrupt(manager, client, cell["step"])
        # A plain kernel may lose its idle; a second after the last reply nothing more is to come.
        if all(cell["reply"] for cell in cells):
            if all(cell["idle"] for cell in cells):
                return
            deadline = min(deadline, time.monotonic() + 1)


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
    manager.start_kernel(cwd=job["cwd"])
    client = manager.blocking_client()
    client.start_channels()
    done = []
    try:
        client.wait_for_ready(timeout=LIMIT)
        info = client.kernel_info(reply=True, timeout=LIMIT)["content"]
        for batch in batches(job["steps"]):
            cells = [send(client, step) for step in batch]
            collect(manager, client, cells)
            done += cells
        alive = manager.is_alive()
    finally:
        began = time.monotonic()
        client.stop_channels()
        manager.shutdown_wait_time = 2
        manager.shutdown_kernel()
        seconds = time.monotonic() - began
    print(json.dumps({
        "info": info,
        "alive": alive,
        "shutdownSeconds": seconds,
        "cells": [{key: cell[key] for key in ("reply", "messages", "idle")} for cell in done],
    }))


main()
