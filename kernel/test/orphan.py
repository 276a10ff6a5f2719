"""Starts a kernel, prints its process id, and is killed: the kernel is an orphan then.

usage: orphan.py KERNELSPEC [CODE], where CODE is a cell that runs when that happens.
"""

import os
import signal
import subprocess
import sys

from kernel_client import Kernel

kernel = Kernel(sys.argv[1], ".", subprocess.DEVNULL).__enter__()
kernel.client.wait_for_ready(timeout=30)
for code in sys.argv[2:]:
    cell = kernel.submit(code)
    while "busy" not in cell.states:
        kernel.collect(0.05)
print(kernel.manager.provisioner.process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
