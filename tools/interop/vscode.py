"""Talks to the kernel as VS Code's Jupyter extension does, without Jupyter's kernel manager, and prints what came, as JSON.

What it does was read in the extension's sources (microsoft/vscode-jupyter; VS Code itself was not run):
  src/kernels/raw/launcher/kernelProcess.node.ts at 02610fb: it starts the kernelspec's argv itself, waits until the ports of
    shell and iopub take a TCP connection, interrupts by SIGINT to the process unless interrupt_mode is "message", and ends a
    kernel by SIGTERM to it and its children, without a shutdown_request.
  src/kernels/raw/session/rawKernelConnection.node.ts at 04910a3: @jupyterlab/services asks kernel_info first; with
    interrupt_mode "message" the interrupt_request goes over the shell channel; completion and inspection go to the kernel.
  src/kernels/helpers.ts at 002bab6: code of the extension's own runs with silent false, store_history false, stop_on_error
    false, allow_stdin true.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

sys.path.append(str(pathlib.Path(__file__).parents[2] / "kernel/test"))
from kernel_client import Conversation

LIMIT = 20


def wait_for_port(port):
    """Whether the port takes a connection in time; the connection says nothing and is closed."""
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.2)
    return False


def start(spec, connection):
    argv = [part.replace("{connection_file}", connection) for part in spec["argv"]]
    return subprocess.Popen(argv, env={**os.environ, **spec.get("env", {})}, stdout=sys.stderr)


def run(conversation, code, watch=None, **options):
    """The reply of a cell, what it showed, and the states that the kernel told; None as reply when none came."""
    cell = conversation.submit(code, **{"stop_on_error": False, "allow_stdin": True, **options})
    conversation.wait(cell, limit=LIMIT, watch=watch)
    outputs = [{"type": message.type, **message.content} for message in cell.messages]
    return {"reply": cell.reply, "outputs": outputs, "states": cell.states}


def ask(conversation, kind, content):
    """The reply of a request on the shell channel, and its seconds."""
    cell = conversation.wait_for_reply(conversation.send(kind, content), LIMIT)
    return {"reply": cell.reply, "seconds": cell.seconds}


def wait_for_iopub(conversation):
    """Asks until the kernel's state also comes on iopub, whose subscription takes a moment."""
    deadline = time.monotonic() + LIMIT
    while conversation.state is None and time.monotonic() < deadline:
        ask(conversation, "kernel_info_request", {})
        conversation.collect(0.05)


def once(action):
    """A watch on a cell that acts a little after "go" was printed: no person is quicker."""
    done = []

    def watch(cell):
        if "go" in cell.printed() and not done:
            done.append(True)
            time.sleep(0.2)
            action()

    return watch


def main(spec):
    folder = tempfile.mkdtemp(prefix="kernel-v2-")
    place = os.path.join(folder, "kernel-v2-1.json")
    file, connection = write_connection_file(place, ip="127.0.0.1", key=b"a key for signatures", kernel_name="w2v")
    process = start(spec, file)
    said = {"ports": [wait_for_port(connection[name]) for name in ("shell_port", "iopub_port")]}
    client = BlockingKernelClient()
    client.load_connection_file(file)
    client.start_channels(hb=False)
    vscode = Conversation(client)
    try:
        said["info"] = ask(vscode, "kernel_info_request", {})
        wait_for_iopub(vscode)
        said["first"] = run(vscode, 'const words: string[] = ["king"];\nwords.length')
        said["hidden"] = run(vscode, "words[0]", store_history=False)
        said["hiddenFailure"] = run(vscode, 'throw new RangeError("hidden")', store_history=False)
        said["silent"] = run(vscode, "words.push('queen'); words", silent=True, store_history=False)
        said["second"] = run(vscode, "words.length")
        said["complete"] = ask(vscode, "complete_request", {"code": "words.joi", "cursor_pos": 9})
        said["inspect"] = ask(vscode, "inspect_request", {"code": "words", "cursor_pos": 5, "detail_level": 0})
        loop = 'console.log("go"); while (true) {}'
        interrupt = lambda: vscode.send("interrupt_request", {})
        said["interruptMode"] = spec["interrupt_mode"]
        said["loop"] = run(vscode, loop, once(interrupt))
        timer = 'console.log("go"); await new Promise((done) => setTimeout(done, 15000));'
        said["timer"] = run(vscode, timer, once(interrupt))
        said["after"] = run(vscode, "words.length; setInterval(() => {}, 1000);\nwords.length")
        process.terminate()
        said["status"] = process.wait(timeout=60)
    finally:
        client.stop_channels()
        process.kill()
    print(json.dumps(said))


main(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
