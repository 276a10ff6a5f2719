"""What the kernel does with the stdout and stderr that it inherits from Jupyter; prints one JSON object."""

import fcntl
import json
import os
import socket
import subprocess
import sys

from jupyter_client.connect import write_connection_file

from kernel_client import Kernel


def blocks(fd):
    return not fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_NONBLOCK


def blocking_pipe():
    """Whether a pipe still blocks its other writers while a kernel has it and after a kernel had it."""
    reader, writer = os.pipe()
    with Kernel("w2v", ".", writer) as kernel:
        kernel.client.wait_for_ready(timeout=60)
        kernel.wait(kernel.submit("console.log(1)"))
        during = blocks(writer)
    return [during, blocks(writer)]


def taken_port(launch):
    """How a kernel ends that gets one port twice, and what it says."""
    file, _ = write_connection_file(shell_port=9, control_port=9)
    ended = subprocess.run(launch + [file], stderr=subprocess.PIPE, text=True, timeout=60)
    os.remove(file)
    return [ended.returncode, ended.stderr]


def taken_port_by_socket(launch):
    """What it says where its stderr is a socket, as VS Code's extension makes it."""
    file, _ = write_connection_file(shell_port=9, control_port=9)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        subprocess.run(launch + [file], stderr=theirs, timeout=60)
        theirs.close()
        with ours.makefile(encoding="utf-8") as text:
            said = text.read()
    os.remove(file)
    return said


launch = sys.argv[1:]
found = {
    "blocks": blocking_pipe(),
    "taken": taken_port(launch),
    "taken_by_socket": taken_port_by_socket(launch),
}
print(json.dumps(found))
